"""`flowkernel check`: notebooks, .kql, .cs and .csx, for people, as SARIF, and with exit codes fit for CI."""
import json
import os
import tempfile
import unittest

from mistakes import marked, mistakes_in, plain
from notebook_files import write_notebook, write_text
from tool_run import run_tool

CONNECT = "#!flowlogs connect sample"
GOOD = "#!flowlogs --name good\nNTANetAnalytics\n| summarize TotalBytes = sum(BytesSrcToDest) by SrcIp"

# Cells of a notebook, whose only mistake stands in ⟦⟧, and the mistake's code.
NOTEBOOKS = {
    "column": ([CONNECT, "#!flowlogs\nNTANetAnalytics\n| where ⟦DestIpp⟧ == ''"], "KS142"),
    "table": ([CONNECT, "#!flowlogs\n⟦NTANetAnalytic⟧ | take 5"], "KS204"),
    "operator": ([CONNECT, "#!flowlogs\nNTANetAnalytics | ⟦tak⟧ 5"], "KS176"),
    "directive": (["#!flowlogs ⟦conect⟧ sample"], "FK0410"),
    "option": ([CONNECT, "#!flowlogs --chart ⟦nochart⟧\nNTANetAnalytics"], "FK0411"),
    "connection": ([CONNECT, "#!flowlogs --on ⟦prod⟧\nNTANetAnalytics"], "FK0502"),
    "recipe-option": ([CONNECT, "#!flowlogs recipe vm-traffic ⟦--ipp⟧ 10.1.1.8"], "FK0410"),
    "csharp-name": ([CONNECT, "var a = 1;", "Console.WriteLine(a + ⟦b⟧);"], "CS0103"),
    "csharp-type": (["int n = 1;", "string s = ⟦n⟧;"], "CS0029"),
    "csharp-syntax": (["var fine = 1;", "var x = (1 + 2⟦;⟧"], "CS1026"),
    "function-over-cells": (["int Twice(int n) => 2 * n;", "var t = Twice(⟦\"x\"⟧);"], "CS1503"),
    "record-over-cells": (["record Peer(string Ip);", "new Peer(\"\").⟦Ipp⟧"], "CS1061"),
    "await": (["await Task.Delay(⟦\"x\"⟧);"], "CS1503"),
    "row-of-a-result": ([CONNECT, GOOD, "good.Where(g => g.⟦TotalByte⟧ > 1).Count()"], "CS1061"),
    "type-of-a-column": ([CONNECT, GOOD, "string s = ⟦good[0].TotalBytes⟧;"], "CS0029"),
    "column-of-a-result": ([CONNECT, GOOD, "#!flowlogs\ngood\n| where ⟦TotalByte⟧ > 5"], "KS142"),
    "result-of-a-result": ([CONNECT, GOOD, "#!flowlogs --name top\ngood | top 3 by TotalBytes | project SrcIp",
                            "top.Select(t => t.⟦TotalBytes⟧)"], "CS1061"),
    "result-in-csharp-kql": ([CONNECT, GOOD, "await Flow.Query(\"good | where ⟦Bytes⟧ > 1\")"], "KS142"),
    "result-on-another": ([CONNECT, CONNECT + " --as two", GOOD, "#!flowlogs --on two\ngood | project ⟦Nope⟧"], "KS142"),
    "redefined-result": ([CONNECT, GOOD, "#!flowlogs --name good\nprint n = 1", "good[0].⟦TotalBytes⟧"], "CS1061"),
    "table-of-csharp": ([CONNECT, "Flow.Table(\"s\", new[] { new { Ip = \"x\", Hits = 1 } });", "#!flowlogs\ns | where ⟦Ipp⟧ == 'x'"], "KS142"),
    "ordinary-literal": ([CONNECT, "await Flow.Query(\"NTANetAnalytics | where ⟦SrcIpp⟧ == 'x'\")"], "KS142"),
    "verbatim-literal": ([CONNECT, "await Flow.Query(@\"NTANetAnalytics\n| where SrcIp == \"\"x\"\" and ⟦SrcIpp⟧ == 'x'\")"], "KS142"),
    "raw-literal": ([CONNECT, "await Flow.Query(\"\"\"\n    NTANetAnalytics\n    | where ⟦SrcIpp⟧ == \"x\"\n    \"\"\")"], "KS142"),
    "interpolated-literal": ([CONNECT, "var n = 1;", "await Flow.Query($\"NTANetAnalytics | where DestPort == {n} and ⟦SrcIpp⟧ == 'x'\")"], "KS142"),
    "concatenation": ([CONNECT, "const string T = \"NTANetAnalytics\";", "await Flow.Query(T + \" | where ⟦SrcIpp⟧ == 'x'\")"], "KS142"),
    "constant-of-a-cell": ([CONNECT, "static class My { public const string Q = \"print 1 | tak 5\"; }", "await Flow.Query(⟦My.Q⟧)"], "KS176"),
    "type-of-a-hole": ([CONNECT, "var n = 1;", "await Flow.Query($\"NTANetAnalytics | where SrcIp == {⟦n⟧}\")"], "FK1111"),
    "hole-for-a-table": ([CONNECT, "var t = \"T\";", "await Flow.Query($\"{⟦t⟧} | take 5\")"], "FK1207"),
    "type-of-a-parameter": ([CONNECT, "var ip = 5;", "#!flowlogs --param ip\nNTANetAnalytics | where SrcIp == ⟦ip⟧"], "FK1111"),
    "no-such-variable": ([CONNECT, "#!flowlogs --param ⟦nope⟧\nNTANetAnalytics"], "FK1101"),
    "two-segments": ([CONNECT, "var n = 1;\n#!flowlogs --param n\nNTANetAnalytics | where ⟦DestPrt⟧ == n"], "KS142"),
    "unicode": ([CONNECT, "// é 😀 流量\nawait Flow.Query(\"NTANetAnalytics | where SrcIp == 'é流' and ⟦SrcIpp⟧ == 'x'\")"], "KS142"),
    "row-type": ([CONNECT, GOOD, "good.Column<long?>(\"⟦TotalByte⟧\")"], "FK0503"),
    "load": (["#load \"⟦missing.csx⟧\""], "FK1012"),
}

# Files that are no notebooks.
FILES = {
    "second-query.kql": ("NTANetAnalytics | take 5\n\nNTANetAnalytics | ⟦tak⟧ 5\n", "KS176"),
    "column.kql": ("let a = 1;\n\nNTANetAnalytics\n| where ⟦SrcIpp⟧ == a\n", "KS142"),
    "declared.kql": ("declare query_parameters(ip:string);\nNTANetAnalytics | where SrcIp == ⟦ipp⟧", "KS142"),
    "recipe.kql": ("// ---\n// title: A\n// param ip: string = 10.1.1.8 -- x\n// ---\nNTANetAnalytics | where SrcIp == ip and DestIp == ⟦ipp⟧", "KS142"),
    "cells.csx": ("var ip = \"x\";\nawait Flow.Query($\"NTANetAnalytics | where {ip} == ⟦DestPrt⟧\");\n", "KS142"),
    "names.csx": ("var ip = \"x\";\n⟦nope⟧();\n", "CS0103"),
    "program.cs": ("using FlowKernel.Session;\nclass Asks\n{\n    public FlowQuery Ask(Flow flow) =>\n"
                   "        flow.Query(\"NTANetAnalytics | where ⟦SrcIpp⟧ == 'x'\");\n}\n", "KS142"),
    "raw.cs": ("using FlowKernel.Session;\nclass Raws\n{\n    FlowQuery Ask(Flow flow, int port) => flow.Query($\"\"\"\n"
               "        NTANetAnalytics\n        | where DestPort == {port}\n        | ⟦tak⟧ 5\n        \"\"\");\n}\n", "KS176"),
    "holes.cs": ("using FlowKernel.Session;\nclass Holes\n{\n    FlowQuery Ask(Flow flow, int port) =>\n"
                 "        flow.Query($\"NTANetAnalytics | where SrcIp == {⟦port⟧}\");\n}\n", "FK1111"),
}

CLEAN = {
    "later": [CONNECT, GOOD, "var ip = \"10.1.1.4\";", "good.Where(g => g.TotalBytes > 1e9).Count()",
              "#!flowlogs --param ip\ngood | where SrcIp == ip", "await Flow.Query($\"good | where SrcIp == {ip}\")"],
    "remote": ["#!flowlogs connect kusto https://localhost Db", "#!flowlogs\nStorms | where State == 'x' | take 5"],
    "help": ["#!flowlogs help", "?summarize"],
}


class Findings(unittest.TestCase):
    """One check of a folder with one mistake in each file, told to people and written as SARIF."""

    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.folder = folder.name
        cls.expected, cls.texts = {}, {}
        for name, (cells, code) in NOTEBOOKS.items():
            number = next(n for n, cell in enumerate(cells) if "⟦" in cell)
            clean, part, line, column = marked(cells[number])
            path = write_notebook(cls.folder, f"{name}.ipynb", *[c.replace("⟦", "").replace("⟧", "") for c in cells])
            cls.expected[os.path.basename(path)] = (code, f"cell {number + 1}", line, column, part)
        for name, (text, code) in FILES.items():
            clean, part, line, column = marked(text)
            write_text(cls.folder, f"inner/{name}", clean)
            cls.expected[name] = (code, "", line, column, part)
        for name, cells in CLEAN.items():
            write_notebook(cls.folder, f"clean-{name}.ipynb", *cells)
        write_text(cls.folder, "obj/made.kql", "NTANetAnalytics | tak 5")
        write_text(cls.folder, "notes.txt", "not to check")
        cls.log = os.path.join(cls.folder, "check.sarif")
        cls.done = run_tool("check", cls.folder, "--sarif", cls.log)
        cls.told = mistakes_in(cls.done.out)
        with open(cls.log, encoding="utf-8") as file:
            cls.sarif = json.load(file)

    def results(self, name):
        """The SARIF results of a file."""
        return [r for r in self.sarif["runs"][0]["results"]
                if r["locations"][0]["physicalLocation"]["artifactLocation"]["uri"].endswith("/" + name)
                or r["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == name]

    def test_each_mistake_is_found_once_at_its_place_and_nothing_else(self):
        found = {}
        for mistake in self.told:
            path, _, cell = mistake.file.partition(", ")
            found.setdefault(os.path.basename(path), []).append((mistake, cell))
        for name, (code, cell, line, column, part) in self.expected.items():
            with self.subTest(name):
                told = [(m.code, c, m.line, m.column, m.marked) for m, c in found.pop(name, []) if m.severity == "error"]
                self.assertEqual([(code, cell, line, column, part)], told)
        self.assertEqual({}, {n: m for n, m in found.items() if any(x.severity == "error" for x, _ in m)})

    def test_the_users_own_line_is_shown(self):
        for mistake in self.told:
            with self.subTest(mistake.file):
                self.assertTrue(mistake.source.strip())

    def test_a_way_out_is_told(self):
        hints = {m.file.rsplit("/", 1)[-1]: m.hint for m in self.told}
        self.assertIn("Did you mean 'DestIp'?", hints["column.ipynb, cell 2"])
        self.assertIn("Did you mean 'NTANetAnalytics'?", hints["table.ipynb, cell 2"])
        self.assertIn("Did you mean 'SrcIp'?", hints["program.cs"])
        self.assertIn("Did you mean TotalBytes?", hints["row-of-a-result.ipynb, cell 3"])

    def test_the_last_line_sums_up(self):
        files = len(self.expected) + len(CLEAN)
        self.assertRegex(plain(self.done.out).rstrip().split("\n")[-1],
                         rf"^{files} files checked: {len(self.expected)} errors, \d+ warnings\.$")

    def test_mistakes_are_the_exit_code_one(self):
        self.assertEqual(1, self.done.code)

    def test_output_that_is_no_terminal_has_no_colours(self):
        self.assertNotIn("\x1b", self.done.out)

    def test_sarif_is_of_version_2_1_0_and_names_tool_and_rules(self):
        self.assertEqual("2.1.0", self.sarif["version"])
        driver = self.sarif["runs"][0]["tool"]["driver"]
        self.assertTrue(driver["name"])
        self.assertTrue(driver["version"])
        ids = [rule["id"] for rule in driver["rules"]]
        self.assertEqual(len(ids), len(set(ids)))
        for result in self.sarif["runs"][0]["results"]:
            self.assertEqual(result["ruleId"], ids[result["ruleIndex"]] if "ruleIndex" in result else result["ruleId"])
            self.assertIn(result["ruleId"], ids)

    def test_sarif_has_the_same_findings(self):
        for name, (code, *_) in self.expected.items():
            with self.subTest(name):
                errors = [r for r in self.results(name) if r["level"] == "error"]
                self.assertEqual([code], [r["ruleId"] for r in errors])
                self.assertTrue(errors[0]["message"]["text"])

    def test_sarif_points_at_the_very_characters_of_the_file(self):
        for name, (_, cell, _, _, part) in self.expected.items():
            with self.subTest(name):
                result = next(r for r in self.results(name) if r["level"] == "error")
                region = result["locations"][0]["physicalLocation"]["region"]
                path = os.path.join(self.folder, name if cell else f"inner/{name}")
                with open(path, encoding="utf-8") as file:
                    line = file.read().split("\n")[region["startLine"] - 1]
                utf16 = line.encode("utf-16-le")
                shown = utf16[2 * (region["startColumn"] - 1):2 * (region["endColumn"] - 1)].decode("utf-16-le")
                self.assertEqual(part, shown.replace("\\\"", "\"") if cell else shown)

    def test_sarif_names_the_cell_of_a_notebook(self):
        for name, (_, cell, line, column, _) in self.expected.items():
            if cell:
                with self.subTest(name):
                    place = next(r for r in self.results(name) if r["level"] == "error")["locations"][0]["logicalLocations"][0]
                    self.assertEqual(cell, place["name"])
                    self.assertTrue(place["fullyQualifiedName"].endswith(f"{cell}, line {line}, column {column}"))

    def test_sarif_paths_are_no_paths_of_this_machine_alone(self):
        for result in self.sarif["runs"][0]["results"]:
            uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
            self.assertNotIn("\\", uri)
            self.assertNotIn(" ", uri)


class ExitCodesAndPaths(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.folder = folder.name
        cls.good = write_text(cls.folder, "good.kql", "NTANetAnalytics | take 5")
        cls.bad = write_text(cls.folder, "bad.kql", "NTANetAnalytics | tak 5")
        cls.warned = write_notebook(
            cls.folder, "warned.ipynb", CONNECT, "await Flow.Query(\"NTANetAnalytics\", new { ip = \"x\" })")

    def check(self, *words, folder=None):
        """The exit code of a check, and what it said."""
        run = run_tool("check", *words, folder=folder or self.folder)
        return run.code, plain(run.text)

    def test_a_clean_file_is_zero_also_by_a_relative_path(self):
        done = run_tool("check", "good.kql", folder=self.folder)
        self.assertEqual((0, "1 file checked: 0 errors, 0 warnings.\n"), (done.code, done.out))

    def test_a_mistake_is_one_whatever_else_is_clean(self):
        self.assertEqual(1, self.check(self.good, self.bad)[0])

    def test_what_cannot_be_checked_is_two(self):
        write_text(self.folder, "broken/broken.ipynb", "{nope")
        write_text(self.folder, "broken/notes.txt", "x")
        with open(os.path.join(self.folder, "broken", "latin.kql"), "wb") as file:
            file.write(b"print '\xe9'")
        cases = {
            "no-such-file.kql": "There is no file or folder 'no-such-file.kql'", "broken/broken.ipynb": "not JSON",
            "broken/notes.txt": "no file that can be checked", "broken/latin.kql": "not UTF-8",
        }
        code, told = self.check(self.bad, *cases)
        self.assertEqual(2, code)
        for part in cases.values():
            with self.subTest(part):
                self.assertIn(part, told)
        self.assertIn("KS176", told)
        self.assertIn("4 files could not be checked", told)

    def test_a_sarif_file_that_cannot_be_written_is_two(self):
        code, told = self.check(self.good, "--sarif", os.path.join(self.folder, "nowhere", "x.sarif"))
        self.assertEqual(2, code)
        self.assertIn("FK1226", told)

    def test_warnings_fail_only_when_asked(self):
        code, told = self.check(self.warned)
        self.assertEqual(0, code)
        self.assertIn("FK1208", told)
        self.assertIn("0 errors, 1 warning.", told)
        self.assertEqual(1, self.check(self.warned, "--warnings-as-errors")[0])

    def test_no_path_says_how_it_is_used(self):
        code, told = self.check()
        self.assertNotEqual(0, code)
        self.assertIn("check", told)

    def test_a_notebook_of_another_kernel_fails_by_name_and_is_a_note_in_a_folder(self):
        path = write_notebook(
            os.path.dirname(write_text(self.folder, "other/x.txt", "")), "python.ipynb", "1 +",
            metadata={"kernelspec": {"name": "python3", "display_name": "Python"}})
        code, told = self.check(path)
        self.assertEqual(2, code)
        self.assertIn("python3", told)
        self.assertEqual(0, self.check(os.path.dirname(path))[0])

    def test_nothing_of_what_is_checked_runs(self):
        trace = os.path.join(self.folder, "trace.txt")
        path = write_notebook(
            self.folder, "effects.ipynb", CONNECT, f"File.WriteAllText(@\"{trace}\", \"ran\");",
            f"#!flowlogs --name n\nNTANetAnalytics | take 1\n", f"class C {{ static C() {{ File.WriteAllText(@\"{trace}\", \"\"); }} }}\nnew C()",
            f"#!flowlogs export {self.folder}/report.html")
        code, told = self.check(path)
        self.assertEqual(0, code, told)
        self.assertFalse(os.path.exists(trace))
        self.assertFalse(os.path.exists(os.path.join(self.folder, "report.html")))

    def test_cells_of_text_and_raw_cells_are_no_code(self):
        path = write_notebook(
            self.folder, "texts.ipynb", {"cell_type": "markdown", "source": "nope()"},
            {"cell_type": "raw", "source": ["#!flowlogs\n", "tak"]}, "1 + 1")
        self.assertEqual(0, self.check(path)[0])


if __name__ == "__main__":
    unittest.main()
