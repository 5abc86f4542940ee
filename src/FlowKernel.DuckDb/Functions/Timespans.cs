using FlowKernel.Results;

namespace FlowKernel.DuckDb.Functions;

/// <summary>Functions on lengths of time.</summary>
internal static class Timespans
{
    /// <summary>The rows.</summary>
    public static readonly FunctionRow[] Rows =
    [
        new("make_timespan", c => c.Count switch
        {
            1 => c.As(0, KqlType.TimeSpan),
            2 => $"kql_make_timespan(0, {c.All(KqlType.Long)}, 0.0)",
            3 => $"kql_make_timespan(0, {c.As(0, KqlType.Long)}, {c.As(1, KqlType.Long)}, {c.As(2, KqlType.Real)})",
            4 => FromDays(c),
            _ => c.Refuse("it takes two to four numbers"),
        }),
        new("format_timespan", c => TimeFormats.Check(c) is { } error
            ? error
            : $"kql_format_timespan({c.As(0, KqlType.TimeSpan)}, {c.Sql(1)})"),
    ];

    private static string FromDays(Invocation call) =>
        $"kql_make_timespan({call.As(0, KqlType.Long)}, {call.As(1, KqlType.Long)}, {call.As(2, KqlType.Long)}, "
        + $"{call.As(3, KqlType.Real)})";
}
