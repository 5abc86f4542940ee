namespace FlowKernel.Algorithms.Expressions;

/// <summary>A scalar expression ready to run over boxed values; null is KQL's null, a text is never null.</summary>
/// <param name="values">The values that the expression's columns have, by their slots.</param>
public delegate object? RowExpression(object?[] values);
