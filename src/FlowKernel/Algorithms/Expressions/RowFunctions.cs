using System.Collections.Frozen;
using FlowKernel.Plan;
using FlowKernel.Results;

namespace FlowKernel.Algorithms.Expressions;

/// <summary>Makes a call from its compiled arguments.</summary>
internal delegate RowExpression RowFunction(Call call, IReadOnlyList<RowExpression> arguments);

/// <summary>The functions and operators that can run row by row; they mean what they mean in SQL.</summary>
internal static class RowFunctions
{
    private static readonly FrozenDictionary<string, RowFunction> ByName = RowConditions.Rows
        .Concat(RowComparisons.Rows).Concat(RowArithmetic.Rows).Concat(RowTexts.Rows)
        .ToFrozenDictionary(r => r.Name, r => r.Function, StringComparer.Ordinal);

    /// <summary>The function for a call with arguments of these types, or null.</summary>
    public static RowFunction? Find(Call call)
    {
        if (!ByName.TryGetValue(call.Function, out var function))
            return null;
        if (call.Function == "strcat" && !call.Arguments.All(a => RowTexts.IsPlain(a.Type)))
            return null;
        return call.Arguments.Any(a => a.Type == KqlType.Dynamic) && !RowConditions.TakesDynamic.Contains(call.Function)
            ? null
            : function;
    }
}
