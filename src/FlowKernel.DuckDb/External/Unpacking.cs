using System.IO.Compression;
using FlowKernel.Diagnostics;
using FlowKernel.Plan;

namespace FlowKernel.DuckDb.External;

/// <summary>
/// Unpacks files (https://learn.microsoft.com/kusto/ingestion-supported-formats#supported-data-compression-formats), as
/// far as the limit of what one query reads.
/// </summary>
internal static class Unpacking
{
    /// <summary>The files in a file: itself, or those of an archive in their order.</summary>
    public static IEnumerable<Stream> Parts(
        ExternalFile file, Stream content, TextColumns texts, CancellationToken cancellation)
    {
        switch (file.Compression)
        {
            case ExternalCompression.Gzip:
                yield return new Limited(new GZipStream(content, CompressionMode.Decompress), file, texts, cancellation);
                break;
            case ExternalCompression.Zip:
                using (var archive = new ZipArchive(content, ZipArchiveMode.Read))
                {
                    foreach (var entry in archive.Entries.Where(e => !e.FullName.EndsWith('/')))
                        yield return new Limited(entry.Open(), file, texts, cancellation);
                }

                break;
            default:
                yield return new Limited(content, file, texts, cancellation);
                break;
        }
    }

    /// <summary>Counts the bytes that are read, and stops at the limit.</summary>
    private sealed class Limited(Stream inner, ExternalFile file, TextColumns texts, CancellationToken cancellation)
        : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            cancellation.ThrowIfCancellationRequested();
            var read = inner.Read(buffer);
            return texts.Count(read)
                ? read
                : throw new DiagnosticException(ExternalDiagnostics.TooLarge(file, TextColumns.BytesText));
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
