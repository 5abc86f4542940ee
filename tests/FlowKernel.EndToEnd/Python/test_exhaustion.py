"""What takes all of the stack or all of the memory ends as an ordinary error, and the session lives on."""
import os
import signal

from kernel_case import LIMIT, KernelCase

LIMIT_VARIABLE = "FLOWKERNEL_MEMORY_LIMIT"


class StackTests(KernelCase):
    def assert_overflow(self, code):
        reply, outputs = self.run_cell(code)
        self.assertEqual((reply["status"], reply["ename"]), ("error", "InsufficientExecutionStackException"))
        self.assertIn("calls itself", reply["evalue"])
        self.assertIn("line 2", "\n".join(reply["traceback"]))
        self.assertEqual(self.value("1 + 1"), "2")

    def test_a_method(self):
        self.assert_overflow("int kept = 5;\nint Down(int n) => Down(n + 1) + 1;\nDown(0)")
        self.assertEqual(self.value("kept"), "5")

    def test_a_local_function(self):
        self.assert_overflow("{\nint Down(int n) { return Down(n + 1) + 1; }\nDown(0);\n}")

    def test_a_lambda(self):
        self.assert_overflow("Func<int, int> down = null;\ndown = n => down(n + 1) + 1;\ndown(0)")

    def test_a_property(self):
        self.assert_overflow("class P {\npublic int X => X + 1; }\nnew P().X")

    def test_a_constructor(self):
        self.assert_overflow("class C {\npublic C() { new C(); } }\nnew C();")

    def test_an_operator(self):
        self.assert_overflow(
            "class N { public static N operator +(N a, N b)\n=> a + b; }\nvar n = new N() + new N();")


class MemoryTests(KernelCase):
    @classmethod
    def setUpClass(cls):
        os.environ[LIMIT_VARIABLE] = "600M"
        try:
            super().setUpClass()
        finally:
            del os.environ[LIMIT_VARIABLE]

    def assert_out_of_memory(self, code):
        reply, _ = self.run_cell(code)
        self.assertEqual((reply["status"], reply["ename"]), ("error", "OutOfMemoryException"))
        self.assertIn(LIMIT_VARIABLE, "\n".join(reply["traceback"]))

    def test_one_array_that_is_too_large(self):
        self.assert_out_of_memory("var small = 3; var big = new byte[2_000_000_000];")
        self.assertEqual(self.value("small"), "3")

    def test_many_small_objects_that_a_variable_holds(self):
        self.assert_out_of_memory("var all = new List<byte[]>(); while (true) all.Add(new byte[2_000]);")
        self.assertEqual(self.value("all = null; GC.Collect(); 1 + 1"), "2")
        self.assert_out_of_memory("var again = new List<byte[]>(); while (true) again.Add(new byte[2_000]);")
        self.assertEqual(self.value("again = null; 1 + 1"), "2")

    def test_tasks_that_take_it_together(self):
        self.assert_out_of_memory(
            "var bag = new System.Collections.Concurrent.ConcurrentBag<byte[]>();"
            "Parallel.For(0, int.MaxValue, i => bag.Add(new byte[5_000]));")
        self.assertEqual(self.value("bag = null; 1 + 1"), "2")


class UnexpectedEndTests(KernelCase):
    def test_the_next_process_says_which_cell_the_last_one_was_running(self):
        self.value("1 + 1")
        self.client.execute("while (true);")
        self.wait_for(lambda m: m["msg_type"] == "execute_input" and "while" in m["content"]["code"])
        os.kill(self.manager.provisioner.pid, signal.SIGKILL)
        self.manager.provisioner.process.wait()
        self.manager.restart_kernel(now=True)
        self.client.wait_for_ready(timeout=LIMIT)
        _, outputs = self.run_cell("1 + 1")
        said = "".join(m["content"]["text"] for m in outputs if m["msg_type"] == "stream")
        self.assertIn("ended unexpectedly while it ran cell [2]", said)
        _, outputs = self.run_cell("1 + 1")
        self.assertNotIn("stream", [m["msg_type"] for m in outputs])
