using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlowKernel.CSharp.Weaving;

/// <summary>
/// Finds where a cell needs checks: at the start of every loop body, label and function, and after every await. Code
/// that cleans up (finally blocks, Dispose, finalizers) is left alone so that an interrupt cannot cut it short.
/// </summary>
internal sealed class WeavingWalker(SemanticModel model, CancellationToken cancellation) : CSharpSyntaxWalker
{
    private const string Check = "global::FlowKernel.CSharp.Weaving.CellCancellation.ThrowIfCancelled();";
    private const string Enter = "global::FlowKernel.CSharp.Weaving.CellCancellation.EnterFunction();";

    public List<WeavingEdit> Edits { get; } = [];

    public override void VisitWhileStatement(WhileStatementSyntax node) => Loop(node, node.Statement);

    public override void VisitDoStatement(DoStatementSyntax node) => Loop(node, node.Statement);

    public override void VisitForStatement(ForStatementSyntax node) => Loop(node, node.Statement);

    public override void VisitForEachStatement(ForEachStatementSyntax node) => Loop(node, node.Statement);

    public override void VisitForEachVariableStatement(ForEachVariableStatementSyntax node) =>
        Loop(node, node.Statement);

    public override void VisitLabeledStatement(LabeledStatementSyntax node)
    {
        Insert(node.ColonToken.Span.End, Check, opens: true);
        base.VisitLabeledStatement(node);
    }

    public override void VisitExpressionStatement(ExpressionStatementSyntax node)
    {
        AfterAwait(node, node.SemicolonToken);
        base.VisitExpressionStatement(node);
    }

    public override void VisitLocalDeclarationStatement(LocalDeclarationStatementSyntax node)
    {
        AfterAwait(node, node.SemicolonToken);
        base.VisitLocalDeclarationStatement(node);
    }

    public override void VisitFinallyClause(FinallyClauseSyntax node)
    {
    }

    public override void VisitDestructorDeclaration(DestructorDeclarationSyntax node)
    {
    }

    public override void VisitMethodDeclaration(MethodDeclarationSyntax node)
    {
        if (node.Identifier.ValueText is not ("Dispose" or "DisposeAsync"))
            Function(node, node.Body, node.ExpressionBody);
    }

    public override void VisitLocalFunctionStatement(LocalFunctionStatementSyntax node) =>
        Function(node, node.Body, node.ExpressionBody);

    public override void VisitOperatorDeclaration(OperatorDeclarationSyntax node) =>
        Function(node, node.Body, node.ExpressionBody);

    public override void VisitConversionOperatorDeclaration(ConversionOperatorDeclarationSyntax node) =>
        Function(node, node.Body, node.ExpressionBody);

    public override void VisitConstructorDeclaration(ConstructorDeclarationSyntax node) =>
        Function(node, node.Body, node.ExpressionBody);

    public override void VisitAccessorDeclaration(AccessorDeclarationSyntax node) =>
        Function(node, node.Body, node.ExpressionBody);

    public override void VisitPropertyDeclaration(PropertyDeclarationSyntax node)
    {
        if (node.ExpressionBody is { } body)
            Getter(body, node.SemicolonToken);
        base.VisitPropertyDeclaration(node);
    }

    public override void VisitIndexerDeclaration(IndexerDeclarationSyntax node)
    {
        if (node.ExpressionBody is { } body)
            Getter(body, node.SemicolonToken);
        base.VisitIndexerDeclaration(node);
    }

    public override void VisitAnonymousMethodExpression(AnonymousMethodExpressionSyntax node)
    {
        Insert(node.Block.OpenBraceToken.Span.End, Enter, opens: true);
        base.VisitAnonymousMethodExpression(node);
    }

    public override void VisitSimpleLambdaExpression(SimpleLambdaExpressionSyntax node)
    {
        Lambda(node);
        base.VisitSimpleLambdaExpression(node);
    }

    public override void VisitParenthesizedLambdaExpression(ParenthesizedLambdaExpressionSyntax node)
    {
        Lambda(node);
        base.VisitParenthesizedLambdaExpression(node);
    }

    private void Loop(StatementSyntax loop, StatementSyntax body)
    {
        if (body is BlockSyntax block)
        {
            Insert(block.OpenBraceToken.Span.End, Check, opens: true);
        }
        else
        {
            Insert(body.SpanStart, "{" + Check, opens: true);
            Insert(body.Span.End, "}", opens: false);
        }

        DefaultVisit(loop);
    }

    private void AfterAwait(StatementSyntax statement, SyntaxToken semicolon)
    {
        if (statement.Parent is BlockSyntax or GlobalStatementSyntax && !semicolon.IsMissing && Awaits(statement))
            Insert(semicolon.Span.End, Check, opens: false);
    }

    private static bool Awaits(StatementSyntax statement) => statement
        .DescendantNodes(n => n is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))
        .Any(n => n is AwaitExpressionSyntax);

    private void Function(SyntaxNode function, BlockSyntax? block, ArrowExpressionClauseSyntax? arrow)
    {
        if (block is not null)
            Insert(block.OpenBraceToken.Span.End, Enter, opens: true);
        else if (arrow is not null && model.GetDeclaredSymbol(function, cancellation) is IMethodSymbol symbol)
            Arrow(arrow, symbol, function.GetLastToken());
        DefaultVisit(function);
    }

    private void Arrow(ArrowExpressionClauseSyntax arrow, IMethodSymbol symbol, SyntaxToken semicolon)
    {
        Replace(arrow.ArrowToken, "{" + Enter + ReturnFor(symbol, arrow.Expression));
        Insert(semicolon.Span.End, "}", opens: false);
    }

    private void Getter(ArrowExpressionClauseSyntax arrow, SyntaxToken semicolon)
    {
        var give = arrow.Expression is ThrowExpressionSyntax ? "" : "return";
        Replace(arrow.ArrowToken, "{get{" + Enter + give);
        Insert(semicolon.Span.End, "}}", opens: false);
    }

    private void Lambda(LambdaExpressionSyntax lambda)
    {
        if (lambda.Block is { } block)
        {
            Insert(block.OpenBraceToken.Span.End, Enter, opens: true);
        }
        else if (!IsExpressionTree(lambda) && model.GetSymbolInfo(lambda, cancellation).Symbol is IMethodSymbol symbol)
        {
            Insert(lambda.Body.SpanStart, "{" + Enter + ReturnFor(symbol, lambda.Body) + " ", opens: true);
            Insert(lambda.Body.Span.End, ";}", opens: false);
        }
    }

    private bool IsExpressionTree(LambdaExpressionSyntax lambda) =>
        lambda.AncestorsAndSelf().OfType<LambdaExpressionSyntax>().Any(l =>
            model.GetTypeInfo(l, cancellation).ConvertedType is not { TypeKind: TypeKind.Delegate });

    private static string ReturnFor(IMethodSymbol symbol, SyntaxNode body)
    {
        var givesNothing = symbol.ReturnsVoid || symbol.MethodKind == MethodKind.Constructor
            || (symbol.IsAsync && symbol.ReturnType is INamedTypeSymbol { IsGenericType: false });
        return givesNothing || body is ThrowExpressionSyntax ? "" : "return";
    }

    private void Insert(int position, string text, bool opens) => Edits.Add(new WeavingEdit(position, text, opens));

    private void Replace(SyntaxToken token, string text) =>
        Edits.Add(new WeavingEdit(token.SpanStart, text, Opens: true, token.Span.Length));
}
