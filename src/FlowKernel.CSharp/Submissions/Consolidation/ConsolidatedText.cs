using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;

namespace FlowKernel.CSharp.Submissions.Consolidation;

/// <summary>
/// The text of a cell that declares what several cells declared: variables without values, constants, functions and types.
/// </summary>
internal static class ConsolidatedText
{
    private static readonly SymbolDisplayFormat TypeName = SymbolDisplayFormat.FullyQualifiedFormat
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    /// <summary>What is compiled: the others as they were compiled before.</summary>
    public static string Compiled(IEnumerable<Submission> cells) => Text(cells, Code);

    /// <summary>What an editor is told of: the others as their user wrote them, with their documentation.</summary>
    public static string Written(IEnumerable<Submission> cells) => Text(cells, WrittenCode);

    private static string Text(IEnumerable<Submission> cells, Func<Submission, IEnumerable<string>> code)
    {
        var text = new StringBuilder();
        foreach (var cell in cells)
        {
            var variables = cell.Compilation.Members().OfType<IFieldSymbol>().Where(f => !f.IsConst).Select(Variable);
            foreach (var member in variables.Concat(code(cell)))
                text.Append(member).Append('\n');
        }

        return text.ToString();
    }

    private static string Variable(IFieldSymbol field)
    {
        var type = field.Type.WithNullableAnnotation(field.NullableAnnotation)
            .ToDisplayString(field.Type.HasNameEverywhere() ? TypeName : SymbolDisplayFormat.MinimallyQualifiedFormat);
        return $"{type} @{field.Name};";
    }

    // An error in one is to have the line and column of the cell that it came from.
    private static IEnumerable<string> Code(Submission cell)
    {
        var tree = cell.Compilation.CellTree();
        foreach (var member in tree.Declarations())
        {
            var start = tree.GetLineSpan(member.Span).StartLinePosition;
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"#line {start.Line + 1} \"{tree.FilePath}\"\n{new string(' ', start.Character)}{member}");
        }
    }

    private static IEnumerable<string> WrittenCode(Submission cell) =>
        SubmissionCompiler.Parse(cell.Code, "").Declarations().Select(f => f.ToFullString());
}
