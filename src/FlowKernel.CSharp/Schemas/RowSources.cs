using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlowKernel.CSharp.Schemas;

/// <summary>Finds where a variable gets its value, where that is written beside its declaration.</summary>
internal static class RowSources
{
    /// <summary>
    /// The initial value of a variable, the sequence of a loop or query, or what the call of a lambda is made on; null
    /// for others.
    /// </summary>
    public static ExpressionSyntax? Of(SyntaxNode declaration) => declaration switch
    {
        VariableDeclaratorSyntax variable => variable.Initializer?.Value,
        ForEachStatementSyntax loop => loop.Expression,
        FromClauseSyntax from => from.Expression,
        ParameterSyntax parameter => CallOf(parameter),
        _ => null,
    };

    // Where a call is given other sequences, or lambdas that give some, rows may be theirs.
    private static ExpressionSyntax? CallOf(ParameterSyntax parameter) =>
        parameter.FirstAncestorOrSelf<LambdaExpressionSyntax>()?.Parent is ArgumentSyntax
        {
            Parent.Parent: InvocationExpressionSyntax
            {
                Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: not "SelectMany" } call,
            } whole,
        }
        && whole.ArgumentList.Arguments.All(a => a.Expression is LambdaExpressionSyntax or LiteralExpressionSyntax)
            ? call.Expression
            : null;
}
