using System.ComponentModel;

namespace FlowKernel.Session;

/// <summary>
/// A C# constant that an interpolated query begins with: part of the query's text, as its author wrote it. Cells are
/// given it where the compiler knows the constant; a value that only running brings is never one.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct KqlConstant
{
    private KqlConstant(string kql) => Kql = kql;

    /// <summary>The text.</summary>
    public string Kql { get; }

    /// <summary>The constant of a text.</summary>
    public static KqlConstant Of(string kql) => new(kql);
}
