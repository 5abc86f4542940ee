'use strict';
// Mistakes that Kusto.Language finds in what the engine takes.
const engineAccepts = (() => {
  const { language, syntaxKinds, array } = kusto;
  const { Syntax } = language;

  // A wildcard of a fuzzy union may match nothing (https://learn.microsoft.com/kusto/query/union-operator).
  const isFuzzyWildcard = name => {
    const union = name.GetFirstAncestor(Syntax.UnionOperator);
    return !!union && name.toString().includes('*')
      && array(union.Parameters).some(p => p.Name.SimpleName === 'isfuzzy' && p.Expression.toString() === 'true');
  };

  // The only property of nodes, named inside map(inner_nodes(e), …): the binder takes a tuple of one for its element
  // (https://learn.microsoft.com/kusto/query/inner-nodes-graph-function).
  // In partitioned-by it knows none of them.
  const isNodeProperty = name => {
    const operator = name.GetFirstAncestor(Syntax.GraphMatchOperator)
      ?? name.GetFirstAncestor(Syntax.GraphShortestPathsOperator);
    const shape = operator?.Parent?.Expression?.ResultType?.NodeShape;
    const columns = shape ? array(shape.Columns).map(c => c.Name) : partitionedProperties(name);
    return (!shape || columns.length === 1) && columns.includes(name.SimpleName) && isOfInnerNodes(name);
  };

  const partitionedProperties = name => {
    const clause = name.GetFirstAncestor(Syntax.MakeGraphOperator)?.WithClause;
    if (!clause) return [];
    return clause.Name ? [clause.Name.SimpleName] : array(clause.TablesAndKeys)
      .flatMap(table => array(table.Element$1.Table.ResultType.Columns ?? []).map(c => c.Name));
  };

  const isOfInnerNodes = node => {
    for (let call = node.GetFirstAncestor(Syntax.FunctionCallExpression); call;
      call = call.GetFirstAncestor(Syntax.FunctionCallExpression)) {
      const first = call.ArgumentList.Expressions.Count > 0 ? call.ArgumentList.Expressions.getItem$1(0).Element$1 : null;
      if (Bridge.is(first, Syntax.FunctionCallExpression) && first.Name.SimpleName === 'inner_nodes') return true;
    }
    return false;
  };

  // A term of search may stand in not(): recorded from the engine.
  const combining = new Set([
    'AndExpression', 'OrExpression', 'ParenthesizedExpression', 'ExpressionList', 'List', 'SeparatedElement']);

  const isNot = node => syntaxKinds[node.Kind] === 'FunctionCallExpression' && node.Name.SimpleName === 'not';

  const isNegatedTerm = literal => {
    if (!Bridge.is(literal, Syntax.LiteralExpression) || !literal.GetFirstAncestor(Syntax.SearchOperator)) return false;
    let node = literal.Parent;
    while (combining.has(syntaxKinds[node.Kind]) || isNot(node)) node = node.Parent;
    return Bridge.is(node, Syntax.SearchOperator);
  };

  const exceptions = new Map([
    ['KS142', name => isFuzzyWildcard(name) || isNodeProperty(name)],
    ['KS107', isNegatedTerm],
  ]);

  return (code, found) => {
    const node = code.Syntax.GetTokenAt(found.Start)?.Parent;
    return !!node && (exceptions.get(found.Code)?.(node) ?? false);
  };
})();
