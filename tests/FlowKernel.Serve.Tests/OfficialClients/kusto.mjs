// What the official client of Kusto makes of a server: node kusto.mjs URL DATABASE SCENARIO -> JSON on the standard output.
import { Client, ClientRequestProperties, KustoConnectionStringBuilder } from "azure-kusto-data";

const [url, database, scenario] = process.argv.slice(2);
const client = new Client(url);
const rowsOf = table => [...table.rows()].map(row => row.toJSON());
const failureOf = async work => {
  try {
    await work();
    return null;
  } catch (error) {
    return { message: String(error.message), status: error.response?.status, body: error.response?.data };
  }
};

const allTypes = `print b = true, i = int(42), l = 9007199254740991, r = 1.5, d = decimal(1.25), s = "text",
  t = datetime(2024-04-23T10:30:00.1234567Z), span = 1d + 2h, g = guid(74be27de-1e4e-49d9-b579-fe0b331d3642),
  o = dynamic({"a": [1, "x"]}), none = long(null), nan = real(nan)`;

const scenarios = {
  async types() {
    const result = await client.execute(database, allTypes);
    const table = result.primaryResults[0];
    return { columns: table.columns.map(c => [c.name, c.type]), rows: rowsOf(table) };
  },
  async typesInTheFirstVersion() {
    const result = await client.executeQueryV1(database, allTypes);
    const table = result.primaryResults[0];
    return { columns: table.columns.map(c => [c.name, c.type]), rows: rowsOf(table) };
  },
  async parameters() {
    const properties = new ClientRequestProperties();
    properties.setParameter("n", 42);
    properties.setParameter("text", "it's \"quoted\"");
    properties.setParameter("since", "datetime(2024-04-23)");
    properties.setParameter("span", "1d");
    const result = await client.execute(
      database,
      "declare query_parameters(n:long, text:string, since:datetime, span:timespan, more:long = 7); "
      + "print n + 1, text, since + span, more",
      properties);
    return rowsOf(result.primaryResults[0]);
  },
  async render() {
    const result = await client.execute(
      database, "datatable(a:string, n:long) ['x', 1] | render columnchart with (title = 'Bytes')");
    const properties = result.tables.find(t => t.kind === "QueryProperties");
    return JSON.parse(rowsOf(properties)[0].Value);
  },
  async severalResults() {
    const result = await client.execute(database, "print a = 1; print b = 2");
    const first = await client.executeQueryV1(database, "print a = 1; print b = 2");
    return { second: result.primaryResults.map(rowsOf), first: first.primaryResults.map(rowsOf) };
  },
  mistake: () => failureOf(() => client.execute(database, "NTANetAnalytics\n| where SrcIpp == 'x'")),
  unknownDatabase: () => failureOf(() => client.execute("nothing", "print 1")),
  unknownCommand: () => failureOf(() => client.execute(database, ".drop table T")),
  async tooLarge() {
    const properties = new ClientRequestProperties();
    properties.setOption("truncationmaxrecords", 10);
    return failureOf(() => client.execute(database, "range x from 1 to 100 step 1", properties));
  },
  async commands() {
    const schema = await client.execute(database, `.show database ['${database}'] schema as json`);
    const tables = await client.execute(database, ".show tables");
    return {
      tables: rowsOf(tables.primaryResults[0]).map(row => row.TableName),
      schema: Object.keys(JSON.parse(rowsOf(schema.primaryResults[0])[0].DatabaseSchema).Databases[database].Tables),
    };
  },
  async cancel() {
    const properties = new ClientRequestProperties();
    properties.clientRequestId = "official;cancel";
    const running = failureOf(() => client.execute(
      database, "range x from 1 to 100000000000 step 1 | summarize dcount(hash(x))", properties));
    let cancelled = false;
    for (let i = 0; i < 600 && !cancelled; i++) {
      await new Promise(done => setTimeout(done, 100));
      const answer = await client.execute(database, '.cancel query "official;cancel"');
      cancelled = rowsOf(answer.primaryResults[0])[0].RunningQueryCanceled;
    }
    return { cancelled, failure: await running };
  },
  async connectionString() {
    const strings = new KustoConnectionStringBuilder(`Data Source=${url};Initial Catalog=${database}`);
    return rowsOf((await new Client(strings).execute(null, "print here = 1")).primaryResults[0]);
  },
};

console.log(JSON.stringify(await scenarios[scenario]()));
process.exit(0);
