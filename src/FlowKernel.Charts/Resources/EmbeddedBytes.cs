namespace FlowKernel.Charts.Resources;

/// <summary>Binary files inside this assembly.</summary>
internal static class EmbeddedBytes
{
    /// <summary>The bytes of a file by its logical name.</summary>
    public static byte[] Read(string name)
    {
        using var stream = typeof(EmbeddedBytes).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The resource {name} was not embedded.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
