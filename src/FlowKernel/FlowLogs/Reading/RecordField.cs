namespace FlowKernel.FlowLogs.Reading;

/// <summary>The values of a flow log record that are kept.</summary>
internal enum RecordField
{
    None,
    Time,
    MacAddress,
    Category,
    Version,
    FlowLogResourceId,
    TargetResourceId,
    AclId,
    Rule,
    NsgVersion,
}
