using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlowKernel.CSharp.Submissions.Consolidation;

/// <summary>The text of a cell that declares what several cells declared.</summary>
internal static class ConsolidatedText
{
    private static readonly SymbolDisplayFormat TypeName = SymbolDisplayFormat.FullyQualifiedFormat
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    /// <summary>What is compiled: variables without values, and functions as they were compiled before.</summary>
    public static string Compiled(IEnumerable<Submission> cells) => Text(cells, Functions);

    /// <summary>What an editor is told of: functions as their user wrote them, with their documentation.</summary>
    public static string Written(IEnumerable<Submission> cells) => Text(cells, WrittenFunctions);

    private static string Text(IEnumerable<Submission> cells, Func<Submission, IEnumerable<string>> functions)
    {
        var text = new StringBuilder();
        foreach (var cell in cells)
        {
            var variables = cell.Compilation.Members().OfType<IFieldSymbol>().Select(Variable);
            foreach (var member in variables.Concat(functions(cell)))
                text.Append(member).Append('\n');
        }

        return text.ToString();
    }

    private static string Variable(IFieldSymbol field)
    {
        var type = field.Type.WithNullableAnnotation(field.NullableAnnotation).ToDisplayString(TypeName);
        return $"{type} @{field.Name};";
    }

    // An error in one is to have the line and column of the cell that it came from.
    private static IEnumerable<string> Functions(Submission cell)
    {
        var tree = cell.Compilation.CellTree();
        foreach (var function in In(tree))
        {
            var start = tree.GetLineSpan(function.Span).StartLinePosition;
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"#line {start.Line + 1} \"{tree.FilePath}\"\n{new string(' ', start.Character)}{function}");
        }
    }

    private static IEnumerable<string> WrittenFunctions(Submission cell) =>
        In(SubmissionCompiler.Parse(cell.Code, "")).Select(f => f.ToFullString());

    private static IEnumerable<MethodDeclarationSyntax> In(SyntaxTree tree) =>
        ((CompilationUnitSyntax)tree.GetRoot()).Members.OfType<MethodDeclarationSyntax>();
}
