using FlowKernel.CSharp.Errors;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace FlowKernel.CSharp.Weaving;

/// <summary>
/// Puts before each statement one that notes its place, so that an error has its line whatever the JIT made of the
/// code: into a local variable of its function, which <see cref="CellPlaces.Note"/> gets when an exception leaves the
/// function, or into <see cref="CellPlaces.Statement"/> outside of functions.
/// </summary>
/// <param name="cell">The text when places are wanted, or null.</param>
internal abstract class PlaceWalker(CellText? cell) : CSharpSyntaxWalker
{
    private const string Class = "global::FlowKernel.CSharp.Weaving.CellPlaces";

    // Where places go; null where they are not noted.
    private string? _place;

    /// <summary>What is to be changed in the text.</summary>
    public List<WeavingEdit> Edits { get; } = [];

    /// <summary>Walks a whole text.</summary>
    /// <param name="root">Its root.</param>
    /// <param name="notesOwn">True when places of statements outside functions are wanted too.</param>
    public void Walk(SyntaxNode root, bool notesOwn)
    {
        _place = notesOwn && cell is not null ? Class + ".Statement" : null;
        Visit(root);
    }

    public override void Visit(SyntaxNode? node)
    {
        if (_place is not null && node is StatementSyntax or FieldDeclarationSyntax { Parent: CompilationUnitSyntax })
            Mark(node);
        base.Visit(node);
    }

    /// <summary>What comes before and after the statements of a function's block.</summary>
    protected (string Before, string After) Around(BlockSyntax block)
    {
        // Nothing goes wrong in {}, and what opens and what closes would have the same position in it.
        if (cell is null || Yields(block) || block.Statements.Count == 0)
            return ("", "");
        var variable = Variable(block);
        return ($"int {variable}=0;try{{", Leaving(variable));
    }

    /// <summary>What comes before and after the expression that is all of a function.</summary>
    protected (string Before, string After) Around(ExpressionSyntax body) =>
        cell is null || !CanFail(body) ? ("", "") : ("try{", Leaving(PlaceOf(body)));

    /// <summary>Visits what is inside a function.</summary>
    protected void Inside(SyntaxNode function, BlockSyntax? block)
    {
        var outer = _place;
        _place = cell is null || block is null || Yields(block) ? null : Variable(block);
        DefaultVisit(function);
        _place = outer;
    }

    /// <summary>Visits a loop, whose condition and increments run again after its statements.</summary>
    protected void InsideLoop(
        StatementSyntax loop, ExpressionSyntax? condition, SeparatedSyntaxList<ExpressionSyntax> increments = default)
    {
        if (_place is not null && condition is not null && Calls(condition))
        {
            Insert(condition.SpanStart, $"(({_place}={PlaceOf(condition)})!=0&&(", opens: true);
            Insert(condition.Span.End, "))", opens: false);
        }

        if (_place is not null && increments.Any(Calls))
            Insert(increments[0].SpanStart, $"{_place}={PlaceOf(increments[0])},", opens: true);
        DefaultVisit(loop);
    }

    /// <summary>Visits what runs whatever went wrong before: from there on the place is not known.</summary>
    protected void Forget(BlockSyntax block)
    {
        if (_place is not null)
            Insert(block.OpenBraceToken.Span.End, $"{_place}=0;", opens: true);
        var outer = _place;
        _place = null;
        DefaultVisit(block);
        _place = outer;
    }

    protected void Insert(int position, string text, bool opens) => Edits.Add(new WeavingEdit(position, text, opens));

    private void Mark(SyntaxNode statement)
    {
        if (statement is BlockSyntax or LocalFunctionStatementSyntax or LabeledStatementSyntax or EmptyStatementSyntax)
            return;
        var mark = $"{_place}={PlaceOf(statement)};";
        if (NeedsBraces(statement))
        {
            Insert(statement.SpanStart, "{" + mark, opens: true);
            Insert(statement.Span.End, "}", opens: false);
        }
        else
        {
            Insert(statement.SpanStart, mark, opens: true);
        }
    }

    // The bodies of loops have got theirs.
    private static bool NeedsBraces(SyntaxNode statement) => statement.Parent
        is IfStatementSyntax or ElseClauseSyntax or UsingStatementSyntax or LockStatementSyntax or FixedStatementSyntax;

    // Nothing else that a condition does goes wrong without a line.
    private static bool Calls(ExpressionSyntax expression) => expression.DescendantNodesAndSelf().Any(n =>
        n is InvocationExpressionSyntax or ElementAccessExpressionSyntax or MemberAccessExpressionSyntax);

    // What cannot, such as n => n + 1, stays as fast as it is.
    private static bool CanFail(ExpressionSyntax body) => body.DescendantNodesAndSelf().Any(n => n
        is not (LiteralExpressionSyntax or IdentifierNameSyntax or ParenthesizedExpressionSyntax
        or BinaryExpressionSyntax { RawKind: not ((int)SyntaxKind.DivideExpression or (int)SyntaxKind.ModuloExpression) }
        or ConditionalExpressionSyntax));

    private static bool Yields(BlockSyntax block) => block
        .DescendantNodes(n => n is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))
        .Any(n => n is YieldStatementSyntax);

    private string Leaving(string place) => FormattableString.Invariant(
        $"}}catch(global::System.Exception __e)when({Class}.Note(__e,{place},{cell!.Cell},{cell.FirstLine})){{throw;}}");

    private static string Variable(BlockSyntax block) => FormattableString.Invariant($"__place{block.SpanStart}");

    private static string PlaceOf(SyntaxNode node)
    {
        var start = node.SyntaxTree.GetLineSpan(node.Span).StartLinePosition;
        return FormattableString.Invariant($"{CellPlaces.Number(start.Line + 1, start.Character + 1)}");
    }
}
