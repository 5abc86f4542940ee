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

  const exceptions = new Map([['KS142', isFuzzyWildcard], ['KS107', isNegatedTerm]]);

  return (code, found) => {
    const node = code.Syntax.GetTokenAt(found.Start)?.Parent;
    return !!node && (exceptions.get(found.Code)?.(node) ?? false);
  };
})();
