'use strict';
// Values that can be told before data is looked at: what a column holds as documented, lengths of time, kinds of charts.
const completionValues = (() => {
  const { language, array } = kusto;
  const { CompletionItem, CompletionKind } = language.Editor;
  let chartKinds = [];

  const valuesOf = column => schemas.valuesOf(column)
    ?? array(column.OriginalColumns).map(schemas.valuesOf).find(values => values) ?? [];

  const item = (kind, shown, written) => new CompletionItem.$ctor1(
    kind, shown, written, undefined, shown, undefined, 0, 0, false);

  const quoted = value => item(CompletionKind.Example, value, `"${value}"`);
  const bare = value => item(CompletionKind.Example, value, value);
  const chart = name => item(CompletionKind.RenderChart, name, name);

  // Those that the list has already are not written twice.
  const missing = place => valuesOf(place.column).filter(value => !place.given?.includes(value));

  globalThis.drawsCharts = json => { chartKinds = JSON.parse(json).map(chart); };

  const anywhere = place => [...(place.literals ?? []).map(bare), ...(place.takesCharts ? chartKinds : [])];

  return {
    // Inside a literal its quotes are there already.
    at(place, inLiteral) {
      const documented = place.column ? missing(place) : [];
      return inLiteral ? documented.map(bare) : [...documented.map(quoted), ...anywhere(place)];
    },
  };
})();
