"""Mistakes show the user's own line with a caret, a code, a sentence and a way out; our bugs say so."""
import json
import os
import re
import subprocess
import tempfile
import unicodedata
import unittest

import nbformat

from kernel import KernelCase, tool

# A cell, the code of its error, what is underlined, and what is suggested.
KQL_MISTAKES = [
    ('#!flowlogs\nNTANetAnalytics\n| where DestIpp == "10.1.1.8"', "KS142", "DestIpp", "'DestIp'"),
    ("#!flowlogs\nNTANetAnalytic | take 1", "KS204", "NTANetAnalytic", "'NTANetAnalytics'"),
    ("#!flowlogs\nNTANetAnalytics | sumarize count() by DestIp", "KS176", "sumarize", "'summarize'"),
    ('#!flowlogs\nNTANetAnalytics | extend x = strcatt("a", DestIp)', "KS211", "strcatt", "'strcat'"),
    ("#!flowlogs\nNTANetAnalytics | render columchart", "KS005", "columchart", "'columnchart'"),
    ("#!flowlogs\nprint strcat_array(1)", "KS119", "strcat_array", "strcat_array(array, delimiter)"),
    ("#!flowlogs\nNTANetAnalytics | where", "KS006", None, None),
    ("#!flowlogs\nprint x = 1 +", "KS006", None, None),
    ("#!flowlogs --last 1d\n\n\nNTANetAnalytics\n| extend y = SrcIp\n| where Nowhere == 1", "KS142", "Nowhere", None),
    ('#!flowlogs\nprint "\U0001F600\U0001F600" | where Nowhere == 1', "KS142", "Nowhere", None),
    ("#!flowlogs\nSELECT * FROM NTANetAnalytics", "KS142", "SELECT", "KQL begins with the table"),
]
DIRECTIVE_MISTAKES = [
    ("#!flowlogs --nmae flows\nNTANetAnalytics", "FK0410", "--nmae", "'--name'"),
    ("#!flowlogs recipe vm-trafic --ip 10.1.1.8", "FK0410", "vm-trafic", "'vm-traffic'"),
    ("#!flowlogs conect sample", "FK0410", "conect", "'connect'"),
    ("#!flowlogs connect smaple", "FK0410", "smaple", "'sample'"),
    ("#!flowlogs nonsense", "FK0410", "nonsense", "#!flowlogs help"),
    ("#!flowlogs --on nowhere\nNTANetAnalytics", "FK0502", "nowhere", "Connections: sample"),
    ("#!flowlogs export", "FK0411", "export", "#!flowlogs export FILE.html"),
    ("#!flowlogs schema NTANetAnalytic", "FK0505", None, "'NTANetAnalytics'"),
    ("#!magic", "FK0401", "#!magic", "#!flowlogs"),
    ("%%time\n1", "FK1019", "%%time", "#!flowlogs help"),
    ("SELECT * FROM NTANetAnalytics", "FK1019", "SELECT", "#!flowlogs on the first line"),
    ("1 + 1\n#!flowlogs --limt 5\nNTANetAnalytics", "FK0410", "--limt", "'--limit'"),
    ("?summarise", "FK1301", "?summarise", "'summarize'"),
]
CSHARP_MISTAKES = [
    ("var numbers = new[] { 1, 2 };\nnumbers.Lenght", "CS1061", "Lenght", "Length"),
    ('Consol.WriteLine("x");', "CS0103", "Consol", "Console"),
    ("enum Color { Red }\nColor.Rde", "CS0117", "Rde", "Red"),
    ("new Lisst<int>()", "CS0246", "Lisst<int>", "List"),
    ('int x = "text";', "CS0029", '"text"', None),
    ("var a = 1\nvar b = 2;", "CS1002", None, None),
    ("1 + 1;", "CS0201", "1 + 1", "leave out the semicolon"),
    ("\tvar tab = 1; tab.Foo();", "CS1061", "Foo", None),
    ('var s = "\U0001F600\U0001F600"; s.Lenght', "CS1061", "Lenght", "Length"),
    ("var \u4f60\u597d = 1; \u4f60\u597d.Foo", "CS1061", "Foo", None),
    ('print("hello")', "CS0103", "print", "Console.WriteLine"),
    ('Flow.Recipes.VmTrafic(ip: "1")', "CS1061", "VmTrafic", "VmTraffic"),
    ('await Flow.Query("NTANetAnalytics | where SrcIpp == 1")', "KS142", "SrcIpp", "'SrcIp'"),
    ('await Flow.Query($"""\n    NTANetAnalytics\n    | where SrcIpp == {1}\n    """)', "KS142", "SrcIpp", "'SrcIp'"),
    ('#r "missing.dll"', "FK1013", "missing.dll", None),
    ('#load "missing.csx"', "FK1012", "missing.csx", None),
    ("#!flowlogs\nprint 1\n#!csharp\nnothing_here", "CS0103", "nothing_here", None),
]
# A cell that throws, its exception's name, the line that is shown, and what begins at the caret.
EXCEPTIONS = [
    ('throw new InvalidOperationException("wrong");', "InvalidOperationException", 1, "throw"),
    ("string s = null;\ns.Length", "NullReferenceException", 2, "s.Length"),
    ("var z = 0;\n\nvar q = 1 / z;", "DivideByZeroException", 3, "1 / z"),
    ('new Dictionary<string, int>()["missing"]', "KeyNotFoundException", 1, "new Dictionary"),
    ("var few = new int[1];\nfew[5]", "IndexOutOfRangeException", 2, "few[5]"),
    ('var ok = 1;\nvar n = int.Parse("abc");', "FormatException", 2, "int.Parse"),
    ('object o = "x";\n(int)o', "InvalidCastException", 2, "(int)o"),
    ("await Task.Delay(1);\nthrow new TimeoutException();", "TimeoutException", 2, "throw"),
    ('await Task.Run(() =>\n{\n    throw new ArgumentException("x");\n});', "ArgumentException", 3, "throw"),
    ("Parallel.For(0, 1, i =>\n    throw new NotSupportedException());", "NotSupportedException", 2, "throw"),
    ("Enumerable.Range(0, 3)\n    .Select(i => 1 / (i - 1))\n    .ToList()", "DivideByZeroException", 2, "1 / (i"),
    ('foreach (var x in new[] { 1 })\n{\n    if (x == 1)\n        throw new Exception("here");\n}', "Exception", 4, "throw"),
    ('class Bad { public Bad() =>\n    throw new Exception("in it"); }\nnew Bad()', "Exception", 2, "throw"),
    ('File.ReadAllText("/no/such/file")', "DirectoryNotFoundException", 1, "File"),
]


def plain(text):
    """A text without its terminal colours."""
    return re.sub(r"\x1b\[[0-9;]*m", "", text)


def marked(text):
    """What the caret's line underlines, of the line above it."""
    lines = text.split("\n")
    for above, below in zip(lines, lines[1:]):
        caret = re.match(r"^ *\| ( *)(\^+)", below)
        if caret and (source := re.match(r"^( *\d+ \| )(.*)$", above)):
            return underlined(source[2], len(caret[1]), len(caret[2]))
    return None


def underlined(line, start, width):
    """The characters in some columns, as a terminal shows them."""
    column, found = 0, ""
    for c in line:
        if start <= column < start + width:
            found += c
        column += 2 if unicodedata.east_asian_width(c) in "WF" else 1
    return found


class MistakeCase(KernelCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.kernel.run("#!flowlogs connect sample")

    def failed(self, code):
        cell = self.kernel.run(code)
        self.assertFalse(cell.ok, cell.text)
        return cell, plain("\n".join(cell.reply["traceback"]))

    def assert_mistakes(self, mistakes):
        for code, name, underline, suggestion in mistakes:
            with self.subTest(code):
                cell, told = self.failed(code)
                self.assertEqual(cell.reply["ename"], name)
                self.assertTrue(told.startswith(f"error {name}: {cell.reply['evalue']}"), told)
                self.assert_place(code, told)
                if underline:
                    self.assertEqual(marked(told), underline.removeprefix("?") if name == "FK1301" else underline, told)
                if suggestion:
                    self.assertIn(suggestion, told.split("^")[-1], told)
                self.assertNotIn("   at ", told)
                self.assertNotIn("Exception", told)

    def assert_place(self, code, told):
        """The line that is shown is the cell's, and the number is its number."""
        line, column = (int(n) for n in re.search(r"at line (\d+), column (\d+)", told).groups())
        number, shown = re.search(r"^ *(\d+) \| (.*)$", told, re.MULTILINE).groups()
        self.assertEqual(int(number), line)
        source = code.split("\n")[line - 1]
        self.assertEqual(shown.strip(), source.strip())
        self.assertLessEqual(column, len(source.encode("utf-16-le")) // 2 + 1)


class MistakeTests(MistakeCase):
    def test_kql_mistakes_show_the_line_a_caret_a_code_and_a_way_out(self):
        self.assert_mistakes(KQL_MISTAKES)

    def test_mistakes_in_directives_do(self):
        self.assert_mistakes(DIRECTIVE_MISTAKES)

    def test_c_sharp_mistakes_do(self):
        self.assert_mistakes(CSHARP_MISTAKES)

    def test_nothing_of_a_cell_with_a_mistake_runs(self):
        self.run_cell("var touched = false;")
        self.failed("touched = true;\nnothing_here")
        self.assertEqual(self.value("touched"), "false")

    def test_mistakes_are_found_before_a_query_inside_c_sharp_runs(self):
        self.run_cell("var reached = false;")
        self.failed('reached = true;\nawait Flow.Query("NTANetAnalytics | where SrcIpp == 1")')
        self.assertEqual(self.value("reached"), "false")

    def test_several_mistakes_are_shown_each_and_many_are_cut_with_their_number(self):
        _, told = self.failed("var x = bbb + ccc;")
        self.assertEqual(told.count("error CS0103"), 2)
        _, told = self.failed("var x = " + " + ".join(f"missing{i}" for i in range(40)) + ";")
        self.assertEqual(told.count("error CS0103"), 5)
        self.assertIn("and 35 more", told)

    def test_text_that_looks_like_terminal_codes_or_html_stays_text(self):
        _, told = self.failed('var x = 1; x.Foo("<img onerror=alert(1)>");')
        self.assertIn("<img onerror=alert(1)>", told)
        cell = self.kernel.run('throw new Exception("a\\u001b[2Jb");')
        self.assertNotIn("\x1b[2J", "\n".join(cell.reply["traceback"]))

    def test_a_very_long_line_is_cut_around_the_mistake(self):
        _, told = self.failed('var x = "' + "y" * 20_000 + '"; nothing_here; var z = "' + "y" * 20_000 + '";')
        self.assertEqual(marked(told), "nothing_here")
        self.assertLess(len(told), 2_000)


class ExceptionTests(MistakeCase):
    def test_an_exception_shows_type_message_and_the_users_line_with_a_caret(self):
        for code, name, line, at in EXCEPTIONS:
            with self.subTest(code):
                cell, told = self.failed(code)
                self.assertEqual(cell.reply["ename"], name)
                self.assertTrue(told.startswith(f"{name}: {cell.reply['evalue']}"), told)
                source = code.split("\n")[line - 1]
                shown, caret = re.search(rf"(?m)^ *{line} \| (.*)\n *\| ( *)\^", told).groups()
                self.assertEqual(shown, source)
                self.assertTrue(source[len(caret):].startswith(at), told)

    def test_no_stack_trace_is_shown_unasked(self):
        for code, _, _, _ in EXCEPTIONS:
            with self.subTest(code):
                _, told = self.failed(code)
                for word in ("at System.", "FlowKernel.", "MoveNext", "d__", "Submission", ".cs:line", "<<"):
                    self.assertNotIn(word, told)

    def test_the_trace_is_there_on_request(self):
        self.failed('throw new InvalidOperationException("traced");')
        trace = self.run_cell("#!flowlogs trace").text
        self.assertIn("System.InvalidOperationException: traced", trace)
        self.assertRegex(trace, r"\n +at ")
        self.assertRegex(trace, r"FlowKernel \d")

    def test_a_function_of_an_earlier_cell_shows_its_line_and_who_called(self):
        number = self.run_cell("int Divide(int a, int b)\n{\n    return a / b;\n}").reply["execution_count"]
        _, told = self.failed("var before = 3;\nDivide(1, 0)")
        self.assertIn(f"at cell {number}, line 3", told)
        self.assertIn("3 |     return a / b;", told)
        self.assertIn(f"at cell {number + 1}, line 2", told)

    def test_deep_calls_are_short(self):
        _, told = self.failed('int Deep(int n) => n == 0 ? throw new Exception("deep") : Deep(n - 1);\nDeep(50)')
        self.assertIn("(51 times)", told)
        self.assertLess(told.count("\n"), 10)

    def test_a_cause_is_told_with_its_own_line(self):
        _, told = self.failed('try\n{\n    throw new Exception("inner");\n}\ncatch (Exception e)\n{\n'
                              '    throw new InvalidOperationException("outer", e);\n}')
        self.assertLess(told.index("InvalidOperationException: outer"), told.index("caused by Exception: inner"))
        self.assertIn("7 |     throw new InvalidOperationException", told)
        self.assertIn('3 |     throw new Exception("inner");', told)

    def test_wrappings_of_tasks_and_reflection_are_taken_off(self):
        for code in ('Task.Run(() => throw new FormatException("x")).Wait();',
                     'typeof(int).GetMethod("Parse", new[] { typeof(string) }).Invoke(null, new object[] { "x" })',
                     'class S { public static int X = int.Parse("x"); }\nS.X'):
            with self.subTest(code):
                self.assertEqual(self.failed(code)[0].reply["ename"], "FormatException")

    def test_a_query_that_is_made_while_running_shows_its_text_and_the_call(self):
        self.run_cell('string Made(string column) => "NTANetAnalytics | where " + column + " == 1";')
        _, told = self.failed('var r =\n    await Flow.Query(Made("SrcIpp"));')
        self.assertIn("KS142", told)
        self.assertIn("Did you mean 'SrcIp'?", told)
        self.assertIn("NTANetAnalytics | where SrcIpp == 1", told)
        self.assertIn("line 2", told)

    def test_what_the_engine_does_not_run_is_refused_by_name_and_place(self):
        _, told = self.failed('#!flowlogs\nprint 1\n| evaluate cosmosdb_sql_request("a", "b")')
        self.assertRegex(told, r"^error FK01\d\d: ")
        self.assertIn("cosmosdb_sql_request", told.split("\n")[0])
        self.assertIn("at line 3", told)


class BugTests(MistakeCase):
    """A fault of ours, made by taking the kernel's own parts away from under it."""

    PROVOKE = ("var field = typeof(Flow).GetFields(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic)"
               ".First(f => !f.FieldType.IsValueType);\nvar kept = field.GetValue(Flow);\nfield.SetValue(Flow, null);")

    def test_a_fault_of_ours_says_so_and_how_to_report_it_and_the_kernel_works_on(self):
        self.run_cell(self.PROVOKE)
        try:
            cell, told = self.failed('await Flow.Query("print 1")')
        finally:
            self.run_cell("field.SetValue(Flow, kept);")
        self.assertEqual(cell.reply["ename"], "FK0440")
        self.assertIn("FlowKernel itself failed", told)
        self.assertIn("not of your code", told)
        self.assertRegex(told, r"report it with this line: FK0440 [0-9a-f]{8}, FlowKernel ")
        self.assertIn("#!flowlogs trace", told)
        self.assertNotRegex(told, r"\n +at ")
        self.assertIn("NullReferenceException", self.run_cell("#!flowlogs trace").text)
        self.assertTrue(self.kernel.run('await Flow.Query("print 1")').ok)


class TerminalTests(unittest.TestCase):
    """The same mistakes, made on the command line."""

    def run_tool(self, *arguments):
        ended = subprocess.run([*tool(), *arguments], capture_output=True, text=True)
        return ended.returncode, ended.stdout, plain(ended.stderr)

    def test_a_query_shows_its_line_with_a_caret_on_the_error_stream(self):
        code, out, told = self.run_tool("query", "--sample", "NTANetAnalytics\n| where DestIpp == 1")
        self.assertEqual((code, out), (1, ""))
        self.assertTrue(told.startswith("error KS142: "), told)
        self.assertEqual(marked(told), "DestIpp")
        self.assertIn("Did you mean 'DestIp'?", told)

    def test_programs_get_the_same_as_json(self):
        code, out, _ = self.run_tool("query", "--sample", "NTANetAnalytics\n| where DestIpp == 1", "--format", "json")
        error = json.loads(out)["error"]
        self.assertEqual((code, error["code"], error["line"], error["column"]), (1, "KS142", 2, 9))
        self.assertTrue(error["message"])

    def test_a_notebook_names_cell_and_line(self):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "bad.ipynb")
            cells = [nbformat.v4.new_code_cell(c) for c in ("1 + 1", "var a = 1;\nConsol.WriteLine(a);")]
            nbformat.write(nbformat.v4.new_notebook(cells=cells), path)
            code, _, told = self.run_tool("run", path)
        self.assertEqual(code, 1)
        self.assertIn("cell 2, line 2 failed", told)
        self.assertEqual(marked(told), "Consol")
        self.assertIn("Did you mean Console?", told)
