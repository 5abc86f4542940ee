namespace FlowKernel.DuckDb.Functions.Native;

/// <summary>The beta distribution, and the test of Welch that follows from it.</summary>
internal static class Distributions
{
    /// <summary>What SQL calls.</summary>
    public static readonly NativeFunction[] Rows =
    [
        NativeFunction.Value<double, double, double, double>("kql_beta_cdf", Cumulative),
        NativeFunction.Value<double, double, double, double>("kql_beta_pdf", Density),
        NativeFunction.Value<double, double, double, double>("kql_beta_inv", Inverse),
        NativeFunction.Value<double, double, double, double>("kql_welch_statistic", PValue),
    ];

    /// <summary>
    /// https://learn.microsoft.com/kusto/query/beta-cdf-function; a first parameter that is not positive gives 1, as
    /// the engine does.
    /// </summary>
    private static double? Cumulative(double x, double alpha, double beta)
    {
        if (x is < 0 or > 1 || beta <= 0)
            return double.NaN;
        return alpha <= 0 ? 1 : Regularized(x, alpha, beta);
    }

    /// <summary>https://learn.microsoft.com/kusto/query/beta-pdf-function</summary>
    private static double? Density(double x, double alpha, double beta) => x is > 0 and < 1 && alpha > 0 && beta > 0
        ? Math.Exp(((alpha - 1) * Math.Log(x)) + ((beta - 1) * Math.Log(1 - x)) - LogBeta(alpha, beta))
        : double.NaN;

    /// <summary>https://learn.microsoft.com/kusto/query/beta-inv-function, by halving.</summary>
    private static double? Inverse(double probability, double alpha, double beta)
    {
        if (alpha <= 0 || beta <= 0)
            return double.NaN;
        if (probability is not (> 0 and <= 1))
            return null;
        var (low, high) = (0.0, 1.0);
        for (var i = 0; i < 200 && low < high; i++)
        {
            var middle = low + ((high - low) / 2);
            if (middle == low || middle == high)
                break;
            if (Regularized(middle, alpha, beta) < probability)
                low = middle;
            else
                high = middle;
        }

        return high;
    }

    /// <summary>The two-sided probability of a t statistic, squared, with degrees of freedom.</summary>
    private static double? PValue(double squared, double freedom, double half) =>
        Regularized(freedom / (freedom + squared), freedom / 2, half);

    /// <summary>The regularized incomplete beta function, by its continued fraction (Lentz).</summary>
    public static double Regularized(double x, double a, double b)
    {
        if (x is <= 0 or >= 1)
            return x <= 0 ? 0 : 1;
        var front = Math.Exp((a * Math.Log(x)) + (b * Math.Log(1 - x)) - LogBeta(a, b));
        return x < (a + 1) / (a + b + 2) ? front * Fraction(x, a, b) / a : 1 - (front * Fraction(1 - x, b, a) / b);
    }

    private static double Fraction(double x, double a, double b)
    {
        const double tiny = 1e-300;
        var (c, d) = (1.0, 1 / NotZero(1 - ((a + b) * x / (a + 1))));
        var fraction = d;
        for (var m = 1; m <= 10_000; m++)
        {
            Step(m * (b - m) * x / ((a + (2 * m) - 1) * (a + (2 * m))));
            var change = Step(-(a + m) * (a + b + m) * x / ((a + (2 * m)) * (a + (2 * m) + 1)));
            if (Math.Abs(change - 1) < 1e-15)
                break;
        }

        return fraction;

        double Step(double term)
        {
            d = 1 / NotZero(1 + (term * d));
            c = NotZero(1 + (term / c));
            fraction *= c * d;
            return c * d;
        }

        static double NotZero(double value) => Math.Abs(value) < tiny ? tiny : value;
    }

    private static double LogBeta(double a, double b) =>
        SpecialFunctions.LogGamma(a) + SpecialFunctions.LogGamma(b) - SpecialFunctions.LogGamma(a + b);
}
