using FlowKernel.Diagnostics;
using FlowKernel.Serve.DataExplorer;
using FlowKernel.Serve.LogAnalytics;
using Microsoft.AspNetCore.Http;

namespace FlowKernel.Serve.Http;

/// <summary>Answers with what is wrong, in the form of the service that was asked.</summary>
internal static class ErrorAnswer
{
    /// <summary>Writes the whole answer.</summary>
    /// <param name="context">The request.</param>
    /// <param name="diagnostics">What is wrong; the first error counts.</param>
    /// <param name="kql">The text that the diagnostics are about.</param>
    public static async Task WriteAsync(HttpContext context, IReadOnlyList<Diagnostic> diagnostics, string kql = "")
    {
        var first = diagnostics.FirstOrDefault(d => d.IsError) ?? diagnostics[0];
        var problem = Problem.Of(first, kql);
        context.Response.StatusCode = problem.Status;
        await using var body = JsonBody.Of(context);
        body.Json.WriteStartObject();
        body.Json.WritePropertyName("error");
        if (context.Request.Path.StartsWithSegments("/v1/workspaces", StringComparison.Ordinal))
            LogAnalyticsError.Write(body.Json, problem, RequestIdentity.Of(context));
        else
            OneApiError.Write(body.Json, problem, RequestIdentity.Of(context));
        body.Json.WriteEndObject();
    }
}
