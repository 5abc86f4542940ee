namespace FlowKernel.EndToEnd.Tools;

/// <summary>One browser for all tests of a class, started by the first of them; each opens a page of its own.</summary>
public sealed class SharedChromium : IAsyncDisposable
{
    private readonly Lazy<Task<Chromium>> _browser = new(Chromium.StartAsync);

    public async ValueTask DisposeAsync()
    {
        if (_browser is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
            await (await _browser.Value).DisposeAsync();
    }

    internal Task<Chromium> BrowserAsync() => _browser.Value;
}
