using FlowKernel.Kql.Tree;
using FlowKernel.Plan;
using FlowKernel.Results;
using FlowKernel.Text;

namespace FlowKernel.Kql.Lowering.Plugins;

/// <summary>A call of a plug-in: <c>input | evaluate name(arguments)</c>.</summary>
internal sealed record PluginCall(LoweringContext Context, Relation Input, SyntaxNode Step)
{
    /// <summary>The plug-in's name.</summary>
    public string Name => Step["FunctionCall"]["Name"].Text!;

    /// <summary>Where the call stands.</summary>
    public TextSpan Span => Step.Span;

    /// <summary>The columns of the result, as the binder knows them.</summary>
    public IReadOnlyList<BoundColumn> Bound => Step.Type?.Columns ?? [];

    /// <summary>True when the query says which columns the plug-in gives.</summary>
    public bool HasSchema => Step.Find("Schema") is not null;

    /// <summary>The arguments without a name, in order.</summary>
    public IReadOnlyList<SyntaxNode> Arguments { get; } =
        [.. All(Step).Where(a => a.Kind != "SimpleNamedExpression")];

    /// <summary>The argument at an index, or of a name; null when it is not given.</summary>
    public SyntaxNode? Argument(int index, params ReadOnlySpan<string> names)
    {
        foreach (var argument in All(Step))
        {
            if (argument.Kind == "SimpleNamedExpression" && names.Contains(argument["Name"].Text!))
                return argument["Expression"];
        }

        return index < Arguments.Count ? Arguments[index] : null;
    }

    /// <summary>An argument as an expression over the input, or null when it is not given.</summary>
    public Scalar? Scalar(int index, params ReadOnlySpan<string> names) =>
        Argument(index, names) is { } node ? Context.Scalar(node) : null;

    /// <summary>The value of a constant argument, or null when it is not given or no constant.</summary>
    public object? Constant(int index, params ReadOnlySpan<string> names) => (Scalar(index, names) as Literal)?.Value;

    /// <summary>A column of the result for a bound one.</summary>
    public PlanColumn Column(BoundColumn column) => Context.Run.Column(column, Span);

    /// <summary>Reports why this call cannot run; gives a relation of the binder's columns.</summary>
    public Relation Refuse(string why, string? hint = null) =>
        Context.Refuse(Step, LoweringDiagnostics.PluginForm(Name, why, Span, hint));

    /// <summary>
    /// The answer of the data, after asking for it; null while there is none, and then the stand-in is what the call
    /// gives for now.
    /// </summary>
    public SchemaAnswer? Learn(
        Relation rows, Func<KqlTable, Diagnostics.Outcome<IReadOnlyList<KqlColumn>>> columns, out Relation standIn)
    {
        standIn = TableLowering.StandIn(Context, Step);
        if (!Context.Run.IsOverTheSameRows(Span.End, Input))
        {
            standIn = Refuse("its columns depend on the data, and it stands in a function that is called for "
                + "different tables", "Write its columns after it: evaluate ... : (name:type, ...).");
            return null;
        }

        if (Context.Run.Learnt(Span.End) is { } answer)
            return answer;
        Context.Run.Ask(new SchemaQuestion(Span.End, rows, columns));
        return null;
    }

    private static IEnumerable<SyntaxNode> All(SyntaxNode step) => step["FunctionCall"]["ArgumentList"].List("Expressions");
}
