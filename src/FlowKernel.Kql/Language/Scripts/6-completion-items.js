'use strict';
// Kusto.Language describes every function anew for each completion, which takes most of its time. The standard functions
// never change, and items cannot: what was made of one is kept.
const completionItems = (() => {
  const { language, symbols, completionKinds, array } = kusto;
  const { KustoCompleter, CompletionItem } = language.Editor;
  const completer = KustoCompleter.prototype;

  const onceFor = make => {
    const kept = new WeakMap();
    return key => {
      if (!kept.has(key)) kept.set(key, make(key));
      return kept.get(key);
    };
  };

  const oncePerItem = name => {
    const make = completer[name];
    const kept = new WeakMap();
    completer[name] = function (item) {
      if (!kept.has(item)) kept.set(item, make.call(this, item));
      return kept.get(item);
    };
  };

  // The symbol that an item was made of.
  const symbolByItem = new WeakMap();

  ['AddSpaceToCompletionItem', 'CreateOrderText'].forEach(oncePerItem);

  const addSpace = completer.AddSpaceToCompletionItem;
  completer.AddSpaceToCompletionItem = function (item) {
    const spaced = addSpace.call(this, item);
    if (symbolByItem.has(item)) symbolByItem.set(spaced, symbolByItem.get(item));
    return spaced;
  };

  const standard = new Set([...array(engineGlobals.Functions), ...array(engineGlobals.Aggregates)]);
  const describe = completer.GetCompletionItemsForSymbol;
  const named = (item, symbol) => {
    symbolByItem.set(item, symbol);
    return item;
  };

  const itemsOf = (self, symbol, context) => {
    const items = new (System.Collections.Generic.List$1(CompletionItem)).ctor();
    describe.call(self, symbol, context, false, items);
    return array(items).map(item => named(item, symbol));
  };

  const keptAtStart = new WeakMap();
  const keptElsewhere = new WeakMap();
  let typedWord = '';
  let nested = false;

  // A column is described alike wherever it stands, as long as its schema lives.
  const isKept = symbol => standard.has(symbol) || symbol instanceof symbols.ColumnSymbol;

  const describeOnce = (self, symbol, context, items) => {
    const kept = KustoCompleter.IsStartOfQuery(context) ? keptAtStart : keptElsewhere;
    if (!kept.has(symbol)) kept.set(symbol, itemsOf(self, symbol, context));
    kept.get(symbol).forEach(item => items.add(item));
  };

  completer.GetCompletionItemsForSymbol = function (symbol, context, nameOnly, items) {
    if (!nested && !(symbol.Name ?? '').toLowerCase().includes(typedWord)) { return; }
    if (!nameOnly && isKept(symbol)) return describeOnce(this, symbol, context, items);
    const before = nested;
    const known = items.Count;
    nested = true;
    try {
      describe.call(this, symbol, context, nameOnly, items);
    } finally {
      nested = before;
    }
    if (!nested) array(items).slice(known).forEach(item => named(item, symbol));
  };

  // Only what stands before the caret, on its line: an editor here cannot put the caret in the middle.
  const shown = onceFor(item => ({
    label: item.DisplayText,
    insert: (item.BeforeText ?? item.DisplayText).split('\n')[0].trimEnd(),
    kind: completionKinds[item.Kind],
  }));

  const matchText = onceFor(item => ({ text: (item.MatchText ?? item.DisplayText ?? '').toLowerCase() }));

  return {
    // Functions that the typed word leaves out need no description at all.
    typing(word) { typedWord = word; },
    matches: typed => item => matchText(item).text.includes(typed),
    matchText: item => matchText(item).text,
    symbolOf: item => symbolByItem.get(item),
    shown,
  };
})();
