using FlowKernel.CSharp.Errors;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlowKernel.CSharp.Weaving;

/// <summary>
/// Finds where a cell needs checks: at the start of every loop body, label and function, in the clauses of queries, and
/// after every await. Code that cleans up (finally blocks, Dispose, finalizers) is left alone so that an interrupt cannot
/// cut it short.
/// </summary>
internal sealed class WeavingWalker(SemanticModel model, CellText? cell, CancellationToken cancellation)
    : PlaceWalker(cell)
{
    private const string Class = "global::FlowKernel.CSharp.Weaving.CellCancellation.";
    private const string Check = Class + "ThrowIfCancelled();";
    private const string Each = " " + Class + "Each(";
    private const string New = " " + Class + "EnterObject()?(";

    private bool _cleansUp;

    private string Enter => Class + (_cleansUp ? "EnterCleanUp();" : "EnterFunction();");

    private string EnterAsync => Class + (_cleansUp ? "EnterAsyncCleanUp();" : "EnterAsyncFunction();");

    public override void VisitWhileStatement(WhileStatementSyntax node)
    {
        Body(node.Statement);
        InsideLoop(node, node.Condition);
    }

    public override void VisitDoStatement(DoStatementSyntax node)
    {
        Body(node.Statement);
        InsideLoop(node, node.Condition);
    }

    public override void VisitForStatement(ForStatementSyntax node)
    {
        Body(node.Statement);
        InsideLoop(node, node.Condition, node.Incrementors);
    }

    public override void VisitForEachStatement(ForEachStatementSyntax node)
    {
        Body(node.Statement);
        DefaultVisit(node);
    }

    public override void VisitForEachVariableStatement(ForEachVariableStatementSyntax node)
    {
        Body(node.Statement);
        DefaultVisit(node);
    }

    public override void VisitLabeledStatement(LabeledStatementSyntax node)
    {
        if (!_cleansUp)
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

    public override void VisitFinallyClause(FinallyClauseSyntax node) => CleaningUp(() => Forget(node.Block));

    public override void VisitDestructorDeclaration(DestructorDeclarationSyntax node) =>
        CleaningUp(() => Function(node, node.Body, node.ExpressionBody));

    public override void VisitMethodDeclaration(MethodDeclarationSyntax node)
    {
        if (node.Identifier.ValueText is "Dispose" or "DisposeAsync")
            CleaningUp(() => Function(node, node.Body, node.ExpressionBody));
        else
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
        Inside(node, block: null);
    }

    public override void VisitIndexerDeclaration(IndexerDeclarationSyntax node)
    {
        if (node.ExpressionBody is { } body)
            Getter(body, node.SemicolonToken);
        Inside(node, block: null);
    }

    public override void VisitAnonymousMethodExpression(AnonymousMethodExpressionSyntax node) =>
        Function(node, node.Block, arrow: null);

    public override void VisitSimpleLambdaExpression(SimpleLambdaExpressionSyntax node) => Lambda(node);

    public override void VisitParenthesizedLambdaExpression(ParenthesizedLambdaExpressionSyntax node) => Lambda(node);

    public override void VisitEqualsValueClause(EqualsValueClauseSyntax node)
    {
        if (ObjectCode.IsInitializer(node, model, cancellation))
        {
            Insert(node.Value.SpanStart, New, opens: true);
            Insert(node.Value.Span.End, "):default", opens: false);
        }

        base.VisitEqualsValueClause(node);
    }

    public override void VisitRecordDeclaration(RecordDeclarationSyntax node)
    {
        if (model.GetDeclaredSymbol(node, cancellation) is { } record && ObjectCode.Contract(node, record, Enter) is { } contract)
            Edits.Add(contract);
        base.VisitRecordDeclaration(node);
    }

    public override void VisitQueryExpression(QueryExpressionSyntax node)
    {
        foreach (var each in _cleansUp ? [] : QueryClauses.RunForEach(node, model, cancellation))
        {
            Insert(each.SpanStart, Each, opens: true);
            Insert(each.Span.End, ")", opens: false);
        }

        base.VisitQueryExpression(node);
    }

    private void CleaningUp(Action visit)
    {
        var outer = _cleansUp;
        _cleansUp = true;
        visit();
        _cleansUp = outer;
    }

    private void Body(StatementSyntax body)
    {
        var check = _cleansUp ? "" : Check;
        if (body is not BlockSyntax block)
        {
            Insert(body.SpanStart, "{" + check, opens: true);
            Insert(body.Span.End, "}", opens: false);
        }
        else if (!_cleansUp)
        {
            Insert(block.OpenBraceToken.Span.End, check, opens: true);
        }
    }

    private void AfterAwait(StatementSyntax statement, SyntaxToken semicolon)
    {
        if (!_cleansUp && statement.Parent is BlockSyntax or GlobalStatementSyntax && !semicolon.IsMissing && Awaits(statement))
            Insert(semicolon.Span.End, Check, opens: false);
    }

    private static bool Awaits(StatementSyntax statement) => statement
        .DescendantNodes(n => n is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))
        .Any(n => n is AwaitExpressionSyntax);

    private void Function(SyntaxNode function, BlockSyntax? block, ArrowExpressionClauseSyntax? arrow)
    {
        if (block is not null)
            Block(block);
        else if (arrow is not null && model.GetDeclaredSymbol(function, cancellation) is IMethodSymbol symbol)
            Arrow(arrow, symbol, function.GetLastToken());
        Inside(function, block);
    }

    private void Block(BlockSyntax block)
    {
        var (before, after) = Around(block);
        Insert(block.OpenBraceToken.Span.End, (IsAsync(block.Parent) ? EnterAsync : Enter) + before, opens: true);
        if (after.Length > 0)
            Insert(block.CloseBraceToken.SpanStart, after, opens: false);
    }

    private void Arrow(ArrowExpressionClauseSyntax arrow, IMethodSymbol symbol, SyntaxToken semicolon)
    {
        var (before, after) = Around(arrow.Expression);
        Replace(arrow.ArrowToken, "{" + (symbol.IsAsync ? EnterAsync : Enter) + before + ReturnFor(symbol, arrow.Expression));
        Insert(semicolon.Span.End, after + "}", opens: false);
    }

    private void Getter(ArrowExpressionClauseSyntax arrow, SyntaxToken semicolon)
    {
        var (before, after) = Around(arrow.Expression);
        var give = arrow.Expression is ThrowExpressionSyntax ? "" : "return";
        Replace(arrow.ArrowToken, "{get{" + Enter + before + give);
        Insert(semicolon.Span.End, after + "}}", opens: false);
    }

    private void Lambda(LambdaExpressionSyntax lambda)
    {
        if (lambda.Block is { } block)
        {
            Block(block);
        }
        else if (!ExpressionTrees.Hold(lambda, model, cancellation)
            && model.GetSymbolInfo(lambda, cancellation).Symbol is IMethodSymbol symbol)
        {
            var (before, after) = Around(lambda.ExpressionBody!);
            var enter = symbol.IsAsync ? EnterAsync : Enter;
            Insert(lambda.Body.SpanStart, "{" + enter + before + ReturnFor(symbol, lambda.Body) + " ", opens: true);
            Insert(lambda.Body.Span.End, ";" + after + "}", opens: false);
        }

        Inside(lambda, lambda.Block);
    }

    private static bool IsAsync(SyntaxNode? function) => function switch
    {
        MethodDeclarationSyntax method => method.Modifiers.Any(SyntaxKind.AsyncKeyword),
        LocalFunctionStatementSyntax local => local.Modifiers.Any(SyntaxKind.AsyncKeyword),
        AnonymousFunctionExpressionSyntax anonymous => anonymous.AsyncKeyword.IsKind(SyntaxKind.AsyncKeyword),
        _ => false,
    };

    private static string ReturnFor(IMethodSymbol symbol, SyntaxNode body)
    {
        var givesNothing = symbol.ReturnsVoid || symbol.MethodKind == MethodKind.Constructor
            || (symbol.IsAsync && symbol.ReturnType is INamedTypeSymbol { IsGenericType: false });
        return givesNothing || body is ThrowExpressionSyntax ? "" : "return";
    }

    // Of n=>F(n), what comes instead of the arrow must not grow together with what follows.
    private void Replace(SyntaxToken token, string text) => Edits.Add(new WeavingEdit(
        token.SpanStart, token.HasTrailingTrivia ? text : text + " ", Opens: true, token.Span.Length));
}
