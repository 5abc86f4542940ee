"""KQL inside C# is checked before the cell runs, in every form of literal, and completes there."""
import unittest

from editor import EditorCase
from mistakes import MistakeCase, marked, mistakes_in
from stores import small_store


class _OnAStore(MistakeCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.kernel.run(f"#!flowlogs connect local {small_store()}")
        cls.kernel.run(
            "var ran = 0; var ip = \"10.1.1.4\"; var port = 443; int[] ports = [443, 80]; TimeSpan? since = null; "
            "var n = 5; const string Table = \"NTANetAnalytics\";")

    def assert_checked_first(self, code, expected, hint=None):
        """The mistake is found at its place, and nothing of the cell has run."""
        found = self.assert_mistake(f"ran = 1;\n{code}", expected, hint)
        self.assertEqual("0", self.value("ran"))
        return found


class Literals(_OnAStore):
    def test_a_mistake_is_underlined_inside_every_form_of_literal(self):
        cases = {
            "ordinary": 'await Flow.Query("NTANetAnalytics | where ⟦SrcIpp⟧ == 1")',
            "ordinary after escapes": r'await Flow.Query("NTANetAnalytics\n\t| where SrcIp == \"a\\b\"\n| where ⟦SrcIpp⟧ == 1")',
            "unicode escape": r'await Flow.Query("NTANetAnalytics | where SrcIp == \"\u00e9\U0001F600\x41\" and ⟦SrcIpp⟧ == 1")',
            "verbatim": 'await Flow.Query(@"NTANetAnalytics\n  | where SrcIp == ""x""\n  | where ⟦SrcIpp⟧ == 1")',
            "raw in one line": 'await Flow.Query("""NTANetAnalytics | where SrcIp == "x" and ⟦SrcIpp⟧ == 1""")',
            "raw in lines": 'await Flow.Query("""\n    NTANetAnalytics\n    | where ⟦SrcIpp⟧ == "x"\n    """)',
            "raw of four quotes": 'await Flow.Query(""""\n  NTANetAnalytics | where ⟦SrcIpp⟧ == "x"\n  """")',
            "interpolated": 'await Flow.Query($"NTANetAnalytics | where SrcIp == {ip} and ⟦SrcIpp⟧ == 1")',
            "interpolated verbatim": 'await Flow.Query($@"NTANetAnalytics\n| where SrcIp == {ip}\n| where ⟦SrcIpp⟧ == ""x""")',
            "verbatim interpolated": 'await Flow.Query(@$"NTANetAnalytics\n| where ⟦SrcIpp⟧ == {ip}")',
            "interpolated raw": 'await Flow.Query($"""\n    NTANetAnalytics\n    | where SrcIp == {ip}\n    | where ⟦SrcIpp⟧ == 1\n    """)',
            "interpolated raw of two dollars":
                'await Flow.Query($$"""\n  NTANetAnalytics | extend d = dynamic({"a":1}) | where SrcIp == {{ip}} and ⟦SrcIpp⟧ == 1\n  """)',
            "doubled braces": 'await Flow.Query($"NTANetAnalytics | extend d = dynamic({{}}) | where SrcIp == {ip} and ⟦SrcIpp⟧ == 1")',
            "concatenated": 'await Flow.Query("NTANetAnalytics " + "| where " + "⟦SrcIpp⟧ == 1")',
            "concatenated over lines": 'await Flow.Query("NTANetAnalytics"\n    + " | where "\n    + @"⟦SrcIpp⟧ == 1")',
            "concatenated with a constant": 'await Flow.Query(Table + " | where ⟦SrcIpp⟧ == 1")',
            "a constant of the cell": 'const string Q = "NTANetAnalytics | where ⟦SrcIpp⟧ == 1"; await Flow.Query(Q)',
            "a local constant": 'async Task F() { const string q = "NTANetAnalytics | where ⟦SrcIpp⟧ == 1"; await Flow.Query(q); }',
            "a constant in a hole": 'await Flow.Query($"{Table} | where ⟦SrcIpp⟧ == 1")',
            "by its name": 'await Flow.Query(kql: "NTANetAnalytics | where ⟦SrcIpp⟧ == 1")',
            "in brackets": 'await Flow.Query(("NTANetAnalytics | where ⟦SrcIpp⟧ == 1"))',
            "one of two": 'await Flow.Query(n > 1 ? "NTANetAnalytics" : "NTANetAnalytics | where ⟦SrcIpp⟧ == 1")',
            "of a switch": 'await Flow.Query(n switch { 1 => "NTANetAnalytics", _ => "NTANetAnalytics | where ⟦SrcIpp⟧ == 1" })',
            "in a lambda": 'Func<FlowQuery> f = () => Flow.Query("NTANetAnalytics | where ⟦SrcIpp⟧ == 1");',
            "in a function that nobody calls": 'void G() { Flow.Query("NTANetAnalytics | where ⟦SrcIpp⟧ == 1"); }',
            "marked by a comment": 'var q = "NTANetAnalytics | where ⟦SrcIpp⟧ == 1"; // lang=kql',
            "marked by a comment above": '// language=kql\nvar q = "NTANetAnalytics | where ⟦SrcIpp⟧ == 1";',
        }
        for name, code in cases.items():
            with self.subTest(name):
                self.assert_checked_first(code, "KS142", "Did you mean 'SrcIp'?")

    def test_a_constant_of_an_earlier_cell_is_told_at_its_use(self):
        self.run_cell('static class Saved { public const string Bad = "NTANetAnalytics | where SrcIpp == 1"; }')
        self.assert_checked_first("await Flow.Query(⟦Saved.Bad⟧)", "KS142", "SrcIp")

    def test_a_parameter_that_the_user_marks_as_kql_is_checked(self):
        self.run_cell(
            "using System.Diagnostics.CodeAnalysis;\n"
            "FlowQuery Ask([StringSyntax(\"Kql\")] string kql) => Flow.Query(kql);")
        self.assert_checked_first('Ask("NTANetAnalytics | where ⟦SrcIpp⟧ == 1")', "KS142")

    def test_syntax_unknown_tables_and_unknown_functions_are_found_too(self):
        cases = {
            'await Flow.Query("NTANetAnalytics | ⟦tak⟧ 5")': ("KS176", "take"),
            'await Flow.Query("⟦NTANetAnalytic⟧ | take 5")': ("KS204", "NTANetAnalytics"),
            'await Flow.Query("NTANetAnalytics | extend x = ⟦tolowr⟧(SrcIp)")': ("KS211", "tolower"),
        }
        for code, (expected, hint) in cases.items():
            with self.subTest(code):
                self.assert_checked_first(code, expected, hint)

    def test_several_mistakes_are_all_told(self):
        told = mistakes_in(self.fails(
            'await Flow.Query("NTANetAnalytics | where SrcIpp == 1");\nawait Flow.Query("NTANetAnalytics | tak 5");\nint a = "x";'))
        self.assertEqual({1, 2, 3}, {m.line for m in told})

    def test_a_text_that_is_no_query_is_left_alone(self):
        self.assertEqual("38", self.value('"NTANetAnalytics | where SrcIpp == null".Length'))

    def test_a_text_known_only_at_run_time_is_told_when_it_runs(self):
        found = self.mistake('var q = "NTANetAnalytics | where Src" + (n > 1 ? "Ipp" : "Ip") + " == 1"; await Flow.Query(q)')
        self.assertEqual("KS142", found.code)


class Holes(_OnAStore):
    def test_a_hole_is_a_typed_parameter(self):
        cases = {
            'await Flow.Query($"print gettype({ip})")': "string", 'await Flow.Query($"print gettype({port})")': "int",
            'await Flow.Query($"print gettype({5L})")': "long", 'await Flow.Query($"print gettype({1.5})")': "real",
            'await Flow.Query($"print gettype({1.5m})")': "decimal",
            'await Flow.Query($"print gettype({TimeSpan.FromHours(1)})")': "timespan",
            'await Flow.Query($"print gettype({new DateTime(2024, 1, 2)})")': "datetime",
            'await Flow.Query($"print gettype({Guid.Empty})")': "guid", 'await Flow.Query($"print gettype({true})")': "bool",
            'await Flow.Query($"print gettype({ports})")': "array",
            'await Flow.Query($"print gettype({IPAddress.Loopback})")': "string",
            'await Flow.Query($"print gettype({DayOfWeek.Monday})")': "string",
        }
        for code, expected in cases.items():
            with self.subTest(code):
                self.assertEqual(expected, self.value(f"({code}).Column<string>(\"print_0\")[0]"))

    def test_a_value_never_becomes_query_text(self):
        for value in ("x' or 1 == 1 //", "\\\"; drop", "a\nb", "{ip}", "é😀", "' | take 0 //"):
            with self.subTest(value):
                self.kernel.run(f"var evil = {_csharp(value)};")
                self.assertEqual("true", self.value(
                    "((await Flow.Query($\"print {evil}\")).Column<string>(\"print_0\")[0] == evil)").lower())

    def test_values_filter_rows(self):
        plain = self.value('(await Flow.Query("NTANetAnalytics | where DestPort == 443 | count")).Column<long>("Count")[0]')
        self.assertEqual(plain, self.value(
            '(await Flow.Query($"NTANetAnalytics | where DestPort == {port} | count")).Column<long>("Count")[0]'))
        self.assertNotEqual("0", plain)
        both = self.value('(await Flow.Query("NTANetAnalytics | where DestPort in (443, 80) | count")).Column<long>("Count")[0]')
        self.assertEqual(both, self.value(
            '(await Flow.Query($"NTANetAnalytics | where DestPort in ({ports}) | count")).Column<long>("Count")[0]'))

    def test_the_type_of_a_hole_is_checked_against_its_use(self):
        cases = {
            'await Flow.Query($"NTANetAnalytics | where DestPort == {⟦ip⟧}")': "toint",
            'await Flow.Query($"NTANetAnalytics | where SrcIp == {⟦port⟧}")': "tostring",
            'await Flow.Query($"NTANetAnalytics | where SrcIp in ({⟦ports⟧})")': "string",
        }
        for code, hint in cases.items():
            with self.subTest(code):
                self.assert_checked_first(code, "FK1111", hint)

    def test_a_hole_where_kql_takes_no_value_is_refused_at_the_hole(self):
        self.run_cell('var table = "NTANetAnalytics"; var folder = new DirectoryInfo(".");')
        cases = {
            'await Flow.Query($"{⟦table⟧} | take 5")': "FK1207",
            'await Flow.Query($"NTANetAnalytics | where SrcIp == \'{⟦ip⟧}\'")': "FK1202",
            'await Flow.Query($"NTANetAnalytics | where DestPort == 4{⟦n⟧}")': "FK1203",
            'await Flow.Query($"NTANetAnalytics | project {⟦ip⟧}")': None,
            'await Flow.Query($"NTANetAnalytics | extend {⟦ip⟧} = 1")': "FK1210",
            'await Flow.Query($"NTANetAnalytics | summarize count() by {⟦ip⟧}")': None,
            'await Flow.Query($"print {⟦folder⟧}")': "FK1204",
        }
        for code, expected in cases.items():
            with self.subTest(code):
                if expected:
                    self.assert_checked_first(code, expected)
                else:
                    clean, part, line, column = marked(code)
                    cell = self.kernel.run(clean)
                    told = mistakes_in(cell.text)
                    self.assertTrue(told, cell.text)
                    self.assertEqual((part, line, column), (told[0].marked, told[0].line, told[0].column), told)

    def test_a_hole_with_a_format_is_refused(self):
        found = self.mistake('await Flow.Query($"print {n:N2}")')
        self.assertEqual("FK1201", found.code)

    def test_a_null_is_a_null_of_its_type(self):
        self.assertEqual("true", self.value(
            '(await Flow.Query($"print isnull({since})")).Column<bool>("print_0")[0]').lower())

    def test_more_parameters_come_as_an_object(self):
        self.assertEqual("448", self.value(
            '(await Flow.Query($"print {port} + more", new { more = 5 })).Column<long>("print_0")[0]'))
        self.assert_checked_first(
            'await Flow.Query("NTANetAnalytics | where DestPort == ⟦p⟧", new { p = "" })', "FK1111")

    def test_a_value_pasted_as_text_is_a_warning_at_the_hole(self):
        for code in (
                'await Flow.Query("NTANetAnalytics" + $" | where SrcIp == \'{⟦ip⟧}\' | count")',
                'await Flow.Query(ip == "" ? "NTANetAnalytics" : $"NTANetAnalytics | where SrcIp == \'{⟦ip⟧}\' | count")'):
            with self.subTest(code):
                clean, part, line, column = marked(code)
                told = mistakes_in(self.run_cell(clean).text)
                self.assertEqual(
                    [("warning", "FK1206", line, column, part)],
                    [(m.severity, m.code, m.line, m.column, m.marked) for m in told])


class CompletionInLiterals(EditorCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.kernel.run(f"#!flowlogs connect local {small_store()}")
        cls.kernel.run("var ip = \"10.1.1.4\"; const string Table = \"NTANetAnalytics\";")

    def test_columns_complete_in_every_form_of_literal(self):
        for text in (
                'Flow.Query("NTANetAnalytics | where SrcI¦")', 'Flow.Query(@"NTANetAnalytics\n| where SrcI¦")',
                'Flow.Query("""\n  NTANetAnalytics\n  | where SrcI¦\n  """)',
                'Flow.Query($"NTANetAnalytics | where DestIp == {ip} and SrcI¦")',
                'Flow.Query($"""\n  NTANetAnalytics | where DestIp == {ip}\n  | where SrcI¦\n  """)',
                'Flow.Query($$"""NTANetAnalytics | where DestIp == {{ip}} and SrcI¦""")',
                'Flow.Query(Table + " | where SrcI¦")', 'Flow.Query("NTANetAnalytics | wh" + "ere SrcI¦")',
                'await Flow.Query("NTANetAnalytics | where SrcI¦', 'var q = "NTANetAnalytics | where SrcI¦"; // lang=kql'):
            with self.subTest(text):
                self.assert_first(text, "SrcIp")

    def test_operators_functions_and_tables_complete(self):
        self.assert_first('Flow.Query("NTANetAnalytics | summ¦")', "summarize")
        self.assert_first('Flow.Query("NTANetA¦")', "NTANetAnalytics")
        self.assert_offers('Flow.Query("NTANetAnalytics | summarize dco¦")', "dcount(")

    def test_the_column_of_a_comparison_with_a_hole_comes_by_its_type(self):
        self.kernel.run("var port = 443;")
        self.assert_first('Flow.Query($"NTANetAnalytics | where Des¦ == {ip}")', "DestIp", "DestVm")
        self.assert_first('Flow.Query($"NTANetAnalytics | where Des¦ == {port}")', "DestPort")

    def test_values_are_quoted_so_that_they_do_not_end_the_literal(self):
        self.assert_offers('Flow.Query("NTANetAnalytics | where FlowDirection == ¦")', "'Inbound'", "'Outbound'")

    def test_in_a_hole_csharp_completes(self):
        self.assert_offers('Flow.Query($"NTANetAnalytics | where SrcIp == {i¦}")', "ip")
        self.assert_offers('Flow.Query($"print {ip.Le¦}")', "Length")

    def test_the_replaced_part_is_the_word_in_the_literal(self):
        text = 'Flow.Query("NTANetAnalytics | where SrcI¦")'
        reply = self.completion(text)
        self.assertEqual((text.index("SrcI"), text.index("¦")), (reply["cursor_start"], reply["cursor_end"]))

    def test_another_text_completes_nothing_of_kql(self):
        self.assertEqual([], self.matches('var s = "NTANetAnalytics | where SrcI¦";'))

    def test_hover_in_a_literal_explains_kql(self):
        self.assertIn("Aggregates the rows", self.explained('Flow.Query("NTANetAnalytics | summ¦arize count()")'))
        self.assertIn("SrcIp: string", self.explained('Flow.Query($"NTANetAnalytics | where Src¦Ip == {ip}")'))


def _csharp(text):
    escaped = "".join(f"\\u{ord(c):04x}" if ord(c) < 0x10000 else f"\\U{ord(c):08x}" for c in text)
    return f"\"{escaped}\""


if __name__ == "__main__":
    unittest.main()
