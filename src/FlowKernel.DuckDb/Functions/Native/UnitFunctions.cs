using System.Collections.Frozen;

namespace FlowKernel.DuckDb.Functions.Native;

/// <summary>Measures in other units (https://learn.microsoft.com/kusto/query/convert-length-function and its kin).</summary>
internal static class UnitFunctions
{
    /// <summary>The units of each quantity, by the last part of its function's name.</summary>
    public static readonly FrozenDictionary<string, FrozenDictionary<string, UnitFactors.Unit>> Quantities =
        new Dictionary<string, FrozenDictionary<string, UnitFactors.Unit>>
        {
            ["angle"] = UnitFactors.Angle,
            ["energy"] = UnitFactors.Energy,
            ["force"] = UnitFactors.Force,
            ["length"] = UnitFactors.Length,
            ["mass"] = UnitFactors.Mass,
            ["speed"] = UnitFactors.Speed,
            ["temperature"] = UnitFactors.Temperature,
            ["volume"] = UnitFactors.Volume,
        }.ToFrozenDictionary();

    /// <summary>What SQL calls.</summary>
    public static readonly NativeFunction[] Rows =
    [
        .. Quantities.Select(quantity => NativeFunction.Value<double, string, string, double>(
            $"kql_convert_{quantity.Key}", (value, from, to) => Convert(quantity.Value, value, from, to))),
    ];

    private static double? Convert(
        FrozenDictionary<string, UnitFactors.Unit> units, double value, string from, string to) =>
        units.TryGetValue(from, out var given) && units.TryGetValue(to, out var wanted)
            ? ((value * given.Factor) + given.Zero - wanted.Zero) / wanted.Factor
            : null;
}
