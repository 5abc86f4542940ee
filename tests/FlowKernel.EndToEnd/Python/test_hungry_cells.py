"""A cell that holds every thread it can get is interrupted like any other, and the next one finds threads again."""
import time

from kernel_case import KernelCase


class HungryCellTests(KernelCase):
    def assert_stops_again_and_again(self, code):
        # Any other way to end takes longer than a reply is waited for.
        for i in range(3):
            request = self.client.execute(f'Console.WriteLine("begun {i}"); {code}')
            self.wait_for(lambda m: m["msg_type"] == "stream" and f"begun {i}" in m["content"]["text"])
            time.sleep(0.5)
            self.manager.interrupt_kernel()
            self.assertEqual(self.reply(request)["content"]["ename"], "Interrupted")
            self.assertEqual(self.value("await Task.Delay(1); await Task.Run(() => 1 + 1)"), "2")

    def test_a_parallel_loop_that_sleeps(self):
        self.assert_stops_again_and_again("Parallel.For(0, 1000, _ => Thread.Sleep(600_000));")

    def test_tasks_that_sleep(self):
        self.assert_stops_again_and_again(
            "await Task.WhenAll(Enumerable.Range(0, 1000).Select(_ => Task.Run(() => Thread.Sleep(600_000))));")

    def test_tasks_that_compute(self):
        self.assert_stops_again_and_again(
            "await Task.WhenAll(Enumerable.Range(0, 1000).Select(_ => Task.Run(() => { while (true); })));")

    def test_threads_that_nothing_wakes(self):
        self.assert_stops_again_and_again(
            "var open = new System.IO.Pipes.AnonymousPipeServerStream(System.IO.Pipes.PipeDirection.In);\n"
            "Parallel.For(0, 50, _ => open.ReadByte());")
