"""Charts: every kind of render, series and axes as Azure shows them, and charts from C#."""
import base64
import re

from chart_case import PLOTLY, PNG, ChartCase
from chart_queries import COUNTRIES, KINDS

# What plotly.js asks servers for: maps, tiles, pictures.
FETCHING = {"scattergeo", "choropleth", "scattermapbox", "choroplethmapbox", "densitymapbox", "scattermap", "image"}


class EveryKind(ChartCase):
    def test_each_kind_is_drawn_by_its_traces(self):
        for name, (query, kind, properties) in KINDS.items():
            with self.subTest(name):
                traces = [t for t in self.figure(query)["data"] if t.get("hoverinfo") != "skip"] or self.figure(query)["data"]
                self.assertEqual(kind, traces[0].get("type", "scatter"))
                for key, value in properties.items():
                    self.assertIn(traces[0][key], value if isinstance(value, tuple) else (value,))

    def test_each_kind_comes_as_figure_picture_and_text_and_as_no_html(self):
        for name, (query, _, _) in KINDS.items():
            with self.subTest(name):
                self.assertEqual({PLOTLY, PNG, "text/plain"}, set(self.chart(query)["data"]))

    def test_each_picture_is_a_png_twice_as_large_as_it_is_shown(self):
        for name, (query, _, _) in KINDS.items():
            with self.subTest(name):
                picture = base64.b64decode(self.chart(query)["data"][PNG])
                shown = self.chart(query)["metadata"][PNG]
                size = int.from_bytes(picture[16:20], "big"), int.from_bytes(picture[20:24], "big")
                self.assertEqual(b"\x89PNG\r\n\x1a\n", picture[:8])
                self.assertEqual((2 * shown["width"], 2 * shown["height"]), size)

    def test_each_picture_says_in_words_what_it_is(self):
        for name, (query, _, _) in KINDS.items():
            with self.subTest(name):
                self.assertRegex(self.chart(query)["metadata"][PNG]["alt"], r"^[a-z]+: .+")

    def test_each_text_names_kind_and_values(self):
        for name, (query, _, _) in KINDS.items():
            with self.subTest(name):
                lines = self.chart(query)["data"]["text/plain"].split("\n")
                self.assertRegex(lines[0], r"^[a-z]+: .+")
                self.assertGreater(len(lines), 2)

    def test_no_kind_asks_a_server_for_anything(self):
        for name, (query, _, _) in KINDS.items():
            with self.subTest(name):
                figure = self.figure(query)
                self.assertFalse({t.get("type") for t in figure["data"]} & FETCHING)
                self.assertNotIn("http", re.sub(r'"customdata".*?\]', "", str(figure)))
                self.assertNotIn("geo", figure["layout"])

    def test_a_figure_is_valid_in_plotly_2_and_3(self):
        for name, (query, _, _) in KINDS.items():
            with self.subTest(name):
                layout = self.figure(query)["layout"]
                titles = [layout.get("title"), *(axis.get("title") for key, axis in layout.items() if key[1:5] == "axis")]
                self.assertTrue(all(t is None or isinstance(t, dict) for t in titles), titles)
                self.assertFalse({"titlefont", "titleside", "autotick", "bardir", "transforms"} & set(str(self.figure(query)).replace("'", " ").split()))

    def test_a_table_and_a_list_stay_tables(self):
        for kind in ("table", "list"):
            with self.subTest(kind):
                bundle = self.run_cell(f"#!flowlogs\nprint a = 1 | render {kind}").of("execute_result")[0]["data"]
                self.assertIn("flowkernel-table", bundle["text/html"])

    def test_each_result_of_a_chart_ends_with_its_quiet_line(self):
        shown = self.run_cell("#!flowlogs\n" + KINDS["piechart"][0]).of("display_data", "execute_result")
        self.assertRegex(shown[-1]["data"]["text/plain"], r"^8 rows on sample$")

    def test_the_option_chart_draws_what_render_would(self):
        query = "NTANetAnalytics | summarize Bytes = sum(BytesSrcToDest) by FlowType"
        for option, kind in [("column", "bar"), ("columnchart", "bar"), ("pie", "pie"), ("treemap", "treemap")]:
            with self.subTest(option):
                self.assertEqual(kind, self.figure(query, f"--chart {option}")["data"][0]["type"])


class SeriesAndAxes(ChartCase):
    def axis(self, query, name="xaxis"):
        return self.figure(query)["layout"][name]

    def test_a_time_is_on_the_x_axis_wherever_it_stands(self):
        for columns in ("At, Name, Value", "Name, At, Value", "Value, Name, At"):
            for kind in ("timechart", "linechart", "columnchart", "areachart"):
                with self.subTest(f"{kind}: {columns}"):
                    query = ("datatable(Name: string, At: datetime, Value: long)['a', datetime(2024-04-01), 1, 'b', datetime(2024-04-02), 2] "
                             f"| project {columns} | render {kind}")
                    self.assertEqual("date", self.axis(query)["type"])
                    self.assertEqual({"a", "b"}, set(self.names(query)))

    def test_times_are_utc_instants(self):
        figure = self.figure("print At = datetime(2024-04-23T10:00:00.5Z), V = 1 | render timechart")
        self.assertEqual(["2024-04-23T10:00:00.5"], figure["data"][0]["x"])

    def test_unsorted_times_become_a_line_in_their_order(self):
        query = "datatable(At: datetime, V: long)[datetime(2024-04-03), 3, datetime(2024-04-01), 1, datetime(2024-04-02), 2] | render timechart"
        self.assertEqual([1, 2, 3], self.figure(query)["data"][0]["y"])

    def test_each_text_makes_a_series_and_the_largest_comes_first(self):
        query = ("datatable(At: datetime, Name: string, V: long)[datetime(2024-04-01), 'small', 1, datetime(2024-04-01), 'large', 9, "
                 "datetime(2024-04-01), 'middle', 5] | render timechart")
        self.assertEqual(["large", "middle", "small"], self.names(query))

    def test_several_texts_name_a_series_together(self):
        query = "datatable(At: datetime, A: string, B: string, V: long)[datetime(2024-04-01), 'x', 'y', 1] | render timechart"
        self.assertEqual(["x, y"], self.names(query))

    def test_several_values_are_series_and_texts_split_them(self):
        query = "datatable(At: datetime, V: long, W: long)[datetime(2024-04-01), 1, 2] | render timechart"
        self.assertEqual(["V", "W"], self.names(query))
        query = "datatable(At: datetime, N: string, V: long, W: long)[datetime(2024-04-01), 'n', 1, 2] | render timechart"
        self.assertEqual({"n: V", "n: W"}, set(self.names(query)))

    def test_columns_are_stacked_and_lines_are_not(self):
        self.assertEqual("relative", self.figure(KINDS["columnchart"][0])["layout"]["barmode"])
        self.assertNotIn("stackgroup", self.figure(KINDS["timechart"][0])["data"][0])
        query = KINDS["columnchart"][0] + " with (kind=unstacked)"
        self.assertEqual("group", self.figure(query)["layout"]["barmode"])

    def test_shares_of_hundred_add_up(self):
        traces = self.figure(KINDS["columnchart"][0] + " with (kind=stacked100)")["data"]
        for shares in zip(*(t["y"] for t in traces)):
            self.assertAlmostEqual(100, sum(s or 0 for s in shares), places=6)

    def test_names_stay_in_the_order_of_the_result(self):
        query = "datatable(N: string, V: long)['z', 1, 'a', 3, 'm', 2] | render columnchart"
        self.assertEqual(["z", "a", "m"], self.axis(query)["categoryarray"])

    def test_bars_run_downwards_from_the_first(self):
        query = "datatable(N: string, V: long)['z', 1, 'a', 3] | render barchart"
        self.assertEqual(("reversed", ["z", "a"]), (self.axis(query, "yaxis")["autorange"], self.axis(query, "yaxis")["categoryarray"]))

    def test_make_series_is_drawn_as_its_points(self):
        query = ("NTANetAnalytics | make-series Bytes = sum(BytesSrcToDest) on TimeGenerated from datetime(2024-04-01) to datetime(2024-04-05) step 1d "
                 "by FlowType | render timechart")
        trace = self.figure(query)["data"][0]
        self.assertEqual(["2024-04-01T00:00:00", "2024-04-02T00:00:00", "2024-04-03T00:00:00", "2024-04-04T00:00:00"], trace["x"])
        self.assertEqual(4, len(trace["y"]))

    def test_bytes_and_durations_are_readable_on_axes_and_hover(self):
        figure = self.figure(KINDS["columnchart"][0])
        self.assertEqual("B", figure["layout"]["yaxis"]["ticksuffix"])
        self.assertIn("s}B", figure["data"][0]["hovertemplate"])
        took = self.figure("datatable(N: string, Took: timespan)['a', 5m, 'b', 125m] | render columnchart")
        self.assertEqual(["5 min", "2 h 5 min"], took["data"][0]["customdata"])

    PROPERTIES = [
        ("title='T'", lambda f: f["layout"]["title"]["text"], "T"),
        ("xtitle='X'", lambda f: f["layout"]["xaxis"]["title"]["text"], "X"),
        ("ytitle='Y'", lambda f: f["layout"]["yaxis"]["title"]["text"], "Y"),
        ("ymin=1, ymax=10", lambda f: f["layout"]["yaxis"]["range"], [1, 10]),
        ("xmin=0, xmax=4", lambda f: f["layout"]["xaxis"]["range"], [0, 4]),
        ("yaxis=log", lambda f: f["layout"]["yaxis"]["type"], "log"),
        ("yaxis=log, ymin=1, ymax=1000", lambda f: f["layout"]["yaxis"]["range"], [0, 3]),
        ("xaxis=log", lambda f: f["layout"]["xaxis"]["type"], "log"),
        ("legend=hidden", lambda f: f["layout"]["showlegend"], False),
        ("legend=visible", lambda f: f["layout"]["showlegend"], True),
        ("accumulate=true", lambda f: f["data"][0]["y"], [3, 8]),
        ("ycolumns=V", lambda f: len(f["data"]), 1),
        ("ysplit=axes", lambda f: [t["yaxis"] for t in f["data"]], ["y", "y2"]),
        ("ysplit=panels", lambda f: f["layout"]["yaxis"]["domain"][0] > f["layout"]["yaxis2"]["domain"][1], True),
        ("xcolumn=W, ycolumns=V", lambda f: f["data"][0]["x"], [30, 50]),
        ("series=W, xcolumn=X, ycolumns=V", lambda f: sorted(t["name"] for t in f["data"]), ["30", "50"]),
    ]

    def test_each_property_of_render_is_followed(self):
        for text, read, expected in self.PROPERTIES:
            with self.subTest(text):
                figure = self.figure(f"datatable(X: long, V: long, W: long)[1, 3, 30, 2, 5, 50] | render linechart with ({text})")
                self.assertEqual(expected, read(figure))

    def test_anomalies_are_marked_points_of_their_own(self):
        data = self.figure(KINDS["anomalychart"][0])["data"]
        self.assertEqual(("Bytes", "Bytes (anomalous)"), (data[0]["name"], data[1]["name"]))
        self.assertTrue(data[1]["y"] and min(data[1]["y"]) > 2_000_000_000)

    def test_a_ladder_is_as_long_as_its_time(self):
        query = "print S = datetime(2024-04-01), E = datetime(2024-04-03), N = 'x' | render ladderchart"
        trace = self.figure(query)["data"][0]
        self.assertEqual((["2024-04-01T00:00:00"], [2 * 86_400_000]), (trace["base"], trace["x"]))

    def test_a_pivot_has_a_cell_for_each_pair_and_none_where_there_is_none(self):
        query = "datatable(A: string, B: string, V: long)['a', 'x', 1, 'b', 'y', 2, 'a', 'x', 3] | render pivotchart"
        cells = sorted(str(v) for row in self.figure(query)["data"][0]["z"] for v in row)
        self.assertEqual(["2.0", "4.0", "None", "None"], cells)

    def test_a_treemap_nests_as_its_columns_and_adds_up(self):
        query = "datatable(A: string, B: string, V: long)['a', 'x', 1, 'a', 'y', 2, 'b', 'z', 4] | render treemap"
        trace = self.figure(query)["data"][0]
        self.assertEqual({"b": 4, "z": 4, "a": 3, "y": 2, "x": 1}, dict(zip(trace["labels"], trace["values"])))
        parents = dict(zip(trace["ids"], trace["labels"]))
        self.assertEqual(["", "", "a", "a", "b"], sorted(parents.get(p, "") for p in trace["parents"]))

    def test_a_sankey_joins_what_is_named_and_both_ways_are_no_circle(self):
        query = "datatable(A: string, B: string, V: long)['a', 'b', 1, 'b', 'a', 2] | render sankey"
        trace = self.figure(query)["data"][0]
        links = [(trace["node"]["label"][s], trace["node"]["label"][t], v) for s, t, v in zip(*(trace["link"][k] for k in ("source", "target", "value")))]
        self.assertEqual([("a", "b", 1), ("b", "a", 2)], sorted(links))
        self.assertFalse(set(trace["link"]["source"]) & set(trace["link"]["target"]))

    def test_a_graph_has_its_nodes_named_once(self):
        data = self.figure("datatable(A: string, B: string, V: long)['a', 'b', 1, 'b', 'c', 2] | render graph")["data"]
        self.assertEqual(["a", "b", "c"], sorted(t for trace in data for t in trace.get("text", [])))

    def test_public_peers_are_coloured_by_country_and_the_rest_is_told(self):
        figure = self.figure(COUNTRIES, "--chart map")
        self.assertGreater(len([t for t in figure["data"] if t.get("name")]), 2)
        self.assertIn("Global", self.notes(COUNTRIES, "--chart map"))
        self.assertEqual((False, False), (figure["layout"]["xaxis"]["visible"], figure["layout"]["yaxis"]["visible"]))
        self.assertIn("Germany", self.chart(COUNTRIES, "--chart map")["data"]["text/plain"])


class FromCSharp(ChartCase):
    def setUp(self):
        self.run_cell("#!flowlogs --name talkers\nNTANetAnalytics | summarize Bytes = sum(BytesSrcToDest) by FlowType")

    def test_a_chart_is_shown_as_a_cells_value_by_display_and_updated(self):
        for code in ("talkers.Chart(ChartKind.Column)", "display(talkers.Chart(ChartKind.Column));", "Display(talkers.Chart(ChartKind.Column));",
                     'Display(1, "place"); Update("place", talkers.Chart(ChartKind.Column));'):
            with self.subTest(code):
                figures = self.run_cell(code).data(PLOTLY)
                self.assertEqual(["bar"], [t["type"] for t in figures[-1]["data"]])

    def test_every_kind_has_a_name_in_csharp(self):
        kinds = self.value('string.Join(",", Enum.GetNames<ChartKind>())')
        for kind in ("Column", "Bar", "Pie", "Line", "Time", "Area", "StackedArea", "Scatter", "Card", "Anomaly", "Ladder", "TimePivot", "Pivot",
                     "Treemap", "Sankey", "Graph", "Map", "Plotly", "Table"):
            self.assertIn(kind, kinds.strip('"').split(","))

    def test_title_and_columns_are_given(self):
        figure = self.run_cell('talkers.Chart(ChartKind.Bar, title: "T", x: "FlowType", y: "Bytes")').data(PLOTLY)[0]
        self.assertEqual("T", figure["layout"]["title"]["text"])

    def test_queries_and_recipes_are_charts_too(self):
        code = '(await Flow.Query("NTANetAnalytics | summarize count() by bin(TimeGenerated, 1d)")).Chart(ChartKind.Time)'
        self.assertEqual("date", self.run_cell(code).data(PLOTLY)[0]["layout"]["xaxis"]["type"])
        self.assertTrue(self.run_cell("#!flowlogs recipe vm-peer-over-time").data(PLOTLY))

    def test_a_column_that_is_not_there_is_an_error_with_its_way_out(self):
        text = self.fails('talkers.Chart(ChartKind.Bar, y: "Bits")')
        self.assertIn("FK0503", text)
        self.assertIn("no column 'Bits'", text)
        self.assertIn("FlowType, Bytes", text)

    def test_what_cannot_be_drawn_is_said_and_shown_as_a_table(self):
        for query, code in [
                ("print x = 'a' | render linechart", "FK0304"), ("print x = 1 | render timechart", "FK0305"),
                ("print x = 1 | where x > 2 | render columnchart", "FK0306"), ("print a = 'x', v = 1 | render sankey", "FK0308"),
                ("print S = 1 | render ladderchart", "FK0308"), ("print n = 'a', v = real(nan) | render piechart", "FK0310"),
                ("print dynamic({'data': [{'type': 'scattergeo'}]}) | render plotly", "FK0309"), ("print 'no figure' | render plotly", "FK0308"),
                ("print lat = 'a', v = 'b' | render scatterchart with (kind=map)", "FK0308")]:
            with self.subTest(query):
                cell = self.run_cell(f"#!flowlogs\n{query}")
                self.assertIn(code, cell.text)
                self.assertEqual(([], True), (cell.data(PLOTLY), "flowkernel-table" in "".join(cell.data("text/html"))))
