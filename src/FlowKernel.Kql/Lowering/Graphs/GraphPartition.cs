using FlowKernel.Kql.Tree;
using FlowKernel.Plan;
using FlowKernel.Results;
using FlowKernel.Text;

namespace FlowKernel.Kql.Lowering.Graphs;

/// <summary>
/// <c>make-graph … partitioned-by column (operator)</c> (https://learn.microsoft.com/kusto/query/make-graph-operator): the
/// graphs of all values lie beside each other in one, whose keys are made of the value and the node's id. Patterns hang
/// together, so that none reaches from one graph into another.
/// </summary>
internal static class GraphPartition
{
    /// <summary>True for a step that partitions its graph.</summary>
    public static bool Is(SyntaxNode step) => step.Kind == "MakeGraphOperator" && step.Find("PartitionedByClause") is not null;

    /// <summary>What the operator gives for all graphs together.</summary>
    public static Relation Lower(LoweringContext context, Relation edges, SyntaxNode step)
    {
        var inner = step["PartitionedByClause"]["Subquery"];
        return GraphOperators.Find(inner.Kind) is { } lower
            ? lower(context, MakeGraph.Lower(context.Over(edges), edges, step), inner)
            : context.Refuse(step, LoweringDiagnostics.Construct("more than one graph operator in partitioned-by", inner.Span));
    }

    /// <summary>The key of a node in its partition, over a row that has the column; the id alone without a partition.</summary>
    public static Scalar Key(LoweringContext context, Scalar id, SyntaxNode makeGraph)
    {
        if (makeGraph.Find("PartitionedByClause") is not { } clause)
            return id;
        var span = clause.Span;
        var column = clause["Entity"];
        if (context.Column(column.Text!) is not { } partition)
        {
            context.Run.Report(LoweringDiagnostics.NoPartition(column.Text!, column.Span));
            return Conversion.To(KqlType.String, id);
        }

        // A text of both that no other pair has.
        var both = new Call(
            "pack_array", [new ColumnRef(partition, span), Conversion.To(KqlType.String, id)], KqlType.Dynamic, span);
        return Conversion.To(KqlType.String, both);
    }

    /// <summary>The id of a node, as a text, from its key in its partition.</summary>
    public static Scalar Id(PlanColumn key, TextSpan span)
    {
        var both = new Call("parse_json", [new ColumnRef(key, span)], KqlType.Dynamic, span);
        var id = new Call("[]", [both, new Literal(1L, KqlType.Long, span)], KqlType.Dynamic, span);
        return Conversion.To(KqlType.String, id);
    }
}
