namespace FlowKernel.Packages.Resolving;

/// <summary>A package that a source has, but that could not be downloaded, read, unpacked or trusted.</summary>
/// <param name="package">Its name, perhaps with its version.</param>
/// <param name="reason">What went wrong.</param>
internal sealed class UnusablePackageException(string package, Exception reason) : Exception(reason.Message, reason)
{
    /// <summary>Its name, perhaps with its version.</summary>
    public string Package => package;
}
