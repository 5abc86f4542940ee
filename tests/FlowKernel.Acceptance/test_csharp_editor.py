"""Completion, signature help and hover in C# cells, asked for as an editor does."""
import unittest

from editor import EditorCase


class Completion(EditorCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.kernel.run(
            "record Peer(string Ip, int Port) { public int Hits { get; init; } }\n"
            "var peers = new List<Peer>(); var peerCount = 3; string suspectIp = \"10.0.0.1\";\n"
            "/// <summary>Doubles a number.</summary>\n/// <param name=\"n\">What to double.</param>\n"
            "int Twice(int n) => 2 * n;\nvoid Scan(Peer peer, bool deep = false) { }")

    def test_members_are_offered_after_a_dot(self):
        self.assert_offers("suspectIp.¦", "Length", "Substring", "StartsWith")
        self.assert_offers("peers[0].¦", "Ip", "Port", "Hits")

    def test_the_list_is_filtered_by_what_is_typed(self):
        for text in ("suspectIp.Sub¦", "suspectIp.sub¦", "peers[0].Po¦", "Console.WriteL¦"):
            with self.subTest(text):
                typed = text.rsplit(".", 1)[1].rstrip("¦").lower()
                offered = self.matches(text)
                self.assertTrue(offered)
                for name in offered:
                    self.assertTrue(all(c in name.lower() for c in typed), name)

    def test_what_begins_as_typed_comes_first(self):
        self.assert_first("suspectIp.Le¦", "Length")
        self.assert_first("peers[0].Po¦", "Port")
        self.assert_first("Console.WriteL¦", "WriteLine")

    def test_camel_case_letters_find_a_name(self):
        self.assert_offers("File.RAT¦", "ReadAllText")

    def test_own_members_are_before_those_of_every_object(self):
        offered = self.matches("peers[0].¦")
        for name in ("Ip", "Port", "Hits"):
            self.assertLess(offered.index(name), offered.index("GetHashCode"))

    def test_variables_and_functions_of_earlier_cells_are_offered(self):
        self.assert_offers("var x = pee¦", "peers", "peerCount")
        self.assert_offers("var t = Tw¦", "Twice")

    def test_only_what_is_declared_before_is_offered_in_the_same_cell(self):
        self.assert_offers("var localNumber = 1;\nvar y = localN¦", "localNumber")

    def test_lambda_parameters_have_their_type(self):
        self.assert_offers("peers.Where(p => p.¦)", "Ip", "Port")
        self.assert_offers("peers.GroupBy(p => p.Port).Select(g => g.¦", "Key", "Count")

    def test_named_arguments_enums_and_object_initialisers_are_offered(self):
        self.assertTrue(any(m.startswith("deep") for m in self.matches("Scan(peers[0], de¦)")))
        self.assert_offers("var d = DayOfWeek.¦", "Monday", "Sunday")
        self.assert_offers("new Peer(\"\", 1) { ¦ }", "Hits")

    def test_an_unfinished_cell_completes(self):
        for text in (
                "foreach (var p in peers)\n{\n    p.¦", "if (peers[0].¦", "var q = from p in peers select p.¦",
                "await Task.WhenAll(peers.Select(async p => { p.¦"):
            with self.subTest(text):
                self.assert_offers(text, "Ip", "Port")

    def test_nothing_is_offered_in_a_comment_a_number_or_a_new_name(self):
        for text in ("// pee¦", "/* pee¦ */", "1¦", "var newNam¦"):
            with self.subTest(text):
                self.assertEqual([], self.matches(text))

    def test_the_replaced_part_is_the_typed_word(self):
        reply = self.completion("var a = 1; suspectIp.Sub¦")
        self.assertEqual((21, 24), (reply["cursor_start"], reply["cursor_end"]))

    def test_places_are_counted_in_code_points(self):
        reply = self.completion("var s = \"😀\"; suspectIp.Len¦")
        start = "var s = \"😀\"; suspectIp.".__len__()
        self.assertEqual((start, start + 3), (reply["cursor_start"], reply["cursor_end"]))
        self.assertEqual("Length", reply["matches"][0])

    def test_items_carry_kind_and_signature(self):
        items = self.completion("peers[0].Po¦")["metadata"]["_jupyter_types_experimental"]
        port = next(i for i in items if i["text"] == "Port")
        self.assertEqual(("property", "int"), (port["type"], port["signature"]))

    def test_keywords_that_fit_are_offered(self):
        self.assert_offers("forea¦", "foreach")
        self.assert_offers("var x = awa¦", "await")

    def test_paths_and_names_are_offered_in_directives(self):
        self.assertTrue(any("nuget" in m for m in self.matches("#r \"nu¦\"")))

    def test_garbage_is_answered_with_an_empty_list(self):
        for text in ("}}}}¦", "\"unfinished¦", "¦", "🤷¦", "((((((((¦"):
            with self.subTest(text):
                self.assertEqual("ok", self.completion(text)["status"])


class SignatureHelp(EditorCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.kernel.run(
            "/// <summary>Doubles a number.</summary>\n/// <param name=\"n\">What to double.</param>\n"
            "/// <returns>Twice as much.</returns>\nint Twice(int n) => 2 * n;\nclass Box<T>(T first) { }")

    def test_the_overload_and_the_argument_at_the_caret_are_marked(self):
        cases = {
            "\"abc\".IndexOf('b', ¦)": ("int string.IndexOf(char value, int startIndex)", "int startIndex"),
            "\"abc\".IndexOf('b', ¦": ("int string.IndexOf(char value, int startIndex)", "int startIndex"),
            "new DateTime(2024, 4, ¦23)": ("new DateTime(int year, int month, int day)", "int day"),
            "Math.Max(1L, ¦": ("long Math.Max(long val1, long val2)", "long val2"),
            "Twice(¦": ("int Twice(int n)", "int n"),
            "new Box<int>(¦)": ("new Box<int>(int first)", "int first"),
        }
        for text, (signature, part) in cases.items():
            with self.subTest(text):
                lines = self.explained(text).split("\n")
                self.assertEqual(signature, lines[0])
                self.assertEqual(part, signature[lines[1].index("^"):lines[1].rindex("^") + 1])

    def test_parameters_are_documented(self):
        told = self.explained("Twice(¦")
        for part in ("Doubles a number.", "n: What to double.", "Twice as much."):
            self.assertIn(part, told)

    def test_other_overloads_are_listed(self):
        told = self.explained("\"\".IndexOf(¦)")
        self.assertRegex(told, r"\d+ more overloads:")
        self.assertGreater(told.count("string.IndexOf("), 5)

    def test_nested_calls_are_told_of_the_inner_one(self):
        self.assertTrue(self.explained("Console.WriteLine(Twice(¦").startswith("int Twice(int n)"))

    def test_indexers_and_delegates_have_signatures(self):
        self.assertTrue(self.explained("new Dictionary<string, int>()[¦").startswith("int Dictionary<string, int>[string key]"))
        self.assertTrue(self.explained("Func<int, bool> f = x => true; f(¦").startswith("bool Func<int, bool>(int arg)"))


class Hover(EditorCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.kernel.run(
            "/// <summary>A machine that talks.</summary>\n/// <param name=\"Ip\">Its address.</param>\n"
            "record Peer(string Ip);\nvar peer = new Peer(\"10.0.0.1\");\n"
            "/// <summary>Counts <paramref name=\"text\"/>'s <c>letters</c>, see <see cref=\"string.Length\"/>.</summary>\n"
            "/// <exception cref=\"ArgumentNullException\">There is no text.</exception>\n"
            "/// <remarks>Slowly.</remarks>\nint Letters(string text) => text.Length;")

    def test_a_member_of_dotnet_has_its_xml_documentation(self):
        cases = {
            "Console.Wri¦teLine(1)": "Writes",
            "\"\".Sub¦string(1)": "Retrieves a substring",
            "Math.P¦I": "ratio of the circumference",
            "Li¦st<int> l = null;": "list of objects",
            "new[] { 1 }.Wh¦ere(n => true)": "Filters a sequence",
        }
        for text, part in cases.items():
            with self.subTest(text):
                self.assertIn(part, self.explained(text))

    def test_a_member_of_a_cell_has_its_xml_documentation(self):
        self.assertIn("A machine that talks.", self.explained("new Pe¦er(\"x\")"))
        told = self.explained("Lett¦ers")
        for part in ("int Letters(string text)", "Counts text's letters, see", "ArgumentNullException", "There is no text."):
            self.assertIn(part, told)

    def test_documentation_is_shown_without_its_tags(self):
        self.assertNotRegex(self.explained("Lett¦ers"), r"</?(summary|c|see|paramref)\b")

    def test_a_variable_has_its_type(self):
        self.assertIn("Peer peer", self.explained("pe¦er.Ip"))
        self.assertIn("int n", self.explained("var n = 5; Console.WriteLine(¦n)"))

    def test_an_inferred_type_is_told_at_var(self):
        told = self.explained("va¦r d = new Dictionary<string, int>();")
        for part in ("class System.Collections.Generic.Dictionary<TKey, TValue>", "TKey is string\nTValue is int\n"):
            self.assertIn(part, told)

    def test_flow_and_its_helpers_are_documented(self):
        told = self.explained("Flow.Que¦ry(\"print 1\")")
        self.assertIn("FlowQuery", told)
        self.assertIn("typed parameters", told)

    def test_markdown_is_given_beside_plain_text(self):
        reply = self.kernel.ask("inspect_request", {"code": "Console.WriteLine", "cursor_pos": 12, "detail_level": 0})
        self.assertTrue(reply["found"])
        self.assertIn("text/markdown", reply["data"])
        self.assertIn("text/plain", reply["data"])

    def test_nothing_is_found_where_nothing_is(self):
        for text in ("¦", "   ¦   ", "nowhere¦AtAll", "// comm¦ent"):
            with self.subTest(text):
                self.assertEqual("", self.explained(text))


if __name__ == "__main__":
    unittest.main()
