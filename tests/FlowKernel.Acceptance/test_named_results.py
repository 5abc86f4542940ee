"""`--name`: a result is a C# variable of a generated record type, typed columns, and a table for later KQL."""
import os
import struct
import tempfile
import unittest

from editor import EditorCase
from mistakes import MistakeCase, mistakes_in, plain
from stores import small_store

ALL_TYPES = (
    "#!flowlogs --name kinds\nprint b = true, i = int(1), l = long(2), r = real(1.5), m = decimal(2.5), s = 'x', "
    "t = datetime(2024-01-02 03:04:05), d = 1h, g = guid(74be27de-1e4e-49d9-b579-fe0b331d3642), y = dynamic({\"a\":1})\n"
    "| union (print b = bool(null), i = int(null), l = long(null), r = real(null), m = decimal(null), s = '', "
    "t = datetime(null), d = timespan(null), g = guid(null), y = dynamic(null))\n| order by l desc")
FLOWS = "#!flowlogs --name flows\ndatatable(SrcIp:string, Bytes:long)['10.0.0.1', 5, '10.0.0.2', long(null), '10.0.0.3', 7]"


class _OnAStore(MistakeCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.kernel.run(f"#!flowlogs connect local {small_store()}")

    def assert_values(self, cases):
        """Each expression shows its value."""
        for code, expected in cases.items():
            with self.subTest(code):
                self.assertEqual(expected, self.value(code))


class RecordTypes(_OnAStore):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.kernel.run(ALL_TYPES)

    def test_each_kql_type_is_its_clr_type(self):
        expected = {
            "b": "bool?", "i": "int?", "l": "long?", "r": "double?", "m": "decimal?", "s": "string", "t": "DateTime?",
            "d": "TimeSpan?", "g": "Guid?", "y": "DynamicValue?",
        }
        self.run_cell("string Named<T>(T value) => typeof(T).ToString();")
        for name, type_ in expected.items():
            with self.subTest(name):
                self.run_cell(f"{type_.replace('DynamicValue', 'FlowKernel.Results.DynamicValue')} exact = kinds[0].{name};")
                inspected = self.kernel.ask("inspect_request", {"code": f"kinds[0].{name}", "cursor_pos": 10, "detail_level": 0})
                self.assertIn(f"{type_} KindsRow.{name}", inspected["data"]["text/plain"])

    def test_values_are_exact(self):
        self.assert_values({
            "kinds[0].b": "true", "kinds[0].i": "1", "kinds[0].l": "2", "kinds[0].r": "1.5", "kinds[0].m": "2.5",
            "kinds[0].s": "x", "kinds[0].t.Value.ToString(\"O\")": "2024-01-02T03:04:05.0000000Z",
            "kinds[0].d.Value.TotalMinutes": "60", "kinds[0].g.ToString()": "74be27de-1e4e-49d9-b579-fe0b331d3642",
            "kinds[0].y!.Element.GetProperty(\"a\").GetInt32()": "1",
        })

    def test_nulls_are_nulls_and_a_text_is_never_null(self):
        self.assert_values({
            "string.Join(\" \", new object?[] { kinds[1].b, kinds[1].i, kinds[1].l, kinds[1].r, kinds[1].m, kinds[1].t, "
            "kinds[1].d, kinds[1].g, kinds[1].y }.Select(v => v is null))": " ".join(["True"] * 9),
            "kinds[1].s == \"\"": "true",
        })

    def test_nullability_is_what_the_compiler_sees(self):
        self.assertEqual("CS0266", self.mistake("long must = kinds[0].l;").code)
        self.assertEqual("CS0266", self.mistake("DateTime must = kinds[0].t;").code)
        self.assertNotIn("warning", plain(self.run_cell("#nullable enable\nint length = kinds[0].s.Length;\nlength").text))
        found = mistakes_in(self.run_cell("#nullable enable\nvar json = kinds[0].y.Json;").text)
        self.assertEqual([("warning", "CS8602", "kinds[0].y")], [(m.severity, m.code, m.marked) for m in found])

    def test_times_are_utc(self):
        self.assertEqual("Utc", self.value("kinds[0].t.Value.Kind"))

    def test_a_row_is_a_record_with_equality_copies_and_a_text(self):
        self.assert_values({
            "kinds[0] == kinds[0] with { }": "true", "kinds[0] == kinds[0] with { i = 2 }": "false",
            "new KindsRow().s == \"\"": "true",
        })
        self.assertIn("l = 2", self.value("kinds[0].ToString()"))

    def test_an_empty_result_has_its_type_too(self):
        self.run_cell("#!flowlogs --name nobody\nNTANetAnalytics | where SrcIp == 'nowhere' | project SrcIp, DestPort")
        self.assertEqual("0", self.value("nobody.Count(n => n.DestPort > 1 && n.SrcIp != \"\")"))

    def test_a_real_table_has_all_of_its_columns(self):
        self.run_cell("#!flowlogs --name all\nNTANetAnalytics | take 3")
        self.assertEqual("true", self.value("all.All(a => a.TimeGenerated.HasValue && a.SrcIp is not null && a.BytesSrcToDest >= 0)"))


class OddNames(_OnAStore):
    def test_keywords_and_odd_names_are_properties(self):
        self.run_cell(
            "#!flowlogs --name odd\nprint ['class'] = 1, ['Total Bytes'] = 2, total = 3, Total = 4, ['ToString'] = 5, "
            "['Columns'] = 6, ['95th'] = 7, ['a.b'] = 8, ['$x'] = 9, ['größe'] = 10, ['流量'] = 11, ['a-b'] = 12, "
            "['record'] = 13, ['Count'] = 14, ['async'] = 15, ['namespace'] = 16, ['Equals'] = 17, ['OddRow'] = 18, ['_'] = 19, "
            "['GetHashCode'] = 20, ['int'] = 21")
        self.assert_values({
            f"odd[0].{name}": str(number) for name, number in {
                "@class": 1, "Total_Bytes": 2, "total": 3, "Total": 4, "ToString_2": 5, "Columns": 6, "_95th": 7, "a_b": 8,
                "_x": 9, "größe": 10, "流量": 11, "a_b_2": 12, "record": 13, "Count": 14, "async": 15, "@namespace": 16,
                "Equals_2": 17, "OddRow_2": 18, "_": 19, "GetHashCode_2": 20, "@int": 21}.items()})
        self.assertEqual("6", self.value("odd.Columns.Columns.Values[0]"))
        self.assertEqual("21", self.value("odd.Columns.@int.Values[0]"))

    def test_an_odd_name_keeps_its_own_in_kql(self):
        self.run_cell("#!flowlogs --name spaced\nprint ['Total Bytes'] = 2")
        self.assertIn("2", self.run_cell("#!flowlogs\nspaced | project ['Total Bytes']").text)

    def test_a_name_cannot_break_out_of_the_generated_code(self):
        for name in ("*/ int evil = 1; /*", "} class Evil {", "\\\" + evil", "</summary>", "//"):
            with self.subTest(name):
                self.run_cell(f"#!flowlogs --name hostile\nprint [\"{name}\"] = 7")
                self.assertEqual("7", self.value("hostile.Table[0, 0]"))
        self.assertIn("CS0103", self.fails("evil"))

    def test_columns_of_the_same_name_are_told_apart(self):
        self.run_cell(
            "#!flowlogs --name joined\nlet a = print k = 1, v = 2; let b = print k = 1, v = 3; a | join kind=inner b on k")
        self.assertEqual("235", self.value("$\"{joined[0].v}{joined[0].v1}{joined[0].v + joined[0].v1}\""))

    def test_names_that_mean_something_already_are_refused_with_a_way_out(self):
        cases = {
            "class": "FK1102", "var": "FK1102", "record": "FK1102", "_": "FK1102", "Console": "FK1103", "System": "FK1103",
            "Flow": "FK1103", "NTANetAnalytics": "FK1105", "print": "FK1106", "where": "FK1106", "datatable": "FK1106",
        }
        for name, code in cases.items():
            with self.subTest(name):
                found = self.assert_mistake(f"#!flowlogs --limit 5 --name ⟦{name}⟧\nprint 1", code)
                self.assertTrue(found.hint)

    def test_what_is_no_name_is_refused(self):
        for name in ("1st", "a-b", "a.b", "\"a b\""):
            with self.subTest(name):
                self.assertTrue(mistakes_in(self.fails(f"#!flowlogs --name {name}\nprint 1")))

    def test_a_name_of_other_letters_is_told_what_a_name_is(self):
        found = self.assert_mistake("#!flowlogs --name ⟦größe⟧\nprint n = 4", "FK0411")
        self.assertIn("letters, digits and _", found.sentence)


class Rows(_OnAStore):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.kernel.run(FLOWS)

    def test_linq_runs_on_the_rows(self):
        self.assert_values({
            "flows.Where(f => f.Bytes > 1e0).Count()": "2", "flows.Sum(f => f.Bytes)": "12", "flows.Count": "3",
            "flows.Max(f => f.Bytes)": "7", "flows.OrderByDescending(f => f.Bytes).First().SrcIp": "10.0.0.3",
            "(from f in flows where f.Bytes is null select f.SrcIp).Single()": "10.0.0.2",
            "flows.GroupBy(f => f.Bytes > 5).Count()": "2", "flows.ToDictionary(f => f.SrcIp)[\"10.0.0.1\"].Bytes": "5",
            "flows.Select(f => f.SrcIp).Distinct().Count()": "3", "flows[^1].SrcIp": "10.0.0.3", "flows.Last().Bytes": "7",
            "flows.Any(f => f is { Bytes: > 6 })": "true", "flows.Zip(flows).Count()": "3",
        })

    def test_foreach_gives_the_rows_in_order_and_again(self):
        code = "var seen{0} = \"\"; foreach (var f in flows) seen{0} += f.SrcIp[^1]; seen{0}"
        self.assertEqual("123", self.value(code.format(1)))
        self.assertEqual("123", self.value(code.format(2)))

    def test_foreach_over_a_declared_type(self):
        self.assertEqual("12", self.value("long? all = 0; foreach (FlowsRow f in flows) all += f.Bytes ?? 0; all"))

    def test_a_misspelt_column_is_found_before_the_cell_runs(self):
        found = self.assert_mistake("flows.Where(f => f.⟦Byts⟧ > 1)", "CS1061", "Did you mean Bytes?")
        self.assertIn("FlowsRow", found.sentence)

    def test_columns_are_typed_spans_with_a_mask_of_nulls(self):
        self.assert_values({
            "int Long(ReadOnlySpan<long> v) => v.Length;\nLong(flows.Columns.Bytes)": "3",
            "flows.Columns.Bytes.Values[0] + flows.Columns.Bytes.Values[2]": "12",
            "flows.Columns.Bytes.Nulls[1]": "true", "flows.Columns.Bytes.Nulls[0]": "false",
            "flows.Columns.Bytes.HasNulls && !flows.Columns.SrcIp.HasNulls": "true",
            "flows.Columns.SrcIp.Memory.Span[2]": "10.0.0.3", "flows.Columns.SrcIp.Values.IndexOf(\"10.0.0.2\")": "1",
            "long Total(ReadOnlySpan<long> v) { var t = 0L; foreach (var x in v) t += x; return t; }\nTotal(flows.Columns.Bytes)": "12",
        })

    def test_a_column_is_read_by_its_name_too(self):
        self.assertEqual("12", self.value("flows.Column<long?>(\"Bytes\").Sum()"))
        self.assert_mistake("flows.Column<long?>(\"⟦Byts⟧\")", "FK0503", "Did you mean 'Bytes'?")

    def test_rows_become_the_users_own_records(self):
        self.run_cell("record Talker(string SrcIp, long? Bytes);")
        self.assertEqual("12", self.value("flows.As<Talker>().Sum(t => t.Bytes)"))
        self.assertEqual("10.0.0.1", self.value("flows.As<(string Ip, long? N)>().First().Ip"))

    def test_the_variable_shows_its_table(self):
        cell = self.run_cell("flows")
        self.assertIn("10.0.0.3", cell.data("text/plain")[0])
        self.assertTrue(cell.data("text/html"))

    def test_a_chart_is_made_of_it(self):
        self.assertTrue(self.run_cell("flows.Chart(ChartKind.Column)").data("image/png"))

    def test_ip_details_are_joined_to_it(self):
        self.run_cell(
            "#!flowlogs --name peers\nNTANetAnalytics | where isnotempty(DestIp) | summarize Bytes = sum(BytesSrcToDest) by DestIp"
            " | top 5 by Bytes")
        self.assertEqual("5", self.value("(await peers.WithIpDetails(\"DestIp\")).Count"))


class Exports(_OnAStore):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.folder.cleanup)
        cls.kernel.run(FLOWS)
        cls.kernel.run(ALL_TYPES)

    def test_arrow_has_a_type_for_each_column_and_says_which_hold_nulls(self):
        self.assertEqual(
            "b:bool,i:int32,l:int64,r:double,m:decimal128,s:utf8,t:timestamp,d:duration,g:arrow.uuid,y:utf8",
            self.value("string.Join(\",\", kinds.ToArrow().Schema.FieldsList.Select(f => f.Name + \":\" + f.DataType.Name))"))

    def test_arrow_has_the_values_and_nulls(self):
        self.run_cell("var batch = flows.ToArrow(); var bytes = (Apache.Arrow.Int64Array)batch.Column(\"Bytes\");")
        self.assertEqual("3 5 True 7 1", self.value(
            "$\"{batch.Length} {bytes.GetValue(0)} {bytes.IsNull(1)} {bytes.GetValue(2)} {bytes.NullCount}\""))

    def test_an_arrow_file_is_one_that_other_tools_read(self):
        path = os.path.join(self.folder.name, "flows.arrow")
        self.run_cell(f"flows.SaveArrow(@\"{path}\");")
        with open(path, "rb") as file:
            content = file.read()
        self.assertEqual((b"ARROW1", b"ARROW1"), (content[:6], content[-6:]))
        self.assertLess(struct.unpack("<i", content[-10:-6])[0], len(content))
        self.run_cell(
            f"string ReadBack() {{ using var file = File.OpenRead(@\"{path}\");\n"
            "using var reader = new Apache.Arrow.Ipc.ArrowFileReader(file); var back = reader.ReadNextRecordBatch();\n"
            "return $\"{back.Length} {((Apache.Arrow.StringArray)back.Column(\"SrcIp\")).GetString(1)}\"; }")
        self.assertEqual("3 10.0.0.2", self.value("ReadBack()"))

    def test_csv_has_a_heading_and_the_values(self):
        path = os.path.join(self.folder.name, "flows.csv")
        self.run_cell(f"flows.SaveCsv(@\"{path}\");")
        with open(path, encoding="utf-8-sig", newline="") as file:
            self.assertEqual(["SrcIp,Bytes", "10.0.0.1,5", "10.0.0.2,", "10.0.0.3,7"], file.read().split())


class TablesForLaterCells(_OnAStore):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.kernel.run(f"#!flowlogs connect local {small_store(2)} --as second")
        cls.kernel.run("#!flowlogs connect sample --as estate")
        cls.kernel.run(f"#!flowlogs connect local {small_store()} --as first")
        cls.kernel.run(FLOWS)

    def rows(self, cell):
        """The rows of a shown table, each a list of words."""
        return [line.split() for line in self.run_cell(cell).data("text/plain")[-1].split("\n")[2:-1]]

    def test_a_result_is_a_table_on_every_connection(self):
        for name in ("first", "second", "estate"):
            with self.subTest(name):
                self.assertEqual([["12"]], self.rows(f"#!flowlogs --on {name}\nflows | summarize sum(Bytes)"))

    def test_a_result_of_one_connection_joins_tables_of_another(self):
        self.run_cell("#!flowlogs --on first --name talkers\nNTANetAnalytics | where isnotempty(SrcIp) | summarize A = count() by SrcIp")
        there = int(self.rows("#!flowlogs --on second\nNTANetAnalytics | where SrcIp in (talkers) | count")[0][0])
        self.assertGreater(there, 0)
        joined = int(self.rows(
            "#!flowlogs --on second\nNTANetAnalytics | join kind=inner talkers on SrcIp | where A > 0 | count")[0][0])
        self.assertEqual(there, joined)

    def test_connections_hold_their_own_flows(self):
        counts = {name: self.rows(f"#!flowlogs --on {name}\nNTANetAnalytics | summarize sum(BytesSrcToDest)")[0][0]
                  for name in ("first", "second", "estate")}
        self.assertEqual(3, len(set(counts.values())), counts)

    def test_later_csharp_queries_name_it(self):
        self.assertEqual("3", self.value("(await Flow.Query(\"flows | count\")).Column<long>(\"Count\")[0]"))
        self.assertEqual("3", self.value("(await Flow.Query(\"flows | count\").On(\"second\")).Column<long>(\"Count\")[0]"))

    def test_its_schema_is_checked_and_completed(self):
        self.assert_mistake("#!flowlogs\nflows | where ⟦Byts⟧ > 1", "KS142", "Did you mean 'Bytes'?")
        self.assert_mistake("await Flow.Query(\"flows | where ⟦Byts⟧ > 1\")", "KS142", "Did you mean 'Bytes'?")
        text = "#!flowlogs\nflows | where By"
        self.assertEqual("Bytes", self.kernel.ask("complete_request", {"code": text, "cursor_pos": len(text)})["matches"][0])

    def test_types_survive_the_way(self):
        self.run_cell(ALL_TYPES)
        self.assertEqual(
            [["bool", "int", "long", "real", "decimal", "string", "datetime", "timespan", "guid", "dictionary"]],
            self.rows(
                "#!flowlogs --on second\nkinds | take 1 | project gettype(b), gettype(i), gettype(l), gettype(r), gettype(m), "
                "gettype(s), gettype(t), gettype(d), gettype(g), gettype(y)"))

    def test_a_result_is_made_of_another_result(self):
        self.run_cell("#!flowlogs --name step1\nflows | where Bytes > 1\n#!flowlogs --name step2\nstep1 | summarize N = count()")
        self.assertEqual("2", self.value("step2[0].N"))

    def test_a_result_kept_from_csharp_is_a_table_too(self):
        self.run_cell("var mine = await Flow.Query(\"print kept = 8\"); Flow.Keep(\"mine\", mine);")
        self.assertEqual([["8"]], self.rows("#!flowlogs --on second\nmine"))

    def test_a_recipes_result_is_kept_by_name(self):
        self.run_cell("#!flowlogs recipe vm-traffic --ip 10.1.1.8 --last 60d --on estate --name vm")
        self.assertEqual("true", self.value("vm.Count > 0"))
        self.assertNotEqual([["0"]], self.rows("#!flowlogs --on second\nvm | count"))


class Redefinition(_OnAStore):
    def test_running_a_cell_again_changes_nothing_but_the_rows(self):
        self.run_cell(FLOWS)
        self.run_cell("long? Total(IEnumerable<FlowsRow> rows) => rows.Sum(r => r.Bytes); var before = flows;")
        for _ in range(3):
            cell = self.run_cell(FLOWS.replace("'10.0.0.3', 7", "'10.0.0.4', 8"))
            self.assertNotIn("warning", plain(cell.text))
        self.assertEqual("13 12", self.value("$\"{Total(flows)} {Total(before)}\""))

    def test_other_columns_make_another_type_and_old_code_goes_on(self):
        self.run_cell(FLOWS.replace("flows", "turn"))
        self.run_cell("var old = turn; long? Sum() => old.Sum(r => r.Bytes);")
        self.run_cell("#!flowlogs --name turn\nprint Packets = int(7)")
        self.assertEqual("7", self.value("turn[0].Packets"))
        self.assertEqual("12", self.value("Sum()"))
        self.assertEqual("CS1061", self.mistake("turn[0].Bytes").code)
        self.assertIn("KS142", self.fails("#!flowlogs\nturn | project Bytes"))
        self.run_cell(FLOWS.replace("flows", "turn"))
        self.assertEqual("5", self.value("turn[0].Bytes"))

    def test_another_type_of_a_column_is_another_type(self):
        self.run_cell("#!flowlogs --name width\nprint n = 1")
        self.run_cell("#!flowlogs --name width\nprint n = 'one'")
        self.assertEqual("3", self.value("width[0].n.Length"))

    def test_a_variable_of_another_type_is_replaced_with_a_warning_once(self):
        self.run_cell("var mine = new List<int> { 1 };")
        again = "#!flowlogs --name mine\nprint n = 1"
        self.assertIn("FK1104", plain(self.run_cell(again).text))
        self.assertNotIn("FK1104", plain(self.run_cell(again).text))
        self.assertEqual("1", self.value("mine[0].n"))

    def test_a_variable_of_the_users_own_takes_the_name_back(self):
        self.run_cell("#!flowlogs --name back\nprint n = 1")
        self.run_cell("var back = 3;")
        self.assertEqual("3", self.value("back"))

    def test_a_failed_query_keeps_the_last_result(self):
        self.run_cell("#!flowlogs --name safe\nprint n = 1")
        self.fails("#!flowlogs --name safe\nprint n = nope")
        self.assertEqual("1", self.value("safe[0].n"))

    def test_own_types_of_the_generated_names_are_left_alone(self):
        self.run_cell("record ClashRow(int Mine);")
        self.run_cell("#!flowlogs --name clash\nprint n = 2")
        self.assertEqual("23", self.value("$\"{clash[0].n}{new ClashRow(3).Mine}\""))


class InTheEditor(EditorCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.kernel.run(f"#!flowlogs connect local {small_store()}")
        cls.kernel.run(FLOWS)

    def test_columns_complete_on_rows_columns_and_patterns(self):
        for text in ("flows.Where(f => f.¦", "flows.Columns.¦", "flows[0].¦", "foreach (var f in flows) f.¦", "flows[0] with { ¦ }"):
            with self.subTest(text):
                self.assert_offers(text, "SrcIp", "Bytes")

    def test_hover_tells_the_columns_and_their_kql_types(self):
        self.assertIn("SrcIp string, Bytes long", self.explained("flo¦ws"))
        self.assertIn("KQL column Bytes: long.", self.explained("flows[0].By¦tes"))


if __name__ == "__main__":
    unittest.main()
