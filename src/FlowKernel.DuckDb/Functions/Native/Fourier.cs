using System.Numerics;

namespace FlowKernel.DuckDb.Functions.Native;

/// <summary>The discrete Fourier transform of any length (Cooley and Tukey; Bluestein where it is no power of two).</summary>
internal static class Fourier
{
    /// <summary>What SQL calls.</summary>
    public static readonly NativeFunction[] Rows =
    [
        NativeFunction.Json<string, string, bool>("kql_series_fft", (real, imaginary, inverse) =>
        {
            if (SeriesFunctions.Numbers(real) is not { } re)
                return null;
            var im = imaginary.Length == 0 ? new double[re.Length] : SeriesFunctions.Numbers(imaginary);
            if (im is null || im.Length != re.Length)
                return null;
            var result = Transform([.. re.Zip(im, (a, b) => new Complex(a, b))], inverse);
            return $"[{SeriesAnalysis.Array(result.Select(c => c.Real))},"
                + $"{SeriesAnalysis.Array(result.Select(c => c.Imaginary))}]";
        }),
    ];

    /// <summary>The transform; the inverse one is divided by the length.</summary>
    public static Complex[] Transform(Complex[] values, bool inverse)
    {
        if (values.Length < 2)
            return values;
        var result = BitOperations.IsPow2(values.Length) ? Powers(values, inverse) : Bluestein(values, inverse);
        return inverse ? [.. result.Select(c => c / values.Length)] : result;
    }

    private static Complex[] Powers(Complex[] values, bool inverse)
    {
        if (values.Length == 1)
            return values;
        var half = values.Length / 2;
        var even = Powers([.. values.Where((_, i) => i % 2 == 0)], inverse);
        var odd = Powers([.. values.Where((_, i) => i % 2 == 1)], inverse);
        var result = new Complex[values.Length];
        for (var k = 0; k < half; k++)
        {
            var turned = Turn(k, values.Length, inverse) * odd[k];
            (result[k], result[k + half]) = (even[k] + turned, even[k] - turned);
        }

        return result;
    }

    /// <summary>The transform as a convolution with a chirp, whose length can be a power of two.</summary>
    private static Complex[] Bluestein(Complex[] values, bool inverse)
    {
        var n = values.Length;
        var size = (int)BitOperations.RoundUpToPowerOf2((uint)((2 * n) - 1));
        Complex[] chirp = [.. Enumerable.Range(0, n).Select(k => Turn((int)((long)k * k % (2L * n)), 2 * n, inverse))];
        var (a, b) = (new Complex[size], new Complex[size]);
        for (var k = 0; k < n; k++)
        {
            a[k] = values[k] * chirp[k];
            b[k] = b[(size - k) % size] = Complex.Conjugate(chirp[k]);
        }

        Complex[] product = [.. Powers(a, false).Zip(Powers(b, false), (x, y) => x * y)];
        var convolved = Powers(product, true);
        return [.. chirp.Select((c, k) => c * convolved[k] / size)];
    }

    private static Complex Turn(int k, int n, bool inverse) =>
        Complex.FromPolarCoordinates(1, (inverse ? 2 : -2) * Math.PI * k / n);
}
