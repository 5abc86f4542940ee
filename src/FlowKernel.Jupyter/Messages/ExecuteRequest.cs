using System.Text.Json;
using FlowKernel.Jupyter.Wire;

namespace FlowKernel.Jupyter.Messages;

/// <summary>A cell to run, with the protocol's defaults filled in.</summary>
internal sealed record ExecuteRequest
{
    public required string Code { get; init; }

    public bool Silent { get; init; }

    public bool StoreHistory { get; init; }

    public bool AllowStdin { get; init; }

    public bool StopOnError { get; init; }

    public required IReadOnlyList<(string Name, string Text)> UserExpressions { get; init; }

    public static ExecuteRequest From(JsonElement content)
    {
        var silent = content.Flag("silent") ?? false;
        return new ExecuteRequest
        {
            Code = content.Text("code") ?? "",
            Silent = silent,
            StoreHistory = !silent && (content.Flag("store_history") ?? true),
            AllowStdin = content.Flag("allow_stdin") ?? false,
            StopOnError = content.Flag("stop_on_error") ?? true,
            UserExpressions = [.. content.Texts("user_expressions")],
        };
    }
}
