using FlowKernel.Diagnostics;
using FlowKernel.Notebook.Kernel.Errors;
using Microsoft.AspNetCore.Http;

namespace FlowKernel.Serve.Http;

/// <summary>Answers requests that ended with an exception; an answer that has begun is broken off instead.</summary>
internal sealed class FailureAnswers(Action<string> log) : IRequestStep
{
    /// <inheritdoc/>
    public async Task PassAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody is there to be answered.
        }
        catch (Exception failure)
        {
            await TellAsync(context, Describe(failure));
        }
    }

    private static async Task TellAsync(HttpContext context, Diagnostic problem)
    {
        if (context.Response.HasStarted)
            context.Abort();
        else
            await ErrorAnswer.WriteAsync(context, [problem]);
    }

    private Diagnostic Describe(Exception failure)
    {
        if (failure is BadHttpRequestException bad)
        {
            return bad.StatusCode == StatusCodes.Status413PayloadTooLarge
                ? ServeDiagnostics.TooLarge()
                : ServeDiagnostics.BadBody(bad.Message);
        }

        if (failure is IOException)
            return ServeDiagnostics.Unreadable(failure.Message);
        var bug = new KernelBug(failure);
        log($"{KernelBug.Code}: {bug.Message} {bug.Summary}");
        return ServeDiagnostics.Fault($"{bug.Message} {bug.Summary}");
    }
}
