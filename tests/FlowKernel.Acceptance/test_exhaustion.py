"""A cell that takes all of the stack or of the memory ends with a message that says what happened."""
import os
import signal
import unittest

from kernel import LIMIT, Kernel, KernelCase

# Seconds: an exception that leaves a hundred thousand calls takes a while on a busy machine.
PATIENCE = 300
MEMORY_LIMIT = {"FLOWKERNEL_MEMORY_LIMIT": "600M"}

# Each calls itself without end in its second line.
OVERFLOWS = {
    "a method": "\nint Down(int n) => Down(n + 1) + 1;\nDown(0)",
    "a method without a value": "\nvoid Down() { Down(); }\nDown();",
    "a lambda": "Func<int, int> down = null;\ndown = n => down(n + 1) + 1;\ndown(0)",
    "an async function": "\nasync Task<int> Down(int n) => await Down(n + 1) + 1;\nawait Down(0)",
    "a generic method": "\nint Deeper<T>(T x) => Deeper(x) + 1;\nDeeper(1)",
    "a method with many locals":
        "\nlong Down(long a, long b, decimal d) { var e = a + b; var f = (d, e); return Down(e, a, d) + f.Item2; }\nDown(1, 2, 3)",
    "a property": "class P {\npublic int X => X + 1; }\nnew P().X",
    "a constructor": "class C {\npublic C() { new C(); } }\nnew C();",
    "an operator": "class N { public static N operator +(N a, N b)\n=> a + b; }\nvar n = new N() + new N();",
    "an override": "class T { public override string ToString()\n=> $\"{this}\"; }\nnew T().ToString()",
    "an interface's default method": "interface IA {\nint Down() => Down() + 1; }\nclass A : IA { }\n((IA)new A()).Down()",
    "an iterator": "\nIEnumerable<int> Down() { foreach (var x in Down()) yield return x; }\nDown().First()",
    "through LINQ": "\nint Down(int n) => Enumerable.Range(0, 1).Sum(i => Down(n + 1));\nDown(0)",
    "through a dictionary's comparison":
        "class Q : IEqualityComparer<int> { Dictionary<int, int> d; public bool Equals(int a, int b) => a == b;\n"
        "public int GetHashCode(int x) => (d ??= new(this)).TryAdd(x, 1) ? 1 : 2; }\nnew Q().GetHashCode(1)",
    "in a task": "\nint Down(int n) => Down(n + 1) + 1;\nawait Task.Run(() => Down(0))",
    "in a parallel loop": "\nint Down(int n) => Down(n + 1) + 1;\nParallel.For(0, 4, i => Down(i));",
}


class StackTests(KernelCase):
    def setUp(self):
        self.run_cell("var kept = 5;")

    def test_every_endless_recursion_is_an_error_that_names_it_and_the_line(self):
        process = self.kernel.manager.provisioner.pid
        for name, code in OVERFLOWS.items():
            with self.subTest(name):
                cell = self.kernel.run(code, limit=PATIENCE)
                self.assertEqual(cell.reply.get("ename"), "InsufficientExecutionStackException", cell.text)
                self.assertIn("calls itself without end", cell.reply["evalue"])
                self.assertIn("line 2", cell.text)
                self.assertIn("ends the recursion", cell.text)
                self.assertEqual(self.value("kept + 1"), "6")
        self.assertEqual(self.kernel.manager.provisioner.pid, process)

    def test_functions_of_two_cells_that_call_each_other_are(self):
        self.run_cell("Func<int, int> other = null;\nint Ping(int n) => other(n) + 1;")
        told = self.fails("int Pong(int n) => Ping(n) + 1;\nother = Pong;\nPing(0)")
        self.assertIn("calls itself without end", told)

    def test_a_thread_of_its_own_is(self):
        cell = self.run_cell("int Endless(int n) => Endless(n + 1) + 1;\nvar t = new Thread(() => Endless(0)); t.Start(); t.Join();",
                             limit=PATIENCE)
        self.assertIn("calls itself without end", cell.text)
        self.assertEqual(self.value("kept"), "5")

    def test_a_deep_recursion_that_ends_is_none(self):
        self.assertEqual(self.value("int Sum(int n) => n == 0 ? 0 : n + Sum(n - 1);\nSum(5_000)"), "12502500")

    def test_brackets_deeper_than_a_compiler_reads_are_refused(self):
        for code in ("var d = " + "(" * 20_000 + "1" + ")" * 20_000 + ";", '"x"' + ".a(" * 10_000,
                     "#!flowlogs\nprint " + "(" * 20_000 + "1" + ")" * 20_000):
            with self.subTest(code[:20]):
                self.assertFalse(self.kernel.run(code).ok)
                self.assertEqual(self.value("kept"), "5")


class EndOfTheProcessTests(unittest.TestCase):
    """Where nothing can save the process, the one that follows it says what ran."""

    def assert_told_after_restart(self, kernel, cell_number):
        kernel.manager.provisioner.process.wait(LIMIT)
        kernel.manager.restart_kernel(now=True)
        kernel.client.wait_for_ready(timeout=LIMIT)
        first, second = kernel.run("6 * 7"), kernel.run("6 * 7")
        self.assertEqual((first.data("text/plain"), second.data("text/plain")), (["42"], ["42"]))
        said = "".join(s["text"] for s in first.of("stream") if s["name"] == "stderr")
        self.assertIn(f"ended unexpectedly while it ran cell [{cell_number}]", said)
        self.assertIn("Its variables are gone", said)
        self.assertEqual(second.of("stream"), [])

    def test_stack_frames_of_200_kilobytes_end_it(self):
        with Kernel() as kernel:
            kernel.run("1 + 1")
            kernel.client.execute("int Down(int n)\n{\n    Span<byte> room = stackalloc byte[200_000];\n"
                                  "    return Down(n + 1) + room[n % 9];\n}\nDown(0)")
            self.assert_told_after_restart(kernel, 2)

    def test_a_kill_is_told_of_in_the_same_way(self):
        with Kernel() as kernel:
            kernel.client.execute('Console.Write("begun"); while (true);')
            while kernel.client.get_iopub_msg(timeout=LIMIT)["msg_type"] != "stream":
                pass
            os.kill(kernel.manager.provisioner.pid, signal.SIGKILL)
            self.assert_told_after_restart(kernel, 1)


class MemoryTests(unittest.TestCase):
    """Kernels that may take 600 MB."""

    def setUp(self):
        self.kernel = Kernel(environment=MEMORY_LIMIT)
        self.addCleanup(self.kernel.close)
        self.process = self.kernel.manager.provisioner.pid
        self.kernel.run("var kept = 5;")

    def assert_out_of_memory(self, code, line=None):
        cell = self.kernel.run(code)
        self.assertEqual(cell.reply.get("ename"), "OutOfMemoryException", cell.text)
        self.assertIn("needed more memory than the kernel may use", cell.reply["evalue"])
        self.assertIn("FLOWKERNEL_MEMORY_LIMIT", cell.text)
        if line:
            self.assertIn(f"line {line}", cell.text)

    def assert_lives(self, free=""):
        self.assertEqual(self.kernel.run(free + " kept").data("text/plain"), ["5"])
        self.assertEqual(self.kernel.manager.provisioner.pid, self.process)

    def test_objects_that_a_variable_holds(self):
        for _ in range(2):
            self.assert_out_of_memory("var all = new List<byte[]>();\nwhile (true)\n    all.Add(new byte[20_000]);", 3)
            self.assert_lives("all = null;")

    def test_one_array_and_one_text(self):
        self.assert_out_of_memory("var small = 3;\nvar big = new byte[2_000_000_000];", 2)
        self.assert_lives()
        self.assert_out_of_memory('var text = "0123456789";\nwhile (true) text += text;', 2)
        self.assert_lives("text = null;")

    def test_what_only_library_code_fills(self):
        self.assert_out_of_memory("var numbers = 3;\nvar list = Enumerable.Range(0, int.MaxValue).ToList();")
        self.assert_lives()

    def test_tasks_and_cells_that_wait_in_between(self):
        self.assert_out_of_memory("var bag = new System.Collections.Concurrent.ConcurrentBag<byte[]>();\n"
                                  "Parallel.For(0, int.MaxValue, i => bag.Add(new byte[5_000]));")
        self.assert_lives("bag = null;")
        self.assert_out_of_memory("var slow = new List<byte[]>();\n"
                                  "while (true) { slow.Add(new byte[20_000_000]); await Task.Delay(1); }", 2)
        self.assert_lives("slow = null;")

    def test_garbage_counts_for_nothing(self):
        cell = self.kernel.run("var n = 0L;\nfor (var i = 0; i < 300; i++) n += new byte[20_000_000].Length / 20_000_000;\nn")
        self.assertEqual(cell.data("text/plain"), ["300"])

    def test_a_result_larger_than_the_memory(self):
        self.kernel.run("#!flowlogs connect sample")
        cell = self.kernel.run("#!flowlogs --name huge\nrange a from 1 to 300000000 step 1 | extend b = strcat('text ', a)")
        self.assertFalse(cell.ok)
        self.assertIn("memory", cell.text)
        self.assert_lives()
        self.assertIn("1 row", self.kernel.run("#!flowlogs\nNTANetAnalytics | count").text)
