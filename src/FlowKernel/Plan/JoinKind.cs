namespace FlowKernel.Plan;

/// <summary>The kinds of KQL's join.</summary>
public enum JoinKind
{
    /// <summary>The default: left rows made unique by key (any one of each), then inner.</summary>
    InnerUnique,

    /// <summary>All pairs of rows with equal keys.</summary>
    Inner,

    /// <summary>Inner, and left rows without a match.</summary>
    LeftOuter,

    /// <summary>Inner, and right rows without a match.</summary>
    RightOuter,

    /// <summary>Inner, and rows of both sides without a match.</summary>
    FullOuter,

    /// <summary>Left rows that have a match.</summary>
    LeftSemi,

    /// <summary>Right rows that have a match.</summary>
    RightSemi,

    /// <summary>Left rows that have no match.</summary>
    LeftAnti,

    /// <summary>Right rows that have no match.</summary>
    RightAnti,
}
