"""What consoles and editors ask: is this complete, what could stand here, what is this. All answers are honest."""
import re

from kernel import KernelCase
from wire import wire_to

COMPLETE = [
    "1 + 1", "var x = 1;", "", "   ", "\n\n", "// a remark", "/* a remark */", "int F(int a)\n{\n    return a;\n}",
    "class C\n{\n}", "if (true) { }", "do { } while (true);", "using System;", '#r "nuget: A, 1.0"', "#if X\n#endif",
    '"""\nraw\n"""', '@"a\nb"', "#!csharp\n1 + 1", "?summarize", "summarize?", "try { } finally { }",
    "#!flowlogs connect sample", "#!flowlogs\nNTANetAnalytics", "#!flowlogs\nNTANetAnalytics\n| take 1",
    "#!flowlogs --name flows\nNTANetAnalytics | take 1", "#!flowlogs\nlet n = 1;\nprint n",
    "#!flowlogs\nprint ```a\nb```", '#!flowlogs\nprint "( [ {"', "#!flowlogs\nNTANetAnalytics // | where (",
]
INCOMPLETE = [
    "int F(int a)\n{", "foreach (var n in new[] { 1 })", "/* a remark", "1 +", "foo(", "new[] { 1,", "class C", "if (true)",
    "try { }", "do { }", '"""\nraw', '@"open', "x => ", "a.", "a ? b", "#if X", "#region a", "async Task F() {", "x switch {",
    "#!flowlogs\nNTANetAnalytics |", "#!flowlogs\nNTANetAnalytics\n| where", "#!flowlogs\nNTANetAnalytics | where SrcIp ==",
    "#!flowlogs\nprint f(", "#!flowlogs\nprint ```open", "#!flowlogs\nNTANetAnalytics | summarize count() by",
    "#!flowlogs\nrange x from 1 to", "#!flowlogs\ndatatable(a:int)[1, 2", "#!flowlogs\nlet x = 1;",
    "#!flowlogs\nNTANetAnalytics | join (NTAIpDetails", "#!flowlogs\nNTANetAnalytics | take 1\n#!csharp\nif (",
]
INVALID = [
    "var = ;", "1 +* 2)", "}", ")", "else", '"open', 'var s = "open;', "int 5x;", "%%time",
    "#!flowlogs nonsense sample", "#!flowlogs connect", "#!flowlogs --nmae x", "#!nothing",
    "#!flowlogs\nprint )", '#!flowlogs\nprint "open', "#!flowlogs\nNTANetAnalytics | sumarize count()",
    "#!flowlogs\nNTANetAnalytics | take 1)\n| count",
]

# Text up to the cursor (|), and what must be offered first there.
COMPLETIONS = {
    "Console.WriteLi|": "WriteLine",
    "Console.WriteLi|; int after;": "WriteLine",
    "words.Wh|": "Where",
    "wor|": "words",
    "Enumerable.Range(0, 3).Sel|": "Select",
    "new Random().Nex|": "Next",
    "using Sys|": "System",
    "Flow.Recipes.VmTraffi|": "VmTraffic",
    'await Flow.Query("NTANetAnalytics | where DestI|")': "DestIp",
    '$"{words.Coun|}"': "Count",
    "#!|": "#!flowlogs",
    "#!flowlogs conn|": "connect",
    "#!flowlogs connect sam|": "sample",
    "#!flowlogs --na|": "--name",
    "#!flowlogs recipe vm-traffi|": "vm-traffic",
    "#!flowlogs recipe vm-traffic --i|": "--ip",
    "#!flowlogs --param wor|": "words",
    "#!flowlogs help summ|": "summarize",
    "?summ|": "summarize",
    "#!flowlogs\nNTANetAn|": "NTANetAnalytics",
    "#!flowlogs\nNTANetAnalytics | summ|": "summarize",
    "#!flowlogs\nNTANetAnalytics | where DestI|": "DestIp",
    "#!flowlogs\nNTANetAnalytics | extend x = strca|": "strcat(",
    "#!flowlogs\nNTANetAnalytics | take 1 | render colum|": "columnchart",
}

INSPECTIONS = {
    "Math.M|ax": "Math.Max(", "Console.WriteLine|(1)": "WriteLine(int value)", "word|s": "List<string> words",
    "Twi|ce(3)": "Twice(int x)", "words.Ad|d": "Adds an object",
    "#!flowlogs\nNTANetAnalytics | where DestP|ort == 1": "Port at the destination",
    "#!flowlogs\nNTANet|Analytics": "NTANetAnalytics",
    "#!flowlogs\nNTANetAnalytics | summa|rize count()": "Aggregates the rows",
    "#!flowlogs con|nect sample": "The built-in sample estate.",
    "#!flowlogs --na|me x": "Keep the result",
    'await Flow.Query("NTANetAnalytics | summa|rize count()")': "Aggregates the rows",
}


class EditorTests(KernelCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.kernel.run("#!flowlogs connect sample")
        cls.kernel.run("int Twice(int x) => 2 * x;\nvar words = new List<string>();")

    def completeness(self, code):
        return self.kernel.ask("is_complete_request", {"code": code})

    def at(self, message, marked, **more):
        """Asks about the place of the bar; positions are code points, which Python's are too."""
        # The bars of KQL have spaces around them.
        place = re.search(r"(?<! )\|", marked).start()
        return self.ask_at(message, marked[:place] + marked[place + 1:], place, **more)

    def ask_at(self, message, code, place, **more):
        content = self.kernel.ask(message, {"code": code, "cursor_pos": place, **more})
        self.assertEqual(content["status"], "ok", content)
        return content

    def test_what_can_run_is_complete(self):
        for code in COMPLETE:
            with self.subTest(code):
                self.assertEqual(self.completeness(code), {"status": "complete"})

    def test_what_wants_more_is_incomplete_and_says_how_to_indent(self):
        for code in INCOMPLETE:
            with self.subTest(code):
                answer = self.completeness(code)
                self.assertEqual(answer["status"], "incomplete")
                self.assertEqual(answer["indent"].strip(), "")

    def test_what_more_text_cannot_mend_is_invalid(self):
        for code in INVALID:
            with self.subTest(code):
                self.assertEqual(self.completeness(code), {"status": "invalid"})

    def test_an_open_bracket_indents_the_next_line_one_step_further(self):
        for code, indent in (("if (true)\n{", "    "), ("    foo(", "        "), ("1 +", ""), ("  a +", "  ")):
            with self.subTest(code):
                self.assertEqual(self.completeness(code)["indent"], indent)

    def test_what_is_called_complete_never_fails_for_its_syntax(self):
        syntax = {"CS1002", "CS1513", "CS1026", "CS1733", "CS1525", "CS1003", "KS006", "KS001", "KS002"}
        for code in (c for c in COMPLETE if "nuget" not in c and "while (true)" not in c):
            with self.subTest(code):
                self.assertNotIn(self.kernel.run(code, store_history=False).reply.get("ename"), syntax)

    def test_a_question_about_completeness_runs_nothing(self):
        self.completeness('words.Add("asked");')
        self.assertEqual(self.value("words.Count"), "0")

    def test_what_fits_best_is_offered_first(self):
        for marked, expected in COMPLETIONS.items():
            with self.subTest(marked):
                answer = self.at("complete_request", marked)
                self.assertEqual(answer["matches"][0], expected)

    def test_offers_replace_the_word_at_the_cursor_and_nothing_else(self):
        for code, place, start, end in (("Console.WriteLi", 15, 8, 15), ("Console.WriteLi; x", 15, 8, 15),
                                        ("Console.WriteLine", 9, 8, 17), ("#!flowlogs conn", 15, 11, 15),
                                        ("#!flowlogs\nNTANetAnalytics | summ", 33, 29, 33)):
            with self.subTest(code):
                answer = self.ask_at("complete_request", code, place)
                self.assertEqual((answer["cursor_start"], answer["cursor_end"]), (start, end))

    def test_offers_say_what_they_are(self):
        answer = self.at("complete_request", "Console.WriteLi|")
        first = answer["metadata"]["_jupyter_types_experimental"][0]
        self.assertEqual((first["text"], first["start"], first["end"]), ("WriteLine", 8, 15))
        self.assertEqual(first["type"], "method")
        self.assertEqual(len(answer["metadata"]["_jupyter_types_experimental"]), len(answer["matches"]))

    def test_where_nothing_fits_nothing_is_offered(self):
        for code in ("xyzzy.", "// Conso", '"Conso'):
            with self.subTest(code):
                answer = self.ask_at("complete_request", code, len(code))
                self.assertEqual((answer["matches"], answer["cursor_end"]), ([], len(code)))

    def test_a_missing_cursor_is_the_end_and_one_outside_the_nearest_place(self):
        end = self.kernel.ask("complete_request", {"code": "Console.WriteLi"})
        self.assertEqual(end["matches"], ["WriteLine"])
        for place, start in ((999, 8), (-4, 0), (2**31 - 1, 8)):
            with self.subTest(place):
                self.assertEqual(self.ask_at("complete_request", "Console.WriteLi", place)["cursor_start"], start)

    def test_names_and_words_are_explained(self):
        for marked, said in INSPECTIONS.items():
            for detail in (0, 1):
                with self.subTest(marked, detail=detail):
                    answer = self.at("inspect_request", marked, detail_level=detail)
                    self.assertTrue(answer["found"])
                    self.assertIn(said, answer["data"]["text/plain"])

    def test_what_is_unknown_is_not_found(self):
        for code, place in (("zzz", 1), ("", 0), ("// Math.Max", 8)):
            with self.subTest(code):
                answer = self.ask_at("inspect_request", code, place, detail_level=0)
                self.assertEqual((answer["found"], answer["data"], answer["metadata"]), (False, {}, {}))


class CodePointTests(KernelCase):
    """Python counts code points, as the protocol does; .NET, JavaScript and KQL's language service do not."""

    ASTRAL = "\U0001F600\U0001F1E6\U00020000"

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.kernel.run("#!flowlogs connect sample")

    def test_completions_behind_astral_characters_have_the_right_place(self):
        a = self.ASTRAL
        for before, word, match in (
                (f'var s = "{a}"; s.', "Leng", "Length"),
                (f"// {a}\nConsole.", "WriteLi", "WriteLine"),
                (f'#!flowlogs\nprint "{a}" | ', "exten", "extend"),
                (f"#!flowlogs\nNTANetAnalytics // {a}\n| where ", "DestI", "DestIp"),
                (f'await Flow.Query("NTANetAnalytics | where SrcIp == \'{a}\' and ', "DestI", "DestIp"),
                (f'#!flowlogs\nprint ["{a}"] = 1 | summarize ', "dcounti", "dcountif("),
                ("e\u0301 + words.", "", None)):
            code = before + word
            for tail in ("", f" // {a}", "\n" + a):
                with self.subTest(code + tail):
                    answer = self.kernel.ask("complete_request", {"code": code + tail, "cursor_pos": len(code)})
                    self.assertEqual((answer["cursor_start"], answer["cursor_end"]), (len(before), len(code)))
                    if match:
                        self.assertEqual(answer["matches"][0], match)

    def test_explanations_behind_astral_characters_are_of_the_right_word(self):
        a = self.ASTRAL
        for code, word, said in ((f'"{a}"; Math.Max(1, 2)', "Max", "Math.Max("),
                                 (f'#!flowlogs\nprint "{a}" | extend x = strcat("a")', "strcat", "strcat(arg, ...)")):
            start = code.index(word)
            for place in (start, start + len(word)):
                with self.subTest(code, place=place):
                    answer = self.kernel.ask("inspect_request", {"code": code, "cursor_pos": place, "detail_level": 0})
                    self.assertIn(said, answer["data"]["text/plain"])

    def test_a_cursor_between_the_characters_of_a_text_is_in_the_text(self):
        code = f'"{self.ASTRAL}"'
        for place in range(len(code) + 1):
            answer = self.kernel.ask("complete_request", {"code": code, "cursor_pos": place})
            self.assertEqual(answer["status"], "ok")
            self.assertLessEqual(answer["cursor_start"], place)

    def test_half_characters_are_refused_and_disturb_nothing(self):
        with wire_to(self.kernel) as wire:
            for message in ("complete_request", "inspect_request", "is_complete_request", "execute_request"):
                with self.subTest(message):
                    reply = wire.ask(message, {"code": "\ud83d", "cursor_pos": 1})
                    self.assertEqual(reply.content["status"], "error")
        self.assertEqual(self.value("1 + 1"), "2")


class BusyTests(KernelCase):
    def test_questions_are_answered_while_a_cell_runs(self):
        self.run_cell("1")
        questions = (("complete_request", {"code": "Console.WriteLi"}), ("inspect_request", {"code": "Math.Max"}),
                     ("is_complete_request", {"code": "1"}), ("kernel_info_request", {}), ("comm_info_request", {}))
        cell = self.kernel.client.execute('Console.Write("begun"); while (true);')
        while self.kernel.client.get_iopub_msg(timeout=60)["msg_type"] != "stream":
            pass
        for message, content in questions:
            with self.subTest(message):
                self.assertIn(self.kernel.ask(message, content)["status"], ("ok", "complete"))
        self.kernel.ask("interrupt_request", {}, control=True)
        self.assertEqual(self.kernel.reply(cell)["content"]["ename"], "Interrupted")
