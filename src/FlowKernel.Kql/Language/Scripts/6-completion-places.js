'use strict';
// Where the caret stands: the usual names there, which types fit, and the column that a value is compared with.
const completionPlaces = (() => {
  const { language, syntaxKinds, array, is } = kusto;
  const { Syntax } = language;
  const { operands, infixes, places, literals, ofFirstArgument } = usualNames;

  // What a word that is being written, a list or a name around it makes no difference to.
  const transparent = new Set([
    'TokenName', 'NameReference', 'List', 'SeparatedElement', 'BadQueryOperator', 'ParenthesizedExpression',
    'SimpleNamedExpression', 'ExpressionStatement', 'ExpressionList', 'ExpressionCouple', 'OrderedExpression',
  ]);

  const plain = name => ({ names: places[name], types: null });
  const condition = { names: places.condition, types: expectedTypes.only('bool'), takesColumns: true };
  const source = { names: places.source, types: expectedTypes.only('table') };

  const ofTypes = (types, more) => {
    const word = expectedTypes.word(types);
    return { names: operands[word] ?? operands.other, types, literals: types?.size === 1 ? literals[word] : undefined, ...more };
  };

  const joinKey = /^\s*(\$left|\$right)\s*\./;
  const keys = { $left: plain('keyOfLeft'), $right: plain('keyOfRight') };

  const isList = node => is(node, Syntax.InExpression) || is(node, Syntax.HasAnyExpression) || is(node, Syntax.HasAllExpression);

  const givenIn = list => array(list?.Expressions).map(e => e.Element$1?.LiteralValue).filter(value => value !== undefined);

  // A value beside another one that it is compared with.
  const operand = node => {
    const left = node.Left;
    const side = joinKey.exec(left.toString());
    if (side && node.GetFirstAncestor(Syntax.JoinOnClause)) return keys[side[1]];
    const types = expectedTypes.ofType(left.ResultType);
    const list = isList(node);
    return ofTypes(types, {
      types: list ? expectedTypes.also(types, 'dynamic', 'table') : types,
      column: left.ReferencedSymbol,
      given: list ? givenIn(node.Right) : [],
    });
  };

  // A value before another one that it is compared with.
  const compared = node => ({
    names: places.condition,
    types: node.Right.ResultType ? expectedTypes.ofType(node.Right.ResultType) : null,
  });

  // A time is moved and cut by lengths of time, other values by their like.
  const step = type => {
    const types = type ? expectedTypes.ofType(type) : null;
    return ofTypes(types?.has('datetime') ? expectedTypes.only('timespan') : types);
  };

  const addend = node => step(node.Left.ResultType);
  const cutting = new Set(['bin', 'floor', 'bin_at']);
  const firstOf = call => call.ArgumentList.Expressions.getItem$1(0).Element$1;

  const argument = (node, place) => {
    const symbol = node.ReferencedSymbol;
    if (!symbol?.Signatures) return place === 0 ? plain('argument') : plain('nextArgument');
    if (place === 1 && cutting.has(symbol.Name)) return step(firstOf(node).ResultType);
    const types = expectedTypes.ofArgument(symbol, place);
    if (types?.size === 1 && types.has('bool')) return condition;
    const names = place === 0 ? ofFirstArgument.get(symbol.Name) ?? places.argument : places.nextArgument;
    return { names, types, literals: types?.size === 1 ? literals[expectedTypes.word(types)] : undefined };
  };

  // What a series is made over.
  const series = node => node.GetFirstAncestor(Syntax.MakeSeriesOperator)?.OnClause?.Expression?.ResultType;
  const bound = node => ofTypes(series(node) ? expectedTypes.ofType(series(node)) : null);

  const at = (...indexes) => place => (_, index) => indexes.includes(index) ? place : null;
  const always = place => () => place;
  const logical = always(condition);
  const column = always(plain('column'));
  const order = always(plain('order'));

  const byKind = new Map(Object.entries({
    QueryBlock: always({ names: places.start, types: expectedTypes.only('table') }),
    FunctionBody: always(source),
    PipeExpression: (_, index) => index === 2 ? plain('operator') : source,
    LetStatement: at(3)(plain('value')),
    PrintOperator: always(plain('value')),
    RangeOperator: always(plain('value')),
    FilterOperator: logical,
    AndExpression: logical,
    OrExpression: logical,
    SummarizeOperator: at(1, 2)(plain('aggregate')),
    MakeSeriesOperator: at(1, 2)(plain('aggregate')),
    SummarizeByClause: always(plain('group')),
    MakeSeriesByClause: always(plain('group')),
    DistinctOperator: always(plain('group')),
    MakeSeriesOnClause: order,
    MakeSeriesFromClause: bound,
    MakeSeriesToClause: bound,
    MakeSeriesStepClause: node => step(series(node)),
    ProjectOperator: column,
    ProjectAwayOperator: column,
    ProjectKeepOperator: column,
    ProjectReorderOperator: column,
    ProjectRenameOperator: column,
    ExtendOperator: column,
    MvExpandOperator: column,
    ParseOperator: column,
    ParseWhereOperator: column,
    SearchOperator: logical,
    SortOperator: order,
    TopOperator: (_, index) => index === 4 ? plain('order') : null,
    RenderOperator: at(1)({ ...plain('chart'), takesCharts: true }),
    JoinOperator: (_, index) => index === 1 ? plain('join') : source,
    LookupOperator: (_, index) => index === 1 ? plain('join') : source,
    UnionOperator: always(source),
    JoinOnClause: always(plain('key')),
    FunctionCallExpression: (node, _, item) => argument(node, item),
    AddExpression: addend,
    SubtractExpression: addend,
  }));

  const ofNode = (node, index, item) => {
    const known = byKind.get(syntaxKinds[node.Kind]);
    if (known) return known(node, index, item);
    if (!node.Left || !node.Right) return null;
    if (index === 0) return node.ResultType?.Name === 'bool' ? compared(node) : null;
    return index === 2 && node.Left.ResultType ? operand(node) : null;
  };

  // After a whole expression come operators between values, by what stands before them.
  const after = (code, position) => {
    const left = language.Editor.KustoServiceHelpers.GetCompleteExpressionLeftOfPosition(code, position);
    const types = left?.ResultType ? expectedTypes.ofType(left.ResultType) : null;
    return { names: infixes[expectedTypes.word(types)] ?? infixes.other, types: null, isAfter: true };
  };

  const find = (completer, position) => {
    const [found, child] = [{}, {}];
    if (!completer.TryGetCompletionContext(position, found, child)) return null;
    let [node, index, item] = [found.v, child.v, 0];
    while (node && transparent.has(syntaxKinds[node.Kind])) {
      const kind = syntaxKinds[node.Kind];
      if (kind === 'SeparatedElement' && index === 1) return null;
      if (kind === 'List') item = index;
      index = node.Parent?.GetChildIndex(node);
      node = node.Parent;
    }
    return node ? ofNode(node, index, item) : null;
  };

  return {
    of: (completer, code, position) => find(completer, position) ?? after(code, position),
  };
})();
