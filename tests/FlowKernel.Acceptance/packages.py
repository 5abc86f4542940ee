"""NuGet packages of the tests' own, packed by the SDK into a folder that is a feed."""
import atexit
import functools
import os
import shutil
import subprocess
import tempfile
import zipfile

from notebook_files import write_text

_PROJECT = """<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <TargetFramework>net10.0</TargetFramework>
    <PackageId>{id}</PackageId>
    <AssemblyName>{assembly}</AssemblyName>
    <Version>{version}</Version>
    <Authors>Tests</Authors>
    <Description>For tests.</Description>
    <GenerateDocumentationFile>true</GenerateDocumentationFile>
  </PropertyGroup>
  <ItemGroup>{needs}</ItemGroup>
</Project>
"""

LOW = """namespace Depths;

/// <summary>What other packages stand on.</summary>
public static class Low
{
    /// <summary>How deep it is.</summary>
    public static int Depth => 7;
}
"""

TOP = """namespace Heights;

/// <summary>Counts what it is given.</summary>
public static class Top
{
    /// <summary>Twice a number, and the depth of what is below.</summary>
    /// <param name="n">The number to double.</param>
    public static int Twice(int n) => 2 * n + Depths.Low.Depth - 7;
}
"""


@functools.cache
def feed():
    """A folder with the packages Acceptance.Low 1.0.0, and Acceptance.Top 1.0.0, 1.1.0 and 2.0.0-beta, which need it."""
    folder = tempfile.mkdtemp(prefix="feed-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    packages = os.path.join(folder, "packages")
    write_text(folder, "nuget.config", nuget_config(packages))
    _pack(folder, packages, "Acceptance.Low", "1.0.0", LOW)
    _pack(folder, packages, "Acceptance.Top", "1.0.0", TOP, '<PackageReference Include="Acceptance.Low" Version="1.0.0" />')
    for version in ("1.1.0", "2.0.0-beta"):
        _pack_again(packages, "Acceptance.Top", "1.0.0", version)
    return packages


@functools.cache
def built():
    """The folder of Acceptance.Low built beside its documentation."""
    feed()
    folder = os.path.join(os.path.dirname(feed()), "Acceptance.Low.1.0.0", "bin", "Release", "net10.0")
    assert os.path.exists(os.path.join(folder, "Low.dll")), os.listdir(os.path.dirname(folder))
    return folder


def nuget_config(*sources):
    """A nuget.config of these sources and no others."""
    added = "".join(f'<add key="s{n}" value="{source}" />' for n, source in enumerate(sources))
    return f"<configuration><packageSources><clear />{added}</packageSources></configuration>"


def _pack(folder, packages, name, version, code, needs=""):
    project = os.path.join(folder, f"{name}.{version}")
    assembly = name.rsplit(".", maxsplit=1)[-1]
    file = write_text(project, f"{name}.csproj", _PROJECT.format(id=name, assembly=assembly, version=version, needs=needs))
    write_text(project, "Code.cs", code)
    os.makedirs(packages, exist_ok=True)
    done = subprocess.run(
        ["dotnet", "pack", file, "-c", "Release", "-o", packages, "--nologo", "-v", "quiet"], cwd=project,
        env={**os.environ, "NUGET_PACKAGES": os.path.join(folder, "cache")}, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def _pack_again(packages, name, packed, version):
    """The same package under another version."""
    with zipfile.ZipFile(os.path.join(packages, f"{name}.{packed}.nupkg")) as old, \
            zipfile.ZipFile(os.path.join(packages, f"{name}.{version}.nupkg"), "w") as new:
        for entry in old.namelist():
            content = old.read(entry)
            if entry.endswith(".nuspec"):
                content = content.replace(f"<version>{packed}<".encode(), f"<version>{version}<".encode())
            new.writestr(entry, content)
