namespace FlowKernel.FlowLogs.Reading;

/// <summary>
/// A record in the making. Properties may come in any order, so names are put on a group when it ends.
/// </summary>
internal sealed class RecordBuilder(long start)
{
    private const string NsgCategory = "NetworkSecurityGroupFlowEvent";
    private readonly List<(string Rule, int First, int Count)> _groupsOfFlow = [];
    private string _aclId = "", _rule = "", _category = "";
    private int _groupStart;

    /// <summary>Where it begins, in bytes from the file's start.</summary>
    public long Start { get; } = start;

    public FlowRecord Record { get; } = new();

    /// <summary>True when there is something of a VNet flow log record in it.</summary>
    public bool HasFlows { get; set; }

    public bool HasRecords { get; set; }

    public string Version { get; private set; } = "";

    public string NsgVersion { get; private set; } = "";

    public bool IsNsg => !HasFlows && (_category == NsgCategory || NsgVersion.Length > 0);

    public void Set(RecordField field, string value)
    {
        switch (field)
        {
            case RecordField.Time: Record.Time = value; break;
            case RecordField.MacAddress: Record.MacAddress = value; break;
            case RecordField.FlowLogResourceId: Record.FlowLogResourceId = value; break;
            case RecordField.TargetResourceId: Record.TargetResourceId = value; break;
            case RecordField.Category: _category = value; break;
            case RecordField.Version: Version = value; break;
            case RecordField.NsgVersion: NsgVersion = value; break;
            case RecordField.AclId: _aclId = value; break;
            case RecordField.Rule: _rule = value; break;
        }
    }

    public void Add(in FlowTuple tuple) => Record.TupleList.Add(tuple);

    public void EndGroup()
    {
        _groupsOfFlow.Add((_rule, _groupStart, Record.TupleList.Count - _groupStart));
        _groupStart = Record.TupleList.Count;
        _rule = "";
    }

    public void EndFlow()
    {
        foreach (var (rule, first, count) in _groupsOfFlow)
            Record.GroupList.Add(new(_aclId, rule, first, count));
        _groupsOfFlow.Clear();
        _aclId = "";
    }
}
