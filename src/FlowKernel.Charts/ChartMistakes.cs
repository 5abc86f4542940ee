using FlowKernel.Diagnostics;
using FlowKernel.Results;

namespace FlowKernel.Charts;

/// <summary>What can be wrong with a wish for a chart, in words.</summary>
internal static class ChartMistakes
{
    public static Diagnostic UnknownKind(string name) => new(
        "FK0301", $"There is no chart kind '{name}' here.", default,
        $"The kinds are {string.Join(", ", ChartKinds.All)}.");

    public static Diagnostic NoSuchColumn(string property, string name, KqlTable table) => new(
        "FK0302", $"The property {property} names '{name}', which is not a column of the result.", default,
        $"The columns are {Names(table)}; case matters.");

    public static Diagnostic NotANumber(string property, KqlColumn column) => new(
        "FK0303", $"The property {property} names '{column.Name}', which is a {column.Type.Name()}, not a number.",
        default, $"Convert it first, for example with tolong({column.Name}).");

    public static Diagnostic NoNumber(RenderProperties render, KqlTable table) => new(
        "FK0304",
        $"A{N(render.Visualization)} {render.Visualization} needs a column of numbers, and the result has none to spare ({Types(table)}).",
        default, "Count or add up first, for example with summarize count() by the column to compare.");

    public static Diagnostic NoTime(RenderProperties render, KqlTable table) => new(
        "FK0305", $"A{N(render.Visualization)} {render.Visualization} needs a datetime column, and the result has none ({Types(table)}).",
        default, "Keep one, for example with summarize ... by bin(TimeGenerated, 1h), or draw a columnchart.");

    public static Diagnostic NoRows(RenderProperties render) => new(
        "FK0306", $"The query gave no rows, so there is no {render.Visualization} to draw.",
        default, "Widen the time range or loosen the filters.", Severity.Warning);

    public static Diagnostic BadProperty(string property, string value, string choices) => new(
        "FK0307", $"The property {property} cannot be '{value}'.", default, $"It can be {choices}.");

    public static Diagnostic WrongShape(string kind, string wanted, KqlTable table) => new(
        "FK0308", $"A{N(kind)} {kind} needs {wanted}, and the result has {Types(table)}.",
        default, "Arrange the columns with project.");

    public static Diagnostic FetchingTrace(string type) => new(
        "FK0309", $"A plotly figure with a trace of type '{type}' would fetch its map or picture from a server.", default,
        "Draw places of the world with render scatterchart with (kind=map), or countries with --chart map.");

    public static Diagnostic NothingToDraw(RenderProperties render, IReadOnlyList<string> notes) => new(
        "FK0310",
        string.Join(' ', notes.Prepend($"Nothing in the result can be drawn as a{N(render.Visualization)} {render.Visualization}.")), default,
        "The table shows what is there: empty, negative or infinite values have no place in such a chart.", Severity.Warning);

    public static Diagnostic TooLong(RenderProperties render) => new(
        "FK0311", $"Drawing the {render.Visualization} took too long and was stopped.", default,
        "Draw less: summarize the rows first, for example by bin(TimeGenerated, 1h), or keep the greatest with top.");

    // The n of the article before areachart and anomalychart.
    private static string N(string kind) => kind is ['a' or 'e' or 'i' or 'o', ..] ? "n" : "";

    private static string Names(KqlTable table) => string.Join(", ", table.Columns.Select(c => c.Name));

    private static string Types(KqlTable table) =>
        string.Join(", ", table.Columns.Select(c => $"{c.Name}: {c.Type.Name()}"));
}
