using System.Text;

using FlowKernel.Notebook.Display;

namespace FlowKernel.CSharp.Documentation;

/// <summary>How text is marked up.</summary>
internal abstract class TextStyle
{
    /// <summary>Markdown, as JupyterLab and VS Code show it.</summary>
    public static TextStyle Markdown { get; } = new MarkdownStyle();

    /// <summary>Nothing but text, as the classic Notebook and terminals show it.</summary>
    public static TextStyle Plain { get; } = new PlainStyle();

    /// <summary>Ordinary words.</summary>
    public abstract string Words(string text);

    /// <summary>A name within words.</summary>
    public abstract string Code(string text);

    /// <summary>Code on lines of its own.</summary>
    public abstract string Block(string text);

    /// <summary>What parts two texts.</summary>
    public abstract string Rule { get; }

    /// <summary>Words that stand out.</summary>
    public abstract string Strong(string text);

    private sealed class MarkdownStyle : TextStyle
    {
        private const string Special = @"\`*_<>[]#|~";

        public override string Rule => "\n\n---\n\n";

        public override string Words(string text)
        {
            var escaped = new StringBuilder(text.Length);
            foreach (var c in text)
                escaped.Append(Special.Contains(c, StringComparison.Ordinal) ? "\\" : "").Append(c);
            return escaped.ToString();
        }

        public override string Code(string text) =>
            text.Contains('`', StringComparison.Ordinal) ? $"`` {text} ``" : $"`{text}`";

        public override string Block(string text) => MarkdownFence.Around(text, "csharp");

        public override string Strong(string text) => $"**{Words(text)}**";
    }

    private sealed class PlainStyle : TextStyle
    {
        public override string Rule => "\n\n";

        public override string Words(string text) => text;

        public override string Code(string text) => text;

        public override string Block(string text) => text;

        public override string Strong(string text) => text;
    }
}
