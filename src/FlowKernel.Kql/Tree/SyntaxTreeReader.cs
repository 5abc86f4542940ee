using System.Text.Json;
using FlowKernel.Text;

namespace FlowKernel.Kql.Tree;

/// <summary>Reads the tree that the scripts write; see 4-tree.js for its form.</summary>
internal sealed class SyntaxTreeReader
{
    private const int Fixed = 7;
    private readonly string[] _words;
    private readonly NodeType[] _types;
    private readonly Func<TextSpan, TextSpan> _place;

    private SyntaxTreeReader(JsonElement tree, Func<TextSpan, TextSpan> place)
    {
        _place = place;
        _words = [.. tree.GetProperty("words").EnumerateArray().Select(w => w.GetString()!)];
        _types = [.. tree.GetProperty("types").EnumerateArray().Select(ReadType)];
    }

    /// <summary>The root node, its spans moved to where they stand in the text that people see.</summary>
    public static SyntaxNode Read(JsonElement tree, Func<TextSpan, TextSpan> place) =>
        new SyntaxTreeReader(tree, place).ReadNode(tree.GetProperty("root"));

    private static NodeType ReadType(JsonElement type)
    {
        if (type.TryGetProperty("scalar", out var scalar))
            return new NodeType(scalar.GetString(), null);
        if (type.TryGetProperty("columns", out var columns) || type.TryGetProperty("tuple", out columns))
            return new NodeType(null, [.. columns.EnumerateArray().Select(ReadColumn)]);
        return new NodeType(null, null);
    }

    private static BoundColumn ReadColumn(JsonElement column) => new(column[0].GetString()!, column[1].GetString()!);

    private SyntaxNode ReadNode(JsonElement node)
    {
        using var values = node.EnumerateArray().GetEnumerator();
        var head = new JsonElement[Fixed];
        for (var i = 0; i < Fixed; i++)
        {
            values.MoveNext();
            head[i] = values.Current;
        }

        var children = new List<(string?, SyntaxNode)>();
        while (values.MoveNext())
        {
            var name = Word(values.Current);
            values.MoveNext();
            children.Add((name, ReadNode(values.Current)));
        }

        var span = _place(new TextSpan(head[1].GetInt32(), head[2].GetInt32()));
        var type = head[3].GetInt32();
        return new SyntaxNode(
            Word(head[0])!, span, type < 0 ? null : _types[type], Word(head[4]), head[5].GetString()?.Trim(), children)
        {
            Sources = ReadSources(head[6]),
        };
    }

    private IReadOnlyList<ColumnSource> ReadSources(JsonElement sources)
    {
        if (sources.ValueKind == JsonValueKind.Null)
            return [];
        var numbers = sources.EnumerateArray().Select(n => n.GetInt32()).Chunk(3);
        return [.. numbers.Select(n => new ColumnSource(n[0], _place(new TextSpan(n[1], n[2]))))];
    }

    private string? Word(JsonElement index) => index.GetInt32() is >= 0 and var i ? _words[i] : null;
}
