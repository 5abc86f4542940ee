using FlowKernel.CSharp.Schemas;
using FlowKernel.CSharp.Submissions;
using FlowKernel.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using FlowDiagnostic = FlowKernel.Diagnostics.Diagnostic;
using TextSpan = FlowKernel.Text.TextSpan;

namespace FlowKernel.CSharp.Typed;

/// <summary>What speaks against a name for a C# variable: what the name means in cells already.</summary>
internal sealed class VariableNames(SubmissionScript script, SubmissionCompiler compiler)
{
    // Words that are names to the compiler, but not to a reader, or that would no longer mean what they say.
    private static readonly string[] ContextualWords = ["_", "await", "dynamic", "nameof", "var"];

    // .NET takes 1023 bytes, of which a letter may be three; the types' names are longer than the variable's.
    private const int Longest = 250;

    /// <summary>Errors and warnings with spans in the name; none when nothing has that name yet.</summary>
    public IReadOnlyList<FlowDiagnostic> Check(string name)
    {
        var span = new TextSpan(0, name.Length);
        if (name.Length > Longest)
            return [TooLong(name, span)];
        if (SyntaxFacts.IsReservedKeyword(SyntaxFacts.GetKeywordKind(name)) || ContextualWords.Contains(name) || BeginsSomethingElse(name))
            return [Keyword(name, span)];
        var meaning = MeaningOf(name);
        if (meaning is ITypeSymbol or INamespaceSymbol)
            return [TypeName(name, meaning, span)];
        if (meaning is not null && IsGlobal(meaning))
            return [Global(name, span)];
        return meaning is IFieldSymbol field && !FlowTypes.IsResult(field.Type) ? [Replaced(name, field, span)] : [];
    }

    // At the start of a cell record, for one, is the word that begins a type.
    private static bool BeginsSomethingElse(string name) =>
        SubmissionCompiler.Parse($"{name}[0]; {name}.Count(); {name}", path: "") is var tree
        && (tree.GetDiagnostics().Any() || tree.GetRoot().DescendantTokens().Count(t => t.IsKind(SyntaxKind.IdentifierToken) && t.ValueText == name) != 3);

    private ISymbol? MeaningOf(string name)
    {
        var cell = script.Compile(name, path: "");
        var word = cell.CellTree().GetRoot().DescendantNodes().OfType<IdentifierNameSyntax>().First();
        var found = cell.GetSemanticModel(cell.CellTree()).GetSymbolInfo(word);
        return found.Symbol ?? found.CandidateSymbols.FirstOrDefault();
    }

    private bool IsGlobal(ISymbol symbol) => symbol.ContainingType?.MetadataName == compiler.GlobalsType?.Name
        && symbol.ContainingNamespace?.ToDisplayString() == compiler.GlobalsType?.Namespace;

    private static string TypeOf(IFieldSymbol field) =>
        field.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);

    private static FlowDiagnostic Keyword(string name, TextSpan span) => new(
        "FK1102", $"'{name}' is a word of C#, so no variable can have that name.", span,
        "Choose a name that says what the rows are, such as 'flows' or 'peers'.");

    private static FlowDiagnostic TooLong(string name, TextSpan span) => new(
        "FK1102", $"'{name[..20]}…' has {name.Length} letters, and no variable has more than {Longest} here.", span,
        "Choose a name that says what the rows are, such as 'flows' or 'peers'.");

    private static FlowDiagnostic TypeName(string name, ISymbol meaning, TextSpan span) => new(
        "FK1103", $"'{name}' is a {KindOf(meaning)} in C#; a variable of that name would hide it.", span,
        $"Choose another name, such as '{char.ToLowerInvariant(name[0])}{name[1..]}Rows'.");

    private static string KindOf(ISymbol meaning) => meaning is INamespaceSymbol ? "namespace" : "type";

    private static FlowDiagnostic Global(string name, TextSpan span) => new(
        "FK1103", $"'{name}' is what C# cells call FlowKernel's own {name}; a variable of that name would hide it.",
        span, "Choose another name.");

    private static FlowDiagnostic Replaced(string name, IFieldSymbol field, TextSpan span) => new(
        "FK1104",
        $"'{name}' was a C# variable of type {TypeOf(field)}; it now holds this query's result.",
        span, "Give --name another name to keep both.", Severity.Warning);
}
