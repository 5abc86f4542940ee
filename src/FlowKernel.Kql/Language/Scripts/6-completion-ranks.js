'use strict';
// How likely a proposal is at a place: its number in the list of usual names, behind all that fit where its type does not.
const completionRanks = (() => {
  const { symbols, completionKinds, is } = kusto;
  const [unfit, last] = [1000, 2000];

  const isDeclared = symbol => is(symbol, symbols.VariableSymbol) || is(symbol, symbols.ParameterSymbol);

  const wordByKind = new Map([
    ['Example', '<value>'],
    ['AggregateFunction', '<aggregate>'],
    ['BuiltInFunction', '<function>'],
    ['DatabaseFunction', '<function>'],
    ['LocalFunction', '<declared>'],
    ['Table', '<table>'],
  ]);

  const wordOf = (item, symbol) => {
    if (is(symbol, symbols.ColumnSymbol)) return schemas.hasColumn(symbol) ? '<column>' : '<computed>';
    return isDeclared(symbol) ? '<declared>' : wordByKind.get(completionKinds[item.Kind]);
  };

  // What gives a fitting type only if it is given one.
  const isVague = (place, symbol) => place.types && is(symbol, symbols.FunctionSymbol) && !expectedTypes.of(symbol);

  const rankOf = (place, item, symbol, word) => place.names.get(nameOf(item))
    ?? (isVague(place, symbol) ? undefined : place.names.get(word)) ?? place.names.size;

  const nameOf = item => /^(?:[\w.$-]+[(=]?|[=!<>~]+\w*~?)?/.exec(item.DisplayText)[0];

  const fits = (place, symbol, word) => !symbol || word === '<value>'
    || (place.takesColumns && is(symbol, symbols.ColumnSymbol))
    || expectedTypes.meet(place.types, expectedTypes.of(symbol));

  // Columns of the service itself, and what opens a bracketed name.
  const isOdd = item => item.DisplayText === '[' || item.DisplayText.startsWith('_');

  return {
    of(place, item) {
      if (isOdd(item)) return last;
      const symbol = completionItems.symbolOf(item);
      const word = wordOf(item, symbol);
      const rank = rankOf(place, item, symbol, word);
      const isItself = symbol && symbol === place.column;
      return fits(place, symbol, word) && !isItself ? rank : unfit + rank;
    },
  };
})();
