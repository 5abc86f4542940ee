using FlowKernel.Diagnostics;
using FlowKernel.DuckDb.Functions.Native;
using FlowKernel.Plan;
using FlowKernel.Results;

namespace FlowKernel.DuckDb.Functions.Ip;

/// <summary>Functions on IPv4 and IPv6 addresses; a text that is no address gives null.</summary>
internal static class Addresses
{
    /// <summary>The rows.</summary>
    public static readonly FunctionRow[] Rows =
    [
        new("parse_ipv4", "kql_ipv4({0:string})") { Gives = KqlType.Long },
        new("parse_ipv4_mask", "kql_ipv4_mask({0:string}, {1:long})") { Gives = KqlType.Long },
        new("ipv4_compare", "kql_ipv4_compare({0:string}, {1:string}, {2:long=32})") { Gives = KqlType.Long },
        new("ipv4_is_match", "(kql_ipv4_compare({0:string}, {1:string}, {2:long=32}) = 0)"),
        new("ipv4_is_in_range", c => InRange(c, 1)),
        new("ipv4_is_in_any_range", InAnyRange),
        new("ipv4_is_private", "kql_ipv4_is_private({0:string})"),
        new("ipv4_netmask_suffix", "kql_ipv4_suffix({0:string})") { Gives = KqlType.Long },
        new("ipv4_range_to_cidr_list", "kql_ipv4_range_to_cidrs({0:string}, {1:string})::JSON"),
        new("format_ipv4", "kql_format_ipv4({0:dynamic}, {1:long=32}, false)"),
        new("format_ipv4_mask", "kql_format_ipv4({0:dynamic}, {1:long=32}, true)"),
        new("has_ipv4", "kql_has_ipv4({0:string}, {1:string})"),
        new("has_ipv4_prefix", "kql_has_ipv4_prefix({0:string}, {1:string})"),
        new("has_any_ipv4", c => HasAny(c, "kql_has_any_ipv4")),
        new("has_any_ipv4_prefix", c => HasAny(c, "kql_has_any_ipv4_prefix")),
        new("parse_ipv6", "kql_ipv6({0:string}, 128)"),
        new("parse_ipv6_mask", "kql_ipv6({0:string}, {1:long})"),
        new("ipv6_compare", "kql_ipv6_compare({0:string}, {1:string}, {2:long=128})") { Gives = KqlType.Long },
        new("ipv6_is_match", "(kql_ipv6_compare({0:string}, {1:string}, {2:long=128}) = 0)"),
        new("ipv6_is_in_range", "(kql_ipv6_compare({0:string}, {1:string}, 128) = 0)"),
        new("ipv6_is_in_any_range", c => c.Count == 2 && c.TypeOf(1) == KqlType.Dynamic
            ? $"kql_ipv6_in_any({c.As(0, KqlType.String)}, {c.Sql(1)})"
            : $"kql_ipv6_in_any({c.As(0, KqlType.String)}, kql_array({Rest(c)}))"),
    ];

    private static Outcome<string> InRange(Invocation call, int index) =>
        call.TryConstant<string>(index, out var range)
            ? RangeTest($"kql_ipv4({call.As(0, KqlType.String)})", range)
            : $"kql_ipv4_in_range({call.As(0, KqlType.String)}, {call.As(index, KqlType.String)})";

    /// <summary>A constant range becomes two comparisons of numbers.</summary>
    private static string RangeTest(string address, string range) =>
        Ipv4.Parse(range) is { } prefix
            ? $"({address} BETWEEN {prefix.First} AND {prefix.Last})"
            : "NULL::BOOLEAN";

    private static Outcome<string> InAnyRange(Invocation call)
    {
        var ranges = call.Count == 2 ? Membership.Elements(call[1]) ?? [call[1]] : [.. call.Arguments.Skip(1)];
        var address = $"kql_ipv4({call.As(0, KqlType.String)})";
        if (ranges.Count > 0 && ranges.All(r => r.Scalar is Literal { Value: string }))
        {
            var tests = ranges.Select(r => RangeTest(address, (string)((Literal)r.Scalar).Value!));
            return $"({string.Join(" OR ", tests)})";
        }

        return call.Count == 2 && call.TypeOf(1) == KqlType.Dynamic
            ? $"kql_ipv4_in_any({call.As(0, KqlType.String)}, {call.Sql(1)})"
            : $"kql_ipv4_in_any({call.As(0, KqlType.String)}, kql_array({Rest(call)}))";
    }

    private static Outcome<string> HasAny(Invocation call, string function) =>
        call.Count == 2 && call.TypeOf(1) == KqlType.Dynamic
            ? $"{function}({call.As(0, KqlType.String)}, {call.Sql(1)})"
            : $"{function}({call.As(0, KqlType.String)}, kql_array({Rest(call)}))";

    private static string Rest(Invocation call) => call.All(KqlType.Dynamic, 1);
}
