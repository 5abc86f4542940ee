using FlowKernel.Diagnostics;
using FlowKernel.Kql.Tree;
using FlowKernel.Plan;
using FlowKernel.Results;

namespace FlowKernel.Kql.Lowering;

/// <summary>
/// <c>assert</c> (https://learn.microsoft.com/kusto/query/assert-function): a condition over constants, computed before
/// the query, also where no row would come to it.
/// </summary>
internal static class Assertions
{
    /// <summary>True, once the condition is known to hold.</summary>
    public static Scalar Lower(LoweringContext context, SyntaxNode call, SyntaxNode condition, SyntaxNode message)
    {
        var holds = new Literal(true, KqlType.Bool, call.Span);
        var (value, text) = (context.Scalar(condition), context.Scalar(message));
        if (ReadsRow(value) || ReadsRow(text))
        {
            context.Run.Report(LoweringDiagnostics.RowInAssert(condition.Span));
            return holds;
        }

        PlanColumn[] columns = [new("holds", KqlType.Bool), new("message", KqlType.String)];
        var rows = new Rows(columns, [[value, text]], call.Span);
        if (!context.Run.IsOverTheSameRows(call.Span.End, rows))
            context.Run.Report(LoweringDiagnostics.Construct("an assert for several calls of its function", call.Span));
        else if (context.Run.Learnt(call.Span.End) is null)
            context.Run.Ask(new SchemaQuestion(call.Span.End, rows, found => Judge(found, call)));
        return holds;
    }

    private static Outcome<IReadOnlyList<KqlColumn>> Judge(KqlTable found, SyntaxNode call) => found[0, 0] is true
        ? new Outcome<IReadOnlyList<KqlColumn>>(Array.Empty<KqlColumn>())
        : LoweringDiagnostics.AssertFailed($"{found[0, 1]}", call.Span);

    private static bool ReadsRow(Scalar scalar) => scalar switch
    {
        ColumnRef or AggregateCall or WindowCall => true,
        Call call => call.Arguments.Any(ReadsRow),
        InSubquery membership => ReadsRow(membership.Value),
        _ => false,
    };
}
