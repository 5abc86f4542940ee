using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using FlowKernel.Cli.Composition;
using FlowKernel.Cli.Output;
using FlowKernel.Diagnostics;
using FlowKernel.Hosting;
using FlowKernel.Results;
using FlowKernel.Session;

namespace FlowKernel.Cli.Querying;

/// <summary>
/// <c>query --batch</c>: each line of the input, <c>{"id","kql"}</c>, in a fresh scope; one line of output each, a
/// result or an error, with the id. Never stops at a failing line.
/// </summary>
internal static class BatchFile
{
    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static async Task<int> RunAsync(
        FileInfo input, FileInfo? output, ConnectionChoice choice, CancellationToken cancellation)
    {
        if (output is null)
            return Terminal.Fail([NoOutput]);
        if (!input.Exists)
            return Terminal.Fail([NoInput(input)]);
        await using var workbench = new Workbench();
        var connected = await workbench.ConnectAsync(choice, cancellation);
        if (!connected.Succeeded)
            return Terminal.Fail(connected.Diagnostics);
        await using var writer = new StreamWriter(output.FullName);
        await foreach (var line in File.ReadLinesAsync(input.FullName, cancellation))
        {
            if (line.Trim().Length > 0)
            {
                var written = await RunLineAsync(line, workbench.Session, cancellation);
                await writer.WriteLineAsync(written.AsMemory(), cancellation);
            }
        }

        return 0;
    }

    private static async Task<string> RunLineAsync(string line, FlowSession session, CancellationToken cancellation)
    {
        string? id = null;
        try
        {
            var query = JsonNode.Parse(line)!;
            id = (string?)query["id"];
            var kql = (string?)query["kql"] ?? "";
            var result = await session.QueryAsync(new QueryRequest(kql), cancellation);
            return result.Succeeded
                ? WithId(id, result.Value)
                : Error(id, QueryOutput.ErrorJson(result.Diagnostics, kql));
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return Error(
                id, new JsonObject { ["code"] = "FK0999", ["message"] = e.Message, ["line"] = 1, ["column"] = 1 });
        }
    }

    private static string WithId(string? id, QueryResult result) =>
        $"{{\"id\":{JsonSerializer.Serialize(id, Json)},{ResultJson.Write(result)[1..]}";

    private static string Error(string? id, JsonObject error) =>
        new JsonObject { ["id"] = id, ["error"] = error }.ToJsonString(Json);

    private static readonly Diagnostic NoOutput =
        new("FK0706", "--batch needs a file for its results.", default, "Add --out RESULTS.jsonl.");

    private static Diagnostic NoInput(FileInfo file) =>
        new("FK0707", $"There is no file '{file.FullName}'.", default, "Give a file with one {\"id\",\"kql\"} a line.");
}
