"""C# collections are KQL tables: `Flow.Table` of records, tuples, anonymous objects and single values."""
import unittest

from mistakes import MistakeCase
from stores import small_store


class CSharpTables(MistakeCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.kernel.run(f"#!flowlogs connect local {small_store(2)} --as second")
        cls.kernel.run(f"#!flowlogs connect local {small_store()} --as first")
        cls.kernel.run(
            "record Suspect(string Ip, int Hits, DateTime? Seen = null);\nenum Level { Low, High }\n"
            "class Host { public string Name { get; set; } public Level Level; public IPAddress Address { get; set; } "
            "public string[] Tags { get; set; } private int Hidden => 1; public static int Shared => 2; }\n"
            "var suspects = new List<Suspect> { new(\"10.1.1.4\", 3, DateTime.UnixEpoch), new(\"10.1.1.8\", 5) };")

    def rows(self, cell):
        """The rows of a shown table, each a list of words."""
        return [line.split() for line in self.run_cell(cell).data("text/plain")[-1].split("\n")[2:-1]]

    def test_records_are_a_table_of_their_properties(self):
        self.run_cell("Flow.Table(\"suspects\", suspects)")
        self.assertEqual([["8"]], self.rows("#!flowlogs\nsuspects | summarize sum(Hits)"))
        self.assertEqual(
            [["string", "int", "datetime"]],
            self.rows("#!flowlogs\nsuspects | take 1 | project gettype(Ip), gettype(Hits), gettype(Seen)"))
        self.assertEqual([["1"]], self.rows("#!flowlogs\nsuspects | where isnull(Seen) | count"))

    def test_it_is_there_on_every_connection_and_joins_real_tables(self):
        self.run_cell("Flow.Table(\"watched\", suspects);")
        for name in ("first", "second"):
            with self.subTest(name):
                plain = self.rows(f"#!flowlogs --on {name}\nNTANetAnalytics | where SrcIp in ('10.1.1.4', '10.1.1.8') | count")
                self.assertNotEqual([["0"]], plain)
                self.assertEqual(plain, self.rows(
                    f"#!flowlogs --on {name}\nNTANetAnalytics | where SrcIp in ((watched | project Ip)) | count"))
                self.assertEqual(plain, self.rows(
                    f"#!flowlogs --on {name}\nNTANetAnalytics | join kind=inner watched on $left.SrcIp == $right.Ip | count"))

    def test_other_collections_are_tables_too(self):
        cases = {
            "anonymous objects": ("new[] { new { A = 1, B = \"x\" } }", "t | project A, B", [["1", "x"]]),
            "tuples by name": ("new List<(string Ip, int N)> { (\"a\", 1) }", "t | project Ip, N", [["a", "1"]]),
            "single texts": ("new[] { \"a\", \"b\" }", "t | summarize count() by Value | count", [["2"]]),
            "single numbers": ("Enumerable.Range(0, 5)", "t | summarize sum(Value)", [["10"]]),
            "addresses": ("new[] { IPAddress.Parse(\"10.0.0.1\") }", "t | where Value == '10.0.0.1' | count", [["1"]]),
            "a hash set": ("new HashSet<string> { \"a\" }", "t | count", [["1"]]),
            "a dictionary": ("new Dictionary<string, int> { [\"a\"] = 3 }", "t | project Key, Value", [["a", "3"]]),
            "LINQ over a result": (
                "suspects.GroupBy(s => s.Hits > 4).Select(g => new { Many = g.Key, N = g.Count() })",
                "t | where Many | project N", [["1"]]),
            "a class": (
                "new[] { new Host { Name = \"h\", Level = Level.High, Address = IPAddress.Loopback, Tags = [\"x\", \"y\"] } }",
                "t | project Name, Level, Address, array_length(Tags)", [["h", "High", "127.0.0.1", "2"]]),
            "nothing yet": ("new List<Suspect>()", "t | where Ip == 'x' | count", [["0"]]),
        }
        for name, (rows, query, expected) in cases.items():
            with self.subTest(name):
                self.run_cell(f"Flow.Table(\"t\", {rows});")
                self.assertEqual(expected, self.rows(f"#!flowlogs\n{query}"))

    def test_columns_may_be_named(self):
        self.run_cell("Flow.Table(\"named\", new[] { (1, \"x\") }, \"Port\", \"Why\");")
        self.assertEqual([["1", "x"]], self.rows("#!flowlogs\nnamed | project Port, Why"))

    def test_only_what_is_public_and_of_the_row_is_a_column(self):
        self.run_cell("Flow.Table(\"hosts\", new[] { new Host() });")
        for name in ("Hidden", "Shared"):
            with self.subTest(name):
                self.assertIn("KS142", self.fails(f"#!flowlogs\nhosts | project {name}"))

    def test_a_list_is_what_in_takes(self):
        self.run_cell("Flow.Table(\"few\", new[] { \"10.1.1.4\" });")
        self.assertEqual(
            self.rows("#!flowlogs\nNTANetAnalytics | where SrcIp == '10.1.1.4' | count"),
            self.rows("#!flowlogs\nNTANetAnalytics | where SrcIp in (few) | count"))

    def test_hostile_texts_stay_texts(self):
        self.run_cell("Flow.Table(\"hostile\", new[] { \"'; DROP TABLE x --\", \"<img onerror=alert(1)>\", \"a\\nb\\\"\\\\\" });")
        self.assertEqual([["3"]], self.rows("#!flowlogs\nhostile | summarize dcount(Value)"))
        html = self.run_cell("#!flowlogs\nhostile").data("text/html")[-1]
        self.assertNotIn("<img onerror", html)

    def test_running_it_again_replaces_the_table(self):
        self.run_cell("Flow.Table(\"again\", new[] { 1 });")
        self.run_cell("Flow.Table(\"again\", new[] { \"a\", \"b\" });")
        self.assertEqual([["2"]], self.rows("#!flowlogs\nagain | where Value != '' | count"))

    def test_its_columns_are_checked_also_in_the_same_cell(self):
        self.run_cell("Flow.Table(\"seen\", suspects);")
        self.assert_mistake("#!flowlogs\nseen | where ⟦Ipp⟧ == 'x'", "KS142", "Did you mean 'Ip'?")
        self.assert_mistake(
            "Flow.Table(\"fresh\", new[] { (One: 1, Two: 2) }); await Flow.Query(\"fresh | where ⟦Three⟧ == 1\")", "KS142")

    def test_what_is_no_table_is_told(self):
        cases = {
            "Flow.Table(\"NTANetAnalytics\", suspects)": "FK1105", "Flow.Table(\"\", suspects)": "FK1120",
            "Flow.Table(\"t\", new[] { new object() })": "FK1121", "Flow.Table(\"t\", suspects, \"A\")": "FK1124",
            "Flow.Table(\"t\", new[] { (1, 2) }, \"A\", \"A\")": "FK1125",
            "Flow.Table(\"t\", new Suspect[] { null })": "FK1123",
        }
        for code, expected in cases.items():
            with self.subTest(code):
                self.assertIn(expected, self.fails(code))


if __name__ == "__main__":
    unittest.main()
