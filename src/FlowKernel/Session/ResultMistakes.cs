using FlowKernel.Diagnostics;
using FlowKernel.Results;
using FlowKernel.Text;

namespace FlowKernel.Session;

/// <summary>What can be wrong with names of columns that C# gives to a result.</summary>
internal static class ResultMistakes
{
    public static Diagnostic NoColumn(string name, IReadOnlyList<KqlColumn> columns) => new(
        "FK0503", $"The result has no column '{name}'.", default,
        NearestName.Find(name, columns.Select(c => c.Name)) is { } near
            ? $"Did you mean '{near}'?"
            : $"Its columns are: {string.Join(", ", columns.Select(c => c.Name))}.");

    public static Diagnostic WrongType(KqlColumn column, string asked) => new(
        "FK0504", $"The column '{column.Name}' holds {column.Type.Name()} values, not {asked}.", default,
        $"Read it as {ClrTypeText.Of(column.Type.ClrType())}.");

    public static Diagnostic NoAddresses(KqlColumn column) => new(
        "FK1212", $"The column '{column.Name}' is {column.Type.Name()}; IP addresses are looked up by their text.",
        default, "Name a string column that holds IP addresses.");
}
