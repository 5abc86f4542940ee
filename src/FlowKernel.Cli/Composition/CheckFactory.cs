using System.Reflection;
using FlowKernel.Checking;
using FlowKernel.CSharp.Dry;
using FlowKernel.Directives;
using FlowKernel.Hosting;
using FlowKernel.Kql;
using FlowKernel.Packages;
using FlowKernel.Session;

namespace FlowKernel.Cli.Composition;

/// <summary>Puts a check together: the languages of a notebook, without what runs them.</summary>
internal static class CheckFactory
{
    public static string Version { get; } =
        Assembly.GetExecutingAssembly().GetCustomAttribute<AssemblyInformationalVersionAttribute>()?
            .InformationalVersion.Split('+')[0] ?? "";

    public static CheckHandle Create()
    {
        var language = new KqlLanguage(CacheFolder.Path);
        return new CheckHandle(
            new FlowCheck(new CheckParts
            {
                Language = language,
                Directives = new DirectiveLanguage(),
                CSharp = new CSharpChecking(
                    NotebookFactory.CellOptions, folder => new PackageSession(folder, typeof(Flow).Assembly)),
            }),
            language);
    }
}

/// <summary>A check with what it must let go of.</summary>
internal sealed record CheckHandle(FlowCheck Check, KqlLanguage Language) : IDisposable
{
    public void Dispose() => Language.Dispose();
}
