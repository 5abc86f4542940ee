using FlowKernel.Diagnostics;
using FlowKernel.Results;
using FlowKernel.Session;
using FlowKernel.Text;

namespace FlowKernel.Notebook.Kernel;

/// <summary>What can be wrong with a variable that <c>--param</c> hands over.</summary>
internal static class HandedVariableMistakes
{
    /// <summary>How diagnostics call the variable.</summary>
    public static string Origin(string variable, Type type) =>
        $"the C# variable '{variable}' of type {ClrTypeText.Of(type)}";

    public static Diagnostic NoName(string given, string name, string variable, TextSpan place) => new(
        "FK1109", $"--param takes the name of a C# variable, not '{given}'.", place,
        given.Contains(',', StringComparison.Ordinal)
            ? $"Repeat the option: --param {string.Join(" --param ", given.Split(',', StringSplitOptions.RemoveEmptyEntries))}."
            : name == variable
                ? "Give the value a name in a C# cell, and hand over that name."
                : $"Write 'var {name} = {Value(variable)};' in a C# cell, and --param {name} here.");

    public static Diagnostic NoVariable(string name, IEnumerable<string> variables, TextSpan place) => new(
        "FK1101", $"There is no C# variable '{name}' to hand over.", place,
        NearestName.Find(name, variables) is { } near
            ? $"Did you mean '{near}'?"
            : "Declare it in a C# cell before this one, and run that cell.");

    public static Diagnostic Result(string name, TextSpan place) => new(
        "FK1108", $"The C# variable '{name}' is a query's result, which is a table and not a value.", place,
        $"Keep it with Flow.Keep(\"{name}\", {name}) unless --name did, and name '{name}' as a table in the query.");

    public static Diagnostic NoParameter(string name, Type type, TextSpan place) => new(
        "FK0414", $"The C# variable '{name}' is of type {ClrTypeText.Of(type)}, which KQL has no type for.", place,
        $"Hand over one of: {QueryParameters.SupportedTypes}; or a list of them.");

    public static Diagnostic Null(HandedVariable handed) => new(
        "FK1107",
        handed.Parameter.Type == KqlType.String
            ? $"The C# variable '{handed.Variable}' is null, which the query sees as an empty text."
            : $"The C# variable '{handed.Variable}' is null, and no comparison with null is true.",
        handed.Place, "Give it a value, or test it with isempty() or isnull().", Severity.Warning);

    public static Diagnostic Unused(HandedVariable handed) => new(
        "FK1112", $"The query does not use the parameter '{handed.Name}'.", handed.Place,
        $"Name it in the query, or leave out --param {handed.Name}.", Severity.Warning);

    // What has brackets is C# already, such as ips[0].
    private static string Value(string value) =>
        value.AsSpan().IndexOfAny('[', '(') > 0 || IsNumber(value) ? value : $"\"{value.Trim('"')}\"";

    private static bool IsNumber(string value) => value.Length > 0 && value.All(c => char.IsAsciiDigit(c) || c == '.') && double.TryParse(
            value, System.Globalization.CultureInfo.InvariantCulture, out _);
}
