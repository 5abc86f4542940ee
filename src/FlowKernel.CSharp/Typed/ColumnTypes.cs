using FlowKernel.Results;

namespace FlowKernel.CSharp.Typed;

/// <summary>
/// How C# holds a KQL type. A text is never null in KQL; any other column may hold a null in the next run of the same
/// query, whatever this run gave, and KQL's schemas cannot say otherwise: so all others are nullable, and a result's
/// type depends on its columns' names and types alone.
/// </summary>
internal static class ColumnTypes
{
    private const string Dynamic = "global::FlowKernel.Results.DynamicValue";

    /// <summary>The type of a value that is not null, as C# source.</summary>
    public static string Value(KqlType type) => type switch
    {
        KqlType.Bool => "bool",
        KqlType.Int => "int",
        KqlType.Long => "long",
        KqlType.Real => "double",
        KqlType.Decimal => "decimal",
        KqlType.String => "string",
        KqlType.DateTime => "global::System.DateTime",
        KqlType.TimeSpan => "global::System.TimeSpan",
        KqlType.Guid => "global::System.Guid",
        KqlType.Dynamic => Dynamic,
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };

    /// <summary>The type of a row's property, as C# source.</summary>
    public static string Property(KqlType type) => type == KqlType.String ? "string" : Value(type) + "?";
}
