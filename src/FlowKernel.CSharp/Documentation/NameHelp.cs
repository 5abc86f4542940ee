using FlowKernel.CSharp.Completion;
using FlowKernel.CSharp.Completion.Signatures;
using FlowKernel.Session;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Span = FlowKernel.Text.TextSpan;

namespace FlowKernel.CSharp.Documentation;

/// <summary>What a name of C# stands for: as in a cell, or the bare name of a member that cells are given.</summary>
internal sealed class NameHelp(CSharpCellsOptions options)
{
    private readonly BroughtMembers _members = new(options);

    /// <summary>The bare names of members.</summary>
    public IEnumerable<string> Members => _members.Names;

    /// <summary>True for a name or a keyword, with brackets or without; false for any other code.</summary>
    public static bool IsName(string text) =>
        SyntaxFacts.GetKeywordKind(text) != SyntaxKind.None
        || SyntaxFacts.GetContextualKeywordKind(text) != SyntaxKind.None
        || !SyntaxFactory.ParseTypeName(WithoutBrackets(text)).ContainsDiagnostics
        || IsMemberOfKeyword(WithoutBrackets(text));

    /// <summary>The explanation; null where it is no name, or of nothing.</summary>
    /// <param name="name">The name.</param>
    /// <param name="documentOf">Gives a text as a document that sees all cells.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task<QuickInfo?> ExplainAsync(
        string name, Func<string, Task<Document>> documentOf, CancellationToken cancellation)
    {
        if (!IsName(name))
            return null;
        name = WithoutBrackets(name);
        if (GenericName(name) is { } generic)
            return await CellQuickInfo.ExplainAsync(await documentOf($"{name} x"), generic.Identifier.Span.End, cancellation);
        var document = await documentOf(name);
        return await CellQuickInfo.ExplainAsync(document, name.Length, cancellation)
            ?? await CellQuickInfo.ExplainAsync(document, name.Length - 1, cancellation)
            ?? OfMember(name, (await document.Project.GetCompilationAsync(cancellation))!, cancellation);
    }

    private QuickInfo? OfMember(string name, Compilation compilation, CancellationToken cancellation)
    {
        var members = _members.OwnersOf(name)
            .SelectMany(type => compilation.GetTypeByMetadataName(type.FullName!)?.GetMembers(name) ?? [])
            .Where(m => m.DeclaredAccessibility == Accessibility.Public)
            .Select(AsCalled)
            .ToList();
        if (members.Count == 0)
            return null;
        string Text(TextStyle style) =>
            string.Join(style.Rule, members.Select(m => string.Join("\n\n", Paragraphs(m, style, compilation, cancellation))));
        return new QuickInfo(Text(TextStyle.Markdown), new Span(0, name.Length)) { Plain = Text(TextStyle.Plain) };
    }

    private static IEnumerable<string> Paragraphs(
        ISymbol member, TextStyle style, Compilation compilation, CancellationToken cancellation) =>
        new SymbolText(style, compilation).Paragraphs(member, null, cancellation)
            .Prepend(style.Block(member is IMethodSymbol ? new SignatureLine(member).Text : PropertyLine(member)));

    private static ISymbol AsCalled(ISymbol member) =>
        member is IMethodSymbol { IsExtensionMethod: true } method
            ? method.ReduceExtensionMethod(method.Parameters[0].Type) ?? method
            : member;

    private static string PropertyLine(ISymbol property) =>
        property.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat.AddMemberOptions(
            SymbolDisplayMemberOptions.IncludeType));

    // Such as string.Join, where the keyword is no name of a type.
    private static bool IsMemberOfKeyword(string text) =>
        SyntaxFactory.ParseExpression(text) is MemberAccessExpressionSyntax
        {
            Expression: PredefinedTypeSyntax, ContainsDiagnostics: false,
        };

    // Of List<int> what is asked is List; alone its end would tell of int, and it would read as a comparison.
    private static GenericNameSyntax? GenericName(string text) => SyntaxFactory.ParseTypeName(text) switch
    {
        GenericNameSyntax generic => generic,
        QualifiedNameSyntax { Right: GenericNameSyntax generic } => generic,
        _ => null,
    };

    private static string WithoutBrackets(string name) =>
        name.EndsWith("()", StringComparison.Ordinal) ? name[..^2] : name;
}
