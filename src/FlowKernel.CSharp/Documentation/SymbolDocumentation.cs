using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace FlowKernel.CSharp.Documentation;

/// <summary>
/// The XML documentation of a symbol, with what it inherits: from the member that it overrides or implements, or from
/// the one that <c>inheritdoc</c> names.
/// </summary>
internal sealed class SymbolDocumentation
{
    private const int MostInherited = 5;
    private readonly XElement _root;

    private SymbolDocumentation(XElement root) => _root = root;

    /// <summary>What it is.</summary>
    public XElement? Summary => _root.Element("summary");

    /// <summary>What a call gives, or a property holds.</summary>
    public XElement? Returns => _root.Element("returns") ?? _root.Element("value");

    /// <summary>What else there is to say.</summary>
    public XElement? Remarks => _root.Element("remarks");

    /// <summary>What calls throw; <c>cref</c> says which type.</summary>
    public IEnumerable<XElement> Exceptions => _root.Elements("exception");

    /// <summary>What a parameter is for, or null.</summary>
    public XElement? Parameter(string name) => Named("param", name);

    /// <summary>What a type parameter is for, or null.</summary>
    public XElement? TypeParameter(string name) => Named("typeparam", name);

    /// <summary>The documentation of a symbol; empty when there is none.</summary>
    public static SymbolDocumentation Of(ISymbol symbol, Compilation compilation, CancellationToken cancellation)
    {
        var root = Read(symbol, cancellation);
        for (var i = 0; i < MostInherited && root.Element("inheritdoc") is { } inherit; i++)
        {
            var from = Named(inherit, compilation) ?? Base(symbol);
            inherit.Remove();
            if (from is null)
                break;
            root.Add(Read(from, cancellation).Elements().Where(e => !Has(root, e)));
            symbol = from;
        }

        return new SymbolDocumentation(root);
    }

    private XElement? Named(string element, string name) =>
        _root.Elements(element).FirstOrDefault(e => (string?)e.Attribute("name") == name);

    private static bool Has(XElement root, XElement element) => root.Elements(element.Name).Any(
        e => (string?)e.Attribute("name") == (string?)element.Attribute("name"));

    private static XElement Read(ISymbol symbol, CancellationToken cancellation)
    {
        var definition = symbol is IMethodSymbol { ReducedFrom: { } reduced } ? reduced : symbol.OriginalDefinition;
        var xml = definition.GetDocumentationCommentXml(cancellationToken: cancellation);
        if (string.IsNullOrWhiteSpace(xml))
            return new XElement("member");
        try
        {
            var read = XElement.Parse($"<member>{xml}</member>", LoadOptions.PreserveWhitespace);
            return read.Element("member") ?? read.Element("doc") ?? read;
        }
        catch (XmlException)
        {
            return new XElement("member");
        }
    }

    private static ISymbol? Named(XElement inherit, Compilation compilation) =>
        (string?)inherit.Attribute("cref") is { } cref
            ? DocumentationCommentId.GetFirstSymbolForDeclarationId(cref, compilation)
            : null;

    private static ISymbol? Base(ISymbol symbol) => symbol switch
    {
        IMethodSymbol { OverriddenMethod: { } overridden } => overridden,
        IPropertySymbol { OverriddenProperty: { } overridden } => overridden,
        INamedTypeSymbol { BaseType: { SpecialType: SpecialType.None } parent } => parent,
        INamedTypeSymbol type => type.Interfaces.FirstOrDefault(),
        _ => Implemented(symbol),
    };

    private static ISymbol? Implemented(ISymbol symbol) => symbol.ContainingType is { } type
        ? type.AllInterfaces
            .SelectMany(i => i.GetMembers(symbol.Name))
            .FirstOrDefault(m => SymbolEqualityComparer.Default.Equals(
                type.FindImplementationForInterfaceMember(m), symbol))
        : null;
}
