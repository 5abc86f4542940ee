using System.Text.Json;
using System.Xml.Linq;

namespace FlowKernel.Interactive.Tests;

/// <summary>The package names all that its assemblies need; they are no packages of their own.</summary>
public sealed class PackageTests
{
    private const string Native = "Microsoft.ClearScript.V8.Native.";

    private static readonly string[] Machines =
        ["linux-arm64", "linux-x64", "osx-arm64", "osx-x64", "win-arm64", "win-x64"];

    [Fact]
    public void EveryPackageThatOurAssembliesReferToIsADependency()
    {
        var declared = XDocument.Load(InOutput("FlowKernel.Interactive.csproj"))
            .Descendants("PackageReference").Select(r => r.Attribute("Include")!.Value);
        var needed = References().Select(r => r.Id).Where(id => !id.StartsWith(Native, StringComparison.Ordinal));
        Assert.Subset(declared.ToHashSet(), needed.ToHashSet());
    }

    [Fact]
    public void EveryMachineGetsItsOwnV8InTheVersionThatCallsIt()
    {
        using var file = JsonDocument.Parse(File.ReadAllText(InOutput("runtime.json")));
        var machines = file.RootElement.GetProperty("runtimes").EnumerateObject().ToList();
        Assert.Equal(Machines, machines.Select(m => m.Name).Order(StringComparer.Ordinal));
        var version = References().First(r => r.Id == "Microsoft.ClearScript.V8").Version;
        Assert.All(machines, machine =>
        {
            var package = Assert.Single(machine.Value.GetProperty("FlowKernel.Interactive").EnumerateObject());
            Assert.Equal(Native + machine.Name, package.Name);
            Assert.Equal(version, package.Value.GetString());
        });
    }

    // What FlowKernel's own assemblies, as they go into the package, refer to.
    private static IReadOnlyList<(string Id, string Version)> References()
    {
        using var file = JsonDocument.Parse(File.ReadAllText(InOutput("FlowKernel.Hosting.deps.json")));
        var target = file.RootElement.GetProperty("targets").EnumerateObject().Single().Value;
        var references = target.EnumerateObject()
            .Where(library => library.Name.StartsWith("FlowKernel", StringComparison.Ordinal))
            .Where(library => library.Value.TryGetProperty("dependencies", out _))
            .SelectMany(library => library.Value.GetProperty("dependencies").EnumerateObject())
            .Where(d => !d.Name.StartsWith("FlowKernel", StringComparison.Ordinal))
            .Select(d => (d.Name, d.Value.GetString()!)).Distinct().ToList();
        Assert.Contains("Plotly.NET", references.Select(r => r.Name));
        return references;
    }

    private static string InOutput(string file) => Path.Combine(AppContext.BaseDirectory, file);
}
