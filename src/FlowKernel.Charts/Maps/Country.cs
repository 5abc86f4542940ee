namespace FlowKernel.Charts.Maps;

/// <summary>A country: its ISO 3166-1 numeric code, such as <c>840</c>, and its English name.</summary>
internal sealed record Country(string Code, string Name);
