using System.Text.Json;
using DuckDB.NET.Data;
using FlowKernel.Diagnostics;
using FlowKernel.DuckDb.Emit;
using FlowKernel.Plan;

namespace FlowKernel.DuckDb.External;

/// <summary>
/// Reads Parquet by a DuckDB of its own that may read this one file and nothing else, record by record as JSON, so that
/// mappings mean the same as for JSON.
/// </summary>
internal static class ParquetRecords
{
    private const int CheckEvery = 0xFF;

    /// <summary>Hands on the records of the columns that the fields name.</summary>
    public static void Read(
        ExternalFile file, FileStream content, IReadOnlyList<ExternalField> fields, RecordReader reader,
        CancellationToken cancellation)
    {
        using var copy = file.Compression == ExternalCompression.None && !IsPattern(content.Name)
            ? null
            : Copy(file, content, cancellation);
        try
        {
            using var connection = Open((copy ?? content).Name);
            Read(connection, (copy ?? content).Name, fields, reader, cancellation);
        }
        catch (Exception e) when (e is DuckDBException or JsonException)
        {
            cancellation.ThrowIfCancellationRequested();
            throw new DiagnosticException(ExternalDiagnostics.Damaged(file, "it is damaged, or no Parquet file."));
        }
    }

    private static void Read(
        DuckDBConnection connection, string path, IReadOnlyList<ExternalField> fields, RecordReader reader,
        CancellationToken cancellation)
    {
        using var command = connection.CreateCommand();
        var source = $"read_parquet([{SqlText.Text(path)}])";
        command.CommandText = $"DESCRIBE SELECT * FROM {source};";
        var items = Items(command, [.. fields.Select(f => f.Path is [string first, ..] ? first : null)]);
        command.CommandText = $"SELECT to_json({{{string.Join(", ", items.DefaultIfEmpty("'': NULL"))}}})::VARCHAR FROM {source};";
        using var stop = cancellation.UnsafeRegister(c => ((DuckDBCommand)c!).Cancel(), command);
        using var rows = command.ExecuteReader();
        for (var number = 0; rows.Read(); number++)
        {
            if ((number & CheckEvery) == 0)
                cancellation.ThrowIfCancellationRequested();
            reader.Add(JsonElement.Parse(rows.GetString(0)), cancellation);
        }
    }

    // What JSON does not have is written as text: NaN, bytes.
    private static List<string> Items(DuckDBCommand command, HashSet<string?> wanted)
    {
        var items = new List<string>();
        using var columns = command.ExecuteReader();
        while (columns.Read())
        {
            var (name, type) = (columns.GetString(0), columns.GetString(1));
            // The root path takes all of the record.
            if (!wanted.Contains(name) && !wanted.Contains(null))
                continue;
            var column = SqlText.Identifier(name);
            var value = type is "DOUBLE" or "FLOAT" ? $"CASE WHEN isfinite({column}) THEN to_json({column}) ELSE to_json({column}::VARCHAR) END"
                : type == "BLOB" ? $"to_base64({column})"
                : type.StartsWith("TIMESTAMP WITH", StringComparison.Ordinal) ? $"{column}::TIMESTAMP"
                : column;
            items.Add($"{column}: {value}");
        }

        return items;
    }

    private static DuckDBConnection Open(string path)
    {
        var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"""
            SET memory_limit = '512MiB'; SET threads = 1; SET TimeZone = 'UTC';
            SET autoinstall_known_extensions = false; SET autoload_known_extensions = false;
            SET temp_directory = '';
            SET allowed_paths = [{SqlText.Text(path)}]; SET enable_external_access = false; SET lock_configuration = true;
            """;
        command.ExecuteNonQuery();
        return connection;
    }

    private static bool IsPattern(string path) => path.AsSpan().IndexOfAny("*?[]{}") >= 0;

    private static FileStream Copy(ExternalFile file, Stream content, CancellationToken cancellation)
    {
        var copy = FileContent.Temporary();
        try
        {
            foreach (var part in Unpacking.Parts(file, content, new TextColumns(0), cancellation).Take(1))
            {
                using (part)
                    part.CopyTo(copy);
            }

            copy.Flush();
            return copy;
        }
        catch
        {
            copy.Dispose();
            throw;
        }
    }
}
