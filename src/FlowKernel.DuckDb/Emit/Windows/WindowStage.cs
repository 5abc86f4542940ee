using FlowKernel.Diagnostics;
using FlowKernel.DuckDb.Functions;
using FlowKernel.Plan;

namespace FlowKernel.DuckDb.Emit.Windows;

/// <summary>One SELECT of window functions: those whose arguments hold no further ones.</summary>
internal sealed class WindowStage(SelectBlock input, SelectItem row, EmitContext context)
{
    private readonly List<SelectItem> _added = [];

    /// <summary>The input with a column for each function that was replaced.</summary>
    public SelectBlock Block => input.WithItems([.. input.Items, .. _added]);

    /// <summary>A reference to the new column in place of a window function of this stage; all else as it is.</summary>
    public Scalar Replace(Scalar scalar)
    {
        if (scalar is not WindowCall call || call.Arguments.SelectMany(ScalarTree.All).Any(IsOpen))
            return scalar;

        var column = new PlanColumn(call.Function, call.Type);
        _added.Add(new SelectItem(column, context.Names.Of(column), Sql(call)));
        return new ColumnRef(column, call.Span);
    }

    private bool IsOpen(Scalar scalar) =>
        scalar is WindowCall || (scalar is ColumnRef reference && _added.Any(a => a.Column == reference.Column));

    private string Sql(WindowCall call)
    {
        var arguments = call.Arguments.Select(a => new SqlArgument(context.Emit(a, input), a)).ToList();
        return WindowFunctions.Emit(call, arguments, row.QuotedName) ?? context.Refuse(new Diagnostic(
            "FK0131", $"The function '{call.Function}' is not supported on local data.", call.Span,
            "Run the query on a workspace or cluster instead."));
    }
}
