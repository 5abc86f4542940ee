using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Reflection;
using FlowKernel.CSharp.Errors;
using FlowKernel.Notebook.Display;
using FlowKernel.Text;

namespace FlowKernel.CSharp.Display;

/// <summary>One line for any value: what stands in a table's cell.</summary>
internal static class BriefText
{
    private const int MostBytes = 32;
    private const int MostItems = 8;

    /// <summary>
    /// A scalar's text, the first scalars of a collection, the first keys and values of a dictionary, an object's own
    /// text, or its type with the number of items.
    /// </summary>
    public static string Of(object? value) => value switch
    {
        _ when TryScalar(value, out var text) => text,
        Task task => Task(task),
        byte[] bytes => Bytes(bytes),
        IDictionary pairs => Pairs(pairs),
        ICollection items => Scalars(items) ?? Counted(value!, items.Count),
        _ => Own(value!) ?? ClrTypeText.Of(value!.GetType()),
    };

    /// <summary>
    /// What the value's type itself says by <c>ToString</c>; null when it says no more than its name.
    /// </summary>
    public static string? Own(object value)
    {
        if (RecordText.Of(value) is { } text)
            return text;
        var declaring = value.GetType().GetMethod(nameof(ToString), Type.EmptyTypes)?.DeclaringType;
        if (declaring is null || declaring == typeof(object) || declaring == typeof(ValueType))
            return null;
        try
        {
            return value.ToString();
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            return Failure(failure);
        }
    }

    /// <summary>What stands where a value could not be read.</summary>
    public static string Failure(Exception failure)
    {
        var cause = failure is TargetInvocationException { InnerException: { } inner } ? inner : failure;
        return $"({cause.GetType().Name}: {CellWords.Of(cause)})";
    }

    // Null where an item is more than a scalar.
    private static string? Scalars(ICollection items)
    {
        var texts = new List<string>();
        foreach (var item in items)
        {
            if (texts.Count == MostItems)
                return string.Create(CultureInfo.InvariantCulture, $"[{string.Join(", ", texts)}, …] ({items.Count:N0})");
            if (!TryScalar(item, out var text))
                return null;
            texts.Add(text);
        }

        return $"[{string.Join(", ", texts)}]";
    }

    private static string Pairs(IDictionary pairs)
    {
        var texts = new List<string>();
        foreach (DictionaryEntry pair in pairs)
        {
            if (texts.Count == MostItems)
                return string.Create(
                    CultureInfo.InvariantCulture, $"{{{string.Join(", ", texts)}, …}} ({pairs.Count:N0})");
            texts.Add($"{Part(pair.Key)}: {Part(pair.Value)}");
        }

        return $"{{{string.Join(", ", texts)}}}";
    }

    // What is in a dictionary is not looked into: it may be the dictionary itself.
    private static string Part(object? value) => TryScalar(value, out var text) ? text
        : value is ICollection items ? Counted(value, items.Count)
        : ClrTypeText.Of(value!.GetType());

    private static bool TryScalar(object? value, [NotNullWhen(true)] out string? text)
    {
        text = value is DateTime time ? ValueText.Brief(time) : null;
        return text is not null || ScalarText.TryOf(value, out text);
    }

    private static string Task(Task task)
    {
        var state = task switch
        {
            { IsCompletedSuccessfully: true } => "done",
            { IsFaulted: true } => "failed: " + CellWords.Of(task.Exception!.InnerException!),
            { IsCanceled: true } => "cancelled",
            _ => "running",
        };
        var hint = TaskType(task).IsGenericType ? "; await it for its value" : "";
        return $"{ClrTypeText.Of(TaskType(task))} ({state}{hint})";
    }

    // An async method's task has a type of the compiler's; the reader knows Task<T>.
    private static Type TaskType(Task task)
    {
        var type = task.GetType();
        while (type.BaseType is { } parent && type != typeof(Task) && Definition(type) != typeof(Task<>))
            type = parent;
        return Definition(type) == typeof(Task<>) && type.GetGenericArguments()[0].Name == "VoidTaskResult"
            ? typeof(Task)
            : type;
    }

    private static Type? Definition(Type type) => type.IsGenericType ? type.GetGenericTypeDefinition() : null;

    private static string Bytes(byte[] bytes)
    {
        var hex = Convert.ToHexStringLower(bytes.AsSpan(0, Math.Min(MostBytes, bytes.Length)));
        return Counted(bytes, bytes.Length) + (bytes.Length > MostBytes ? $" {hex}…" : $" {hex}");
    }

    private static string Counted(object items, int count) =>
        string.Create(CultureInfo.InvariantCulture, $"{ClrTypeText.Of(items.GetType())} ({count:N0})");
}
