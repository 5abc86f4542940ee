namespace Microsoft.DotNet.Interactive.CSharp;

/// <summary>The host's C#, which keeps what it is given.</summary>
public sealed class CSharpKernel() : Kernel("csharp")
{
    internal Dictionary<string, object?> Values { get; } = [];

    public bool TryGetValue<T>(string name, out T? value)
    {
        var found = Values.TryGetValue(name, out var held);
        value = (T?)held;
        return found;
    }

    public Task SetValueAsync(string name, object? value, Type? declaredType)
    {
        if (name == "class")
            throw new InvalidOperationException("A keyword is no name.");
        Values[name] = value;
        return Task.CompletedTask;
    }
}
