using FlowKernel.CSharp.Checking;
using FlowKernel.CSharp.Schemas;
using FlowKernel.Results;
using FlowKernel.Session;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FlowKernel.CSharp.Kql;

/// <summary>Checks, completes and explains the KQL inside a cell's C#; places are translated to the cell's.</summary>
/// <param name="language">What knows KQL.</param>
/// <param name="earlier">The columns of variables of earlier cells; null where there are none.</param>
internal sealed class CellKql(IEmbeddedKql language, EarlierColumns? earlier = null)
{
    /// <summary>What is wrong with the queries in a cell and in the files that it loads, also where it does not compile.</summary>
    public async Task<IReadOnlyList<Diagnostics.Diagnostic>> CheckAsync(
        CSharpCompilation cell, CancellationToken cancellation)
    {
        var kept = KeptByCode.In(cell, cancellation);
        var found = new List<Diagnostics.Diagnostic>();
        foreach (var tree in cell.SyntaxTrees)
        {
            var inTree = await CheckAsync(cell.GetSemanticModel(tree), kept, cancellation);
            found.AddRange(inTree.Select(d => LoadedFile.Placed(d, tree, cell)));
        }

        return found;
    }

    /// <summary>What is wrong with the queries in a text.</summary>
    public Task<IReadOnlyList<Diagnostics.Diagnostic>> CheckAsync(
        SemanticModel model, CancellationToken cancellation) =>
        CheckAsync(model, new KeptByCode(model, cancellation).Find(), cancellation);

    /// <summary>What could stand at an offset; null when that is not inside a query.</summary>
    public async Task<CompletionList?> CompleteAsync(Document document, int offset, CancellationToken cancellation)
    {
        if (await At(document, offset, cancellation) is not var (query, inside))
            return null;
        var list = await language.CompleteAsync(query.Request, inside, cancellation);
        var inserted = InsertedText.At((await document.GetSyntaxRootAsync(cancellation))!, offset);
        var items = list.Items.Where(i => query.Text.Holes.All(h => h.Name != i.Label));
        return list with
        {
            Replace = query.Text.InCell(list.Replace),
            Items = [.. items.Select(i => i with { Insert = inserted.Of(i.Insert) })],
        };
    }

    /// <summary>
    /// What stands at an offset; null when that is not inside a query, or when there is nothing to say.
    /// </summary>
    public async Task<QuickInfo?> ExplainAsync(Document document, int offset, CancellationToken cancellation)
    {
        if (await At(document, offset, cancellation) is not var (query, inside))
            return null;
        var info = await language.ExplainAsync(query.Request, inside, cancellation);
        return info is null ? null : info with { Span = query.Text.InCell(info.Span) };
    }

    /// <summary>What the results that a text names consist of.</summary>
    public CellSchemas SchemasOf(
        SemanticModel model, IReadOnlyList<Schema.TableSchema> kept, CancellationToken cancellation) =>
        new(model, language, kept, earlier ?? NoneEarlier, cancellation);

    // No tables: one of them has a name that only running tells.
    private async Task<IReadOnlyList<Diagnostics.Diagnostic>> CheckAsync(
        SemanticModel model, IReadOnlyList<Schema.TableSchema>? kept, CancellationToken cancellation)
    {
        // A constant that several calls use is wrong once.
        var found = new HashSet<Diagnostics.Diagnostic>();
        foreach (var query in Queries(model, cancellation).Where(q => q.IsKnown))
        {
            var given = GivenMistakes.Of(query).ToList();
            found.UnionWith(given);
            if (kept is not null && !given.Exists(d => d.IsError || d.Code == GivenMistakes.PastedCode))
                found.UnionWith(await CheckAsync(query, kept, cancellation));
        }

        if (kept is not null)
            found.UnionWith(await SchemasOf(model, kept, cancellation).CheckAsync());

        // Where the query is wrong, what it would do is no question any more.
        var wrong = found.Where(d => d.IsError).Select(d => d.Span).ToHashSet();
        return [.. found.Where(d => d.IsError || !wrong.Contains(d.Span)).OrderBy(d => d.Span.Start)];
    }

    private async Task<IEnumerable<Diagnostics.Diagnostic>> CheckAsync(
        EmbeddedQuery query, IReadOnlyList<Schema.TableSchema> kept, CancellationToken cancellation)
    {
        var problems = await language.CheckAsync(query.Request, kept, cancellation);
        return problems.Select(p => QueryWording.InCell(p, query));
    }

    private static async Task<(EmbeddedQuery Query, int Inside)?> At(
        Document document, int offset, CancellationToken cancellation)
    {
        var model = (await document.GetSemanticModelAsync(cancellation))!;
        foreach (var query in Queries(model, cancellation))
        {
            if (query.Text.At(offset) is { } inside)
                return (query, inside);
        }

        return null;
    }

    private static Task<IReadOnlyList<KqlColumn>?> NoneEarlier(string variable, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<KqlColumn>?>(null);

    private static IReadOnlyList<EmbeddedQuery> Queries(SemanticModel model, CancellationToken cancellation) =>
        new EmbeddedKqlFinder(model, cancellation).Find();
}
