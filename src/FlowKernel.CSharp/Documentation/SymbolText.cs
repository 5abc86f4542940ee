using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace FlowKernel.CSharp.Documentation;

/// <summary>All that a symbol's documentation says, as paragraphs.</summary>
internal sealed class SymbolText(TextStyle style, Compilation compilation)
{
    private readonly DocumentationText _text = new(style, compilation);

    /// <summary>Summary, parameters, returns, exceptions and remarks; those that are there.</summary>
    /// <param name="symbol">What is documented.</param>
    /// <param name="current">The parameter to make stand out, or null.</param>
    /// <param name="cancellation">Ends it.</param>
    public IReadOnlyList<string> Paragraphs(ISymbol symbol, IParameterSymbol? current, CancellationToken cancellation)
    {
        if (symbol is IParameterSymbol parameter)
            return OfParameter(parameter, cancellation);
        var documentation = SymbolDocumentation.Of(symbol, compilation, cancellation);
        string[] all =
        [
            _text.Of(documentation.Summary),
            List(Parameters(symbol).Select(p => (Name(p, current), documentation.Parameter(p.Name)))),
            List(TypeParameters(symbol).Select(t => (style.Code(t.Name), documentation.TypeParameter(t.Name)))),
            Labelled("Returns", documentation.Returns),
            List(documentation.Exceptions.Select(e => (Thrown(e), (XElement?)e))),
            _text.Of(documentation.Remarks),
        ];
        return [.. all.Where(p => p.Length > 0)];
    }

    private IReadOnlyList<string> OfParameter(IParameterSymbol parameter, CancellationToken cancellation)
    {
        var owner = SymbolDocumentation.Of(parameter.ContainingSymbol, compilation, cancellation);
        var text = _text.Of(owner.Parameter(parameter.Name));
        return text.Length > 0 ? [text] : [];
    }

    private string Labelled(string label, XElement? element) =>
        _text.Of(element) is { Length: > 0 } text ? $"{label}: {text}" : "";

    private string Thrown(XElement exception) =>
        "throws " + style.Code(_text.NameOf((string?)exception.Attribute("cref") ?? "T:Exception"));

    private string Name(IParameterSymbol parameter, IParameterSymbol? current) =>
        parameter.Name == current?.Name ? style.Strong(parameter.Name) : style.Code(parameter.Name);

    private string List(IEnumerable<(string Name, XElement? Element)> entries) => string.Join(
        '\n',
        from entry in entries
        let text = _text.Of(entry.Element)
        where text.Length > 0
        select $"- {entry.Name}: {text.Replace("\n", "\n  ", StringComparison.Ordinal)}");

    private static IEnumerable<IParameterSymbol> Parameters(ISymbol symbol) => symbol switch
    {
        IMethodSymbol method => method.Parameters,
        IPropertySymbol property => property.Parameters,
        INamedTypeSymbol { DelegateInvokeMethod: { } invoke } => invoke.Parameters,
        _ => [],
    };

    private static IEnumerable<ITypeParameterSymbol> TypeParameters(ISymbol symbol) => symbol switch
    {
        IMethodSymbol method => method.TypeParameters,
        INamedTypeSymbol type => type.TypeParameters,
        _ => [],
    };
}
