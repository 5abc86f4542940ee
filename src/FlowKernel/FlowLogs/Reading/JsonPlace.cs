namespace FlowKernel.FlowLogs.Reading;

/// <summary>Which object or array of a flow log the reader is in.</summary>
internal enum JsonPlace
{
    /// <summary>Something that says nothing about flows.</summary>
    Ignored,

    /// <summary>A list of entries: the file itself, or <c>records</c>.</summary>
    Entries,

    /// <summary>An object that is a record, or holds <c>records</c>, or both.</summary>
    Entry,

    /// <summary><c>flowRecords</c> of a record.</summary>
    FlowRecords,

    /// <summary><c>flows</c> of a record.</summary>
    Flows,

    /// <summary>A member of <c>flows</c>, with its <c>aclID</c>.</summary>
    Flow,

    /// <summary><c>flowGroups</c> of a flow.</summary>
    FlowGroups,

    /// <summary>A member of <c>flowGroups</c>, with its <c>rule</c>.</summary>
    FlowGroup,

    /// <summary><c>flowTuples</c> of a group.</summary>
    FlowTuples,

    /// <summary><c>properties</c>, which only NSG flow logs have.</summary>
    NsgProperties,
}
