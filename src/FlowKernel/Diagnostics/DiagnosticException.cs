namespace FlowKernel.Diagnostics;

/// <summary>
/// Carries diagnostics through code that can only throw, such as a C# cell; its message is for users.
/// </summary>
public sealed class DiagnosticException : Exception
{
    /// <summary>An exception whose message lists <paramref name="diagnostics"/>, one a line.</summary>
    /// <param name="diagnostics">What is wrong.</param>
    /// <param name="text">The text that their spans are offsets into, or null where it is not at hand.</param>
    public DiagnosticException(IReadOnlyList<Diagnostic> diagnostics, string? text = null)
        : base(string.Join('\n', diagnostics.Select(Describe)))
    {
        Diagnostics = diagnostics;
        Text = text;
    }

    /// <summary>An exception for one diagnostic.</summary>
    public DiagnosticException(Diagnostic diagnostic)
        : this([diagnostic])
    {
    }

    /// <summary>What is wrong.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; }

    /// <summary>The text that was checked, such as a query, or null.</summary>
    public string? Text { get; }

    private static string Describe(Diagnostic d) =>
        d.Hint is null ? $"{d.Code}: {d.Message}" : $"{d.Code}: {d.Message} {d.Hint}";
}
