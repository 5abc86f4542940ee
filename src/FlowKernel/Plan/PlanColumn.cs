using FlowKernel.Results;

namespace FlowKernel.Plan;

/// <summary>
/// A column of a relation in a plan. Two columns are the same only when they are the same object: names may repeat
/// across relations, and inside one relation they are unique, case-sensitively.
/// </summary>
public sealed class PlanColumn(string name, KqlType type)
{
    /// <summary>The name that KQL gives it.</summary>
    public string Name { get; } = name;

    /// <summary>Its type.</summary>
    public KqlType Type { get; } = type;

    /// <summary>True where it has a value in every row; false where that is not known.</summary>
    public bool IsNeverNull { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{Name}:{Type.Name()}";
}
