namespace FlowKernel.Benchmarks;

/// <summary>Times of one thing, in milliseconds, with what it is meant to take.</summary>
/// <param name="Name">What was timed.</param>
/// <param name="Times">Each run.</param>
/// <param name="Target">The most that it is meant to take, or null.</param>
/// <param name="Percentile">Which of the times counts: 50 for the median.</param>
internal sealed record Measurement(
    string Name, IReadOnlyList<double> Times, double? Target = null, int Percentile = 50)
{
    /// <summary>The time that counts.</summary>
    public double Value => At(Percentile);

    public double Least => Times.Min();

    public double Most => Times.Max();

    private double At(int percentile) => Times.Order().ElementAt((Times.Count - 1) * percentile / 100);
}
