'use strict';
// What the language service is asked. It knows nothing of a caret inside a literal, nor of an operator such as !has that
// is half written: it is asked about the text without them, and what was typed picks among its answers.
const completionQuestion = (() => {
  const { language, syntaxKinds, array } = kusto;
  const { TokenParser } = language.Parsing;
  const quote = /["'`]/;
  const opening = /^[hH]?@?(?:```|~~~|["'])/;

  const without = (text, start, end) => text.slice(0, start) + text.slice(end);

  // The literal around an offset: where it begins, and the ends of its inside.
  const literalAt = (text, position) => {
    if (!quote.test(text.slice(0, position))) return null;
    let start = 0;
    for (const found of array(TokenParser.ParseTokens(text))) {
      start += found.Trivia.length;
      const end = start + found.Text.length;
      if (end >= position) return syntaxKinds[found.Kind] === 'StringLiteralToken' ? inside(found.Text, start, position) : null;
      start = end;
    }
    return null;
  };

  const inside = (literal, start, position) => {
    const open = opening.exec(literal)[0];
    const mark = open.replace(/^[hH]?@?/, '');
    const isClosed = literal.length >= open.length + mark.length && literal.endsWith(mark);
    const [from, end] = [start + open.length, start + literal.length];
    const to = end - (isClosed ? mark.length : 0);
    return position >= from && position <= to ? { start, end, from, to, isClosed } : null;
  };

  // Of one that is still open only what is before the caret: the rest may be the query that goes on.
  const ofLiteral = (text, position, literal) => ({
    text: without(text, literal.start, literal.end),
    position: literal.start,
    typed: text.slice(literal.from, position).toLowerCase(),
    inLiteral: true,
    replaces: { start: literal.from, length: (literal.isClosed ? literal.to : position) - literal.from },
  });

  const ofNegation = (text, position) => {
    const [negated] = /![a-z_]+$/i.exec(text.slice(0, position)) ?? [];
    if (!negated) return null;
    const start = position - negated.length;
    const end = position + /^[\w~]*/.exec(text.slice(position))[0].length;
    return {
      text: without(text, start + 1, end),
      position: start + 1,
      typed: negated.toLowerCase(),
      replaces: { start, length: end - start },
    };
  };

  return {
    of(text, position) {
      const literal = literalAt(text, position);
      if (literal) return ofLiteral(text, position, literal);
      return ofNegation(text, position) ?? { text, position };
    },
  };
})();
