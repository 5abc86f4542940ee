using System.Collections.Concurrent;
using System.ComponentModel;
using System.Globalization;

namespace FlowKernel.CSharp.Submissions;

/// <summary>Hands values to the generated cells that declare them. Only those call it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class VariableHandover
{
    private static readonly ConcurrentDictionary<long, object?> Waiting = new();
    private static long _count;

    /// <summary>The value that waits under a key; it waits no longer.</summary>
    public static object? Take(long key) => Waiting.TryRemove(key, out var value) ? value : null;

    /// <summary>C# that declares a variable of a type, with a value.</summary>
    internal static string Declaration(string name, object? value, Type type)
    {
        var key = Interlocked.Increment(ref _count);
        Waiting[key] = value;
        var typeName = CSharpTypeName.Of(type);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{typeName} @{name} = ({typeName})global::{typeof(VariableHandover).FullName}.{nameof(Take)}({key});");
    }
}
