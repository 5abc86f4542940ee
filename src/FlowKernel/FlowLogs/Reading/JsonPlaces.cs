namespace FlowKernel.FlowLogs.Reading;

/// <summary>The shape of a flow log: which place a property leads to, and which values a place holds.</summary>
internal static class JsonPlaces
{
    private static readonly (JsonPlace In, string Property, JsonPlace To)[] Doors =
    [
        (JsonPlace.Entry, "records", JsonPlace.Entries),
        (JsonPlace.Entry, "flowRecords", JsonPlace.FlowRecords),
        (JsonPlace.Entry, "properties", JsonPlace.NsgProperties),
        (JsonPlace.FlowRecords, "flows", JsonPlace.Flows),
        (JsonPlace.Flow, "flowGroups", JsonPlace.FlowGroups),
        (JsonPlace.FlowGroup, "flowTuples", JsonPlace.FlowTuples),
    ];

    private static readonly (JsonPlace In, string Property, RecordField Field)[] Values =
    [
        (JsonPlace.Entry, "time", RecordField.Time),
        (JsonPlace.Entry, "macAddress", RecordField.MacAddress),
        (JsonPlace.Entry, "category", RecordField.Category),
        (JsonPlace.Entry, "flowLogVersion", RecordField.Version),
        (JsonPlace.Entry, "flowLogResourceID", RecordField.FlowLogResourceId),
        (JsonPlace.Entry, "targetResourceID", RecordField.TargetResourceId),
        (JsonPlace.Flow, "aclID", RecordField.AclId),
        (JsonPlace.FlowGroup, "rule", RecordField.Rule),
        (JsonPlace.NsgProperties, "Version", RecordField.NsgVersion),
    ];

    /// <summary>What the members of a list are.</summary>
    public static JsonPlace MemberOf(JsonPlace list) => list switch
    {
        JsonPlace.Entries => JsonPlace.Entry,
        JsonPlace.Flows => JsonPlace.Flow,
        JsonPlace.FlowGroups => JsonPlace.FlowGroup,
        _ => JsonPlace.Ignored,
    };

    public static JsonPlace Behind(JsonPlace place, string property)
    {
        foreach (var door in Doors)
        {
            if (door.In == place && door.Property == property)
                return door.To;
        }

        return JsonPlace.Ignored;
    }

    public static RecordField FieldOf(JsonPlace place, string property)
    {
        foreach (var value in Values)
        {
            if (value.In == place && value.Property == property)
                return value.Field;
        }

        return RecordField.None;
    }
}
