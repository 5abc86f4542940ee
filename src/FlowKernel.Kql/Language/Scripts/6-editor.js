'use strict';
// What an editor asks for: complete, explain, format, syntax. All give JSON text.
(() => {
  const { language, syntaxKinds, token, array } = kusto;
  const itemLimit = 400;
  const { FormattingOptions, PlacementStyle } = language.Editor;
  const layout = FormattingOptions.Default.WithPipeOperatorStyle(PlacementStyle.NewLine);

  const statementKinds = block =>
    array(block.Statements).map(s => syntaxKinds[(s.Element$1 ?? s.GetChild(0)).Kind]);

  const declares = kind => kind !== 'ExpressionStatement';

  const serviceFor = (schema, parameters, text) =>
    new language.Editor.KustoCodeService.$ctor1(text.toWellFormed(), schemas.scope(schema, parameters));

  const door = call => (...given) => grammar.inEditor(() => call(...given));

  globalThis.complete = door((schema, parameters, text, position) => {
    const question = completionQuestion.of(text, position);
    const { start, length, items } = completionList.of(question, serviceFor(schema, parameters, question.text));
    return kusto.json({ start, length, list: items.slice(0, itemLimit).map(completionItems.shown) });
  });

  const isList = kind => kind === 'List' || kind === 'SeparatedElement';

  // The kinds of the nodes that hold the token at a place, innermost first, as far as the operator that it belongs to.
  const contextOf = (service, position) => {
    const code = {};
    if (!service.TryGetBoundCode(token, true, code)) return { token: '', within: [], operator: '' };
    const found = code.v.Syntax.GetTokenAt(position);
    const within = [];
    let node = found.TextStart === position ? found.Parent : null;
    for (; node; node = node.Parent) {
      const kind = syntaxKinds[node.Kind];
      if (!isList(kind)) within.push(kind);
      if (/Operator$|Statement$/.test(kind)) break;
    }
    return { token: syntaxKinds[found.Kind], within, operator: node ? node.GetFirstToken().Text : '' };
  };

  globalThis.explain = door((schema, parameters, text, position) => {
    const service = serviceFor(schema, parameters, text);
    const range = service.GetElement(position, token);
    const start = range ? range.Start : position;
    const items = array(service.GetQuickInfo(position, null, token).Items);
    return kusto.json({
      start,
      length: range ? range.Length : 0,
      texts: items.map(item => item.Text),
      ...contextOf(service, start),
    });
  });

  globalThis.format = door((schema, parameters, text) =>
    serviceFor(schema, parameters, text).GetFormattedText(layout, 0, token).Text);

  globalThis.syntax = (schema, parameters, text) => {
    const code = language.KustoCode.Parse(text.toWellFormed(), schemas.scope(schema, parameters));
    return kusto.json({
      onlyDeclares: syntaxKinds[code.Syntax.Kind] === 'QueryBlock' && statementKinds(code.Syntax).every(declares),
      errors: array(code.GetSyntaxDiagnostics(token))
        .filter(d => d.Severity === 'Error')
        .map(d => ({ start: d.Start, length: d.Length, message: d.Message })),
    });
  };
})();
