"""Reports: one file that opens offline, light, dark and on paper, with contents, code that folds and live charts."""
import os
import pathlib
import re

from report_case import CELLS, HOSTILE_TITLE, LONG_CODE, Reports


class OneFile(Reports):
    def test_nothing_in_it_is_fetched(self):
        page = self.opened()
        self.assertEqual(0, page.count("link, iframe, object, embed, base, script[src], [srcset], [poster], [background]"))
        self.assertEqual([], [src for src in page.all("[src]", "e.getAttribute('src')") if not src.startswith("data:image/")])
        self.assert_harmless(page)
        self.assertEqual([], page.problems)

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
        self.assertNotIn("* plotly.js v", pathlib.Path(page).read_text("utf-8"))
        self.assertLess(os.path.getsize(page), 60_000)

    def test_it_reads_where_scripts_do_not_run(self):
        path = os.path.join(self.folder, "still.html")
        pathlib.Path(path).write_text(re.sub(r"<script.*?</script>", "", self.html, flags=re.S), "utf-8")
        page = self.page().open(path)
        self.assertEqual(2, page.visible("figure.chart .still img"))
        self.assertEqual(0, page.visible(".tools, .csv"))
        self.assertEqual("1500", page.evaluate("document.querySelector('.flowkernel-table td[title]').title"))

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
        lightness = ("(() => { const l = c => { const [r, g, b] = c.match(/[\\d.]+/g).map(n => c.startsWith('color') ? n * 255 : +n); return (0.299 * r + 0.587 * g + 0.114 * b) / 255; };"
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
