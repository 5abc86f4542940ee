using FlowKernel.Results;
using Microsoft.CodeAnalysis;

namespace FlowKernel.CSharp.Kql;

/// <summary>The columns of the table that C# rows become, where their type tells.</summary>
internal static class KeptColumns
{
    /// <summary>The columns; null when the type does not tell them all.</summary>
    public static IReadOnlyList<KqlColumn>? Of(ITypeSymbol rows) => null;
}
