using System.Globalization;
using System.Text;

namespace FlowKernel.DuckDb.Functions.Native;

/// <summary>URLs, paths and CSV lines taken apart.</summary>
internal static class PathFunctions
{
    /// <summary>What SQL calls.</summary>
    public static readonly NativeFunction[] Rows =
    [
        NativeFunction.Json<string>("kql_parse_url", ParseUrl),
        NativeFunction.Json<string>("kql_parse_url_query", q => Bag([("Query Parameters", QueryBag(q))])),
        NativeFunction.Json<string>("kql_parse_path", ParsePath),
        NativeFunction.Json<string>("kql_parse_csv",
            line => JsonText.ArrayOfTexts(Fields(line).Select(JsonText.Quote))),
    ];

    private static string ParseUrl(string url)
    {
        var known = Uri.TryCreate(url, UriKind.Absolute, out var uri);
        var user = known ? uri!.UserInfo.Split(':', 2) : [""];
        var port = known && url.Contains($":{uri!.Port}", StringComparison.Ordinal)
            ? uri.Port.ToString(CultureInfo.InvariantCulture)
            : "";
        return Bag(
        [
            ("Scheme", JsonText.Quote(known ? uri!.Scheme : "")),
            ("Host", JsonText.Quote(known ? uri!.Host : "")),
            ("Port", JsonText.Quote(port)),
            ("Path", JsonText.Quote(known ? uri!.AbsolutePath : "")),
            ("Username", JsonText.Quote(user[0])),
            ("Password", JsonText.Quote(user.Length > 1 ? user[1] : "")),
            ("Query Parameters", QueryBag(known ? uri!.Query.TrimStart('?') : "")),
            ("Fragment", JsonText.Quote(known ? uri!.Fragment.TrimStart('#') : "")),
        ]);
    }

    private static string QueryBag(string query) => Bag(
        [.. query.Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => pair.Split('=', 2))
            .DistinctBy(pair => pair[0])
            .Select(pair => (pair[0], JsonText.Quote(pair.Length > 1 ? pair[1] : "")))]);

    private static string Bag((string Name, string Json)[] members) =>
        $"{{{string.Join(',', members.Select(m => $"{JsonText.Quote(m.Name)}:{m.Json}"))}}}";

    private static string ParsePath(string text)
    {
        var scheme = text.IndexOf("://", StringComparison.Ordinal) is > 0 and var end ? text[..end] : "";
        var path = scheme.Length > 0 ? text[(scheme.Length + 3)..] : text;
        var hasDrive = path.Length > 2 && char.IsAsciiLetter(path[0]) && path[1] == ':' && path[2] is '/' or '\\';
        var root = hasDrive ? path[..3] : "";
        var last = path.LastIndexOfAny(['/', '\\']);
        var directory = last < 0 ? "" : path[..last];
        var file = path[(last + 1)..];
        var colon = file.IndexOf(':', StringComparison.Ordinal);
        var name = colon < 0 ? file : file[..colon];
        var dot = name.LastIndexOf('.');
        return Bag(
        [
            ("Scheme", JsonText.Quote(scheme)),
            ("RootPath", JsonText.Quote(root)),
            ("DirectoryPath", JsonText.Quote(directory)),
            ("DirectoryName", JsonText.Quote(directory[(directory.LastIndexOfAny(['/', '\\']) + 1)..])),
            ("Filename", JsonText.Quote(name)),
            ("Extension", JsonText.Quote(dot < 0 ? "" : name[(dot + 1)..])),
            ("AlternateDataStreamName", JsonText.Quote(colon < 0 ? "" : file[(colon + 1)..])),
        ]);
    }

    private static List<string> Fields(string line)
    {
        var fields = new List<string>();
        var field = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < line.Length && (quoted || line[i] is not ('\r' or '\n')); i++)
        {
            if (line[i] == '"' && quoted && i + 1 < line.Length && line[i + 1] == '"')
                field.Append(line[i++]);
            else if (line[i] == '"')
                quoted = !quoted;
            else if (line[i] == ',' && !quoted)
                Next();
            else
                field.Append(line[i]);
        }

        Next();
        return fields;

        void Next()
        {
            fields.Add(field.ToString());
            field.Clear();
        }
    }
}
