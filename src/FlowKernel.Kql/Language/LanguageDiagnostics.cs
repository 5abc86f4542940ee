using System.Globalization;
using FlowKernel.Diagnostics;
using FlowKernel.Text;

namespace FlowKernel.Kql.Language;

/// <summary>The sentences of this project's own diagnostics about a whole query text.</summary>
internal static class LanguageDiagnostics
{
    private static readonly TextSpan Nowhere = new(0, 0);

    public static Diagnostic TooLong(int limit) => new(
        "FK0110",
        string.Create(CultureInfo.InvariantCulture, $"The query is longer than {limit:N0} characters."),
        Nowhere,
        "Put long lists of values into a table of their own, or pass them as a parameter.");

    public static Diagnostic Fault(LanguageFault fault, V8Limits limits) => fault switch
    {
        LanguageFault.Time => new(
            "FK0111",
            string.Create(CultureInfo.InvariantCulture,
                $"Checking the query took longer than {limits.CallTime.TotalSeconds:0.#} s, so it was stopped."),
            Nowhere,
            "Make the query shorter or less deeply nested."),
        LanguageFault.Memory => new(
            "FK0112",
            "Checking the query needed too much memory, so it was stopped.",
            Nowhere,
            "Make the query shorter or less deeply nested."),
        LanguageFault.Depth => new(
            "FK0113",
            "The query is nested too deeply to be checked.",
            Nowhere,
            "Name inner parts with let, and write long chains of or as in (...)."),
        _ => new(
            "FK0114",
            "The KQL language service failed on this query.",
            Nowhere,
            "Write it in smaller steps to find the part that it fails on."),
    };

    public static Diagnostic Command(int length) => new(
        "FK0115",
        "This is a management command, and only queries run here.",
        new TextSpan(0, length),
        "Remove the leading dot, or run the command in Azure Data Explorer.");

    public static Diagnostic NoResult(int length) => new(
        "FK0116",
        "The query has no tabular expression, so it gives no result.",
        new TextSpan(0, length),
        "End it with a table and its operators, such as: NTANetAnalytics | take 10.");
}
