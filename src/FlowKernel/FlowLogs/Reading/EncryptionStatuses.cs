namespace FlowKernel.FlowLogs.Reading;

/// <summary>How flow tuples and Traffic Analytics spell an <see cref="EncryptionStatus"/>.</summary>
internal static class EncryptionStatuses
{
    private static readonly (byte[] Code, string Text, string Phrase)[] Facts =
    [
        ("X"u8.ToArray(), "X", "Encrypted"),
        ("NX"u8.ToArray(), "NX", "Unencrypted"),
        ("NX_HW_NOT_SUPPORTED"u8.ToArray(), "NX_HW_NOT_SUPPORTED", "Unsupported hardware"),
        ("NX_SW_NOT_READY"u8.ToArray(), "NX_SW_NOT_READY", "Software not ready"),
        ("NX_NOT_ACCEPTED"u8.ToArray(), "NX_NOT_ACCEPTED", "Drop due to no encryption"),
        ("NX_NOT_SUPPORTED"u8.ToArray(), "NX_NOT_SUPPORTED", "Discovery not supported"),
        ("NX_LOCAL_DST"u8.ToArray(), "NX_LOCAL_DST", "Destination on same host"),
        ("NX_FALLBACK"u8.ToArray(), "NX_FALLBACK", "Fall back to no encryption"),
    ];

    /// <summary>The code in a flow tuple, such as <c>NX_FALLBACK</c>; empty for an unknown status.</summary>
    public static string Code(this EncryptionStatus status) =>
        status == EncryptionStatus.Unknown ? "" : Facts[(int)status].Text;

    /// <summary>The phrase in column FlowEncryption; empty for an unknown status.</summary>
    public static string Phrase(this EncryptionStatus status) =>
        status == EncryptionStatus.Unknown ? "" : Facts[(int)status].Phrase;

    public static EncryptionStatus Parse(ReadOnlySpan<byte> code)
    {
        for (var i = 0; i < Facts.Length; i++)
        {
            if (code.SequenceEqual(Facts[i].Code))
                return (EncryptionStatus)i;
        }

        return EncryptionStatus.Unknown;
    }
}
