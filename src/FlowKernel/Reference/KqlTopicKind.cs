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

    /// <summary>A type of values, such as <c>datetime</c>.</summary>
    Type,

    /// <summary>What <c>render</c> draws, such as <c>timechart</c>.</summary>
    Chart,

    /// <summary>What <c>render … with</c> sets, such as <c>title</c>.</summary>
    RenderProperty,

    /// <summary>A kind of <c>join</c>, such as <c>innerunique</c>.</summary>
    JoinKind,

    /// <summary>A word inside an operator, such as <c>by</c> or <c>$left</c>.</summary>
    Keyword,
}
