using System.Globalization;
using FlowKernel.Diagnostics;
using FlowKernel.Text;

namespace FlowKernel.Session.Mapping;

/// <summary>What can be wrong with C# rows that are to be a table.</summary>
internal static class ClrTableMistakes
{
    public static Diagnostic NoName() => new(
        "FK1120", "A table needs a name.", default, "Give one that queries can write, such as \"suspects\".");

    public static Diagnostic NoColumns(Type row) => new(
        "FK1121", $"Rows of type {ClrTypeText.Of(row)} have no columns: it has no public properties or fields.",
        default,
        "Make rows with Select, as in: list.Select(x => new { x.Ip, x.Bytes }).");

    public static Diagnostic NoType(ClrColumn column, Type row) => new(
        "FK1122",
        $"The column '{column.Name}' of {ClrTypeText.Of(row)} is of type {ClrTypeText.Of(column.Clr)}, "
        + "which KQL has no type for.",
        default, "Leave it out with Select, as in: list.Select(x => new { x.Ip, x.Bytes }).");

    public static Diagnostic NoValue(ClrColumn column, int row) => new(
        "FK1127",
        $"The value of column '{column.Name}' in row {Number(row)} cannot be written as JSON, "
        + "which a dynamic value is.",
        default, "Leave the column out with Select, or turn its values into texts.");

    public static Diagnostic NullRow(int row) => new(
        "FK1123", $"Row {Number(row)} is null.", default, "Leave such rows out, with Where(x => x is not null).");

    public static Diagnostic NameCount(int names, IReadOnlyList<ClrColumn> columns) => new(
        "FK1124", $"{Number(names - 1)} column names are given for {Number(columns.Count - 1)} columns.", default,
        $"The columns are: {string.Join(", ", columns.Select(c => c.Name))}.");

    public static Diagnostic Twice(string name) => new(
        "FK1125", $"Two columns are named '{name}'.", default, "Give each column a name of its own.");

    public static Diagnostic NoRowTable() => new(
        "FK1126", "There is no row, so the columns of the table are not known.", default,
        "Keep the result itself, and filter it in KQL.");

    private static string Number(int index) => (index + 1).ToString(CultureInfo.InvariantCulture);
}
