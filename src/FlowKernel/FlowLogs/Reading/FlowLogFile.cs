using System.Globalization;
using System.IO.Compression;
using System.Runtime.CompilerServices;

namespace FlowKernel.FlowLogs.Reading;

/// <summary>A flow log in a file, plain or gzipped.</summary>
/// <remarks>
/// Its name is the blob's path in its container where the path shows it (from <c>flowLogResourceID=</c> on), so that
/// another download of the same blob, wherever it lies, replaces the first one's rows; else the full path.
/// </remarks>
public sealed class FlowLogFile : IFlowSource
{
    private static readonly string[] BlobRoots = ["flowlogresourceid=", "resourceid="];
    private readonly string _path;

    /// <summary>The file at a path; it must exist.</summary>
    public FlowLogFile(string path)
    {
        var file = new FileInfo(path);
        _path = path;
        Bytes = file.Length;
        Name = BlobName(file.FullName);
        Version = string.Create(CultureInfo.InvariantCulture, $"{file.Length}-{file.LastWriteTimeUtc.Ticks}");
        var hour = Name.IndexOf("/y=", StringComparison.Ordinal);
        Hour = hour < 0 ? "" : Name[hour..];
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public string Version { get; }

    /// <inheritdoc/>
    public long Bytes { get; }

    /// <inheritdoc/>
    public string Hour { get; }

    /// <summary>The path that it was made with, for messages.</summary>
    public override string ToString() => _path;

    /// <inheritdoc/>
    public async IAsyncEnumerable<FlowRecord> ReadAsync(
        FlowLogFindings findings, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var file = new FileStream(_path, new FileStreamOptions
        {
            BufferSize = 0,
            Share = FileShare.ReadWrite | FileShare.Delete,
            Options = FileOptions.Asynchronous | FileOptions.SequentialScan,
        });
        await using var content = IsGzip(file) ? new GZipStream(file, CompressionMode.Decompress) : (Stream)file;
        await foreach (var record in new FlowLogReader(findings).ReadAsync(content, cancellation))
            yield return record;
    }

    private static bool IsGzip(FileStream file)
    {
        Span<byte> magic = stackalloc byte[2];
        var read = file.ReadAtLeast(magic, 2, throwOnEndOfStream: false);
        file.Position = 0;
        return read == 2 && magic is [0x1F, 0x8B];
    }

    private static string BlobName(string path)
    {
        var name = path.Replace('\\', '/');
        foreach (var root in BlobRoots)
        {
            var start = name.IndexOf(root, StringComparison.OrdinalIgnoreCase);
            if (start >= 0)
                return name[start..].ToLowerInvariant();
        }

        return name;
    }
}
