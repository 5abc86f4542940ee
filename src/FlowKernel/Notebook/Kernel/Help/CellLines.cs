using FlowKernel.Notebook.Directives;

namespace FlowKernel.Notebook.Kernel.Help;

/// <summary>The lines of cells that are no C# and no KQL: what each does, its forms, what to ask about next.</summary>
internal static class CellLines
{
    /// <summary>The lines by their first words.</summary>
    public static IReadOnlyList<DirectiveHelp> All { get; } =
    [
        new(
            "#r",
            [
                new("#r \"nuget: NAME, VERSION\"", "Lets C# use a NuGet package."),
                new("#r \"PATH\"", "Lets C# use an assembly: a file, or one of .NET by its name."),
            ],
            [])
        {
            Notes = ["Without a version the newest one is taken. Paths begin in the notebook's folder."],
            Examples =
            [
                new("#r \"nuget: MathNet.Numerics, 5.0.0\"\nMathNet.Numerics.Statistics.Statistics.Median([1.0, 2.0, 9.0])",
                    "A package"),
            ],
            SeeAlso = ["#i", "#load", "#!csharp"],
        },
        new("#i", [new("#i \"nuget: SOURCE\"", "Adds a place to look for packages: a feed's address, or a folder.")], [])
        {
            Examples = [new("#i \"nuget: ./packages\"\n#r \"nuget: Our.Tools\"", "Packages of a folder")],
            SeeAlso = ["#r", "#load"],
        },
        new("#load", [new("#load \"FILE.csx\"", "Runs a file of C# as if it stood here.")], [])
        {
            Notes = ["Paths begin in the notebook's folder."],
            Examples = [new("#load \"tools.csx\"", "What several notebooks share")],
            SeeAlso = ["#r", "#!csharp"],
        },
        new("#!csharp", [new("#!csharp", "C# again, after KQL in the same cell.")], [])
        {
            Examples =
            [
                new("#!flowlogs --name flows\nNTANetAnalytics | count\n#!csharp\nflows", "KQL, then C# with its result"),
            ],
            SeeAlso = ["#!kql", "#r", "help"],
        },
        new("#!kql", [new("#!kql [options]", "KQL below; another word for #!flowlogs.")], [])
        {
            Examples = [new("#!kql --last 7d\nNTANetAnalytics | count", "A query")],
            SeeAlso = ["#!csharp", "--last", "help"],
        },
    ];

    /// <summary>The line of a name, or null.</summary>
    public static DirectiveHelp? Find(string name) => All.FirstOrDefault(line => line.Title == name);
}
