using System.Collections.Concurrent;
using FlowKernel.Results;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlowKernel.CSharp.Schemas;

/// <summary>The columns of results that variables would hold, of cells that are checked and never run.</summary>
internal sealed class DeclaredResults
{
    private readonly ConcurrentDictionary<string, IReadOnlyList<KqlColumn>> _columns = new(StringComparer.Ordinal);

    /// <summary>The columns of a variable, or null.</summary>
    public Task<IReadOnlyList<KqlColumn>?> OfAsync(string variable, CancellationToken cancellation) =>
        Task.FromResult(_columns.GetValueOrDefault(variable));

    /// <summary>A result that is kept under a name.</summary>
    public void Keep(string name, IReadOnlyList<KqlColumn> columns) => _columns[name] = columns;

    /// <summary>Nothing is known of a name any more.</summary>
    public void Forget(string name) => _columns.TryRemove(name, out _);

    /// <summary>Takes over what a cell declares, and forgets what it sets.</summary>
    public async Task FollowAsync(SemanticModel model, CellSchemas schemas, CancellationToken cancellation)
    {
        var root = model.SyntaxTree.GetRoot(cancellation);
        var known = new List<(string Name, IReadOnlyList<KqlColumn>? Columns)>();
        foreach (var variable in root.DescendantNodes().OfType<VariableDeclaratorSyntax>())
        {
            if (model.GetDeclaredSymbol(variable, cancellation) is IFieldSymbol field)
                known.Add((field.Name, await ColumnsOf(variable, field, schemas)));
        }

        foreach (var name in root.DescendantNodes().OfType<AssignmentExpressionSyntax>().Select(a => a.Left.ToString()))
            known.Add((name, null));
        foreach (var (name, columns) in known)
        {
            if (columns is null)
                Forget(name);
            else
                Keep(name, columns);
        }
    }

    private static async Task<IReadOnlyList<KqlColumn>?> ColumnsOf(
        VariableDeclaratorSyntax variable, IFieldSymbol field, CellSchemas schemas) =>
        FlowTypes.IsOfRows(field.Type) && variable.Initializer is { Value: var value }
            ? await schemas.ColumnsOfAsync(value)
            : null;
}
