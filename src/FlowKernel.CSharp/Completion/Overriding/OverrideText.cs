using Microsoft.CodeAnalysis;

namespace FlowKernel.CSharp.Completion.Overriding;

/// <summary>A member that overrides another, as C#: what stands after <c>override</c>, up to its end.</summary>
internal sealed class OverrideText(OverridePlace place, SemanticModel model)
{
    private static readonly SymbolDisplayFormat Head = SymbolDisplayFormat.MinimallyQualifiedFormat
        .WithMemberOptions(
            SymbolDisplayMemberOptions.IncludeParameters | SymbolDisplayMemberOptions.IncludeType
            | SymbolDisplayMemberOptions.IncludeRef)
        .WithParameterOptions(
            SymbolDisplayParameterOptions.IncludeName | SymbolDisplayParameterOptions.IncludeType
            | SymbolDisplayParameterOptions.IncludeParamsRefOut | SymbolDisplayParameterOptions.IncludeDefaultValue)
        .WithGenericsOptions(SymbolDisplayGenericsOptions.IncludeTypeParameters)
        .WithKindOptions(SymbolDisplayKindOptions.None)
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers
            | SymbolDisplayMiscellaneousOptions.AllowDefaultLiteral);

    private static readonly SymbolDisplayFormat HeadAlone = Head.RemoveMemberOptions(
        SymbolDisplayMemberOptions.IncludeType | SymbolDisplayMemberOptions.IncludeRef);

    /// <summary>A member's name and parameters.</summary>
    public static string Label(ISymbol member) => member.ToDisplayString(HeadAlone);

    /// <summary>How the accessibility of an override is written.</summary>
    public static string AccessOf(ISymbol member, INamedTypeSymbol type) => member.DeclaredAccessibility switch
    {
        Accessibility.Public => "public",
        Accessibility.Internal => "internal",
        Accessibility.ProtectedAndInternal => "private protected",
        Accessibility.ProtectedOrInternal when Same(member.ContainingAssembly, type.ContainingAssembly) =>
            "protected internal",
        _ => "protected",
    };

    /// <summary>The type of a member as it is written at the place.</summary>
    public string ResultOf(ISymbol member) => Written(member switch
    {
        IMethodSymbol method => method.ReturnType,
        IPropertySymbol property => property.Type,
        _ => ((IEventSymbol)member).Type,
    });

    /// <summary>The text to insert for a member.</summary>
    public string Of(ISymbol member, INamedTypeSymbol type)
    {
        var access = place.Access.Length == 0 ? AccessOf(member, type) + " " : "";
        var kind = member is IEventSymbol ? "event " : "";
        var head = member.ToMinimalDisplayString(
            model, place.Word.Start, place.Result.Length == 0 ? Head : HeadAlone);
        return access + kind + head + Body(member);
    }

    private static bool Same(ISymbol a, ISymbol b) => SymbolEqualityComparer.Default.Equals(a, b);

    private string Body(ISymbol member) => member switch
    {
        IMethodSymbol method => Body(method),
        IPropertySymbol property => Body(property),
        _ when member.IsAbstract => ";",
        _ => $" {{ add => base.{member.Name} += value; remove => base.{member.Name} -= value; }}",
    };

    private string Body(IMethodSymbol method)
    {
        var arguments = string.Join(", ", method.Parameters.Select(p => Reference(p.RefKind) + Escaped(p)));
        var types = method.TypeParameters is [] ? "" : $"<{string.Join(", ", method.TypeParameters.Select(t => t.Name))}>";
        var call = method.IsAbstract
            ? NotImplemented
            : Returned(method.RefKind) + $"base.{Escaped(method)}{types}({arguments})";
        if (place.Indent is not { } indent)
            return $" => {call};";
        var start = method.IsAbstract || method.ReturnsVoid ? "" : "return ";
        return $"\n{indent}{{\n{indent}    {start}{call};\n{indent}}}";
    }

    private string Body(IPropertySymbol property)
    {
        var value = property.IsIndexer
            ? $"base[{string.Join(", ", property.Parameters.Select(Escaped))}]"
            : "base." + Escaped(property);
        var get = property.IsAbstract ? NotImplemented : Returned(property.RefKind) + value;
        if (property.SetMethod is not { } setter || !CanCall(setter))
            return $" => {get};";
        var set = property.IsAbstract ? NotImplemented : value + " = value";
        var word = setter.IsInitOnly ? "init" : "set";
        var narrower = setter.DeclaredAccessibility == property.DeclaredAccessibility
            ? ""
            : AccessOf(setter, setter.ContainingType) + " ";
        var reading = property.GetMethod is null ? "" : $"get => {get}; ";
        return $" {{ {reading}{narrower}{word} => {set}; }}";
    }

    private bool CanCall(IMethodSymbol accessor) =>
        model.GetDeclaredSymbol(place.Type) is { } type && model.Compilation.IsSymbolAccessibleWithin(accessor, type);

    private string NotImplemented =>
        $"throw new {Written(model.Compilation.GetTypeByMetadataName(typeof(NotImplementedException).FullName!)!)}()";

    private string Written(ITypeSymbol type) =>
        type.ToMinimalDisplayString(model, place.Word.Start, SymbolDisplayFormat.MinimallyQualifiedFormat);

    private static string Returned(RefKind kind) => kind == RefKind.None ? "" : "ref ";

    private static string Reference(RefKind kind) => kind switch
    {
        RefKind.Ref => "ref ",
        RefKind.Out => "out ",
        RefKind.In or RefKind.RefReadOnlyParameter => "in ",
        _ => "",
    };

    private static string Escaped(ISymbol symbol) => symbol.ToDisplayString(new SymbolDisplayFormat(
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers,
        parameterOptions: SymbolDisplayParameterOptions.IncludeName));
}
