"""Tables: alignment, readable values with the exact ones, folding, limits, and the plain form."""
import re

from kernel import KernelCase
from shown_table import UNSEEN, ShownTable, kql, kql_table

VALUES = """print B = true, I = int(42), L = 1234567, R = 1.5, D = decimal(2.5), S = 'text',
T = datetime(2024-04-23 10:00:00), W = 1h + 5m, G = guid(74be27de-1e4e-49d9-b579-fe0b331d3642), J = dynamic({'a': [1, 2]})"""
RIGHT = {"I", "L", "R", "D", "W"}


class TableCase(KernelCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.kernel.run("#!flowlogs connect sample")

    def cell_of(self, query, options=""):
        return self.run_cell(f"#!flowlogs {options}\n{query}")

    def table(self, query, options=""):
        return ShownTable(self.cell_of(query, options).data("text/html")[-1])

    def plain(self, query, options=""):
        return self.cell_of(query, options).data("text/plain")[-1]


class TypedAlignment(TableCase):
    def test_numbers_and_durations_stand_right_and_all_else_left(self):
        table = self.table(VALUES)
        for heading, cell in zip(table.headings, table.rows[0]):
            with self.subTest(heading.text):
                self.assertEqual(heading.text in RIGHT, cell.is_right)
                self.assertEqual(heading.text not in RIGHT, cell.is_left)

    def test_a_heading_stands_as_its_column(self):
        for heading in self.table(VALUES).headings:
            with self.subTest(heading.text):
                self.assertEqual(heading.text in RIGHT, heading.is_right)
                self.assertEqual(heading.text not in RIGHT, heading.is_left)

    def test_a_heading_says_its_type_on_hover(self):
        titles = {h.text: h.title for h in self.table(VALUES).headings}
        self.assertEqual({
            "B": "bool", "I": "int", "L": "long", "R": "real", "D": "decimal", "S": "string", "T": "datetime, UTC",
            "W": "timespan", "G": "guid", "J": "dynamic"}, titles)

    def test_a_null_stands_where_a_value_would_and_is_marked(self):
        table = self.table("print I = int(null), S = '', W = timespan(null)")
        self.assertTrue(table.cell("I").is_null and table.cell("I").is_right)
        self.assertTrue(table.cell("W").is_null and table.cell("W").is_right)
        self.assertFalse(table.cell("S").is_null)
        self.assertEqual(("null", ""), (table.cell("I").text, table.cell("S").text))

    def test_a_text_that_says_null_is_not_taken_for_one(self):
        self.assertFalse(self.table("print S = 'null'").cell("S").is_null)

    def test_plain_columns_are_aligned_by_type(self):
        lines = self.plain("datatable(Name: string, Bytes: long)['a', 5, 'long name', 1234]").split("\n")
        self.assertEqual(["Name       Bytes", "---------  -----", "a              5", "long name   1234"], lines[:4])

    def test_csharp_values_are_aligned_as_well(self):
        html = self.run_cell('new[] { new { A = "x", B = 1.5, C = TimeSpan.FromHours(1), D = DateTime.UnixEpoch } }').data("text/html")[0]
        self.assertEqual([False, True, True, False], [c.is_right for c in ShownTable(html).rows[0]])


class ReadableValues(TableCase):
    def shows(self, column, value, readable, exact):
        with self.subTest(f"{column} = {value}"):
            cell = self.table(f"print {column} = {value}").cell(column)
            self.assertEqual((readable, exact), (cell.text, cell.title))

    def test_bytes(self):
        for value, readable in [
                (0, "0 B"), (5, "5 B"), (999, "999 B"), (1000, "1 kB"), (1500, "1.5 kB"), (999499, "999 kB"), (999999, "1 MB"),
                (1073741824, "1.07 GB"), (-5000000, "-5 MB"), (123456789012, "123 GB"), (9223372036854775807, "9.22 EB")]:
            self.shows("TotalBytes", value, readable, str(value))

    def test_bytes_are_known_by_the_words_of_a_name(self):
        for name, is_bytes in [
                ("Bytes", True), ("sum_BytesSrcToDest", True), ("avg_bytes", True), ("BYTES", True), ("BytesInMB", False),
                ("Gigabytes", False), ("BytesPct", False), ("dcount_Bytes", False), ("KB", False), ("Size", False)]:
            with self.subTest(name):
                cell = self.table(f"print {name} = 2000000").cell(name)
                self.assertEqual(is_bytes, cell.text == "2 MB")

    def test_a_text_named_bytes_stays_as_it_is(self):
        cell = self.table("print Bytes = '2000000'").cell("Bytes")
        self.assertEqual(("2000000", None), (cell.text, cell.title))

    def test_counts_have_groups_of_three(self):
        self.shows("count_", "48211", "48,211", "48211")
        self.shows("Flows", "-1234567", "-1,234,567", "-1234567")

    def test_ports_and_numbers_of_no_unit_have_no_groups(self):
        cell = self.table("print DestPort = 48211").cell("DestPort")
        self.assertEqual(("48211", None), (cell.text, cell.title))

    def test_durations(self):
        for value, readable, exact in [
                ("0s", "0 s", "00:00:00"), ("1.25s", "1.25 s", "00:00:01.2500000"), ("320ms", "320 ms", "00:00:00.3200000"),
                ("2m + 5s", "2 min 5 s", "00:02:05"), ("2h + 5m", "2 h 5 min", "02:05:00"), ("3d + 4h", "3 d 4 h", "3.04:00:00"),
                ("-90s", "-1 min 30 s", "-00:01:30"), ("1tick", "0.1 µs", "00:00:00.0000001"), ("365d", "365 d", "365.00:00:00")]:
            self.shows("Took", value, readable, exact)

    def test_datetimes(self):
        for value, readable, exact in [
                ("2024-04-23", "2024-04-23 00:00:00", "2024-04-23T00:00:00.0000000Z"),
                ("2024-04-23 10:11:12.5", "2024-04-23 10:11:12.5", "2024-04-23T10:11:12.5000000Z"),
                ("1970-01-01T00:00:00.000001Z", "1970-01-01 00:00:00.000001", "1970-01-01T00:00:00.0000010Z")]:
            self.shows("At", f"datetime({value})", readable, exact)

    def test_reals(self):
        for value, readable, exact in [
                ("1.0/3", "0.333333", "0.3333333333333333"), ("123456789.123", "123456789", "123456789.123"),
                ("1e-9", "1E-09", None), ("real(nan)", "NaN", None), ("real(+inf)", "Infinity", None)]:
            self.shows("R", value, readable, exact)

    def test_whole_numbers_beyond_floating_point_are_exact(self):
        self.assertEqual("9007199254740993", self.table("print N = 9007199254740993").cell("N").text)
        self.assertEqual("9007199254740993", self.table("print Bytes = 9007199254740993").cell("Bytes").title)

    def test_the_plain_form_has_the_exact_values(self):
        text = self.plain("print Bytes = 1073741824, Took = 2h + 5m, R = 1.0/3, count_ = 48211")
        for exact in ("1073741824", "02:05:00", "0.3333333333333333", "48211"):
            self.assertIn(exact, text)

    def test_values_read_the_same_in_any_culture(self):
        self.run_cell('System.Globalization.CultureInfo.CurrentCulture = new("de-DE");')
        self.shows("Bytes", "1500", "1.5 kB", "1500")
        self.assertIn("1.5", self.plain("print R = 1.5"))

    def test_csharp_values_read_the_same(self):
        html = self.run_cell("new[] { new { TotalBytes = 1073741824L, Took = TimeSpan.FromMinutes(125) } }").data("text/html")[0]
        self.assertEqual([("1.07 GB", "1073741824"), ("2 h 5 min", "02:05:00")], [(c.text, c.title) for c in ShownTable(html).rows[0]])


class FoldedCells(TableCase):
    def test_a_long_text_is_folded_and_whole_inside(self):
        cell = self.table("print S = strrep('abcdefghij', 30)").cell("S")
        self.assertTrue(cell.is_folded)
        self.assertEqual("abcdefghij" * 30, cell.element.select_one("details > div").get_text())
        summary = cell.element.select_one("summary").get_text()
        self.assertTrue(summary.endswith("…") and len(summary) == 80, summary)

    def test_a_text_of_eighty_characters_is_not_folded_and_one_more_is(self):
        self.assertFalse(self.table("print S = strrep('x', 80)").cell("S").is_folded)
        self.assertTrue(self.table("print S = strrep('x', 81)").cell("S").is_folded)

    def test_a_text_of_several_lines_is_folded(self):
        cell = self.table("print S = 'one\\ntwo'").cell("S")
        self.assertTrue(cell.is_folded)
        self.assertEqual("one\ntwo", cell.element.select_one("details > div").get_text())

    def test_long_dynamic_values_are_indented_inside(self):
        query = "print J = bag_pack('name', strrep('x', 90), 'list', dynamic([1, 2]))"
        inside = self.table(query).cell("J").element.select_one("details > div").get_text()
        self.assertIn('{\n  "name": "xxx', inside)

    def test_a_folded_cell_opens_without_scripts(self):
        html = self.table("print S = strrep('abc', 90)").html
        self.assertNotIn("<script", html)
        self.assertIn("<details><summary", html)

    def test_the_plain_form_cuts_and_marks_it(self):
        line = self.plain("print S = strrep('abcdefghij', 30)").split("\n")[2]
        self.assertEqual(80, len(line))
        self.assertTrue(line.endswith("…"))

    def test_wide_letters_count_twice_in_the_plain_form(self):
        lines = self.plain("datatable(A: string, B: string)['\u65e5\u672c', 'x', 'abcd', 'y']").split("\n")
        self.assertEqual(["----  -", "\u65e5\u672c  x", "abcd  y"], lines[1:4])


class Limits(TableCase):
    def test_five_hundred_rows_of_many_are_shown_and_stated(self):
        table = self.table("range Id from 1 to 48211 step 1")
        self.assertEqual(500, len(table.rows))
        self.assertIn("500 of 48,211 rows", table.note)
        self.assertIn("48,211 rows in ", table.note)

    def test_five_hundred_rows_are_shown_whole_and_nothing_is_said(self):
        table = self.table("range Id from 1 to 500 step 1")
        self.assertEqual((500, False), (len(table.rows), " of " in table.note))

    def test_one_row_more_is_stated(self):
        self.assertIn("500 of 501 rows", self.table("range Id from 1 to 501 step 1").note)

    def test_sixty_columns_are_shown_and_more_are_stated(self):
        columns = ", ".join(f"C{i} = {i}" for i in range(75))
        table = self.table(f"print {columns}")
        self.assertEqual(60, len(table.headings))
        self.assertIn("60 of 75 columns", table.note)
        self.assertIn("60 of 75 columns", self.plain(f"print {columns}"))
        sixty = ", ".join(f"C{i} = {i}" for i in range(60))
        self.assertNotIn("columns", self.table(f"print {sixty}").note)

    def test_rows_and_columns_are_stated_together(self):
        columns = ", ".join(f"C{i} = {i}" for i in range(65))
        note = self.table(f"range Id from 1 to 700 step 1 | extend {columns}").note
        self.assertIn("500 of 700 rows", note)
        self.assertIn("60 of 66 columns", note)

    def test_the_user_says_how_many(self):
        table = self.table("range Id from 1 to 900 step 1", "--limit 700")
        self.assertEqual(700, len(table.rows))
        self.assertIn("700 of 900 rows", table.note)
        self.assertEqual(3, len(self.table("range Id from 1 to 900 step 1", "--limit 3").rows))

    def test_the_plain_form_shows_fifty_and_says_so(self):
        lines = self.plain("range Id from 1 to 48211 step 1").split("\n")
        self.assertEqual((53, " 50"), (len(lines), lines[51].rjust(3)))
        self.assertIn("50 of 48,211 rows", lines[-1])

    def test_no_rows_are_said_and_the_columns_stay(self):
        table = self.table("range Id from 1 to 5 step 1 | where Id > 9")
        self.assertEqual((["Id"], []), (table.names, table.rows))
        self.assertIn("no rows", table.note)

    def test_long_csharp_lists_are_limited_too(self):
        cell = self.run_cell("Enumerable.Range(1, 48211).Select(i => new { Id = i }).ToList()")
        table = ShownTable(cell.data("text/html")[0])
        self.assertEqual(500, len(table.rows))
        self.assertEqual("500 of 10,000 rows shown · the first 10,000 of 48,211 items", table.note)

    def test_an_endless_csharp_sequence_is_read_as_far_as_it_is_shown(self):
        self.run_cell("IEnumerable<int> Endless() { for (var i = 0; ; i++) yield return i; }")
        table = ShownTable(self.run_cell("Endless().Select(i => new { Id = i })").data("text/html")[0])
        self.assertEqual(500, len(table.rows))
        self.assertIn("the first 500 items", table.note)

    def test_each_result_ends_with_time_rows_and_place(self):
        self.assertRegex(self.table("print x = 1").note, r"^1 row in [\d.]+ (ms|s) on sample$")


class PlainForm(TableCase):
    def test_it_is_the_same_with_every_run(self):
        query = "NTANetAnalytics | summarize Bytes = sum(BytesSrcToDest) by FlowType | order by FlowType asc"
        self.assertEqual(self.plain(query), self.plain(query))
        self.assertTrue(self.plain(query).endswith("8 rows on sample"))

    def test_no_line_ends_with_blanks_and_no_tab_or_return_is_in_it(self):
        text = self.plain("datatable(A: string, B: string)['a', '', 'bbbb', 'c\\td\\re']")
        self.assertFalse(re.search(r"[ \t]$|[\t\r]", text, re.MULTILINE), text)

    def test_one_row_is_one_line_whatever_is_in_it(self):
        for unseen in ("\\n", "\\r\\n", "\\u2028", "\\u2029", "\\u0085", "\\v", "\\f"):
            with self.subTest(unseen):
                lines = self.plain(f"print A = 'one{unseen}two'").splitlines()
                self.assertEqual(4, len(lines), lines)

    def test_what_a_terminal_would_obey_is_a_picture_of_it(self):
        for unseen, picture in UNSEEN.items():
            with self.subTest(repr(unseen)):
                text = self.plain(f"print A = {kql('a' + unseen + '[2Jz')}")
                self.assertNotIn(unseen, text)
                self.assertIn(f"a{picture}[2Jz", text)

    def test_column_names_are_made_harmless_as_well(self):
        text = self.plain("print A = 1 | project-rename ['\\u001b[31mred\\u202e'] = A")
        self.assertIn("\u241b[31mred\ufffd", text)

    def test_every_table_has_both_forms(self):
        for cell in ("#!flowlogs schema", "#!flowlogs recipes", "#!flowlogs schema NTAIpDetails", "#!flowlogs\nprint 1",
                     "new[] { new { A = 1 } }", "new Dictionary<string, int> { [\"a\"] = 1 }"):
            with self.subTest(cell):
                bundle = self.run_cell(cell).of("execute_result")[0]["data"]
                self.assertEqual({"text/html", "text/plain"}, set(bundle))
                self.assertIn("flowkernel-table", bundle["text/html"])

    def test_several_tables_are_numbered(self):
        cell = self.cell_of("range a from 1 to 2 step 1 | fork (count) (take 1)")
        notes = [ShownTable(html).note for html in cell.data("text/html")]
        self.assertEqual(2, len(notes))
        self.assertIn("(1 of 2): ", notes[0])
        self.assertIn("(2 of 2): ", notes[1])


class Independence(TableCase):
    def test_a_table_asks_nothing_of_other_places(self):
        html = self.table("range Id from 1 to 600 step 1 | extend Url = 'https://example.org'").html
        self.assertFalse(re.search(r"""\bsrc\s*=|\bhref\s*=|@import|url\(|fetch\(|XMLHttp|import\(|<link""", html))

    def test_a_table_reads_without_its_script_and_styles(self):
        table = self.table("range Id from 1 to 9 step 1 | extend Bytes = Id * 1000")
        for style in table.root.select("script, style"):
            style.decompose()
        self.assertEqual(["1", "1 kB"], [c.text for c in table.rows[0]])
        self.assertEqual("right", table.rows[0][0].element["align"])

    def test_short_tables_have_no_filter_and_single_rows_no_tools(self):
        for rows, script in [(1, None), (2, "sort"), (7, "sort"), (8, "sort filter")]:
            with self.subTest(rows):
                self.assertEqual(script, self.table(f"range Id from 1 to {rows} step 1").root.get("data-script"))

    def test_hundred_tables_do_not_make_a_notebook_large(self):
        self.assertLess(len(self.table("range Id from 1 to 10 step 1").html), 20_000)

    def test_datatables_of_odd_columns_are_whole(self):
        query = kql_table({"['a b']": "string", "['1']": "long", "['<b>']": "string"}, [['"x"', "1", '"y"']])
        self.assertEqual(["a b", "1", "<b>"], self.table(query).names)
