'use strict';
// Kusto.Language is C# compiled for Bridge.NET's runtime, which puts names of members together and searches lists of
// types at each call. The functions that checks call most are replaced by ones that remember: they give the same.
(() => {
  const { getCount, getItem } = System.Array;
  const { is, as, ref, isArray, hasValue, getEnumerator, referenceEquals } = Bridge;
  const isMethod = value => typeof value === 'function';

  const remembered = make => {
    const known = new Map();
    return key => {
      let value = known.get(key);
      if (value === undefined) known.set(key, value = make(key));
      return value;
    };
  };

  const isClass = remembered(constructor => constructor?.$kind === 'class' || constructor?.$kind === 'struct');

  // By the class of a collection and the type of its elements: the name of the member that answers.
  const memberOf = find => {
    const byClass = remembered(() => new Map());
    return (list, type) => {
      const known = byClass(list.constructor);
      let name = known.get(type);
      if (name === undefined) {
        name = isClass(list.constructor) ? find(list, Bridge.getTypeAlias(type)) ?? null : null;
        known.set(type, name);
      }
      return name;
    };
  };

  const countMember = memberOf((list, alias) => [
    `System$Collections$Generic$ICollection$1$${alias}$getCount`, 'System$Collections$ICollection$getCount',
    `System$Collections$Generic$ICollection$1$${alias}$Count`, 'System$Collections$ICollection$Count', 'Count',
  ].find(name => list[name] !== undefined));

  System.Array.getCount = (list, type) => {
    if (Array.isArray(list)) return list.length;
    const name = type ? countMember(list, type) : null;
    if (name === null) return getCount(list, type);
    const count = list[name];
    return isMethod(count) ? list[name]() : count;
  };

  const itemMember = memberOf((list, alias) =>
    [`System$Collections$Generic$IList$1$${alias}$getItem`].find(name => isMethod(list[name])));

  System.Array.getItem = (list, index, type) => {
    if (!type) return getItem(list, index, type);
    if (Array.isArray(list)) return list[index];
    const name = itemMember(list, type);
    return name === null ? getItem(list, index, type) : list[name](index);
  };

  const enumeratorMember = memberOf((list, alias) =>
    [`System$Collections$Generic$IEnumerable$1$${alias}$GetEnumerator`].find(name => isMethod(list[name])));

  Bridge.getEnumerator = function (list, given) {
    const name = arguments.length === 2 && isMethod(given) && list != null ? enumeratorMember(list, given) : null;
    return name === null ? getEnumerator.apply(Bridge, arguments) : list[name]();
  };

  Bridge.isArray = (value, constructor) => Array.isArray(value) || isArray(value, constructor);

  const isPlain = value => value != null && (typeof value !== 'object' || !value.$boxed);

  Bridge.hasValue = value => isPlain(value) || hasValue(value);

  Bridge.referenceEquals = (a, b) => a === b || (!isPlain(a) && referenceEquals(a, b));

  // Whether instances of a class are of a type does not change, where the type has no test of its own.
  const isTestedByClass = type => !type.$is && !type.$literal && (type.$kind === 'class' || type.$kind === 'interface');
  const answers = remembered(() => new Map());

  Bridge.is = (object, type, ignoreFn, allowNull) => {
    if (object == null) return !!allowNull;
    const constructor = object.constructor;
    if (!isClass(constructor)) return is(object, type, ignoreFn, allowNull);
    const known = answers(constructor);
    let answer = known.get(type);
    if (answer === undefined) {
      answer = isTestedByClass(type) ? is(object, type) : null;
      known.set(type, answer);
    }
    return answer === null ? is(object, type, ignoreFn, allowNull) : answer;
  };

  Bridge.as = (object, type, allowNull) => {
    if (object == null) return null;
    if (!isClass(object.constructor)) return as(object, type, allowNull);
    return Bridge.is(object, type, false, allowNull) ? object : null;
  };

  class Reference {
    constructor(object, name) {
      this.object = object;
      this.name = name;
    }

    get v() {
      return this.object[this.name];
    }

    set v(value) {
      this.object[this.name] = value;
    }
  }

  Bridge.ref = (object, name) =>
    name == null || Bridge.isArray(name) ? ref(object, name) : new Reference(object, name);

  const shortName = remembered(name => {
    let start = name.lastIndexOf('$');
    if (/\$\d+$/.test(name)) start = name.lastIndexOf('$', start - 1);
    return name.slice(start + 1);
  });

  Bridge.geti = (object, name, other) => {
    if (object[name] !== undefined) return name;
    if (other && object[other] != undefined) return other;
    return shortName(other || name);
  };

  const { getCachedType } = Bridge.Class;
  const typesMade = remembered(() => new Map());

  Bridge.Class.getCachedType = (generic, types) => {
    let known = typesMade(generic);
    for (let i = 0; i < types.length - 1; i++) {
      let next = known.get(types[i]);
      if (next === undefined) known.set(types[i], next = new Map());
      known = next;
    }
    const last = types[types.length - 1];
    let found = known.get(last);
    if (found === undefined) {
      found = getCachedType(generic, types);
      if (found) known.set(last, found);
    }
    return found;
  };

  Bridge.Class._initialize = function () {
    if (this.$init) return;
    this.$init = {};
    if (this.$initMembers) this.$initMembers();
  };
})();
