"""Control and heartbeat beside a busy shell, interrupts that come early or late, shutdown and restart."""
import time
import unittest

from kernel import Kernel, KernelCase
from wire import wire_to

# Milliseconds. An answer that waits for the cell never comes; this only leaves room for a busy machine.
SOON = 10_000

# What keeps a kernel busy: its processors, the thread of its cell, every thread of the pool, the engine.
BUSY = {
    "a loop": "while (true);",
    "loops on all threads": "Parallel.For(0, 1000, _ => { while (true); });",
    "a sleep": "Thread.Sleep(600_000);",
    "sleeps on all threads": "Parallel.For(0, 1000, _ => Thread.Sleep(600_000));",
    "an await": "await Task.Delay(600_000);",
    "tasks that wait for each other": "Task.WaitAll(Enumerable.Range(0, 200).Select(_ => Task.Run(() => Thread.Sleep(600_000))).ToArray());",
    "endless output": 'while (true) Console.WriteLine("more and more");',
}


class BusyTests(KernelCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.wire = cls.enterClassContext(wire_to(cls.kernel))

    def begin(self, code):
        """Starts a cell; gives its request once it runs."""
        header = self.wire.send("execute_request", {"code": f'Console.WriteLine("begun");\n{code}'})
        self.wire.next(self.wire.iopub, lambda m: m.type == "stream" and m.parent == header)
        return header

    def stop(self, cell):
        self.wire.ask("interrupt_request", channel=self.wire.control)
        self.assertEqual(self.wire.answer(cell).content["ename"], "Interrupted")
        self.assertEqual(self.wire.published(cell)[-1].content, {"execution_state": "idle"})

    def test_control_and_heart_answer_beside_any_busy_cell(self):
        for name, code in BUSY.items():
            with self.subTest(name):
                cell = self.begin(code)
                for i in range(3):
                    request = self.wire.send("kernel_info_request", channel=self.wire.control)
                    self.assertEqual(self.wire.answer(request, self.wire.control, SOON).content["status"], "ok")
                    self.assertEqual(self.wire.beat(b"ping %d" % i), [b"ping %d" % i])
                self.assertTrue(self.wire.is_quiet(self.wire.shell, 0))
                self.stop(cell)
                self.assertEqual(self.value("1 + 1"), "2")

    def test_control_is_busy_and_idle_under_its_own_request(self):
        cell = self.begin("await Task.Delay(600_000);")
        request = self.wire.send("kernel_info_request", channel=self.wire.control)
        states = [m.content["execution_state"] for m in self.wire.published(request)]
        self.assertEqual(states, ["busy", "idle"])
        self.stop(cell)

    def test_front_ends_are_told_that_the_cell_is_still_busy_after_a_question(self):
        cell = self.begin("await Task.Delay(600_000);")
        request = self.wire.send("complete_request", {"code": "Cons"})
        self.wire.published(request)
        state = self.wire.next(self.wire.iopub, lambda m: m.type == "status")
        self.assertEqual((state.parent, state.content), (cell, {"execution_state": "busy"}))
        self.stop(cell)

    def test_the_interrupts_reply_comes_on_control(self):
        cell = self.begin("while (true);")
        reply = self.wire.ask("interrupt_request", channel=self.wire.control)
        self.assertEqual((reply.type, reply.content), ("interrupt_reply", {"status": "ok"}))
        self.assertEqual(self.wire.answer(cell).content["ename"], "Interrupted")

    def test_an_interrupt_of_an_idle_kernel_does_nothing_to_the_next_cell(self):
        for _ in range(3):
            self.assertEqual(
                self.wire.ask("interrupt_request", channel=self.wire.control).content, {"status": "ok"})
        self.assertEqual(self.value("await Task.Delay(20); 3"), "3")

    def test_two_interrupts_stop_one_cell(self):
        cell = self.begin("while (true);")
        for _ in range(2):
            self.wire.send("interrupt_request", channel=self.wire.control)
        self.assertEqual(self.wire.answer(cell).content["ename"], "Interrupted")
        self.assertEqual(self.value("await Task.Delay(20); 4"), "4")

    def test_a_cell_on_control_is_refused(self):
        reply = self.wire.ask("execute_request", {"code": "1"}, self.wire.control)
        self.assertEqual((reply.type, reply.content["status"]), ("execute_reply", "error"))

    def test_the_heart_echoes_whatever_it_gets(self):
        for beat in ([b""], [b"\0\xff" * 1000], [b"two", b"frames"], [b"x" * 5_000_000]):
            with self.subTest(len(beat[0])):
                self.assertEqual(self.wire.beat(*beat), beat)


class ShutdownTests(unittest.TestCase):
    def shut_down(self, channel, restart, code=None):
        """Sends a shutdown; gives the reply and what all front ends hear, once the process has ended."""
        with Kernel() as kernel, wire_to(kernel) as wire:
            if code:
                wire.send("execute_request", {"code": f'Console.WriteLine("begun");\n{code}'})
                wire.next(wire.iopub, lambda m: m.type == "stream")
            request = wire.send("shutdown_request", {"restart": restart}, getattr(wire, channel))
            reply = wire.answer(request, getattr(wire, channel))
            heard = wire.next(wire.iopub, lambda m: m.type == "shutdown_reply")
            self.assertEqual(heard.parent, request)
            kernel.manager.provisioner.process.wait(30)
            self.assertEqual(kernel.manager.provisioner.process.returncode, 0)
            return reply.content, heard.content

    def test_control_and_shell_answer_with_whether_it_is_a_restart(self):
        for channel, restart in (("control", False), ("control", True), ("shell", False)):
            with self.subTest(channel, restart=restart):
                answer = {"status": "ok", "restart": restart}
                self.assertEqual(self.shut_down(channel, restart), (answer, answer))

    def test_a_busy_kernel_ends_as_well(self):
        for name in ("loops on all threads", "sleeps on all threads"):
            with self.subTest(name):
                self.assertEqual(self.shut_down("control", False, BUSY[name])[0]["status"], "ok")

    def test_a_kernel_that_has_only_just_started_ends_in_order(self):
        for wait in (0, 0.3, 0.8, 1.5):
            with self.subTest(wait=wait), Kernel() as kernel:
                time.sleep(wait)
                kernel.client.shutdown()
                self.assertEqual(kernel.manager.provisioner.process.wait(30), 0)

    def test_a_restart_forgets_the_variables_and_serves_again(self):
        with Kernel() as kernel:
            kernel.run("var gone = 7;")
            process = kernel.manager.provisioner.pid
            kernel.manager.restart_kernel(now=False)
            kernel.client.wait_for_ready(timeout=90)
            self.assertNotEqual(kernel.manager.provisioner.pid, process)
            cell = kernel.run("gone")
            self.assertEqual((cell.reply["ename"], cell.reply["execution_count"]), ("CS0103", 1))
            self.assertEqual(kernel.run("6 * 7").data("text/plain"), ["42"])
            self.assertNotIn("unexpectedly", cell.text)
