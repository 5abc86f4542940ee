'use strict';
// Database schemas by key, kept as Kusto.Language global states; the oldest leaves when there are many. Tables are known by
// number for as long as there is a schema with them: most schemas differ from an earlier one by a table.
const schemas = (() => {
  const limit = 16;
  const { symbols } = kusto;
  const byKey = new Map();
  const known = new Map();

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

  const use = (number, made) => {
    const entry = known.get(number) ?? { symbol: table(made), schemas: 0 };
    known.set(number, entry);
    entry.schemas++;
    return entry.symbol;
  };
  const leave = key => {
    for (const number of byKey.get(key).tables) {
      if (--known.get(number).schemas === 0) known.delete(number);
    }
    byKey.delete(key);
  };

  const unknown = json => JSON.stringify(JSON.parse(json).filter(number => !known.has(number)));
  const define = (key, json) => {
    const schema = JSON.parse(json);
    const database = new symbols.DatabaseSymbol.$ctor1(
      schema.name, schema.tables.map(number => use(number, schema.added[number])), schema.open);
    if (byKey.size >= limit) leave(byKey.keys().next().value);
    byKey.set(key, { globals: engineGlobals.WithDatabase(database).WithCache(), tables: schema.tables });
  };

  // The scripts' own: a table T with a number a.
  const own = () => {
    const key = 'own';
    if (!byKey.has(key)) define(key, JSON.stringify({ name: key, tables: [0], added: { 0: { name: 'T', columns: [['a', 'long']] } } }));
    return key;
  };

  const scope = (key, parametersJson) => {
    const parameters = JSON.parse(parametersJson);
    const { globals } = byKey.get(key);
    if (parameters.length === 0) return globals;
    return globals.WithParameters(
      parameters.map(([name, type]) => new symbols.ParameterSymbol(name, scalarType(type), null)));
  };

  return {
    define,
    unknown,
    own,
    has: key => byKey.has(key),
    scope,
    hasColumn: column => values.has(column),
    valuesOf: column => values.get(column),
  };
})();

globalThis.defineSchema = schemas.define;
globalThis.unknownTables = schemas.unknown;
globalThis.hasSchema = schemas.has;
