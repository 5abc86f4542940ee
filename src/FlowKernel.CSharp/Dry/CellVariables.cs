using FlowKernel.CSharp.Kql;
using FlowKernel.CSharp.References;
using FlowKernel.CSharp.Submissions;
using FlowKernel.Results;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlowKernel.CSharp.Dry;

/// <summary>A variable that a cell declares.</summary>
/// <param name="Name">Its name.</param>
/// <param name="CSharpType">Its type as people write it; null when the cell alone does not tell it.</param>
/// <param name="Type">The KQL type whose values it holds; null when there is none, or the type is not told.</param>
public sealed record CellVariable(string Name, string? CSharpType, KqlType? Type);

/// <summary>Reads which variables a cell declares, without running it or the cells before it.</summary>
public static class CellVariables
{
    /// <summary>The variables of a cell's text, in order.</summary>
    /// <param name="code">The text.</param>
    /// <param name="options">What cells start with.</param>
    public static IReadOnlyList<CellVariable> Of(string code, CSharpCellsOptions options)
    {
        var folder = new CellFolder(options.Folder);
        var compiler = new SubmissionCompiler(options, new CellAssemblies(folder), new LoadedFiles(folder));
        var tree = SubmissionCompiler.Parse(code, path: "");
        var model = compiler.Compile(tree, previous: null).GetSemanticModel(tree);
        return
        [
            .. tree.GetRoot().DescendantNodes().OfType<VariableDeclaratorSyntax>()
                .Select(v => model.GetDeclaredSymbol(v)).OfType<IFieldSymbol>()
                .Where(f => f.ContainingType.IsScriptClass).Select(Variable),
        ];
    }

    private static CellVariable Variable(IFieldSymbol field) => field.Type.TypeKind == TypeKind.Error
        ? new CellVariable(field.Name, CSharpType: null, Type: null)
        : new CellVariable(
            field.Name, field.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat), KqlTypeOf(field.Type));

    // A variable takes a value of its very type.
    private static KqlType? KqlTypeOf(ITypeSymbol type) =>
        KqlParameterTypes.Of(type)?.Type is { } kql && KqlParameterTypes.IsClr(type, kql.ClrType()) ? kql : null;
}
