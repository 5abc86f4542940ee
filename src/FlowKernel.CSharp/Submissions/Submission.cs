using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FlowKernel.CSharp.Submissions;

/// <summary>
/// A cell that later cells build on: its text, what it was compiled to, and the object that holds its variables (null
/// when it has no code, such as usings alone; not held for one of types alone, so that these may be unloaded). Cells that
/// declare nothing are not kept.
/// </summary>
internal sealed class Submission(
    Submission? previous, string code, CSharpCompilation compilation, SubmissionNames names, object? state,
    CellImage? image = null)
{
    private const BindingFlags Any = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public;
    private volatile object? _state = image is null ? state : null;
    private Type? _heldType;

    public Submission? Previous => previous;

    /// <summary>The text as its user wrote it.</summary>
    public string Code => code;

    public CSharpCompilation Compilation => compilation;

    public SubmissionNames Names => names;

    /// <summary>The object that holds the cell's variables, or null.</summary>
    public object? State => _state;

    /// <summary>The place of <see cref="State"/>; the compiler counts the cells that have code.</summary>
    public int Slot { get; } = (previous?.Slot ?? 0) + (state is null && image is null ? 0 : 1);

    /// <summary>What a cell of types alone is loaded from again; else null.</summary>
    public CellImage? Image => image;

    /// <summary>True once the cell's variables were let go of.</summary>
    public bool IsReleased { get; private set; }

    /// <summary>Lets go of the variables, when no later cell can reach them.</summary>
    public void Release()
    {
        IsReleased = true;
        // Later cells use its anonymous types, as long as the compiler sees it: its code has to stay.
        _heldType = names.IsFixed ? _state?.GetType() ?? _heldType : null;
        _state = null;
    }

    /// <summary>True for one that declares what several cells did.</summary>
    public bool IsConsolidated { get; init; }

    /// <summary>
    /// The cells, by the names of their assemblies, of which types are seen where its types are used: the code that it is
    /// loaded as refers to them.
    /// </summary>
    public IReadOnlyList<string> Seen { get; init; } = [];

    /// <summary>The assemblies of types that it names without declaring them.</summary>
    public IReadOnlyList<string> Placed { get; init; } = [];

    /// <summary>True when it was found that it cannot be put together with others.</summary>
    public bool StaysApart { get; set; }

    /// <summary>This submission and all before it, newest first.</summary>
    public IEnumerable<Submission> Backwards()
    {
        for (var submission = this; submission is not null; submission = submission.Previous)
            yield return submission;
    }

    /// <summary>The names of the variables that this cell declares.</summary>
    public IEnumerable<string> Variables => compilation.ScriptClass!.GetMembers()
        .OfType<IFieldSymbol>().Where(f => f.CanBeReferencedByName && !f.IsImplicitlyDeclared).Select(f => f.Name);

    /// <summary>The names of the types and functions that this cell declares.</summary>
    public IEnumerable<string> Declarations => compilation.ScriptClass!.GetMembers()
        .Where(m => m is INamedTypeSymbol or IMethodSymbol && m.CanBeReferencedByName && !m.IsImplicitlyDeclared).Select(m => m.Name)
        .Concat(names.Declared?.Where(d => SubmissionNames.IsType(d.Key)).Select(d => d.Name) ?? []);

    /// <summary>The variable that this cell declares under a name, or null.</summary>
    public FieldInfo? Variable(string name) =>
        _state is { } state && compilation.ScriptClass!.GetMembers(name).OfType<IFieldSymbol>().Any()
            ? state.GetType().GetField(name, Any)
            : null;

    /// <summary>Lets go of the value of one variable, when no later cell can reach it.</summary>
    public void Release(string name)
    {
        if (Variable(name) is { IsLiteral: false } field)
            field.SetValue(_state, null);
    }

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
