namespace FlowKernel.FlowLogs.Sample.Traffic;

/// <summary>
/// A small generator of chances, PCG-XSH-RR 64/32 (https://www.pcg-random.org/). Only exact IEEE operations and square
/// roots follow, so equal seeds give equal traffic on every machine.
/// </summary>
internal struct SampleRandom
{
    /// <summary>An upper bound of <see cref="Skewed"/>.</summary>
    public const double MostSkewed = 5.5;

    private const ulong Multiplier = 6364136223846793005;
    private const double LargestChance = 0.98;
    private const double MeanOfSkew = 1.29;
    private readonly ulong _increment;
    private ulong _state;

    public SampleRandom(ulong seed, ulong stream)
    {
        _increment = (stream << 1) | 1;
        _state = 0;
        Next();
        _state += seed;
        Next();
    }

    /// <summary>32 random bits.</summary>
    public uint Next()
    {
        var old = _state;
        _state = unchecked((old * Multiplier) + _increment);
        var shifted = (uint)(((old >> 18) ^ old) >> 27);
        return uint.RotateRight(shifted, (int)(old >> 59));
    }

    /// <summary>A number from 0 up to, not including, 1.</summary>
    public double Unit() => Next() * (1.0 / 4294967296.0);

    /// <summary>A whole number from 0 up to, not including, a limit.</summary>
    public int Below(int limit) => (int)((ulong)Next() * (ulong)limit >> 32);

    /// <summary>
    /// A number above 0 with a mean of about 1 and a long tail, as sizes and lengths of flows have it: the quantile
    /// function of the log-logistic distribution of shape 2, cut off below 5.5.
    /// </summary>
    public double Skewed()
    {
        var chance = Unit() * LargestChance;
        return Math.Sqrt(chance / (1 - chance)) / MeanOfSkew;
    }

    /// <summary>A whole number near an expected one; fractions become chances.</summary>
    public int Count(double expected)
    {
        var varied = expected * (0.75 + (0.5 * Unit()));
        var whole = (int)varied;
        return whole + (Unit() < varied - whole ? 1 : 0);
    }
}
