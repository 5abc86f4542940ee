using FlowKernel.Plan;

namespace FlowKernel.DuckDb.Emit.Rules;

/// <summary>
/// Rebuilds a plan from its leaves up, where a rule changes something; what is not changed stays the same object. A
/// shared relation is rebuilt once, for all of its readings.
/// </summary>
internal sealed class PlanRewriter(Func<Relation, Relation> relation, Func<Scalar, Scalar>? scalar = null)
{
    private readonly Dictionary<SharedRelation, SharedRelation> _shared = [];
    private readonly Dictionary<RowsStage, RowsStage> _stages = new(ReferenceEqualityComparer.Instance);

    /// <summary>Replaces a relation before anything below it is rebuilt; null for one that stays.</summary>
    public Func<Relation, Relation?>? Replace { get; init; }

    /// <summary>True when what stages and lateral joins read is rebuilt as well; a stage is rebuilt once.</summary>
    public bool InStages { get; init; }

    /// <summary>The plan with the changes.</summary>
    public Relation Rewrite(Relation plan) => Replace?.Invoke(plan) ?? relation(WithScalars(WithInputs(plan)));

    private Relation WithInputs(Relation plan) => plan switch
    {
        Filter r when Changes(r.Input, out var input) => new Filter(input, r.Predicate, r.Span),
        Project r when Changes(r.Input, out var input) => r with { Input = input },
        Aggregate r when Changes(r.Input, out var input) => r with { Input = input },
        Distinct r when Changes(r.Input, out var input) => new Distinct(input, r.Span),
        Sort r when Changes(r.Input, out var input) => new Sort(input, r.Keys, r.Span),
        Take r when Changes(r.Input, out var input) => new Take(input, r.Count, r.Span),
        Top r when Changes(r.Input, out var input) => new Top(input, r.Count, r.Keys, r.Span),
        Expand r when Changes(r.Input, out var input) => r with { Input = input },
        MakeSeries r when Changes(r.Input, out var input) => r with { Input = input },
        Join r => OfJoin(r),
        Union r => OfUnion(r),
        SharedScan r => OfShared(r),
        RowsStage r when InStages => OfStage(r),
        Apply r when InStages && Changes(r.Input, out var input) | Changes(r.Body, out var body) =>
            r with { Input = input, Body = body },
        _ => plan,
    };

    private bool Changes(Relation before, out Relation after)
    {
        after = Rewrite(before);
        return !ReferenceEquals(before, after);
    }

    private Join OfJoin(Join join)
    {
        var (left, right) = (Rewrite(join.Left), Rewrite(join.Right));
        return ReferenceEquals(left, join.Left) && ReferenceEquals(right, join.Right)
            ? join
            : join with { Left = left, Right = right };
    }

    private Union OfUnion(Union union)
    {
        var inputs = union.Inputs.Select(i => i with { Relation = Rewrite(i.Relation) }).ToList();
        return inputs.Zip(union.Inputs).All(p => ReferenceEquals(p.First.Relation, p.Second.Relation))
            ? union
            : union with { Inputs = inputs };
    }

    private RowsStage OfStage(RowsStage stage)
    {
        if (!_stages.TryGetValue(stage, out var rebuilt))
        {
            var inputs = stage.Inputs.Select(Rewrite).ToList();
            rebuilt = inputs.SequenceEqual(stage.Inputs, ReferenceEqualityComparer.Instance)
                ? stage
                : stage with { Inputs = inputs };
            _stages[stage] = rebuilt;
        }

        return rebuilt;
    }

    private SharedScan OfShared(SharedScan scan)
    {
        if (!_shared.TryGetValue(scan.Shared, out var shared))
        {
            var relation = Rewrite(scan.Shared.Relation);
            shared = ReferenceEquals(relation, scan.Shared.Relation)
                ? scan.Shared
                : new SharedRelation(scan.Shared.Name, relation);
            _shared[scan.Shared] = shared;
        }

        return ReferenceEquals(shared, scan.Shared) ? scan : scan with { Shared = shared };
    }

    private Relation WithScalars(Relation plan) => RelationScalars.Map(plan, s => ScalarTree.Rewrite(s, Inner));

    private Scalar Inner(Scalar value)
    {
        var changed = value switch
        {
            ScalarSubquery s when Changes(s.Relation, out var r) => s with { Relation = r },
            InSubquery s when Changes(s.Relation, out var r) => s with { Relation = r },
            _ => value,
        };
        return scalar is null ? changed : scalar(changed);
    }
}
