namespace FlowKernel.Schema;

/// <summary>A function that is saved where queries run, and that queries can call.</summary>
/// <param name="Name">Its name, case-sensitive.</param>
/// <param name="Parameters">Its parameters as KQL declares them, in brackets: <c>(ip:string, last:timespan=1d)</c>.</param>
/// <param name="Body">Its body in KQL, with or without braces.</param>
/// <param name="Description">One sentence for help and completion, or null.</param>
public sealed record FunctionSchema(string Name, string Parameters, string Body, string? Description = null);
