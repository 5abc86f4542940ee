namespace FlowKernel.Diagnostics;

/// <summary>How much a diagnostic stops: an error keeps the text from running, the others do not.</summary>
public enum Severity
{
    /// <summary>The text cannot run.</summary>
    Error,

    /// <summary>The text runs, but probably not as meant.</summary>
    Warning,

    /// <summary>Worth knowing.</summary>
    Information,
}
