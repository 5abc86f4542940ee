using FlowKernel.Results;

namespace FlowKernel.Session;

/// <summary>A result whose rows give their values by column name.</summary>
public sealed class FlowRows : FlowResult<FlowRow>
{
    internal FlowRows(Flow flow, QueryRequest request, QueryResult result)
        : base(flow, request, result)
    {
    }

    /// <inheritdoc/>
    protected override FlowRow RowAt(int index) => new(Table, index);
}
