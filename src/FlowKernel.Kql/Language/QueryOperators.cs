namespace FlowKernel.Kql.Language;

/// <summary>The names of KQL's operators (https://learn.microsoft.com/kusto/query/tabular-operators).</summary>
internal static class QueryOperators
{
    /// <summary>What can stand after a pipe.</summary>
    public static readonly string[] Names =
    [
        "as", "consume", "count", "distinct", "evaluate", "extend", "facet", "fork", "getschema", "invoke", "join",
        "limit", "lookup", "make-graph", "make-series", "mv-apply", "mv-expand", "order", "parse", "parse-kv",
        "parse-where", "partition", "project", "project-away", "project-keep", "project-rename", "project-reorder",
        "reduce", "render", "sample", "sample-distinct", "scan", "search", "serialize", "sort", "summarize", "take",
        "top", "top-hitters", "top-nested", "union", "where",
    ];
}
