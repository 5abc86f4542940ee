"""The public protocol tests (jupyter_kernel_test) with samples of this kernel; run by unittest."""
import unittest

import jupyter_kernel_test


class FlowKernelTests(jupyter_kernel_test.KernelTests):
    kernel_name = "flowkernel"
    language_name = "C#"
    file_extension = ".cs"
    code_hello_world = 'Console.WriteLine("hello, world");'
    code_stderr = 'Console.Error.WriteLine("trouble");'
    completion_samples = [
        {"text": "Console.WriteLi", "matches": {"WriteLine"}},
        {"text": "#!flowlogs conn", "matches": {"connect"}},
        {"text": "#!flowlogs\nNTANetAnalytics | summ", "matches": {"summarize"}},
    ]
    complete_code_samples = [
        "1 + 1",
        "var x = 1;",
        "int F(int a)\n{\n    return a;\n}",
        "#!flowlogs connect sample",
        "#!flowlogs\nNTANetAnalytics | take 1",
    ]
    incomplete_code_samples = ["int F(int a)\n{", "foreach (var n in new[] { 1 })", "/* a comment", "#!flowlogs\nprint f("]
    invalid_code_samples = ["var = ;", "1 +* 2)", "#!flowlogs nonsense sample", "#!flowlogs\nprint )"]
    code_page_something = "?Console"
    code_generate_error = 'throw new InvalidOperationException("wrong");'
    code_execute_result = [
        {"code": "1 + 2", "result": "3"},
        {"code": '"text".Length', "result": "4"},
        {"code": "new[] { 1, 2, 3 }.Sum()", "result": "6"},
        {"code": "20251 + 1", "result": "20252"},
    ]
    code_display_data = [
        {"code": 'Display("shown");', "mime": "text/plain"},
        {"code": 'Display(new[] { new { A = 1 } });', "mime": "text/html"},
    ]
    code_history_pattern = "2025[0-9] +*"
    supported_history_operations = ("tail", "range", "search")
    code_inspect_sample = "Console"
    code_clear_output = 'Console.WriteLine("gone"); ClearOutput(); Console.WriteLine("stays");'


# Versions before 0.6 do not know the welcome message yet.
if hasattr(jupyter_kernel_test, "IopubWelcomeTests"):
    class FlowKernelWelcomeTests(jupyter_kernel_test.IopubWelcomeTests):
        kernel_name = "flowkernel"
        support_iopub_welcome = True


if __name__ == "__main__":
    unittest.main()
