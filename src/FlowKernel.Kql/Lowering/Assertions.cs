using FlowKernel.Diagnostics;
using FlowKernel.Kql.Tree;
using FlowKernel.Plan;
using FlowKernel.Results;
using FlowKernel.Text;

namespace FlowKernel.Kql.Lowering;

/// <summary>
/// <c>assert</c> (https://learn.microsoft.com/kusto/query/assert-function): conditions over constants, computed before
/// the query, also where no row would come to them; those of a function for each of its calls.
/// </summary>
internal sealed class Assertions
{
    private readonly List<(Scalar Condition, Scalar Message, TextSpan Span)> _asserted = [];

    /// <summary>True, once the condition is known to hold.</summary>
    public static Scalar Lower(LoweringContext context, SyntaxNode call, SyntaxNode condition, SyntaxNode message)
    {
        var (value, text) = (context.Scalar(condition), context.Scalar(message));
        if (ReadsRow(value) || ReadsRow(text))
            context.Run.Report(LoweringDiagnostics.RowInAssert(condition.Span));
        else
            context.Run.Assertions._asserted.Add((value, text, call.Span));
        return new Literal(true, KqlType.Bool, call.Span);
    }

    /// <summary>What must be asked before the query runs: all that is asserted, in one go; null for nothing.</summary>
    public SchemaQuestion? Question(LoweringRun run)
    {
        if (_asserted.Count == 0)
            return null;
        var offset = _asserted[0].Span.End;
        return run.Learnt(offset) is null ? new SchemaQuestion(offset, Rows(), Judge) : null;
    }

    /// <summary>A row for each assertion, with its number, since a union has no order.</summary>
    private Union Rows()
    {
        var span = _asserted[0].Span;
        return new Union(
            [.. _asserted.Select((a, i) => One([new Literal((long)i, KqlType.Long, a.Span), a.Condition, a.Message], a.Span))],
            [new("number", KqlType.Long), new("holds", KqlType.Bool), new("message", KqlType.String)], span);
    }

    private static UnionInput One(IReadOnlyList<Scalar> values, TextSpan span)
    {
        PlanColumn[] columns = [new("number", KqlType.Long), new("holds", KqlType.Bool), new("message", KqlType.String)];
        return new UnionInput(new Rows(columns, [values], span), [.. columns.Select(c => new ColumnRef(c, span))]);
    }

    /// <summary>The first assertion that does not hold, in the order of the query.</summary>
    private Outcome<IReadOnlyList<KqlColumn>> Judge(KqlTable found)
    {
        var failed = Enumerable.Range(0, found.RowCount).Where(row => found[row, 1] is not true)
            .OrderBy(row => (long)found[row, 0]!).Select(row => (int?)row).FirstOrDefault();
        return failed is { } at
            ? LoweringDiagnostics.AssertFailed($"{found[at, 2]}", _asserted[(int)(long)found[at, 0]!].Span)
            : new Outcome<IReadOnlyList<KqlColumn>>(Array.Empty<KqlColumn>());
    }

    private static bool ReadsRow(Scalar scalar) => scalar switch
    {
        ColumnRef or AggregateCall or WindowCall => true,
        Call call => call.Arguments.Any(ReadsRow),
        InSubquery membership => ReadsRow(membership.Value),
        _ => false,
    };
}
