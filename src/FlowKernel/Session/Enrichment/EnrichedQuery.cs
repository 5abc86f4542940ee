using System.Text;
using FlowKernel.Diagnostics;
using FlowKernel.Results;

namespace FlowKernel.Session.Enrichment;

/// <summary>Composes a query with its enrichments into one KQL text that runs on any connection.</summary>
internal static class EnrichedQuery
{
    /// <summary>The composed text; a diagnostic when a column to look up is not in the result.</summary>
    public static Outcome<string> Compose(CheckedQuery query, IReadOnlyList<IEnrichment> enrichments)
    {
        foreach (var enrichment in enrichments)
        {
            if (query.Columns.All(c => c.Name != enrichment.Column))
                return ResultMistakes.NoColumn(enrichment.Column, query.Columns);
        }

        var text = new StringBuilder("let Source = () {\n").Append(Pipeline(query)).Append("\n};\n");
        var order = Free("RowOrder", query.Columns);
        text.Append($"let Result = materialize(Source() | serialize {order} = row_number());\n");
        var source = "Result";
        for (var i = 0; i < enrichments.Count; i++)
        {
            var last = i == enrichments.Count - 1;
            var name = $"Enriched{i + 1}";
            text.Append(last ? "" : $"let {name} = ").Append(enrichments[i].Apply(source));
            text.Append(last ? $"\n| sort by {order} asc\n| project-away {order}{Render(query)}" : ";\n");
            source = name;
        }

        return text.ToString();
    }

    // A lookup loses the order that the query has put its rows in.
    private static string Free(string name, IReadOnlyList<KqlColumn> columns)
    {
        while (columns.Any(c => c.Name == name))
            name = "_" + name;
        return name;
    }

    private static string Pipeline(CheckedQuery query)
    {
        var text = query.RenderSpan is { } span ? query.Kql.Remove(span.Start, span.Length) : query.Kql;
        return text.Trim().TrimEnd(';');
    }

    private static string Render(CheckedQuery query) =>
        query.RenderSpan is { } span ? "\n" + query.Kql.Substring(span.Start, span.Length) : "";
}
