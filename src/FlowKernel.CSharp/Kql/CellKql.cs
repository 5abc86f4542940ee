using FlowKernel.CSharp.Submissions;
using FlowKernel.Session;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FlowKernel.CSharp.Kql;

/// <summary>Checks, completes and explains the KQL inside a cell's C#; places are translated to the cell's.</summary>
internal sealed class CellKql(IEmbeddedKql language)
{
    /// <summary>What is wrong with the queries in a cell that compiles.</summary>
    public async Task<IReadOnlyList<Diagnostics.Diagnostic>> CheckAsync(
        CSharpCompilation cell, CancellationToken cancellation)
    {
        var found = new List<Diagnostics.Diagnostic>();
        foreach (var query in Queries(cell.GetSemanticModel(cell.CellTree()), cancellation))
        {
            var problems = await language.CheckAsync(query.Request, cancellation);
            found.AddRange(problems.Select(p => p with { Span = query.Literal.InCell(p.Span) }));
        }

        return found;
    }

    /// <summary>What could stand at an offset; null when that is not inside a query.</summary>
    public async Task<CompletionList?> CompleteAsync(Document document, int offset, CancellationToken cancellation)
    {
        if (await At(document, offset, cancellation) is not var (query, inside))
            return null;
        var list = await language.CompleteAsync(query.Request, inside, cancellation);
        return list with { Replace = query.Literal.InCell(list.Replace) };
    }

    /// <summary>
    /// What stands at an offset; null when that is not inside a query, or when there is nothing to say.
    /// </summary>
    public async Task<QuickInfo?> ExplainAsync(Document document, int offset, CancellationToken cancellation)
    {
        if (await At(document, offset, cancellation) is not var (query, inside))
            return null;
        var info = await language.ExplainAsync(query.Request, inside, cancellation);
        return info is null ? null : info with { Span = query.Literal.InCell(info.Span) };
    }

    private static async Task<(EmbeddedQuery Query, int Inside)?> At(
        Document document, int offset, CancellationToken cancellation)
    {
        var model = (await document.GetSemanticModelAsync(cancellation))!;
        foreach (var query in Queries(model, cancellation))
        {
            if (query.Literal.At(offset) is { } inside)
                return (query, inside);
        }

        return null;
    }

    private static IReadOnlyList<EmbeddedQuery> Queries(SemanticModel model, CancellationToken cancellation) =>
        new EmbeddedKqlFinder(model, cancellation).Find();
}
