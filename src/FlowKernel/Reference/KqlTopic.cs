namespace FlowKernel.Reference;

/// <summary>What there is to know of one name of KQL.</summary>
/// <param name="Name">The name as KQL spells it.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Family">What it has to do with, such as <c>IP addresses</c>.</param>
/// <param name="Summary">What it does, in a sentence or two.</param>
/// <param name="Example">A query that shows it, on the tables of flow logs or on rows of its own.</param>
public sealed record KqlTopic(string Name, KqlTopicKind Kind, string Family, string Summary, string Example)
{
    /// <summary>How it is written, for what is no function; else empty.</summary>
    public string Syntax { get; init; } = "";

    /// <summary>Its parameters in order, each with a phrase.</summary>
    public IReadOnlyList<KqlTopicParameter> Parameters { get; init; } = [];

    /// <summary>What it gives.</summary>
    public string Returns { get; init; } = "";

    /// <summary>Names of related topics; one that ends in <c>()</c> means the function.</summary>
    public IReadOnlyList<string> Related { get; init; } = [];

    /// <summary>
    /// A sentence on why the embedded engine refuses it, in the case that it does; empty where the engine tells.
    /// </summary>
    public string RefusedBecause { get; init; } = "";

    /// <summary>Where Microsoft documents it, or null where it does not.</summary>
    public string? Link { get; init; }

    /// <summary>What it is, in words: <c>KQL aggregate</c>.</summary>
    public string Title => $"KQL {KqlReference.Word(Kind)} {Name}";
}

/// <summary>A parameter of a topic: its name, and what it is for.</summary>
public sealed record KqlTopicParameter(string Name, string Text);
