namespace FlowKernel.FlowLogs.Sample.Traffic;

/// <summary>What an access control list decides about a flow.</summary>
/// <param name="AclId">The id of the network security group; zeros where the subnet has none.</param>
/// <param name="Rule">The rule that matched.</param>
/// <param name="IsAllowed">Whether the flow may pass.</param>
internal sealed record Verdict(string AclId, string Rule, bool IsAllowed)
{
    /// <summary>Where there is no network security group.</summary>
    public static readonly Verdict Unguarded = new("00000000-0000-0000-0000-000000000000", "platformrule", true);
}
