"""The same charts and tables in every viewer: classic Notebook, nbconvert, a cleaned page, the report."""
import os
import pathlib

import nbformat

import chart_queries
from browser import BrowserCase
from viewers import Jupyter, cleaned, notebook, run_tool

TABLE = "#!flowlogs\nrange i from 1 to 30 step 1 | extend Bytes = i * 1500, Text = strcat('<img src=x onerror=hit(1)>', i)"
FOLDED = "#!flowlogs\nprint Text = strcat('<script>hit(2)</script>', strrep('long ', 50))"
CHARTS = chart_queries.CHARTS
IMAGES = "Array.from(document.querySelectorAll('{0}')).every(i => i.complete && i.naturalWidth === 1720 && i.clientWidth > 600)"


class Viewers(BrowserCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.jupyter = Jupyter()
        cls.addClassCleanup(cls.jupyter.close)
        source = cls.jupyter.put("source.ipynb", notebook(*chart_queries.cells(), TABLE, FOLDED))
        cls.executed = os.path.join(cls.jupyter.folder, "executed.ipynb")
        cls.report = os.path.join(cls.jupyter.folder, "report.html")
        run_tool("run", source, "--out", cls.executed, "--html", cls.report)

    def all_pictures(self, page, selector):
        page.until(f"document.querySelectorAll('{selector}').length === {CHARTS}")
        page.until(IMAGES.format(selector))

    def texts_are_text(self, page, where):
        self.assertEqual([], page.evaluate("window.hits"))
        self.assertEqual([], page.dialogs)
        self.assertIn("<img src=x onerror=hit(1)>30", page.text(where))
        self.assertIn("<script>hit(2)</script>", page.text(where))

    def test_classic_notebook_shows_charts_as_pictures_and_tables_with_their_tools(self):
        page = self.page()
        name = "classic.ipynb"
        charts = chart_queries.cells()[:4]
        self.jupyter.put(name, notebook(*charts, TABLE, FOLDED))
        self.jupyter.run_classic(page, name)
        page.until("document.querySelectorAll('.output_area img').length === 3")
        # A reply may come before the last outputs.
        page.until("document.querySelectorAll('.output_area .flowkernel-table').length === 2")
        page.until(IMAGES.format(".output_area img"))
        self.texts_are_text(page, "#notebook")
        with self.subTest("a heading sorts, twice turned"):
            page.click(".output_area th button", 0)
            page.click(".output_area th button", 0)
            self.assertEqual("30", page.evaluate("document.querySelector('.output_area tbody td').textContent"))
        with self.subTest("letters in the filter are no shortcuts of the notebook"):
            cells = page.count(".cell")
            page.click("input[placeholder='Filter rows']")
            page.type("ddxa 17")
            page.until("document.querySelector('[role=status]').textContent === '0 of 30 rows'", 10)
            self.assertEqual(cells, page.count(".cell"))
            page.fill("input[placeholder='Filter rows']", "25500")
            page.until("document.querySelector('[role=status]').textContent === '1 of 30 rows'", 10)
        with self.subTest("a folded cell has its mark and opens"):
            self.assertEqual("list-item", page.style(".output_area summary", "display"))
            page.click(".output_area summary")
            self.assertEqual(1, page.visible(".output_area details > div"))
        with self.subTest("numbers stand right where the notebook's own style centres"):
            self.assertEqual("right", page.style(".output_area tbody td", "textAlign"))
        with self.subTest("saved, and opened by somebody else, it reads without its scripts"):
            page.evaluate("Jupyter.notebook.save_notebook()")
            page.until("!Jupyter.notebook.dirty", 30)
            other = self.page().open(self.jupyter.address(name))
            other.until("document.querySelectorAll('.output_area img').length === 3")
            other.until("document.querySelectorAll('.output_area .flowkernel-table').length === 2")
            other.until(IMAGES.format(".output_area img"))
            self.texts_are_text(other, "#notebook")

    def test_classic_notebook_shows_every_chart_of_a_notebook_that_it_does_not_trust(self):
        # What a server has not run itself is not trusted.
        self.jupyter.put("untrusted.ipynb", pathlib.Path(self.executed).read_text("utf-8"))
        page = self.page().open(self.jupyter.address("untrusted.ipynb"))
        self.all_pictures(page, ".output_area img")
        page.until("document.querySelectorAll('.output_area table').length >= 2")
        self.texts_are_text(page, "#notebook")
        self.assertEqual("right", page.evaluate("document.querySelector('.output_area tbody td').align"))

    def test_nbconvert_shows_every_chart_as_a_picture_and_tables_with_their_tools(self):
        page = self.page().open(self.jupyter.convert(self.executed))
        self.all_pictures(page, ".jp-OutputArea img")
        self.texts_are_text(page, "body")
        page.click(".jp-OutputArea th button", 1)
        page.click(".jp-OutputArea th button", 1)
        self.assertEqual("30", page.evaluate("document.querySelector('.jp-OutputArea tbody td').textContent"))
        page.click(".jp-OutputArea summary")
        self.assertEqual(1, page.visible(".jp-OutputArea details > div"))

    def test_nbconvert_that_cleans_leaves_every_picture_and_table(self):
        page = self.page().open(self.jupyter.convert(self.executed, "--HTMLExporter.sanitize_html=True"))
        self.assertEqual(0, page.count(".jp-OutputArea svg, .jp-OutputArea script"))
        self.all_pictures(page, ".jp-OutputArea img")
        self.texts_are_text(page, "body")

    def test_a_page_cleaned_as_by_a_code_host_leaves_every_picture_and_table(self):
        page = self.page().show(cleaned(self.executed))
        self.assertEqual(0, page.count("body script, body style, body [style], body svg, body iframe"))
        page.until(IMAGES.format("img"))
        self.assertEqual(CHARTS, page.count("img"))
        self.texts_are_text(page, "body")
        with self.subTest("numbers still stand right"):
            self.assertEqual(["right", "right", "left"], page.evaluate(
                "Array.from(document.querySelector('table').rows[1].cells, e => getComputedStyle(e).textAlign.replace('start', 'left').replace('-webkit-', ''))"))
        with self.subTest("exact values still show on hover"):
            self.assertEqual("1500", page.evaluate("document.querySelector('table').rows[1].cells[1].title"))
        with self.subTest("folded cells still open"):
            page.click("summary")
            self.assertEqual(1, page.visible("details > div"))

    def test_the_report_shows_every_chart_interactively_offline(self):
        for dark in (False, True):
            with self.subTest(dark=dark):
                page = self.page(dark)
                page.offline()
                page.open(self.report)
                page.until(f"document.querySelectorAll('figure.chart.drawn').length === {CHARTS}", 120)
                self.assertEqual(CHARTS, page.count("figure.chart .live .js-plotly-plot, figure.chart .live.js-plotly-plot"))
                self.assertEqual(0, page.visible("figure.chart .still"))
                self.assertEqual(([], [], []), (page.outside, page.problems, page.evaluate("window.hits")))
                for number, marks in enumerate(page.all("figure.chart", "e.querySelectorAll('.main-svg path, .main-svg image').length")):
                    self.assertGreater(marks, 0, number)

    def test_the_saved_notebook_is_valid_and_its_outputs_are_small(self):
        read = nbformat.read(self.executed, 4)
        nbformat.validate(read)
        self.assertLess(os.path.getsize(self.executed), 8_000_000)
        kinds = [set(o["data"]) for c in read.cells for o in c.get("outputs", []) if "image/png" in o.get("data", {})]
        self.assertEqual([{"application/vnd.plotly.v1+json", "image/png", "text/plain"}] * CHARTS, kinds)
