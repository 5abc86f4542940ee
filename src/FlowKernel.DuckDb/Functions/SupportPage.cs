using System.Text;

namespace FlowKernel.DuckDb.Functions;

/// <summary>The page that lists what runs on local data, made from the tables of functions.</summary>
internal static class SupportPage
{
    private const string Reference = "https://learn.microsoft.com/kusto/query/";

    /// <summary>The page as Markdown.</summary>
    public static string Text()
    {
        var page = new StringBuilder()
            .Append("# KQL functions on local data\n\n")
            .Append("Made from the tables in `Functions/`; run the tests with `UPDATE_PAGES=1` to write it anew.\n")
            .Append("What is listed gives what Kusto gives, or what its note says. ")
            .Append("What is not listed is refused with FK0131.\n");
        foreach (var (family, rows) in ScalarFunctions.Families.Concat(AggregateFunctions.Families))
        {
            page.Append($"\n## {family}\n\n| name | note |\n| --- | --- |\n");
            foreach (var row in rows)
                page.Append($"| [`{Escape(row.Name)}`]({Reference}{row.Page ?? PageOf(row.Name)}) | {row.Note} |\n"
                    .Replace("  |", " |", StringComparison.Ordinal));
        }

        return page.ToString();
    }

    private static string PageOf(string name) => $"{name.Replace('_', '-')}-function";

    private static string Escape(string name) => name.Replace("|", "\\|", StringComparison.Ordinal);
}
