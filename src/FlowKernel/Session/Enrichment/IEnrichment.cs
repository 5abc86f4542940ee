using FlowKernel.Results;

namespace FlowKernel.Session.Enrichment;

/// <summary>Adds columns to a result, as KQL.</summary>
internal interface IEnrichment
{
    /// <summary>The column whose values are looked up.</summary>
    string Column { get; }

    /// <summary>The columns that it adds, in order; one whose name is taken gets another.</summary>
    IReadOnlyList<KqlColumn> Adds { get; }

    /// <summary>
    /// A KQL expression that gives the rows of <paramref name="source"/> (a name) with the columns added.
    /// </summary>
    string Apply(string source);
}
