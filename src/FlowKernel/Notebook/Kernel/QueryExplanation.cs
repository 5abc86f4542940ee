using System.Text;
using FlowKernel.Diagnostics;
using FlowKernel.Notebook.Display;
using FlowKernel.Results;
using FlowKernel.Session;

namespace FlowKernel.Notebook.Kernel;

/// <summary>A query seen through its stages: what is checked, planned and emitted, each as text.</summary>
public sealed record QueryExplanation(CheckedQuery Query, IReadOnlyList<ExplainedStage> Stages)
{
    /// <summary>Explains a query without running it.</summary>
    public static async Task<Outcome<QueryExplanation>> OfAsync(
        FlowSession session, QueryRequest request, CancellationToken cancellation)
    {
        var query = await session.CheckAsync(request, cancellation);
        if (!query.Succeeded)
            return new(query.Diagnostics);
        if (session.Connection(request.On).Value is not IExplainingConnection connection)
            return new QueryExplanation(query.Value, []);
        var stages = connection.Explain(query.Value);
        return stages.Succeeded
            ? new(new QueryExplanation(query.Value, stages.Value), query.Diagnostics)
            : new Outcome<QueryExplanation>(stages.Diagnostics);
    }

    /// <summary>All stages, to show.</summary>
    public MimeBundle Show() => MimeBundle.Of((MimeTypes.Markdown, Markdown()), (MimeTypes.Plain, ToString()));

    /// <summary>The query and its result's columns, to show.</summary>
    public MimeBundle ShowQuery() => MimeBundle.Plain($"{Query.Kql.Trim()}\n\n{Columns()}");

    /// <summary>All stages as plain text.</summary>
    public override string ToString()
    {
        var text = new StringBuilder("-- check\n").Append(Columns()).Append('\n');
        foreach (var stage in Stages)
            text.Append("\n-- ").Append(stage.Name).Append('\n').Append(stage.Text.TrimEnd()).Append('\n');
        return text.ToString();
    }

    private string Markdown()
    {
        var text = new StringBuilder("**check**\n\n").Append(MarkdownFence.Around(Columns(), "text")).Append('\n');
        foreach (var stage in Stages)
        {
            text.Append("\n**").Append(stage.Name).Append("**\n\n")
                .Append(MarkdownFence.Around(stage.Text.TrimEnd(), stage.Language)).Append('\n');
        }

        return text.ToString();
    }

    private string Columns() => "result: " + string.Join(", ", Query.Columns.Select(c => $"{c.Name}:{c.Type.Name()}"));
}
