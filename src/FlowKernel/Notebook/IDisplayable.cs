namespace FlowKernel.Notebook;

/// <summary>A value that knows how to show itself in a notebook.</summary>
public interface IDisplayable
{
    /// <summary>All its forms.</summary>
    MimeBundle ToMimeBundle();
}
