using System.Globalization;

namespace FlowKernel.FlowLogs.Reading;

/// <summary>The findings of one file: every one counted, the first of them kept in words.</summary>
public sealed class FlowLogFindings(string file)
{
    private const int KeptLimit = 100;
    private readonly List<FlowLogFinding> _kept = [];
    private bool _saidNsg;

    /// <summary>The first findings, at most 100.</summary>
    public IReadOnlyList<FlowLogFinding> Kept => _kept;

    /// <summary>How many findings there are, kept or not.</summary>
    public long Count { get; private set; }

    /// <summary>How many flow tuples were set aside.</summary>
    public long TuplesSetAside { get; private set; }

    internal void CutShort(long offset, long recordStart, int tuples)
    {
        TuplesSetAside += tuples;
        Add("FK0611", offset, Text($"'{file}' ends in the middle of a record, at byte {offset}; ") +
            Text($"the record that begins at byte {recordStart} was set aside with {Tuples(tuples)}."),
            "The blob was probably still being written; import it again later, and its rows are replaced.");
    }

    internal void Unclosed(long offset) => Add(
        "FK0618", offset, Text($"'{file}' ends at byte {offset} without its closing ']}}'; all its records were read."),
        "The blob was probably still being written; import it again later, and its rows are replaced.");

    internal void Malformed(long offset, long recordStart, int tuples, string reason)
    {
        TuplesSetAside += tuples;
        Add("FK0612", offset, Text($"'{file}' is not JSON from byte {offset} on ({reason}); ") +
            Text($"what follows byte {recordStart} was set aside, with {Tuples(tuples)} read there."),
            "Download the blob again.");
    }

    internal void BadTuple(long offset, string reason)
    {
        TuplesSetAside++;
        Add("FK0613", offset, Text($"'{file}' has a damaged flow tuple at byte {offset}, set aside: {reason}."));
    }

    // Every record of an NSG flow log would say it again.
    internal void NsgLog(long offset, string version)
    {
        if (!_saidNsg)
        {
            Add("FK0614", offset, $"'{file}' is an NSG flow log (version {version}), not a VNet flow log (version 4).",
                "NSG flow logs are not imported; turn on VNet flow logs, which replace them.");
        }

        _saidNsg = true;
    }

    /// <summary>Says that the file cannot be read, or not any further.</summary>
    public void Unreadable(string reason) => Add(
        "FK0619", 0, $"'{file}' cannot be read ({reason.TrimEnd('.')}); what was read of it before was imported.",
        "Check that the file is whole and that you may read it, and import it again.");

    internal void NoFlowLog() => Add(
        "FK0615", 0, $"'{file}' holds no flow log records.",
        "A VNet flow log is a PT1H.json blob of container insights-logs-flowlogflowevent.");

    internal void UnknownEncryption(long offset, string code) => Add(
        "FK0616", offset, Text($"'{file}' has an undocumented encryption status '{code}' at byte {offset}; ") +
            "the flow was imported with an empty FlowEncryption.");

    internal void UnknownVersion(long offset, string version) => Add(
        "FK0617", offset, Text($"'{file}' has a record of flow log version {version} at byte {offset}; ") +
            "it was read as version 4.");

    private void Add(string code, long offset, string message, string? hint = null)
    {
        Count++;
        if (_kept.Count < KeptLimit)
            _kept.Add(new(code, file, offset, message, hint));
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static string Tuples(int count) => Text($"{count} flow tuple{(count == 1 ? "" : "s")}");
}
