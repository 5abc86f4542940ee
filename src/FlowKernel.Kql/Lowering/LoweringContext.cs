using FlowKernel.Diagnostics;
using FlowKernel.Kql.Tree;
using FlowKernel.Plan;

namespace FlowKernel.Kql.Lowering;

/// <summary>Where lowering stands: the run, the names in scope, and the columns of the current row.</summary>
internal sealed record LoweringContext(LoweringRun Run, Names Names, IReadOnlyList<PlanColumn> Row)
{
    /// <summary>What a subquery that starts with an operator (mv-apply, partition, fork) takes as its input.</summary>
    public Relation? Piped { get; init; }

    /// <summary>How many subqueries (<c>toscalar</c>, <c>in</c>) this place lies in.</summary>
    public int Depth { get; init; }

    /// <summary>True where the current rows have no order, so that no function can go by it.</summary>
    public bool IsUnordered { get; init; }

    /// <summary>The pattern whose elements expressions can ask about (graph-match), or null.</summary>
    public Graphs.GraphScope? Graph { get; init; }

    /// <summary>The same place with another row.</summary>
    public LoweringContext Over(Relation relation) => this with { Row = relation.Columns };

    /// <summary>The same place with one more name.</summary>
    public LoweringContext With(string name, Binding binding) => this with { Names = Names.With(name, binding) };

    /// <summary>The row's column of that name, or null.</summary>
    public PlanColumn? Column(string name) =>
        Row.FirstOrDefault(c => string.Equals(c.Name, name, StringComparison.Ordinal));

    /// <summary>A tabular expression as a relation.</summary>
    public Relation Table(SyntaxNode expression) => TableLowering.Lower(this, expression);

    /// <summary>Reports a problem; gives a relation of the binder's columns, so that lowering can go on.</summary>
    public Relation Refuse(SyntaxNode node, Diagnostic problem)
    {
        Run.Report(problem);
        return TableLowering.StandIn(this, node);
    }

    /// <summary>A scalar expression over the current row.</summary>
    public Scalar Scalar(SyntaxNode expression) => ScalarLowering.Lower(this, expression);
}
