'use strict';
// Database schemas by key, kept as Kusto.Language global states; the oldest leaves when there are many.
const schemas = (() => {
  const limit = 16;
  const { symbols } = kusto;
  const byKey = new Map();

  const scalarType = name => symbols.ScalarTypes.GetSymbol(name);
  // The columns of tables, each with the values that it is documented to hold, if any.
  const values = new WeakMap();
  const column = ([name, type, ...documented]) => {
    const made = new symbols.ColumnSymbol(name, scalarType(type), null, null, null, null);
    values.set(made, documented.length > 0 ? documented : undefined);
    return made;
  };
  const closedTable = t => new symbols.TableSymbol.$ctor6(
    t.name, Bridge.toList(t.columns.map(column), symbols.ColumnSymbol), t.description ?? null);
  // Opening a table loses its description.
  const table = t => t.open ? closedTable(t).WithIsOpen(true) : closedTable(t);

  const define = (key, json) => {
    const schema = JSON.parse(json);
    const database = new symbols.DatabaseSymbol.$ctor1(schema.name, schema.tables.map(table), schema.open);
    if (byKey.size >= limit) byKey.delete(byKey.keys().next().value);
    byKey.set(key, engineGlobals.WithDatabase(database).WithCache());
  };

  const scope = (key, parametersJson) => {
    const parameters = JSON.parse(parametersJson);
    if (parameters.length === 0) return byKey.get(key);
    return byKey.get(key).WithParameters(
      parameters.map(([name, type]) => new symbols.ParameterSymbol(name, scalarType(type), null)));
  };

  return {
    define,
    has: key => byKey.has(key),
    scope,
    hasColumn: column => values.has(column),
    valuesOf: column => values.get(column),
  };
})();

globalThis.defineSchema = schemas.define;
globalThis.hasSchema = schemas.has;
