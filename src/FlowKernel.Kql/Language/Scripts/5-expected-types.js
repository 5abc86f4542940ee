'use strict';
// Types by name, as far as a proposal fits where a value is expected. A set of names, or null for any.
const expectedTypes = (() => {
  const { symbols, array, is } = kusto;

  const numbers = new Set(['int', 'long', 'real', 'decimal']);
  const sets = new Map([...numbers].map(name => [name, numbers]));
  const any = new Set(['dynamic', 'error', 'unknown', '']);
  const only = name => {
    if (!sets.has(name)) sets.set(name, new Set([name]));
    return sets.get(name);
  };

  const parameterKinds = new Map(Object.entries({
    Integer: numbers,
    RealOrDecimal: numbers,
    Number: numbers,
    NumberOrBool: new Set([...numbers, 'bool']),
    Summable: new Set([...numbers, 'timespan']),
    CommonNumber: numbers,
    CommonSummable: new Set([...numbers, 'timespan']),
    StringOrDynamic: new Set(['string', 'dynamic']),
    StringOrArray: new Set(['string', 'dynamic']),
    DynamicArray: new Set(['dynamic']),
    DynamicBag: new Set(['dynamic']),
    Tabular: new Set(['table']),
  }).map(([name, types]) => [symbols.ParameterTypeKind[name], types]));

  const union = found => found.includes(null) ? null : new Set(found.flatMap(types => [...types]));

  const nameOf = type => is(type, symbols.DynamicSymbol) ? 'dynamic' : type.Name;

  const ofType = type => {
    if (is(type, symbols.TableSymbol)) return only('table');
    if (is(type, symbols.FunctionSymbol)) return ofFunction(type);
    return is(type, symbols.ScalarSymbol) && !any.has(nameOf(type)) ? only(nameOf(type)) : null;
  };

  // What a function of the query gives is known from its body.
  const ofSignature = signature => {
    if (signature.Tabularity === symbols.Tabularity.Tabular) return only('table');
    const type = signature.ReturnKind === symbols.ReturnTypeKind.Computed
      ? signature.Symbol.GetReturnType(engineGlobals)
      : signature.DeclaredReturnType;
    return type ? ofType(type) : null;
  };

  const ofFunction = symbol => union(array(symbol.Signatures).map(ofSignature));

  const ofParameter = parameter => parameter.TypeKind === symbols.ParameterTypeKind.Declared
    ? union(array(parameter.DeclaredTypes).map(ofType))
    : parameterKinds.get(parameter.TypeKind) ?? null;

  const parameterAt = (signature, place) => array(signature.Parameters)[Math.min(place, signature.Parameters.Count - 1)];

  const kept = new WeakMap();
  const make = symbol => {
    if (is(symbol, symbols.TableSymbol)) return only('table');
    if (is(symbol, symbols.FunctionSymbol)) return ofFunction(symbol);
    return symbol.Type ? ofType(symbol.Type) : null;
  };

  return {
    only,
    ofType,
    // Of an argument, by its place in a call.
    ofArgument(symbol, place) {
      const parameters = array(symbol.Signatures).map(s => parameterAt(s, place)).filter(p => p);
      return parameters.length ? union(parameters.map(ofParameter)) : null;
    },
    // Of what a symbol stands for.
    of(symbol) {
      if (!kept.has(symbol)) kept.set(symbol, make(symbol));
      return kept.get(symbol);
    },
    also: (types, ...more) => types && new Set([...types, ...more]),
    meet: (a, b) => !a || !b || [...a].some(name => b.has(name)),
    // The word for the type by which usual names are listed.
    word: types => !types ? 'other' : types.has('long') ? 'number' : [...types][0],
  };
})();
