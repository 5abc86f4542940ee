using FlowKernel.Diagnostics;

namespace FlowKernel.Notebook.Kernel.Help;

/// <summary>What help says where it has no page.</summary>
internal static class HelpSentences
{
    private const string Ask =
        "Ask about a recipe, a table or column, a KQL operator or function, a directive or a C# name.";

    /// <summary>FK1301, with the name that was meant, or with what can be asked about.</summary>
    public static Diagnostic Nothing(string name, string? nearest) => new(
        "FK1301", $"There is no help on '{name}'.", default,
        nearest is null || string.Equals(nearest, name, StringComparison.Ordinal) ? Ask : $"Did you mean '{nearest}'?");
}
