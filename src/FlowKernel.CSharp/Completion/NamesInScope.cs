using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlowKernel.CSharp.Completion;

/// <summary>The symbols that a word being typed can stand for, by name, and the type that is expected of it.</summary>
internal sealed class NamesInScope
{
    private readonly ILookup<string, ISymbol> _symbols;
    private readonly Compilation _compilation;
    private readonly ITypeSymbol? _expected;

    private NamesInScope(IEnumerable<ISymbol> symbols, Compilation compilation, ITypeSymbol? expected)
    {
        _symbols = symbols.ToLookup(s => s.Name, StringComparer.Ordinal);
        _compilation = compilation;
        _expected = expected;
    }

    /// <summary>The symbols at the word that begins at an offset.</summary>
    public static async Task<NamesInScope> AtAsync(Document document, int start, CancellationToken cancellation)
    {
        var root = (await document.GetSyntaxRootAsync(cancellation))!;
        var model = (await document.GetSemanticModelAsync(cancellation))!;
        var before = start == 0 ? default : root.FindToken(start - 1);
        var symbols = before.IsKind(SyntaxKind.DotToken)
            ? Members(before, model, start, cancellation)
            : model.LookupSymbols(start);
        return new NamesInScope(symbols, model.Compilation, ExpectedType.At(root, model, start, cancellation));
    }

    /// <summary>The symbols of a name.</summary>
    public IEnumerable<ISymbol> Named(string name) => _symbols[name];

    /// <summary>True when a value of this name can stand where a certain type is expected.</summary>
    public bool IsExpected(string name) =>
        _expected is not null
        && name is not (nameof(Equals) or nameof(GetHashCode))
        && _symbols[name].Select(TypeOf).OfType<ITypeSymbol>()
            .Any(type => _compilation.ClassifyCommonConversion(type, _expected).IsImplicit);

    /// <summary>True for a name that everything has, such as <c>GetHashCode</c>: hardly anyone looks for it.</summary>
    public bool IsOfEverything(string name) =>
        name is nameof(Equals) or nameof(GetHashCode)
        || _symbols[name].FirstOrDefault() is { ContainingType.SpecialType: SpecialType.System_Object };

    private static ITypeSymbol? TypeOf(ISymbol symbol) => symbol switch
    {
        ILocalSymbol local => local.Type,
        IParameterSymbol parameter => parameter.Type,
        IFieldSymbol field => field.Type,
        IPropertySymbol property => property.Type,
        IMethodSymbol { ReturnsVoid: false } method => method.ReturnType,
        _ => null,
    };

    private static IEnumerable<ISymbol> Members(
        SyntaxToken dot, SemanticModel model, int start, CancellationToken cancellation)
    {
        SyntaxNode? left = dot.Parent switch
        {
            MemberAccessExpressionSyntax access => access.Expression,
            QualifiedNameSyntax qualified => qualified.Left,
            MemberBindingExpressionSyntax binding =>
                binding.FirstAncestorOrSelf<ConditionalAccessExpressionSyntax>()?.Expression,
            _ => null,
        };
        if (left is null)
            return [];
        var container = model.GetSymbolInfo(left, cancellation).Symbol as INamespaceOrTypeSymbol
            ?? model.GetTypeInfo(left, cancellation).Type;
        return container is null
            ? []
            : model.LookupSymbols(start, container, includeReducedExtensionMethods: true);
    }
}
