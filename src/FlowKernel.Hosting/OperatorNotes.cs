using System.Collections.Frozen;

namespace FlowKernel.Hosting;

/// <summary>Where operators, plug-ins and types on local data differ from Kusto, or rest on less than a recording of it.</summary>
internal static class OperatorNotes
{
    private static readonly FrozenDictionary<string, string> ByName = new Dictionary<string, string>
    {
        ["datetime"] = "Instants keep microseconds, not ticks of 100 ns.",
        ["decimal"] = "Decimals keep 18 digits before the point and 20 after it.",
        ["dynamic"] = "Instants, lengths of time and guids in a dynamic value are texts.",
        ["basket"] =
            "Counts all rows, where Kusto samples; the patterns' numbers and order are its own. A column of weights is no part of the result.",
        ["autocluster"] =
            "Which patterns it finds is its own: how Kusto searches is not published. A column of weights is no part of the result.",
        ["diffpatterns"] =
            "Which patterns with mostly the same rows it leaves out is its own. A column of weights is no part of the result.",
        ["reduce"] =
            "Groups by the documented paper (SLCT); a threshold near 1 gives fewer groups. Words of digits only are wildcards.",
        ["bag_unpack"] = "Dates that were put into bags come out as texts; the names of a given schema are trusted.",
        ["pivot"] = "An aggregate other than a count or a sum is null where there are no rows.",
        ["narrow"] = "Values are written as tostring() writes them.",
        ["active_users_count"] = "Made from the documentation alone; no result of Kusto was at hand to compare.",
        ["activity_engagement"] = "Made from the documentation alone; no result of Kusto was at hand to compare.",
        ["activity_metrics"] = "Made from the documentation alone; no result of Kusto was at hand to compare.",
        ["dcount_intersect"] = "Of sketches with at most 8192 distinct values, exactly, where Kusto estimates.",
        ["new_activity_metrics"] = "Windows of equal length only; shares of a cohort of nobody are NaN.",
        ["session_count"] =
            "A row at the start is looked back at, not counted; rows in the window before the start are refused.",
        ["funnel_sequence_completion"] = "Refused where it matters which of two states of one time came first.",
        ["sequence_detect"] = "Refused where two steps of a sequence have one time. Each event begins a sequence with each later one.",
        ["make-graph"] = "Nodes that the tables lack have their key, under the name of each table's, and nothing else. One operator in partitioned-by.",
        ["graph-to-table"] = "The numbers of nodes are not those that Kusto gives.",
        ["graph-shortest-paths"] = "A path from a node back to itself counts.",
        ["graph-match"] = "At most 10 million matches.",
        ["scan"] = "Its input is held in memory whole; functions over the state of earlier rows are a fixed list.",
        ["parse-kv"] = "Without delimiters, a key's value is the next run of letters and digits, or quoted text.",
        ["consume"] = "It measures nothing: rows that nobody wants are not read.",
        ["externaldata"] = "Files of at most 100 MiB, unpacked, in places that the user has allowed; without signing in. "
            + "Not Avro, ORC and W3C logs.",
        ["find"] = "Not where a column of the condition has different types in the tables.",
        ["top-nested"] = "A level that leaves nothing out has no row of others.",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The note of a name, or null.</summary>
    public static string? Of(string name) => ByName.GetValueOrDefault(name);
}
