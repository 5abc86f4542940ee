namespace FlowKernel.Cli.Serving;

/// <summary>Says how to connect to what is served.</summary>
internal static class ServeText
{
    private const string AnyWorkspace = "00000000-0000-0000-0000-000000000000";

    public static string Of(Uri address, string database)
    {
        var url = address.ToString().TrimEnd('/');
        return $"""
            Serving '{database}' on this machine only. Ctrl-C ends it.

              Kusto          {url}   database {database}, no sign-in
              Log Analytics  {url}/v1/workspaces/{AnyWorkspace}/query   any workspace id

              flowkernel query --cluster {url} --database {database} "NTANetAnalytics | count"
              Python  KustoClient("{url}").execute("{database}", "NTANetAnalytics | count")
              Node    new Client("{url}").execute("{database}", "NTANetAnalytics | count")
            """;
    }
}
