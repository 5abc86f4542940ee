using System.Reflection;
using FlowKernel.CSharp.Kql;
using FlowKernel.Notebook.Packages;

namespace FlowKernel.CSharp;

/// <summary>What the C# cells of a notebook start with.</summary>
public sealed record CSharpCellsOptions
{
    /// <summary>Assemblies whose public types cells can name, besides those of .NET itself.</summary>
    public IReadOnlyList<Assembly> References { get; init; } = [];

    /// <summary>Namespaces (or <c>static</c> types) that cells see without a <c>using</c> of their own.</summary>
    public IReadOnlyList<string> Usings { get; init; } = DefaultUsings;

    /// <summary>An object whose public members cells name directly, or null.</summary>
    public object? Globals { get; init; }

    /// <summary>
    /// The public type through which cells see <see cref="Globals"/>; null takes the object's own type.
    /// </summary>
    public Type? GlobalsType { get; init; }

    /// <summary>What restores the packages of <c>#r "nuget: …"</c>, or null where that is not possible.</summary>
    public IPackageSession? Packages { get; init; }

    /// <summary>
    /// The notebook's folder, which relative paths in <c>#r</c> and <c>#load</c> start from; the current directory
    /// unless set.
    /// </summary>
    public Func<string> Folder { get; init; } = Directory.GetCurrentDirectory;

    /// <summary>Measures how long restores take.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>What knows the KQL in cells' strings, or null to leave them alone.</summary>
    public IEmbeddedKql? Kql { get; init; }

    /// <summary>
    /// How long an interrupted cell may take to run its <c>finally</c> blocks before it is left behind.
    /// </summary>
    public TimeSpan InterruptGrace { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>How many cells that only declare variables or functions are put together into one.</summary>
    public int FewestConsolidated { get; init; } = 32;

    /// <summary>The usings of every cell, as a list to extend.</summary>
    public static IReadOnlyList<string> DefaultUsings { get; } =
    [
        "System", "System.Collections.Generic", "System.Globalization", "System.IO", "System.Linq",
        "System.Net", "System.Text", "System.Threading", "System.Threading.Tasks",
    ];
}
