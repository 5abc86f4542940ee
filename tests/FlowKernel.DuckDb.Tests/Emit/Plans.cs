using FlowKernel.Plan;
using FlowKernel.Results;
using FlowKernel.Text;

namespace FlowKernel.DuckDb.Tests.Emit;

/// <summary>Writes plans by hand, shortly.</summary>
internal static class Plans
{
    public static readonly TextSpan Here = new(0, 0);

    public static PlanColumn Long(string name) => new(name, KqlType.Long);

    public static PlanColumn Chars(string name) => new(name, KqlType.String);

    public static PlanColumn Real(string name) => new(name, KqlType.Real);

    public static ColumnRef Ref(PlanColumn column) => new(column, Here);

    public static Literal Value(object? value) => new(value, TypeOf(value), Here);

    public static Literal Null(KqlType type) => new(null, type, Here);

    public static Call Call(string function, KqlType type, params Scalar[] arguments) =>
        new(function, arguments, type, Here);

    public static Scalar Greater(PlanColumn column, long than) => Call(">", KqlType.Bool, Ref(column), Value(than));

    public static Rows Table(PlanColumn[] columns, params object?[][] rows) => new(
        columns,
        [.. rows.Select(r => r.Select((v, i) => (Scalar)new Literal(v, columns[i].Type, Here)).ToArray())],
        Here);

    public static Filter Where(this Relation input, Scalar predicate) => new(input, predicate, Here);

    public static Project Select(this Relation input, params (PlanColumn Column, Scalar Value)[] assignments) =>
        new(input, [.. assignments.Select(a => new Assignment(a.Column, a.Value))], Here);

    public static Sort OrderBy(this Relation input, PlanColumn column, bool descending = false) =>
        new(input, [new SortKey(Ref(column), descending, !descending)], Here);

    public static Take First(this Relation input, long count) => new(input, Value(count), Here);

    public static Aggregate Count(this Relation input, PlanColumn count, params PlanColumn[] keys) => new(
        input, [.. keys.Select(k => new Assignment(k, Ref(k)))],
        [new Assignment(count, new AggregateCall("count", [], KqlType.Long, Here))], Here);

    private static KqlType TypeOf(object? value) => value switch
    {
        bool => KqlType.Bool,
        long => KqlType.Long,
        double => KqlType.Real,
        string => KqlType.String,
        DateTime => KqlType.DateTime,
        TimeSpan => KqlType.TimeSpan,
        _ => throw new ArgumentException("Write the literal with its type.", nameof(value)),
    };
}
