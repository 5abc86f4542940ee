using System.Text.Json;

namespace FlowKernel.DuckDb.Functions.Native;

/// <summary>The conversions that SQL's casts do not do as KQL does.</summary>
internal static class ConversionFunctions
{
    /// <summary>What SQL calls.</summary>
    public static readonly NativeFunction[] Rows =
    [
        NativeFunction.Text<double>("kql_real_text", NumberText.Of),
        NativeFunction.Json<double>("kql_real_json", JsonText.Real),
        NativeFunction.Text<string>("kql_long_reals_text", json => JsonReals.Text(JsonText.Parse(json))),
        NativeFunction.Json<string, string>("kql_decimal_add", DecimalMath.Add),
        NativeFunction.Json<string, string>("kql_decimal_divide", DecimalMath.Divide),
        NativeFunction.Json<string, string>("kql_decimal_multiply", DecimalMath.Multiply),
        NativeFunction.Json<string, string>("kql_decimal_subtract", DecimalMath.Subtract),
        NativeFunction.Text<string>("kql_decimal_text", NumberText.OfDecimal),
        NativeFunction.Value<double, long>("kql_real_to_long", d => NumberText.Truncate(d)),
        NativeFunction.Value<double, int>("kql_real_to_int", d => double.IsNaN(d) ? 0 : (int)d),
        NativeFunction.Value<double, double, double>("kql_real_modulo", Modulo),
        NativeFunction.Value<string, bool>("kql_parse_bool", NumberText.ToBool),
        NativeFunction.OfUtf8("kql_parse_int", NumberText.ToInt),
        NativeFunction.OfUtf8("kql_parse_long", NumberText.ToLong),
        NativeFunction.Value<string, double>("kql_parse_real", NumberText.ToReal),
        NativeFunction.Value<string, DateTime>("kql_parse_datetime", TimeText.ToDateTime),
        NativeFunction.Value<string, long>("kql_parse_timespan", TimeText.ToTimeSpan),
        NativeFunction.Value<string, Guid>("kql_parse_guid", GuidText.Parse),
        NativeFunction.Text<long>("kql_timespan_text", TimeText.Of),
        NativeFunction.Value<string, bool>("kql_json_bool", s => NumberText.ToBool(JsonText.Parse(s))),
        NativeFunction.Value<string, int>("kql_json_int", ToInt),
        NativeFunction.Value<string, long>("kql_json_long", s => NumberText.ToLong(JsonText.Parse(s))),
        NativeFunction.Value<string, double>("kql_json_real", s => NumberText.ToReal(JsonText.Parse(s))),
        NativeFunction.Value<string, DateTime>("kql_json_datetime", s => TimeText.ToDateTime(JsonText.Parse(s))),
        NativeFunction.Value<string, long>("kql_json_timespan", s => TimeText.ToTimeSpan(JsonText.Parse(s))),
    ];

    private static int? ToInt(string json)
    {
        var value = JsonText.Parse(json);
        return value.ValueKind == JsonValueKind.String
            ? NumberText.ToInt(value.GetString()!)
            : NumberText.ToLong(value) is { } number ? unchecked((int)number) : null;
    }

    /// <summary>The remainder that is never negative.</summary>
    private static double? Modulo(double dividend, double divisor)
    {
        var remainder = dividend % divisor;
        return remainder < 0 ? remainder + Math.Abs(divisor) : remainder;
    }
}
