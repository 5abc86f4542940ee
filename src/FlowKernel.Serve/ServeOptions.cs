namespace FlowKernel.Serve;

/// <summary>Where and how a store is served.</summary>
/// <param name="Database">The name under which queries find it.</param>
public sealed record ServeOptions(string Database)
{
    /// <summary>The port on the loopback addresses; 0 for any that is free.</summary>
    public int Port { get; init; }

    /// <summary>The largest request that is read, in bytes, after it is unpacked.</summary>
    public long MostRequestBytes { get; init; } = 4 << 20;

    /// <summary>What answers are dated by.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Told of what goes wrong and is no mistake of a query's author.</summary>
    public Action<string> Log { get; init; } = _ => { };
}
