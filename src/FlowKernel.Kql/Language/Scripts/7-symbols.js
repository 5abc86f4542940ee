'use strict';
// symbols() -> JSON: all names that the language service knows, as [kind, name, parameters, isOlder, isHidden].
globalThis.symbols = (() => {
  const { symbols, array } = kusto;

  const parametersOf = symbol => [...new Set(
    array(symbol.Signatures).flatMap(signature => array(signature.Parameters).map(p => p.Name)))];

  const describe = kind => symbol =>
    [kind, symbol.Name, parametersOf(symbol), Boolean(symbol.IsObsolete), Boolean(symbol.IsHidden)];

  const proposed = (text, kind, ...kinds) => JSON.parse(complete(schemas.own(), '[]', text, text.length)).list
    .filter(item => kinds.includes(item.kind))
    .map(item => [kind, item.label.replace(/\(.*$/, ''), [], false, false]);

  return () => kusto.json([
    ...array(engineGlobals.Functions).map(describe('function')),
    ...array(engineGlobals.Aggregates).map(describe('aggregate')),
    ...array(engineGlobals.PlugIns).map(describe('plugin')),
    ...proposed('T | ', 'operator', 'QueryPrefix'),
    ...proposed('', 'operator', 'QueryPrefix'),
    ...proposed("print s = '' | where s ", 'scalar', 'ScalarInfix'),
    ...proposed('T | where a ', 'scalar', 'ScalarInfix'),
    ...proposed('let x = ', 'statement', 'Keyword'),
  ]);
})();
