using FlowKernel.Results;

namespace FlowKernel.DuckDb.Functions;

/// <summary>The functions that turn a value of one type into another; see <see cref="ConversionTable"/>.</summary>
internal static class Conversions
{
    private const string DecimalNote = "Decimals keep 18 digits before the point and 20 after it.";

    /// <summary>The rows.</summary>
    public static readonly FunctionRow[] Rows =
    [
        To("tostring", KqlType.String),
        To("tolong", KqlType.Long),
        To("toint", KqlType.Int),
        To("toreal", KqlType.Real),
        To("todouble", KqlType.Real, "todouble-function"),
        To("tobool", KqlType.Bool),
        To("toboolean", KqlType.Bool, "tobool-function"),
        To("todatetime", KqlType.DateTime),
        To("totimespan", KqlType.TimeSpan),
        To("totime", KqlType.TimeSpan, "totimespan-function"),
        To("toguid", KqlType.Guid),
        To("todecimal", KqlType.Decimal) with { Note = DecimalNote },
        new("gettype", TypeName.Emit),
    ];

    private static FunctionRow To(string name, KqlType type, string? page = null) =>
        new(name, c => Conversion.Exists(c.TypeOf(0), type)
            ? c.As(0, type)
            : c.Refuse($"a {c.TypeOf(0).Name()} does not convert to {type.Name()}"))
        { Page = page, Gives = type };
}
