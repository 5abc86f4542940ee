using System.Collections.Frozen;
using FlowKernel.Diagnostics;
using FlowKernel.DuckDb.Functions.Ip;
using FlowKernel.Plan;

namespace FlowKernel.DuckDb.Functions;

/// <summary>The scalar functions and operators of KQL that run exactly on DuckDB.</summary>
internal static class ScalarFunctions
{
    private static readonly FrozenDictionary<string, FunctionRow> ByName =
        Families.SelectMany(family => family.Rows).Concat(RuleFunctions.Rows).ToFrozenDictionary(row => row.Name, StringComparer.Ordinal);

    /// <summary>The families, in the order of the support page.</summary>
    public static IEnumerable<(string Family, FunctionRow[] Rows)> Families =>
    [
        ("Operators: arithmetic", Arithmetic.Rows),
        ("Operators: comparison", Comparisons.Rows),
        ("Operators: terms and texts", Terms.Rows),
        ("Strings", [.. Strings.Rows, .. KeyValues.Rows]),
        ("Conversions", Conversions.Rows),
        ("Conditions", Conditions.Rows),
        ("Numbers", Numbers.Rows),
        ("Units of measurement", Units.Rows),
        ("Dates", Dates.Rows),
        ("Lengths of time", Timespans.Rows),
        ("Dynamic values", Dynamics.Rows),
        ("Regular expressions", Patterns.Rows),
        ("IP addresses", Addresses.Rows),
        ("Hashes and encodings", Hashes.Rows),
        ("Sketches", SketchValues.Rows),
        ("Series", Series.Rows),
        ("Places on Earth", Places.Rows),
        ("Queries and clusters", Surroundings.Rows),
    ];

    /// <summary>
    /// The SQL of a call, of the DuckDB type of <see cref="Scalar.Type"/>; or a diagnostic when the function or this
    /// form of it cannot run exactly.
    /// </summary>
    public static Outcome<string> Emit(Call call, IReadOnlyList<SqlArgument> arguments, FunctionContext context) =>
        ByName.TryGetValue(call.Function, out var row)
            ? Run(row, new Invocation(call.Function, call.Type, call.Span, arguments, context))
            : Unknown(call);

    private static Outcome<string> Run(FunctionRow row, Invocation call) => Precision.Loses(call)
        ? call.Refuse("instants keep microseconds, and the query names one with more digits")
        : row.Run(call);

    private static Diagnostic Unknown(Call call) => new(
        "FK0131",
        $"The function '{call.Function}' is not supported on local data.",
        call.Span,
        call.Function is "like" or "notlike" or "like_cs" or "notlike_cs"
            ? "Write startswith, endswith, contains or matches regex."
            : "Run the query on a workspace or cluster instead.");
}
