using System.Numerics;
using System.Runtime.CompilerServices;

namespace FlowKernel.DuckDb.Functions.Native.Ranks;

/// <summary>Finds values at some places among few, by parting them around one of them again and again (quickselect).</summary>
internal static class FewRanks
{
    private const int SortedAtOnce = 16;

    /// <summary>
    /// Moves values so that the places, which ascend, have what they would have if all were sorted. Where parting goes badly
    /// all are sorted: the time never grows with the square.
    /// </summary>
    public static void Arrange(Span<long> values, ReadOnlySpan<long> places) =>
        Arrange(values, 0, places, 2 * BitOperations.Log2((uint)values.Length + 1));

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Arrange(Span<long> values, int first, ReadOnlySpan<long> places, int tries)
    {
        while (places.Length > 0)
        {
            if (values.Length <= SortedAtOnce || tries-- == 0)
            {
                values.Sort();
                return;
            }

            var left = Part(values);
            var before = 0;
            while (before < places.Length && places[before] < first + left)
                before++;
            Arrange(values[..left], first, places[..before], tries);
            values = values[left..];
            first += left;
            places = places[before..];
        }
    }

    /// <summary>
    /// Parts many values into some that are at most as great as each of the others, and these; gives how many the first are,
    /// which is never none or all, since of three values one is in the middle.
    /// </summary>
    private static int Part(Span<long> values)
    {
        var pivot = Middle(values[0], values[values.Length / 2], values[^1]);
        var (i, j) = (-1, values.Length);
        while (true)
        {
            do
            {
                i++;
            }
            while (values[i] < pivot);
            do
            {
                j--;
            }
            while (values[j] > pivot);
            if (i >= j)
                return j + 1;
            (values[i], values[j]) = (values[j], values[i]);
        }
    }

    private static long Middle(long a, long b, long c) =>
        Math.Max(Math.Min(a, b), Math.Min(Math.Max(a, b), c));
}
