namespace FlowKernel.Plan;

/// <summary>The edges of a plan's tree.</summary>
public static class RelationInputs
{
    /// <summary>
    /// The relations that a relation reads, left before right; none for one that makes its rows itself. Relations
    /// inside its expressions are not among them.
    /// </summary>
    public static IEnumerable<Relation> Of(Relation relation) => relation switch
    {
        Filter r => [r.Input],
        Project r => [r.Input],
        Aggregate r => [r.Input],
        Distinct r => [r.Input],
        Sort r => [r.Input],
        Take r => [r.Input],
        Top r => [r.Input],
        Join r => [r.Left, r.Right],
        Union r => r.Inputs.Select(i => i.Relation),
        SharedScan r => [r.Shared.Relation],
        Expand r => [r.Input],
        Apply r => [r.Input, r.Body],
        MakeSeries r => [r.Input],
        RowsStage r => r.Inputs,
        _ => [],
    };
}
