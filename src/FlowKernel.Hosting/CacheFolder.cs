namespace FlowKernel.Hosting;

/// <summary>The user's folder for what can be made anew at any time.</summary>
public static class CacheFolder
{
    /// <summary>FLOWKERNEL_CACHE, or <c>flowkernel</c> in the folder that the system has for it.</summary>
    public static string Path { get; } = Environment.GetEnvironmentVariable("FLOWKERNEL_CACHE") is { Length: > 0 } cache
        ? cache
        : System.IO.Path.Combine(
            Environment.GetFolderPath(
                Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify),
            "flowkernel");
}
