"""Tables where scripts run: sorted and filtered with mouse and keyboard, and never obeyed."""
from browser import BrowserCase
from kernel import KernelCase
from shown_table import HOSTILE, UNSEEN, kql, kql_table

FLOWS = kql_table(
    {"Ip": "string", "Port": "int", "Protocol": "string", "Bytes": "long", "At": "datetime", "Took": "timespan"},
    [row.split("|") for row in """
        '10.1.0.4'|443|'TCP'|5000000000|datetime(2024-04-01)|1s
        '10.1.1.8'|22|'TCP'|1200|datetime(2024-04-02)|2m
        '10.1.255.1'|443|'TCP'|2000000|datetime(2024-04-03)|3m
        '10.2.0.1'|53|'UDP'|1501|datetime(2024-04-04)|4m
        '172.16.0.1'|80|'TCP'|long(null)|datetime(2024-04-05)|5m
        '192.168.0.1'|8443|'TCP'|999999|datetime(2024-04-06)|6m
        '2001:db8::1'|53|'UDP'|1000|datetime(2024-04-07)|1h
        'app-gateway'|443|'TCP'|1000001|datetime(2024-04-08)|1d
        ''|0|'ICMP'|50000|datetime(2024-04-09)|10d""".strip().split("\n")])
BOX = "input[placeholder='Filter rows']"
STATUS = "[role=status]"
SHOWN = "Array.from(document.querySelectorAll('tbody tr')).filter(r => r.getClientRects().length)"


class BrowserTableCase(BrowserCase, KernelCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.kernel.run("#!flowlogs connect sample")
        cls.made = {}

    def html(self, query, options=""):
        cell = f"#!flowlogs {options}\n{query}"
        if cell not in self.made:
            self.made[cell] = self.run_cell(cell).data("text/html")[-1]
        return self.made[cell]

    def shown(self, query, options=""):
        return self.page().show(self.html(query, options))

    def numbered(self, kind, values):
        """A page with a column of a type, and one that numbers its rows."""
        return self.shown(kql_table({"Value": kind, "Row": "int"}, [[v, str(i)] for i, v in enumerate(values)]))

    def column(self, page, number):
        """The texts of a column in the rows that are shown."""
        return page.evaluate(f"{SHOWN}.map(r => r.cells[{number - 1}].textContent)")

    def rows(self, page):
        return [int(text) for text in self.column(page, 2)]

    def filtered(self, page, expected):
        """Waits until that many rows are left."""
        page.until(f"{SHOWN}.length === {expected}", 10)


class Sorting(BrowserTableCase):
    ORDERS = [
        ("long", ["9007199254740993", "long(null)", "9007199254740992", "-5", "10"], [3, 4, 2, 0, 1]),
        ("int", ["10", "9", "-1", "100"], [2, 1, 0, 3]),
        ("real", ["2.5", "real(nan)", "real(-inf)", "1e10", "real(null)", "real(+inf)"], [2, 0, 3, 5, 1, 4]),
        ("decimal", ["decimal(10.5)", "decimal(9.75)", "decimal(-0.5)"], [2, 1, 0]),
        ("timespan", ["2d", "-1s", "23h", "100d", "time(null)"], [1, 2, 0, 3, 4]),
        ("datetime", ["datetime(2024-04-03 00:00:00.000001)", "datetime(2024-04-03)", "datetime(null)", "datetime(1999-01-01)"],
         [3, 1, 0, 2]),
        ("bool", ["true", "false"], [1, 0]),
        ("string", ["'vm-10'", "'vm-2'", "''", "'VM-1'"], [2, 3, 1, 0]),
        ("string", ["'10.0.0.10'", "'10.0.0.9'", "'fe80::1'", "'9.1.1.1'", "''"], [3, 1, 0, 2, 4]),
        ("string", ["'2001:db8::ffff'", "'2001:db8::10'", "'2001:db8::9'"], [2, 1, 0]),
        ("string", ["'\u00e4pfel'", "'Apfel'", "'zebra'"], [1, 0, 2]),
        ("string", [f"'b{'x' * 99}'", f"'a{'x' * 99}'"], [1, 0]),
    ]

    def test_a_heading_sorts_by_the_exact_values(self):
        for kind, values, order in self.ORDERS:
            with self.subTest(f"{kind}: {values}"):
                page = self.numbered(kind, values)
                page.click("th button")
                self.assertEqual("ascending", page.evaluate("document.querySelector('th').ariaSort"))
                self.assertEqual(order, self.rows(page))

    def test_a_second_click_turns_the_order_and_what_has_no_value_stays_last(self):
        page = self.numbered("long", ["2", "long(null)", "10000000000", "1"])
        page.click("th button")
        page.click("th button")
        self.assertEqual([2, 0, 3, 1], self.rows(page))
        self.assertEqual("descending", page.evaluate("document.querySelector('th').ariaSort"))

    def test_a_third_click_restores_the_order_of_the_result(self):
        page = self.numbered("long", ["2", "3", "1"])
        for _ in range(3):
            page.click("th button")
        self.assertEqual([0, 1, 2], self.rows(page))
        self.assertEqual(0, page.count("[aria-sort]"))

    def test_equal_values_keep_their_order(self):
        page = self.numbered("int", ["1", "0"] * 20)
        page.click("th button")
        self.assertEqual([*range(1, 40, 2), *range(0, 40, 2)], self.rows(page))
        page.click("th button")
        self.assertEqual([*range(0, 40, 2), *range(1, 40, 2)], self.rows(page))

    def test_another_heading_takes_over(self):
        page = self.numbered("int", ["3", "1", "2"])
        page.click("th button", 0)
        page.click("th button", 1)
        self.assertEqual([0, 1, 2], self.rows(page))
        self.assertEqual([None, "ascending"], page.all("th", "e.ariaSort"))

    def test_headings_are_reached_and_pressed_with_the_keyboard(self):
        page = self.numbered("int", ["3", "1", "2"])
        page.press("Tab")
        page.press("Enter")
        self.assertEqual([1, 2, 0], self.rows(page))
        page.press(" ")
        self.assertEqual([0, 2, 1], self.rows(page))
        page.press("Tab")
        page.press("Enter")
        self.assertEqual([0, 1, 2], self.rows(page))

    def test_readable_bytes_sort_by_their_amount(self):
        page = self.shown("range i from 1 to 9 step 1 | extend Bytes = tolong(pow(7, i)) | order by Bytes desc")
        page.click("th button", 1)
        self.assertEqual([str(i) for i in range(1, 10)], self.column(page, 1))

    def test_five_hundred_rows_are_sorted(self):
        page = self.shown("range i from 1 to 500 step 1 | extend Value = i * 7919 % 500 | project Value, i")
        page.click("th button")
        self.assertEqual([str(i) for i in range(500)], self.column(page, 1))

    def test_a_cut_table_says_that_only_its_shown_rows_are_sorted(self):
        page = self.shown("range i from 1 to 48211 step 1")
        self.assertEqual("Sorts and filters 500 rows shown, of 48,211 in the result", page.text(STATUS))

    def test_headings_stay_in_sight_in_long_tables_and_not_on_paper(self):
        page = self.shown("range i from 1 to 60 step 1")
        self.assertEqual("sticky", page.style("thead th", "position"))
        page.media(paper=True)
        self.assertEqual("static", page.style("thead th", "position"))
        self.assertEqual("none", page.style(".flowkernel-scroll", "maxHeight"))


class Filtering(BrowserTableCase):
    def test_the_box_searches_all_columns_and_counts_what_is_left(self):
        page = self.shown(FLOWS)
        for text, left in [("app", 1), ("APP", 1), ("10.1.0.0/16", 3), ("tcp 443", 4), ("5000000000", 1), ("5 GB", 1), ("2001:db8::/32", 1),
                           ("nowhere", 0), ("(", 0), (".*", 0), ("\\", 0), ("<", 0), ("null", 1), ("2024-04-05", 1)]:
            with self.subTest(text):
                page.fill(BOX, text)
                page.until(f"document.querySelector('{STATUS}').textContent === '{left} of 9 rows'", 10)
                self.filtered(page, left)

    def test_an_empty_box_shows_all_again_and_says_nothing(self):
        page = self.shown(FLOWS)
        page.fill(BOX, "udp")
        self.filtered(page, 2)
        page.fill(BOX, "")
        self.filtered(page, 9)
        self.assertEqual("", page.text(STATUS))

    def test_letters_that_are_typed_filter_one_by_one(self):
        page = self.shown(FLOWS)
        page.click(BOX)
        page.type("udp")
        self.filtered(page, 2)
        page.press("Backspace")
        page.press("Backspace")
        page.type("nknown")
        self.filtered(page, 0)

    CONDITIONS = [
        ("Bytes", ">1e6", 3), ("Bytes", ">= 1000001", 3), ("Bytes", "<=1.5 kB", 2), ("Bytes", "<1k", 0), ("Bytes", ">1MiB", 2),
        ("Bytes", "=1501", 1), ("Bytes", "!=1501", 7), ("Bytes", "=null", 1), ("Bytes", "!=null", 8), ("Bytes", "1,200", 0),
        ("Port", "=443", 3), ("Port", "443", 4), ("Port", "!443", 5), ("Ip", "10.1.0.0/16", 3), ("Ip", "!10.1.0.0/16", 6),
        ("Ip", ">=10.2.0.0", 3), ("Ip", "2001:db8::/32", 1), ("Ip", "0.0.0.0/0", 6), ("Ip", "10.1.0.4/32", 1), ("Ip", "10.1.0.0/33", 0),
        ("Protocol", "!tcp", 3), ("Protocol", "=UDP", 2), ("Protocol", "=ud", 0), ("At", ">=2024-04-05", 5), ("At", "=2024-04-05", 1),
        ("At", "<2024-04-02 12:00", 2), ("At", "=2024", 9), ("Took", ">5m", 4), ("Took", "=2m", 1), ("Took", ">=1d", 2), ("Took", "<=00:00:01", 1),
    ]

    def test_a_columns_box_compares(self):
        page = self.shown(FLOWS)
        page.click(".flowkernel-tools button")
        names = page.all("thead tr:first-child th", "e.textContent")
        for column, text, left in self.CONDITIONS:
            with self.subTest(f"{column} {text}"):
                page.fill(".flowkernel-filter input[title*='text']", text, names.index(column))
                self.filtered(page, left)
                page.fill(".flowkernel-filter input[title*='text']", "", names.index(column))
                self.filtered(page, 9)

    def test_boxes_of_columns_and_of_the_table_narrow_together(self):
        page = self.shown(FLOWS)
        page.click(".flowkernel-tools button")
        page.fill(BOX, "tcp")
        self.filtered(page, 6)
        page.fill("[aria-label='Filter Port']", "=443")
        self.filtered(page, 3)
        page.fill("[aria-label='Filter Bytes']", ">1GB")
        self.filtered(page, 1)

    def test_a_comparison_that_means_nothing_is_marked_and_hides_nothing(self):
        page = self.shown(FLOWS)
        page.click(".flowkernel-tools button")
        page.fill("[aria-label='Filter Bytes']", ">many")
        page.until("document.querySelector(\"[aria-label='Filter Bytes']\").ariaInvalid === 'true'", 10)
        self.filtered(page, 9)

    def test_the_columns_boxes_are_hidden_until_asked_for(self):
        page = self.shown(FLOWS)
        self.assertEqual(0, page.visible("thead .flowkernel-filter input"))
        page.click(".flowkernel-tools button")
        self.assertEqual(6, page.visible("thead .flowkernel-filter input"))
        self.assertEqual("true", page.evaluate("document.querySelector('.flowkernel-tools button').ariaExpanded"))

    def test_what_is_filtered_stays_so_when_it_is_sorted(self):
        page = self.shown(FLOWS)
        page.fill(BOX, "tcp")
        self.filtered(page, 6)
        page.click("th button", 1)
        self.assertEqual(["22", "80", "443", "443", "443", "8443"], self.column(page, 2))

    def test_words_inside_folded_cells_are_found(self):
        page = self.shown("range i from 1 to 9 step 1 | extend S = strcat(strrep('x', 200), 'needle', i)")
        page.fill(BOX, "needle7")
        self.filtered(page, 1)

    def test_five_hundred_rows_are_filtered(self):
        page = self.shown("range i from 1 to 48211 step 1 | extend Name = strcat('vm-', i % 50)")
        page.fill(BOX, "vm-7")
        self.filtered(page, 10)
        self.assertEqual("10 of 500 rows shown, of 48,211 in the result", page.text(STATUS))

    def test_tools_are_not_printed(self):
        page = self.shown(FLOWS)
        page.media(paper=True)
        self.assertEqual(0, page.visible(".flowkernel-tools, th button"))

    def test_many_tables_of_one_page_do_not_disturb_each_other(self):
        page = self.page().show(self.html("print a = 1") + self.html(FLOWS) + self.html("range i from 1 to 3 step 1") + self.html(FLOWS))
        page.fill(BOX, "udp", 1)
        self.filtered(page, 1 + 9 + 3 + 2)
        self.assertEqual(2, page.count(BOX))
        self.assertEqual(0, page.count("[id]"))

    def test_nothing_is_left_on_the_page(self):
        page = self.page().show("")
        before = page.evaluate("Object.keys(window).length")
        page.show(self.html(FLOWS))
        self.assertEqual(before, page.evaluate("Object.keys(window).length"))
        self.assertEqual(([], []), (page.outside, page.problems))


class Folding(BrowserTableCase):
    def test_a_folded_cell_opens_and_closes(self):
        page = self.shown("print S = strcat('start ', strrep('abc ', 200), 'end')")
        self.assertEqual(0, page.visible("details > div"))
        page.click("summary")
        self.assertEqual(1, page.visible("details > div"))
        self.assertTrue(page.text("details > div").endswith("end"))
        page.click("summary")
        self.assertEqual(0, page.visible("details > div"))

    def test_a_folded_cell_has_its_mark_and_opens_with_the_keyboard(self):
        page = self.shown("print S = strrep('abc', 200)")
        self.assertEqual("list-item", page.style("summary", "display"))
        page.evaluate("document.querySelector('summary').focus()")
        page.press("Enter")
        self.assertEqual(1, page.visible("details > div"))

    def test_an_opened_long_cell_does_not_push_the_page_apart(self):
        page = self.shown("print S = strrep('abcdefghij', 5000), After = 'x'")
        page.click("summary")
        self.assertLess(page.evaluate("document.querySelector('table').getBoundingClientRect().height"), 700)
        self.assertLess(page.evaluate("document.documentElement.scrollWidth"), 1400)

    def test_the_exact_value_is_the_browsers_own_hover_text(self):
        page = self.shown("print Bytes = 1073741824, Took = 2h + 5m, At = datetime(2024-04-23)")
        self.assertEqual(["1073741824", "02:05:00", "2024-04-23T00:00:00.0000000Z"], page.all("tbody td", "e.title"))

    def test_numbers_stand_right_and_texts_left_as_the_browser_sees_it(self):
        page = self.shown("print S = 'a', L = 1, W = 1h, T = datetime(2024-04-23), B = true")
        self.assertEqual(["left", "right", "right", "left", "left"], page.all("tbody td", "getComputedStyle(e).textAlign"))

    def test_a_table_reads_on_a_dark_page(self):
        page = self.page().show("<style>body{background:#111;color:#eee}</style>" + self.html(FLOWS))
        self.assertEqual("rgb(238, 238, 238)", page.style("tbody td", "color"))
        self.assertEqual("rgb(238, 238, 238)", page.style(BOX, "color"))


class HostileValues(BrowserTableCase):
    def walk(self, page):
        """Does all that a reader can do with a table."""
        for number in range(page.count("th button")):
            page.click("th button", number)
        if page.count(".flowkernel-tools button"):
            page.click(".flowkernel-tools button")
            page.fill(BOX, HOSTILE[0])
            page.fill("thead .flowkernel-filter input", HOSTILE[1])
            page.fill("thead .flowkernel-filter input", "")
            page.fill(BOX, "")
            page.until(f"{SHOWN}.length === document.querySelectorAll('tbody tr').length")
        for number in range(min(3, page.count("summary"))):
            page.click("summary", number)
        page.hover("tbody td")

    def obeys_nothing(self, page, texts):
        self.walk(page)
        self.assert_harmless(page)
        self.assertEqual([], page.problems)
        self.assertEqual(0, page.count("td img, td svg, td iframe, td a, td b, td style, td script, th img, th svg, base, meta[http-equiv]"))
        seen = page.evaluate("document.body.textContent")
        for text in texts:
            self.assertIn(text, seen)

    def test_cells_are_text(self):
        self.obeys_nothing(self.shown(kql_table({"Text": "string"}, [[kql(h)] for h in HOSTILE])), HOSTILE)

    def test_folded_cells_are_text(self):
        self.obeys_nothing(self.shown(kql_table({"Text": "string"}, [[kql(h + "\n" + h * 5)] for h in HOSTILE])), HOSTILE)

    def test_dynamic_values_and_their_names_are_text(self):
        rows = [[f"bag_pack({kql(h)}, {kql(h)})"] for h in HOSTILE]
        query = f"range i from 0 to {len(rows) - 1} step 1 | extend D = case({', '.join(f'i == {n}, {r[0]}' for n, r in enumerate(rows))}, dynamic(null))"
        self.obeys_nothing(self.shown(query), [h for h in HOSTILE if "\\" not in h and '"' not in h])

    def test_column_names_are_text(self):
        names = [h for h in HOSTILE if "\\" not in h and "'" not in h]
        query = "range i from 1 to 9 step 1 | extend " + ", ".join(f"['{h}'] = i" for h in names)
        self.obeys_nothing(self.shown(query), names)

    def test_the_place_of_a_result_is_text(self):
        for hostile in [h for h in HOSTILE if "'" not in h and '"' not in h and "`" not in h]:
            self.kernel.run(f'#!flowlogs connect sample --as "{hostile}"')
            with self.subTest(hostile):
                cell = self.run_cell("#!flowlogs\nprint 1")
                self.obeys_nothing(self.page().show("".join(cell.data("text/html"))), [])
        self.kernel.run("#!flowlogs connect sample")

    def test_csharp_values_and_their_names_are_text(self):
        texts = ", ".join('"' + "".join(f"\\u{ord(c):04x}" for c in h) + '"' for h in HOSTILE)
        self.run_cell(f"var hostile = new[] {{ {texts} }};")
        for code in ("hostile.Select(t => new { Text = t, Again = new[] { t } })", "hostile",
                     "hostile.ToDictionary(t => t, t => (object)t)", "hostile.Select(t => (t, 1)).ToList()",
                     "new { A = hostile[0], B = hostile[1], C = new { D = hostile[2] } }",
                     "hostile.GroupBy(t => t.Length)"):
            with self.subTest(code):
                html = self.run_cell(code).data("text/html")
                self.obeys_nothing(self.page().show("".join(html)), HOSTILE[:1] if "hostile[0]" in code or "hostile" == code else [])

    def test_mistakes_tell_of_hostile_names_as_text(self):
        for code in ("#!flowlogs\nNTANetAnalytics | where ['<img src=x onerror=hit(1)>'] == 1", "#!flowlogs recipe <img/src=x/onerror=hit(1)>",
                     'throw new Exception("<img src=x onerror=hit(1)>");', "?<img/src=x/onerror=hit(1)>", "#!flowlogs schema <img/src=x/onerror=hit(1)>"):
            with self.subTest(code):
                cell = self.kernel.run(code)
                html = "".join(cell.data("text/html")) + "".join(p["data"].get("text/html", "") for p in cell.reply.get("payload", []))
                self.assert_harmless(self.page().show(html))

    def test_what_cannot_be_seen_is_made_visible(self):
        page = self.shown(kql_table({"Text": "string"}, [[kql("a" + u + "b")] for u in UNSEEN]))
        self.assertEqual([f"a{picture}b" for picture in UNSEEN.values()], page.all("tbody td"))

    def test_mathematics_is_not_made_of_texts(self):
        html = self.html("print S = '$x^2$ and $$y$$ and \\\\(z\\\\)'")
        self.assertIn("tex2jax_ignore mathjax_ignore", html[:120])
