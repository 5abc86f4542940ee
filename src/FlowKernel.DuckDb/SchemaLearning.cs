using FlowKernel.Diagnostics;
using FlowKernel.Plan;
using FlowKernel.Results;
using FlowKernel.Session;

namespace FlowKernel.DuckDb;

/// <summary>
/// Answers the questions of a plan, those of inner operators before those of outer ones, until the query can be
/// lowered to its end.
/// </summary>
/// <param name="language">What checks and lowers the query.</param>
/// <param name="run">Runs a plan of one result.</param>
internal sealed class SchemaLearning(
    IKqlLanguage language, Func<QueryPlan, CancellationToken, Task<Outcome<IReadOnlyList<KqlTable>>>> run)
{
    /// <summary>The plan of the query, which has no questions; or what stopped it.</summary>
    public async Task<Outcome<QueryPlan>> PlanAsync(CheckedQuery query, CancellationToken cancellation)
    {
        var plan = language.Lower(query);
        while (plan.Succeeded && plan.Value.Questions.Count > 0)
        {
            var answers = new List<SchemaAnswer>();
            foreach (var question in plan.Value.Questions)
            {
                var rows = await run(new QueryPlan([new PlanResult(question.Rows, null)]), cancellation);
                if (!rows.Succeeded)
                    return new(rows.Diagnostics);
                var columns = question.Columns(rows.Value[0]);
                if (!columns.Succeeded)
                    return new(columns.Diagnostics);
                answers.Add(new SchemaAnswer(question.Offset, columns.Value, rows.Value[0]));
            }

            var learnt = await language.LearnAsync(query, answers, cancellation);
            if (!learnt.Succeeded)
                return new(learnt.Diagnostics);
            plan = language.Lower(query = learnt.Value);
        }

        return plan;
    }
}
