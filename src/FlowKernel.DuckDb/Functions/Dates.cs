using FlowKernel.Diagnostics;
using FlowKernel.DuckDb.Emit;
using FlowKernel.DuckDb.Functions.Native;
using FlowKernel.Results;

namespace FlowKernel.DuckDb.Functions;

/// <summary>
/// Functions on instants (https://learn.microsoft.com/kusto/query/scalar-functions#datetimetimespan-functions).
/// </summary>
internal static class Dates
{
    private const string Microseconds = "Instants keep microseconds, not ticks of 100 ns.";

    /// <summary>The names that ICU has beside those of IANA are left out.</summary>
    private const string Zones =
        """
        SELECT DISTINCT name FROM pg_timezone_names()
        WHERE NOT starts_with(name, 'SystemV/') AND name NOT IN (
          'ACT', 'AET', 'AGT', 'ART', 'AST', 'BET', 'BST', 'CAT', 'CNT', 'CST', 'CTT', 'EAT', 'ECT', 'IET', 'IST', 'JST',
          'MIT', 'NET', 'NST', 'PLT', 'PNT', 'PRT', 'PST', 'SST', 'VST',
          'Canada/East-Saskatchewan', 'US/Pacific-New', 'Factory')
        """;

    /// <summary>The rows.</summary>
    public static readonly FunctionRow[] Rows =
    [
        new("now", c => c.Count == 0
            ? SqlLiteral.Of(c.Context.Now, KqlType.DateTime)
            : Arithmetic.Move(SqlLiteral.Of(c.Context.Now, KqlType.DateTime), c[0], "+")),
        new("ago", c => Arithmetic.Move(SqlLiteral.Of(c.Context.Now, KqlType.DateTime), c[0], "-")),
        .. StartAndEnd("day", "'day'"),
        .. StartAndEnd("week", "'week'"),
        .. StartAndEnd("month", "'month'"),
        .. StartAndEnd("year", "'year'"),
        new("dayofweek", "(dayofweek({0:datetime}) * 864000000000)"),
        Part("dayofmonth", "day"),
        Part("dayofyear", "dayofyear"),
        Part("monthofyear", "month"),
        Part("getmonth", "month") with { Page = "monthofyear-function" },
        Part("getyear", "year"),
        Part("hourofday", "hour"),
        Part("week_of_year", "week") with { Page = "week-of-year-function" },
        Part("weekofyear", "week") with { Page = "week-of-year-function" },
        new("datetime_part", DateParts.Part) { Gives = KqlType.Long, Note = Microseconds },
        new("datepart", DateParts.Part)
        { Gives = KqlType.Long, Page = "datetime-part-function", Note = Microseconds },
        new("datetime_list_timezones", $"(SELECT to_json(list(name ORDER BY name)) FROM ({Zones}))"),
        new("datetime_diff", DateParts.Difference) { Gives = KqlType.Long, Note = Microseconds },
        new("datetime_add", DateParts.Add),
        new("make_datetime", MakeDateTime) { Note = Microseconds },
        new("around", "({0:datetime} BETWEEN kql_datetime(epoch_us({1:datetime}) - {2:timespan} // 10) "
            + "AND kql_datetime(epoch_us({1:datetime}) + {2:timespan} // 10))"),
        FromUnix("seconds", 1_000_000),
        FromUnix("milliseconds", 1_000),
        FromUnix("microseconds", 1),
        new("unixtime_nanoseconds_todatetime", "kql_datetime({0:long} // 1000)") { Note = Microseconds },
        new("format_datetime", FormatDateTime) { Note = Microseconds },
        new("datetime_utc_to_local", "kql_utc_to_local({0:datetime}, {1:string})"),
        new("datetime_local_to_utc", "kql_local_to_utc({0:datetime}, {1:string})"),
    ];

    private static FunctionRow Part(string name, string function) =>
        new(name, $"{function}({{0:datetime}})") { Gives = KqlType.Long };

    private static FunctionRow[] StartAndEnd(string unit, string quoted) =>
    [
        new($"startof{unit}", $"kql_start({quoted}, {{0:datetime}}, {{1:long=0}})"),
        new($"endof{unit}", $"kql_end({quoted}, {{0:datetime}}, {{1:long=0}})") { Note = Microseconds },
    ];

    private static FunctionRow FromUnix(string unit, long microseconds) => new(
        $"unixtime_{unit}_todatetime",
        c => c.TypeOf(0) == KqlType.Real
            ? $"kql_datetime(kql_real_to_long({c.Sql(0)} * {microseconds}))"
            : $"kql_datetime(TRY({c.As(0, KqlType.Long)} * {microseconds}))");

    private static Outcome<string> FormatDateTime(Invocation call)
    {
        if (TimeFormats.Check(call) is { } error)
            return error;
        return Instants.Value(call[0].Scalar) is { } known && call.TryConstant<string>(1, out var format)
            ? SqlText.Text(TimeFunctions.Format(known, format))
            : $"kql_format_datetime({call.As(0, KqlType.DateTime)}, {call.Sql(1)})";
    }

    private static Outcome<string> MakeDateTime(Invocation call)
    {
        if (call.Count == 1)
            return call.As(0, KqlType.DateTime);
        if (call.Count < 3)
            return call.Refuse("it needs a year, a month and a day");
        var whole = Enumerable.Range(0, 5).Select(i => i < call.Count ? call.As(i, KqlType.Long) : "0");
        var seconds = call.Count > 5 ? call.As(5, KqlType.Real) : "0.0";
        // DuckDB takes 60 and more, and goes on to the next minute, and rounds; so does it take an hour of 24.
        var hour = call.Count > 3 ? $" AND {call.As(3, KqlType.Long)} < 24" : "";
        return $"CASE WHEN {seconds} < 60{hour} THEN kql_checked_datetime(TRY(make_timestamp("
            + $"{string.Join(", ", whole)}, floor(round({seconds} * 10000000) / 10) / 1000000))) END";
    }
}
