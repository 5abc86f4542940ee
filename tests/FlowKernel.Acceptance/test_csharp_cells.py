"""C# scripting: top-level await, values, declarations over cells, mistakes with a caret under the user's line."""
import unittest

from mistakes import MistakeCase, mistakes_in


class TopLevelAwait(MistakeCase):
    def test_an_await_is_a_cells_value(self):
        self.assertEqual("42", self.value("await Task.FromResult(42)"))

    def test_an_await_in_a_declaration_keeps_the_variable_for_later_cells(self):
        self.run_cell("var later = await Task.Run(async () => { await Task.Yield(); return \"there\"; });")
        self.assertEqual("there", self.value("later"))

    def test_statements_may_await_anywhere(self):
        cases = {
            "loop": ("var n = 0; for (var i = 0; i < 3; i++) n += await Task.FromResult(i); n", "3"),
            "condition": ("if (await Task.FromResult(true)) Console.Write(\"\"); \"yes\"", "yes"),
            "await foreach": (
                "async IAsyncEnumerable<int> Count() { for (var i = 1; i < 4; i++) { await Task.Yield(); yield return i; } }\n"
                "var total = 0; await foreach (var c in Count()) total += c; total", "6"),
            "await using": (
                "class Closing : IAsyncDisposable { public static int Closed; "
                "public ValueTask DisposeAsync() { Closed++; return default; } }\n"
                "await using (new Closing()) { await Task.Yield(); }\nClosing.Closed", "1"),
            "inside an expression": ("(await Task.FromResult(2)) * (await Task.FromResult(3))", "6"),
            "try and finally": (
                "var log = \"\"; try { await Task.FromException(new Exception(\"x\")); } catch (Exception e) "
                "{ log += e.Message; } finally { await Task.Yield(); log += \"f\"; } log", "xf"),
            "value task": ("await new ValueTask<string>(\"v\")", "v"),
            "when all": ("(await Task.WhenAll(Task.FromResult(1), Task.FromResult(2))).Sum()", "3"),
            "lambda": ("Func<Task<int>> f = async () => await Task.FromResult(8); await f()", "8"),
        }
        for name, (code, expected) in cases.items():
            with self.subTest(name):
                self.assertEqual(expected, self.value(code))

    def test_an_await_without_a_value_shows_nothing(self):
        self.assertEqual([], self.run_cell("await Task.CompletedTask").of("execute_result"))

    def test_an_exception_after_an_await_is_told_with_its_line(self):
        told = self.fails("await Task.Yield();\nvar zero = 0;\nvar q = 1 / zero;")
        self.assertIn("DivideByZeroException", told)
        self.assertIn("line 3", told)

    def test_what_ran_before_an_exception_is_kept(self):
        self.fails("var before = 5;\nawait Task.Yield();\nthrow new InvalidOperationException(\"stop\");")
        self.assertEqual("5", self.value("before"))


class ValuesAndDeclarations(MistakeCase):
    def test_a_last_expression_is_the_result_and_a_semicolon_keeps_it_silent(self):
        self.assertEqual("3", self.value("1 + 2"))
        self.assertEqual([], self.run_cell("Math.Max(1, 2);").of("execute_result"))

    def test_an_expression_that_would_be_lost_says_how_it_is_shown(self):
        self.assert_mistake("⟦1 + 2⟧;", "CS0201", "leave out the semicolon")

    def test_later_cells_see_all_that_earlier_ones_declare(self):
        self.run_cell(
            "using System.Globalization;\nrecord Peer(string Ip, int Port);\nenum Side { In, Out }\n"
            "int Twice(int n) => 2 * n;\nstatic T Same<T>(T t) => t;\ninterface INamed { string Name { get; } }\n"
            "var (first, second) = (1, \"two\");\nvar peers = new List<Peer> { new(\"10.0.0.1\", 443) };")
        cases = {
            "Twice(peers[0].Port)": "886", "Same(Side.Out).ToString()": "Out", "second": "two", "first": "1",
            "peers.Single().Ip": "10.0.0.1", "CultureInfo.InvariantCulture.Name == \"\"": "True",
            "class Named : INamed { public string Name => \"n\"; }\nnew Named().Name": "n",
        }
        for code, expected in cases.items():
            with self.subTest(code):
                self.assertEqual(expected.lower(), self.value(code).lower())

    def test_a_name_is_declared_again_with_another_type(self):
        self.run_cell("var again = 1; int Size() => 1; record Box(int A);")
        self.run_cell("var again = \"text\"; string Size() => \"big\"; record Box(string B);")
        self.assertEqual("textbigb", self.value("again + Size() + new Box(\"b\").B"))

    def test_code_that_was_compiled_before_keeps_its_own_meaning(self):
        self.run_cell("var rate = 2; int Scaled(int n) => n * rate;")
        self.run_cell("var rate = \"none\";")
        self.assertEqual("8", self.value("Scaled(4)"))

    def test_a_variable_that_changes_is_seen_by_functions_of_earlier_cells(self):
        self.run_cell("var count = 1; int Count() => count;")
        self.run_cell("count = 7;")
        self.assertEqual("7", self.value("Count()"))

    def test_modern_csharp_compiles(self):
        cases = {
            "collection expression": ("int[] a = [1, 2, .. new[] { 3 }]; a.Length", "3"),
            "raw string": ("\"\"\"a \"b\" c\"\"\"", "a \"b\" c"),
            "list pattern": ("new[] { 1, 2, 3 } is [1, .., 3]", "true"),
            "primary constructor": ("class P(int n) { public int N => n; }\nnew P(4).N", "4"),
            "switch expression": ("3 switch { > 2 => \"big\", _ => \"small\" }", "big"),
            "span": ("int Last() { Span<int> s = stackalloc int[2]; s[1] = 4; return s[1]; }\nLast()", "4"),
            "query expression": ("(from n in new[] { 1, 2, 3 } where n > 1 select n * n).Sum()", "13"),
            "extension method": ("static int Plus(this int n, int m) => n + m;\n3.Plus(4)", "7"),
            "local iterator": ("IEnumerable<int> It() { yield return 1; yield return 2; }\nIt().Sum()", "3"),
            "native integer": ("nint p = 3; p.ToString()", "3"),
        }
        for name, (code, expected) in cases.items():
            with self.subTest(name):
                self.assertEqual(expected, self.value(code).lower())

    def test_the_console_is_shown_and_read_back_in_order(self):
        cell = self.run_cell("Console.Write(\"a\"); Console.Error.Write(\"b\"); Console.WriteLine(\"c\");")
        streams = cell.of("stream")
        self.assertEqual("ac\n", "".join(s["text"] for s in streams if s["name"] == "stdout"))
        self.assertEqual("b", "".join(s["text"] for s in streams if s["name"] == "stderr"))

    def test_display_shows_a_value_on_the_way(self):
        self.assertIn("55", self.run_cell("display(55); var six = 6;").text)


class Squiggles(MistakeCase):
    def test_the_wrong_part_is_underlined_in_the_users_own_line(self):
        cases = {
            "unknown member": ("var x = 1;\nx.⟦Foo⟧();", "CS1061"),
            "wrong type": ("int y = ⟦\"a\"⟧;", "CS0029"),
            "unknown name": ("Console.WriteLine(⟦nowhere⟧);", "CS0103"),
            "missing argument": ("Math.⟦Max⟧(1)", "CS1501"),
            "unknown type": ("⟦Lst<int>⟧ l = null;", "CS0246"),
            "in an await": ("await Task.Delay(⟦\"x\"⟧);", "CS1503"),
            "in a lambda": ("new[] { 1 }.Select(n => n.⟦Length⟧)", "CS1061"),
            "indented in a block": ("if (true)\n{\n    var s = \"\".⟦Lenght⟧;\n}", "CS1061"),
            "unassigned": ("int U() { int u; return ⟦u⟧; }", "CS0165"),
        }
        for name, (code, expected) in cases.items():
            with self.subTest(name):
                self.assert_mistake(code, expected)

    def test_tabs_do_not_shift_the_caret(self):
        found = self.mistake("if (true)\n\tConsole.WriteLine(nope);")
        self.assertEqual((2, 20, "nope"), (found.line, found.column, found.marked))

    def test_a_missing_end_is_pointed_at(self):
        for code in ("var x = (1 + 2;", "Console.WriteLine(\"a\";", "if (true) {"):
            with self.subTest(code):
                found = self.mistake(code)
                self.assertTrue(found.code.startswith("CS"), found)
                self.assertEqual((code, 1), (found.source, found.line))

    def test_every_mistake_of_a_cell_is_told(self):
        told = mistakes_in(self.fails("int a = \"x\";\nstring b = 1;\nc.ToString();"))
        self.assertEqual([("CS0029", 1), ("CS0029", 2), ("CS0103", 3)], [(m.code, m.line) for m in told])

    def test_a_misspelt_name_gets_the_nearest(self):
        self.run_cell("var suspects = new List<string>();")
        cases = {
            "⟦suspect⟧.Count": "suspects", "suspects.⟦Cuont⟧": "Count", "Console.⟦WritLine⟧(1);": "WriteLine",
        }
        for code, nearest in cases.items():
            with self.subTest(code):
                found = self.assert_mistake(code, self.mistake(code.replace("⟦", "").replace("⟧", "")).code)
                self.assertIn("Did you mean", found.hint)
                self.assertIn(nearest, found.hint)

    def test_a_span_that_would_outlive_its_cell_has_a_way_out(self):
        self.assert_mistake("⟦Span<int>⟧ s = new int[2];", "CS8345", "inside a function or a block")

    def test_no_using_is_proposed_that_would_not_help(self):
        self.assertEqual("", self.mistake("new Version().Count").hint)

    def test_nothing_of_a_cell_with_a_mistake_runs(self):
        self.run_cell("var ran = 0;")
        cell = self.kernel.run("ran = 1;\nConsole.WriteLine(\"ran\");\nnope();")
        self.assertFalse(cell.ok)
        self.assertEqual([], cell.of("stream"))
        self.assertEqual("0", self.value("ran"))

    def test_an_error_message_carries_the_code_as_its_name_and_the_sentence_as_its_value(self):
        error = self.kernel.run("nope();").of("error")[0]
        self.assertIn("CS0103", error["ename"] + error["evalue"])
        self.assertIn("nope", error["evalue"])

    def test_warnings_are_told_and_do_not_stop_the_cell(self):
        cell = self.run_cell("#warning look here\n5")
        self.assertIn("look here", cell.text)
        self.assertEqual("5", cell.of("execute_result")[0]["data"]["text/plain"])


if __name__ == "__main__":
    unittest.main()
