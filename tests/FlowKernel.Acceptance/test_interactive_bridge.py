"""The bridge in a real .NET Interactive: loading, lines and cells of KQL, what editors ask, values, charts, mistakes."""
import json
import os
import re
import tempfile
import unittest

from interactive import ENDS, PROJECT, ROOT, Host, Package, program
from remote_service import WORKSPACE, Serve, SlowCluster
from shown_table import HOSTILE, kql

PLOTLY = "application/vnd.plotly.v1+json"
TALKERS = "NTANetAnalytics | summarize Bytes = sum(BytesSrcToDest) by FlowType | order by Bytes desc"


def setUpModule():
    """One host, with the package loaded, for all tests."""
    program()
    BridgePackage.package = Bridge.package = Package()
    unittest.addModuleCleanup(Bridge.package.close)
    BridgePackage.files = Bridge.package.archive.namelist()
    folder = tempfile.TemporaryDirectory(prefix="acceptance-host-")
    unittest.addModuleCleanup(folder.cleanup)
    Bridge.folder = folder.name
    Bridge.host = Host(folder.name)
    unittest.addModuleCleanup(Bridge.host.close)
    Bridge.loaded = Bridge.host.run(f'#i "nuget:{Bridge.package.feed}"\n#r "nuget: FlowKernel.Interactive, {Bridge.package.version}"')
    Bridge.connected = Bridge.host.run("#!flowlogs connect sample")


class BridgePackage(unittest.TestCase):

    def test_it_has_a_library_and_an_extension_where_the_host_looks(self):
        self.assertIn("lib/net10.0/FlowKernel.Interactive.dll", self.files)
        self.assertIn("lib/net10.0/FlowKernel.dll", self.files)
        self.assertIn("interactive-extensions/dotnet/extension.dib", self.files)

    def test_the_host_finds_no_other_library_to_load_for_itself(self):
        self.assertEqual([], [f for f in self.files if f.startswith("interactive-extensions/") and f.endswith(".dll")])

    def test_the_extension_has_no_using_that_would_stay_in_the_session(self):
        text = self.package.archive.read("interactive-extensions/dotnet/extension.dib").decode("utf-8")
        self.assertFalse(re.search(r"^\s*using ", text, re.MULTILINE))

    def test_it_does_not_depend_on_the_host(self):
        name = next(f for f in self.files if f.endswith(".nuspec"))
        spec = self.package.archive.read(name).decode("utf-8")
        self.assertNotIn("Microsoft.DotNet.Interactive", spec)
        self.assertIn("deprecated", spec)

    def test_readmes_say_plainly_that_the_host_is_deprecated(self):
        for text in (self.package.archive.read("README.md").decode("utf-8"), (ROOT / "README.md").read_text("utf-8"), (PROJECT / "README.md").read_text("utf-8")):
            self.assertRegex(text, r"deprecated Polyglot Notebooks")
            self.assertIn(".NET 10", text)


class Bridge(unittest.TestCase):
    def run_cell(self, code, kernel="csharp"):
        ended = self.host.run(code, kernel)
        self.assertTrue(ended.ok, ended.message)
        return ended

    def send(self, kind, token, **content):
        """Sends a command to the kernel of KQL and does not wait."""
        command = {"token": token, "commandType": kind, "routingSlip": [], "command": {**content, "targetKernelName": "flowkql"}}
        self.host.process.stdin.write(json.dumps(command) + "\n")
        self.host.process.stdin.flush()

    def fails(self, code, kernel="csharp"):
        ended = self.host.run(code, kernel)
        self.assertFalse(ended.ok, ended.text)
        return ended.message


class Loading(Bridge):
    def test_it_ends_with_a_visible_line(self):
        self.assertTrue(self.loaded.ok, self.loaded.message)
        self.assertIn("FlowKernel loaded", self.loaded.text)
        self.assertIn("#!flowlogs", self.loaded.text)

    def test_no_part_of_it_failed_unseen(self):
        self.assertEqual([], [e["message"] for e in self.loaded.of("CommandFailed")])
        errors = [d for e in self.loaded.of("DiagnosticsProduced") for d in e["diagnostics"] if d["severity"] == "error"]
        self.assertEqual([], errors)

    def test_it_connects(self):
        self.assertIn("Connected to sample", self.connected.text)
        self.assertIn("2024-04-27 12:00 UTC", self.connected.text)

    def test_loading_again_says_so_and_breaks_nothing(self):
        self.run_cell("#!csharp\nFlowKernelLoader.Load((Microsoft.DotNet.Interactive.CompositeKernel)Microsoft.DotNet.Interactive.KernelInvocationContext.Current"
                      ".HandlingKernel.RootKernel, Microsoft.DotNet.Interactive.KernelInvocationContext.Current);")
        self.assertIn("Connected to", self.run_cell("#!flowlogs connect sample").text)

    def test_the_kernel_of_kql_is_among_the_hosts_kernels(self):
        infos = [e["kernelInfo"] for e in self.host.ask("RequestKernelInfo", None).of("KernelInfoProduced")]
        names = {i["localName"]: i for i in infos}
        self.assertIn("flowkql", names)
        self.assertEqual("KQL", names["flowkql"]["languageName"])

    def test_the_extension_leaves_one_name_in_the_users_session(self):
        values = [i["name"] for e in self.host.ask("RequestValueInfos").of("ValueInfosProduced") for i in e["valueInfos"]]
        self.assertIn("Flow", values)
        self.assertFalse([v for v in values if v.startswith("FlowKernel")])

    def test_usings_do_not_leak(self):
        self.assertIn("CS0246", self.fails("FlowBridge b = null;"))


class Lines(Bridge):
    def test_the_commands_of_the_line_work(self):
        for line, words in [("#!flowlogs help", "#!flowlogs connect sample"), ("#!flowlogs schema", "NTANetAnalytics"), ("#!flowlogs schema NTAIpDetails", "Location"),
                            ("#!flowlogs recipes", "vm-traffic"), ("#!flowlogs recipes balancer", "lb-"), ("#!flowlogs help where", "Keeps rows")]:
            with self.subTest(line):
                self.assertIn(words, self.run_cell(line).text)

    def test_a_recipe_with_its_parameters_is_run(self):
        self.assertIn(PLOTLY, str(self.run_cell("#!flowlogs recipe vm-peer-over-time").events))
        ended = self.run_cell("#!flowlogs recipe vm-traffic --ip 10.1.1.8 --last 60d")
        self.assertTrue(ended.shown("text/html") or ended.shown(PLOTLY))

    def test_kql_below_a_line_is_kql(self):
        self.assertTrue(self.run_cell(f"#!flowlogs\n{TALKERS}").text.startswith("FlowType"))

    def test_options_of_a_line_are_followed(self):
        self.assertIn("2 of 8 rows", self.run_cell(f"#!flowlogs --limit 2\n{TALKERS}").text)
        self.assertTrue(self.run_cell(f"#!flowlogs --chart pie\n{TALKERS}").shown(PLOTLY))
        self.assertIn("SELECT", self.run_cell("#!flowlogs --explain\nprint 1").text.upper())
        self.assertIn("NTANetAnalytics", self.run_cell(f"#!flowlogs --dry-run\n{TALKERS}").text)
        self.assertTrue(self.run_cell(f"#!flowkql --limit 1\n{TALKERS}").ok)

    def test_several_lines_and_cells_of_both_languages_live_in_one_cell(self):
        ended = self.run_cell("#!flowlogs connect sample --as two\n#!flowkql --on two\nprint Here = 1\n#!csharp\n40 + 2")
        self.assertIn("Here", ended.text)
        self.assertIn("42", str(ended.of("ReturnValueProduced")))

    def test_a_cluster_and_a_workspace_answer_as_the_sample_does(self):
        service = Serve()
        self.addCleanup(service.close)
        self.addCleanup(self.host.run, "#!flowlogs connect sample")
        shown = self.run_cell(f"#!flowlogs --on sample\n{TALKERS}").text.splitlines()
        # Above the rows may stand what told of the progress, below them stands where they are from.
        here = "\n".join(line for line in shown if " on sample" not in line).strip()
        self.assertIn("AzurePublic", here)
        for line in (f"kusto {service.address} sample --as lake", f"workspace {WORKSPACE} --endpoint {service.address} --as prod"):
            name = line.split()[-1]
            with self.subTest(name):
                self.run_cell(f"#!flowlogs connect {line}")
                self.assertIn(here, self.run_cell(f"#!flowlogs --on {name}\n{TALKERS}").text)

    def test_c_sharp_without_lines_is_untouched(self):
        self.assertIn("3", str(self.run_cell("1 + 2").of("ReturnValueProduced")))
        self.run_cell("using System.Net; var address = IPAddress.Loopback;")
        self.assertIn("127.0.0.1", str(self.run_cell("address.ToString()").of("ReturnValueProduced")))

    def test_an_import_and_an_export_work(self):
        report = os.path.join(self.folder, "report.html")
        self.run_cell(f"#!flowlogs\n{TALKERS} | render piechart")
        self.assertIn("Wrote", self.run_cell(f"#!flowlogs export {report}").text)
        with open(report, encoding="utf-8") as file:
            text = file.read()
        self.assertTrue(TALKERS in text and "* plotly.js v" in text)
        self.assertIn("FK", self.fails(f"#!flowlogs import {self.folder}/nowhere --data {self.folder}/store"))

    def test_lines_are_completed_by_name_and_value(self):
        for code, words in [("#!flow|^", {"#!flowlogs", "#!flowkql"}), ("#!flowlogs con|^", {"connect"}), ("#!flowlogs --|^", {"--name", "--limit", "--chart"}),
                            ("#!flowlogs --chart |^", {"piechart", "timechart"}), ("#!flowkql --|^", {"--name"})]:
            with self.subTest(code):
                found = {c["displayText"] for e in self.host.at("RequestCompletions", code).of("CompletionsProduced") for c in e["completions"]}
                self.assertTrue(words <= found, found)


class Editing(Bridge):
    def complete(self, code, kernel="flowkql"):
        return [c for e in self.host.at("RequestCompletions", code, kernel).of("CompletionsProduced") for c in e["completions"]]

    def test_kql_is_completed(self):
        for code, word in [("NTANet|^", "NTANetAnalytics"), ("NTANetAnalytics | whe|^", "where"), ("NTANetAnalytics | where Src|^", "SrcIp"),
                           ("NTANetAnalytics | summarize co|^", "count"), ("NTANetAnalytics | where FlowType == '|^'", "IntraVNet"), ("NTANetAnalytics | render pie|^", "piechart")]:
            with self.subTest(code):
                self.assertTrue(any(word in c["displayText"] for c in self.complete(code)), code)

    def test_completion_is_ranked_and_says_what_it_replaces(self):
        event = self.host.at("RequestCompletions", "NTANetAnalytics\n| where SrcI|^", "flowkql").of("CompletionsProduced")[0]
        span = event["linePositionSpan"]
        self.assertEqual((1, 8, 12), (span["start"]["line"], span["start"]["character"], span["end"]["character"]))
        ordered = sorted(event["completions"], key=lambda c: c["sortText"])
        self.assertEqual("SrcIp", ordered[0]["displayText"])

    def test_kql_below_a_line_is_completed_as_kql_and_c_sharp_as_c_sharp(self):
        self.assertIn("SrcIp", [c["displayText"] for c in self.complete("#!flowlogs\nNTANetAnalytics | where SrcI|^", "csharp")])
        self.assertIn("Console", [c["displayText"] for c in self.complete("Consol|^", "csharp")])

    def test_names_are_explained_on_hover(self):
        for code, words in [("NTANetAnalytics | where Src|^Ip == ''", "SrcIp"), ("NTANet|^Analytics", "NTANetAnalytics"), ("NTANetAnalytics | wh|^ere 1 == 1", "where"),
                            ("print ipv4_is_in|^_range('', '')", "ipv4_is_in_range")]:
            with self.subTest(code):
                hovers = self.host.at("RequestHoverText", code, "flowkql").of("HoverTextProduced")
                self.assertIn(words, str(hovers))
                self.assertEqual({"text/markdown", "text/plain"}, {f["mimeType"] for h in hovers for f in h["content"]})

    def test_calls_show_their_parameters(self):
        event = self.host.at("RequestSignatureHelp", "print ipv4_is_in_range('10.0.0.1', |^)", "flowkql").of("SignatureHelpProduced")[0]
        self.assertIn("ipv4_is_in_range(", event["signatures"][0]["label"])
        self.assertEqual(1, event["activeParameterIndex"])

    def test_mistakes_are_marked_at_their_place_before_running(self):
        events = self.host.ask("RequestDiagnostics", "flowkql", code="NTANetAnalytics\n| where SrcIpp == 'x'").of("DiagnosticsProduced")
        found = [d for e in events for d in e["diagnostics"]]
        self.assertEqual(1, len(found), found)
        span = found[0]["linePositionSpan"]
        self.assertEqual((1, 8, 14), (span["start"]["line"], span["start"]["character"], span["end"]["character"]))
        self.assertEqual(("error", "KS142"), (found[0]["severity"], found[0]["code"]))

    def test_right_kql_has_no_marks(self):
        events = self.host.ask("RequestDiagnostics", "flowkql", code=TALKERS).of("DiagnosticsProduced")
        self.assertEqual([], [d for e in events for d in e["diagnostics"]])

    def test_empty_and_half_texts_are_answered(self):
        for code in ("|^", "NTANetAnalytics | |^", "'|^", "let x = |^", "NTANetAnalytics | where (|^", "\U0001F600 |^"):
            for kind in ("RequestCompletions", "RequestHoverText", "RequestSignatureHelp"):
                with self.subTest(f"{kind} {code}"):
                    self.assertTrue(self.host.at(kind, code, "flowkql").ok)


class Mistakes(Bridge):
    def test_a_mistake_in_kql_shows_the_users_own_line_with_a_caret_and_a_suggestion(self):
        for code in ("#!flowkql\nNTANetAnalytics | where SrcIpp == 'x'", "#!flowlogs\nNTANetAnalytics | where SrcIpp == 'x'"):
            with self.subTest(code):
                message = self.fails(code)
                self.assertIn("2 | NTANetAnalytics | where SrcIpp == 'x'", message)
                self.assertRegex(message, r"\n    \|                         \^{6}")
                self.assertIn("Did you mean 'SrcIp'?", message)

    def test_a_mistake_in_a_line_is_told(self):
        self.assertIn("FK", self.fails("#!flowlogs recipe nosuch"))
        self.assertIn("FK", self.fails("#!flowlogs connect local /nowhere/at/all"))
        self.fails("#!flowlogs --nosuch\nprint 1")

    def test_a_message_has_no_stack_trace_and_no_colour_codes(self):
        message = self.fails("#!flowkql\nNTANetAnalytics | wherre 1")
        self.assertFalse("   at FlowKernel" in message or "\x1b" in message, message)

    def test_the_host_goes_on_after_each(self):
        self.fails("#!flowkql\nbroken |")
        self.assertIn("2", self.run_cell("#!flowkql\nprint Sum = 1 + 1").text)

    def test_a_query_that_is_cancelled_ends(self):
        self.send("SubmitCode", "slow", code="range a from 1 to 90000000000 step 1 | summarize dcount(a % 1000)")
        self.host.wait(lambda e: "Running on" in json.dumps(e.get("event", {})))
        self.send("Cancel", "stop")
        self.assertEqual("CommandFailed", self.host.wait(lambda e: e["eventType"] in ENDS and e["command"]["token"] == "slow")[-1]["eventType"])
        self.assertIn("2", self.run_cell("#!flowkql\nprint 1 + 1").text)


class Values(Bridge):
    def test_a_kept_result_is_a_c_sharp_variable_a_table_and_a_value(self):
        self.run_cell(f"#!flowlogs --name flows\n{TALKERS}")
        self.assertIn("8", str(self.run_cell("flows.Count").of("ReturnValueProduced")))
        self.assertIn("8", self.run_cell("#!flowkql\nflows | count").text)
        infos = [i["name"] for e in self.host.ask("RequestValueInfos", "flowkql").of("ValueInfosProduced") for i in e["valueInfos"]]
        self.assertIn("flows", infos)

    def test_a_kept_result_is_handed_to_other_kernels_as_json(self):
        self.run_cell("#!flowkql --name pair\nprint A = 1, B = 'x'")
        event = self.host.ask("RequestValue", "flowkql", name="pair", mimeType="application/json").of("ValueProduced")[0]
        self.assertEqual([[1, "x"]], json.loads(event["formattedValue"]["value"])["rows"])

    def test_a_result_is_taken_over_under_another_name(self):
        self.run_cell(f"#!flowkql --name taken\n{TALKERS}")
        self.run_cell("#!set --byref --name mine --value @flowkql:taken")
        self.assertIn("AzurePublic", str(self.run_cell('mine.Select(r => r["FlowType"]).First()').of("ReturnValueProduced")))

    def test_a_c_sharp_value_is_a_parameter_of_its_type(self):
        for value, kind in [('"10.1.1.8"', "string"), ("5", "int"), ("5L", "long"), ("0.5", "real"), ("true", "bool"), ("DateTime.UnixEpoch", "datetime"),
                            ("TimeSpan.FromDays(1)", "timespan"), ("Guid.Empty", "guid")]:
            with self.subTest(value):
                self.run_cell(f"var given = {value};")
                text = self.run_cell("#!flowkql\n#!set --name given --value @csharp:given\nprint Kind = gettype(given)").text
                self.assertEqual(kind, text.split("\n")[2])

    def test_a_hostile_value_is_a_value(self):
        hostile = "' | union (print 1) | where '' == '"
        self.run_cell(f'var evil = "{hostile}";')
        text = self.run_cell("#!flowkql\n#!set --name evil --value @csharp:evil\nprint Got = evil").text
        self.assertEqual(["Got", hostile, "1 row on sample"], [text.split("\n")[i] for i in (0, 2, 3)])

    def test_a_missing_value_is_told_with_the_nearest_name(self):
        self.run_cell(f"#!flowkql --name nearby\n{TALKERS}")
        ended = self.host.ask("RequestValue", "flowkql", name="nearbi", mimeType="application/json")
        self.assertIn("FK1402", ended.message)
        self.assertIn("Did you mean 'nearby'?", ended.message)

    def test_the_c_sharp_helpers_are_there(self):
        self.assertIn("141696", self.run_cell('(await Flow.Query("NTANetAnalytics | count"))[0]["Count"]').of("ReturnValueProduced")[0]["formattedValues"][0]["value"])
        self.assertTrue(self.run_cell('(await Flow.Query("' + TALKERS + '")).Chart(FlowKernel.Results.ChartKind.Pie)').shown(PLOTLY))
        self.assertTrue(self.run_cell('await Flow.Recipes.VmTraffic(ip: "10.1.1.8", last: TimeSpan.FromDays(60))').ok)
        self.assertIn("NTAIpDetails", str(self.run_cell('await Flow.Query("NTANetAnalytics").WithIpDetails("DestIp").ToKqlAsync()').events))


class Shown(Bridge):
    def forms(self, code):
        events = self.run_cell(code).of("DisplayedValueProduced", "ReturnValueProduced", "DisplayedValueUpdated")
        return [{f["mimeType"]: f["value"] for f in e["formattedValues"]} for e in events]

    def test_a_table_has_our_html_and_our_text(self):
        for code in (f"#!flowkql\n{TALKERS}", f"#!flowlogs --name shown\n{TALKERS}", "shown"):
            with self.subTest(code):
                forms = self.forms(code)[-1]
                self.assertTrue({"text/html", "text/plain"} <= set(forms))
                self.assertIn("flowkernel-table", forms["text/html"])
                self.assertTrue(forms["text/plain"].startswith("FlowType"))

    def test_a_chart_has_figure_picture_and_text(self):
        for code in (f"#!flowkql\n{TALKERS} | render columnchart", f"#!flowlogs\n{TALKERS} | render columnchart",
                     f'(await Flow.Query("{TALKERS}")).Chart(FlowKernel.Results.ChartKind.Column)'):
            with self.subTest(code):
                forms = next(f for f in self.forms(code) if PLOTLY in f)
                self.assertEqual({PLOTLY, "image/png", "text/plain"}, set(forms))
                self.assertEqual("bar", json.loads(forms[PLOTLY])["data"][0]["type"])
                self.assertTrue(forms["image/png"].startswith("iVBOR"))

    def test_values_are_text(self):
        rows = ", ".join(kql(h) for h in HOSTILE)
        html = self.forms(f"#!flowkql\ndatatable(['<img src=x onerror=hit(0)>']: string)[{rows}]")[-1]["text/html"]
        table = html.split("<script")[0]
        self.assertFalse(re.search(r"<(img|svg|iframe|a |style|base|meta|b>)", table), table)

    def test_progress_is_updated_in_place_and_gone_at_the_end(self):
        cluster = SlowCluster()
        self.addCleanup(cluster.close)
        self.run_cell(f"#!flowlogs connect kusto {cluster.address} flows --as far")
        self.addCleanup(self.host.run, "#!flowlogs connect sample")
        self.send("SubmitCode", "far", code="Flows | take 5000")
        events = self.host.wait(lambda e: "40 %" in json.dumps(e.get("event", {})))
        cluster.more.set()
        events += self.host.wait(lambda e: e["eventType"] in ENDS and e["command"]["token"] == "far")
        moments = [e["event"] for e in events if e["eventType"].startswith("DisplayedValue") and "Running on" in json.dumps(e)]
        line = [e["event"] for e in events if e["event"].get("valueId") == moments[0]["valueId"]]
        texts = [f["value"] for event in line for f in event["formattedValues"] if f["mimeType"] == "text/plain"]
        self.assertIn("Running on far", texts[0])
        self.assertEqual("", texts[-1])
