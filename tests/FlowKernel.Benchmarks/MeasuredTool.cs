namespace FlowKernel.Benchmarks;

/// <summary>The tool whose processes are measured.</summary>
internal static class MeasuredTool
{
    /// <summary>FLOWKERNEL_TOOL, such as the FlowKernel.Cli.dll of a published tool; without it, the one built here.</summary>
    public static string Path { get; } = Environment.GetEnvironmentVariable("FLOWKERNEL_TOOL") is { Length: > 0 } tool
        ? tool
        : System.IO.Path.Combine(AppContext.BaseDirectory, "FlowKernel.Cli.dll");
}
