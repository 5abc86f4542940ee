using FlowKernel.Diagnostics;

namespace FlowKernel.Session;

/// <summary>A connection that can show what it makes of a query.</summary>
public interface IExplainingConnection : IQueryConnection
{
    /// <summary>The stages of a query up to its run, in order.</summary>
    Outcome<IReadOnlyList<ExplainedStage>> Explain(CheckedQuery query);
}

/// <summary>What a stage made of a query: the stage's name, its output as text, and that text's language.</summary>
public sealed record ExplainedStage(string Name, string Text, string Language = "text");
