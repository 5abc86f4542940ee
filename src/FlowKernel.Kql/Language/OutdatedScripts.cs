namespace FlowKernel.Kql.Language;

/// <summary>
/// Clears away what builds that are no longer used have kept. A build that starts marks its own file as used, so that
/// several builds that are in use keep theirs; a process that has started has read its file and needs it no more.
/// </summary>
internal static class OutdatedScripts
{
    public const string Prefix = "kql-";
    public const string Suffix = ".v8";

    /// <summary>How long a file is kept that no process has used, in days.</summary>
    public const int Days = 30;

    /// <summary>
    /// Marks a file as used now, and deletes those beside it, with what broken-off writing has left, that were not used
    /// for <see cref="Days"/> days. What cannot be deleted stays.
    /// </summary>
    public static void Clear(string own)
    {
        try
        {
            var now = TimeProvider.System.GetUtcNow().UtcDateTime;
            File.SetLastWriteTimeUtc(own, now);
            foreach (var other in Directory.EnumerateFiles(Path.GetDirectoryName(own)!, $"{Prefix}*{Suffix}*"))
            {
                if (now - File.GetLastWriteTimeUtc(other) > TimeSpan.FromDays(Days))
                    File.Delete(other);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A cache that cannot be tidied is no reason not to start.
        }
    }
}
