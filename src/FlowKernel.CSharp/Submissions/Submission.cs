using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FlowKernel.CSharp.Submissions;

/// <summary>
/// A cell that later cells build on: its text, what it was compiled to, and the object that holds its variables (null
/// when it has no code, such as usings alone). Cells that declare nothing are not kept, so a long session costs only
/// what it declares.
/// </summary>
internal sealed record Submission(
    Submission? Previous, string Code, CSharpCompilation Compilation, int Slot, object? State)
{
    private const BindingFlags Any = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public;

    /// <summary>This submission and all before it, newest first.</summary>
    public IEnumerable<Submission> Backwards()
    {
        for (var submission = this; submission is not null; submission = submission.Previous)
            yield return submission;
    }

    /// <summary>The names of the variables that this cell declares.</summary>
    public IEnumerable<string> Variables => Compilation.ScriptClass!.GetMembers()
        .OfType<IFieldSymbol>().Where(f => f.CanBeReferencedByName && !f.IsImplicitlyDeclared).Select(f => f.Name);

    /// <summary>The variable that this cell declares under a name, or null.</summary>
    public FieldInfo? Variable(string name) =>
        State is not null && Compilation.ScriptClass!.GetMembers(name).OfType<IFieldSymbol>().Any()
            ? State.GetType().GetField(name, Any)
            : null;

    /// <summary>
    /// What a cell after <paramref name="last"/> finds the variables of earlier cells in; its own place is last.
    /// </summary>
    public static object?[] StatesAfter(Submission? last, object? globals)
    {
        var states = new object?[(last?.Slot ?? 0) + 2];
        states[0] = globals;
        foreach (var submission in last?.Backwards() ?? [])
            states[submission.Slot] = submission.State ?? states[submission.Slot];
        return states;
    }
}
