namespace FlowKernel.Charts.Resources;

/// <summary>Text files inside this assembly.</summary>
internal static class EmbeddedText
{
    /// <summary>The text of a file by its logical name.</summary>
    public static string Read(string name)
    {
        using var stream = typeof(EmbeddedText).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The resource {name} was not embedded.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
