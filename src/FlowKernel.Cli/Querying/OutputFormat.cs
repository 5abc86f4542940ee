namespace FlowKernel.Cli.Querying;

/// <summary>How <c>query</c> writes a result.</summary>
internal enum OutputFormat
{
    Table,
    Json,
    Csv,
}
