using FlowKernel.Diagnostics;
using FlowKernel.Kql.Tree;
using FlowKernel.Plan;

namespace FlowKernel.Kql.Lowering;

/// <summary>Lowers a checked query, statement by statement, to a plan.</summary>
internal static class QueryLowering
{
    /// <summary>The plan, or one diagnostic for each construct that has none.</summary>
    public static Outcome<QueryPlan> Lower(CheckedKql query)
    {
        var referenced = new HashSet<string>(NamesIn(query.Root), StringComparer.Ordinal);
        var run = new LoweringRun(query.Kql, query.Scope, referenced, query.Learnt.Answers);
        var context = new LoweringContext(run, ParametersOf(query), []);
        var results = new List<PlanResult>();
        PlanResult Limited(PlanResult result) => result with
        {
            Relation = run.Properties.Limit(result.Relation),
            MostRows = run.Properties.MostRows,
            IsWhole = run.Properties.IsWhole,
        };

        foreach (var statement in query.Root.List("Statements"))
        {
            if (statement.Kind == "ExpressionStatement")
                results.AddRange(ResultLowering.Lower(context, statement["Expression"], results.Count).Select(Limited));
            else
                context = StatementLowering.Lower(context, statement);
        }

        if (run.Problems.Count == 0 && run.Assertions.Question(run) is { } asserted)
            run.Ask(asserted);
        if (run.Questions.Count > 0)
            return new QueryPlan([]) { Questions = run.Questions };
        return run.Problems.Count == 0 ? new QueryPlan(results) : new Outcome<QueryPlan>(run.Problems);
    }

    private static Names ParametersOf(CheckedKql query)
    {
        var names = Names.None;
        foreach (var (name, parameter) in query.Scope.Parameters)
            names = names.With(name, new ScalarBinding(new Literal(parameter.Value, parameter.Type, default), 0));
        return names;
    }

    private static IEnumerable<string> NamesIn(SyntaxNode node) =>
        node.Kind == "NameReference" ? [node.Text!] : node.Items.SelectMany(NamesIn);
}
