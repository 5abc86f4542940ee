"""Charts of too much, and of names that would be obeyed: what is left out is said, and names are only text."""
import re

from chart_case import ChartCase
from shown_table import HOSTILE, kql


class TooMuch(ChartCase):
    """More than can be read: what is left out is said, in the figure, in the picture's text, and in the plain text."""

    CASES = [
        ("timechart", 25, "Only the 20 largest of 25 series are shown.", 20), ("linechart", 1000, "Only the 20 largest of 1,000 series are shown.", 20),
        ("columnchart", 25, 'The 5 smallest of 25 series are together as "other".', 21), ("areachart", 25, 'The 5 smallest of 25 series', 21),
        ("stackedareachart", 25, 'The 5 smallest of 25 series', 21)]

    def series(self, count, kind):
        return (f"range i from 1 to {count} step 1 | extend At = datetime(2024-04-01) | union (range i from 1 to {count} step 1 | extend At = datetime(2024-04-02)) "
                f"| project At, Name = strcat('s', i), V = i | render {kind}")

    def test_more_than_twenty_series_are_limited_and_told(self):
        for kind, count, note, traces in self.CASES:
            with self.subTest(f"{kind} of {count}"):
                query = self.series(count, kind)
                self.assertIn(note, self.notes(query))
                self.assertEqual(traces, len(self.figure(query)["data"]))
                self.assertIn(note, self.chart(query)["data"]["text/plain"])

    def test_the_largest_series_stay_and_the_rest_loses_nothing_of_a_sum(self):
        query = self.series(25, "columnchart")
        names = self.names(query)
        self.assertEqual(["s25", "other", "s6"], [names[0], names[-1], names[-2]])
        self.assertEqual(2 * sum(range(1, 26)), sum(sum(t["y"]) for t in self.figure(query)["data"]))

    def test_twenty_series_are_drawn_in_colours_of_their_own_and_nothing_is_said(self):
        query = self.series(20, "timechart")
        self.assertEqual("", self.notes(query))
        self.assertEqual(20, len({t["line"]["color"] for t in self.figure(query)["data"]}))

    def test_more_than_a_hundred_thousand_points_keep_their_peaks_and_say_so(self):
        query = "range i from 1 to 150000 step 1 | extend V = iff(i == 77777, 9999, i % 100) | render linechart"
        points = self.figure(query)["data"][0]
        self.assertRegex(self.notes(query), r"^[\d,]+ of 150,000 points are shown, with every peak\.$")
        self.assertLessEqual(len(points["x"]), 100_000)
        self.assertIn((77777, 9999), list(zip(points["x"], points["y"])))
        self.assertEqual((1, 150000), (points["x"][0], points["x"][-1]))

    def test_a_cloud_keeps_its_outermost_points(self):
        query = "range i from 1 to 120000 step 1 | extend V = case(i == 500, 9999, i == 501, -9999, i % 100) | render scatterchart"
        points = self.figure(query)["data"][0]
        self.assertRegex(self.notes(query), r"of 120,000 points are shown")
        self.assertTrue({9999, -9999} <= set(points["y"]))

    def test_a_hundred_thousand_points_are_all_drawn(self):
        query = "range i from 1 to 100000 step 1 | extend V = i % 100 | render linechart"
        self.assertEqual(("", 100_000), (self.notes(query), len(self.figure(query)["data"][0]["x"])))

    OTHERS = [
        ("range i from 1 to 150 step 1 | project N = strcat('n', i), V = i | render columnchart", "Only the 100 largest of 150 bars are shown."),
        ("range i from 1 to 150 step 1 | project N = strcat('n', i), V = i | render piechart", 'The 130 smallest of 150 slices are together as "other".'),
        ("range i from 1 to 400 step 1 | project N = strcat('n', i), V = i | render treemap", "Only the 300 largest of 400 rectangles are shown."),
        ("range i from 1 to 200 step 1 | project A = strcat('a', i), B = strcat('b', i), V = i | render graph", "Only the 150 largest of 200 connections are shown."),
        ("range i from 1 to 30 step 1 | project A = strcat('a', i), B = 'b', V = i | render sankey", 'The 10 smallest of 30 A are together as "other".'),
        ("range i from 1 to 9 step 1 | project N = strcat('n', i), V = iff(i < 5, -1, 1) | render piechart", "4 "),
        ("datatable(X: long, V: long)[1, 0, 2, 5] | render linechart with (yaxis=log)", "1 value of zero or less cannot be shown on a logarithmic axis."),
        ("datatable(X: datetime, V: real)[datetime(null), 1.0, datetime(2024-04-01), real(inf), datetime(2024-04-02), 2.0] | render timechart", "cannot be shown."),
        ("datatable(A: string, V: long)['Atlantis', 1, 'Germany', 2, 'France', 3] | render piechart with (kind=map)", "Atlantis"),
    ]

    def test_every_other_limit_is_told_as_well(self):
        for query, note in self.OTHERS:
            with self.subTest(query):
                self.assertIn(note, self.notes(query))
                self.assertIn(note, self.chart(query)["data"]["text/plain"])

    def test_a_number_before_the_time_is_a_value_and_how_to_split_is_said(self):
        query = "NTANetAnalytics | summarize Flows = count() by DestPort, bin(TimeGenerated, 1d) | render timechart"
        self.assertIn("DestPort is drawn as a value; to split by it, add: with (series=DestPort).", self.notes(query))


class HostileNames(ChartCase):
    """plotly.js reads tags and entities in texts: each < is escaped where a name comes in."""

    def texts(self, value, key=""):
        """All texts of a figure that come from values."""
        if isinstance(value, dict):
            return [t for k, v in value.items() if k != "hovertemplate" for t in self.texts(v, k)]
        if isinstance(value, list):
            return [t for v in value for t in self.texts(v, key)]
        return [value] if isinstance(value, str) else []

    def test_no_name_brings_a_tag_into_a_figure(self):
        texts = ", ".join(kql(h) for h in HOSTILE)
        rows = f"print Text = dynamic([{texts}]) | mv-expand Text to typeof(string) | extend V = 1, At = datetime(2024-04-01), W = 2"
        for shape in ("project Text, V | render columnchart", "project Text, V | render barchart", "project Text, V | render piechart",
                      "project At, Text, V | render timechart", "project At, Text, V | render areachart", "project V, W, Text | render scatterchart",
                      "project Text, V | render treemap", "project A = Text, B = Text, V | render sankey", "project A = Text, B = reverse(Text), V | render graph",
                      "project A = Text, B = Text, V | render pivotchart", "project At, Text, V | render timepivot", "project Text, At, E = At + 1d | render ladderchart",
                      "project V, W, Text, Z = 3 | render scatterchart with (kind=map)", "summarize any(Text) | render card"):
            with self.subTest(shape):
                tags = [t for t in self.texts(self.figure(f"{rows} | {shape}")) if re.search(r"<(?!br>)|&(?!amp;|lt;|gt;)", t)]
                self.assertEqual([], tags)

    def test_titles_and_names_of_columns_and_axes_are_text(self):
        query = ("print ['<img src=x onerror=hit(1)>'] = 'a', ['<b>V</b>'] = 1 | render columnchart "
                 "with (title='<a href=\"javascript:hit(2)\">t</a>', xtitle='<i>x</i>', ytitle='<u>y</u>')")
        layout = self.figure(query)["layout"]
        self.assertEqual("&lt;a href=\"javascript:hit(2)\"&gt;t&lt;/a&gt;", layout["title"]["text"])
        self.assertEqual(("&lt;i&gt;x&lt;/i&gt;", "&lt;u&gt;y&lt;/u&gt;"), (layout["xaxis"]["title"]["text"], layout["yaxis"]["title"]["text"]))
        self.assertEqual("&lt;b&gt;V&lt;/b&gt;", self.figure(query)["data"][0]["name"])

    def test_names_that_are_formulas_or_templates_are_text(self):
        query = "datatable(N: string, V: long)['$x^2$', 1, '%{y}', 2, '{{x}}', 3] | render columnchart"
        figure = self.figure(query)
        self.assertEqual(["$x^2$", "%{y}", "{{x}}"], figure["data"][0]["x"])
        self.assertFalse(figure["config"]["typesetMath"])

    def test_what_cannot_be_seen_does_not_come_into_names(self):
        query = "datatable(N: string, V: long)['a\\u202eb', 1, 'c\\u0000d', 2, 'e\\u001b[31mf', 3, '', 4] | render columnchart"
        for text in self.figure(query)["data"][0]["x"] + [self.chart(query)["data"]["text/plain"]]:
            self.assertFalse(re.search("[\x00-\x09\x0b-\x1f\u202e]", text), text)
        self.assertIn("(empty)", self.figure(query)["data"][0]["x"])

    def test_names_that_differ_only_at_their_end_stay_apart(self):
        query = "range i from 1 to 3 step 1 | project At = datetime(2024-04-01), N = strcat(strrep('x', 60), i), V = i | render timechart"
        self.assertEqual(3, len(set(self.names(query))))

    def test_a_given_figure_may_not_fetch_and_may_not_configure(self):
        figure = self.figure("print dynamic({'data': [{'type': 'bar', 'x': ['a'], 'y': [1]}], 'layout': {'images': [{'source': 'https://example.org/x.png'}]}, "
                             "'config': {'plotlyServerURL': 'https://example.org'}}) | render plotly")
        self.assertNotIn("example.org", str(figure))
