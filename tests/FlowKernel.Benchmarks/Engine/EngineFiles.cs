namespace FlowKernel.Benchmarks.Engine;

/// <summary>The SQL and KQL beside this code, embedded.</summary>
internal static class EngineFiles
{
    /// <summary>A file's text, by its path below this folder.</summary>
    public static string Read(string path)
    {
        var name = "Engine/" + path;
        using var stream = typeof(EngineFiles).Assembly.GetManifestResourceStream(name)
            ?? throw new FileNotFoundException($"{name} is not embedded.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <summary>True when there is such a file.</summary>
    public static bool Has(string path) =>
        typeof(EngineFiles).Assembly.GetManifestResourceInfo("Engine/" + path) is not null;
}
