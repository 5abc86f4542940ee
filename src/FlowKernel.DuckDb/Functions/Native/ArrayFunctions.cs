using System.Text.Json;

namespace FlowKernel.DuckDb.Functions.Native;

/// <summary>Functions on arrays and on arrays as sets; what is no array gives null.</summary>
internal static class ArrayFunctions
{
    /// <summary>What SQL calls.</summary>
    public static readonly NativeFunction[] Rows =
    [
        NativeFunction.Value<string, long>("kql_array_length", a => Items(a)?.Length),
        NativeFunction.JsonOfMany("kql_array_concat", a => JsonText.Array(a.SelectMany(ItemsOrNone))),
        NativeFunction.Json<string, long, long>("kql_array_slice", Slice),
        Reshape("kql_array_reverse", a => a.Reverse()),
        NativeFunction.Json<string, long>("kql_array_rotate", Rotate),
        NativeFunction.Json<string, long, string>("kql_array_shift", Shift),
        NativeFunction.Json<string, bool, bool>("kql_array_sort", Sort),
        NativeFunction.Json<string, string>("kql_array_split", Split),
        NativeFunction.Value<string, double>("kql_array_sum", Sum),
        NativeFunction.Json<string, string, string>("kql_array_iff", IfEach),
        NativeFunction.Value<string, string, string, long>("kql_array_index_of", IndexOf),
        NativeFunction.JsonOfMany("kql_set_union", a => JsonText.Array(JsonKey.Distinct(a.SelectMany(ItemsOrNone)))),
        NativeFunction.JsonOfMany("kql_set_intersect", Intersect),
        NativeFunction.JsonOfMany("kql_set_difference", Except),
        NativeFunction.Value<string, string, bool>("kql_set_has_element", HasElement),
        NativeFunction.Value<string, string, bool>("kql_set_equals", AreEqualSets),
        NativeFunction.Value<string, string, double>("kql_jaccard_index", Jaccard),
        NativeFunction.Value<string, string, bool, bool>("kql_in_array", In),
        NativeFunction.Text<string, string>(
            "kql_join_array", (a, delimiter) => Items(a) is { } items
                ? string.Join(delimiter, items.Select(JsonText.Text))
                : ""),
        NativeFunction.JsonOfMany("kql_zip", Zip),
        NativeFunction.Json<string, long>(
            "kql_repeat", (value, count) => count < 0
                ? null
                : JsonText.ArrayOfTexts(Enumerable.Repeat(value, (int)Math.Min(count, 1_048_576)))),
        Reshape("kql_flatten", Flatten),
        Reshape("kql_flatten_set", a => JsonKey.Distinct(Flatten(a)).Where(e => e.ValueKind != JsonValueKind.Null)),
    ];

    /// <summary>The elements, or null when the text is no array.</summary>
    public static JsonElement[]? Items(string? json)
    {
        if (json is null)
            return null;
        var value = JsonText.Parse(json);
        return value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()] : null;
    }

    private static JsonElement[] ItemsOrNone(string? json) => Items(json) ?? [];

    private static NativeFunction Reshape(string name, Func<IEnumerable<JsonElement>, IEnumerable<JsonElement>> f) =>
        NativeFunction.Json<string>(name, a => Items(a) is { } items ? JsonText.Array(f(items)) : null);

    private static IEnumerable<JsonElement> Flatten(IEnumerable<JsonElement> items) =>
        items.SelectMany(e => e.ValueKind == JsonValueKind.Array ? e.EnumerateArray() : (IEnumerable<JsonElement>)[e]);

    private static string? Slice(string array, long start, long end)
    {
        if (Items(array) is not { } items)
            return null;
        var first = Math.Max(0, start < 0 ? start + items.Length : start);
        var last = Math.Min(items.Length - 1, end < 0 ? end + items.Length : end);
        return first > last ? "[]" : JsonText.Array(items[(int)first..((int)last + 1)]);
    }

    private static string? Rotate(string array, long count)
    {
        if (Items(array) is not { } items || items.Length == 0)
            return array;
        var by = (int)(((count % items.Length) + items.Length) % items.Length);
        return JsonText.Array([.. items[by..], .. items[..by]]);
    }

    private static string? Shift(string array, long count, string fill)
    {
        if (Items(array) is not { } items)
            return null;
        var by = (int)Math.Clamp(count, -items.Length, items.Length);
        var filling = Enumerable.Repeat(JsonText.Parse(fill), Math.Abs(by));
        return by >= 0 ? JsonText.Array([.. items[by..], .. filling]) : JsonText.Array([.. filling, .. items[..^-by]]);
    }

    /// <summary>Sorts the first array of an array of arrays, and the others in the same way.</summary>
    private static string? Sort(string arrays, bool descending, bool nullsLast)
    {
        var lists = ItemsOrNone(arrays).Select(a => ItemsOrNone(a.GetRawText())).ToArray();
        if (JsonText.Parse(arrays)[0].ValueKind != JsonValueKind.Array)
            return "[null]";
        var keys = lists[0];
        var indexes = Enumerable.Range(0, keys.Length).ToArray();
        var filled = indexes.Where(i => keys[i].ValueKind != JsonValueKind.Null);
        var empty = indexes.Where(i => keys[i].ValueKind == JsonValueKind.Null);
        var comparer = Comparer<JsonElement>.Create(JsonKey.Compare);
        filled = descending ? filled.OrderByDescending(i => keys[i], comparer) : filled.OrderBy(i => keys[i], comparer);
        int[] order = nullsLast ? [.. filled, .. empty] : [.. empty, .. filled];
        return JsonText.ArrayOfTexts(lists.Select(list =>
            list.Length == keys.Length ? JsonText.Array(order.Select(i => list[i])) : null));
    }

    private static string? Split(string array, string indexes)
    {
        if (Items(array) is not { } items)
            return null;
        var wanted = Items(indexes) ?? [JsonText.Parse(indexes)];
        var cuts = wanted.Select(e => NumberText.ToLong(e) ?? 0)
            .Select(i => (int)Math.Clamp(i < 0 ? i + items.Length : i, 0, items.Length)).Order().ToArray();
        var parts = new List<string>();
        for (var i = 0; i <= cuts.Length; i++)
            parts.Add(JsonText.Array(items[(i == 0 ? 0 : cuts[i - 1])..(i == cuts.Length ? items.Length : cuts[i])]));
        return JsonText.ArrayOfTexts(parts);
    }

    private static double? Sum(string array)
    {
        if (Items(array) is not { Length: > 0 } items)
            return null;
        var numbers = items.Where(e => e.ValueKind != JsonValueKind.Null).ToArray();
        return numbers.All(e => e.ValueKind == JsonValueKind.Number) ? numbers.Sum(e => e.GetDouble()) : null;
    }

    private static string? IfEach(string conditions, string whenTrue, string whenFalse)
    {
        if (Items(conditions) is not { } tests)
            return null;
        var (yes, no) = (JsonText.Parse(whenTrue), JsonText.Parse(whenFalse));
        return JsonText.Array(tests.Select((test, i) => test.ValueKind switch
        {
            JsonValueKind.True => At(yes, i),
            JsonValueKind.False => At(no, i),
            JsonValueKind.Number => At(test.GetDouble() != 0 ? yes : no, i),
            _ => default,
        }));
    }

    private static JsonElement At(JsonElement value, int index) =>
        value.ValueKind != JsonValueKind.Array ? value : index < value.GetArrayLength() ? value[index] : default;

    private static long? IndexOf(string array, string value, string place)
    {
        if (Items(array) is not { } items)
            return null;
        var numbers = ItemsOrNone(place).Select(n => n.GetInt64()).ToArray();
        var start = Math.Max(0, numbers[0] < 0 ? numbers[0] + items.Length : numbers[0]);
        var end = numbers[1] < 0 ? items.Length : Math.Min(items.Length, start + numbers[1]);
        var (wanted, left) = (JsonKey.Of(JsonText.Parse(value)), numbers[2]);
        for (var i = start; i < end; i++)
        {
            if (JsonKey.Of(items[i]) == wanted && --left <= 0)
                return i;
        }

        return -1;
    }

    private static string? Intersect(string?[] arrays)
    {
        if (arrays.Any(a => Items(a) is null))
            return null;
        var others = arrays.Skip(1).Select(a => ItemsOrNone(a).Select(JsonKey.Of).ToHashSet()).ToArray();
        return JsonText.Array(JsonKey.Distinct(ItemsOrNone(arrays[0]))
            .Where(e => others.All(o => o.Contains(JsonKey.Of(e)))));
    }

    private static string? Except(string?[] arrays)
    {
        if (Items(arrays[0]) is not { } first)
            return null;
        var removed = arrays.Skip(1).SelectMany(ItemsOrNone).Select(JsonKey.Of).ToHashSet();
        return JsonText.Array(JsonKey.Distinct(first).Where(e => !removed.Contains(JsonKey.Of(e))));
    }

    private static bool? HasElement(string array, string value)
    {
        var key = JsonKey.Of(JsonText.Parse(value));
        return Items(array)?.Any(e => JsonKey.Of(e) == key);
    }

    private static bool? AreEqualSets(string left, string right) =>
        Items(left) is { } a && Items(right) is { } b
            ? a.Select(JsonKey.Of).ToHashSet().SetEquals(b.Select(JsonKey.Of))
            : null;

    private static double? Jaccard(string left, string right)
    {
        if (Items(left) is not { } a || Items(right) is not { } b)
            return null;
        var (first, second) = (a.Select(JsonKey.Of).ToHashSet(), b.Select(JsonKey.Of).ToHashSet());
        var common = (double)first.Count(second.Contains);
        return common / (first.Count + second.Count - common);
    }

    private static bool? In(string value, string array, bool ignoreCase)
    {
        var (wanted, list) = (JsonText.Parse(value), JsonText.Parse(array));
        var comparison = ignoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        var text = wanted.ValueKind == JsonValueKind.String;
        IEnumerable<JsonElement> items = list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : [list];
        return items.Any(e => text && e.ValueKind != JsonValueKind.Null
            ? string.Equals(JsonText.Text(e), wanted.GetString(), comparison)
            : JsonKey.Of(e) == JsonKey.Of(wanted));
    }

    private static string? Zip(string?[] arrays)
    {
        var lists = arrays.Select(a => Items(a) ?? (a is null ? [] : [JsonText.Parse(a)])).ToArray();
        var length = lists.Max(l => l.Length);
        return JsonText.ArrayOfTexts(Enumerable.Range(0, length)
            .Select(i => JsonText.Array(lists.Select(l => i < l.Length ? l[i] : default))));
    }
}
