using FlowKernel.Results;

namespace FlowKernel.Session;

/// <summary>A result whose rows give their values by column name.</summary>
internal sealed class FlowRows(Flow flow, QueryRequest request, QueryResult result)
    : FlowResult<FlowRow>(flow, request, result)
{
    /// <inheritdoc/>
    protected override FlowRow RowAt(int index) => new(Table, index);
}
