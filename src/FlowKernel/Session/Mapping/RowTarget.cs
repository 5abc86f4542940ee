using System.Reflection;
using FlowKernel.Results;

namespace FlowKernel.Session.Mapping;

/// <summary>A part of a row's type and the column that fills it.</summary>
/// <param name="Name">The part's name.</param>
/// <param name="Type">Its type.</param>
/// <param name="TakesNull">Whether it may be null.</param>
/// <param name="Column">The column.</param>
/// <param name="Index">The column's index.</param>
internal sealed record RowTarget(string Name, Type Type, bool TakesNull, KqlColumn Column, int Index)
{
    /// <summary>The constructor's parameter that the part is, or null.</summary>
    public ParameterInfo? Parameter { get; init; }

    /// <summary>The property or field that the part is, or null.</summary>
    public MemberInfo? Member { get; init; }
}

/// <summary>All parts of a row's type; no constructor and no member for a type of single values.</summary>
internal sealed record RowShape(
    ConstructorInfo? Constructor, IReadOnlyList<RowTarget> Arguments, IReadOnlyList<RowTarget> Members)
{
    /// <summary>All parts.</summary>
    public IReadOnlyList<RowTarget> All => [.. Arguments, .. Members];
}
