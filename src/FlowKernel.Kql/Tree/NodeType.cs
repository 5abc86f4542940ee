using FlowKernel.Results;

namespace FlowKernel.Kql.Tree;

/// <summary>What the binder says a node's value is.</summary>
/// <param name="Scalar">The name of its scalar type, or null.</param>
/// <param name="Columns">The columns of its table or tuple, or null.</param>
internal sealed record NodeType(string? Scalar, IReadOnlyList<BoundColumn>? Columns)
{
    /// <summary>The scalar type; null for tables, and for what the binder cannot know.</summary>
    public KqlType? ScalarType => Scalar is { } name && KqlTypes.TryParse(name, out var type) ? type : null;
}

/// <summary>A column as the binder names it; its type may be unknown.</summary>
internal sealed record BoundColumn(string Name, string TypeName)
{
    /// <summary>The column's type, or null where the binder cannot know it.</summary>
    public KqlType? Type => KqlTypes.TryParse(TypeName, out var type) ? type : null;
}
