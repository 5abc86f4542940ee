namespace FlowKernel.CSharp.Submissions;

/// <summary>A compilation could not be turned into code.</summary>
internal sealed class NotEmittedException() : Exception("The cell could not be turned into code.");
