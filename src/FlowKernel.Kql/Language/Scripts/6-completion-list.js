'use strict';
// The list of a completion, made of arrays: Kusto.Language makes it with LINQ in JavaScript, and orders it before what the
// typed word leaves out has gone.
const completionList = (() => {
  const { language, token, array, completionKinds } = kusto;
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

  // What most queries use, where nothing is typed yet and the alphabet would say something else.
  const usual = new Map([
    'count', 'sum', 'dcount', 'avg', 'min', 'max', 'countif', 'make_set', 'arg_max', 'take_any', 'percentile',
    '==', '!=', '>', '<', '>=', '<=', 'in', 'has', 'startswith', 'contains', 'between',
  ].map((name, i) => [name, i]));
  const isUsual = item => ['AggregateFunction', 'ScalarInfix'].includes(completionKinds[item.Kind]);
  const nameOf = item => /^(\w+|[=!<>]+)?/.exec(item.DisplayText)[0];
  const last = 1000;

  // Names that begin as typed come before those that hold it; columns of the service itself after the user's.
  const rank = (item, typed, isLed) => {
    if (typed) { return (item.MatchText ?? item.DisplayText ?? '').toLowerCase().startsWith(typed) ? 0 : 1; }
    if (item.DisplayText === '[' || item.DisplayText.startsWith('_')) { return last + 1; }
    return isLed && isUsual(item) ? usual.get(nameOf(item)) ?? last : last;
  };

  const ordered = (self, items, typed) => {
    const keys = items.map(item => {
      const text = self.CreateOrderText(item);
      return { item, text, upper: text.toLocaleUpperCase() };
    }).sort(compare);
    // After a whole expression come keywords such as by; operators stay behind them.
    const isLed = keys.length > 0 && isUsual(keys[0].item);
    keys.forEach((key, place) => { key.place = place; key.rank = rank(key.item, typed, isLed); });
    return keys.sort((a, b) => a.rank - b.rank || a.place - b.place).map(key => key.item);
  };

  completer.GetCompletionItems = function (position) {
    const [start, length] = [{}, {}];
    this.GetEditRange(position, start, length);
    const all = this.ShouldComplete(position) ? found(this, start.v) : [];
    const typed = wordStart(written, start.v, position);
    return new CompletionInfo(ordered(this, all.filter(completionItems.matches(typed)), typed), start.v, length.v);
  };

  return {
    of(service, text, position) {
      written = text;
      completionItems.typing(wordBefore(text, position));
      return service.GetCompletionItems(position, null, token);
    },
  };
})();
