"""Queries that run elsewhere: on a cluster and on a workspace, with progress, kept tables, mistakes and interrupts."""
import json
import statistics
import time
import unittest

from kernel import Kernel, KernelCase, tool
from remote_service import WORKSPACE, Serve, SlowCluster
from stores import small_store
from terminal import TerminalRun

ENDLESS = "range a from 1 to 90000000000 step 1 | summarize dcount(a % 1000)"
TALKERS = "NTANetAnalytics | summarize Bytes = sum(BytesSrcToDest) by SrcIp | top 3 by Bytes"


def moments(messages):
    """What was shown under display ids: the kinds of messages, the ids, the texts."""
    shown = [m for m in messages if m["content"].get("transient", {}).get("display_id")]
    return ([m["msg_type"] for m in shown], {m["content"]["transient"]["display_id"] for m in shown},
            [m["content"]["data"]["text/plain"] for m in shown])


class RemoteCase(KernelCase):
    """A kernel with the sample as a cluster (lake), as a workspace (prod), and as it is (sample)."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.service = Serve()
        cls.addClassCleanup(cls.service.close)
        for line in (f"connect kusto {cls.service.address} sample --as lake",
                     f"connect workspace {WORKSPACE} --endpoint {cls.service.address} --as prod",
                     f"connect local {small_store()} --as mine", "connect sample"):
            cell = cls.kernel.run(f"#!flowlogs {line}")
            assert cell.ok, cell.text

    def rows(self, on, kql):
        """A query's rows, as the table of its plain text."""
        lines = self.run_cell(f"#!flowlogs --on {on}\n{kql}").of("execute_result")[-1]["data"]["text/plain"].splitlines()
        return [line.split() for line in lines[2:-1]]


class TheSameQuery(RemoteCase):
    def test_gives_the_same_rows_everywhere(self):
        for kql in (TALKERS, "NTANetAnalytics | count", "NTAIpDetails | where isnotempty(Location) | summarize n = count() by Location | order by n desc, Location asc | take 5",
                    "NTANetAnalytics | summarize dcount(SrcIp), sum(AllowedInFlows) by FlowType | order by FlowType asc"):
            here = self.rows("sample", kql)
            for on in ("lake", "prod"):
                with self.subTest(f"{on}: {kql}"):
                    self.assertEqual(here, self.rows(on, kql))

    def test_says_where_it_ran(self):
        for on, place in {"lake": "localhost/sample", "prod": WORKSPACE}.items():
            cell = self.run_cell(f"#!flowlogs --on {on}\nprint 1")
            self.assertIn(f"1 row on {place}", cell.text)

    def test_is_drawn(self):
        for on in ("lake", "prod"):
            cell = self.run_cell(f"#!flowlogs --on {on}\nNTANetAnalytics | summarize count() by bin(TimeGenerated, 1d) | render timechart")
            self.assertTrue(cell.data("application/vnd.plotly.v1+json"), cell.text)

    def test_takes_parameters_of_csharp(self):
        self.run_cell('var address = "10.1.1.8"; var times = new[] { 1, 2 };')
        for on in ("lake", "prod"):
            with self.subTest(on):
                shown = self.run_cell(f"#!flowlogs --on {on} --param address --param times\nprint address, array_length(times)").text
                self.assertRegex(shown, r"10\.1\.1\.8 +2")
                shown = self.run_cell(f'await Flow.Query($"print a = {{address}}").On("{on}")').text
                self.assertIn("10.1.1.8", shown)

    def test_can_be_limited_to_the_last_days(self):
        expected = self.rows("sample", "NTANetAnalytics | where TimeGenerated > ago(2d) | count")
        for on in ("sample", "lake", "prod"):
            with self.subTest(on):
                shown = self.run_cell(f"#!flowlogs --on {on} --last 2d\nNTANetAnalytics | count").text
                self.assertIn(expected[0][0] if on == "sample" else "row on", shown)

    def test_recipes_and_enrichments_run_there(self):
        for on in ("lake", "prod"):
            with self.subTest(on):
                cell = self.run_cell(
                    f'await Flow.Query("NTANetAnalytics | summarize n = count() by DestIp | top 2 by n").On("{on}").WithTopology("DestIp")')
                self.assertIn("VirtualMachine", cell.text)
                self.run_cell(f"#!flowlogs recipe vm-traffic --ip 10.1.1.8 --last 60d --on {on}")


class KeptTables(RemoteCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.kernel.run(f"#!flowlogs --on lake --name flows\n{TALKERS}")

    def test_a_result_of_anywhere_is_a_table_everywhere(self):
        kql = "flows | join kind=inner (NTANetAnalytics | summarize n = count() by SrcIp) on SrcIp | project SrcIp, Bytes, n | order by SrcIp asc"
        here = self.rows("sample", kql)
        self.assertEqual(3, len(here))
        for on in ("lake", "prod"):
            with self.subTest(on):
                self.assertEqual(here, self.rows(on, kql))
        self.assertEqual([["3"]], self.rows("mine", "flows | count"))

    def test_its_rows_are_typed_in_csharp(self):
        self.assertEqual(self.rows("sample", "flows | summarize sum(Bytes)")[0][0], self.value("flows.Sum(f => f.Bytes)"))

    def test_all_types_and_nulls_arrive(self):
        self.run_cell(
            "#!flowlogs --on prod --name kinds\nprint b = true, i = int(1), l = long(9007199254740993), r = real(1.5), m = decimal(2.5), "
            "s = 'x\"\\\\\\n', t = datetime(2024-01-02 03:04:05.1234567), d = 1h, g = guid(74be27de-1e4e-49d9-b579-fe0b331d3642), "
            "y = dynamic({\"a\":[1]})\n| union (print b = bool(null), l = long(null), s = '')")
        kql = "kinds | extend z = strcat(b, i, l, r, m, strlen(s), d, g, y.a[0]) | project z | order by z asc"
        here = self.rows("sample", kql)
        for on in ("lake", "prod"):
            with self.subTest(on):
                self.assertEqual(here, self.rows(on, kql))

    def test_collections_of_csharp_are_tables_there(self):
        self.run_cell('record Suspect(string Ip, int Weight); Flow.Table("suspects", new[] { new Suspect("10.1.1.8", 2), new Suspect("x", 1) });')
        for on in ("lake", "prod", "mine"):
            with self.subTest(on):
                self.assertEqual([["10.1.1.8", "2"], ["x", "1"]], self.rows(on, "suspects | order by Ip asc"))

    def test_keeping_again_replaces_the_table_everywhere(self):
        for on, other in (("prod", "lake"), ("lake", "prod")):
            self.run_cell(f"#!flowlogs --on {on} --name again\nprint place = '{on}'")
            self.assertEqual([[on]], self.rows(other, "again | project place"))

    def test_a_table_that_is_too_large_is_refused_with_a_way_out(self):
        self.run_cell("#!flowlogs --on sample --name large\nrange n from 1 to 200000 step 1")
        for on in ("lake", "prod"):
            with self.subTest(on):
                text = self.fails(f"#!flowlogs --on {on}\nlarge | count")
                self.assertIn("FK1150", text)
                self.assertIn("200,000 rows, too many to send along", text)
                self.assertIn("--on", text)


class Mistakes(RemoteCase):
    def test_are_found_before_anything_is_sent(self):
        cluster = SlowCluster()
        self.addCleanup(cluster.close)
        self.run_cell(f"#!flowlogs connect kusto {cluster.address} flows --as slow")
        text = self.fails("#!flowlogs --on slow\nFlows | where Byte > 1")
        self.assertIn("Did you mean 'Bytes'?", text)
        text = self.fails('await Flow.Query("Flows | where Byte > 1").On("slow")')
        self.assertIn("KS142", text)
        self.assertEqual([], [path for path, _, _ in cluster.asked if path.endswith("query")])

    def test_that_only_the_service_finds_are_marked_in_the_users_line(self):
        for on in ("lake", "prod"):
            with self.subTest(on):
                text = self.fails(f"#!flowlogs --on {on}\nprint 1\n| evaluate python(typeof(*), 'x')")
                self.assertIn("FK0431", text)
                self.assertIn("^", text)

    def test_in_connecting_say_what_to_do(self):
        cases = {
            "connect kusto https://evil.example.com flows": ("FK0437", "--auth none"),
            "connect kusto http://mycluster.kusto.windows.net flows": ("FK0437", "https://"),
            "connect workspace my-workspace": ("FK0438", "Workspace ID"),
            f"connect kusto {self.service.address} nowhere": ("FK0433", "Check its name"),
            "connect kusto http://localhost:9 flows": ("FK0435", "no answer from localhost"),
            "connect workspace": ("FK0411", "ID"),
            "connect kusto https://x.kusto.windows.net flows --auth magic": ("FK", "device"),
        }
        for line, words in cases.items():
            with self.subTest(line):
                text = self.fails(f"#!flowlogs {line}")
                for word in words:
                    self.assertIn(word, text)


class ProgressInANotebook(RemoteCase):
    def test_a_long_query_is_one_line_updated_in_place_that_goes_away(self):
        for cell in (f"#!flowlogs --on lake\n{ENDLESS}", f"#!flowlogs --on prod\n{ENDLESS}", f'await Flow.Query("{ENDLESS}").On("lake")'):
            with self.subTest(cell[:40]):
                stopped = self.run_until(cell, 3)
                kinds, ids, texts = moments(stopped)
                self.assertEqual(["display_data", *["update_display_data"] * (len(kinds) - 1)], kinds)
                self.assertEqual(1, len(ids))
                self.assertGreater(len(set(texts)), 2)
                for text in texts[:-1]:
                    self.assertRegex(text, r"^Running on (lake|prod) · \d+ s$")
                self.assertEqual("", texts[-1])

    def test_the_line_says_how_far_the_service_is(self):
        cluster = SlowCluster()
        self.addCleanup(cluster.close)
        self.run_cell(f"#!flowlogs connect kusto {cluster.address} flows --as far")
        request = self.kernel.client.execute("#!flowlogs --on far\nFlows | take 5000")
        seen = []
        while not any("40 %" in text for text in moments(seen)[2]):
            seen.append(self.kernel.client.get_iopub_msg(timeout=60))
        cluster.more.set()
        rest = self.kernel.outputs(request)
        self.assertEqual("ok", self.kernel.reply(request)["content"]["status"])
        texts = moments(seen + rest)[2]
        self.assertRegex(next(t for t in texts if "40 %" in t), r"^Running on far \[########-{12}\] 40 % · \d+ s.* · 1,200 rows$")
        self.assertEqual("", texts[-1])
        self.assertIn("1 row on 127.0.0.1/flows", rest[-1]["content"]["data"]["text/plain"])

    def run_until(self, code, updates):
        """Runs a cell, interrupts it once its line was updated; gives its messages."""
        request = self.kernel.client.execute(code)
        seen = []
        while len(moments(seen)[0]) < updates:
            message = self.kernel.client.get_iopub_msg(timeout=60)
            if message["parent_header"].get("msg_id") == request:
                seen.append(message)
        self.kernel.ask("interrupt_request", {}, control=True)
        seen += self.kernel.outputs(request)
        self.assertEqual("error", self.kernel.reply(request)["content"]["status"])
        return seen


class Interrupts(RemoteCase):
    def test_a_query_there_ends_within_300_ms(self):
        for cell in (f"#!flowlogs --on lake\n{ENDLESS}", f"#!flowlogs --on prod\n{ENDLESS}", f'await Flow.Query("{ENDLESS}").On("lake")'):
            with self.subTest(cell[:40]):
                self.assertLess(statistics.median(self.time_of(cell) for _ in range(3)), 0.3)

    def test_a_cluster_is_told(self):
        cluster = SlowCluster()
        self.addCleanup(cluster.close)
        self.run_cell(f"#!flowlogs connect kusto {cluster.address} flows --as told")
        self.time_of("#!flowlogs --on told\nFlows | take 5000", cluster)
        end = time.monotonic() + 20
        while not any(text.startswith(".cancel") for _, text, _ in cluster.asked) and time.monotonic() < end:
            time.sleep(0.05)
        sent = next(id for path, _, id in cluster.asked if path.endswith("query"))
        self.assertIn(f'.cancel query "{sent}"', [text for _, text, _ in cluster.asked])

    def time_of(self, code, cluster=None):
        """How many seconds a cell goes on after it is interrupted."""
        request = self.kernel.client.execute(code)
        end = time.monotonic() + 60
        while cluster and not any(path.endswith("query") for path, _, _ in cluster.asked) and time.monotonic() < end:
            time.sleep(0.02)
        time.sleep(1.5)
        started = time.monotonic()
        self.kernel.ask("interrupt_request", {}, control=True)
        reply = self.kernel.reply(request)["content"]
        took = time.monotonic() - started
        self.assertEqual(("error", "Interrupted"), (reply["status"], reply.get("ename")), reply)
        self.kernel.outputs(request)
        self.assertEqual("2", self.value("1 + 1"))
        return took


class OnTheCommandLine(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.service = Serve()
        cls.addClassCleanup(cls.service.close)

    def query(self, *words, **options):
        return TerminalRun([*tool(), "query", *words], **options)

    def test_a_cluster_and_a_workspace_answer(self):
        for place in (["--cluster", self.service.address, "--database", "sample"],
                      ["--workspace", WORKSPACE, "--endpoint", self.service.address]):
            with self.subTest(place[0]):
                run = self.query(*place, "--format", "json", "--param", "ip=10.1.1.8",
                                 "NTANetAnalytics | where SrcIp == ip | summarize n = count()", piped=True)
                self.assertEqual(0, run.code, run.text)
                self.assertEqual([{"name": "n", "type": "long"}], json.loads(run.result)["columns"])
                self.assertGreater(json.loads(run.result)["rows"][0][0], 0)

    def test_a_long_query_is_one_line_updated_in_place_that_goes_away(self):
        run = self.query("--cluster", self.service.address, "--database", "sample", ENDLESS, piped=True, until=r"Running on sample · 3 s")
        self.assertEqual(130, run.code, run.text)
        self.assertEqual(1, run.lines_with("Running on"))
        self.assertGreater(len(run.versions_of("Running on")), 2)
        self.assertNotIn("Running", "\n".join(run.screen.shown))
        self.assertTrue(run.screen.is_cursor_shown)

    def test_the_line_says_how_far_the_service_is(self):
        cluster = SlowCluster()
        self.addCleanup(cluster.close)
        run = self.query("--cluster", cluster.address, "--database", "flows", "Flows | take 5000", piped=True, until=r"40 %")
        self.assertEqual(1, run.lines_with("Running on"))
        self.assertTrue(any("1,200 rows" in line for line in run.versions_of("Running on")), run.text)

    def test_options_that_do_not_fit_are_refused(self):
        for words, said in {
            ("--cluster", "http://localhost:1", "print 1"): "--cluster needs --database DB.",
            ("--database", "x", "print 1"): "--database needs --cluster URL.",
            ("--sample", "--workspace", WORKSPACE, "print 1"): "--sample and --workspace exclude each other",
            ("--sample", "--auth", "cli", "print 1"): "--auth needs --workspace ID or --cluster URL.",
            ("--workspace", WORKSPACE, "--now", "2024-01-01", "print 1"): "FK0439",
        }.items():
            with self.subTest(words):
                run = self.query(*words)
                self.assertNotEqual(0, run.code)
                self.assertIn(said, run.text)

    def test_explain_shows_what_is_sent(self):
        run = self.query("--cluster", self.service.address, "--database", "sample", "--explain", "--param", "n=5", "print n", piped=True)
        self.assertIn("let n = long(5);\nprint n", run.result.decode())
        self.assertIn('"request_readonly": true', run.result.decode())


class InAReport(unittest.TestCase):
    def test_a_place_elsewhere_is_named_and_its_progress_leaves_nothing(self):
        service = Serve()
        self.addCleanup(service.close)
        with Kernel() as kernel:
            kernel.run(f"#!flowlogs connect kusto {service.address} sample --as lake")
            kernel.run("#!flowlogs\nNTANetAnalytics | count")
            path = f"{kernel.home.name}/report.html"
            self.assertTrue(kernel.run(f"#!flowlogs export {path}").ok)
            page = open(path, encoding="utf-8").read()
        self.assertIn("Connected to lake (sample)", page)
        self.assertNotIn("Running on", page)


if __name__ == "__main__":
    unittest.main()
