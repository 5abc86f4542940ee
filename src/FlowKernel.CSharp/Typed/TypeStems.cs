using System.Globalization;
using FlowKernel.CSharp.Schemas;
using FlowKernel.CSharp.Submissions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlowKernel.CSharp.Typed;

/// <summary>
/// What the names of a named result's types begin with: the result's own name, or a longer one where its types would
/// hide others, as those of <c>--name flow</c> would hide <c>FlowRow</c>.
/// </summary>
internal sealed class TypeStems(SubmissionScript script)
{
    private const string Longer = "Table";

    /// <summary>The stem for a result's name, as cells see their types now.</summary>
    public string Of(string name)
    {
        var stem = TypedDeclaration.StemOf(name);
        for (var next = 1; Hides(stem); next++)
        {
            var number = next == 1 ? "" : next.ToString(CultureInfo.InvariantCulture);
            stem = TypedDeclaration.StemOf(name) + Longer + number;
        }

        return stem;
    }

    private bool Hides(string stem)
    {
        var (row, columns, result) = TypedDeclaration.TypeNames(stem);
        var types = TypesOf(row, columns, result);
        var own = types.SelectMany(OfResult).ToHashSet(SymbolEqualityComparer.Default);
        return types.Exists(t => !own.Contains(t));
    }

    private List<ITypeSymbol> TypesOf(params string[] names)
    {
        var cell = script.Compile(string.Join(";\n", names), path: "");
        var model = cell.GetSemanticModel(cell.CellTree());
        return [.. cell.CellTree().GetRoot().DescendantNodes().OfType<IdentifierNameSyntax>()
            .Select(n => model.GetSymbolInfo(n))
            .Select(s => s.Symbol ?? s.CandidateSymbols.FirstOrDefault())
            .OfType<ITypeSymbol>()];
    }

    // A generated result and the types that it is made of, which an earlier cell of that name has left.
    private static IEnumerable<ITypeSymbol> OfResult(ITypeSymbol type) =>
        SubmissionCompiler.IsCell(type.ContainingAssembly.Name) && FlowTypes.IsResult(type)
            ? [type, .. type.BaseType!.TypeArguments, .. type.GetMembers().OfType<IPropertySymbol>().Select(p => p.Type)]
            : [];
}
