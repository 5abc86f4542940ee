using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using FlowKernel.Cli.Output;
using FlowKernel.Diagnostics;
using FlowKernel.Notebook.Display;
using FlowKernel.Results;
using FlowKernel.Text;

namespace FlowKernel.Cli.Querying;

/// <summary>Writes results and errors of <c>query</c> to the standard output.</summary>
internal static class QueryOutput
{
    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void Write(QueryResult result, OutputFormat format)
    {
        if (format == OutputFormat.Json)
        {
            Terminal.Out.WriteLine(ResultJson.Write(result));
            return;
        }

        var texts = result.Tables.Select(
            (table, i) => format == OutputFormat.Csv ? CsvText.Write(table) : Text(table, FooterOf(result, i)));
        Terminal.Out.Write(string.Join("\n", texts));
    }

    /// <summary>Tells why there is no result, in the form that goes with the format; gives the exit code.</summary>
    public static int Fail(IReadOnlyList<Diagnostic> diagnostics, string source, OutputFormat format)
    {
        if (format != OutputFormat.Json)
            return Terminal.Fail(diagnostics, source);
        Terminal.Out.WriteLine(
            new JsonObject { ["error"] = ErrorJson(diagnostics, source) }.ToJsonString(Json));
        return 1;
    }

    /// <summary>
    /// The first error: <c>{"code","message","line","column"}</c>, with <c>hint</c> where there is one.
    /// </summary>
    public static JsonObject ErrorJson(IReadOnlyList<Diagnostic> diagnostics, string source)
    {
        var first = diagnostics.FirstOrDefault(d => d.IsError) ?? diagnostics[0];
        var place = new SourceText(source).PositionOf(first.Span.Start);
        var error = new JsonObject
        {
            ["code"] = first.Code,
            ["message"] = first.Message,
            ["line"] = place.Line,
            ["column"] = place.Column,
        };
        if (first.Hint is not null)
            error["hint"] = first.Hint;
        return error;
    }

    private static string FooterOf(QueryResult result, int index) =>
        ResultFooter.Place(result, index) + ResultFooter.Of(result.Tables[index].RowCount, result.Statistics);

    private static string Text(KqlTable table, string footer) =>
        TableDisplay.Text(table, TableDisplayOptions.Default with { Footer = footer }) + "\n";
}
