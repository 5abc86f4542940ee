using System.Diagnostics.CodeAnalysis;
using FlowKernel.Session;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlowKernel.CSharp.Kql;

/// <summary>Tells which parameters and properties hold KQL: those marked <c>[StringSyntax("Kql")]</c>.</summary>
internal static class KqlMarks
{
    private const string Kql = "Kql";

    /// <summary>True for a parameter or property with the mark, or of type <see cref="KqlText"/>.</summary>
    public static bool IsKql(ISymbol symbol) => symbol.GetAttributes().Any(IsMark)
        || (symbol is IParameterSymbol parameter && IsKqlText(parameter.Type));

    /// <summary>True for the type that turns holes into parameters.</summary>
    public static bool IsKqlText(ITypeSymbol type) =>
        type is { Name: nameof(KqlText), ContainingNamespace.Name: nameof(Session) };

    /// <summary>True for a lambda's parameter with the mark, told from its syntax alone.</summary>
    public static bool IsKql(ParameterSyntax parameter) => parameter.AttributeLists
        .SelectMany(l => l.Attributes)
        .Any(a => a.Name.ToString().Split('.')[^1] is "StringSyntax" or nameof(StringSyntaxAttribute)
            && a.ArgumentList?.Arguments is [{ Expression: LiteralExpressionSyntax literal }, ..]
            && IsKql(literal.Token.ValueText));

    private static bool IsMark(AttributeData mark) =>
        mark.AttributeClass?.Name == nameof(StringSyntaxAttribute)
        && mark.ConstructorArguments is [{ Value: string syntax }, ..] && IsKql(syntax);

    private static bool IsKql(string syntax) => string.Equals(syntax, Kql, StringComparison.OrdinalIgnoreCase);
}
