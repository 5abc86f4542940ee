'use strict';
// Kusto.Language parses queries by hand. Its grammar, which takes long to build, serves completion alone, so it is left
// out of checks and built when an editor first asks. GetOrCreate$1 would build it twice.
const grammar = (() => {
  const { QueryGrammar } = kusto.language.Parsing;
  const build = QueryGrammar.From.bind(QueryGrammar);
  let inEditor = false;

  QueryGrammar.From = globals => inEditor
    ? build(globals)
    : new Proxy({}, { get: (_, name) => name === 'QueryBlock' ? null : build(globals)[name] });

  kusto.language.KustoCache.prototype.GetOrCreate$1 = function (type, create) {
    const found = {};
    if (!this.m_cache.TryGetValue(type, found)) {
      const made = create();
      found.v = this.m_cache.GetOrAdd$1(type, () => made);
    }
    return found.v;
  };

  return {
    inEditor(call) {
      inEditor = true;
      try {
        return call();
      } finally {
        inEditor = false;
      }
    },
  };
})();
