using System.Text;
using System.Text.Json;
using FlowKernel.Text;

namespace FlowKernel.DuckDb.Functions.Native;

/// <summary>Reading, packing and taking apart of dynamic values.</summary>
internal static class JsonFunctions
{
    private const int LongestRange = 1_048_576;

    /// <summary>What SQL calls.</summary>
    public static readonly NativeFunction[] Rows =
    [
        NativeFunction.Json<string>("kql_parse_json", Parse),
        NativeFunction.Json<string, long>("kql_element", (json, index) => Element(JsonText.Parse(json), index)),
        NativeFunction.Json<string, string>("kql_member", Member),
        NativeFunction.Text<string>("kql_sorted_json",
            json => JsonText.Write(w => WriteSorted(w, JsonText.Parse(json)))),
        NativeFunction.JsonOfMany("kql_array", JsonText.ArrayOfTexts),
        NativeFunction.JsonOfMany("kql_bag", Bag),
        NativeFunction.Json<string>("kql_bag_without_empty", WithoutEmpty),
        NativeFunction.Json<string>("kql_bag_keys", BagKeys),
        NativeFunction.Value<string, string, bool>("kql_bag_has_key", HasKey),
        NativeFunction.Json<string>("kql_merge_bags", bags => MergeBags(JsonText.Parse(bags))),
        NativeFunction.Json<string, long>("kql_limit_bag", LimitBag),
        NativeFunction.Json<string, string>("kql_bag_remove_keys", RemoveKeys),
        NativeFunction.Json<string, string, string>("kql_bag_set_key", SetKey),
        NativeFunction.Json<string, string>("kql_bag_zip", ZipBag),
        NativeFunction.Json<long, long, long>("kql_range_long",
            (from, to, step) => Range(from, to, step, n => JsonText.Number(n))),
        NativeFunction.Json<double, double, double>("kql_range_real", Range),
        NativeFunction.Json<long, long, long, bool>("kql_range_of_time", (from, to, step, instants) =>
            Range(from, to, step, n => JsonText.Quote(instants ? TimeText.OfInstant(n) : TimeText.Of(n)))),
    ];

    /// <summary>The value of a text; a text that is no JSON is a string, the empty one is null.</summary>
    private static string? Parse(string text)
    {
        if (text.Length == 0)
            return null;
        var value = JsonText.Parse(text);
        return value.ValueKind == JsonValueKind.Undefined ? JsonText.Quote(text) : JsonText.Of(value);
    }

    private static string? Element(JsonElement array, long index)
    {
        if (array.ValueKind != JsonValueKind.Array)
            return null;
        var length = array.GetArrayLength();
        if (index < 0)
            index += length;
        return index >= 0 && index < length ? JsonText.Of(array[(int)index]) : null;
    }

    private static string? Member(string json, string key)
    {
        var (value, name) = (JsonText.Parse(json), JsonText.Parse(key));
        if (name.ValueKind == JsonValueKind.Number && name.TryGetInt64(out var index))
            return Element(value, index);
        return value.ValueKind == JsonValueKind.Object && value.TryGetProperty(JsonText.Text(name), out var member)
            ? JsonText.Of(member)
            : null;
    }

    private static void WriteSorted(Utf8JsonWriter writer, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Object)
        {
            writer.WriteStartObject();
            foreach (var member in value.EnumerateObject().OrderBy(m => m.Name, StringComparer.Ordinal))
            {
                writer.WritePropertyName(member.Name);
                WriteSorted(writer, member.Value);
            }

            writer.WriteEndObject();
        }
        else if (value.ValueKind == JsonValueKind.Array)
        {
            writer.WriteStartArray();
            foreach (var element in value.EnumerateArray())
                WriteSorted(writer, element);
            writer.WriteEndArray();
        }
        else
        {
            value.WriteTo(writer);
        }
    }

    private static string Bag(string?[] pairs)
    {
        var result = new StringBuilder("{");
        for (var i = 0; i + 1 < pairs.Length; i += 2)
            result.Append(i > 0 ? "," : "").Append(pairs[i]).Append(':').Append(pairs[i + 1] ?? "null");
        return result.Append('}').ToString();
    }

    private static string? BagKeys(string json)
    {
        var bag = JsonText.Parse(json);
        return bag.ValueKind == JsonValueKind.Object
            ? JsonText.ArrayOfTexts(bag.EnumerateObject().Select(m => JsonText.Quote(m.Name)))
            : null;
    }

    private static bool? HasKey(string json, string key)
    {
        var bag = JsonText.Parse(json);
        foreach (var name in PathOf(key))
        {
            if (bag.ValueKind != JsonValueKind.Object || !bag.TryGetProperty(name, out bag))
                return false;
        }

        return true;
    }

    /// <summary>The members of all bags of an array; the first of each name counts.</summary>
    private static string MergeBags(JsonElement bags)
    {
        var members = bags.EnumerateArray().Where(b => b.ValueKind == JsonValueKind.Object)
            .SelectMany(b => b.EnumerateObject()).DistinctBy(m => m.Name);
        return JsonText.Bag(members.Select(m => KeyValuePair.Create(m.Name, m.Value)));
    }

    private static string LimitBag(string bag, long most) => JsonText.Bag(JsonText.Parse(bag).EnumerateObject()
        .Take((int)Math.Min(most, int.MaxValue)).Select(m => KeyValuePair.Create(m.Name, m.Value)));

    private static string WithoutEmpty(string bag) => JsonText.Bag(JsonText.Parse(bag).EnumerateObject()
        .Where(m => m.Value.ValueKind != JsonValueKind.Null && !IsEmptyText(m.Value))
        .Select(m => KeyValuePair.Create(m.Name, m.Value)));

    private static bool IsEmptyText(JsonElement value) =>
        value.ValueKind == JsonValueKind.String && value.ValueEquals("");

    private static string? RemoveKeys(string json, string keys)
    {
        var (bag, names) = (JsonText.Parse(json), JsonText.Parse(keys));
        if (bag.ValueKind != JsonValueKind.Object || names.ValueKind != JsonValueKind.Array)
            return null;
        string[][] paths = [.. names.EnumerateArray().Select(JsonText.Text).Select(PathOf)];
        return JsonText.Bag(Without(bag, paths));
    }

    private static IEnumerable<KeyValuePair<string, JsonElement>> Without(JsonElement bag, string[][] paths)
    {
        foreach (var member in bag.EnumerateObject())
        {
            string[][] below = [.. paths.Where(p => p[0] == member.Name)];
            if (below.Any(p => p.Length == 1))
                continue;
            yield return KeyValuePair.Create(
                member.Name,
                below.Length > 0 && member.Value.ValueKind == JsonValueKind.Object
                    ? JsonText.Parse(JsonText.Bag(Without(member.Value, [.. below.Select(p => p[1..])])))
                    : member.Value);
        }
    }

    private static string? SetKey(string json, string key, string value)
    {
        var bag = JsonText.Parse(json);
        return bag.ValueKind == JsonValueKind.Object ? SetKey(bag, PathOf(key), value) : null;
    }

    private static string SetKey(JsonElement bag, ReadOnlySpan<string> path, string value)
    {
        var name = path[0];
        IEnumerable<JsonProperty> members = bag.ValueKind == JsonValueKind.Object ? bag.EnumerateObject() : [];
        var old = members.FirstOrDefault(m => m.Name == name);
        var set = path.Length > 1 ? SetKey(old.Value, path[1..], value) : value;
        var kept = members.Where(m => m.Name != name).Select(m => KeyValuePair.Create(m.Name, m.Value));
        return JsonText.Bag(kept.Append(KeyValuePair.Create(name, JsonText.Parse(set))));
    }

    /// <summary>The names on the way to a key: those of a path without indexes, or the key itself.</summary>
    private static string[] PathOf(string key)
    {
        try
        {
            return JsonPath.Is(key) && JsonPath.Parse(key) is var steps && steps.All(s => s is string)
                ? [.. steps.Cast<string>()]
                : [key];
        }
        catch (FormatException)
        {
            return [key];
        }
    }

    private static string? ZipBag(string keys, string values)
    {
        var (names, list) = (JsonText.Parse(keys), JsonText.Parse(values));
        if (names.ValueKind != JsonValueKind.Array)
            return null;
        var count = list.ValueKind == JsonValueKind.Array ? list.GetArrayLength() : 0;
        return JsonText.Bag(names.EnumerateArray()
            .Select((name, i) => (Name: name, Value: i < count ? list[i] : default))
            .Where(p => p.Name.ValueKind == JsonValueKind.String)
            .DistinctBy(p => p.Name.GetString())
            .Select(p => KeyValuePair.Create(p.Name.GetString()!, p.Value)));
    }

    private static string? Range(long from, long to, long step, Func<long, string> text)
    {
        if (step == 0)
            return null;
        var items = new List<string>();
        for (Int128 n = from; (step > 0 ? n <= to : n >= to) && items.Count < LongestRange; n += step)
            items.Add(text((long)n));
        return JsonText.ArrayOfTexts(items);
    }

    private static string? Range(double from, double to, double step)
    {
        if (step == 0 || !double.IsFinite(from + to + step))
            return null;
        var items = new List<string>();
        for (var i = 0; i < LongestRange && (step > 0 ? from + (i * step) <= to : from + (i * step) >= to); i++)
            items.Add(JsonText.Real(from + (i * step)));
        return JsonText.ArrayOfTexts(items);
    }
}
