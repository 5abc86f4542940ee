using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace FlowKernel.Serve.Http;

/// <summary>A step that every request passes.</summary>
internal interface IRequestStep
{
    /// <summary>Answers the request, or hands it to the steps behind.</summary>
    Task PassAsync(HttpContext context, RequestDelegate next);
}

/// <summary>Puts steps into an application.</summary>
internal static class RequestPipe
{
    public static void UseMiddlewareOf(this IApplicationBuilder application, IRequestStep step) =>
        application.Use(next => context => step.PassAsync(context, next));
}
