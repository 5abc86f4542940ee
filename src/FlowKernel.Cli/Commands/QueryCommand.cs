using System.CommandLine;
using FlowKernel.Cli.Querying;
using FlowKernel.Diagnostics;
using FlowKernel.Results;
using FlowKernel.Session;

namespace FlowKernel.Cli.Commands;

/// <summary><c>flowkernel query</c>: one query, or a file of them.</summary>
internal static class QueryCommand
{
    private static readonly Argument<string?> Kql = new("KQL")
    {
        Description = "The query, or - to read it from the standard input.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private static readonly Option<string[]> Param = new("--param")
    {
        Description = "A typed parameter: ip=10.1.1.8, last=60d, or name:type=value. May be repeated.",
    };

    private static readonly Option<string?> Last = new("--last")
    {
        Description = "Only rows of the last 7d, 12h or 30m before now.",
    };

    private static readonly Option<OutputFormat> Format = new("--format")
    {
        Description = "How the result is written; of several results, JSON has those after the first in \"more\".",
        DefaultValueFactory = _ => OutputFormat.Table,
    };

    private static readonly Option<FileInfo?> Chart = new("--chart")
    {
        Description = "Draw the result into a file: .html is interactive and opens offline, .svg and .png are pictures.",
    };

    private static readonly Option<bool> Explain = new("--explain")
    {
        Description = "Show the stages of the query: plan, SQL, and the time each took.",
    };

    private static readonly Option<FileInfo?> Batch = new("--batch")
    {
        Description = "Run each line's {\"id\",\"kql\"} of this file in a fresh scope; needs --out.",
    };

    private static readonly Option<FileInfo?> Out = new("--out")
    {
        Description = "Where --batch writes its result lines.",
    };

    public static Command Create()
    {
        var command = new Command(
            "query",
            "Run KQL over flow logs.\n\nExample: flowkernel query --sample "
            + "\"NTANetAnalytics | summarize sum(BytesSrcToDest) by SrcIp | top 5 by sum_BytesSrcToDest\"")
        {
            Kql, Param, Last, Format, Chart, Explain, Batch, Out,
        };
        ConnectionOptions.AddTo(command);
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult line, CancellationToken cancellation)
    {
        if (line.GetValue(Batch) is { } batch)
            return await BatchFile.RunAsync(batch, line.GetValue(Out), ConnectionOptions.Read(line), cancellation);

        var format = line.GetValue(Format);
        var kql = await ReadAsync(line.GetValue(Kql), cancellation);
        var request = kql.Succeeded ? RequestOf(line, kql.Value) : new Outcome<QueryRequest>(kql.Diagnostics);
        if (!request.Succeeded)
            return QueryOutput.Fail(request.Diagnostics, "", format);
        return line.GetValue(Explain)
            ? await Explanation.WriteAsync(request.Value, ConnectionOptions.Read(line), cancellation)
            : await QueryRun.RunAsync(
                request.Value, ConnectionOptions.Read(line), format, line.GetValue(Chart), cancellation);
    }

    private static Outcome<QueryRequest> RequestOf(ParseResult line, string kql)
    {
        var parameters = ParameterText.ParseAll(line.GetValue(Param) ?? []);
        if (!parameters.Succeeded)
            return new(parameters.Diagnostics);
        var request = new QueryRequest(kql) { Parameters = parameters.Value };
        if (line.GetValue(Last) is not { } last)
            return request;
        return KqlValues.TryParse(KqlType.TimeSpan, last, out var range)
            ? request with { Last = (TimeSpan)range! }
            : new Diagnostic("FK0704", $"'{last}' is not a length of time.", default, "Write --last 7d, 12h or 30m.");
    }

    private static async Task<Outcome<string>> ReadAsync(string? kql, CancellationToken cancellation) => kql switch
    {
        null => new Diagnostic(
            "FK0705", "There is no query.", default,
            "Write it as an argument in quotes, or - to read the standard input."),
        "-" => await Console.In.ReadToEndAsync(cancellation),
        _ => kql,
    };
}
