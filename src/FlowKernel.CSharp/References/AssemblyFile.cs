using System.Reflection;
using FlowKernel.Diagnostics;
using FlowKernel.Text;

namespace FlowKernel.CSharp.References;

/// <summary>Tells whether a file can be referred to.</summary>
internal static class AssemblyFile
{
    /// <summary>What is wrong with a file that is there, or null.</summary>
    /// <param name="path">The file.</param>
    /// <param name="hasChanged">True when it was written anew since a cell referred to it.</param>
    /// <param name="span">Where it is named.</param>
    public static Diagnostic? Check(string path, bool hasChanged, TextSpan span)
    {
        if (hasChanged)
            return new Diagnostic(
                "FK1015", $"'{path}' has changed since an earlier cell referred to it.", span,
                "Restart the kernel to use the new file.");
        try
        {
            AssemblyName.GetAssemblyName(path);
            return null;
        }
        catch (Exception e) when (e is BadImageFormatException or IOException or UnauthorizedAccessException)
        {
            var reason = e is BadImageFormatException ? "It is not a .NET assembly." : e.Message;
            return new Diagnostic("FK1014", $"'{path}' cannot be referred to. {reason}", span);
        }
    }
}
