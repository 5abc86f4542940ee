namespace FlowKernel.Charts.Tests;

/// <summary>One renderer for the tests of a class, since each starts its own V8.</summary>
public sealed class SharedRenderer : IDisposable
{
    public ChartRenderer Renderer { get; } = new();

    public void Dispose() => Renderer.Dispose();
}
