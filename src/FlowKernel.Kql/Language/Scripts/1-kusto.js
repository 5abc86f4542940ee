'use strict';
// What the other scripts share: Kusto.Language under short names, and small readers of its objects.
const kusto = (() => {
  const language = Kusto.Language;
  const symbols = language.Symbols;

  const nameByValue = enumeration => {
    const found = [];
    for (const name of Object.keys(enumeration)) {
      if (typeof enumeration[name] === 'number') found[enumeration[name]] = name;
    }
    return found;
  };

  // A text cut in the middle of a surrogate pair is no JSON for strict readers.
  const wellFormed = (_, value) => typeof value === 'string' ? value.toWellFormed() : value;
  const json = value => {
    const text = JSON.stringify(value);
    return /\\ud[89a-f]/i.test(text) ? JSON.stringify(value, wellFormed) : text;
  };

  return {
    language,
    symbols,
    syntaxKinds: nameByValue(language.Syntax.SyntaxKind),
    completionKinds: nameByValue(language.Editor.CompletionKind),
    token: { IsCancellationRequested: false, ThrowIfCancellationRequested() {} },
    json,
    array: list => list ? Bridge.toArray(list) : [],
    is: (value, type) => Bridge.is(value, type),
  };
})();
