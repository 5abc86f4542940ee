'use strict';
// Where the engine's functions differ from what Kusto.Language declares, recorded from the engine.
const engineGlobals = (() => {
  const { language, symbols, array } = kusto;
  const types = symbols.ScalarTypes;
  const kinds = symbols.ParameterTypeKind;

  const returns = new Map([
    ...['getyear', 'getmonth', 'monthofyear', 'dayofmonth', 'dayofyear', 'hourofday', 'weekofyear', 'week_of_year',
      'datetime_part'].map(name => [name, types.Long]),
    ['ceiling', types.Real],
    ['series_decompose_forecast', types.DynamicArray],
  ]);

  // A parameter that takes more than declared: function, parameter, kind of value, least times it is given.
  const accepts = new Map([
    ['make_timespan', ['seconds', kinds.Number, 0]],
    ['count', ['predicate', kinds.Scalar, 1]],
    ['series_fit_poly', ['degree', kinds.Integer, 0]],
  ]);

  const parameter = (name, given) => {
    const [widened, kind, least] = accepts.get(name) ?? [];
    if (given.Name !== widened) return given;
    return new symbols.Parameter.ctor(
      given.Name, kind, undefined, undefined, undefined, false, undefined, least, 1, undefined, undefined);
  };

  // Aggregates whose column is named after their first two arguments: covariance(x, y) gives covariance_x_y.
  const namedAfterTwo = new Set(['covariance', 'covarianceif', 'covariancep', 'covariancepif']);

  const nameAfterTwo = context => {
    const names = array(context.Arguments).slice(0, 2).map(argument => context.GetResultName(argument) ?? '');
    return ['', ...names].join('_');
  };

  const columnNamedAfterTwo = symbol => {
    const result = context => {
      const columns = new (System.Collections.Generic.List$1(symbols.ColumnSymbol)).ctor();
      columns.add(new symbols.ColumnSymbol(symbol.Name + nameAfterTwo(context), types.Real));
      return new symbols.TupleSymbol.$ctor1(columns);
    };
    const given = array(array(symbol.Signatures)[0].Parameters);
    return new symbols.FunctionSymbol.ctor(symbol.Name, result, symbols.Tabularity.Scalar, given);
  };

  // What a function returns is a type, or a function of the arguments.
  const signature = (name, given) => {
    const parameters = array(given.Parameters).map(p => parameter(name, p));
    const type = returns.get(name) ?? given.DeclaredReturnType;
    return type
      ? new symbols.Signature.$ctor5(type, parameters)
      : new symbols.Signature.ctor(given.CustomReturnType, symbols.Tabularity.Scalar, parameters);
  };

  const corrected = symbol => {
    if (namedAfterTwo.has(symbol.Name)) return columnNamedAfterTwo(symbol);
    if (!returns.has(symbol.Name) && !accepts.has(symbol.Name)) return symbol;
    const signatures = array(symbol.Signatures).map(s => signature(symbol.Name, s));
    return new symbols.FunctionSymbol.$ctor4(symbol.Name, signatures)
      .WithResultNameKind(symbol.ResultNameKind)
      .WithResultNamePrefix(symbol.ResultNamePrefix);
  };

  const list = found => Bridge.toList(array(found).map(corrected), symbols.FunctionSymbol);

  const standard = language.GlobalState.Default;
  return standard.WithFunctions(list(standard.Functions)).WithAggregates(list(standard.Aggregates))
    .WithPlugIns(enginePlugins);
})();
