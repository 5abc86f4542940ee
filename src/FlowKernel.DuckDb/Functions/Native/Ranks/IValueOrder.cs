namespace FlowKernel.DuckDb.Functions.Native.Ranks;

/// <summary>Turns the bits of values into whole numbers that have the values' order, and back.</summary>
internal interface IValueOrder
{
    /// <summary>The number for a value.</summary>
    static abstract long Key(long bits);

    /// <summary>The value of a number.</summary>
    static abstract long Bits(long key);
}

/// <summary>Whole numbers are what they are.</summary>
internal readonly struct WholeOrder : IValueOrder
{
    public static long Key(long bits) => bits;

    public static long Bits(long key) => key;
}

/// <summary>Reals, from the least to the greatest, then NaN, as DuckDB sorts them.</summary>
internal readonly struct RealOrder : IValueOrder
{
    private static readonly long NotANumber = BitConverter.DoubleToInt64Bits(double.NaN) & long.MaxValue;

    public static long Key(long bits) =>
        Turned(double.IsNaN(BitConverter.Int64BitsToDouble(bits)) ? NotANumber : bits);

    public static long Bits(long key) => Turned(key);

    // The bits of negative numbers ascend where the numbers descend.
    private static long Turned(long bits) => bits ^ ((bits >> 63) & long.MaxValue);
}
