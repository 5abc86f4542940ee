using FlowKernel.Diagnostics;
using FlowKernel.Session;
using FlowKernel.Text;

namespace FlowKernel.Notebook.Kernel;

/// <summary>The C# variables that <c>--param</c> hands over to a query, as typed parameters.</summary>
internal static class HandedVariables
{
    /// <summary>The parameters; diagnostics point at the names in the directive line.</summary>
    public static Outcome<IReadOnlyDictionary<string, QueryParameter>> Read(
        IReadOnlyList<string> names, ICSharpCells cells, string line)
    {
        var parameters = new Dictionary<string, QueryParameter>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            var span = new TextSpan(Math.Max(0, line.LastIndexOf(name, StringComparison.Ordinal)), name.Length);
            if (!cells.TryGet(name, out var value, out var type))
                return NoVariable(name, span);
            if (QueryParameters.From(value, type) is not { } parameter)
                return NoParameter(name, type, span);
            parameters[name] = parameter;
        }

        return parameters;
    }

    private static Diagnostic NoVariable(string name, TextSpan span) => new(
        "FK0412", $"There is no C# variable '{name}' to hand over.", span,
        "Declare it in a C# cell before this one, and run that cell.");

    private static Diagnostic NoParameter(string name, Type type, TextSpan span) => new(
        "FK0414", $"The C# variable '{name}' is a {type.Name}, which KQL has no type for.", span,
        $"Hand over one of: {QueryParameters.SupportedTypes}; or a list of them.");
}
