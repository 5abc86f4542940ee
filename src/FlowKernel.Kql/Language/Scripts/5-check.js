'use strict';
// check(schema, parameters, text) -> JSON { kind, diagnostics, tree? }
globalThis.check = (() => {
  const { language, symbols, syntaxKinds, token, array, is } = kusto;
  const unknownName = new Set(['KS142', 'KS143', 'KS204', 'KS211', 'KS208', 'KS122', 'KS123']);
  const diagnosticLimit = 50;

  const namesAt = (code, position) => {
    const all = language.Symbols.SymbolMatch.Any ?? ~0;
    return array(code.GetSymbolsInScope(position, all, language.IncludeFunctionKind.All))
      .map(s => [s.Name, is(s, symbols.FunctionSymbol) ? 'function' : 'value']);
  };

  // The smallest expression around a diagnostic; for a function's name, its call.
  const expressionAt = (code, start, end) => {
    let node = code.Syntax.GetTokenAt(start)?.Parent;
    const covers = n => n.TextStart <= start && n.End >= end;
    const isAsLong = n => n.TextStart === node.TextStart && n.End === node.End;
    while (node?.Parent && (!covers(node) || isAsLong(node.Parent))) node = node.Parent;
    const call = node?.Parent;
    return call && syntaxKinds[call.Kind] === 'FunctionCallExpression' && call.Name === node ? call : node;
  };

  const parametersOf = node => {
    if (!node || node.IsToken) return [];
    if (node.ReferencedSymbol && is(node.ReferencedSymbol, symbols.ParameterSymbol)) return [node.SimpleName];
    const found = [];
    for (let i = 0; i < node.ChildCount; i++) found.push(...parametersOf(node.GetChild(i)));
    return found;
  };

  const parametersAt = (code, d) => {
    const found = parametersOf(expressionAt(code, d.Start, d.Start + d.Length));
    return found.length ? found : undefined;
  };

  const describe = code => d => ({
    code: d.Code,
    severity: d.Severity,
    message: d.Message,
    start: d.Start,
    length: d.Length,
    names: unknownName.has(d.Code) ? namesAt(code, d.Start) : undefined,
    parameters: unknownName.has(d.Code) ? undefined : parametersAt(code, d),
  });

  return (schema, parameters, text) => {
    const kind = language.KustoCode.GetKind(text);
    if (kind !== 'Query') return kusto.json({ kind, diagnostics: [] });
    const code = language.KustoCode.ParseAndAnalyze(text.toWellFormed(), schemas.scope(schema, parameters), token);
    const found = array(code.GetDiagnostics(token)).filter(d => !engineAccepts(code, d));
    const failed = found.some(d => d.Severity === 'Error');
    return kusto.json({
      kind,
      diagnostics: found.slice(0, diagnosticLimit).map(describe(code)),
      tree: failed ? undefined : treeOf(code),
    });
  };
})();

globalThis.warmUp = () => {
  return check(schemas.own(), '[]', 'let x = 1; T | where a > x | extend b = a + 1 | summarize count(), sum(a) by bin(b, 2)');
};
