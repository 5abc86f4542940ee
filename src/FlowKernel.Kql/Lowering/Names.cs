using FlowKernel.Kql.Tree;
using FlowKernel.Plan;

namespace FlowKernel.Kql.Lowering;

/// <summary>What a name that a query declares stands for.</summary>
internal abstract record Binding;

/// <summary>A scalar: the same expression wherever it is named.</summary>
/// <param name="Value">The expression; of an argument it may read the columns of the row where the call stands.</param>
/// <param name="Depth">How many subqueries that row lies in.</param>
internal sealed record ScalarBinding(Scalar Value, int Depth) : Binding;

/// <summary>A tabular expression, lowered anew, with columns of its own, wherever it is named.</summary>
internal sealed record TabularBinding(SyntaxNode Expression, LoweringContext Context) : Binding;

/// <summary>A tabular expression that is computed once.</summary>
internal sealed record SharedBinding(Lazy<SharedRelation> Shared) : Binding;

/// <summary>A function, with the names that its body sees besides its parameters.</summary>
internal sealed record FunctionBinding(SyntaxNode Declaration, LoweringContext Context) : Binding
{
    /// <summary>True for <c>view () { … }</c>, which counts as a table.</summary>
    public bool IsView => Declaration.Find("ViewKeyword") is not null;
}

/// <summary>The key of a part of <c>partition</c>, which a subquery with a source reads by <c>toscalar</c>.</summary>
internal sealed record PartitionKeyBinding(Scalar Value) : Binding;

/// <summary>A pattern: calls of it, by their texts, stand for expressions.</summary>
internal sealed record PatternBinding(SyntaxNode Declaration, LoweringContext Context) : Binding;

/// <summary>A row beside the current one, whose columns are read by <c>name.column</c>: a step of <c>scan</c>.</summary>
internal sealed record RowBinding(IReadOnlyList<PlanColumn> Columns) : Binding
{
    /// <summary>The row's column of that name, or null.</summary>
    public PlanColumn? Column(string name) =>
        Columns.FirstOrDefault(c => string.Equals(c.Name, name, StringComparison.Ordinal));
}

/// <summary>Names in scope, innermost first. Immutable.</summary>
internal sealed class Names
{
    private readonly string _name;
    private readonly Binding? _binding;
    private readonly Names? _outer;

    private Names(string name, Binding? binding, Names? outer) => (_name, _binding, _outer) = (name, binding, outer);

    /// <summary>No names.</summary>
    public static Names None { get; } = new("", null, null);

    /// <summary>These names and one more, which hides an outer one of the same name.</summary>
    public Names With(string name, Binding binding) => new(name, binding, this);

    /// <summary>The views in scope, the last declared first; one that hides another stands for both.</summary>
    public IEnumerable<(string Name, FunctionBinding View)> Views()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var names = this; names?._binding is not null; names = names._outer)
        {
            if (seen.Add(names._name) && names._binding is FunctionBinding { IsView: true } view)
                yield return (names._name, view);
        }
    }

    /// <summary>What the name stands for, or null.</summary>
    public Binding? Find(string name)
    {
        for (var names = this; names is not null; names = names._outer)
        {
            if (names._binding is not null && string.Equals(names._name, name, StringComparison.Ordinal))
                return names._binding;
        }

        return null;
    }
}
