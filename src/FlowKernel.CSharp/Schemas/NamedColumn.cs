using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlowKernel.CSharp.Schemas;

/// <summary>A place where C# names a column by a text.</summary>
/// <param name="Source">The query, result or row that has the column.</param>
/// <param name="Name">What gives the name.</param>
internal sealed record NamedColumn(ExpressionSyntax Source, ExpressionSyntax Name)
{
    /// <summary>The type that the column is read as, or null.</summary>
    public ITypeSymbol? As { get; init; }

    /// <summary>True where the column must hold IP addresses.</summary>
    public bool IsAddress { get; init; }
}
