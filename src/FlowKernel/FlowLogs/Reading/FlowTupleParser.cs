using System.Buffers.Text;
using System.Globalization;
using FlowKernel.FlowLogs.Addresses;

namespace FlowKernel.FlowLogs.Reading;

/// <summary>Reads a flow tuple from its UTF-8 text without allocating.</summary>
/// <remarks>
/// Timestamps of 10 or 11 digits are seconds, longer ones milliseconds: the documentation shows both. Counters may be
/// missing where nothing was counted yet, in B and D tuples.
/// </remarks>
public static class FlowTupleParser
{
    private const int FieldCount = 13;
    private const long FirstMilliseconds = 100_000_000_000;

    /// <summary>A petabyte between two tuples of one flow is damage, and sums of less cannot overflow.</summary>
    private const long LargestCounter = 1_000_000_000_000_000;

    private static readonly long LastMilliseconds = (long)(DateTime.MaxValue - DateTime.UnixEpoch).TotalMilliseconds;

    private static readonly string[] FieldNames =
    [
        "timestamp", "source address", "destination address", "source port", "destination port", "protocol number",
        "direction", "state", "encryption status", "packets to the destination", "bytes to the destination",
        "packets to the source", "bytes to the source",
    ];

    /// <summary>Reads a tuple; false when a field does not hold what it should.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out FlowTuple tuple) => FaultOf(text, out tuple) == 0;

    /// <summary>
    /// Why a text is no flow tuple, as in <c>field 2 (source address) is '10.1'</c>; null when it is one.
    /// </summary>
    public static string? Explain(ReadOnlySpan<byte> text)
    {
        var fault = FaultOf(text, out _);
        var fields = text.Count((byte)',') + 1;
        return fault switch
        {
            0 => null,
            _ when fields != FieldCount => string.Create(
                CultureInfo.InvariantCulture,
                $"it has {fields} field{(fields == 1 ? "" : "s")} instead of {FieldCount}"),
            _ => string.Create(
                CultureInfo.InvariantCulture,
                $"field {fault} ({FieldNames[fault - 1]}) is '{FieldText(text, fault)}'"),
        };
    }

    // The number of the first field at fault; FieldCount + 1 when there are too many.
    private static int FaultOf(ReadOnlySpan<byte> text, out FlowTuple tuple)
    {
        tuple = default;
        var fields = new TupleFields(text);
        if (!TryTimestamp(fields.Next(), out var time)) return 1;
        if (!IpNumber.TryParse(fields.Next(), out var source)) return 2;
        if (!IpNumber.TryParse(fields.Next(), out var destination)) return 3;
        if (!TryNumber(fields.Next(), ushort.MaxValue, out var sourcePort)) return 4;
        if (!TryNumber(fields.Next(), ushort.MaxValue, out var destinationPort)) return 5;
        if (!TryNumber(fields.Next(), byte.MaxValue, out var protocol)) return 6;
        if (!TryLetter(fields.Next(), "IO"u8, out var direction)) return 7;
        if (!TryLetter(fields.Next(), "BCED"u8, out var letter)) return 8;
        var encryption = fields.Next();
        if (encryption.IsEmpty) return 9;
        var state = (FlowState)letter;
        var mayBeEmpty = state is FlowState.Begin or FlowState.Denied;
        if (!TryCounter(fields.Next(), mayBeEmpty, out var packetsForward)) return 10;
        if (!TryCounter(fields.Next(), mayBeEmpty, out var bytesForward)) return 11;
        if (!TryCounter(fields.Next(), mayBeEmpty, out var packetsBackward)) return 12;
        if (!TryCounter(fields.Next(), mayBeEmpty, out var bytesBackward)) return 13;
        if (!fields.AreExhausted) return FieldCount + 1;
        tuple = new(
            time, source, destination, (ushort)sourcePort, (ushort)destinationPort, (byte)protocol,
            (TupleDirection)direction, state, EncryptionStatuses.Parse(encryption),
            packetsForward, bytesForward, packetsBackward, bytesBackward);
        return 0;
    }

    private static bool TryTimestamp(ReadOnlySpan<byte> field, out long milliseconds)
    {
        if (!TryNumber(field, LastMilliseconds, out milliseconds))
            return false;
        if (milliseconds < FirstMilliseconds)
            milliseconds *= 1000;
        return true;
    }

    private static bool TryNumber(ReadOnlySpan<byte> field, long limit, out long value) =>
        Utf8Parser.TryParse(field, out value, out var used) && used == field.Length && value >= 0 && value <= limit;

    private static bool TryLetter(ReadOnlySpan<byte> field, ReadOnlySpan<byte> letters, out int index)
    {
        index = field.Length == 1 ? letters.IndexOf(field[0]) : -1;
        return index >= 0;
    }

    private static bool TryCounter(ReadOnlySpan<byte> field, bool mayBeEmpty, out long value)
    {
        value = 0;
        return field.IsEmpty ? mayBeEmpty : TryNumber(field, LargestCounter, out value);
    }

    private static string FieldText(ReadOnlySpan<byte> text, int field)
    {
        var fields = new TupleFields(text);
        for (var i = 1; i < field; i++)
            fields.Next();
        return ShownText.Of(fields.Next());
    }
}
