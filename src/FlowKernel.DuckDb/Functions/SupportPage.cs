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
            .Append("A function runs exactly as in Kusto, or as its note says, or is refused (FK0132) for the reason given.\n");
        foreach (var (family, rows) in ScalarFunctions.Families.Concat(AggregateFunctions.Families))
        {
            page.Append($"\n## {family}\n\n| name | runs |\n| --- | --- |\n");
            foreach (var row in rows.Where(r => !r.IsOfPlans))
                page.Append($"| [`{Escape(row.Name)}`]({Reference}{row.Address}) | {Status(row)} |\n");
        }

        return page.ToString();
    }

    private static string Status(FunctionRow row) => row switch
    {
        { Refusal: { } reason } => $"refused: {reason}",
        { Note: { } note } => $"exact, but: {note}",
        _ => "exact",
    };

    private static string Escape(string name) => name.Replace("|", "\\|", StringComparison.Ordinal);
}
