using FlowKernel.Kql.Tree;
using FlowKernel.Plan;
using FlowKernel.Results;

namespace FlowKernel.Kql.Lowering.Graphs;

/// <summary><c>graph-to-table</c>: the nodes or the edges with their properties, after their numbers.</summary>
internal static class GraphToTableOperator
{
    public static Relation Lower(LoweringContext context, GraphValue graph, SyntaxNode step)
    {
        var clauses = step.List("OutputClause").ToList();
        return clauses is [var clause]
            ? One(context, graph, clause)
            : context.Refuse(step, LoweringDiagnostics.Construct("nodes and edges in one place", step.Span));
    }

    /// <summary>What one clause gives, and the name that it gives to it, or null.</summary>
    public static Relation One(LoweringContext context, GraphValue graph, SyntaxNode clause)
    {
        var isNodes = clause["EntityKeyword"].Text == "nodes";
        var relation = isNodes ? graph.Nodes : graph.Edges;
        var properties = isNodes ? graph.NodeColumns : graph.EdgeColumns;
        var assignments = new List<Assignment>();
        string[] ids = isNodes ? ["with_node_id"] : ["with_source_id", "with_target_id"];
        for (var i = 0; i < ids.Length; i++)
        {
            if (Parameters.Word(clause, ids[i]) is { } name)
                assignments.Add(new Assignment(new PlanColumn(name, KqlType.Long), Id(relation.Columns[i], clause)));
        }

        assignments.AddRange(properties.Select(c => Columns.Keep(c, clause.Span)));
        var table = new Project(relation, assignments, clause.Span);
        if (clause.Find("AsClause")?["Name"].Text is not { } title)
            return table;
        var shared = new SharedRelation(title, table);
        context.Run.Name(shared);
        return SharedScans.Of(shared, clause.Span);
    }

    /// <summary>A number that tells nodes apart, the same in nodes and edges.</summary>
    private static Call Id(PlanColumn key, SyntaxNode clause) =>
        new("hash", [new ColumnRef(key, clause.Span)], KqlType.Long, clause.Span);
}
