'use strict';
// Views that a wildcard names (union V*) are tables to the engine; Kusto.Language keeps them as functions, and would
// leave their columns out.
(() => {
  const { language, symbols, array, is } = kusto;
  const binder = language.Binding.Binder.prototype;
  const { AddTables, GetReferencedTables } = binder;

  const isView = symbol => is(symbol, symbols.FunctionSymbol) && symbol.IsView && symbol.MinArgumentCount === 0;

  binder.AddTables = function (symbol, tables) {
    AddTables.call(this, isView(symbol) ? symbol.GetReturnType(this._globals) : symbol, tables);
  };

  binder.GetReferencedTables = function (list) {
    const views = array(list).flatMap(separated => {
      const type = separated.Element$1.ResultType;
      return is(type, symbols.GroupSymbol) ? array(type.Members).filter(isView) : [];
    });
    const tables = GetReferencedTables.call(this, list);
    views.forEach(view => this.AddTables(view, tables));
    return tables;
  };
})();
