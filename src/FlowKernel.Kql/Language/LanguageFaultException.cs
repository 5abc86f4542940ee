namespace FlowKernel.Kql.Language;

/// <summary>Why a call into the script engine ended without an answer.</summary>
internal enum LanguageFault
{
    /// <summary>It took longer than <see cref="V8Limits.CallTime"/>.</summary>
    Time,

    /// <summary>It needed more memory than <see cref="V8Limits.HeapBytes"/>.</summary>
    Memory,

    /// <summary>It nested deeper than the stack allows.</summary>
    Depth,

    /// <summary>The language service itself failed on the text.</summary>
    Failure,
}

/// <summary>Carries a <see cref="LanguageFault"/> from the engine's thread to the caller.</summary>
internal sealed class LanguageFaultException(LanguageFault fault, Exception cause)
    : Exception(cause.Message, cause)
{
    /// <summary>What ended the call.</summary>
    public LanguageFault Fault { get; } = fault;
}
