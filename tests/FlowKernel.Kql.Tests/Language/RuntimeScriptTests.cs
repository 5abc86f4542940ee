using FlowKernel.Reference;
using Microsoft.ClearScript;
using Microsoft.ClearScript.V8;

namespace FlowKernel.Kql.Tests.Language;

public class RuntimeScriptTests
{
    private const string Tables =
        """
        {"name":"db","open":false,"members":[1,2],"places":[],"added":{
          "1":{"name":"NTANetAnalytics","description":null,"open":true,"columns":[["SrcIp","string"],["DestPort","int"],
            ["TimeGenerated","datetime"],["BytesSrcToDest","long"],["BytesDestToSrc","long"]]},
          "2":{"name":"T","description":"Others.","open":false,"columns":[["a","long"],["s","string"],["d","dynamic"]]}}}
        """;

    private static readonly string[] Mistaken =
    [
        "T | where aa > 1", "T | where s adn a > 1", "T | summarize by s", "T | extend strlen()", "T |",
        "T | join U on a",
    ];

    // What the scripts replace for speed must say of every query what Kusto.Language says over the runtime as it comes.
    [Fact]
    public void ChecksSayTheSameAsOverTheRuntimeAsItComes()
    {
        using var plain = Engine(isFaster: false);
        using var faster = Engine(isFaster: true);
        var queries = KqlReference.All.Select(t => t.Example).Concat(Mistaken).ToList();
        Assert.True(queries.Count > 400);
        foreach (var query in queries)
            Assert.Equal(Check(plain, query), Check(faster, query));
    }

    private static string Check(V8ScriptEngine engine, string query) =>
        (string)engine.Global.InvokeMethod("check", "1", "[]", query);

    private static V8ScriptEngine Engine(bool isFaster)
    {
        var engine = new V8ScriptEngine { MaxRuntimeStackUsage = 8 << 20 };
        var own = typeof(KqlLanguage).Assembly.GetManifestResourceNames()
            .Where(n => char.IsAsciiDigit(n[0])).Order().ToList();
        string[] before = ["bridge.min.js", .. own.Where(n => isFaster && n.StartsWith('0'))];
        string[] after = ["Kusto.Language.Bridge.min.js", .. own.Where(n => !n.StartsWith('0'))];
        foreach (var name in before.Concat(after).Where(n => isFaster || n != "1-signatures.js"))
            engine.Execute(new DocumentInfo(name), Text(name));
        engine.Global.InvokeMethod("defineSchema", "1", Tables);
        return engine;
    }

    private static string Text(string resource)
    {
        using var stream = typeof(KqlLanguage).Assembly.GetManifestResourceStream(resource)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
