"""What takes all of the stack or all of the memory ends as an ordinary error, and the session lives on."""
import contextlib
import os
import signal
import time

from kernel_case import LIMIT, KernelCase

LIMIT_VARIABLE = "FLOWKERNEL_MEMORY_LIMIT"

# Where library code goes on past the grace of an interrupt, the cell ends without its line.
NO_LINE = None


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

    def test_an_async_function(self):
        self.assert_overflow("\nasync Task<int> Down(int n) => await Down(n + 1) + 1;\nawait Down(0)")

    def test_an_async_lambda(self):
        self.assert_overflow("Func<int, Task<int>> down = null;\ndown = async n => await down(n + 1) + 1;\nawait down(0)")

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


    def test_brackets_deeper_than_a_compiler_can_read(self):
        for code in ("var d = " + "(" * 20000 + "1" + ")" * 20000 + ";", '"x"' + ".a(" * 10000):
            reply, _ = self.run_cell(code)
            self.assertEqual((reply["status"], reply["ename"]), ("error", "FK0416"))
            for message, content in (
                ("complete_request", {"code": code, "cursor_pos": len(code)}),
                ("inspect_request", {"code": code, "cursor_pos": len(code), "detail_level": 0}),
                ("is_complete_request", {"code": code}),
            ):
                self.assertIn(self.ask(message, content)["status"], ("ok", "invalid"))
        self.assertEqual(self.value("1 + 1"), "2")


class ThreadTests(KernelCase):
    """Nobody waits for these, so nobody catches what they throw."""

    def assert_told(self, code, line):
        self.value("var kept = 5; kept")
        process = self.manager.provisioner.pid
        self.client.execute(code)
        message = self.wait_for(lambda m: m["msg_type"] == "stream" and "InvalidOperationException" in m["content"]["text"])
        self.assertEqual(message["content"]["name"], "stderr")
        self.assertIn("oh no", message["content"]["text"])
        self.assertIn(f"{line} |", message["content"]["text"])
        self.assertEqual(self.value("kept"), "5")
        self.assertEqual(self.manager.provisioner.pid, process)

    def test_a_thread(self):
        self.assert_told(
            'var t = new Thread(() =>\n    throw new InvalidOperationException("oh no"));\nt.Start(); t.Join();', 2)

    def test_an_async_void(self):
        self.assert_told(
            "async void Later()\n{\n    await Task.Delay(10);\n    throw new InvalidOperationException(\"oh no\");\n}\n"
            "Later(); await Task.Delay(300);", 4)

    def test_a_timer(self):
        self.assert_told(
            'var timer = new Timer(_ =>\n    throw new InvalidOperationException("oh no"), null, 10, -1);\nThread.Sleep(300);', 2)


class SignalTests(KernelCase):
    @classmethod
    def setUpClass(cls):
        # What was started in the background ignores the signal, and so does all that it starts.
        signal.signal(signal.SIGINT, signal.default_int_handler)
        super().setUpClass()

    def test_the_signal_interrupts_the_cell_and_ends_nothing(self):
        self.value("var kept = 17; kept")
        request = self.client.execute("while (true) { }")
        self.wait_for(lambda m: m["msg_type"] == "execute_input" and "while" in m["content"]["code"])
        time.sleep(0.3)
        os.kill(self.manager.provisioner.pid, signal.SIGINT)
        self.assertEqual(self.reply(request)["content"]["ename"], "Interrupted")
        self.assertEqual(self.value("kept"), "17")
        os.kill(self.manager.provisioner.pid, signal.SIGINT)
        time.sleep(0.3)
        self.assertEqual(self.value("kept"), "17")

    def test_the_signal_of_an_end_ends_it(self):
        self.assertEqual(self.value("1 + 1"), "2")
        os.kill(self.manager.provisioner.pid, signal.SIGTERM)
        end = time.monotonic() + LIMIT
        while self.manager.is_alive() and time.monotonic() < end:
            time.sleep(0.1)
        self.assertFalse(self.manager.is_alive())
        type(self).setUpClass()


class MemoryTests(KernelCase):
    """Each test has a kernel of its own: what one leaves behind must not be held against the next."""

    @classmethod
    def setUpClass(cls):
        """Nothing is shared."""

    @classmethod
    def tearDownClass(cls):
        """Nothing is shared."""

    def setUp(self):
        with memory_limit():
            super().setUpClass()

    def tearDown(self):
        super().tearDownClass()

    def assert_out_of_memory(self, code, line=1):
        reply, _ = self.run_cell(code)
        self.assertEqual((reply["status"], reply["ename"]), ("error", "OutOfMemoryException"))
        told = "\n".join(reply["traceback"])
        self.assertIn(LIMIT_VARIABLE, told)
        if line is not None:
            self.assertIn(f"line {line}", told)

    def is_true(self, code):
        """False where the cell is stopped for want of memory."""
        reply, outputs = self.run_cell(code)
        if reply["status"] == "error":
            self.assertEqual(reply["ename"], "OutOfMemoryException")
            return False
        return [m for m in outputs if m["msg_type"] == "execute_result"][-1]["content"]["data"]["text/plain"] == "true"

    def assert_twice(self, code, free, line=1):
        """The same session goes through it, keeps its variables, and does it again."""
        process = self.manager.provisioner.pid
        for i in range(2):
            self.value(f"var kept = {i}; kept")
            self.assert_out_of_memory(code, line)
            self.assertEqual(self.value("kept"), str(i))
            self.assertEqual(self.value(free + " 1 + 1"), "2")
        self.assertEqual(self.manager.provisioner.pid, process)
        self.assertTrue(self.manager.is_alive())

    def test_one_array_that_is_too_large(self):
        self.assert_out_of_memory("var small = 3;\nvar big = new byte[2_000_000_000];", line=2)
        self.assertEqual(self.value("small"), "3")

    def test_many_small_objects_that_a_variable_holds(self):
        self.assert_twice("var all = new List<byte[]>();\nwhile (true)\n  all.Add(new byte[2_000]);", "all = null;", 3)

    def test_tasks_that_take_it_together(self):
        self.assert_twice(
            "var bag = new System.Collections.Concurrent.ConcurrentBag<byte[]>();\n"
            "Parallel.For(0, int.MaxValue, i => bag.Add(new byte[5_000]));", "bag = null;", NO_LINE)

    def test_a_text_that_doubles(self):
        self.assert_twice('var text = "0123456789";\nwhile (true) text += text;', "text = null;", 2)

    def test_one_list_of_all_numbers(self):
        self.assert_out_of_memory("var numbers = 3;\nvar list2 = Enumerable.Range(0, int.MaxValue).ToList();", line=2)

    def test_a_list_that_only_library_code_fills(self):
        self.assert_twice(
            "var list = new List<object>();\nlist.AddRange(Enumerable.Range(0, int.MaxValue).Cast<object>());",
            "list = null;", NO_LINE)

    def test_a_cell_that_waits_between_what_it_takes(self):
        self.assert_twice(
            "var slow = new List<byte[]>();\nwhile (true) { slow.Add(new byte[20_000_000]); await Task.Delay(1); }",
            "slow = null;", 2)

    def test_garbage_is_not_taken_for_what_is_held(self):
        self.assertEqual(self.value(
            "var held = new byte[300_000_000]; var n = 0L;\n"
            "for (var i = 0; i < 500; i++) n += new byte[20_000_000].Length / 20_000_000;\nheld = null; n"), "500")

    def test_a_session_that_is_full_can_still_free_something(self):
        self.assert_out_of_memory("var full = new List<byte[]>();\nwhile (true)\n  full.Add(new byte[2_000]);", 3)
        self.assertEqual(self.value(
            "for (var i = full.Count - 1; i >= 0; i--) full.RemoveAt(i);\nfull.Capacity = 0; full.Count"), "0")

    def test_a_cell_that_already_waits_is_not_told_of_it(self):
        for fill in ("full", "more"):
            self.client.execute(
                f"var {fill} = new List<byte[]>();\nwhile (true) {fill}.Add(new byte[20_000_000]);", stop_on_error=False)
            self.assertEqual(self.value("2 + 3"), "5")
            self.value(f"{fill} = null; 1")

    def test_work_that_a_cell_left_running(self):
        self.value("var left = new System.Collections.Concurrent.ConcurrentBag<byte[]>();\n"
                   "var work = Task.Run(() => { while (true) left.Add(new byte[5_000]); }); 1")
        # Whichever cell runs while memory is full is stopped, and so may be the one that asks.
        while not self.is_true("work.IsCompleted"):
            time.sleep(0.1)
        self.assertEqual(self.value("left = null; work.Exception.InnerException.GetType().Name"), "OutOfMemoryException")


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
