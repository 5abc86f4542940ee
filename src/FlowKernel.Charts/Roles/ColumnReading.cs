using System.Text.Json;
using FlowKernel.Charts.Spec;
using FlowKernel.Notebook.Display;
using FlowKernel.Results;

namespace FlowKernel.Charts.Roles;

/// <summary>Columns as charts read them: names for rows, or positions on an axis.</summary>
internal static class ColumnReading
{
    /// <summary>True for columns whose values can be lengths of bars or heights of points.</summary>
    public static bool IsMeasure(this KqlColumn column) => column.Type.IsNumeric() || column.Type == KqlType.TimeSpan;

    /// <summary>True for columns whose values can name a series.</summary>
    public static bool IsName(this KqlColumn column) =>
        column.Type is KqlType.String or KqlType.Bool or KqlType.Guid or KqlType.Dynamic;

    /// <summary>What a column's numbers measure.</summary>
    public static AxisUnit UnitOf(KqlColumn column) => ValueUnits.Of(column) switch
    {
        ValueUnit.Bytes => AxisUnit.Bytes,
        ValueUnit.Duration => AxisUnit.Duration,
        _ => AxisUnit.None,
    };

    /// <summary>The scale on which a column's values have positions.</summary>
    public static AxisScale ScaleOf(KqlColumn column) => column.Type switch
    {
        KqlType.DateTime => AxisScale.Time,
        _ when column.IsMeasure() => AxisScale.Number,
        _ => AxisScale.Category,
    };

    /// <summary>A column's name as an axis bears it; for datetimes it says that they are UTC, as Azure's charts do.</summary>
    public static string TitleOf(KqlColumn column, string name) =>
        column.Type == KqlType.DateTime ? $"{name} [UTC]" : name;

    /// <summary>Every row's text in a column, clean.</summary>
    public static string[] Names(KqlTable table, int column)
    {
        var names = new string[table.RowCount];
        for (var row = 0; row < names.Length; row++)
            names[row] = Labels.Clean(NameOf(table[row, column]));
        return names;
    }

    /// <summary>
    /// Every row's number in a column: datetimes as milliseconds since 1970, timespans as seconds, NaN where there is
    /// none or where it is not finite.
    /// </summary>
    public static double[] Positions(KqlTable table, int column)
    {
        var positions = new double[table.RowCount];
        for (var row = 0; row < positions.Length; row++)
            positions[row] = PositionOf(table[row, column]);
        return positions;
    }

    private static string NameOf(object? value) => value switch
    {
        DynamicValue { Element.ValueKind: JsonValueKind.String } text => text.Element.GetString() ?? "",
        _ => ValueText.Brief(value),
    };

    private static double PositionOf(object? value) => value switch
    {
        long number => number,
        int number => number,
        double number => double.IsFinite(number) ? number : double.NaN,
        decimal number => (double)number,
        TimeSpan span => span.TotalSeconds,
        DateTime instant => AxisText.Position(instant),
        _ => double.NaN,
    };
}
