namespace FlowKernel.Jupyter.KernelSpec;

/// <summary>The operating systems that Jupyter has different folders on.</summary>
public enum Platform
{
    /// <summary>Linux and other Unix systems.</summary>
    Linux,

    /// <summary>macOS.</summary>
    MacOS,

    /// <summary>Windows.</summary>
    Windows,
}
