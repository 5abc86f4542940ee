"""Notebooks as reports that are used again: --param, and what goes wrong with a run."""
import os
import pathlib

from report_case import PARAMETERS, Reports
from viewers import run_tool


class Parameters(Reports):
    CELL = "string.Join('|', ip, least, share, deep, from.ToString(\"s\"), last, id, port)"

    def run_with(self, *given, expect=0):
        path = self.write("given.ipynb", ("markdown", "# Given"), PARAMETERS, self.CELL)
        for old in ("given.html", "given-out.ipynb"):
            pathlib.Path(self.folder, old).unlink(missing_ok=True)
        arguments = [a for g in given for a in ("--param", g)]
        return run_tool("run", path, "--html", os.path.join(self.folder, "given.html"), "--out", os.path.join(self.folder, "given-out.ipynb"),
                        *arguments, folder=self.folder, expect=expect)

    def page_text(self):
        return self.opened(report=os.path.join(self.folder, "given.html")).evaluate("document.body.innerText")

    def test_each_type_is_read_and_the_report_says_what_was_given(self):
        self.run_with("ip=10.1.1.8", "least=7", "share=0.25", "deep=true", "from=2024-04-23", "last=60d", "id=74be27de-1e4e-49d9-b579-fe0b331d3642", "port=443")
        text = self.page_text()
        self.assertIn("10.1.1.8|7|0.25|True|2024-04-23T00:00:00|60.00:00:00|74be27de-1e4e-49d9-b579-fe0b331d3642|443", text)
        self.assertIn("With ip=10.1.1.8, least=7", text)

    def test_what_is_not_given_keeps_its_value(self):
        self.run_with("least=8")
        self.assertIn("10.1.1.4|8|0.5|False|", self.page_text())
        self.run_with()
        self.assertIn("10.1.1.4|5|0.5|False|", self.page_text())
        self.assertNotIn("With ", self.page_text())

    def test_a_hostile_value_is_a_value_and_text(self):
        hostile = '"; throw new Exception("in"); // <img src=x onerror=hit(99)>'
        self.run_with(f"ip={hostile}")
        page = self.opened(report=os.path.join(self.folder, "given.html"))
        self.assertIn(hostile, page.evaluate("document.body.innerText"))
        self.assert_harmless(page)

    MISTAKES = [
        ("ipp=1", "FK0711", "Did you mean 'ip'?"), ("least=many", "FK0712", "long"), ("deep=perhaps", "FK0712", "bool"), ("from=someday", "FK0712", "DateTime"),
        ("list=1", "FK0712", "int[]"), ("ip", "FK0701", "name=value"), ("=1", "FK0701", "name=value"), ("zzz=1", "FK0711", "Its variables: ip, least"),
        ("least=99999999999999999999", "FK0712", "long"),
    ]

    def test_mistakes_are_told_before_the_first_cell_runs(self):
        for given, code, words in self.MISTAKES:
            with self.subTest(given):
                end = self.run_with(given, expect=1)
                self.assertIn(code, end.stderr)
                self.assertIn(words, end.stderr)
                self.assertFalse(os.path.exists(os.path.join(self.folder, "given.html")))

    def test_a_notebook_without_parameters_says_so(self):
        path = self.write("none.ipynb", "1")
        self.assertIn("FK0710", run_tool("run", path, "--param", "ip=1", folder=self.folder, expect=1).stderr)

    def test_the_given_value_reaches_queries(self):
        path = self.write("query.ipynb", "#!flowlogs connect sample", PARAMETERS, "#!flowlogs --param ip\nprint Got = ip")
        out = os.path.join(self.folder, "query-out.ipynb")
        run_tool("run", path, "--out", out, "--param", "ip=10.7.7.7", folder=self.folder)
        self.assertIn("10.7.7.7", pathlib.Path(out).read_text("utf-8").split('"tags"')[-1])


class Failures(Reports):
    def test_a_failing_cell_ends_the_run_with_code_one_and_its_place_and_still_gives_a_report(self):
        path = self.write("fails.ipynb", ("markdown", "# F"), "1", "var a = 1;\nvar b = missing;", "3")
        end = run_tool("run", path, "--html", path + ".html", folder=self.folder, expect=1)
        self.assertIn("cell 3, line 2 failed", end.stderr)
        self.assertIn("missing", pathlib.Path(path + ".html").read_text("utf-8"))

    def test_places_that_cannot_be_written_are_told_before_anything_runs(self):
        path = self.write("one.ipynb", "1")
        for html in ("/proc/nowhere/report.html", self.folder):
            with self.subTest(html):
                self.assertIn("FK", run_tool("run", path, "--html", html, folder=self.folder, expect=1).stderr)

    def test_what_is_no_notebook_is_told(self):
        path = os.path.join(self.folder, "broken.ipynb")
        for text in ("", "{", "[]", '{"cells": 5}'):
            with self.subTest(text):
                pathlib.Path(path).write_text(text)
                end = run_tool("run", path, "--html", path + ".html", folder=self.folder, expect=1)
                self.assertIn("error", end.stderr)
                self.assertNotIn("   at ", end.stderr)

    def test_a_cells_own_html_is_shown_and_its_scripts_do_not_run(self):
        code = ('public class Own { public override string ToString() => "own"; }\n'
                'Display(FlowKernel.Notebook.MimeBundle.Of(("text/html", "<p id=own>hello</p><script>hit(1)</script><img src=x onerror=hit(2)>"), ("text/plain", "hello")));')
        page = self.opened(report=self.made(code))
        self.assertEqual("hello", page.text("#own"))
        self.assert_harmless(page)
