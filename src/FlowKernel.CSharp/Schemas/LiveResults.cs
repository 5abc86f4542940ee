using FlowKernel.CSharp.Submissions;
using FlowKernel.Diagnostics;
using FlowKernel.Results;
using FlowKernel.Session;

namespace FlowKernel.CSharp.Schemas;

/// <summary>The columns of the results and queries that variables of earlier cells hold now.</summary>
internal sealed class LiveResults(SubmissionChain chain)
{
    /// <summary>The columns of a variable; null when it holds no result, or a query that is wrong.</summary>
    public async Task<IReadOnlyList<KqlColumn>?> OfAsync(string variable, CancellationToken cancellation)
    {
        var found = chain.Find(variable);
        return found?.Field.GetValue(found.Value.State) switch
        {
            FlowResult result => result.Table.Columns,
            FlowRow { Table: { } table } => table.Columns,
            FlowQuery query => await OfAsync(query, cancellation),
            _ => null,
        };
    }

    private static async Task<IReadOnlyList<KqlColumn>?> OfAsync(FlowQuery query, CancellationToken cancellation)
    {
        try
        {
            return await query.ColumnsAsync(cancellation);
        }
        catch (DiagnosticException)
        {
            return null;
        }
    }
}
