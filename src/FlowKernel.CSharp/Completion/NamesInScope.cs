using Microsoft.CodeAnalysis;

namespace FlowKernel.CSharp.Completion;

/// <summary>The symbols that a word being typed can stand for, by name, and the type that is expected of it.</summary>
internal sealed class NamesInScope
{
    private readonly ILookup<string, ISymbol> _symbols;
    private readonly Compilation _compilation;
    private readonly Dictionary<ITypeSymbol, bool> _convertible = new(SymbolEqualityComparer.Default);

    private NamesInScope(IEnumerable<ISymbol> symbols, Compilation compilation, ITypeSymbol? expected)
    {
        _symbols = symbols.ToLookup(s => s.Name, StringComparer.Ordinal);
        _compilation = compilation;
        Expected = expected;
    }

    /// <summary>The type that is expected of the word; null when anything goes.</summary>
    public ITypeSymbol? Expected { get; }

    /// <summary>The symbols at a place, where <paramref name="container"/> is what stands before its dot.</summary>
    public static NamesInScope At(
        WordPlace place, INamespaceOrTypeSymbol? container, CancellationToken cancellation)
    {
        var symbols = !place.IsMember ? place.Model.LookupSymbols(place.Start)
            : container is null ? []
            : place.Model.LookupSymbols(place.Start, container, includeReducedExtensionMethods: true);
        return new NamesInScope(symbols, place.Model.Compilation, ExpectedType.At(place, cancellation));
    }

    /// <summary>The symbols of a name.</summary>
    public IEnumerable<ISymbol> Named(string name) => _symbols[name];

    /// <summary>True when a value of this name can stand where a certain type is expected.</summary>
    public bool IsExpected(string name) =>
        Expected is not null
        && name is not (nameof(Equals) or nameof(GetHashCode))
        && _symbols[name].Select(TypeOf).OfType<ITypeSymbol>()
            .Any(IsConvertible);

    // Many names have the same few types.
    private bool IsConvertible(ITypeSymbol type)
    {
        if (!_convertible.TryGetValue(type, out var convertible))
        {
            convertible = _compilation.ClassifyCommonConversion(type, Expected!).IsImplicit;
            _convertible.Add(type, convertible);
        }

        return convertible;
    }

    private static ITypeSymbol? TypeOf(ISymbol symbol) => symbol switch
    {
        ILocalSymbol local => local.Type,
        IParameterSymbol parameter => parameter.Type,
        IFieldSymbol field => field.Type,
        IPropertySymbol property => property.Type,
        IMethodSymbol { ReturnsVoid: false } method => method.ReturnType,
        _ => null,
    };
}
