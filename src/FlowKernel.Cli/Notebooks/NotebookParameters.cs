using FlowKernel.Cli.Commands;
using FlowKernel.Cli.Composition;
using FlowKernel.CSharp;
using FlowKernel.CSharp.Dry;
using FlowKernel.Diagnostics;
using FlowKernel.Notebook;
using FlowKernel.Notebook.Documents;
using FlowKernel.Results;
using FlowKernel.Session;
using FlowKernel.Text;

namespace FlowKernel.Cli.Notebooks;

/// <summary>
/// Values from the command line for a notebook: the cell tagged <c>parameters</c> declares variables with defaults, and
/// right after it the given values take their place, read as the variables' types.
/// </summary>
internal sealed class NotebookParameters(CSharpCells cells, IReadOnlyList<string> given)
{
    private bool _applied;

    /// <summary>
    /// What is wrong with the given values as far as the notebook's text tells it, so that no cell runs in vain.
    /// </summary>
    public static IReadOnlyList<Diagnostic> Check(NotebookDocument document, IReadOnlyList<string> given)
    {
        if (given.Count == 0)
            return [];
        if (document.Cells.FirstOrDefault(IsForParameters) is not { } cell)
            return [NoCell()];
        var variables = CellVariables.Of(cell.Source, NotebookFactory.CellOptions);
        return [.. given.Select(text => Check(text, variables)).OfType<Diagnostic>()];
    }

    /// <summary>The given values as notebooks and reports show them: secrets in addresses are hidden.</summary>
    public static IReadOnlyList<string> Shown(IReadOnlyList<string> given) => [.. given.Select(SecretTexts.HideInValue)];

    /// <summary>Sets the values when <paramref name="cell"/> is the one that declares them.</summary>
    public async Task<CellError?> AfterCellAsync(NotebookCell cell, CancellationToken cancellation)
    {
        if (_applied || given.Count == 0 || !IsForParameters(cell))
            return null;
        _applied = true;
        foreach (var text in given)
        {
            if (await SetAsync(text, cancellation) is { } error)
                return error;
        }

        // Who reads the executed notebook must not take the values in the cell for those that counted.
        cell.AddOutput(ResultDisplay.Quiet($"Given in place of the values above: {string.Join(", ", Shown(given))}"));
        return null;
    }

    private static bool IsForParameters(NotebookCell cell) => cell.IsCode && cell.Tags.Contains("parameters");

    private static Diagnostic? Check(string text, IReadOnlyList<CellVariable> variables)
    {
        if (ParameterText.Split(text) is not { } pair)
            return NoPair(text);
        if (variables.FirstOrDefault(v => v.Name == pair.Key) is not { } variable)
            return NoVariable(pair.Key, variables.Select(v => v.Name));
        return variable.CSharpType is not { } type || Reads(variable.Type, pair.Value)
            ? null
            : WrongValue(pair, type, variable.Type);
    }

    // Where only running tells a variable's type, this is the first to know.
    private async Task<CellError?> SetAsync(string text, CancellationToken cancellation)
    {
        if (ParameterText.Split(text) is not { } pair)
            return Error(NoPair(text));
        if (!cells.TryGet(pair.Key, out _, out var type))
            return Error(NoVariable(pair.Key, cells.Variables));
        if (TypeOf(type) is not { } kind || !KqlValues.TryParse(kind, pair.Value, out var value))
            return Error(WrongValue(pair, ClrTypeText.Of(type), TypeOf(type)));
        await cells.SetAsync(pair.Key, value, type, cancellation);
        return null;
    }

    private static bool Reads(KqlType? type, string text) =>
        type is { } known && KqlValues.TryParse(known, text, out _);

    private static KqlType? TypeOf(Type type)
    {
        var bare = Nullable.GetUnderlyingType(type) ?? type;
        foreach (var kind in Enum.GetValues<KqlType>())
        {
            if (kind.ClrType() == bare)
                return kind;
        }

        return null;
    }

    private static Diagnostic NoPair(string text) => new(
        "FK0701", $"'{text}' is not a parameter.", default, "Write name=value, such as ip=10.1.1.8.");

    private static Diagnostic NoCell() => new(
        "FK0710", "No cell of this notebook is tagged 'parameters', so --param has no effect.", default,
        "Tag the cell that declares the variables.");

    private static Diagnostic NoVariable(string name, IEnumerable<string> variables) => new(
        "FK0711", $"The cell tagged 'parameters' declares no variable '{name}'.", default,
        NearestName.Find(name, variables) is { } nearest
            ? $"Did you mean '{nearest}'?"
            : $"Its variables: {string.Join(", ", variables)}.");

    private static Diagnostic WrongValue(KeyValuePair<string, string> given, string type, KqlType? kql) => new(
        "FK0712", $"'{given.Value}' is no value for the variable '{given.Key}' of type {type}.", default,
        kql is { } known ? $"Write {KqlValues.Examples(known)}." : "Declare it as string, bool, int, long, double, decimal, DateTime, TimeSpan or Guid.");

    private static CellError Error(Diagnostic mistake) =>
        new(mistake.Code, mistake.Message, [$"{mistake.Code}: {mistake.Message}", mistake.Hint ?? ""]);
}
