using FlowKernel.Session;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlowKernel.CSharp.Checking;

/// <summary>Ways out of slips that the code around a mistake shows, not the mistake's code alone.</summary>
internal static class CellHabits
{
    private const string Printing = "Write Console.WriteLine(...), or the value alone on the last line.";

    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["print"] = Printing,
        ["println"] = Printing,
        ["printf"] = Printing,
        ["echo"] = Printing,
        ["len"] = "Write .Count() for rows, .Length for texts and arrays.",
        ["None"] = "Write null.",
        ["True"] = "Write true.",
        ["False"] = "Write false.",
    };

    private static readonly Dictionary<string, string> Members = new(StringComparer.Ordinal)
    {
        ["Display"] = "Write display(...) around it.",
        ["ToDataFrame"] = "Write ToArrow(), or SaveCsv(\"FILE.csv\") or SaveArrow(\"FILE.arrow\") for other tools.",
        ["to_csv"] = "Write SaveCsv(\"FILE.csv\").",
        ["head"] = "Write Take(10).",
    };

    /// <summary>A way out, or null.</summary>
    public static string? For(Diagnostic found, CSharpCompilation cell, CancellationToken cancellation)
    {
        if (found.Location.SourceTree is not { } tree)
            return null;
        var root = tree.GetRoot(cancellation);
        var node = root.FindNode(found.Location.SourceSpan, getInnermostNodeForTie: true);
        return found.Id switch
        {
            "CS8852" or "CS0200" when node.FirstAncestorOrSelf<LambdaExpressionSyntax>() is not null => "Write == to compare.",
            "CS0029" when node is AssignmentExpressionSyntax && TargetOf(found) == "bool" => "Write == to compare.",
            "CS1012" => "Write texts in double quotes.",
            "CS0230" => "Write foreach (var row in rows).",
            "CS1503" when TargetOf(found) == "FlowKernel.Results.ChartKind" => "Write a kind such as ChartKind.Bar.",
            "CS0029" when IsSpanAsValue(found) => "A span cannot be the value of a cell: write .ToArray() behind it.",
            "CS0103" => Names.GetValueOrDefault(node.ToString()) ?? OfRow(node, cell.GetSemanticModel(tree), cancellation),
            "CS1061" => OfMember(node, cell.GetSemanticModel(tree), cancellation),
            _ => null,
        };
    }

    private static bool IsSpanAsValue(Diagnostic found) =>
        found.GetMessage(System.Globalization.CultureInfo.InvariantCulture) is var text
        && text.Contains("Span<", StringComparison.Ordinal) && text.Contains("'object'", StringComparison.Ordinal);

    private static string? TargetOf(Diagnostic found) =>
        found.GetMessage(System.Globalization.CultureInfo.InvariantCulture).Split('\'') is [.., var target, _] ? target : null;

    /// <summary>A column's name alone, where a function of the row is wanted.</summary>
    private static string? OfRow(SyntaxNode node, SemanticModel model, CancellationToken cancellation)
    {
        if (node is not IdentifierNameSyntax { Parent: ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } } name
            || call.Expression is not MemberAccessExpressionSyntax access)
            return null;
        var text = name.Identifier.ValueText;
        var type = model.GetTypeInfo(access.Expression, cancellation).Type;
        var rows = type?.AllInterfaces.Append(type as INamedTypeSymbol)
            .FirstOrDefault(t => t?.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T);
        return rows?.TypeArguments[0].GetMembers(text).Length > 0 ? $"Write row => row.{text}." : null;
    }

    private static string? OfMember(SyntaxNode node, SemanticModel model, CancellationToken cancellation)
    {
        var name = node.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().LastOrDefault();
        if (name is null)
            return null;
        return name.Parent is MemberAccessExpressionSyntax access
            && model.GetTypeInfo(access.Expression, cancellation).Type is { Name: nameof(FlowQuery) }
            && typeof(FlowResult).GetMember(name.Identifier.ValueText).Length > 0
                ? $"The query has not run: write (await Flow.Query(...)).{name.Identifier.ValueText}(...)."
                : OfAwaited(name, model, cancellation) ?? Members.GetValueOrDefault(name.Identifier.ValueText);
    }

    private static string? OfAwaited(SimpleNameSyntax name, SemanticModel model, CancellationToken cancellation) =>
        name.Parent is MemberAccessExpressionSyntax access
        && model.GetTypeInfo(access.Expression, cancellation).Type
            is INamedTypeSymbol { Name: nameof(Task) or nameof(ValueTask), TypeArguments: [var value] }
        && value.GetMembers(name.Identifier.ValueText).Length > 0
            ? $"Wait for it: write (await {access.Expression}).{name}."
            : null;
}
