using System.IO.MemoryMappedFiles;
using Microsoft.Win32.SafeHandles;

namespace FlowKernel.DuckDb.Functions.Native.Ranks.Memory;

/// <summary>
/// Memory that the system keeps in a file when it needs the room for something else. The file has its whole place on the disk
/// from the beginning, and goes when it is closed.
/// </summary>
internal sealed unsafe class SpillFile : IDisposable
{
    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _view;

    /// <summary>Makes one of so many bytes in a folder, which is made if there is none.</summary>
    /// <exception cref="IOException">The disk has no room for it.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written to.</exception>
    public SpillFile(string folder, long bytes)
    {
        Directory.CreateDirectory(folder);
        var file = new FileStream(
            Path.Combine(folder, $"values-{Guid.NewGuid():N}"),
            new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.ReadWrite,
                Options = FileOptions.DeleteOnClose,
                // A write to a mapped page for which the disk has no room would end the process.
                PreallocationSize = bytes,
                BufferSize = 0,
            });
        file.SetLength(bytes);
        _file = MemoryMappedFile.CreateFromFile(
            file, null, bytes, MemoryMappedFileAccess.ReadWrite, HandleInheritability.None, leaveOpen: false);
        _view = _file.CreateViewAccessor(0, bytes, MemoryMappedFileAccess.ReadWrite);
        byte* start = null;
        Handle.AcquirePointer(ref start);
        Start = start + _view.PointerOffset;
    }

    /// <summary>Its first byte.</summary>
    public byte* Start { get; }

    private SafeMemoryMappedViewHandle Handle => _view.SafeMemoryMappedViewHandle;

    /// <inheritdoc/>
    public void Dispose()
    {
        Handle.ReleasePointer();
        _view.Dispose();
        _file.Dispose();
    }
}
