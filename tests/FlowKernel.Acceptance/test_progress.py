"""Progress of long work: one line that is updated in place and gives way; in a notebook and in a terminal."""
import json
import os
import re
import shutil
import tempfile
import unittest

from browser import BrowserCase
from kernel import Kernel, tool
from slow_feed import SlowFeed
from terminal import TerminalRun
from viewers import Jupyter, notebook, run_tool

SHARE = re.compile(r"\[(#*)(-*)\] (\d+) %")
SLOW_QUERY = ("#!flowlogs\nrange a from 1 to 2000000 step 1 | extend k = a % 1000 "
              "| join kind=inner (range b from 1 to 30000 step 1 | extend k = b % 1000) on k | summarize sum(a * b % 7)")
# Enough for an import of some seconds, and of a moment.
RAW, FEW = tempfile.TemporaryDirectory(prefix="acceptance-raw-"), tempfile.TemporaryDirectory(prefix="acceptance-few-")


def setUpModule():
    for folder, flows, days in [(RAW, 60000, 7), (FEW, 2000, 1)]:
        unittest.addModuleCleanup(folder.cleanup)
        run_tool("sample", "--raw", "--out", folder.name, "--flows", str(flows), "--days", str(days))


class Shown:
    """What a cell showed under one display id, and all else."""

    def __init__(self, cell):
        shown = [m for m in cell.messages if m["msg_type"] in ("display_data", "update_display_data", "execute_result")]
        self.moments = [m for m in shown if m["content"].get("transient", {}).get("display_id")]
        self.ids = {m["content"]["transient"]["display_id"] for m in self.moments}
        self.texts = [m["content"]["data"]["text/plain"] for m in self.moments]
        self.htmls = [m["content"]["data"]["text/html"] for m in self.moments]
        self.kinds = [m["msg_type"] for m in self.moments]


class ProgressCase(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.folder = tempfile.mkdtemp(prefix="acceptance-progress-")
        cls.feed = SlowFeed({"Slow.One": "Slow.Two", "Slow.Two": None, "Slow.Three": None}, 0.6)
        cls.feed.use_in(cls.folder)
        cls.addClassCleanup(cls.feed.close)
        cls.addClassCleanup(shutil.rmtree, cls.folder, True)

    def is_one_line_in_place(self, shown, words):
        """One display, updated; every moment but the last is one line with these words."""
        self.assertEqual(1, len(shown.ids), shown.texts)
        self.assertEqual(["display_data", *["update_display_data"] * (len(shown.kinds) - 1)], shown.kinds)
        for text in shown.texts[:-1]:
            self.assertTrue(text.startswith(words) and "\n" not in text, text)


class InANotebook(ProgressCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.kernel = Kernel(environment={"NUGET_PACKAGES": f"{cls.folder}/installed"}, folder=cls.folder)
        cls.addClassCleanup(cls.kernel.close)
        cls.kernel.run("#!flowlogs connect sample")
        cls.imported = cls.kernel.run(f"#!flowlogs import {RAW.name}/insights-logs-flowlogflowevent --data {cls.folder}/store")
        cls.restored = cls.kernel.run('#r "nuget: Slow.One, 1.0.0"')

    def test_an_import_is_one_line_updated_in_place(self):
        self.is_one_line_in_place(Shown(self.imported), "Importing")
        self.assertGreater(len(set(Shown(self.imported).texts)), 1)

    def test_an_imports_line_says_share_time_and_files(self):
        texts = [t for t in Shown(self.imported).texts if "files" in t]
        self.assertTrue(texts)
        for text in texts:
            self.assertRegex(text, r"^Importing .*\d+ (ms|s|min).* · [\d,]+ (of [\d,]+ )?files, [\d,]+ flow tuples")
        for bar in filter(None, map(SHARE.search, texts)):
            self.assertEqual((20, int(bar[3]) * 20 // 100), (len(bar[1] + bar[2]), len(bar[1])))

    def test_an_imports_line_goes_away_and_its_report_stays(self):
        self.assertEqual("", Shown(self.imported).texts[-1])
        self.assertNotIn("Importing", Shown(self.imported).htmls[-1])
        report = self.imported.of("execute_result")[-1]["data"]["text/plain"]
        self.assertIn("the same as read", report)
        self.assertIn("It took ", report)

    def test_the_html_form_has_a_bar_that_readers_of_screens_understand(self):
        for text, html in zip(Shown(self.imported).texts[:-1], Shown(self.imported).htmls):
            if "%" in text:
                self.assertRegex(html, r'role="progressbar" aria-valuenow="\d+" aria-valuemin="0" aria-valuemax="100"')
            self.assertNotIn("<script", html)

    def test_a_restore_is_one_line_updated_in_place_and_ends_as_one_quiet_line(self):
        shown = Shown(self.restored)
        self.assertTrue(self.restored.ok, self.restored.text)
        self.is_one_line_in_place(shown, "Restoring packages")
        self.assertRegex(shown.texts[-1], r"^Restored Slow\.One 1\.0\.0 and 1 dependency in [\d.]+ (s|min.*)$")
        self.assertGreater(len(shown.texts), 1)

    def test_what_is_restored_is_not_restored_again(self):
        again = self.kernel.run('#r "nuget: Slow.One, 1.0.0"\n1 + 1')
        self.assertEqual(([], "2"), (Shown(again).texts, again.of("execute_result")[-1]["data"]["text/plain"]))

    def test_a_restore_from_the_cache_asks_nobody(self):
        with Kernel(environment={"NUGET_PACKAGES": f"{self.folder}/installed", "http_proxy": "http://127.0.0.1:9"}, folder=self.folder) as other:
            cell = other.run('#r "nuget: Slow.One, 1.0.0"')
            self.assertTrue(cell.ok, cell.text)

    def test_a_restore_that_fails_says_why_and_its_line_is_gone(self):
        cell = self.kernel.run('#r "nuget: Slow.Missing, 1.0.0"')
        self.assertFalse(cell.ok)
        self.assertIn("Slow.Missing", cell.text)
        self.assertEqual([""], Shown(cell).texts[-1:] or [""])

    def test_a_restore_is_interrupted_and_its_line_is_gone(self):
        self.feed.delay, before = 20, self.feed.delay
        try:
            cell = self.stopped('#r "nuget: Slow.Three, 1.0.0"', "Restoring")
        finally:
            self.feed.delay = before
        self.assertEqual("", Shown(cell).texts[-1])

    def test_an_import_is_interrupted_its_line_is_gone_and_the_store_is_whole(self):
        code = f"#!flowlogs import {RAW.name}/insights-logs-flowlogflowevent --data {self.folder}/stopped"
        cell = self.stopped(code, "Importing")
        self.assertEqual("", Shown(cell).texts[-1])
        again = self.kernel.run(code)
        self.assertIn("the same as read", again.text)

    def test_a_query_that_takes_long_says_so_and_is_interrupted(self):
        cell = self.stopped(SLOW_QUERY, "Running on sample")
        self.is_one_line_in_place(Shown(cell), "Running on sample · ")
        self.assertEqual("", Shown(cell).texts[-1])

    def test_quick_work_shows_no_progress(self):
        for code in ("#!flowlogs\nprint 1", "1 + 1", "#!flowlogs schema"):
            with self.subTest(code):
                self.assertEqual([], Shown(self.kernel.run(code)).texts)

    def test_an_import_of_nothing_leaves_no_line(self):
        cell = self.kernel.run(f"#!flowlogs import {self.folder}/nowhere --data {self.folder}/none")
        self.assertFalse(cell.ok)
        self.assertEqual([], [t for t in Shown(cell).texts if t])

    def stopped(self, code, words):
        """Runs a cell and interrupts it once its progress shows."""
        request = self.kernel.client.execute(code)
        seen = []
        while not any(words in str(m["content"].get("data", "")) for m in seen):
            message = self.kernel.client.get_iopub_msg(timeout=60)
            if message["parent_header"].get("msg_id") == request:
                seen.append(message)
                self.assertNotEqual("idle", message["content"].get("execution_state"), seen)
        self.kernel.ask("interrupt_request", {}, control=True)
        rest = self.kernel.outputs(request)
        reply = self.kernel.reply(request)["content"]
        self.assertEqual("error", reply["status"])
        return type("Cell", (), {"messages": seen + rest, "reply": reply})()


class InASavedNotebook(ProgressCase):
    def test_a_notebook_that_ran_holds_no_progress(self):
        source, out = os.path.join(self.folder, "in.ipynb"), os.path.join(self.folder, "out.ipynb")
        with open(source, "w", encoding="utf-8") as file:
            file.write(notebook(f"#!flowlogs import {FEW.name}/insights-logs-flowlogflowevent --data {self.folder}/saved", '#r "nuget: Slow.Three, 1.0.0"'))
        run_tool("run", source, "--out", out, "--html", out + ".html", folder=self.folder, environment={"NUGET_PACKAGES": f"{self.folder}/installed-too"})
        outputs = [c["outputs"] for c in json.load(open(out, encoding="utf-8"))["cells"]]
        self.assertNotIn("Importing", json.dumps(outputs[0]))
        self.assertIn("the same as read", json.dumps(outputs[0]))
        self.assertNotIn("Restoring", json.dumps(outputs[1]))
        self.assertRegex(json.dumps(outputs[1]), r"Restored Slow\.Three 1\.0\.0 in ")
        page = open(out + ".html", encoding="utf-8").read()
        self.assertFalse("Importing ·" in page or "Restoring packages ·" in page)


class InABrowser(BrowserCase):
    def test_classic_notebook_shows_one_line_that_changes_and_goes(self):
        jupyter = Jupyter()
        self.addCleanup(jupyter.close)
        jupyter.put("import.ipynb", notebook(f"#!flowlogs import {RAW.name}/insights-logs-flowlogflowevent --data {jupyter.folder}/store"))
        page = self.page()
        page.open(jupyter.address("import.ipynb"))
        page.until("window.Jupyter && Jupyter.notebook && Jupyter.notebook.kernel && Jupyter.notebook.kernel.is_connected()", 120)
        page.evaluate("""(() => { window.most = 0; window.said = [];
            new MutationObserver(() => {
              const lines = Array.from(document.querySelectorAll('.output_area')).filter(o => o.textContent.includes('Importing'));
              window.most = Math.max(window.most, lines.length);
              lines.forEach(l => window.said.includes(l.textContent) || window.said.push(l.textContent));
            }).observe(document.querySelector('#notebook'), { childList: true, subtree: true, characterData: true });
            Jupyter.notebook.get_cells()[0].execute(false); })()""")
        page.until("Jupyter.notebook.get_cells()[0].input_prompt_number > 0", 120)
        page.until("document.querySelector('.output').textContent.includes('It took')", 30)
        self.assertEqual(1, page.evaluate("window.most"))
        self.assertGreater(page.evaluate("window.said.length"), 1)
        self.assertNotIn("Importing", page.text(".output"))


class InATerminal(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="acceptance-terminal-")
        self.addCleanup(folder.cleanup)
        self.folder = folder.name

    def importing(self, logs=RAW, **options):
        command = [*tool(), "import", f"{logs.name}/insights-logs-flowlogflowevent", "--data", f"{self.folder}/store"]
        return TerminalRun(command, **options)

    def test_an_import_is_one_line_updated_in_place_that_goes_away(self):
        run = self.importing()
        self.assertEqual(0, run.code, run.text)
        self.assertEqual(1, run.lines_with("Importing"))
        self.assertGreater(len(run.versions_of("Importing")), 1)
        self.assertNotIn("Importing", "\n".join(run.screen.shown))
        self.assertTrue(run.screen.shown[0].startswith("Read "), run.screen.shown)
        self.assertTrue(run.screen.is_cursor_shown)

    def test_a_narrow_terminal_has_one_line_as_well(self):
        run = self.importing(width=40, piped=True)
        self.assertEqual((0, 0), (run.code, run.screen.wrapped))
        self.assertEqual(1, run.lines_with("Importing"))
        self.assertEqual([], run.screen.shown)

    def test_a_piped_result_is_clean_and_the_line_is_on_the_terminal(self):
        run = self.importing(FEW, piped=True)
        self.assertTrue(run.result.startswith(b"Read "), run.result)
        self.assertNotIn(b"\x1b", run.result)
        self.assertEqual(1, run.lines_with("Importing"))

    def test_a_terminal_that_cannot_be_drawn_on_gets_no_sequences(self):
        run = self.importing(FEW, terminal="dumb", piped=True)
        self.assertEqual(0, run.code)
        self.assertNotIn("\x1b", run.text)

    def test_a_log_gets_no_sequences_and_no_line_for_each_update(self):
        end = run_tool("import", f"{FEW.name}/insights-logs-flowlogflowevent", "--data", f"{self.folder}/store")
        self.assertNotIn("\x1b", end.stdout + end.stderr)
        self.assertLess(len(end.stderr.splitlines()), 20)

    def test_an_import_that_is_stopped_leaves_the_terminal_as_it_was(self):
        run = self.importing(until="Importing")
        self.assertEqual(130, run.code)
        self.assertTrue(run.screen.is_cursor_shown)
        self.assertFalse([line for line in run.screen.shown if "Importing" in line], run.screen.shown)

    def test_a_notebooks_run_says_in_place_which_cell_runs(self):
        path = os.path.join(self.folder, "slow.ipynb")
        with open(path, "w", encoding="utf-8") as file:
            file.write(notebook("await Task.Delay(900); 1", "await Task.Delay(900); 2", ("markdown", "text"), "3"))
        run = TerminalRun([*tool(), "run", path], folder=self.folder)
        self.assertEqual(0, run.code, run.text)
        said = [line for _, lines in run.moments for line in lines if "slow.ipynb" in line or "cell" in line]
        self.assertTrue(any(re.search(r"\b1 of (3|4)\b", line) for line in said), said[-5:])
        self.assertTrue(run.screen.is_cursor_shown)

    def test_a_long_query_says_so_in_place(self):
        command = [*tool(), "query", "--sample", "--format", "json", SLOW_QUERY.split("\n")[1]]
        run = TerminalRun(command, piped=True, until="Running.*s")
        self.assertEqual(1, run.lines_with("Running"))
        self.assertEqual([], run.screen.shown)
        self.assertEqual(130, run.code)
