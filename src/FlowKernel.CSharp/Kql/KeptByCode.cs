using FlowKernel.Results;
using FlowKernel.Schema;
using FlowKernel.Session;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlowKernel.CSharp.Kql;

/// <summary>
/// The tables that a cell's own C# keeps for queries: <c>Flow.Keep("name", …)</c>, <c>Flow.Table("name", …)</c>.
/// </summary>
internal sealed class KeptByCode(SemanticModel model, CancellationToken cancellation)
{
    private static readonly string[] Keepers = [nameof(Flow.Keep), nameof(Flow.Table)];

    /// <summary>
    /// The tables of a cell and of the files that it loads; null when one has a name that only running tells.
    /// </summary>
    public static IReadOnlyList<TableSchema>? In(CSharpCompilation cell, CancellationToken cancellation)
    {
        var tables = new List<TableSchema>();
        foreach (var tree in cell.SyntaxTrees)
        {
            if (new KeptByCode(cell.GetSemanticModel(tree), cancellation).Find() is not { } kept)
                return null;
            tables.AddRange(kept);
        }

        return tables;
    }

    /// <summary>The tables of one text; null when one has a name that only running tells.</summary>
    public IReadOnlyList<TableSchema>? Find()
    {
        var tables = new List<TableSchema>();
        foreach (var call in Calls())
        {
            if (call.ArgumentList.Arguments is not [var first, ..]
                || model.GetConstantValue(first.Expression, cancellation).Value is not string name)
                return null;
            tables.Add(TableOf(name, call));
        }

        return tables;
    }

    private IEnumerable<InvocationExpressionSyntax> Calls() => model.SyntaxTree.GetRoot(cancellation)
        .DescendantNodes()
        .OfType<InvocationExpressionSyntax>()
        .Where(c => c.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name }
            && Keepers.Contains(name)
            && model.GetSymbolInfo(c, cancellation).Symbol?.ContainingType.Name == nameof(Flow));

    private TableSchema TableOf(string name, InvocationExpressionSyntax call)
    {
        var columns = call.ArgumentList.Arguments is [_, var rows, ..] given
            && model.GetTypeInfo(rows.Expression, cancellation).Type is { } type
                ? Renamed(KeptColumns.Of(type), given.Skip(2))
                : null;
        return new TableSchema(name, columns ?? [], "Kept by C# code.") { IsOpen = columns is null };
    }

    // Names that only running tells leave the columns unknown.
    private IReadOnlyList<KqlColumn>? Renamed(IReadOnlyList<KqlColumn>? columns, IEnumerable<ArgumentSyntax> names)
    {
        var given = names.Select(n => model.GetConstantValue(n.Expression, cancellation).Value as string).ToList();
        if (columns is null || given.Count == 0)
            return columns;
        return given.Count == columns.Count && given.TrueForAll(n => n is not null)
            ? [.. columns.Zip(given, (c, n) => c with { Name = n! })]
            : null;
    }
}
