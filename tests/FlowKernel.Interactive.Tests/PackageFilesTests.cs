namespace FlowKernel.Interactive.Tests;

public sealed class PackageFilesTests : IDisposable
{
    private const string Dependencies = """
        {
          "runtimeTarget": { "name": "net10.0" },
          "targets": {
            "net10.0": {
              "Some.Library/1.2.3": { "runtime": { "lib/net8.0/Some.Library.dll": {} } },
              "Absent.Library/1.0.0": { "runtime": { "lib/net8.0/Absent.Library.dll": {} } },
              "Microsoft.ClearScript.V8.Native.win-x64/7.5.1.1": {}
            }
          }
        }
        """;

    private readonly string _root = Directory.CreateTempSubdirectory("flowkernel").FullName;
    private readonly PackageFiles _files;

    public PackageFilesTests()
    {
        Write("some.library/1.2.3/lib/net8.0/Some.Library.dll");
        Write("some.library/1.2.3/runtimes/linux-x64/native/libsome.so");
        Write("some.library/1.2.3/runtimes/osx-x64/native/libsome.dylib");
        Write("microsoft.clearscript.v8.native.linux-x64/7.5.1.1/runtimes/linux-x64/native/v8.so");
        var list = Path.Combine(_root, "deps.json");
        File.WriteAllText(list, Dependencies);
        _files = PackageFiles.Read(list, _root, "linux-x64");
    }

    [Fact]
    public void AssembliesAreFoundInTheVersionThatWasBuiltWith() => Assert.Equal(
        Path.Combine(_root, "some.library", "1.2.3", "lib/net8.0/Some.Library.dll"), _files.Assembly("Some.Library"));

    [Fact]
    public void WhatWasNotRestoredIsNotFound() => Assert.Null(_files.Assembly("Absent.Library"));

    [Fact]
    public void NativeLibrariesAreThoseOfThisMachine() =>
        Assert.EndsWith("linux-x64/native/libsome.so", _files.Native("some")?.Replace('\\', '/'));

    [Fact]
    public void V8IsFoundAlsoWhenItWasBuiltOnAnotherMachine() =>
        Assert.Contains(_files.NativeFolders, f => f.Contains("v8.native.linux-x64", StringComparison.Ordinal));

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private void Write(string path)
    {
        var file = new FileInfo(Path.Combine(_root, path));
        file.Directory!.Create();
        File.WriteAllText(file.FullName, "");
    }
}
