using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlowKernel.CSharp.Submissions.Consolidation;

/// <summary>
/// The text of a cell that declares what several cells declared: variables without values, constants, functions and types.
/// </summary>
internal static class ConsolidatedText
{
    private static readonly SymbolDisplayFormat TypeName = SymbolDisplayFormat.FullyQualifiedFormat
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    /// <summary>The types of cells, as they were compiled before.</summary>
    public static string Types(IEnumerable<Submission> cells) => string.Concat(cells.SelectMany(c => Code(c, IsType)));

    /// <summary>The rest of them: variables by their types, the others as they were compiled before.</summary>
    public static string Members(IEnumerable<Submission> cells) => Text(cells, _ => Variable, cell => Code(cell, d => !IsType(d)));

    /// <summary>What an editor is told of cells that declare different names: all as their user wrote it, with its documentation.</summary>
    public static string Written(IReadOnlyList<Submission> cells) => WrittenTypes(cells) + WrittenMembers(cells);

    /// <summary>The types in <see cref="Written"/>.</summary>
    public static string WrittenTypes(IEnumerable<Submission> cells) => string.Concat(cells.SelectMany(c => WrittenCode(c, IsType)));

    /// <summary>The rest of <see cref="Written"/>.</summary>
    public static string WrittenMembers(IEnumerable<Submission> cells) =>
        CellClass.Without(Text(cells, DocumentedVariable, cell => WrittenCode(cell, d => !IsType(d))));

    private static string Text(
        IEnumerable<Submission> cells, Func<Submission, Func<IFieldSymbol, string>> variable, Func<Submission, IEnumerable<string>> code)
    {
        var text = new StringBuilder();
        foreach (var cell in cells)
        {
            var variables = cell.Compilation.Members().OfType<IFieldSymbol>().Where(f => !f.IsConst).Select(variable(cell));
            foreach (var member in variables.Concat(code(cell)))
                text.Append(member);
        }

        return text.ToString();
    }

    private static string Variable(IFieldSymbol field)
    {
        var type = field.Type.WithNullableAnnotation(field.NullableAnnotation).ToDisplayString(TypeName);
        return $"{type} @{field.Name};\n";
    }

    private static Func<IFieldSymbol, string> DocumentedVariable(Submission cell)
    {
        var comments = WrittenDocumentation.OfVariables(cell);
        return field => comments.GetValueOrDefault(field.Name) + Variable(field);
    }

    // An error in one is to have the line and column of the cell that it came from.
    private static IEnumerable<string> Code(Submission cell, Func<SyntaxNode, bool> isWanted)
    {
        var tree = cell.Compilation.CellTree();
        foreach (var member in tree.Declarations().Where(isWanted))
        {
            var start = tree.GetLineSpan(member.Span).StartLinePosition;
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"#line {start.Line + 1} \"{tree.FilePath}\"\n{new string(' ', start.Character)}{member}\n");
        }
    }

    private static IEnumerable<string> WrittenCode(Submission cell, Func<SyntaxNode, bool> isWanted) =>
        SubmissionCompiler.Parse(cell.Code, "").Declarations().Where(isWanted).Select(f => f.ToFullString() + '\n');

    /// <summary>True for the declaration of a type, a delegate among them.</summary>
    public static bool IsType(SyntaxNode declaration) => declaration is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax;
}
