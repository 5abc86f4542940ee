"""`#r` to a file and `#load`: paths from the notebook's folder, files of files, and mistakes in them."""
import os
import shutil
import tempfile
import unittest

from editor import EditorCase
from kernel import Kernel
from mistakes import MistakeCase, mistakes_in, plain
from notebook_files import write_text
from packages import built
from stores import small_store


class _InAFolder(MistakeCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.folder.cleanup)
        cls.kernel = Kernel(folder=cls.folder.name)
        cls.addClassCleanup(cls.kernel.close)

    def write(self, name, text):
        """Writes a file beside the notebook."""
        return write_text(self.folder.name, name, text)


class LoadedScripts(_InAFolder, EditorCase):
    def test_a_script_brings_its_functions_types_and_variables(self):
        self.write("tools.csx", "using System.Globalization;\nrecord Pair(int A, int B);\nint Twice(int n) => 2 * n;\nvar answer = 42;")
        self.assertEqual("84", self.value("#load \"tools.csx\"\nTwice(answer)"))
        self.assertEqual("3", self.value("new Pair(1, 2) is (var a, var b) ? a + b : 0"))

    def test_a_script_may_await_and_print(self):
        self.write("waits.csx", "await Task.Yield();\nConsole.WriteLine(\"loaded\");\nvar waited = await Task.FromResult(3);")
        cell = self.run_cell("#load \"waits.csx\"\nwaited")
        self.assertEqual("loaded\n", "".join(s["text"] for s in cell.of("stream")))
        self.assertEqual("3", cell.of("execute_result")[0]["data"]["text/plain"])

    def test_scripts_load_scripts_from_their_own_folder(self):
        self.write("main.csx", "#load \"lib/one.csx\"\nint Main1() => One() + 1;")
        self.write("lib/one.csx", "#load \"two.csx\"\nint One() => Two() + 10;")
        self.write("lib/two.csx", "int Two() => 2;")
        self.assertEqual("13", self.value("#load \"main.csx\"\nMain1()"))

    def test_an_absolute_path_and_one_with_spaces_are_taken(self):
        path = self.write("my tools/odd name é.csx", "int Odd() => 5;")
        self.assertEqual("5", self.value(f"#load \"{path}\"\nOdd()"))
        self.assertEqual("5", self.value("#load \"my tools/odd name é.csx\"\nOdd()"))

    def test_loading_a_changed_file_again_takes_the_new_text(self):
        self.write("changing.csx", "int Version() => 1;")
        self.assertEqual("1", self.value("#load \"changing.csx\"\nVersion()"))
        self.write("changing.csx", "int Version() => 2;")
        self.assertEqual("1", self.value("Version()"))
        self.assertEqual("2", self.value("#load \"changing.csx\"\nVersion()"))

    def test_scripts_that_load_each_other_end(self):
        self.write("ping.csx", "#load \"pong.csx\"\nint Ping() => 1;")
        self.write("pong.csx", "#load \"ping.csx\"\nint Pong() => 2;")
        self.assertTrue(self.kernel.run("#load \"ping.csx\"\nPing()").reply["status"] in ("ok", "error"))
        self.assertEqual("1", self.value("1"))

    def test_loaded_names_complete_and_explain(self):
        self.write("documented.csx", "/// <summary>Triples it.</summary>\nint Triple(int n) => 3 * n;")
        self.run_cell("#load \"documented.csx\"")
        self.assert_offers("Trip¦", "Triple")
        self.assertIn("Triples it.", self.explained("Trip¦le"))

    def test_kql_in_a_script_is_checked_before_the_cell_runs(self):
        self.write("asks.csx", "int fine = 1;\nFlowQuery Ask() => Flow.Query(\"print 1 | tak 5\");")
        cell = self.kernel.run("#load \"asks.csx\"\nConsole.WriteLine(\"ran\");")
        self.assertEqual([], cell.of("stream"))
        found = mistakes_in(cell.text)[0]
        self.assertEqual(("KS176", 2, "tak"), (found.code, found.line, found.marked))
        self.assertIn("asks.csx", found.file)

    def test_a_table_that_a_script_makes_is_known_to_the_cell_that_loads_it(self):
        self.write("tables.csx", "Flow.Table(\"listed\", new[] { (Ip: \"x\", N: 4) });")
        self.run_cell(f"#!flowlogs connect local {small_store()}")
        self.assertEqual("4", self.value(
            "#load \"tables.csx\"\n(await Flow.Query(\"listed | summarize sum(N)\")).Column<long>(\"sum_N\")[0]"))

    def test_a_missing_file_is_named_with_the_nearest(self):
        self.write("helpers.csx", "")
        found = self.assert_mistake("#load \"⟦helper.csx⟧\"\n1", "FK1012", "Did you mean helpers.csx?")
        self.assertIn(os.path.join(self.folder.name, "helper.csx"), found.sentence)

    def test_a_mistake_in_a_script_is_shown_in_its_file_and_line(self):
        self.write("wrong.csx", "int Fine() => 1;\nint Bad() => nowhere;\n")
        found = self.mistake("#load \"wrong.csx\"\n1")
        self.assertEqual(("CS0103", 2, "nowhere"), (found.code, found.line, found.marked))
        self.assertIn("wrong.csx", found.file)
        self.assertEqual("int Bad() => nowhere;", found.source)

    def test_a_missing_file_of_a_script_is_shown_in_the_script(self):
        self.write("outer.csx", "\n#load \"gone.csx\"")
        found = self.mistake("#load \"outer.csx\"\n1")
        self.assertEqual(("FK1012", 2, "gone.csx"), (found.code, found.line, found.marked))
        self.assertIn("outer.csx", found.file)

    def test_an_exception_in_a_script_names_its_line(self):
        self.write("throws.csx", "int Half(int n)\n{\n    if (n % 2 == 1)\n        throw new ArgumentException(\"odd\");\n    return n / 2;\n}")
        self.run_cell("#load \"throws.csx\"")
        told = plain(self.fails("Half(3)"))
        self.assertIn("odd", told)
        self.assertRegex(told, r"throws\.csx, line 4")

    def test_a_directive_is_taken_at_the_beginning_only(self):
        self.assertFalse(self.kernel.run("var x = 1;\n#load \"helpers2.csx\"").ok)


class AssemblyFiles(_InAFolder, EditorCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        for name in ("Low.dll", "Low.xml"):
            os.makedirs(os.path.join(cls.folder.name, "lib"), exist_ok=True)
            shutil.copy(os.path.join(built(), name), os.path.join(cls.folder.name, "lib", name))

    def test_a_path_from_the_notebooks_folder_is_taken(self):
        self.assertEqual("7", self.value("#r \"lib/Low.dll\"\nDepths.Low.Depth"))
        self.assertEqual("7", self.value("using Depths;\nLow.Depth"))

    def test_an_absolute_path_is_taken_again_and_again(self):
        path = os.path.join(self.folder.name, "lib", "Low.dll")
        for _ in range(2):
            self.assertEqual("7", self.value(f"#r \"{path}\"\nDepths.Low.Depth"))

    def test_the_documentation_beside_it_is_shown_and_it_completes(self):
        self.run_cell("#r \"lib/Low.dll\"")
        self.assert_offers("Depths.Low.¦", "Depth")
        self.assertIn("How deep it is.", self.explained("Depths.Low.Dep¦th"))

    def test_an_assembly_of_dotnet_is_named_without_a_path(self):
        self.assertEqual("x", self.value("#r \"System.Xml.Linq\"\nnew System.Xml.Linq.XElement(\"x\").Name.LocalName"))

    def test_what_is_missing_is_told_with_a_way_out(self):
        cases = {
            "#r \"⟦lib/Lo.dll⟧\"\n1": ("FK1013", "Low.dll"), "#r \"⟦nowhere/Low.dll⟧\"\n1": ("FK1013", "no folder"),
            "#r \"⟦System.Text.Jsn⟧\"\n1": ("FK1013", "Did you mean System.Text.Json?"),
            "#r \"⟦Some.Package⟧\"\n1": ("FK1013", "nuget: Some.Package"),
        }
        for code, (expected, hint) in cases.items():
            with self.subTest(code):
                self.assert_mistake(code, expected, hint)

    def test_a_file_that_is_no_assembly_is_refused(self):
        self.write("lib/text.dll", "text")
        found = self.mistake("#r \"lib/text.dll\"\n1")
        self.assertEqual("FK1014", found.code)
        self.assertIn("not a .NET assembly", found.sentence)

    def test_a_file_that_has_changed_needs_a_restart(self):
        copy = os.path.join(self.folder.name, "lib", "sub")
        os.makedirs(copy, exist_ok=True)
        path = shutil.copy(os.path.join(built(), "Low.dll"), copy)
        with Kernel(folder=self.folder.name) as fresh:
            self.assertIn("7", fresh.run(f"#r \"{path}\"\nDepths.Low.Depth").text)
            with open(path, "ab") as file:
                file.write(b"\0" * 16)
            os.utime(path, (0, 0))
            self.assertIn("FK1015", fresh.run(f"#r \"{path}\"\nDepths.Low.Depth").text)


if __name__ == "__main__":
    unittest.main()
