"""The public protocol tests (jupyter_kernel_test), whole, on a kernel that the tool has installed."""
import os
import shutil
import subprocess
import tempfile
import unittest

from kernel import tool

try:
    import jupyter_kernel_test
except ImportError:
    raise unittest.SkipTest("This machine has no jupyter_kernel_test.") from None


def setUpModule():
    """Installs the kernel into a folder where Jupyter looks for the time of these tests."""
    prefix = tempfile.mkdtemp()
    unittest.addModuleCleanup(shutil.rmtree, prefix)
    subprocess.run([*tool(), "kernel", "install", "--prefix", prefix], check=True, stdout=subprocess.DEVNULL)
    before = os.environ.get("JUPYTER_PATH")
    os.environ["JUPYTER_PATH"] = os.path.join(prefix, "share", "jupyter")
    unittest.addModuleCleanup(lambda: os.environ.pop("JUPYTER_PATH") if before is None
                              else os.environ.update(JUPYTER_PATH=before))


class PublicSuite(jupyter_kernel_test.KernelTests):
    kernel_name = "flowkernel"
    language_name = "C#"
    file_extension = ".cs"
    code_hello_world = 'Console.WriteLine("hello, world");'
    code_stderr = 'Console.Error.WriteLine("trouble");'
    completion_samples = [
        {"text": "Enumerable.Rang", "matches": {"Range"}},
        {"text": "#!flowlogs rec", "matches": {"recipe", "recipes"}},
        {"text": "#!flowlogs\nNTANetAnalytics | proj", "matches": {
            "project", "project-away", "project-keep", "project-rename", "project-reorder"}},
    ]
    complete_code_samples = ["2 + 2", "var y = new[] { 1 };", "#!flowlogs schema", "#!flowlogs\nprint 1"]
    incomplete_code_samples = ["if (true) {", "new List<int> {", "#!flowlogs\nNTANetAnalytics | where"]
    invalid_code_samples = ["int = 5;", "}", "#!flowlogs\nprint ]"]
    code_page_something = "?summarize"
    code_generate_error = 'int.Parse("no number")'
    code_execute_result = [
        {"code": "6 * 7", "result": "42"},
        {"code": '"a" + "b"', "result": "ab"},
        {"code": "30751 + 1", "result": "30752"},
    ]
    code_display_data = [
        {"code": "Display(5);", "mime": "text/plain"},
        {"code": "Display(new[] { new { Port = 443 } });", "mime": "text/html"},
    ]
    code_history_pattern = "3075[0-9] +*"
    supported_history_operations = ("tail", "range", "search")
    code_inspect_sample = "Math"
    code_clear_output = 'Console.Write("gone"); ClearOutput();'


class NothingIsLeftOut(unittest.TestCase):
    def test_every_public_test_has_run(self):
        """The suite skips what has no sample; there must be nothing of that."""
        result = unittest.TestResult()
        unittest.defaultTestLoader.loadTestsFromTestCase(PublicSuite).run(result)
        self.assertEqual((result.skipped, result.failures, result.errors), ([], [], []))
        self.assertGreaterEqual(result.testsRun, 12)


def load_tests(loader, tests, pattern):
    """The suite runs once, in the test that sees whether anything was left out."""
    return loader.loadTestsFromTestCase(NothingIsLeftOut)
