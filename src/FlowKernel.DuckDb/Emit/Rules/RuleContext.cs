using FlowKernel.DuckDb.Tables;

namespace FlowKernel.DuckDb.Emit.Rules;

/// <summary>What rules know besides the plan.</summary>
/// <param name="Tables">Where scans find their tables.</param>
/// <param name="Now">What <c>now()</c> gives, in UTC.</param>
internal sealed record RuleContext(ITableCatalog Tables, DateTime Now);
