"""Help, offline: what a line can do, what a name means, recipes, the schema, a cheat sheet."""
import html
import json
import os
import re
import shutil
import subprocess
import tempfile
import unittest

import nbformat

from kernel import Kernel, KernelCase, tool

NOTEBOOKS = os.path.join(os.path.dirname(__file__), "..", "..", "notebooks")

DIRECTIVES = ["connect", "recipe", "recipes", "schema", "import", "export", "trace", "help"]
OPTIONS = ["--name", "--on", "--last", "--param", "--chart", "--limit", "--explain", "--dry-run"]

# A name, the first line of its page, and a word that its page must have.
PAGES = [
    ("summarize", "KQL operator summarize", "On local data: runs as on Kusto."),
    ("where", "KQL operator where", "T | where"),
    ("join", "KQL operator join", "innerunique"),
    ("mv-expand", "KQL operator mv-expand", "returns"),
    ("make-series", "KQL operator make-series", "step"),
    ("scan", "KQL operator scan", "On local data: runs."),
    ("let", "let", "let"),
    ("has_any", "has_any", "has_any"),
    ("strcat", "KQL function strcat", "strcat(arg, ...): string"),
    ("ipv4_is_in_range", "KQL function ipv4_is_in_range", "prefix"),
    ("ago", "KQL function ago", "datetime"),
    ("arg_max", "KQL aggregate arg_max", "returns"),
    ("dcount", "KQL aggregate dcount", "returns"),
    ("bag_unpack", "KQL plug-in bag_unpack", "evaluate"),
    ("cosmosdb_sql_request", "KQL plug-in cosmosdb_sql_request", "On local data: refused."),
    ("timespan", "timespan", "timespan"),
    ("timechart", "KQL chart timechart", "render timechart"),
    ("sankey", "KQL chart sankey", "render"),
    ("NTANetAnalytics", "Table NTANetAnalytics", "SrcIp"),
    ("NTAIpDetails", "Table NTAIpDetails", "Ip"),
    ("DestPort", "Column DestPort: int", "In NTANetAnalytics."),
    ("FlowType", "Column FlowType: string", "AzurePublic"),
    ("vm-traffic", "Recipe vm-traffic", "#!flowlogs recipe vm-traffic --ip"),
    ("connect", "#!flowlogs connect", "#!flowlogs connect local DIR"),
    ("--param", "Option --param", "typed parameter"),
    ("--last", "Option --last", "7d"),
    ("#r", "#r", "nuget:"),
    ("#load", "#load", "#load"),
    ("Console.WriteLine", "void Console.WriteLine", "standard output"),
    ("Math.Max", "Math.Max", "Returns the larger"),
    ("Enumerable.GroupBy", "GroupBy", "Groups the elements"),
    ("List<int>", "List<T>", "list"),
    ("Flow.Query", "FlowQuery Flow.Query", "typed parameters"),
    ("WithIpDetails", "WithIpDetails", "column"),
    ("ChartKind.Bar", "ChartKind.Bar", "Bar"),
    ("mine", "int[] mine", "mine"),
]
UNKNOWN = [("summarise", "summarize"), ("strcatt", "strcat"), ("DestPrt", "DestPort"), ("vm-trafic", "vm-traffic"),
           ("conect", "connect"), ("--nmae", "--name"), ("timechrt", "timechart")]


class HelpCase(KernelCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.kernel.run("#!flowlogs connect sample")
        cls.kernel.run("var mine = new[] { 1, 2 };")

    def page(self, question):
        """The page in a pager that answers a question."""
        cell = self.run_cell(question)
        page, = cell.reply["payload"]
        self.assertEqual(cell.of("display_data", "execute_result"), [])
        return page["data"]


class NameTests(HelpCase):
    def test_names_of_every_kind_have_a_page(self):
        for name, head, word in PAGES:
            with self.subTest(name):
                page = self.page("?" + name)
                self.assertIn(head, page["text/plain"].split("\n")[0])
                self.assertIn(word, page["text/plain"])

    def test_pages_come_as_text_and_markup_for_every_viewer(self):
        for name in ("summarize", "DestPort", "vm-traffic", "connect", "--param"):
            with self.subTest(name):
                page = self.page("?" + name)
                self.assertTrue({"text/plain", "text/html"} <= page.keys(), page.keys())
                self.assertNotRegex(page["text/html"], "<script|<link|src=|http://")

    def test_before_and_behind_and_in_a_directive_is_the_same_question(self):
        page = self.page("?summarize")["text/plain"]
        for question in ("summarize?", "??summarize", "? summarize", "  ?summarize  "):
            with self.subTest(question):
                self.assertEqual(self.page(question)["text/plain"], page)
        self.assertEqual(self.run_cell("#!flowlogs help summarize").data("text/plain"), [page])

    def test_the_bare_question_says_what_can_be_asked(self):
        page = self.page("?")["text/plain"]
        for word in ("?summarize", "?kql", "#!flowlogs schema", "#!flowlogs recipes", "#!flowlogs help"):
            self.assertIn(word, page)

    def test_an_unknown_name_is_an_error_with_the_nearest_one(self):
        for name, near in UNKNOWN:
            with self.subTest(name):
                cell = self.kernel.run("?" + name)
                self.assertEqual(cell.reply["ename"], "FK1301")
                self.assertIn(f"Did you mean '{near}'?", cell.text)
        self.assertEqual(self.kernel.run("?nothing_like_anything_at_all").reply["ename"], "FK1301")

    def test_a_name_of_several_kinds_gets_all_its_pages(self):
        page = self.page("?count")["text/plain"]
        self.assertIn("KQL operator count", page)
        self.assertIn("KQL aggregate count", page)

    def test_help_works_before_any_connection(self):
        with Kernel() as fresh:
            for name, head in (("summarize", "KQL operator"), ("DestPort", "Column DestPort"), ("vm-traffic", "Recipe")):
                self.assertIn(head, fresh.run("?" + name).reply["payload"][0]["data"]["text/plain"])

    def test_every_example_of_the_core_pages_runs_or_is_said_not_to(self):
        for name in ("summarize", "where", "join", "mv-expand", "make-series", "scan", "strcat", "ipv4_is_in_range",
                     "arg_max", "dcount", "bag_unpack", "timechart", "series_decompose", "parse_json", "row_cumsum"):
            with self.subTest(name):
                page = self.page("?" + name)["text/plain"].split("\n\n")
                example = [p for p in page if re.match(r"    (NTA|print|range|datatable|let)", p)][0]
                cell = self.kernel.run("#!flowlogs\n" + "\n".join(line[4:] for line in example.split("\n")))
                self.assertTrue(cell.ok, cell.text)


class DirectiveTests(HelpCase):
    def test_help_lists_every_directive_and_option_with_a_sentence(self):
        for text in (self.run_cell("#!flowlogs help").data("text/plain")[0], self.page("?#!flowlogs")["text/plain"]):
            for directive in DIRECTIVES:
                self.assertRegex(text, rf"#!flowlogs {directive}\b")
            for option in OPTIONS:
                self.assertRegex(text, rf"(?m)^ +{option} +\S+ \S+")

    def test_each_directive_and_option_has_a_page_with_an_example(self):
        for name in DIRECTIVES + OPTIONS:
            with self.subTest(name):
                text = self.run_cell(f"#!flowlogs help {name}").data("text/plain")[0]
                self.assertIn(name, text.split("\n")[0])
                self.assertIn("#!flowlogs", text.split("\n", 1)[1])

    def test_kql_has_an_index_of_all_its_names(self):
        index = self.page("?kql")["text/plain"]
        for name in ("summarize", "mv-expand", "graph-match", "strcat", "arg_max", "bag_unpack", "timechart", "has_any", "let"):
            self.assertRegex(index, rf"(?<![\w-]){name}(?![\w-])")

    def test_every_name_of_the_index_has_a_page(self):
        index = self.page("?kql")["text/html"]
        names = [html.unescape(n) for n in re.findall(r"<code[^>]*>([^<]+)</code>", index)][2:]
        self.assertGreater(len(names), 500)
        for name in names[::7]:
            with self.subTest(name):
                self.assertTrue(self.kernel.run("?" + name).ok)


class BrowserTests(HelpCase):
    def recipes(self, words=""):
        cell = self.run_cell(f"#!flowlogs recipes {words}".strip())
        return cell, re.findall(r"(?m)^([a-z]+(?:-[a-z]+)+) ", cell.text)

    def test_recipes_are_listed_with_question_parameters_and_how_to_run_them(self):
        cell, names = self.recipes()
        self.assertGreaterEqual(len(names), 13)
        self.assertIn("vm-traffic", names)
        self.assertIn("#!flowlogs recipe vm-traffic --ip 10.1.1.8 --last 60d", cell.text)
        self.assertIn("text/html", cell.of("execute_result", "display_data")[0]["data"])

    def test_a_search_finds_recipes_that_mention_all_words_in_any_case(self):
        _, everything = self.recipes()
        for words, some, without in (("load balancer", "lb-by-source", "vm-traffic"), ("TRAFFIC", "vm-traffic", "public-communications"),
                                     ("subnet", "subnet-traffic", "vm-traffic")):
            with self.subTest(words):
                _, found = self.recipes(words)
                self.assertIn(some, found)
                self.assertNotIn(without, found)
                self.assertLess(len(found), len(everything))

    def test_a_search_without_a_find_says_so_and_how_to_see_all(self):
        cell, found = self.recipes("zebra")
        self.assertEqual(found, [])
        self.assertIn("No recipe mentions 'zebra'", cell.text)
        self.assertIn("#!flowlogs recipes", cell.text)

    def test_each_recipe_runs_as_its_line_says(self):
        cell, _ = self.recipes()
        lines = re.findall(r"(#!flowlogs recipe \S.*?)\s*$", cell.text, re.MULTILINE)
        self.assertGreaterEqual(len(lines), 13)
        for line in lines:
            with self.subTest(line):
                self.assertTrue(self.kernel.run(line).ok)

    def test_the_schema_lists_tables_with_what_they_hold(self):
        text = self.run_cell("#!flowlogs schema").text
        for table in ("NTANetAnalytics", "NTAIpDetails", "NTATopologyDetails"):
            self.assertRegex(text, rf"(?m)^{table} +\d+ +\w+")

    def test_a_tables_schema_lists_columns_with_type_and_meaning(self):
        cell = self.run_cell("#!flowlogs schema NTANetAnalytics")
        self.assertRegex(cell.text, r"(?m)^DestPort +int .*Port at the destination")
        self.assertRegex(cell.text, r"(?m)^BytesSrcToDest +long +bytes")
        self.assertEqual(cell.data("text/html")[0].count("<tr"), 1 + 93)
        self.assertIn("50 of 93 rows shown", cell.text)

    def test_words_search_columns_of_all_tables_or_of_one(self):
        everywhere = self.run_cell("#!flowlogs schema port").text
        self.assertRegex(everywhere, r"(?m)^NTANetAnalytics +DestPort ")
        self.assertRegex(everywhere, r"(?m)^NTAIpDetails +Port ")
        one = self.run_cell("#!flowlogs schema NTANetAnalytics bytes").text
        self.assertIn("BytesSrcToDest", one)
        self.assertNotIn("NTAIpDetails", one)

    def test_an_unknown_table_has_the_nearest_one(self):
        self.assertIn("Did you mean 'NTANetAnalytics'?", self.fails("#!flowlogs schema NTANetAnalytic"))

    def test_names_of_results_are_in_the_schema(self):
        self.run_cell("#!flowlogs --name talkers\nNTANetAnalytics | summarize Bytes = sum(BytesSrcToDest) by SrcIp")
        self.assertIn("talkers", self.run_cell("#!flowlogs schema").text)
        self.assertRegex(self.run_cell("#!flowlogs schema talkers").text, r"Bytes +long")


class OfflineTests(unittest.TestCase):
    def test_help_needs_no_network_at_all(self):
        """In a name space of its own, where there is not even a loopback."""
        alone = ["unshare", "--map-root-user", "--net"]
        if not shutil.which("unshare") or subprocess.run([*alone, "true"], stderr=subprocess.DEVNULL).returncode:
            self.skipTest("This machine makes no network name spaces.")
        questions = ["#!flowlogs help", "?kql", *("?" + name for name, _, _ in PAGES if name != "mine"),
                     "#!flowlogs recipes", "#!flowlogs connect sample", "#!flowlogs schema"]
        with tempfile.TemporaryDirectory() as folder:
            notebook = os.path.join(folder, "help.ipynb")
            nbformat.write(nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(q) for q in questions]), notebook)
            ended = subprocess.run([*alone, *tool(), "run", notebook, "--out", notebook], capture_output=True, text=True)
            self.assertEqual(ended.returncode, 0, ended.stderr)
            for cell in nbformat.read(notebook, 4).cells:
                self.assertTrue(cell.outputs, cell.source)


class CheatSheetTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        path = os.path.join(NOTEBOOKS, "06-cheat-sheet.ipynb")
        with open(path, encoding="utf-8") as file:
            cls.cells = json.load(file)["cells"]
        cls.text = "\n".join("".join(cell["source"]) for cell in cls.cells)

    def test_it_has_a_cell_for_everything_a_line_can_do(self):
        for word in ("connect sample", "connect local", "--name", "--param", "--last",
                     "--chart", "--limit", "--explain", "--dry-run", "recipes", "recipe vm-traffic", "schema", "export",
                     "?name", "?kql", "Flow.Query", "Flow.Table", "WithIpDetails", "render"):
            with self.subTest(word):
                self.assertIn(word, self.text)

    def test_it_is_committed_with_outputs_and_without_errors(self):
        for cell in self.cells:
            if cell["cell_type"] == "code":
                kinds = [output["output_type"] for output in cell["outputs"]]
                self.assertNotIn("error", kinds)
        self.assertGreater(sum(bool(c.get("outputs")) for c in self.cells), 10)


class CheatSheetRunTests(HelpCase):
    def test_all_its_cells_run(self):
        with open(os.path.join(NOTEBOOKS, "06-cheat-sheet.ipynb"), encoding="utf-8") as file:
            cells = [c for c in json.load(file)["cells"] if c["cell_type"] == "code"]
        for cell in cells:
            code = "".join(cell["source"])
            with self.subTest(code):
                self.assertTrue(self.kernel.run(code).ok)
