"""#!flowlogs export: the report of a running notebook."""
import os
import pathlib
import shutil
import tempfile

from browser import BrowserCase
from kernel import KernelCase
from viewers import notebook


class FromANotebook(BrowserCase, KernelCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.folder = tempfile.mkdtemp(prefix="acceptance-export-")
        cls.addClassCleanup(shutil.rmtree, cls.folder, True)
        cls.kernel.run("#!flowlogs connect sample")
        cls.kernel.run("#!flowlogs\nNTANetAnalytics | summarize Bytes = sum(BytesSrcToDest) by FlowType | render piechart")
        cls.kernel.run("#!flowlogs\nrange Id from 1 to 700 step 1")
        cls.kernel.run("Console.WriteLine(\"said\"); 6 * 7")

    def export(self, name, options=""):
        path = os.path.join(self.folder, name)
        cell = self.run_cell(f'#!flowlogs export "{path}" {options}')
        return path, cell.text

    def test_the_cells_of_the_session_become_a_report(self):
        path, said = self.export("session.html")
        self.assertRegex(said, r"Wrote .*session\.html \(4\.\d+ MB\) of the cells that ran in this session")
        page = self.page()
        page.offline()
        page.open(path)
        page.until("document.querySelectorAll('figure.chart.drawn').length === 1")
        text = page.evaluate("document.body.innerText")
        self.assertTrue("42" in text and "said" in text)
        self.assertNotIn("#!flowlogs export", text)
        self.assertIn("CSV, 700 rows", text)
        self.assertEqual(([], []), (page.outside, page.problems))

    def test_a_saved_notebook_brings_its_texts(self):
        saved = os.path.join(self.folder, "saved.ipynb")
        pathlib.Path(saved).write_text(notebook(("markdown", "# From the file"), "Console.WriteLine(\"said\"); 6 * 7"), "utf-8")
        path, said = self.export("saved.html", f'--notebook "{saved}"')
        self.assertIn("saved.ipynb as last saved, with this session's outputs in 1 of its cells", said)
        page = self.page().open(path)
        self.assertEqual("From the file", page.text("h1"))
        self.assertIn("42", page.evaluate("document.body.innerText"))

    def test_odd_names_of_files_are_names(self):
        for name in ("with space.html", "<b>&amp;.html", "'quoted'.html", "ünï.html", "new/folder/report.html"):
            with self.subTest(name):
                path, said = self.export(name)
                self.assertTrue(os.path.exists(path), said)
                self.assert_harmless(self.page().open(path))

    def test_a_report_is_replaced_and_nothing_else_is(self):
        path, _ = self.export("again.html")
        pathlib.Path(path).write_text(pathlib.Path(path).read_text("utf-8").replace("42", "43"), "utf-8")
        self.export("again.html")
        self.assertIn("42", pathlib.Path(path).read_text("utf-8"))
        mine = os.path.join(self.folder, "mine.html")
        pathlib.Path(mine).write_text("<p>mine</p>")
        self.assertIn("FK1321", self.fails(f'#!flowlogs export "{mine}"'))
        self.assertEqual("<p>mine</p>", pathlib.Path(mine).read_text())

    def test_mistakes_are_told_at_their_place(self):
        for line, code in [("#!flowlogs export report.txt", "FK1320"), ("#!flowlogs export", "FK"), ("#!flowlogs export r.html --notebook none.ipynb", "FK1322"),
                           ("#!flowlogs export /proc/none/report.html", "FK1323")]:
            with self.subTest(line):
                text = self.fails(line)
                self.assertIn(code, text)
                self.assertIn("^", text)
