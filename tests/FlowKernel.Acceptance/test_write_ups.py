"""Reports: one file that opens offline, light, dark and on paper, with its data and where all of it is from."""
import base64
import csv
import io
import os
import pathlib
import re
import shutil
import tempfile
import unittest

from browser import BrowserCase
from kernel import KernelCase
from shown_table import HOSTILE, kql
from viewers import notebook, run_tool

PICTURE = base64.b64encode(b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>').decode()
HOSTILE_TITLE = '<img src=x onerror=hit(90)> & "quotes"'
LONG_CODE = "\n".join(f"// line {i}" for i in range(20)) + "\n1"
PARAMETERS = {"cell_type": "code", "metadata": {"tags": ["parameters"]}, "outputs": [], "execution_count": None, "source": (
    'string ip = "10.1.1.4"; long least = 5; double share = 0.5; bool deep = false; DateTime from = DateTime.UnixEpoch;\n'
    'TimeSpan last = TimeSpan.FromDays(1); Guid id = Guid.Empty; int? port = null; var list = new[] { 1 };')}
FAILING = {"cell_type": "code", "metadata": {"tags": ["raises-exception"]}, "outputs": [], "execution_count": None,
           "source": 'throw new Exception("<script>hit(91)</script>");'}
ATTACHED = {"cell_type": "markdown", "metadata": {}, "attachments": {"a.svg": {"image/svg+xml": PICTURE}},
            "source": "![attached](attachment:a.svg) ![near](near.svg) ![far](https://example.org/x.png) ![out](../../etc/hostname.svg)"}
ROWS = ", ".join(f"{kql(h)}, {i}" for i, h in enumerate(HOSTILE))
CELLS = [
    ("markdown", f"# {HOSTILE_TITLE}\n\nA text with **weight**, `code` and a [link](#Second-part)."),
    "#!flowlogs connect sample",
    PARAMETERS,
    ("markdown", "## First part\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n<script>hit(92)</script> <b onclick=hit(93)>raw</b> [run](javascript:hit(94)) "
                 "[data](data:text/html,<script>hit(95)</script>) <javascript:hit(96)>"),
    "#!flowlogs --last 30d\nNTANetAnalytics | summarize Bytes = sum(BytesSrcToDest) by FlowType | render piechart",
    "#!flowlogs\nNTANetAnalytics | summarize Bytes = sum(BytesSrcToDest) by bin(TimeGenerated, 1d) | render timechart with (title='<img src=x onerror=hit(97)>')",
    ("markdown", "## Second part"),
    "#!flowlogs\nrange Id from 1 to 700 step 1 | extend Bytes = Id * 1500, At = datetime(2024-04-23) + Id * 1m, Took = Id * 1s",
    f"#!flowlogs\ndatatable(Text: string, Number: int)[{ROWS}]",
    "#!flowlogs\ndatatable(['=1+1']: string, N: long, R: real, D: dynamic)['=cmd', -5, -0.5, dynamic({\"a\": \"x,y\"}), '+1', long(null), real(null), dynamic(null), "
    "'say \"hi\", twice\\nor more', 9007199254740993, 0.1, dynamic([1, 2])]",
    'new[] { new { A = "<b>x</b>", B = 1.5 } }',
    LONG_CODE,
    FAILING,
    ATTACHED,
    ("markdown", "## Second part\n\nThe same heading again."),
    "#!flowlogs\nprint " + ", ".join(f"C{i} = {i}" for i in range(20)),
]


def setUpModule():
    """One report for all tests that read it."""
    Reports.folder = tempfile.mkdtemp(prefix="acceptance-report-")
    unittest.addModuleCleanup(shutil.rmtree, Reports.folder, True)
    pathlib.Path(Reports.folder, "near.svg").write_bytes(base64.b64decode(PICTURE))
    source = Reports.write("<b>odd & name.ipynb", *CELLS)
    Reports.report = os.path.join(Reports.folder, "report.html")
    Reports.said = run_tool("run", source, "--html", Reports.report, folder=Reports.folder).stdout
    Reports.html = pathlib.Path(Reports.report).read_text("utf-8")


class Reports(BrowserCase):

    @classmethod
    def write(cls, name, *cells):
        path = os.path.join(cls.folder, name)
        pathlib.Path(path).write_text(notebook(*cells), "utf-8")
        return path

    def opened(self, dark=False, report=None):
        page = self.page(dark)
        page.offline()
        page.open(report or self.report)
        if not report:
            page.until("Array.from(document.querySelectorAll('figure.chart')).every(f => f.classList.contains('drawn'))")
        return page

    def made(self, *cells, arguments=()):
        """The page of a small notebook."""
        path = self.write("small.ipynb", *cells)
        run_tool("run", path, "--html", path + ".html", *arguments, folder=self.folder)
        return path + ".html"

    def background(self, page, selector="body"):
        return page.style(selector, "backgroundColor")


class OneFile(Reports):
    def test_nothing_in_it_is_fetched(self):
        self.assertFalse(re.search(r"""<link|<script[^>]+\bsrc=|@import|<iframe|<object|<embed|\bsrc=["']?(?!data:|x )""", self.outside_of_scripts()))
        page = self.opened()
        self.assert_harmless(page)
        self.assertEqual([], page.problems)

    def outside_of_scripts(self):
        return re.sub(r"&lt;.*?&gt;|<script.*?</script>", "", self.html, flags=re.S)

    def test_its_policy_lets_no_request_out_and_no_foreign_script_run(self):
        policy = re.search(r'Content-Security-Policy" content="([^"]+)"', self.html)[1]
        self.assertIn("default-src 'none'", policy)
        self.assertRegex(policy, r"script-src 'nonce-[0-9a-f]{32}'")
        page = self.opened()
        page.evaluate("fetch('https://example.org/').catch(() => 0)")
        page.evaluate("document.body.append(Object.assign(document.createElement('script'), { textContent: 'hit(1)' }))")
        self.assertEqual([], page.evaluate("window.hits"))

    def test_plotly_is_in_it_once_and_not_where_there_is_no_chart(self):
        self.assertEqual(1, self.html.count("* plotly.js v"))
        page = self.made("1 + 1")
        self.assertNotIn("plotly.js", pathlib.Path(page).read_text("utf-8"))
        self.assertLess(os.path.getsize(page), 60_000)

    def test_it_opens_where_scripts_do_not_run(self):
        page = self.page()
        page.call("Emulation.setScriptExecutionDisabled", value=True)
        page.call("Page.navigate", url=pathlib.Path(self.report).as_uri())
        tree = None
        for _ in range(100):
            text = page.call("Page.captureSnapshot")["data"]
            if "First part" in text and "Second part" in text:
                tree = text
                break
        self.assertTrue(tree)
        self.assertIn("still", self.html)
        self.assertEqual(2, len(re.findall(r'<div class="still"><img', self.html)))

    def test_the_tool_says_what_it_wrote(self):
        self.assertIn(f"Wrote {self.report}", self.said)

    def test_a_reader_of_screens_finds_language_title_and_names_of_pictures(self):
        page = self.opened()
        self.assertEqual("en", page.evaluate("document.documentElement.lang"))
        self.assertEqual(HOSTILE_TITLE, page.evaluate("document.title"))
        self.assertTrue(all(re.match("[a-z]+: ", alt) for alt in page.all("figure.chart .still img", "e.alt")))


class LightAndDark(Reports):
    def test_it_follows_the_browser(self):
        self.assertEqual("rgb(255, 255, 255)", self.background(self.opened()))
        self.assertEqual("rgb(20, 23, 26)", self.background(self.opened(dark=True)))

    def test_it_follows_the_browser_when_that_changes(self):
        page = self.opened()
        page.media(dark=True)
        page.until("getComputedStyle(document.body).backgroundColor === 'rgb(20, 23, 26)'", 10)
        page.until("getComputedStyle(document.querySelector('.main-svg')).backgroundColor === 'rgb(20, 23, 26)'", 20)

    def test_the_reader_chooses(self):
        page = self.opened()
        page.click("[data-do=theme]")
        self.assertEqual("rgb(20, 23, 26)", self.background(page))
        page.until("getComputedStyle(document.querySelector('.main-svg')).backgroundColor === 'rgb(20, 23, 26)'", 20)
        self.assertEqual("Light", page.text("[data-do=theme]"))
        page.click("[data-do=theme]")
        self.assertEqual("rgb(255, 255, 255)", self.background(page))

    def test_texts_stand_out_in_both(self):
        lightness = ("(() => { const l = c => { const [r, g, b] = c.match(/[\\d.]+/g).map(Number); return (0.299 * r + 0.587 * g + 0.114 * b) / 255; };"
                     "const page = l(getComputedStyle(document.body).backgroundColor);"
                     "return Array.from(document.querySelectorAll('h1, p, td, th, pre code, .xtick text, .ytick text, .gtitle, .legendtext, footer div'))"
                     ".filter(e => Math.abs(l(e.matches('text') ? getComputedStyle(e).fill : getComputedStyle(e).color) - page) < 0.4).map(e => e.textContent); })()")
        for dark in (False, True):
            with self.subTest(dark=dark):
                self.assertEqual([], self.opened(dark).evaluate(lightness))

    def test_on_paper_it_is_light(self):
        page = self.opened(dark=True)
        page.media(dark=True, paper=True)
        self.assertIn(self.background(page), ("rgb(255, 255, 255)", "rgba(0, 0, 0, 0)"))


class OnPaper(Reports):
    def test_charts_are_pictures_and_tools_are_gone(self):
        page = self.opened()
        page.media(paper=True)
        self.assertEqual((2, 0), (page.visible("figure.chart .still img"), page.visible("figure.chart .live")))
        self.assertEqual(0, page.visible(".tools button, .csv button, .flowkernel-tools, th button"))

    def test_headings_of_tables_are_still_to_be_read(self):
        page = self.opened()
        page.media(paper=True)
        self.assertIn('"Bytes"', page.evaluate(
            "Array.from(document.querySelectorAll('.flowkernel-table th[data-name]'), e => JSON.stringify(e.dataset.name) + getComputedStyle(e, '::before').content).join()"))

    def test_wide_tables_say_which_columns_paper_leaves_out(self):
        page = self.opened()
        self.assertEqual(0, page.visible(".on-paper"))
        page.media(paper=True)
        self.assertEqual(1, page.visible(".on-paper"))
        self.assertIn("the first 14 of 20 columns", page.text(".on-paper"))

    def test_it_prints(self):
        pdf = self.opened().pdf()
        self.assertTrue(pdf.startswith(b"%PDF") and len(pdf) > 20_000)


class ContentsAndCode(Reports):
    def test_contents_name_each_heading_and_lead_to_it(self):
        page = self.opened()
        self.assertEqual([HOSTILE_TITLE, "First part", "Second part", "Second part"], page.all("nav a"))
        ids = page.all("h1[id], h2[id]", "e.id")
        self.assertEqual(len(ids), len(set(ids)))
        for number, heading in enumerate(ids):
            page.click("nav a", number)
            self.assertTrue(page.evaluate("decodeURIComponent(location.hash)") == "#" + heading, heading)
            self.assertTrue(page.evaluate(f"document.getElementById({heading!r}).getBoundingClientRect().top < innerHeight"))

    def test_links_between_texts_lead_to_headings(self):
        page = self.opened()
        page.click("section.text a")
        self.assertEqual("#second-part", page.evaluate("location.hash"))

    def test_a_report_of_one_heading_has_no_contents(self):
        self.assertNotIn("<nav>", pathlib.Path(self.made(("markdown", "# One"), "1")).read_text("utf-8"))

    def test_code_folds_one_by_one_and_all_at_once(self):
        page = self.opened()
        first = "section.code details"
        self.assertTrue(page.evaluate(f"document.querySelector('{first}').open"))
        page.click(first + " summary")
        self.assertFalse(page.evaluate(f"document.querySelector('{first}').open"))
        page.click("[data-do=code]")
        self.assertEqual(("Show code", 0), (page.text("[data-do=code]"), page.count("section.code > details[open]")))
        page.click("[data-do=code]")
        self.assertEqual(0, page.count("section.code > details:not([open])"))

    def test_long_code_is_folded_at_first(self):
        page = self.opened()
        closed = page.all("section.code > details:not([open]) code")
        self.assertEqual([LONG_CODE], closed)

    def test_code_and_outputs_are_as_they_were(self):
        page = self.opened()
        self.assertIn(CELLS[4], page.all("section.code code"))
        self.assertIn("<script>hit(91)</script>", page.text("pre.error"))
        self.assertNotIn("\x1b", page.text("pre.error"))

    def test_markdown_is_shown_and_its_raw_html_is_text(self):
        page = self.opened()
        self.assertEqual(["1", "2"], page.all("section.text td"))
        self.assertIn("<script>hit(92)</script> <b onclick=hit(93)>raw</b>", page.evaluate("document.body.innerText"))
        self.assertFalse([h for h in page.all("section.text a", "e.getAttribute('href')") if h.startswith(("javascript:", "data:"))])

    def test_pictures_come_along_and_others_are_named(self):
        page = self.opened()
        self.assertEqual(2, page.count("section.text img[src^='data:image/svg']"))
        self.assertIn("far (a picture that is not in this file)", page.evaluate("document.body.innerText"))
        self.assertIn("out (a picture that is not in this file)", page.evaluate("document.body.innerText"))


class Charts(Reports):
    def test_each_chart_answers_the_mouse(self):
        page = self.opened()
        page.hover("figure.chart .live .slice path, figure.chart .live path.surface")
        page.until("document.querySelector('.hoverlayer').textContent.includes('AzurePublic')", 10)
        self.assertIn("GB", page.evaluate("document.querySelector('.hoverlayer').textContent"))

    def test_a_line_is_hovered_and_zoomed(self):
        page = self.opened()
        chart = "document.querySelectorAll('figure.chart .live')[1]"
        before = page.evaluate(f"{chart}.layout.xaxis.range.join()")
        place = page.evaluate(f"(() => {{ const e = {chart}; e.scrollIntoView({{ block: 'center', behavior: 'instant' }}); "
                              "const r = e.querySelector('.nsewdrag').getBoundingClientRect(); return [r.x, r.y, r.width, r.height]; })()")
        at = lambda share: {"x": place[0] + share * place[2], "y": place[1] + place[3] / 2}
        page.mouse("mouseMoved", at(0.5))
        page.until(f"{chart}.querySelector('.hoverlayer').textContent.length > 0", 10)
        page.mouse("mousePressed", at(0.3), button="left", clickCount=1)
        for share in (0.4, 0.5, 0.6):
            page.mouse("mouseMoved", at(share), button="left")
        page.mouse("mouseReleased", at(0.6), button="left", clickCount=1)
        page.until(f"{chart}.layout.xaxis.range.join() !== '{before}'", 10)

    def test_a_title_that_is_a_tag_is_text_in_the_drawing(self):
        page = self.opened()
        self.assertIn("<img src=x onerror=hit(97)>", page.all(".gtitle"))
        self.assert_harmless(page)

    def test_no_button_leads_to_plotlys_servers(self):
        page = self.opened()
        self.assertEqual(0, page.count("[data-title*='Chart Studio'], .modebar a[href^='http']"))


class Data(Reports):
    def button(self, page, text):
        return page.all("[data-do=csv]").index(text)

    def saved(self, page, number):
        name, data = page.download(lambda: page.click("[data-do=csv]", number))
        self.assertTrue(data.startswith(b"\xef\xbb\xbf"), data[:9])
        return name, list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))

    def test_every_table_and_chart_has_its_data(self):
        page = self.opened()
        self.assertEqual(["CSV, 8 rows", "CSV, 46 rows", "CSV, 700 rows", f"CSV, {len(HOSTILE)} rows", "CSV, 3 rows", "CSV, 1 row", "CSV, 1 row"],
                         [t for t in page.all("[data-do=csv]")])

    def test_a_csv_has_all_rows_with_exact_values(self):
        page = self.opened()
        name, rows = self.saved(page, self.button(page, "CSV, 700 rows"))
        self.assertEqual((["Id", "Bytes", "At", "Took"], 701), (rows[0], len(rows)))
        self.assertEqual(["700", "1050000", "2024-04-23T11:40:00.0000000Z", "00:11:40"], rows[700])
        self.assertRegex(name, r"^table-\d+\.csv$")

    def test_hostile_texts_come_out_as_they_are(self):
        page = self.opened()
        _, rows = self.saved(page, self.button(page, f"CSV, {len(HOSTILE)} rows"))
        self.assertEqual(HOSTILE, [row[0] for row in rows[1:]])
        self.assert_harmless(page)

    def test_formulas_are_disarmed_numbers_stay_and_quotes_are_doubled(self):
        page = self.opened()
        _, rows = self.saved(page, self.button(page, "CSV, 3 rows"))
        self.assertEqual([["'=1+1", "N", "R", "D"], ["'=cmd", "-5", "-0.5", '{"a":"x,y"}'], ["'+1", "", "", ""],
                          ['say "hi", twice\nor more', "9007199254740993", "0.1", "[1,2]"]], rows)

    def test_a_very_long_table_says_how_much_of_it_came_along(self):
        page = self.page().open(self.made("#!flowlogs connect sample", "#!flowlogs\nrange Id from 1 to 60000 step 1"))
        self.assertEqual(["CSV, the first 50,000 of 60,000 rows"], page.all("[data-do=csv]"))
        _, rows = self.saved(page, 0)
        self.assertEqual(50_001, len(rows))

    def test_tables_sort_and_filter_in_a_report(self):
        page = self.opened()
        page.fill("input[placeholder='Filter rows']", "1050000")
        page.until("document.querySelector('.flowkernel-table [role=status]').textContent.startsWith('0 of 500')", 10)
        page.fill("input[placeholder='Filter rows']", "15 kB")
        page.until("/^[1-9]/.test(document.querySelector('.flowkernel-table [role=status]').textContent)", 10)


class Provenance(Reports):
    def footer(self, report=None):
        page = self.opened(report=report)
        page.click("footer summary")
        return page, page.text("footer")

    def test_it_says_notebook_time_connection_and_versions(self):
        _, text = self.footer()
        self.assertRegex(text, r"<b>odd & name\.ipynb, written on \d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC\.")
        self.assertIn("Connected to sample: NTANetAnalytics", text)
        self.assertIn("Its now is 2024-04-27 12:00 UTC", text)
        self.assertRegex(text, r"FlowKernel \d+\.\d+.*DuckDB \d+\.\d+.*\.NET 10\.")

    def test_it_lists_every_query_with_its_time_range_place_and_rows(self):
        page, text = self.footer()
        self.assertRegex(text, r"[67] queries")
        rows = page.all("footer tbody tr", "Array.from(e.cells, c => c.textContent)")
        by_query = {row[0]: row[1:] for row in rows}
        pie = next(v for k, v in by_query.items() if "piechart" in k)
        self.assertEqual("the last 30 d: 2024-03-28 12:00:00 to 2024-04-27 12:00:00", pie[0])
        self.assertEqual(("sample", "8"), (pie[1], pie[3]))
        long = next(v for k, v in by_query.items() if k.startswith("range Id"))
        self.assertEqual(("as the query says", "700"), (long[0], long[3]))
        self.assertRegex(long[2], r"^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$")

    def test_a_query_that_asks_for_now_says_when_that_was(self):
        _, text = self.footer(self.made("#!flowlogs connect sample", "#!flowlogs\nprint now()"))
        self.assertIn("as the query says, at 2024-04-27 12:00:00", text)

    def test_hostile_names_of_connections_are_text(self):
        page, text = self.footer(self.made('#!flowlogs connect sample --as "<img src=x onerror=hit(98)>"', "#!flowlogs\nprint 1"))
        self.assertIn("<img src=x onerror=hit(98)>", text)
        self.assert_harmless(page)

    def test_values_of_parameters_that_a_query_took_are_listed(self):
        _, text = self.footer(self.made("#!flowlogs connect sample", 'var ip = "10.9.9.9";', "#!flowlogs --param ip\nprint ip"))
        self.assertIn("10.9.9.9", text)


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
