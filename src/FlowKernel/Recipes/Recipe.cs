using System.Text;
using FlowKernel.Results;
using FlowKernel.Session;

namespace FlowKernel.Recipes;

/// <summary>A KQL query with a question that it answers and typed parameters in place of constants.</summary>
/// <param name="Name">Its name in commands, such as <c>vm-traffic</c>.</param>
/// <param name="Title">The question it answers, in one line.</param>
/// <param name="Kql">The query; each parameter's variable stands in it as a free name.</param>
/// <param name="Parameters">Its parameters, in the order in which people give them.</param>
public sealed record Recipe(string Name, string Title, string Kql, IReadOnlyList<RecipeParameter> Parameters)
{
    /// <summary>What the result shows, and how to read it.</summary>
    public string Description { get; init; } = "";

    /// <summary>The KQL that a reader learns from it.</summary>
    public string Teaches { get; init; } = "";

    /// <summary>What its <c>render</c> asks for, such as <c>columnchart</c>; <c>table</c> when it has none.</summary>
    public string Chart { get; init; } = "table";

    /// <summary>Words to find it by.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>The parameters' default values, ready to run with <see cref="Kql"/>.</summary>
    public RecipeArguments Defaults =>
        new(Parameters.ToDictionary(p => p.Variable, p => p.Value, StringComparer.Ordinal));

    /// <summary>
    /// The query as a text that needs nothing else: each argument as a typed <c>let</c>, then <see cref="Kql"/>. Runs
    /// as it is on Log Analytics and Azure Data Explorer.
    /// </summary>
    public string ToKql(RecipeArguments arguments)
    {
        var text = new StringBuilder();
        foreach (var parameter in Parameters)
        {
            var value = arguments.Values.GetValueOrDefault(parameter.Variable, parameter.Value);
            text.Append("let ").Append(parameter.Variable).Append(" = ")
                .Append(KqlLiteral.Write(value.Type, value.Value)).Append(";\n");
        }

        return text.Append(Kql).ToString();
    }
}

/// <summary>A parameter of a recipe.</summary>
/// <param name="Name">Its name for people, as in <c>--last</c>.</param>
/// <param name="Value">Its type, and its value when nobody gives one.</param>
/// <param name="Help">What it means, in one sentence.</param>
public sealed record RecipeParameter(string Name, QueryParameter Value, string Help)
{
    /// <summary>Its name in the query, where <see cref="Name"/> is a keyword of KQL; else the same.</summary>
    public string Variable { get; init; } = Name;
}
