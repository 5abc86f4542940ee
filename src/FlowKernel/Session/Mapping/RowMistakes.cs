using System.Globalization;
using FlowKernel.Diagnostics;
using FlowKernel.Results;
using FlowKernel.Text;

namespace FlowKernel.Session.Mapping;

/// <summary>What can be wrong with rows that are to be objects of a C# type.</summary>
internal static class RowMistakes
{
    private const int MostText = 40;

    public static Diagnostic NoColumn(string row, string part, string column, IReadOnlyList<KqlColumn> columns) => new(
        "FK1130", $"{row}.{part} has no column '{column}' in the result.", default,
        NearestName.Find(column, columns.Select(c => c.Name)) is { } near
            ? $"Did you mean '{near}'? Name it with [Column(\"{near}\")], or rename the property."
            : $"The columns are: {string.Join(", ", columns.Select(c => c.Name))}.");

    public static Diagnostic WrongType(string row, string part, string type, KqlColumn column) => new(
        "FK1131", $"{row}.{part} is of type {type}, but the column '{column.Name}' is {column.Type.Name()}.",
        default, $"Make it {CSharpOf(column.Type)}, or convert the column in the query.");

    public static Diagnostic Null(RowTarget target, int row, Type type) => new(
        "FK1132",
        $"The column '{target.Column.Name}' is null in row {Number(row)}, "
        + $"but {ClrTypeText.Of(type)}.{target.Name} is of type {ClrTypeText.Of(target.Type)}, which takes no null.",
        default, $"Make it {ClrTypeText.Of(target.Type)}?, or use coalesce() in the query.");

    public static Diagnostic NoValue(string text, string column, int row, Type type) => new(
        "FK1133",
        $"'{(text.Length > MostText ? text[..MostText] + "…" : text)}' in column '{column}', row {Number(row)}, "
        + $"cannot be read as {ClrTypeText.Of(type)}.",
        default, "Read the column as its own type, or filter such rows out in the query.");

    public static Diagnostic NotSingle(string row, IReadOnlyList<KqlColumn> columns) => new(
        "FK1134",
        $"{row} is a single value, but the result has {Number(columns.Count - 1)} columns.",
        default, "Project one column in the query.");

    public static Diagnostic TupleLength(string row, int parts, IReadOnlyList<KqlColumn> columns) => new(
        "FK1135",
        $"The tuple has {Number(parts - 1)} parts, but the result has {Number(columns.Count - 1)} columns.",
        default, $"A tuple takes the columns in order: {string.Join(", ", columns.Select(c => c.Name))}.");

    public static Diagnostic NoConstructor(string row) => new(
        "FK1136", $"{row} has no public constructor.", default,
        "Use a record, or a class with one.");

    public static Diagnostic NoParts(string row) => new(
        "FK1137", $"{row} has nothing that a column could fill.", default,
        "Use a record, or a class with properties that can be set.");

    private static string CSharpOf(KqlType type) =>
        type == KqlType.String ? "string" : ClrTypeText.Of(type.ClrType()) + "?";

    private static string Number(int index) => (index + 1).ToString(CultureInfo.InvariantCulture);
}
