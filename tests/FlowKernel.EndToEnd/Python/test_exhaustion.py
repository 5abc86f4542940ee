"""What takes all of the stack or all of the memory ends as an ordinary error, and the session lives on."""
import contextlib
import os
import queue
import signal
import time

from kernel_case import LIMIT, KernelCase

LIMIT_VARIABLE = "FLOWKERNEL_MEMORY_LIMIT"


@contextlib.contextmanager
def memory_limit():
    """Kernels that are started in it may take 600 MB."""
    os.environ[LIMIT_VARIABLE] = "600M"
    try:
        yield
    finally:
        del os.environ[LIMIT_VARIABLE]


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
        with memory_limit():
            super().setUpClass()

    def reply_or_end(self, code):
        """The reply to a cell, or None where the process ended first."""
        request = self.client.execute(code)
        end = time.monotonic() + 2 * LIMIT
        while time.monotonic() < end:
            try:
                message = self.client.get_shell_msg(timeout=1)
                if message["parent_header"].get("msg_id") == request:
                    return message["content"]
            except queue.Empty:
                if not self.manager.is_alive():
                    return None
        self.fail("The kernel neither answered nor ended.")

    def assert_told(self, code, free):
        """
        The cell ends as an error, and the session lives on once memory is freed. Where another thread of the process
        was the one that got no memory, .NET ends the process: then the next one says what happened.
        """
        reply = self.reply_or_end(code)
        if reply is not None:
            self.assertEqual((reply["status"], reply["ename"]), ("error", "OutOfMemoryException"))
            self.assertIn(LIMIT_VARIABLE, "\n".join(reply["traceback"]))
            freed = self.reply_or_end(free)
            if freed is not None:
                self.assertEqual(freed["status"], "ok", freed)
                return
        with memory_limit():
            self.manager.restart_kernel(now=True)
        self.client.wait_for_ready(timeout=LIMIT)
        _, outputs = self.run_cell("1 + 1")
        said = "".join(m["content"]["text"] for m in outputs if m["msg_type"] == "stream")
        self.assertIn("ended unexpectedly while it ran cell", said)

    def test_one_array_that_is_too_large(self):
        reply, _ = self.run_cell("var small = 3; var big = new byte[2_000_000_000];")
        self.assertEqual((reply["status"], reply["ename"]), ("error", "OutOfMemoryException"))
        self.assertIn(LIMIT_VARIABLE, "\n".join(reply["traceback"]))
        self.assertEqual(self.value("small"), "3")

    def test_many_small_objects_that_a_variable_holds(self):
        for _ in range(2):
            self.assert_told(
                "var all = new List<byte[]>(); while (true) all.Add(new byte[2_000]);", "all = null; GC.Collect(); 1 + 1")

    def test_tasks_that_take_it_together(self):
        self.assert_told(
            "var bag = new System.Collections.Concurrent.ConcurrentBag<byte[]>();"
            "Parallel.For(0, int.MaxValue, i => bag.Add(new byte[5_000]));",
            "bag = null; 1 + 1")


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
