namespace FlowKernel.Directives;

/// <summary>
/// The names of a running session that a directive line can be completed with; asked for at each completion.
/// </summary>
public sealed record DirectiveNames
{
    /// <summary>The session's connections, for <c>--on</c>.</summary>
    public Func<IEnumerable<string>> Connections { get; init; } = () => [];

    /// <summary>The C# variables, for <c>--param</c>.</summary>
    public Func<IEnumerable<string>> Variables { get; init; } = () => [];

    /// <summary>The tables, for <c>schema</c>.</summary>
    public Func<IEnumerable<string>> Tables { get; init; } = () => [];
}
