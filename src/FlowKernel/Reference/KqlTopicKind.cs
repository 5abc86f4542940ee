namespace FlowKernel.Reference;

/// <summary>What a name of KQL is.</summary>
public enum KqlTopicKind
{
    /// <summary>A function that gives a value, or refers to a table.</summary>
    Function,

    /// <summary>A function that makes one value of many rows, in <c>summarize</c> and its like.</summary>
    Aggregate,

    /// <summary>An operator that takes or makes a table.</summary>
    TabularOperator,

    /// <summary>An operator between values, such as <c>has</c>.</summary>
    ScalarOperator,

    /// <summary>What <c>evaluate</c> runs.</summary>
    PlugIn,

    /// <summary>A statement such as <c>let</c>, or a form such as <c>toscalar</c>.</summary>
    Statement,
}
