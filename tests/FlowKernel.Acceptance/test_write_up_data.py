"""What a report carries: the data of its tables as CSV, and where all of it is from."""
import csv
import io

from report_case import Reports
from shown_table import HOSTILE


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
