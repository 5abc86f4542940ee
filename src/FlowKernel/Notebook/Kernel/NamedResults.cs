using System.Globalization;
using FlowKernel.Diagnostics;

namespace FlowKernel.Notebook.Kernel;

/// <summary>What is said of results that <c>--name</c> keeps.</summary>
internal static class NamedResults
{
    public static Diagnostic FirstOfSeveral(string name, int count) => new(
        "FK0507",
        string.Create(CultureInfo.InvariantCulture, $"The query gives {count} results; '{name}' is the first of them."),
        default,
        "Give each a cell of its own, or read the others in C#: (await Flow.Query(kql)).Result.Tables.",
        Severity.Warning);
}
