namespace FlowKernel.FlowLogs.Reading;

/// <summary>The encryption status of a flow, field 9 of a flow tuple.</summary>
/// <remarks>https://learn.microsoft.com/azure/network-watcher/vnet-flow-logs-overview</remarks>
public enum EncryptionStatus : byte
{
    /// <summary>X: encrypted.</summary>
    Encrypted,

    /// <summary>NX: not encrypted.</summary>
    Unencrypted,

    /// <summary>NX_HW_NOT_SUPPORTED: the hardware cannot encrypt.</summary>
    UnsupportedHardware,

    /// <summary>NX_SW_NOT_READY: the software was not ready; the flow was dropped.</summary>
    SoftwareNotReady,

    /// <summary>NX_NOT_ACCEPTED: dropped, as encryption is required and was not there.</summary>
    DroppedWithoutEncryption,

    /// <summary>NX_NOT_SUPPORTED: discovery is not supported; the flow was dropped.</summary>
    DiscoveryNotSupported,

    /// <summary>NX_LOCAL_DST: the destination is on the same host.</summary>
    DestinationOnSameHost,

    /// <summary>NX_FALLBACK: fell back to no encryption.</summary>
    FellBack,

    /// <summary>A status that the documentation does not list.</summary>
    Unknown,
}
