using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FlowKernel.CSharp.Submissions.Consolidation;

/// <summary>
/// A cell's types that stay in the assembly that they were loaded from, so that their objects remain what they are, while
/// the rest of the cell is compiled again: later cells find them there like those of a library.
/// </summary>
internal static class TypesInPlace
{
    /// <summary>True when later cells can use all types of a cell by their names alone, as they could until now.</summary>
    public static bool ArePossible(CSharpCompilation cell) => cell.Members().OfType<INamedTypeSymbol>().All(IsPossible);

    /// <summary>The lines that bring the names of a cell's types.</summary>
    public static IEnumerable<string> Usings(CSharpCompilation cell)
    {
        var types = cell.Members().OfType<INamedTypeSymbol>().ToList();
        return types.Exists(t => t.Arity > 0)
            ? [$"using static global::{cell.ScriptClass!.Name};\n"]
            : types.Select(t => $"using @{t.Name} = global::{cell.ScriptClass!.Name}.@{t.Name};\n");
    }

    /// <summary>Other cells, by the names of their assemblies, of which types are seen where a cell's types are used.</summary>
    public static IEnumerable<string> SeenIn(CSharpCompilation cell) =>
        cell.Members().OfType<INamedTypeSymbol>().SelectMany(Parts).SelectMany(CellsOf).Where(c => c != cell.AssemblyName)
            .Distinct(StringComparer.Ordinal);

    /// <summary>The cells, by the names of their assemblies, that declare a type or what it is made of.</summary>
    public static IEnumerable<string> CellsOf(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => CellsOf(array.ElementType),
        IPointerTypeSymbol pointer => CellsOf(pointer.PointedAtType),
        IFunctionPointerTypeSymbol function => Signature(function.Signature).SelectMany(CellsOf),
        INamedTypeSymbol named => named.TypeArguments.SelectMany(CellsOf)
            .Concat(named.ContainingType is { } outer ? CellsOf(outer) : [])
            .Concat(named.ContainingAssembly is { } cell && SubmissionCompiler.IsCell(cell.Name) ? [cell.Name] : []),
        _ => [],
    };

    // What the compiler makes of such a cell for the runtime has no narrower members than these, and so others to override.
    private static bool IsPossible(INamedTypeSymbol type) =>
        type is { CanBeReferencedByName: true, IsFileLocal: false }
        && (type.Arity == 0 || MemberTypes.IsPossible)
        && type.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal or Accessibility.Private
        && KeepsItsMembers(type);

    private static bool KeepsItsMembers(INamedTypeSymbol type) => type.GetMembers().All(m => m switch
    {
        INamedTypeSymbol inner => KeepsItsMembers(inner),
        { IsVirtual: true } or { IsAbstract: true } or { IsOverride: true } =>
            m.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected or Accessibility.Private,
        _ => true,
    });

    private static IEnumerable<ITypeSymbol> Parts(INamedTypeSymbol type) =>
    [
        .. type.BaseType is { } ancestor ? [ancestor] : Array.Empty<ITypeSymbol>(),
        .. type.Interfaces,
        .. type.TypeParameters.SelectMany(p => p.ConstraintTypes),
        .. Attributes(type),
        .. type.GetMembers().SelectMany(Parts),
    ];

    private static IEnumerable<ITypeSymbol> Parts(ISymbol member) => Attributes(member).Concat(member switch
    {
        IFieldSymbol field => [field.Type],
        IPropertySymbol property => [property.Type],
        IEventSymbol happens => [happens.Type],
        IMethodSymbol method => Signature(method),
        INamedTypeSymbol inner => Parts(inner),
        _ => [],
    });

    private static IEnumerable<ITypeSymbol> Signature(IMethodSymbol method) =>
    [
        method.ReturnType,
        .. method.Parameters.Select(p => p.Type),
        .. method.Parameters.SelectMany(Attributes),
        .. method.TypeParameters.SelectMany(p => p.ConstraintTypes),
    ];

    private static IEnumerable<ITypeSymbol> Attributes(ISymbol symbol) => symbol.GetAttributes()
        .SelectMany(a => a.ConstructorArguments.Concat(a.NamedArguments.Select(n => n.Value)).SelectMany(Types)
            .Append(a.AttributeClass!));

    private static IEnumerable<ITypeSymbol> Types(TypedConstant value) => value.Kind switch
    {
        TypedConstantKind.Array => value.Values.SelectMany(Types),
        TypedConstantKind.Type when value.Value is ITypeSymbol type => [type],
        _ => [],
    };
}
