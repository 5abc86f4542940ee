// What the official client of Log Analytics makes of a server: node logs.mjs URL SCENARIO -> JSON on the standard output.
import { LogsQueryClient } from "@azure/monitor-query";

const [url, scenario] = process.argv.slice(2);
const workspace = "11111111-2222-3333-4444-555555555555";

// Without a credential: it would not send one without TLS, and nobody has to sign in here.
const client = new LogsQueryClient(undefined, { endpoint: url, allowInsecureConnection: true });
const day = { startTime: new Date("2024-04-26T00:00:00Z"), endTime: new Date("2024-04-27T00:00:00Z") };
const times = "NTANetAnalytics | summarize From = min(TimeGenerated), To = max(TimeGenerated)";

const scenarios = {
  types: () => client.queryWorkspace(
    workspace,
    `print b = true, i = int(42), l = 42, r = 1.5, d = decimal(1.25), s = "text", t = datetime(2024-04-23),
     span = 1d, g = guid(74be27de-1e4e-49d9-b579-fe0b331d3642), o = dynamic({"a": [1, "x"]})`),
  timespan: () => client.queryWorkspace(workspace, times, day),
  duration: () => client.queryWorkspace(workspace, times, { duration: "P1D" }),
  options: () => client.queryWorkspace(
    workspace, "datatable(a:string, n:long) ['x', 1] | render piechart", undefined,
    { includeVisualization: true, includeQueryStatistics: true, serverTimeoutInSeconds: 60 }),
  async mistake() {
    try {
      return await client.queryWorkspace(workspace, "NTANetAnalytics | where SrcIpp == 'x'");
    } catch (error) {
      return { status: error.statusCode, code: error.code, message: error.message, details: error.details };
    }
  },
  partial: () => client.queryWorkspace(workspace, "set truncationmaxrecords = 3; range x from 1 to 10 step 1"),
};

console.log(JSON.stringify(await scenarios[scenario]()));
process.exit(0);
