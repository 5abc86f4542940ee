'use strict';
// The list of a completion, made of arrays: Kusto.Language makes it with LINQ in JavaScript, and orders it before what the
// typed word leaves out has gone.
const completionList = (() => {
  const { language, token, array, completionKinds } = kusto;
  const { KustoCompleter, CompletionInfo } = language.Editor;
  const { CompletionBuilder, CompletionMode } = KustoCompleter;
  const completer = KustoCompleter.prototype;
  let asked = null;

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

  const wordBefore = (text, position) => /\w*$/.exec(text.slice(0, position))[0].toLowerCase();

  // As LINQ's default order of texts in Bridge.NET.
  const compare = (a, b) => a.upper.localeCompare(b.upper) || Bridge.compare(a.text, b.text);

  // The whole name, then what begins as typed, then what holds it.
  const closeness = (item, typed) => {
    const text = completionItems.matchText(item);
    return text === typed ? 0 : text.startsWith(typed) ? 1 : 2;
  };

  // After a whole expression come keywords such as by; where Kusto.Language has these first, its order stays.
  const isLedByKeyword = (place, keys) => place.isAfter && completionKinds[keys[0]?.item.Kind] !== 'ScalarInfix';

  const byRank = (a, b) => a.closeness - b.closeness || a.rank - b.rank || a.number - b.number;

  const ordered = (self, items, place) => {
    const keys = items.map(item => {
      const text = self.CreateOrderText(item);
      return { item, text, upper: text.toLocaleUpperCase() };
    }).sort(compare);
    const known = isLedByKeyword(place, keys) ? { ...place, names: usualNames.none } : place;
    keys.forEach((key, number) => {
      // Values stay in the order in which they are told.
      const told = place.values.indexOf(key.item.DisplayText);
      key.number = told < 0 ? number : told - place.values.length;
      key.closeness = asked.typed ? closeness(key.item, asked.typed) : 0;
      key.rank = completionRanks.of(known, key.item);
    });
    return keys.sort(byRank).map(key => key.item);
  };

  const found = (self, position, values) => {
    const builder = new CompletionBuilder();
    const mode = self.GetSymbolCompletions(position, builder);
    if (mode === CompletionMode.Combined) self.GetSyntaxCompletions(position, builder);
    values.forEach(item => builder.Add(item));
    return array(builder.list);
  };

  const fitting = items => items.filter(completionItems.matches(asked.typed));

  const listed = (self, position) => {
    const place = completionPlaces.of(self, self._code, position);
    const values = completionValues.at(place, asked.inLiteral);
    const items = asked.inLiteral ? values : found(self, position, values);
    return ordered(self, fitting(items), { ...place, values: values.map(item => item.DisplayText) });
  };

  completer.GetCompletionItems = function (position) {
    const [start, length] = [{}, {}];
    this.GetEditRange(position, start, length);
    asked.typed ??= asked.text.slice(start.v, position).trimStart().toLowerCase();
    const items = this.ShouldComplete(position) ? listed(this, start.v) : [];
    return new CompletionInfo(items, start.v, length.v);
  };

  return {
    // The proposals and the stretch of the text that they replace.
    of(question, service) {
      asked = { ...question };
      completionItems.typing(wordBefore(asked.text, asked.position));
      const found = service.GetCompletionItems(asked.position, null, token);
      return {
        start: asked.replaces?.start ?? found.EditStart,
        length: asked.replaces?.length ?? found.EditLength,
        items: array(found.Items),
      };
    },
  };
})();
