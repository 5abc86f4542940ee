'use strict';
// Operators whose columns Kusto.Language has otherwise than the engine. Operators after them go by these columns.
(() => {
  const { language, symbols, syntaxKinds, array } = kusto;
  const visitor = language.Binding.Binder.NodeBinder.prototype;
  const {
    VisitScanOperator, VisitUnionOperator, VisitParseOperator, VisitParseWhereOperator, VisitParseKvOperator,
    VisitEvaluateOperator,
  } = visitor;

  const valueOf = (node, name) => {
    for (let i = 0; i < node.Parameters.Count; i++) {
      const parameter = node.Parameters.GetChild(i);
      if (parameter.Name.SimpleName === name) return parameter.Expression.toString().trim();
    }

    return null;
  };

  const withColumns = (info, columns) => {
    const list = new (System.Collections.Generic.List$1(symbols.ColumnSymbol)).ctor();
    columns.forEach(column => list.add(column));
    const table = new symbols.TableSymbol.$ctor3(list)
      .WithInheritableProperties(info.ResultType)
      .WithIsOpen(info.ResultType.IsOpen)
      .WithIsSorted(info.ResultType.IsSorted);
    return new language.Binding.SemanticInfo.$ctor5(table, info.Diagnostics);
  };

  // https://learn.microsoft.com/kusto/query/scan-operator: the number of the match is a column only where it is named.
  visitor.VisitScanOperator = function (node) {
    const info = VisitScanOperator.call(this, node);
    return valueOf(node, 'with_match_id') === null ? withColumns(info, array(info.ResultType.Columns).slice(0, -1)) : info;
  };

  // https://learn.microsoft.com/kusto/query/parse-operator: it extends the table, and extend replaces a column of the same
  // name where it stands.
  const replaced = info => {
    const byName = new Map();
    const columns = array(info.ResultType.Columns);
    columns.forEach(column => byName.set(column.Name, column));
    return byName.size === columns.length ? info : withColumns(info, [...byName.values()]);
  };

  visitor.VisitParseOperator = function (node) {
    return replaced(VisitParseOperator.call(this, node));
  };

  visitor.VisitParseWhereOperator = function (node) {
    return replaced(VisitParseWhereOperator.call(this, node));
  };

  visitor.VisitParseKvOperator = function (node) {
    return replaced(VisitParseKvOperator.call(this, node));
  };

  // https://learn.microsoft.com/kusto/query/ipv6-lookup-plugin: the columns of the lookup table come first.
  visitor.VisitEvaluateOperator = function (node) {
    const info = VisitEvaluateOperator.call(this, node);
    if (node.Schema || node.FunctionCall?.Name?.SimpleName !== 'ipv6_lookup' || !info.ResultType?.Columns) return info;
    const columns = array(info.ResultType.Columns);
    const count = array(this.RowScopeOrEmpty.Columns).length;
    return withColumns(info, [...columns.slice(count), ...columns.slice(0, count)]);
  };

  const tablesOf = (binder, node) => {
    const tables = new (System.Collections.Generic.List$1(symbols.TableSymbol)).ctor();
    if (syntaxKinds[node.Parent?.Kind] === 'PipeExpression' && node.Parent.Operator === node) tables.add(binder.RowScopeOrEmpty);
    for (let i = 0; i < node.Expressions.Count; i++) {
      binder.AddTables(node.Expressions.getItem$1(i).Element$1.ResultType, tables);
    }

    return array(tables);
  };

  // https://learn.microsoft.com/kusto/query/union-operator: inner keeps the columns that all tables have.
  visitor.VisitUnionOperator = function (node) {
    const info = VisitUnionOperator.call(this, node);
    if (valueOf(node, 'kind') !== 'inner') return info;
    const tables = tablesOf(this._binder, node);
    const source = valueOf(node, 'withsource') ?? valueOf(node, 'with_source');
    const isIn = (table, column) =>
      table.IsOpen || array(table.Columns).some(c => c.Name === column.Name && c.Type === column.Type);
    const kept = array(info.ResultType.Columns)
      .filter((column, index) => (index === 0 && source !== null) || tables.every(table => isIn(table, column)));
    return withColumns(info, kept);
  };
})();
