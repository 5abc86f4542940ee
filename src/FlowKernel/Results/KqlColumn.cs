namespace FlowKernel.Results;

/// <summary>A column's name and type. Names are case-sensitive, as in KQL.</summary>
public sealed record KqlColumn(string Name, KqlType Type);
