using System.Globalization;
using FlowKernel.Diagnostics;
using FlowKernel.Plan;

namespace FlowKernel.DuckDb.External;

/// <summary>The sentences about files that <c>externaldata</c> cannot read; none of them shows a secret.</summary>
internal static class ExternalDiagnostics
{
    public static Diagnostic NotAllowed(ExternalFile file) => new(
        "FK0510", $"Queries may not read {Quoted(file)}: it lies in no place that was allowed.", file.Span,
        "If you trust the query, allow the place: --allow-data PLACE on the command line or after #!flowlogs connect, "
        + $"or the environment variable {DataPlaces.Variable}.");

    public static Diagnostic NoAddress(ExternalFile file) => new(
        "FK0511", $"{Quoted(file)} is no address that the embedded engine reads.", file.Span,
        "It reads paths of this machine and https:// or http:// addresses.");

    public static Diagnostic Credentials(ExternalFile file) => new(
        "FK0511", $"The address {Quoted(file)} names credentials, with which the embedded engine does not sign in.",
        file.Span, "Use an address with a shared access signature (?sv=...), without what follows the ';'.");

    public static Diagnostic CannotOpen(ExternalFile file, string why) => new(
        "FK0512", $"{Quoted(file)} cannot be read: {why}", file.Span);

    public static Diagnostic TooLarge(ExternalFile file, string limit) => new(
        "FK0513", $"{Quoted(file)} is too large: externaldata reads at most {limit}.", file.Span,
        "It is made for small reference tables; split the file, or import flow logs with 'flowkernel import'.");

    public static Diagnostic Damaged(ExternalFile file, string why, string? hint = null) => new(
        "FK0514", $"{Quoted(file)} cannot be read as {file.Format.ToString().ToLowerInvariant()}: {why}", file.Span, hint);

    public static Diagnostic NoPlace(string place) => new(
        "FK0515", $"'{place}' is no place that can be allowed.", default,
        "Give a folder or file that exists, or an https:// address without a query.");

    public static Diagnostic Redirected(ExternalFile file, string host) => new(
        "FK0516", $"{Quoted(file)} leads on to {host}, which lies in no place that was allowed.", file.Span,
        "If you trust it, allow that place as well with --allow-data.");

    private static string Quoted(ExternalFile file) => string.Create(CultureInfo.InvariantCulture, $"'{file.Shown}'");
}
