namespace FlowKernel.Serve.DataExplorer;

/// <summary>How the frames of an answer in Kusto's second version are laid out.</summary>
internal sealed record FrameLayout
{
    /// <summary>True where primary tables come in fragments that tell how far they are.</summary>
    public bool IsProgressive { get; init; }

    /// <summary>True where primary tables come in fragments.</summary>
    public bool IsFragmented { get; init; }

    /// <summary>Where errors stand that are found after the answer has begun.</summary>
    public ErrorPlacement Errors { get; init; }

    /// <summary>The layout that a request asks for.</summary>
    public static FrameLayout Read(OptionReader options)
    {
        var isProgressive = options.IsSet("results_progressive_enabled");
        return new FrameLayout
        {
            IsProgressive = isProgressive,
            IsFragmented = isProgressive || options.IsSet("results_v2_fragment_primary_tables"),
            Errors = options.Text("results_error_reporting_placement")?.ToLowerInvariant() switch
            {
                "end_of_table" => ErrorPlacement.EndOfTable,
                "end_of_dataset" => ErrorPlacement.EndOfDataSet,
                _ => ErrorPlacement.InData,
            },
        };
    }
}

/// <summary>Where the errors of a table stand.</summary>
internal enum ErrorPlacement
{
    /// <summary>In place of a row.</summary>
    InData,

    /// <summary>In the frame that completes the table.</summary>
    EndOfTable,

    /// <summary>In the last frame only.</summary>
    EndOfDataSet,
}
