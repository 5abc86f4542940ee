using Microsoft.AspNetCore.Http;

namespace FlowKernel.Serve.Http;

/// <summary>Answers paths that mean nothing here.</summary>
internal static class NoEndpoint
{
    public static Task AnswerAsync(HttpContext context) =>
        ErrorAnswer.WriteAsync(
            context, [ServeDiagnostics.NoEndpoint(context.Request.Method, context.Request.Path)]);
}
