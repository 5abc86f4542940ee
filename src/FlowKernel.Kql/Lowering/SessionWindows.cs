using FlowKernel.Algorithms;
using FlowKernel.Plan;
using FlowKernel.Results;

namespace FlowKernel.Kql.Lowering;

/// <summary>
/// Takes <c>row_window_session</c> out of the expressions of a step: each session depends on the one before, which no
/// window of SQL expresses, so an algorithm makes a column of them below the step.
/// </summary>
internal static class SessionWindows
{
    private const string Function = "row_window_session";

    /// <summary>The same step over rows that have a column for each call; other relations as they are.</summary>
    public static Relation Lift(Relation relation) => relation switch
    {
        Project step when step.Assignments.Select(a => Find(a.Value)).FirstOrDefault(c => c is not null) is { } call =>
            Lift(Over(step, call)),
        Filter step when Find(step.Predicate) is { } call => Lift(Over(step, call)),
        _ => relation,
    };

    private static Project Over(Project step, WindowCall call)
    {
        var (rows, replace) = Stage(step.Input, call);
        return new Project(
            rows, [.. step.Assignments.Select(a => a with { Value = replace(a.Value) })], step.Span);
    }

    /// <summary>The filter reads the new rows; above it the columns are what they were.</summary>
    private static Project Over(Filter step, WindowCall call)
    {
        var (rows, replace) = Stage(step.Input, call);
        var kept = step.Columns.Select(c => new Assignment(c, replace(new ColumnRef(c, step.Span))));
        return new Project(Lift(new Filter(rows, replace(step.Predicate), step.Span)), [.. kept], step.Span);
    }

    private static (RowsStage Rows, Func<Scalar, Scalar> Replace) Stage(Relation input, WindowCall call)
    {
        var with = new Project(
            input,
            [.. input.Columns.Select(c => Columns.Keep(c, call.Span)), .. Arguments(call)],
            call.Span);
        var columns = input.Columns.ToDictionary(c => c, c => new PlanColumn(c.Name, c.Type));
        var start = new PlanColumn("session", KqlType.DateTime);
        var stage = new RowsStage(
            [Lift(with)], new SessionWindow(), [.. input.Columns.Select(c => columns[c]), start], call.Span);
        return (stage, scalar => Replace(scalar, call, columns, start));
    }

    private static IEnumerable<Assignment> Arguments(WindowCall call)
    {
        Scalar never = new Literal(false, KqlType.Bool, call.Span);
        (Scalar Value, KqlType Type)[] arguments =
        [
            (call.Arguments[0], KqlType.DateTime), (call.Arguments[1], KqlType.TimeSpan),
            (call.Arguments[2], KqlType.TimeSpan), (call.Arguments.ElementAtOrDefault(3) ?? never, KqlType.Bool),
        ];
        return arguments.Select((a, i) => new Assignment(
            new PlanColumn($"argument_{i}", a.Type), Conversion.To(a.Type, a.Value)));
    }

    private static Scalar Replace(
        Scalar scalar, WindowCall call, Dictionary<PlanColumn, PlanColumn> columns, PlanColumn start)
    {
        IReadOnlyList<Scalar> All(IReadOnlyList<Scalar> arguments) =>
            [.. arguments.Select(a => Replace(a, call, columns, start))];

        return scalar switch
        {
            _ when ReferenceEquals(scalar, call) => new ColumnRef(start, call.Span),
            ColumnRef reference when columns.TryGetValue(reference.Column, out var column) =>
                new ColumnRef(column, reference.Span),
            Call c => c with { Arguments = All(c.Arguments) },
            WindowCall c => c with { Arguments = All(c.Arguments) },
            InSubquery c => c with { Value = Replace(c.Value, call, columns, start) },
            _ => scalar,
        };
    }

    /// <summary>The innermost call of the function, or null.</summary>
    private static WindowCall? Find(Scalar scalar) => scalar switch
    {
        WindowCall call => Find(call.Arguments) ?? (call.Function == Function ? call : null),
        Call call => Find(call.Arguments),
        InSubquery call => Find(call.Value),
        _ => null,
    };

    private static WindowCall? Find(IReadOnlyList<Scalar> arguments) =>
        arguments.Select(Find).FirstOrDefault(found => found is not null);
}
