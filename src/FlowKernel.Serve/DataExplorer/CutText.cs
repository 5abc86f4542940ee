using System.Globalization;
using FlowKernel.Results;

namespace FlowKernel.Serve.DataExplorer;

/// <summary>Says why a table is not whole, in the words that clients look for.</summary>
internal static class CutText
{
    private const long Mebibyte = 1 << 20;

    /// <summary>The whole message.</summary>
    public static string Of(ResultCut cut) =>
        $"Query execution has exceeded the allowed limits (80DA0003): {Reason(cut)} Summarize or take fewer rows, "
        + "or allow more by the request property truncationmaxrecords, truncationmaxsize or notruncation.";

    /// <summary>Which limit it is.</summary>
    public static string Reason(ResultCut cut) =>
        $"The results of this query exceed the set limit of {Limit(cut)}, so not all records were returned "
        + "(E_QUERY_RESULT_SET_TOO_LARGE, 0x80DA0003).";

    private static string Limit(ResultCut cut) => cut switch
    {
        { Limit: LimitedSize.Rows } => string.Create(CultureInfo.InvariantCulture, $"{cut.Most} records"),
        _ when cut.Most % Mebibyte == 0 => string.Create(CultureInfo.InvariantCulture, $"{cut.Most / Mebibyte} MB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{cut.Most} bytes"),
    };
}
