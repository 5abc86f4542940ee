namespace FlowKernel.EndToEnd.Tools;

/// <summary>The <c>flowkernel</c> tool as a program of its own.</summary>
internal static class Tool
{
    public static string Assembly { get; } = Path.Combine(AppContext.BaseDirectory, "FlowKernel.Cli.dll");

    public static Task<ProcessEnd> RunAsync(params string[] arguments) =>
        ProcessRun.RunAsync("dotnet", [Assembly, .. arguments]);
}
