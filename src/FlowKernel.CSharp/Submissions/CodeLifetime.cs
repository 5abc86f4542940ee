namespace FlowKernel.CSharp.Submissions;

/// <summary>How long a cell's code stays loaded.</summary>
internal enum CodeLifetime
{
    /// <summary>Until nothing of it is in use any more.</summary>
    Passing,

    /// <summary>As <see cref="Passing"/>, and it is loaded again when something asks for it.</summary>
    Returning,

    /// <summary>For as long as the notebook runs: .NET takes half as much memory for it.</summary>
    ForGood,
}
