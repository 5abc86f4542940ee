using FlowKernel.Diagnostics;
using FlowKernel.Plan;
using FlowKernel.Results;
using FlowKernel.Text;

namespace FlowKernel.DuckDb.Functions;

/// <summary>One call with its emitted arguments: what a row of the function tables turns into SQL.</summary>
internal sealed class Invocation(
    string name, KqlType type, TextSpan span, IReadOnlyList<SqlArgument> arguments, FunctionContext context)
{
    /// <summary>The function's name as KQL spells it.</summary>
    public string Name { get; } = name;

    /// <summary>The type that the result must have.</summary>
    public KqlType Type { get; } = type;

    /// <summary>Where the call stands.</summary>
    public TextSpan Span { get; } = span;

    /// <summary>The arguments.</summary>
    public IReadOnlyList<SqlArgument> Arguments { get; } = arguments;

    /// <summary>What the query fixes for all calls.</summary>
    public FunctionContext Context { get; } = context;

    /// <summary>How many arguments there are.</summary>
    public int Count => Arguments.Count;

    /// <summary>An argument.</summary>
    public SqlArgument this[int index] => Arguments[index];

    /// <summary>The SQL of an argument in its own type.</summary>
    public string Sql(int index) => Arguments[index].Sql;

    /// <summary>The SQL of an argument converted to a type.</summary>
    public string As(int index, KqlType to) => Conversion.Convert(Arguments[index], to);

    /// <summary>The arguments from one on, converted to a type and separated by commas.</summary>
    public string All(KqlType to, int from = 0) =>
        string.Join(", ", Enumerable.Range(from, Count - from).Select(i => As(i, to)));

    /// <summary>The KQL type of an argument.</summary>
    public KqlType TypeOf(int index) => Arguments[index].Type;

    /// <summary>True when any argument has the type.</summary>
    public bool Any(KqlType wanted) => Arguments.Any(a => a.Type == wanted);

    /// <summary>
    /// The constant value of an argument; false when it is absent, null or not a constant of that type.
    /// </summary>
    public bool TryConstant<T>(int index, out T value)
    {
        if (index < Count && Arguments[index].Scalar is Literal { Value: T constant })
        {
            value = constant;
            return true;
        }

        value = default!;
        return false;
    }

    /// <summary>The refusal of a call whose function or form cannot run exactly.</summary>
    public Diagnostic Refuse(string reason) =>
        new("FK0132", $"'{Name}' cannot run here: {reason}.", Span, "Run the query on a workspace or cluster instead.");

    /// <summary>The refusal of a call that needs a constant.</summary>
    public Diagnostic NeedsConstant(int index, string what) =>
        new("FK0133", $"'{Name}' needs a constant as its {what}.", Arguments[index].Scalar.Span);
}
