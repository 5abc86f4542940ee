using FlowKernel.Text;

namespace FlowKernel.Notebook.Packages;

/// <summary>A NuGet package that a cell asks for with <c>#r "nuget: Name, Version"</c>.</summary>
/// <param name="Name">The package's id, in any case.</param>
/// <param name="Version">
/// An exact version, a floating one (<c>1.*</c>), a range (<c>[1.0,2.0)</c>), or empty for the newest stable one.
/// </param>
/// <param name="NameSpan">Where the name stands, for diagnostics about the package.</param>
/// <param name="VersionSpan">Where the version stands, for diagnostics about it; the name's place without one.</param>
public sealed record PackageRequest(string Name, string Version, TextSpan NameSpan, TextSpan VersionSpan);
