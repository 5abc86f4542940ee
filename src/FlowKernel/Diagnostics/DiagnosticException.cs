namespace FlowKernel.Diagnostics;

/// <summary>
/// Carries diagnostics through code that can only throw, such as a C# cell; its message is for users.
/// </summary>
public sealed class DiagnosticException : Exception
{
    /// <summary>An exception whose message lists <paramref name="diagnostics"/>, one a line.</summary>
    public DiagnosticException(IReadOnlyList<Diagnostic> diagnostics)
        : base(string.Join('\n', diagnostics.Select(Describe))) => Diagnostics = diagnostics;

    /// <summary>An exception for one diagnostic.</summary>
    public DiagnosticException(Diagnostic diagnostic)
        : this([diagnostic])
    {
    }

    /// <summary>What is wrong.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; }

    private static string Describe(Diagnostic d) =>
        d.Hint is null ? $"{d.Code}: {d.Message}" : $"{d.Code}: {d.Message} {d.Hint}";
}
