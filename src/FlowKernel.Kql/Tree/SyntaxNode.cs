using FlowKernel.Text;

namespace FlowKernel.Kql.Tree;

/// <summary>
/// A node of Kusto.Language's typed syntax tree. Kinds and child names are those of Kusto.Language (SyntaxKind and the
/// property names of its syntax classes).
/// </summary>
internal sealed class SyntaxNode(
    string kind, TextSpan span, NodeType? type, string? symbol, string? text,
    IReadOnlyList<(string? Name, SyntaxNode Node)> children)
{
    /// <summary>The syntax kind, such as <c>FilterOperator</c>.</summary>
    public string Kind { get; } = kind;

    /// <summary>Where it stands in the query.</summary>
    public TextSpan Span { get; } = span;

    /// <summary>The type of its value, where it has one.</summary>
    public NodeType? Type { get; } = type;

    /// <summary>The kind of symbol that its name refers to, such as <c>ColumnSymbol</c>.</summary>
    public string? Symbol { get; } = symbol;

    /// <summary>The simple name of a name; the written text of a token.</summary>
    public string? Text { get; } = text;

    /// <summary>All children, in order.</summary>
    public IReadOnlyList<(string? Name, SyntaxNode Node)> Children { get; } = children;

    /// <summary>For an operator: which expression fills which column of its result, where the binder says so.</summary>
    public IReadOnlyList<ColumnSource> Sources { get; init; } = [];

    /// <summary>The nodes of a list.</summary>
    public IEnumerable<SyntaxNode> Items => Children.Select(c => c.Node);

    /// <summary>The child of that name; there must be one.</summary>
    public SyntaxNode this[string name] =>
        Find(name) ?? throw new InvalidOperationException($"{Kind} has no {name}.");

    /// <summary>The child of that name, or null.</summary>
    public SyntaxNode? Find(string name)
    {
        foreach (var (childName, node) in Children)
        {
            if (childName == name)
                return node;
        }

        return null;
    }

    /// <summary>The nodes of the list child of that name; none when it is absent.</summary>
    public IEnumerable<SyntaxNode> List(string name) => Find(name)?.Items ?? [];

    /// <inheritdoc/>
    public override string ToString() => Text is null ? Kind : $"{Kind} {Text}";
}

/// <summary>The result column at an index is filled by the expression at a span.</summary>
internal readonly record struct ColumnSource(int Column, TextSpan Span);
