using FlowKernel.Results;

namespace FlowKernel.DuckDb.Functions;

/// <summary>Hashes and encodings.</summary>
internal static class Hashes
{
    private const string Compressed = "The bytes of texts over 32 bytes may differ from those that Kusto gives; what "
        + "they are decompressed to does not.";

    /// <summary>The rows.</summary>
    public static readonly FunctionRow[] Rows =
    [
        new("hash_md5", "md5({0:string})"),
        new("hash_sha1", "sha1({0:string})"),
        new("hash_sha256", "sha256({0:string})"),
        new("hash", XxHash) { Gives = KqlType.Long },
        new("hash_xxhash64", XxHash) { Gives = KqlType.Long },
        new("base64_encode_tostring", "base64(encode({0:string}))"),
        new("base64_encodestring", "base64(encode({0:string}))") { Page = "base64-encode-tostring-function" },
        new("base64_decode_tostring", "kql_base64_text({0:string})"),
        new("base64_decodestring", "kql_base64_text({0:string})") { Page = "base64-decode-tostring-function" },
        new("base64_decode_toarray", "kql_base64_bytes({0:string})::JSON"),
        new("base64_decode_toguid", "kql_base64_guid({0:string})"),
        new("base64_encode_fromarray", "kql_base64_of_bytes({0:dynamic})"),
        new("base64_encode_fromguid", "kql_base64_of_guid({0:guid})"),
        new("url_encode", "kql_url_encode({0:string}, true)"),
        new("url_encode_component", "kql_url_encode({0:string}, false)"),
        new("url_decode", "kql_url_decode({0:string})"),
        new("unicode_codepoints_from_string", "kql_code_points({0:string})::JSON"),
        new("to_utf8", "kql_code_points({0:string})::JSON") { Page = "unicode-codepoints-from-string-function" },
        new("make_string", c => $"kql_from_code_points(kql_array({c.All(KqlType.Dynamic)}))")
        { Page = "unicode-codepoints-to-string-function" },
        new("unicode_codepoints_to_string", c => $"kql_from_code_points(kql_array({c.All(KqlType.Dynamic)}))"),
        new("gzip_compress_to_base64_string", "kql_compress({0:string}, true)") { Note = Compressed },
        new("zlib_compress_to_base64_string", "kql_compress({0:string}, false)") { Note = Compressed },
        new("gzip_decompress_from_base64_string", "kql_decompress({0:string}, true)"),
        new("zlib_decompress_from_base64_string", "kql_decompress({0:string}, false)"),
        new("punycode_from_string", "kql_punycode_encode({0:string})"),
        new("punycode_to_string", "kql_punycode_decode({0:string})"),
        new("punycode_domain_from_string", "kql_punycode_decode_domain({0:string})"),
        new("punycode_domain_to_string", "kql_punycode_encode_domain({0:string})"),
        new("isutf8", "true"),
        new("parse_url", "kql_parse_url({0:string})::JSON"),
        new("parseurl", "kql_parse_url({0:string})::JSON") { Page = "parse-url-function" },
        new("parse_urlquery", "kql_parse_url_query({0:string})::JSON"),
        new("parseurlquery", "kql_parse_url_query({0:string})::JSON") { Page = "parse-urlquery-function" },
        new("parse_command_line", c => c.TryConstant<string>(1, out var kind) && kind != "windows"
            ? c.Refuse("it takes command lines of \"windows\" only")
            : $"kql_parse_command_line({c.As(0, KqlType.String)})::JSON"),
        new("parse_user_agent", UserAgent)
        { Note = "Knows the browsers, systems and devices of uap-core 0.18; Kusto's version is not published." },
        new("parse_xml", "kql_parse_xml({0:string})::JSON")
        { Note = "Texts that JSON takes for numbers are numbers, as in the documentation's example." },
        FunctionRow.Refused("hash_combine", "how Kusto combines hashes is not documented"),
        FunctionRow.Refused("hash_many", "how Kusto combines hashes is not documented"),
        new("parse_path", "kql_parse_path({0:string})::JSON"),
        new("parse_version", "kql_parse_version({0:string})::DECIMAL(38, 0)")
        { Note = "A version's number compares and sorts with those of other versions only: it has more digits than "
            + "decimals keep here." },
        new("parse_csv", "kql_parse_csv({0:string})::JSON"),
        new("format_bytes", "kql_format_bytes({0:real}, {1:long=0}, {2:string=''})"),
    ];

    private static FlowKernel.Diagnostics.Outcome<string> UserAgent(Invocation call)
    {
        if (call.Count < 2)
            return call.Refuse("it needs what to look for");
        if (call.TryConstant<string>(1, out var part) && !Native.UserAgents.Parts.Contains(part))
            return call.Refuse("it looks for \"browser\", \"os\" or \"device\" only");
        return $"kql_parse_user_agent({call.As(0, KqlType.String)}, {call.As(1, KqlType.Dynamic)})::JSON";
    }

    /// <summary>
    /// Numbers and times hash by their eight bytes, everything else by its text; not every type is known.
    /// </summary>
    private static FlowKernel.Diagnostics.Outcome<string> XxHash(Invocation call)
    {
        var hash = call.TypeOf(0) switch
        {
            KqlType.String => $"kql_hash_text({call.Sql(0)})",
            KqlType.Long or KqlType.DateTime or KqlType.TimeSpan => $"kql_hash_long({call.As(0, KqlType.Long)})",
            _ => null,
        };
        if (hash is null)
            return call.Refuse($"the hash of a {call.TypeOf(0).Name()} is not known to be the same");
        return call.Count > 1 ? $"kql_modulo({hash}, {call.As(1, KqlType.Long)})" : hash;
    }
}
