using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlowKernel.CSharp.Submissions;

/// <summary>
/// The names of a cell, which decide whether later cells can do without it.
/// </summary>
/// <param name="Declared">
/// What it declares, by name: a key for each member that only an equal member can replace. Null when it holds something
/// that nothing can replace, such as a file that it loads.
/// </param>
/// <param name="Mentioned">Every name in its text, whatever it stands for.</param>
/// <param name="Imports">Its usings and references.</param>
/// <param name="IsFixed">
/// True when it cannot be compiled a second time to the same: it refers to files, or its types have names that only the
/// first time gives.
/// </param>
internal sealed record SubmissionNames(
    IReadOnlyList<(string Name, string Key)>? Declared,
    IReadOnlySet<string> Mentioned,
    IReadOnlyList<string> Imports,
    bool IsFixed)
{
    /// <summary>The key of a variable.</summary>
    public const string Variable = "variable";

    // A call looks past a newer variable of another type and finds this one.
    private const string Callable = "callable variable";

    private const string Type = "type`";

    /// <summary>True for the key of a type.</summary>
    public static bool IsType(string key) => key.StartsWith(Type, StringComparison.Ordinal);

    /// <summary>The names of a compiled cell.</summary>
    public static SubmissionNames Of(CSharpCompilation cell)
    {
        var root = (CompilationUnitSyntax)cell.CellTree().GetRoot();
        var members = cell.Members().ToList();
        return new SubmissionNames(
            Loads(root) ? null : [.. members.Select(m => (m.Name, Key(m)))],
            root.MentionedNames().ToHashSet(),
            [.. root.Usings.Select(u => u.ToString()), .. References(root)],
            cell.RefersToFiles() || cell.ExternalReferences.Length > 0 || members.Exists(HasGeneratedType));
    }

    /// <summary>Those of the types that a cell declares, with their keys.</summary>
    public static IReadOnlyList<(string Name, string Key)> TypesOf(CSharpCompilation cell) =>
        [.. cell.Members().OfType<INamedTypeSymbol>().Select(t => (t.Name, Key(t)))];

    private static bool Loads(CompilationUnitSyntax root) => root.GetLoadDirectives().Count > 0;

    private static IEnumerable<string> References(CompilationUnitSyntax root) =>
        root.GetReferenceDirectives().Select(r => r.ToString().Trim());

    private static string Key(ISymbol member) => member switch
    {
        IFieldSymbol { Type.TypeKind: TypeKind.Delegate or TypeKind.Dynamic } => Callable,
        IFieldSymbol => Variable,
        INamedTypeSymbol type => string.Create(CultureInfo.InvariantCulture, $"{Type}{type.Arity}"),
        IMethodSymbol method => method.ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat),
        _ => member.ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat) + member.Kind,
    };

    private static bool HasGeneratedType(ISymbol member) => member switch
    {
        IFieldSymbol field => IsGenerated(field.Type),
        IPropertySymbol property => IsGenerated(property.Type),
        _ => false,
    };

    // Anonymous types, and the delegates of lambdas that fit no Func or Action.
    private static bool IsGenerated(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => IsGenerated(array.ElementType),
        INamedTypeSymbol named => named.IsAnonymousType || !named.CanBeReferencedByName
            || named.TypeArguments.Any(IsGenerated),
        _ => false,
    };
}
