"""`#r "nuget: Name, Version"`: a real restore, the offline cache, progress, and failures that say what to do."""
import os
import tempfile
import unittest

from editor import EditorCase
from kernel import Kernel
from mistakes import MistakeCase, mistakes_in, plain
from notebook_files import write_text
from packages import feed, nuget_config

NOWHERE = "http://127.0.0.1:9/v3/index.json"


class _WithFeed(MistakeCase):
    """One kernel whose folder's nuget.config names a feed of our own, with a packages folder of its own."""

    sources = None

    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.folder.cleanup)
        cls.cache = os.path.join(cls.folder.name, "cache")
        write_text(cls.folder.name, "nuget.config", nuget_config(*(cls.sources or [feed()])))
        cls.kernel = cls.start()
        cls.addClassCleanup(cls.kernel.close)

    @classmethod
    def start(cls, **environment):
        """Another kernel in the same folder."""
        return Kernel({"NUGET_PACKAGES": cls.cache, **environment}, cls.folder.name)


class Restores(_WithFeed, EditorCase):
    def test_a_package_with_what_it_needs_is_used_in_this_and_later_cells(self):
        self.assertEqual("42", self.value("#r \"nuget: Acceptance.Top, 1.0.0\"\nusing Heights;\nTop.Twice(21)"))
        self.assertEqual("7", self.value("Depths.Low.Depth"))
        self.assertTrue(os.path.isdir(os.path.join(self.cache, "acceptance.top", "1.0.0")))
        self.assertTrue(os.path.isdir(os.path.join(self.cache, "acceptance.low", "1.0.0")))

    def test_its_types_complete_and_its_documentation_is_shown(self):
        self.run_cell("#r \"nuget: Acceptance.Top, 1.0.0\"")
        self.assertEqual("Twice", self.matches("Heights.Top.Tw¦")[0])
        told = self.explained("Heights.Top.Tw¦ice(1)")
        self.assertIn("Twice a number, and the depth of what is below.", told)
        self.assertIn("The number to double.", told)
        self.assertIn("n: The number to double.", self.explained("Heights.Top.Twice(¦"))

    def test_asking_again_is_silent_and_fine(self):
        self.run_cell("#r \"nuget: Acceptance.Top, 1.0.0\"")
        for again in ("Acceptance.Top, 1.0.0", "acceptance.top, 1.0.0", "Acceptance.Top", "Acceptance.Top, 1.*", "Acceptance.Low"):
            with self.subTest(again):
                self.run_cell(f"#r \"nuget: {again}\"")

    def test_another_version_than_the_loaded_one_needs_a_restart(self):
        self.run_cell("#r \"nuget: Acceptance.Top, 1.0.0\"")
        self.assert_mistake("#r \"nuget: Acceptance.Top, ⟦1.1.0⟧\"", "FK1005", "Restart the kernel")

    def test_a_package_stays_though_its_cell_does_not_compile(self):
        self.assertIn("CS0117", self.fails("#r \"nuget: Acceptance.Low, 1.0.0\"\nDepths.Low.Depht"))
        self.assertEqual("7", self.value("Depths.Low.Depth"))

    def test_a_restore_ends_in_one_line_that_says_what_came(self):
        with self.start() as fresh:
            cell = fresh.run("#r \"nuget: Acceptance.Top, 1.0.0\"")
            self.assertTrue(cell.ok, cell.text)
            shown = [m["content"]["data"]["text/plain"] for m in cell.messages
                     if m["msg_type"] in ("display_data", "update_display_data")]
            self.assertTrue(shown[-1].startswith("Restored Acceptance.Top 1.0.0"), shown)
            self.assertNotIn("\n", shown[-1].strip())
            ids = {m["content"]["transient"]["display_id"] for m in cell.messages
                   if m["msg_type"] in ("display_data", "update_display_data")}
            self.assertEqual(1, len(ids))


class Versions(_WithFeed):
    def restored(self, wish):
        """What a fresh kernel's restore says."""
        with self.start() as fresh:
            return plain(fresh.run(f"#r \"nuget: {wish}\"").text)

    def test_without_a_version_the_newest_stable_one_comes(self):
        self.assertIn("Acceptance.Top 1.1.0", self.restored("Acceptance.Top"))

    def test_versions_may_float_be_ranges_or_previews(self):
        cases = {"Acceptance.Top, [1.0.0, 1.1.0)": "1.0.0", "Acceptance.Top, 2.0.0-beta": "2.0.0-beta"}
        for wish, version in cases.items():
            with self.subTest(wish):
                self.assertIn(f"Acceptance.Top {version}", self.restored(wish))
        self.assertIn("Acceptance.Top 1.1.0", plain(self.run_cell("#r \"nuget: Acceptance.Top, 1.*\"").text))

    def test_a_version_that_is_not_there_is_told_with_those_that_are(self):
        found = self.assert_mistake("#r \"nuget: Acceptance.Low, ⟦3.0.0⟧\"", "FK1003")
        self.assertEqual("Acceptance.Low has no version 3.0.0.", found.sentence)
        self.assertIn("1.0.0", found.hint)


class Failures(_WithFeed):
    def test_a_mistake_is_at_its_part_of_the_directive(self):
        cases = {
            "// first\n#r \"nuget: ⟦Acceptance.Topp⟧, 1.0.0\"\n1": "FK1002", "#r \"nuget: ⟦a b⟧, 1.0\"": "FK1001",
            "#r \"nuget: Acceptance.Low, ⟦one⟧\"": "FK1001", "#r \"nuget: ⟦No.Such.Package⟧\"": "FK1002",
        }
        for code, expected in cases.items():
            with self.subTest(code):
                self.assert_mistake(code, expected)

    def test_a_missing_name_is_told(self):
        self.assertEqual("FK1001", self.mistake("#r \"nuget:\"").code)

    def test_a_misspelt_package_that_was_used_before_gets_the_right_name(self):
        self.run_cell("#r \"nuget: Acceptance.Top, 1.0.0\"")
        self.assert_mistake("#r \"nuget: ⟦Acceptance.Tip⟧\"", "FK1002", "Did you mean Acceptance.Top?")

    def test_the_rest_of_the_cell_does_not_run(self):
        cell = self.kernel.run("#r \"nuget: No.Such.Package\"\nConsole.WriteLine(\"ran\");")
        self.assertEqual([], cell.of("stream"))

    def test_the_kernel_goes_on(self):
        self.fails("#r \"nuget: No.Such.Package\"")
        self.assertEqual("2", self.value("1 + 1"))


class Offline(_WithFeed):
    """The only source cannot be reached; the packages folder holds what an earlier kernel has restored."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.kernel.run("#r \"nuget: Acceptance.Top, 1.0.0\"")
        write_text(cls.folder.name, "nuget.config", nuget_config(NOWHERE))
        cls.kernel = cls.start()
        cls.addClassCleanup(cls.kernel.close)

    def test_an_exact_version_of_the_packages_folder_needs_no_network(self):
        cell = self.run_cell("#r \"nuget: Acceptance.Top, 1.0.0\"\nHeights.Top.Twice(4)")
        self.assertEqual([], mistakes_in(cell.text))
        self.assertEqual("8", cell.of("execute_result")[0]["data"]["text/plain"])

    def test_a_floating_version_takes_what_is_there_and_says_so(self):
        with self.start() as fresh:
            told = mistakes_in(fresh.run("#r \"nuget: Acceptance.Top, 1.*\"").text)
            self.assertEqual([("warning", "FK1004")], [(m.severity, m.code) for m in told])
            self.assertIn("127.0.0.1:9", told[0].sentence)

    def test_what_is_not_there_fails_naming_the_source_and_a_way_out(self):
        found = self.assert_mistake("#r \"nuget: ⟦Acceptance.Other⟧, 1.0.0\"", "FK1004")
        self.assertIn("could not be reached", found.sentence)
        self.assertIn("127.0.0.1:9", found.sentence)
        self.assertIn("nuget.config", found.hint)

    def test_a_folder_named_in_the_cell_is_a_source(self):
        with self.start(NUGET_PACKAGES=os.path.join(self.folder.name, "empty")) as fresh:
            write_text(self.folder.name, "nuget.config", nuget_config())
            cell = fresh.run(f"#i \"nuget: {feed()}\"\n#r \"nuget: Acceptance.Top, 1.1.0\"\nHeights.Top.Twice(5)")
            write_text(self.folder.name, "nuget.config", nuget_config(NOWHERE))
            self.assertTrue(cell.ok, cell.text)
            self.assertIn("10", cell.text)


class FromTheMachinesFeed(MistakeCase):
    """A package of the world, from the sources that the machine is configured with."""

    def test_a_real_package_is_restored_and_used(self):
        with tempfile.TemporaryDirectory() as cache, Kernel({"NUGET_PACKAGES": cache}) as fresh:
            cell = fresh.run("#r \"nuget: Newtonsoft.Json, 13.0.3\"")
            found = mistakes_in(cell.text)
            if found and found[0].code == "FK1004":
                self.skipTest("the machine's package sources cannot be reached: " + found[0].sentence)
            self.assertTrue(cell.ok, cell.text)
            used = fresh.run("Newtonsoft.Json.JsonConvert.SerializeObject(new { a = 1 })")
            self.assertIn("{\"a\":1}", used.text)
            self.assertTrue(os.path.isdir(os.path.join(cache, "newtonsoft.json", "13.0.3")))


if __name__ == "__main__":
    unittest.main()
