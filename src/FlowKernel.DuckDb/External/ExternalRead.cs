using FlowKernel.Diagnostics;
using FlowKernel.Plan;
using FlowKernel.Results;

namespace FlowKernel.DuckDb.External;

/// <summary>
/// Reads the files of an <c>externaldata</c>, one after the other, into columns of texts. A file that cannot be read,
/// or is damaged, is a diagnostic at its address.
/// </summary>
internal sealed class ExternalRead(ExternalData data, DataPlaces places) : IRowsAlgorithm
{
    /// <inheritdoc/>
    public string Name => "externaldata";

    /// <inheritdoc/>
    public Outcome<KqlTable> Run(IReadOnlyList<KqlTable> inputs, CancellationToken cancellation)
    {
        var texts = new TextColumns(data.Columns.Count);
        foreach (var file in data.Files)
        {
            // Looked up again: links may have changed since the query was planned.
            var address = places.Find(file);
            if (!address.Succeeded)
                return new(address.Diagnostics);
            try
            {
                Read(file, address.Value, texts, cancellation);
            }
            catch (DiagnosticException e)
            {
                return new(e.Diagnostics);
            }
            catch (Exception e) when (e is InvalidDataException or EndOfStreamException)
            {
                return ExternalDiagnostics.Damaged(file, e.Message);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
            {
                cancellation.ThrowIfCancellationRequested();
                return ExternalDiagnostics.CannotOpen(file, "reading it failed.");
            }
        }

        return texts.ToTable(data.Columns);
    }

    private void Read(ExternalFile file, DataAddress address, TextColumns texts, CancellationToken cancellation)
    {
        using var content = address.Web is { } web
            ? WebContent.Fetch(file, web, places, cancellation)
            : FileContent.Open(file, address.File!);
        var reader = new RecordReader(file, data, texts);
        if (file.Format == ExternalFormat.Parquet)
        {
            ParquetRecords.Read(file, content, data.Fields, reader, cancellation);
            return;
        }

        foreach (var part in Unpacking.Parts(file, content, texts, cancellation))
        {
            using (part)
                reader.Read(part, cancellation);
        }
    }
}
