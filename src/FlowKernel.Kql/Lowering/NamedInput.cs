using System.Globalization;
using FlowKernel.Plan;
using FlowKernel.Results;
using FlowKernel.Text;

namespace FlowKernel.Kql.Lowering;

/// <summary>An input of a union, under the name that its source column shows.</summary>
internal sealed record NamedInput(Relation Relation, string Name)
{
    /// <summary>The input under its title, or under <c>union_argN</c>.</summary>
    public static NamedInput Of(LoweringContext context, Relation relation, int position) => new(
        relation,
        context.Run.TitleOf(relation) ?? string.Create(CultureInfo.InvariantCulture, $"union_arg{position}"));

    /// <summary>The input under its title; reports one that has none, which a source column cannot show.</summary>
    public static NamedInput Titled(LoweringContext context, Relation relation, string source, TextSpan span)
    {
        var title = context.Run.TitleOf(relation);
        if (title is null)
            context.Run.Report(LoweringDiagnostics.NoName(source, span));
        return new NamedInput(relation, title ?? "");
    }

    /// <summary>The input with an expression for each column of the union; a column that it lacks is null.</summary>
    public UnionInput Align(IEnumerable<PlanColumn> columns, string? source, TextSpan span) =>
        new(Relation, [.. columns.Select(c => c.Name == source ? SourceName(span) : Value(c, span))]);

    /// <summary>The input's column for a column of the union: by name, or by the binder's <c>name_type</c>.</summary>
    public PlanColumn? Match(string name, KqlType? type) =>
        Relation.Columns.FirstOrDefault(c => c.Type == type && c.Name == name)
        ?? Relation.Columns.FirstOrDefault(c => c.Type == type && $"{c.Name}_{c.Type.Name()}" == name);

    private Literal SourceName(TextSpan span) => new(Name, KqlType.String, span);

    private Scalar Value(PlanColumn column, TextSpan span) => Match(column.Name, column.Type) is { } match
        ? new ColumnRef(match, span)
        : new Literal(column.Type == KqlType.String ? "" : null, column.Type, span);
}
