using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlowKernel.CSharp.Weaving;

/// <summary>Code of types that may call itself without end and is no function of the user's.</summary>
internal static class ObjectCode
{
    private const string ContractName = "EqualityContract";

    /// <summary>Whether a value is worked out for each new object and may itself make one.</summary>
    public static bool IsInitializer(EqualsValueClauseSyntax clause, SemanticModel model, CancellationToken cancellation) =>
        clause.FirstAncestorOrSelf<MemberDeclarationSyntax>() is { Parent: TypeDeclarationSyntax } member
        && (clause.Parent == member || clause.Parent is VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax })
        && !member.Modifiers.Any(m => m.Kind() is SyntaxKind.StaticKeyword or SyntaxKind.ConstKeyword)
        && clause.Value is not (InitializerExpressionSyntax or RefExpressionSyntax)
        && clause.Value.DescendantNodesAndSelf(n => n is not AnonymousFunctionExpressionSyntax)
            .Any(n => n is BaseObjectCreationExpressionSyntax or InvocationExpressionSyntax)
        && IsAlsoOfAChoice(clause.Value, model, cancellation);

    // As one of two values it is converted from its own type, where alone (1, F()) may become a (byte, int).
    private static bool IsAlsoOfAChoice(ExpressionSyntax value, SemanticModel model, CancellationToken cancellation) =>
        model.GetTypeInfo(value, cancellation) is var type
        && (type.Type is null || type.ConvertedType is null
            || model.Compilation.ClassifyConversion(type.Type, type.ConvertedType).IsImplicit);

    /// <summary>
    /// The property of a record by which the compiler's comparison and hashing begin, as the compiler would write it, with a
    /// check in it: records that hold each other are compared without end. Null where there is none, or the user's own.
    /// </summary>
    public static WeavingEdit? Contract(RecordDeclarationSyntax node, INamedTypeSymbol record, string check)
    {
        if (record.IsValueType || record.DeclaringSyntaxReferences[0].GetSyntax() != node
            || record.GetMembers(ContractName) is not [{ IsImplicitlyDeclared: true }])
            return null;
        var modifiers = record.BaseType is not { SpecialType: SpecialType.System_Object } ? "protected override"
            : record.IsSealed ? "private"
            : "protected virtual";
        var parameters = node.TypeParameterList is { } list ? $"<{string.Join(',', list.Parameters.Select(p => p.Identifier.Text))}>" : "";
        var property = $"{modifiers} global::System.Type {ContractName}{{get{{{check}return typeof({node.Identifier.Text}{parameters});}}}}";
        return node.OpenBraceToken.IsKind(SyntaxKind.None) || node.OpenBraceToken.IsMissing
            ? new WeavingEdit(node.SemicolonToken.SpanStart, $"{{{property}}}", Opens: true, node.SemicolonToken.Span.Length)
            : new WeavingEdit(node.OpenBraceToken.Span.End, property, Opens: true);
    }
}
