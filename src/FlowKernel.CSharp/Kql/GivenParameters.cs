using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using FlowSpan = FlowKernel.Text.TextSpan;

namespace FlowKernel.CSharp.Kql;

/// <summary>The values that C# gives to a query: the holes of its text, and the object beside it.</summary>
internal sealed class GivenParameters(SemanticModel model, CancellationToken cancellation)
{
    /// <summary>All of them; holes first. Those whose type is not known (an error of the C#) are left out.</summary>
    public IReadOnlyList<GivenParameter> Of(LiteralText text, ExpressionSyntax? beside) =>
        [.. text.Holes.Select(Of).OfType<GivenParameter>(), .. beside is null ? [] : Beside(beside)];

    private GivenParameter? Of(QueryHole hole) => TypeOf(hole.Syntax.Expression) is { } type
        ? Given(hole.Name, hole.Source, type, hole.InCell)
        : null;

    private IEnumerable<GivenParameter> Beside(ExpressionSyntax given)
    {
        var members = (given as AnonymousObjectCreationExpressionSyntax)?.Initializers.ToDictionary(NameOf, PlaceOf);
        if (TypeOf(given) is { } type && IsNoObjectOfParameters(type))
            return [GivenParameter.NoObject(given.ToString(), Name(type), new FlowSpan(given.SpanStart, given.Span.Length))];
        return (TypeOf(given)?.GetMembers().OfType<IPropertySymbol>() ?? [])
            .Where(p => p.DeclaredAccessibility == Accessibility.Public && !p.IsIndexer && !p.IsStatic)
            .Where(p => p.Type.TypeKind != TypeKind.Error)
            .Select(p => Given(
                p.Name, p.Name, p.Type, members is not null && members.TryGetValue(p.Name, out var s) ? s : null));
    }

    // The names in a dictionary are known only when it runs; a text, a number or a list has other properties than one's own.
    private static bool IsNoObjectOfParameters(ITypeSymbol type) =>
        KqlParameterTypes.Of(type) is not null
        || type.AllInterfaces.Any(i => i.Name == nameof(System.Collections.IEnumerable));

    private static GivenParameter Given(string name, string source, ITypeSymbol type, FlowSpan? place)
    {
        var typeName = Name(type);
        var parameter = KqlParameterTypes.Of(type) is { } known ? known with { Origin = $"a C# {typeName}" } : null;
        return new GivenParameter(name, source, typeName, parameter, place);
    }

    private static string Name(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);

    private ITypeSymbol? TypeOf(ExpressionSyntax expression) =>
        model.GetTypeInfo(expression, cancellation).Type is { TypeKind: not TypeKind.Error } type ? type : null;

    private string NameOf(AnonymousObjectMemberDeclaratorSyntax member) =>
        model.GetDeclaredSymbol(member, cancellation)?.Name ?? "";

    private static FlowSpan? PlaceOf(AnonymousObjectMemberDeclaratorSyntax member) =>
        new FlowSpan(member.SpanStart, member.Span.Length);
}
