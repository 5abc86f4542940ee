using System.Globalization;
using System.Net;
using FlowKernel.Notebook.Display;

namespace FlowKernel.Notebook.Progress;

/// <summary>Writes the state of long work as one line.</summary>
public static class ProgressText
{
    private const int BarWidth = 20;
    private const string LineStyle = "font-size:85%;opacity:.8";

    private const string BarStyle =
        "display:inline-block;vertical-align:middle;width:10em;height:.6em;border:1px solid rgba(128,128,128,.6);"
        + "border-radius:.3em;overflow:hidden;margin:0 .5em";

    /// <summary>
    /// The line, such as <c>Importing [#####---------------] 25 % · 12 s, about 36 s left · 10 of 40 files</c>; in at
    /// most <paramref name="width"/> columns.
    /// </summary>
    public static string Of(ProgressState state, int width = int.MaxValue) => PlainCells.Shorten(
        state.Share is { } share ? $"{state.What} {Bar(share)} {Rest(state)}" : $"{state.What} · {Rest(state)}",
        width);

    /// <summary>The line with its bar drawn, and the plain line.</summary>
    public static MimeBundle Bundle(ProgressState state) =>
        MimeBundle.Of((MimeTypes.Html, Html(state)), (MimeTypes.Plain, Of(state)));

    private static string Html(ProgressState state)
    {
        var what = WebUtility.HtmlEncode(state.What);
        var bar = state.Share is { } share ? HtmlBar(share) : " · ";
        return $"<div class=\"{HtmlText.NoMathematics}\" style=\"{LineStyle}\">{what}{bar}{WebUtility.HtmlEncode(Rest(state))}</div>";
    }

    private static string HtmlBar(double share)
    {
        var percent = Percent(share);
        return $"<span role=\"progressbar\" aria-valuenow=\"{percent}\" aria-valuemin=\"0\" aria-valuemax=\"100\" "
            + $"style=\"{BarStyle}\"><span style=\"display:block;height:100%;width:{percent}%;"
            + "background:currentColor;opacity:.6\"></span></span>";
    }

    private static string Bar(double share)
    {
        var done = (int)(share * BarWidth);
        return $"[{new string('#', done)}{new string('-', BarWidth - done)}]";
    }

    private static string Rest(ProgressState state)
    {
        string?[] parts =
        [
            state.Share is { } share ? $"{Percent(share)} %" : null,
            Times(state),
            state.Step.Text.Length > 0 ? PlainCells.Harmless(state.Step.Text) : null,
        ];
        return string.Join(" · ", parts.Where(part => part is not null));
    }

    private static string Times(ProgressState state)
    {
        var elapsed = DurationText.Of(TimeSpan.FromSeconds(Math.Floor(state.Elapsed.TotalSeconds)));
        return state.Remaining is { } rest ? $"{elapsed}, about {DurationText.Of(rest)} left" : elapsed;
    }

    private static string Percent(double share) => ((int)(share * 100)).ToString(CultureInfo.InvariantCulture);
}
