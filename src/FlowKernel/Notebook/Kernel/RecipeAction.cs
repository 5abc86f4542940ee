using FlowKernel.Diagnostics;
using FlowKernel.Notebook.Cells;
using FlowKernel.Notebook.Directives;
using FlowKernel.Recipes;
using FlowKernel.Session;
using FlowKernel.Text;

namespace FlowKernel.Notebook.Kernel;

/// <summary>
/// Runs recipes. A parameter's value stands in the line, <c>--ip 10.1.1.8</c>, or in a C# variable, <c>--param ip</c>.
/// </summary>
internal sealed class RecipeAction(NotebookParts parts, KqlCell kql)
{
    public async Task<IReadOnlyList<Diagnostic>> RunAsync(
        RecipeDirective directive, TextSlice line, CellRun run, CancellationToken cancellation)
    {
        var name = await ResultNames.CheckAsync(directive.Options.Name, line.Text, parts, cancellation);
        if (name.Any(p => p.IsError))
            return name;
        if (ConnectionOption.Unknown(directive.Options.On, line.Text, parts.Session) is { Count: > 0 } unknown)
            return unknown;
        var recipe = RecipeLibrary.Find(directive.Recipe);
        if (!recipe.Succeeded)
            return recipe.Diagnostics;
        var arguments = Arguments(recipe.Value, directive, line);
        if (!arguments.Succeeded)
            return arguments.Diagnostics;
        var request = new QueryRequest(recipe.Value.Kql)
        {
            On = directive.Options.On,
            Last = directive.Options.Last,
            Parameters = arguments.Value.Values,
        };
        var errors = await kql.RunAsync(request, directive.Options, run, cancellation);
        return [.. name, .. arguments.Diagnostics, .. errors.Select(e => e with { Span = new TextSpan(0, 0) })];
    }

    private Outcome<RecipeArguments> Arguments(Recipe recipe, RecipeDirective directive, TextSlice line)
    {
        var written = RecipeArguments.Bind(recipe, directive.Arguments);
        if (!written.Succeeded)
            return new([.. written.Diagnostics.Select(d => d with { Span = ArgumentPlace(d, directive, line.Text) })]);
        var handed = HandedVariables.Read(directive.Options.Parameters, parts.CSharp, line);
        if (!handed.Succeeded)
            return new(handed.Diagnostics);
        var bound = written.Value.With(recipe, handed.Value.Select(v => KeyValuePair.Create(v.Name, v.Parameter)));
        return bound.Succeeded
            ? new Outcome<RecipeArguments>(bound.Value, handed.Diagnostics)
            : new([.. bound.Diagnostics.Select(d => d with { Span = VariablePlace(d, handed.Value, line) })]);
    }

    private static TextSpan ArgumentPlace(Diagnostic found, RecipeDirective directive, string line)
    {
        var given = directive.Arguments.FirstOrDefault(
            a => found.Message.Contains($"'{a.Key}'", StringComparison.Ordinal));
        return given.Key is null ? default : OptionPlace.Of(line, $"--{given.Key}", given.Value);
    }

    private static TextSpan VariablePlace(Diagnostic found, IReadOnlyList<HandedVariable> handed, TextSlice line) =>
        handed.FirstOrDefault(v => found.Message.Contains($"'{v.Name}'", StringComparison.Ordinal)) is { } variable
            ? variable.Place.Shift(-line.Start)
            : default;
}
