using FlowKernel.Plan;
using FlowKernel.Text;

namespace FlowKernel.Kql.Lowering;

/// <summary>Makes the assignments that operators have in common.</summary>
internal static class Columns
{
    /// <summary>The column handed on unchanged, with its identity.</summary>
    public static Assignment Keep(PlanColumn column, TextSpan span) => new(column, new ColumnRef(column, span));

    /// <summary>The column under another name; itself where the name is the same.</summary>
    public static Assignment Rename(PlanColumn column, string name, TextSpan span) =>
        column.Name == name ? Keep(column, span) : new(new PlanColumn(name, column.Type), new ColumnRef(column, span));

    /// <summary>A column of nulls.</summary>
    public static Assignment Missing(PlanColumn column, TextSpan span) =>
        new(column, new Literal(null, column.Type, span));

    /// <summary>A projection of the input; the input itself when these are all of its columns, in order.</summary>
    public static Relation Select(Relation input, IReadOnlyList<Assignment> assignments, TextSpan span) =>
        assignments.Count == input.Columns.Count
        && assignments.Zip(input.Columns).All(pair => ReferenceEquals(pair.First.Column, pair.Second))
            ? input
            : new Project(input, assignments, span);
}
