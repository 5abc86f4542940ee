'use strict';

// Plug-ins that the engine has otherwise than Kusto.Language declares them.
const enginePlugins = (() => {
  const { language, symbols, array } = kusto;
  const types = symbols.ScalarTypes;

  const optional = (name, type) => new symbols.Parameter.$ctor3(
    name, type, undefined, undefined, undefined, false, undefined, 0, 1, undefined, undefined);

  // The symbol with other parameters after its first ones.
  const taking = (symbol, first, ...others) => {
    const [signature] = array(symbol.Signatures);
    const parameters = [...array(signature.Parameters).slice(0, first), ...others];
    const corrected = new symbols.Signature.$ctor3(
      signature.ReturnKind, signature._returnType, null, null, signature.CustomReturnType, signature.Tabularity,
      System.Array.init(parameters, symbols.Parameter), null, false, null);
    return new symbols.FunctionSymbol.$ctor4(symbol.Name, [corrected]);
  };

  // https://learn.microsoft.com/kusto/query/bag-unpack-plugin: its options can be given by name.
  const bagUnpack = taking(
    language.PlugIns.BagUnpack, 1, optional('OutputColumnPrefix', types.String),
    optional('columnsConflict', types.String), optional('ignoredProperties', types.Dynamic));

  // https://learn.microsoft.com/kusto/query/schema-merge-plugin: not among the plug-ins that the language lists.
  const schemaMerge = taking(language.PlugIns.SchemaMerge, 0, optional('PreserveOrder', types.Bool));

  const corrected = symbol => symbol.Name === bagUnpack.Name ? bagUnpack : symbol;
  const known = [...array(language.PlugIns.All).map(corrected), schemaMerge];
  return Bridge.toList(known, symbols.FunctionSymbol);
})();
