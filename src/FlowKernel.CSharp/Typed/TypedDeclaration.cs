using FlowKernel.Results;

namespace FlowKernel.CSharp.Typed;

/// <summary>
/// The C# that declares a query's result under a name, as <c>--name</c> does: a record for its rows, a class for its
/// columns, a <see cref="Session.FlowResult"/> of both, and the variable (null until a result is put there).
/// </summary>
/// <param name="Name">The variable's name.</param>
/// <param name="Types">The declarations of the types.</param>
/// <param name="Variable">The declaration of the variable.</param>
public sealed record TypedDeclaration(string Name, string Types, string Variable)
{
    /// <summary>All of it, as the text of a cell.</summary>
    public string Source => Types + Variable;

    /// <summary>
    /// The declaration for a result of these columns. It depends on nothing else, so the same columns under the same
    /// name give the same text.
    /// </summary>
    /// <param name="name">A C# identifier.</param>
    /// <param name="columns">The result's columns, in order.</param>
    /// <param name="stem">What the names of the types begin with; by default <see cref="StemOf"/> the name.</param>
    public static TypedDeclaration Of(string name, IReadOnlyList<KqlColumn> columns, string? stem = null)
    {
        var source = new TypedSource(name, stem ?? StemOf(name), columns);
        return new TypedDeclaration(name, source.Row() + source.Columns() + source.Result(), source.Variable());
    }

    /// <summary>What the names of the types begin with where nothing else has those names.</summary>
    public static string StemOf(string name) => char.ToUpperInvariant(name[0]) + name[1..];

    /// <summary>The names of the types.</summary>
    internal static (string Row, string Columns, string Result) TypeNames(string stem) =>
        (stem + "Row", stem + "Columns", stem + "Result");
}
