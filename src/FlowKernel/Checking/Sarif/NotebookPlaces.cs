using System.Text;
using System.Text.Json;
using FlowKernel.Text;

namespace FlowKernel.Checking.Sarif;

/// <summary>
/// Where the text of a notebook's cells stands in its file: the source is JSON there, one string or one for each line.
/// </summary>
internal sealed class NotebookPlaces
{
    private readonly List<List<(int Start, int End)>> _cells;

    private NotebookPlaces(List<List<(int Start, int End)>> cells) => _cells = cells;

    /// <summary>The places in a notebook file's text.</summary>
    public static NotebookPlaces Of(string json)
    {
        var bytes = Encoding.UTF8.GetBytes(json);
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = 256 });
        var offsets = new Utf16Offsets(bytes);
        var cells = new List<List<(int Start, int End)>>();
        var isInCells = false;
        while (reader.Read())
        {
            if (reader is { CurrentDepth: 1, TokenType: JsonTokenType.PropertyName })
                isInCells = reader.ValueTextEquals("cells");
            else if (isInCells && reader is { CurrentDepth: 2, TokenType: JsonTokenType.StartObject })
                cells.Add([]);
            else if (isInCells && reader is { CurrentDepth: 3, TokenType: JsonTokenType.PropertyName }
                && reader.ValueTextEquals("source"))
                ReadSource(ref reader, json, offsets, cells[^1]);
        }

        return new NotebookPlaces(cells);
    }

    /// <summary>A stretch of a cell's text (cells count from 1), as a stretch of the file.</summary>
    public TextSpan InFile(int cell, TextSpan span)
    {
        var characters = _cells.ElementAtOrDefault(cell - 1) ?? [];
        if (characters.Count == 0)
            return default;
        if (span.Start >= characters.Count)
            return new TextSpan(characters[^1].End, 0);
        var last = Math.Clamp(span.End - 1, span.Start, characters.Count - 1);
        return TextSpan.FromBounds(
            characters[span.Start].Start, span.Length == 0 ? characters[span.Start].Start : characters[last].End);
    }

    private static void ReadSource(
        ref Utf8JsonReader reader, string json, Utf16Offsets offsets, List<(int Start, int End)> characters)
    {
        reader.Read();
        var isArray = reader.TokenType == JsonTokenType.StartArray;
        do
        {
            if (reader.TokenType == JsonTokenType.String)
                ReadString(json, offsets.Of((int)reader.TokenStartIndex) + 1, characters);
        }
        while (isArray && reader.TokenType != JsonTokenType.EndArray && reader.Read());
    }

    // From the first character after the opening quote to the closing one.
    private static void ReadString(string json, int at, List<(int Start, int End)> characters)
    {
        while (json[at] != '"')
        {
            var length = json[at] != '\\' ? 1 : json[at + 1] == 'u' ? 6 : 2;
            characters.Add((at, at + length));
            at += length;
        }
    }
}
