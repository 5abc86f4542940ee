using System.Globalization;
using FlowKernel.DuckDb.Emit;

namespace FlowKernel.DuckDb.Store;

/// <summary>Makes the native copy of a store's tables. Readers see it when the manifest names it, which is last.</summary>
internal static class NativeCopy
{
    private const string Prefix = "tables-";

    /// <summary>The native tables where they hold just these parts; else null.</summary>
    public static NativeTables? Valid(NativeTables? native, IEnumerable<StorePart> parts) =>
        native is not null && native.Parts.ToHashSet().SetEquals(parts.Select(p => p.Id)) ? native : null;

    /// <summary>Makes a new copy where there is none of these parts, and writes the manifest that names it.</summary>
    public static StoreManifest Refresh(StoreFiles files, StoreManifest manifest)
    {
        if (manifest.Parts.Count == 0 || Valid(manifest.Native, manifest.Parts) is not null)
            return manifest;
        var file = string.Create(CultureInfo.InvariantCulture, $"{Prefix}{manifest.NextPart:D6}.duckdb");
        Write(files, manifest, files.Absolute(file));
        var after = manifest with
        {
            NextPart = manifest.NextPart + 1,
            Native = new NativeTables(file, [.. manifest.Parts.Select(p => p.Id)]),
        };
        files.Write(after);
        return after;
    }

    /// <summary>The files of copies in a folder, whole or not.</summary>
    public static IEnumerable<string> FilesIn(string folder) => Directory.EnumerateFiles(folder, Prefix + "*.duckdb*");

    /// <summary>True for the name of a copy's file.</summary>
    public static bool IsOne(string name) => name.StartsWith(Prefix, StringComparison.Ordinal);

    private static void Write(StoreFiles files, StoreManifest manifest, string path)
    {
        var temporary = path + ".tmp";
        File.Delete(temporary);
        using (var database = new StoreDatabase(files.Folder))
        {
            // The order of the parts is that of time, by which row groups are skipped.
            database.Run($"SET preserve_insertion_order = true; ATTACH {SqlText.Text(temporary)} AS native (STORAGE_VERSION 'latest');");
            foreach (var table in StoreTable.All)
                database.Run(Create(files, manifest, table));
            database.Run("DETACH native");
        }

        File.Move(temporary, path, overwrite: true);
    }

    private static string Create(StoreFiles files, StoreManifest manifest, StoreTable table)
    {
        var parts = manifest.Parts.Where(p => p.Table == table.Name).OrderBy(p => p.First).ThenBy(p => p.Id)
            .Select(p => files.Absolute(p.Path)).ToList();
        var rows = parts.Count == 0 ? FlowStore.Empty(table) : FlowStore.Parquet(parts);
        return $"CREATE TABLE native.{SqlText.Identifier(table.Name)} AS FROM {rows}";
    }
}
