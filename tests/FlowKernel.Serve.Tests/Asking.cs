using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace FlowKernel.Serve.Tests;

/// <summary>An answer: its status and its JSON.</summary>
internal sealed record Answer(HttpStatusCode Status, JsonNode Json)
{
    /// <summary>The error of a failed request.</summary>
    public JsonNode Error => Json["error"]!;

    /// <summary>The frames of a kind.</summary>
    public List<JsonNode> Frames(string kind) =>
        [.. Json.AsArray().Where(f => (string)f!["FrameType"]! == kind).Select(f => f!)];

    /// <summary>The primary table of an answer in frames.</summary>
    public JsonNode Primary => Frames("DataTable").First(f => (string)f["TableKind"]! == "PrimaryResult");
}

/// <summary>Sends requests to the served sample.</summary>
internal static class Asking
{
    private static CancellationToken Test => TestContext.Current.CancellationToken;

    public static Task<Answer> FramesAsync(this ServedSample sample, string kql, JsonNode? properties = null) =>
        sample.PostAsync("/v2/rest/query", Body(kql, properties));

    public static Task<Answer> TablesAsync(this ServedSample sample, string kql, JsonNode? properties = null) =>
        sample.PostAsync("/v1/rest/query", Body(kql, properties));

    public static Task<Answer> CommandAsync(this ServedSample sample, string command) =>
        sample.PostAsync("/v1/rest/mgmt", Body(command, null));

    public static Task<Answer> WorkspaceAsync(
        this ServedSample sample, string kql, string? timespan = null, string? prefer = null) => sample.PostAsync(
            "/v1/workspaces/any/query", new JsonObject { ["query"] = kql, ["timespan"] = timespan },
            request => request.Headers.TryAddWithoutValidation("Prefer", prefer));

    public static async Task<Answer> PostAsync(
        this ServedSample sample, string path, JsonNode body, Action<HttpRequestMessage>? prepare = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        prepare?.Invoke(request);
        return await sample.SendAsync(request);
    }

    public static async Task<Answer> SendAsync(this ServedSample sample, HttpRequestMessage request)
    {
        using var response = await sample.Http.SendAsync(request, Test);
        return new Answer(response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync(Test))!);
    }

    public static JsonObject Body(string kql, JsonNode? properties) => new()
    {
        ["db"] = ServedSample.Database,
        ["csl"] = kql,
        ["properties"] = properties,
    };

    /// <summary>Properties with one option.</summary>
    public static JsonObject Option(string name, JsonNode? value) =>
        new() { ["Options"] = new JsonObject { [name] = value } };

    /// <summary>Waits until something is so; the test's own end ends it.</summary>
    public static async Task UntilAsync(Func<bool> condition)
    {
        while (!condition())
            await Task.Delay(20, Test);
    }
}
