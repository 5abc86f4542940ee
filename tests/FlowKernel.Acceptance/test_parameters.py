"""`--param`: a C# variable is a typed parameter, and its type is checked against the query's use before it runs."""
import unittest

from mistakes import MistakeCase, plain
from stores import small_store

PORTS = "datatable(DestPort:int, DestIp:string, Seen:datetime, Took:timespan, Ok:bool, Id:guid)" \
    "[443, '10.0.0.1', datetime(2024-01-02), 1h, true, guid(74be27de-1e4e-49d9-b579-fe0b331d3642), " \
    "22, '10.0.0.2', datetime(2024-01-03), 2h, false, guid(00000000-0000-0000-0000-000000000000)]"


class _Session(MistakeCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.kernel.run(f"#!flowlogs connect local {small_store()}")

    def one(self, param, query):
        """The only value of a query."""
        _, _, *rows, count = self.run_cell(f"#!flowlogs --param {param}\n{query}").data("text/plain")[-1].split("\n")
        self.assertRegex(count, "^1 row on ")
        return rows[0].strip()


class TypesOfParameters(_Session):
    def test_each_type_of_csharp_is_its_type_of_kql(self):
        cases = {
            "bool": ("true", "bool"), "int": ("1", "int"), "short": ("1", "int"), "byte": ("1", "int"), "long": ("1L", "long"),
            "uint": ("1", "long"), "double": ("1.5", "real"), "float": ("1.5f", "real"), "decimal": ("1.5m", "decimal"),
            "string": ("\"x\"", "string"), "char": ("'x'", "string"), "Guid": ("Guid.Empty", "guid"),
            "DateTime": ("new DateTime(2024, 1, 2)", "datetime"), "DateTimeOffset": ("DateTimeOffset.UnixEpoch", "datetime"),
            "DateOnly": ("new DateOnly(2024, 1, 2)", "datetime"), "TimeSpan": ("TimeSpan.FromHours(1)", "timespan"),
            "IPAddress": ("IPAddress.Loopback", "string"), "DayOfWeek": ("DayOfWeek.Monday", "string"),
            "Uri": ("new Uri(\"http://a/\")", "string"), "int[]": ("[1, 2]", "array"), "List<string>": ("[\"a\"]", "array"),
        }
        for type_, (value, expected) in cases.items():
            with self.subTest(type_):
                self.run_cell(f"{type_} given = {value};")
                self.assertEqual(expected, self.one("given", "print gettype(given)"))

    def test_a_nullable_without_a_value_is_a_null_of_its_type(self):
        for type_ in ("int?", "DateTime?", "double?", "Guid?", "TimeSpan?", "bool?"):
            with self.subTest(type_):
                self.run_cell(f"{type_} none = null;")
                self.assertEqual("true", self.one("none", "print isnull(none)"))

    def test_values_filter_rows(self):
        cases = {
            "int port = 443;": ("port", "where DestPort == port", "443"),
            "long big = 443;": ("big", "where DestPort == big", "443"),
            "var ip = \"10.0.0.2\";": ("ip", "where DestIp == ip", "22"),
            "var day = new DateTime(2024, 1, 3, 0, 0, 0, DateTimeKind.Utc);": ("day", "where Seen == day", "22"),
            "var took = TimeSpan.FromHours(1);": ("took", "where Took <= took", "443"),
            "var ok = true;": ("ok", "where Ok == ok", "443"),
            "var id = Guid.Parse(\"74be27de-1e4e-49d9-b579-fe0b331d3642\");": ("id", "where Id == id", "443"),
            "var some = new[] { 22, 80 };": ("some", "where DestPort in (some)", "22"),
            "var ips = new List<IPAddress> { IPAddress.Parse(\"10.0.0.1\") };": ("ips", "where DestIp in (ips)", "443"),
        }
        for declared, (name, step, expected) in cases.items():
            with self.subTest(declared):
                self.run_cell(declared)
                self.assertEqual(expected, self.one(name, f"{PORTS} | {step} | project DestPort"))

    def test_several_parameters_and_other_names(self):
        self.run_cell("var suspect = \"10.0.0.2\"; var wanted = 22;")
        self.assertEqual("22", self.one(
            "ip=suspect --param wanted", f"{PORTS} | where DestIp == ip and DestPort == wanted | project DestPort"))

    def test_a_value_is_never_query_text(self):
        self.run_cell("var evil = \"x' or true //\";")
        self.assertEqual("0", self.one("evil", f"{PORTS} | where DestIp == evil | count"))

    def test_the_value_is_the_one_at_the_time_of_the_query(self):
        self.run_cell("var now1 = 22;")
        self.run_cell("now1 = 443;")
        self.assertEqual("443", self.one("now1", "print now1"))

    def test_a_recipe_takes_a_variable_too_and_its_type_is_checked(self):
        self.run_cell("var ip = \"10.1.1.8\";")
        self.run_cell("#!flowlogs recipe vm-traffic --param ip --last 60d")
        self.run_cell("var ip = 5;")
        found = self.mistake("#!flowlogs recipe vm-traffic --param ip --last 60d")
        self.assertEqual(("FK0212", "ip"), (found.code, found.marked))


class ChecksBeforeRunning(_Session):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.kernel.run(
            "var text = \"10.0.0.1\"; var number = 5; var numbers = new List<int> { 1 }; string[] texts = [\"a\"]; "
            "var when = DateTime.UtcNow; var ok = true; var id = Guid.Empty; var took = TimeSpan.FromHours(1);\n"
            "var folder = new DirectoryInfo(\".\"); var peers = await Flow.Query(\"print 1\");")

    def refused(self, name, step, code="FK1111", hint=None):
        """The query is refused at the variable's use."""
        return self.assert_mistake(f"#!flowlogs --param {name}\n{PORTS}\n| {step}", code, hint)

    def test_a_variable_of_another_kind_than_the_column_is_refused_at_its_use(self):
        cases = [
            ("text", "where DestPort == ⟦text⟧", "toint(text)"), ("text", "where ⟦text⟧ != DestPort", "toint(text)"),
            ("text", "where DestPort in (1, ⟦text⟧)", "toint(text)"), ("number", "where DestIp == ⟦number⟧", "tostring(number)"),
            ("numbers", "where DestIp in (⟦numbers⟧)", "string"), ("numbers", "where DestIp in~ (⟦numbers⟧)", "string"),
            ("text", "where Seen == ⟦text⟧", "todatetime(text)"), ("when", "where DestIp == ⟦when⟧", "tostring(when)"),
            ("text", "where Took == ⟦text⟧", "totimespan(text)"), ("text", "where Id == ⟦text⟧", "toguid(text)"),
            ("text", "where Ok == ⟦text⟧", "tobool(text)"),
        ]
        for name, step, hint in cases:
            with self.subTest(step):
                found = self.refused(name, step, hint=hint)
                self.assertIn(f"'{name}'", found.sentence)

    def test_an_order_between_kinds_is_refused_too(self):
        found = self.mistake(f"#!flowlogs --param text\n{PORTS} | where DestPort > text")
        self.assertIn("'text' is the C# variable 'text' of type string", found.hint)

    def test_a_list_where_one_value_belongs_is_refused(self):
        self.refused("texts", "where DestIp == ⟦texts⟧", "FK1114", "in (texts)")

    def test_the_sentence_names_the_csharp_type_and_the_columns(self):
        found = self.refused("numbers", "where DestIp in (⟦numbers⟧)")
        self.assertEqual("The C# variable 'numbers' of type List<int> is compared with DestIp, which is string.", found.sentence)

    def test_a_column_of_a_real_table_counts(self):
        self.assert_mistake("#!flowlogs --param text\nNTANetAnalytics | where DestPort == ⟦text⟧", "FK1111")

    def test_numbers_of_any_width_fit(self):
        self.run_cell("double broad = 443; decimal exact = 443m; byte small = 22; long wide = 443;")
        for name in ("broad", "wide", "small", "number"):
            with self.subTest(name):
                self.run_cell(f"#!flowlogs --param {name}\n{PORTS} | where DestPort == {name}")

    def test_a_conversion_in_the_query_makes_it_fit(self):
        self.run_cell(f"#!flowlogs --param text\n{PORTS} | where DestPort == toint(text)")

    def test_names_that_cannot_be_handed_over_are_told_at_the_option(self):
        cases = {
            "#!flowlogs --param ⟦nowhere⟧\nprint nowhere": ("FK1101", "Declare it"),
            "#!flowlogs --param ⟦nubmer⟧\nprint nubmer": ("FK1101", "Did you mean 'number'?"),
            "#!flowlogs --param ⟦folder⟧\nprint folder": ("FK0414", "Hand over one of"),
            "#!flowlogs --param ⟦port=443⟧\nprint port": ("FK1109", "var port = 443;"),
            "#!flowlogs --param ⟦peers⟧\nprint peers": ("FK1108", "as a table"),
        }
        for code, (expected, hint) in cases.items():
            with self.subTest(code):
                self.assert_mistake(code, expected, hint)

    def test_a_parameter_that_is_not_used_is_a_warning(self):
        cell = self.run_cell("#!flowlogs --param number\nprint 1")
        self.assertIn("FK1112", plain(cell.text))

    def test_the_query_does_not_run_when_a_type_does_not_fit(self):
        cell = self.kernel.run(f"#!flowlogs --name kept --param text\n{PORTS} | where DestPort == text")
        self.assertFalse(cell.ok)
        self.assertEqual([], cell.of("display_data", "execute_result"))
        self.assertIn("CS0103", self.fails("kept"))

    def test_a_name_that_is_a_word_of_kql_is_told_how_it_is_written(self):
        self.run_cell("var time = TimeSpan.FromHours(1);")
        found = self.mistake(f"#!flowlogs --param time\n{PORTS} | where Took <= time")
        self.assertEqual("KS006", found.code)
        self.assertIn("['time']", found.hint)
        self.run_cell(f"#!flowlogs --param time\n{PORTS} | where Took <= ['time']")

    def test_completion_offers_variables_for_the_option(self):
        text = "#!flowlogs --param num"
        offered = self.kernel.ask("complete_request", {"code": text, "cursor_pos": len(text)})["matches"]
        self.assertEqual({"number", "numbers"}, set(offered))

    def test_completion_offers_the_parameter_in_the_query(self):
        text = f"#!flowlogs --param number\n{PORTS} | where DestPort == numb"
        offered = self.kernel.ask("complete_request", {"code": text, "cursor_pos": len(text)})["matches"]
        self.assertIn("number", offered)


if __name__ == "__main__":
    unittest.main()
