using FlowKernel.Diagnostics;
using FlowKernel.Text;

namespace FlowKernel.Jupyter.KernelSpec;

/// <summary>Makes Jupyter know the kernel, or forget it.</summary>
public sealed class KernelSpecInstaller(JupyterDirectories directories)
{
    /// <summary>The name under which Jupyter knows the kernel.</summary>
    public const string KernelName = "flowkernel";

    private static readonly string[] Logos = ["logo-32x32.png", "logo-64x64.png", "logo-svg.svg"];

    /// <summary>
    /// Writes the kernel spec below <paramref name="prefix"/>, or for the user when that is null, in place of one that
    /// is there. Gives the spec's folder; fails with FK0811 when it cannot be written.
    /// </summary>
    public Outcome<string> Install(string? prefix, KernelCommand command)
    {
        var folder = FolderIn(prefix);
        try
        {
            Directory.CreateDirectory(folder);
            using (var file = File.Create(Path.Combine(folder, KernelSpecFile.Name)))
                KernelSpecFile.Write(file, command);
            foreach (var logo in Logos)
                WriteLogo(folder, logo);
            return folder;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Error("FK0811", $"The kernel spec cannot be written to '{folder}': {e.Message}",
                "Install for your user only with --user, or into a folder of yours with --prefix.");
        }
    }

    /// <summary>
    /// Removes the kernel spec; gives the folder it was in. Fails with FK0812 when there is none and FK0813 when it
    /// cannot be removed.
    /// </summary>
    public Outcome<string> Uninstall(string? prefix)
    {
        var folder = FolderIn(prefix);
        if (!Directory.Exists(folder))
        {
            return Error("FK0812", $"There is no kernel spec in '{folder}'.",
                "'flowkernel kernel doctor' lists the folders that have one.");
        }

        try
        {
            Directory.Delete(folder, recursive: true);
            return folder;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Error("FK0813", $"The kernel spec in '{folder}' cannot be removed: {e.Message}",
                "Close the programs that use it, or remove the folder by hand.");
        }
    }

    /// <summary>The folders with a spec of this kernel, the one that Jupyter takes first.</summary>
    public IReadOnlyList<string> Find() =>
    [
        .. directories.Searched.Select(data => JupyterDirectories.KernelFolder(data, KernelName))
            .Where(folder => File.Exists(Path.Combine(folder, KernelSpecFile.Name))),
    ];

    private string FolderIn(string? prefix) => JupyterDirectories.KernelFolder(
        prefix is null ? directories.User : JupyterDirectories.UnderPrefix(Path.GetFullPath(prefix)), KernelName);

    private static void WriteLogo(string folder, string name)
    {
        using var resource = typeof(KernelSpecInstaller).Assembly.GetManifestResourceStream(name)!;
        using var file = File.Create(Path.Combine(folder, name));
        resource.CopyTo(file);
    }

    private static Diagnostic Error(string code, string message, string hint) =>
        new(code, message, new TextSpan(0, 0), hint);
}
