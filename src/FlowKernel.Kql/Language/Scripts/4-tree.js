'use strict';
// The typed syntax tree as nested arrays:
// [kind, start, length, type, symbol, text, sources, name1, child1, name2, child2 …]
// kind, symbol and child names are indexes into "words", type is an index into "types" (-1: none). Names and tokens
// carry their text; punctuation is left out. "sources" says which expression of an operator fills which column of its
// result: [column1, start1, length1, column2 …], or null. A call of a function that the query declares has a child
// "Body", the function's body as bound for this call; a view has its own, for wildcards that name it.
const treeOf = (() => {
  const { symbols, syntaxKinds, array, is } = kusto;
  const nodeLimit = 400000;
  const punctuation = /^[^A-Za-z0-9_$*"'`]*$/;

  const columnsOf = type => array(type.Columns).map(c => [c.Name, nameOf(c.Type)]);

  const nameOf = type => is(type, symbols.DynamicSymbol) ? 'dynamic' : type.Name;

  const describe = type => {
    if (is(type, symbols.TableSymbol)) return { table: type.Name, columns: columnsOf(type) };
    if (is(type, symbols.TupleSymbol)) return { tuple: columnsOf(type) };
    if (is(type, symbols.ScalarSymbol)) return { scalar: nameOf(type) };
    return { other: type.Name };
  };

  const interned = () => {
    const indexes = new Map();
    const values = [];
    return {
      values,
      of(key, make) {
        let index = indexes.get(key);
        if (index === undefined) {
          indexes.set(key, index = values.length);
          values.push(make ? make(key) : key);
        }
        return index;
      },
    };
  };

  return code => {
    const root = code.Syntax;
    const words = interned();
    const types = interned();
    let count = 0;

    const typeOf = node => node.ResultType ? types.of(node.ResultType, describe) : -1;
    const symbolOf = node => {
      const symbol = node.ReferencedSymbol;
      if (!symbol) return -1;
      const aggregate = is(symbol, symbols.FunctionSymbol) && code.Globals.IsAggregateFunction(symbol);
      return words.of(aggregate ? 'AggregateSymbol' : Bridge.getTypeName(symbol).split('.').pop());
    };

    const sourcesOf = (node, shift) => {
      if (!is(node, kusto.language.Syntax.QueryOperator) || !is(node.ResultType, symbols.TableSymbol)) return null;
      const made = [];
      array(node.ResultType.Columns).forEach((column, index) => {
        const source = column.Source;
        if (source && source.Root === node.Root && source.TextStart >= node.TextStart && source.End <= node.End) {
          made.push(index, source.TextStart + shift, source.Width);
        }
      });
      return made.length ? made : null;
    };

    const leaf = (token, shift) =>
      [words.of(syntaxKinds[token.Kind]), token.TextStart + shift, token.Width, -1, -1, token.Text, null];

    const list = (node, shift) => {
      const made = [words.of('List'), node.TextStart + shift, node.Width, -1, -1, null, null];
      for (let i = 0; i < node.ChildCount; i++) {
        let child = node.GetChild(i);
        if (child && syntaxKinds[child.Kind] === 'SeparatedElement') child = child.GetChild(0);
        if (child) made.push(-1, dump(child, shift));
      }
      return made;
    };

    const bodyOf = (node, kind) => {
      if (kind !== 'FunctionCallExpression' && kind !== 'NameReference') return null;
      if (!is(node.ReferencedSymbol, symbols.FunctionSymbol)) return null;
      if (kind === 'NameReference' && syntaxKinds[node.Parent.Kind] === 'FunctionCallExpression') return null;
      return node.GetCalledFunctionBody();
    };

    const bodyShift = body => {
      const original = body.GetOriginalNode();
      return original && original.Root === root.Root ? original.TextStart - body.TextStart : null;
    };

    const dump = (node, shift) => {
      if (++count > nodeLimit) throw new RangeError('too many nodes');
      if (node.IsToken) return leaf(node, shift);
      const kind = syntaxKinds[node.Kind];
      if (kind === 'List') return list(node, shift);
      const place = [node.TextStart + shift, node.Width];
      const made = [words.of(kind), ...place, typeOf(node), symbolOf(node), null, sourcesOf(node, shift)];
      if (kind === 'NameReference' || kind === 'NameDeclaration') {
        made[5] = node.SimpleName;
        if (syntaxKinds[node.Name.Kind] === 'WildcardedName') made[5] = node.Name.toString();
      } else {
        for (let i = 0; i < node.ChildCount; i++) {
          const child = node.GetChild(i);
          if (!child || (child.IsToken && node.GetName(i) !== 'Operator' && punctuation.test(child.Text))) continue;
          if (kind === 'FunctionDeclaration' && node.GetName(i) === 'Body' && !node.ViewKeyword) continue;
          made.push(words.of(node.GetName(i)), dump(child, shift));
        }
      }
      const body = bodyOf(node, kind);
      if (body) made.push(words.of('Body'), dump(body, bodyShift(body) ?? shift));
      return made;
    };

    const tree = dump(root, 0);
    return { words: words.values, types: types.values, root: tree };
  };
})();
