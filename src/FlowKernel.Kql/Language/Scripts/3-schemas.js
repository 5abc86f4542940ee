'use strict';
// Database schemas by key, kept as Kusto.Language global states; the oldest leaves when there are many. Tables and functions
// are known by number for as long as there is a schema with them: most schemas differ from an earlier one by a table.
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

  const bodyOf = f => f.body.trimStart().startsWith('{') ? f.body : `{ ${f.body}\n}`;
  const savedFunction = f => new symbols.FunctionSymbol.$ctor16(f.name, f.parameters, bodyOf(f), f.description ?? null);

  // Functions whose argument names a place, such as workspace("contoso"): nothing is known of what is there.
  const place = new symbols.Parameter.$ctor3(
    'place', symbols.ScalarTypes.String, undefined, undefined, undefined, false, undefined, 1, 1, undefined, undefined);
  const elsewhere = name => new symbols.FunctionSymbol.$ctor5(name, symbols.DatabaseSymbol.Unknown, [place]);

  const use = (number, schema) => {
    const made = schema.added[number];
    const entry = known.get(number) ?? { symbol: made ? table(made) : savedFunction(schema.addedFunctions[number]), schemas: 0 };
    known.set(number, entry);
    entry.schemas++;
    return entry.symbol;
  };
  const leave = key => {
    for (const number of byKey.get(key).members) {
      if (--known.get(number).schemas === 0) known.delete(number);
    }
    byKey.delete(key);
  };

  const unknown = json => JSON.stringify(JSON.parse(json).filter(number => !known.has(number)));

  // A cluster has other databases, and other clusters can be named: nothing is known of them.
  const neighbourly = globals => {
    const known = globals.GetCluster$1.bind(globals);
    globals.GetCluster$1 = name => known(name) ?? new symbols.ClusterSymbol.$ctor1(name, [], true);
    return globals;
  };
  const around = (database, schema) => schema.hasNeighbours
    ? neighbourly(engineGlobals.WithCluster(new symbols.ClusterSymbol.$ctor1('here', [database], true)).WithDatabase(database).WithCache())
    : engineGlobals.WithDatabase(database).WithCache();

  const define = (key, json) => {
    const schema = JSON.parse(json);
    const members = schema.members.map(number => use(number, schema));
    const database = new symbols.DatabaseSymbol.$ctor1(
      schema.name, [...members, ...schema.places.map(elsewhere)], schema.open);
    if (byKey.size >= limit) leave(byKey.keys().next().value);
    byKey.set(key, {
      globals: around(database, schema), hasNeighbours: schema.hasNeighbours, members: schema.members,
    });
  };

  // The scripts' own: a table T with a number a.
  const own = () => {
    const key = 'own';
    if (!byKey.has(key)) define(key, JSON.stringify({
      name: key, members: [0], added: { 0: { name: 'T', columns: [['a', 'long']] } }, places: [],
    }));
    return key;
  };

  const scope = (key, parametersJson) => {
    const parameters = JSON.parse(parametersJson);
    const { globals, hasNeighbours } = byKey.get(key);
    if (parameters.length === 0) return globals;
    const scoped = globals.WithParameters(
      parameters.map(([name, type]) => new symbols.ParameterSymbol(name, scalarType(type), null)));
    return hasNeighbours ? neighbourly(scoped) : scoped;
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
globalThis.unknownMembers = schemas.unknown;
globalThis.hasSchema = schemas.has;
