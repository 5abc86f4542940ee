'use strict';
// Choosing among the signatures of a function counts the matching parameters of each several times over: once is enough.
(() => {
  const { prototype } = kusto.language.Binding.Binder;
  const { GetBestMatchingSignatures, GetParameterMatchCount } = prototype;
  let counts = null;

  prototype.GetBestMatchingSignatures = function (...given) {
    const outer = counts;
    counts = new Map();
    try {
      return GetBestMatchingSignatures.apply(this, given);
    } finally {
      counts = outer;
    }
  };

  prototype.GetParameterMatchCount = function (signature, args, types) {
    let count = counts?.get(signature);
    if (count === undefined) {
      count = GetParameterMatchCount.call(this, signature, args, types);
      counts?.set(signature, count);
    }
    return count;
  };
})();
