using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FlowKernel.CSharp.Submissions.Consolidation;

/// <summary>Cells that declare types and nothing else, and whose types keep nothing of their own.</summary>
internal static class TypesAlone
{
    /// <summary>
    /// True for a cell that may be unloaded while nothing of it is in use, and compiled once more: its types have no static
    /// fields, whose values would be lost, and no lines such as <c>#if</c>, which go by what the cell's first lines say.
    /// </summary>
    public static bool Are(CSharpCompilation cell)
    {
        var members = cell.Members().ToList();
        return members.Count > 0 && members.TrueForAll(m => m is INamedTypeSymbol type && KeepsNothing(type))
            && cell.ExternalReferences.Length == 0 && !cell.HasDirectives();
    }

    private static bool KeepsNothing(INamedTypeSymbol type) =>
        type is { CanBeReferencedByName: true, IsFileLocal: false }
        && type.StaticConstructors.All(c => c.IsImplicitlyDeclared)
        && type.GetMembers().All(m => m is not IFieldSymbol { IsStatic: true, IsConst: false })
        && type.GetMembers().All(m => m is not IEventSymbol { IsStatic: true })
        && type.GetTypeMembers().All(KeepsNothing);
}
