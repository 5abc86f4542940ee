namespace FlowKernel.Azure.Tests.Standing;

/// <summary>Frames of a cluster's answer.</summary>
internal static class Frames
{
    public const string Head = """{"FrameType":"DataSetHeader","IsProgressive":false,"Version":"v2.0"}""";

    public const string End = """{"FrameType":"DataSetCompletion","HasErrors":false,"Cancelled":false}""";

    public static string Table(string columns, string rows, int id = 1) =>
        $$"""{"FrameType":"DataTable","TableId":{{id}},"TableKind":"PrimaryResult","TableName":"PrimaryResult","Columns":[{{Columns(columns)}}],"Rows":[{{rows}}]}""";

    public static string Header(string columns, int id = 1) =>
        $$"""{"FrameType":"TableHeader","TableId":{{id}},"TableKind":"PrimaryResult","TableName":"PrimaryResult","Columns":[{{Columns(columns)}}]}""";

    public static string Fragment(string rows, string kind = "DataAppend", int id = 1) =>
        $$"""{"FrameType":"TableFragment","TableId":{{id}},"TableFragmentType":"{{kind}}","Rows":[{{rows}}]}""";

    public static string Progress(double percent, int id = 1) => FormattableString.Invariant(
        $$"""{"FrameType":"TableProgress","TableId":{{id}},"TableProgress":{{percent}}}""");

    public static string Properties(int id, string visualization) =>
        $$"""{"FrameType":"DataTable","TableId":0,"TableKind":"QueryProperties","TableName":"@ExtendedProperties","Columns":[],"Rows":[[{{id}},"Visualization",{{System.Text.Json.JsonSerializer.Serialize(visualization)}}]]}""";

    public static string Failed(string errors) =>
        $$"""{"FrameType":"DataSetCompletion","HasErrors":true,"Cancelled":false,"OneApiErrors":[{{errors}}]}""";

    public static Answer Of(params string[] frames) => new($"[{string.Join(",\r\n", frames)}]");

    private static string Columns(string columns) => string.Join(',', columns.Split(' ').Select(c => c.Split(':')).Select(
        c => $$"""{"ColumnName":"{{c[0]}}","ColumnType":"{{c[1]}}"}"""));
}
