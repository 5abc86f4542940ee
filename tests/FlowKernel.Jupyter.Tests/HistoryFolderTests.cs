using System.Runtime.Versioning;
using FlowKernel.Jupyter.Execution;

namespace FlowKernel.Jupyter.Tests;

public sealed class HistoryFolderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("flowkernel-history").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void OnlyTheNewestSessionsAreKept()
    {
        var folder = new HistoryFolder(_folder, keptSessions: 3);

        for (var i = 0; i < 5; i++)
            folder.ClaimSession();

        Assert.Equal([3, 4, 5], folder.Sessions().Order());
    }

    [Fact]
    public void OldSessionsMakeRoomWhenAllAreTooLarge()
    {
        var folder = new HistoryFolder(_folder, keptBytes: 1000);
        foreach (var text in new[] { "old", "large" })
            folder.Append(new HistoryEntry(folder.ClaimSession(), 1, text.PadRight(text == "large" ? 900 : 100), null));

        folder.ClaimSession();

        Assert.Equal([2, 3], folder.Sessions().Order());
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public void NobodyElseMayReadIt()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows gives a user's folder to that user alone.");
        var path = Path.Combine(_folder, "new");
        new HistoryFolder(path).ClaimSession();

        Assert.Equal(
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(path));
    }

    [Fact]
    public void OtherFilesInTheFolderAreLeftAlone()
    {
        File.WriteAllText(Path.Combine(_folder, "session-notes.jsonl"), "");

        Assert.Equal(1, new HistoryFolder(_folder).ClaimSession());
        Assert.True(File.Exists(Path.Combine(_folder, "session-notes.jsonl")));
    }
}
