using FlowKernel.Diagnostics;
using FlowKernel.Notebook.Cells;
using FlowKernel.Session;
using FlowKernel.Text;

namespace FlowKernel.Notebook.Kernel;

/// <summary>
/// The C# variables that <c>--param</c> hands over to a query, as typed parameters: <c>--param ip</c>, or under another
/// name <c>--param ip=suspect</c>.
/// </summary>
internal static class HandedVariables
{
    /// <summary>The parameters, with warnings; diagnostics point at the names in the directive line.</summary>
    public static Outcome<IReadOnlyList<HandedVariable>> Read(
        IReadOnlyList<string> given, ICSharpCells cells, TextSlice line)
    {
        var variables = new List<HandedVariable>();
        var warnings = new List<Diagnostic>();
        foreach (var text in given)
        {
            var place = OptionPlace.Of(line.Text, "--param", text);
            var read = Read(text, cells, place);
            if (!read.Succeeded)
                return new(read.Diagnostics);
            variables.Add(read.Value with { Place = place.Shift(line.Start) });
            warnings.AddRange(read.Diagnostics);
        }

        return new Outcome<IReadOnlyList<HandedVariable>>(variables, warnings);
    }

    /// <summary>
    /// The parameter's name and type alone, since the value of a list takes long to read; null where there is no such
    /// variable, or none that can be handed over.
    /// </summary>
    public static KeyValuePair<string, QueryParameter>? TypeOf(string given, ICSharpCells cells)
    {
        var (name, variable) = Names(given);
        return IsName(name) && cells.TryGet(variable, out _, out var type) && QueryParameters.TypeOf(type) is { } known
            ? KeyValuePair.Create(name, new QueryParameter(known, null))
            : null;
    }

    private static (string Name, string Variable) Names(string given) =>
        given.IndexOf('=', StringComparison.Ordinal) is var split and >= 0
            ? (given[..split], given[(split + 1)..])
            : (given, given);

    private static Outcome<HandedVariable> Read(string given, ICSharpCells cells, TextSpan place)
    {
        var (name, variable) = Names(given);
        if (!IsName(name) || !IsName(variable))
            return HandedVariableMistakes.NoName(given, name, variable, place);
        if (!cells.TryGet(variable, out var value, out var type))
            return HandedVariableMistakes.NoVariable(variable, cells.Variables, place);
        if (typeof(FlowResult).IsAssignableFrom(type))
            return HandedVariableMistakes.Result(variable, place);
        if (QueryParameters.From(value, type) is not { } parameter)
            return HandedVariableMistakes.NoParameter(variable, type, place);
        var handed = new HandedVariable(
            name, variable, parameter with { Origin = HandedVariableMistakes.Origin(variable, type) }, place);
        return new Outcome<HandedVariable>(handed, value is null ? [HandedVariableMistakes.Null(handed)] : []);
    }

    private static bool IsName(string text) =>
        text.Length > 0 && !char.IsAsciiDigit(text[0]) && text.All(c => char.IsLetterOrDigit(c) || c == '_');
}
