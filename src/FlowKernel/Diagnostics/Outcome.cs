using System.Diagnostics.CodeAnalysis;

namespace FlowKernel.Diagnostics;

/// <summary>A value, or the diagnostics that say why there is none; a value may come with warnings.</summary>
/// <typeparam name="T">What a success gives.</typeparam>
public readonly struct Outcome<T>
    where T : class
{
    private readonly IReadOnlyList<Diagnostic>? _diagnostics;

    /// <summary>A success, perhaps with warnings.</summary>
    public Outcome(T value, IReadOnlyList<Diagnostic>? warnings = null)
    {
        Value = value;
        _diagnostics = warnings;
    }

    /// <summary>A failure: at least one diagnostic is an error.</summary>
    public Outcome(IReadOnlyList<Diagnostic> errors)
    {
        Value = null;
        _diagnostics = errors;
    }

    /// <summary>The value, or null on failure.</summary>
    public T? Value { get; }

    /// <summary>Errors on failure; warnings, if any, on success.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics => _diagnostics ?? [];

    /// <summary>True when there is a value.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    public bool Succeeded => Value is not null;

    /// <summary>
    /// The value; throws <see cref="DiagnosticException"/> with the text that was checked when there is none.
    /// </summary>
    public T OrThrow(string? text = null) => Value ?? throw new DiagnosticException(Diagnostics, text);

    /// <summary>A success.</summary>
    public static implicit operator Outcome<T>(T value) => new(value);

    /// <summary>A failure with one error.</summary>
    public static implicit operator Outcome<T>(Diagnostic error) => new([error]);
}
