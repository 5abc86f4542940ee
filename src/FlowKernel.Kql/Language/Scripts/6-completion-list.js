'use strict';
// The list of a completion, made of arrays: Kusto.Language makes it with LINQ in JavaScript, and orders it before what the
// typed word leaves out has gone.
const completionList = (() => {
  const { language, token, array } = kusto;
  const { KustoCompleter, CompletionInfo } = language.Editor;
  const { CompletionBuilder, CompletionMode } = KustoCompleter;
  const completer = KustoCompleter.prototype;
  let written = '';

  CompletionBuilder.prototype.Add = function (item) {
    this._frozenList = null;
    this.places ??= new Map();
    const place = this.places.get(item.DisplayText);
    if (place === undefined) {
      this.places.set(item.DisplayText, this.list.Count);
      this.list.add(item);
    } else {
      this.list.setItem(place, CompletionBuilder.GetBetterItem(this.list.getItem(place), item));
    }
  };

  const wordStart = (text, start, position) => text.slice(start, position).trimStart().toLowerCase();

  const wordBefore = (text, position) => /\w*$/.exec(text.slice(0, position))[0].toLowerCase();

  const found = (self, position) => {
    const builder = new CompletionBuilder();
    const mode = self.GetSymbolCompletions(position, builder);
    if (mode === CompletionMode.Combined) self.GetSyntaxCompletions(position, builder);
    return array(builder.list);
  };

  // As LINQ's default order of texts in Bridge.NET.
  const compare = (a, b) => a.upper.localeCompare(b.upper) || Bridge.compare(a.text, b.text);

  const ordered = (self, items) => items
    .map(item => {
      const text = self.CreateOrderText(item);
      return { item, text, upper: text.toLocaleUpperCase() };
    })
    .sort(compare)
    .map(key => key.item);

  completer.GetCompletionItems = function (position) {
    const [start, length] = [{}, {}];
    this.GetEditRange(position, start, length);
    const all = this.ShouldComplete(position) ? found(this, start.v) : [];
    const matching = all.filter(completionItems.matches(wordStart(written, start.v, position)));
    return new CompletionInfo(ordered(this, matching), start.v, length.v);
  };

  return {
    of(service, text, position) {
      written = text;
      completionItems.typing(wordBefore(text, position));
      return service.GetCompletionItems(position, null, token);
    },
  };
})();
