namespace FlowKernel.Results;

/// <summary>
/// The scalar types of KQL (https://learn.microsoft.com/kusto/query/scalar-data-types/).
/// In CLR terms: bool, int, long, double, decimal, string, <see cref="System.DateTime"/> in UTC,
/// <see cref="System.TimeSpan"/>, <see cref="System.Guid"/>, <see cref="DynamicValue"/>.
/// </summary>
public enum KqlType
{
    /// <summary>true, false or null.</summary>
    Bool,

    /// <summary>A 32-bit integer.</summary>
    Int,

    /// <summary>A 64-bit integer.</summary>
    Long,

    /// <summary>A 64-bit floating-point number.</summary>
    Real,

    /// <summary>A decimal number.</summary>
    Decimal,

    /// <summary>A text; never null, a missing text is empty.</summary>
    String,

    /// <summary>An instant in UTC; ticks of 100 ns.</summary>
    DateTime,

    /// <summary>A length of time; ticks of 100 ns.</summary>
    TimeSpan,

    /// <summary>A 128-bit identifier.</summary>
    Guid,

    /// <summary>A JSON value: array, property bag, or any scalar.</summary>
    Dynamic,
}
