using FlowKernel.Diagnostics;
using FlowKernel.Results;
using FlowKernel.Session;

namespace FlowKernel.Serve.DataExplorer;

/// <summary>
/// The request properties that this server honours; those that only say how a service runs a query mean nothing here.
/// </summary>
internal sealed record RequestOptions
{
    private const long MostRows = 500_000;
    private const long MostBytes = 64 << 20;
    private static readonly TimeSpan UsualLimit = TimeSpan.FromMinutes(4);
    private static readonly TimeSpan LongestLimit = TimeSpan.FromHours(1);

    private static readonly string[] NotHonoured =
    [
        "query_take_max_records", "query_bin_auto_size", "query_bin_auto_at", "query_results_apply_getschema",
        "validatepermissions", "query_cursor_after_default", "query_cursor_before_or_at_default", "query_cursor_current",
    ];

    /// <summary>What <c>now()</c> gives; null for the store's own.</summary>
    public DateTime? Now { get; private init; }

    /// <summary>What of the tables the query sees.</summary>
    public TimeRange? Range { get; private init; }

    /// <summary>How much of each result is handed over; null for all of it.</summary>
    public ResultLimits? Limits { get; private init; }

    /// <summary>How long the query may run.</summary>
    public TimeSpan Limit { get; private init; }

    /// <summary>How the answer is laid out.</summary>
    public FrameLayout Layout { get; private init; } = new();

    /// <summary>Reads options, or says what is wrong with them.</summary>
    public static Outcome<RequestOptions> Read(KustoProperties properties)
    {
        if (NotHonoured.FirstOrDefault(properties.Options.ContainsKey) is { } name)
            return ServeDiagnostics.OptionNotHonoured(name);
        var reader = new OptionReader(properties.Options);
        if (reader.Text("query_language") is { } language && language is not ("csl" or "kql"))
            return ServeDiagnostics.BadOption("query_language", $"'{language}'", "kql");
        var options = new RequestOptions
        {
            Now = reader.Time("query_now"),
            Range = RangeOf(reader),
            Limits = LimitsOf(reader),
            Limit = LimitOf(reader),
            Layout = FrameLayout.Read(reader),
        };
        return reader.Mistakes.Count == 0 ? options : new Outcome<RequestOptions>(reader.Mistakes);
    }

    private static TimeRange? RangeOf(OptionReader reader) =>
        reader.Text("query_datetimescope_column") is { Length: > 0 } column
            ? new TimeRange(reader.Time("query_datetimescope_from"), reader.Time("query_datetimescope_to"))
            {
                Column = column,
            }
            : null;

    private static ResultLimits? LimitsOf(OptionReader reader) => reader.IsSet("notruncation")
        ? null
        : new ResultLimits(
            reader.Number("truncationmaxrecords") ?? MostRows, reader.Number("truncationmaxsize") ?? MostBytes);

    private static TimeSpan LimitOf(OptionReader reader)
    {
        if (reader.IsSet("norequesttimeout"))
            return LongestLimit;
        var asked = reader.Length("servertimeout") ?? UsualLimit;
        return asked <= TimeSpan.Zero ? UsualLimit : asked < LongestLimit ? asked : LongestLimit;
    }
}
