"""An interrupt stops a query, an await and any C# loop within 300 ms; variables survive."""
import os
import signal
import time

from endless_cells import AWAITS, BLOCKING, FUNCTIONS, LINQ, LOOPS, PARALLEL, QUERIES
from interrupting import InterruptCase, UNDER_WAY


class LoopTests(InterruptCase):
    def test_every_kind_of_loop_stops(self):
        for code in LOOPS.values():
            self.assert_stops(code)


class FunctionTests(InterruptCase):
    def test_loops_in_every_kind_of_function_stop(self):
        for code in FUNCTIONS.values():
            self.assert_stops(code)


class WaitTests(InterruptCase):
    def test_every_await_stops(self):
        for code in AWAITS.values():
            self.assert_stops(code)

    def test_every_blocking_wait_stops(self):
        for code in BLOCKING.values():
            self.assert_stops(code)


class ParallelTests(InterruptCase):
    def test_work_on_other_threads_stops(self):
        for code in PARALLEL.values():
            self.assert_stops(code)

    def test_linq_over_endless_sequences_stops(self):
        for code in LINQ.values():
            self.assert_stops(code)

    def test_what_an_interrupted_cell_left_running_is_over(self):
        self.run_cell("var counter = 0L;")
        self.time_of("await Task.Run(() => { while (true) Interlocked.Increment(ref counter); });", self.by_message)
        self.assertEqual(self.value("var before = counter; await Task.Delay(100); counter - before"), "0")


class QueryTests(InterruptCase):
    def test_every_kind_of_query_stops(self):
        for query in QUERIES.values():
            self.assert_stops("#!flowlogs\n" + query)

    def test_a_query_from_c_sharp_stops(self):
        for code in ('await Flow.Query("{0}")', 'var rows = await Flow.Query("{0}");\nrows',
                     'Flow.Query("{0}").RunAsync().Result', 'await Task.Run(async () => await Flow.Query("{0}"));',
                     'for (;;) await Flow.Query("print 1");'):
            self.assert_stops(code.replace("{0}", QUERIES["an aggregate"]))

    def test_a_query_that_keeps_its_result_stops_and_keeps_none(self):
        self.assert_stops("#!flowlogs --name never\n" + QUERIES["an aggregate"])
        self.assertIn("never", self.fails("never"))

    def test_a_cell_of_several_parts_stops_in_each_and_runs_no_further(self):
        self.run_cell("var reached = 0;")
        self.assert_stops(f"#!flowlogs\n{QUERIES['an aggregate']}\n#!csharp\nreached = 1;")
        self.assert_stops("#!flowlogs\nprint 1\n#!csharp\nwhile (true) ;\n#!csharp\nreached = 1;")
        self.assertEqual(self.value("reached"), "0")

    def test_queries_still_answer_after_all_of_that(self):
        self.assertIn("1 row", self.run_cell("#!flowlogs\nNTANetAnalytics | count").text)


class AroundTests(InterruptCase):
    """What else an interrupt leaves behind, and when it comes at odd moments."""

    def test_each_way_alone_stops_a_loop_a_wait_and_a_query_within_300_ms(self):
        for stop in (self.by_message, self.by_signal):
            for code in (LOOPS["while"], AWAITS["a delay"], "#!flowlogs\n" + QUERIES["texts"]):
                with self.subTest(code, stop=stop.__name__):
                    self.judge([self.time_of(code, stop) for _ in range(5)])

    def test_the_error_says_that_variables_stay(self):
        cell = self.begin("while (true) ;")
        self.by_message()
        reply = self.wire.answer(cell).content
        self.assertEqual((reply["ename"], reply["evalue"]), ("Interrupted", "The cell was interrupted."))
        self.assertIn("Variables keep their values", "\n".join(reply["traceback"]))

    def test_what_the_cell_had_done_by_then_stays(self):
        self.time_of("var half = 17; var list = new List<int>();\n"
                     "while (true) { if (list.Count < 5) list.Add(list.Count); }", self.by_message)
        self.assertEqual(self.value("half + list.Count"), "22")

    def test_text_written_before_is_shown(self):
        cell = self.begin('await Task.Delay(50); Console.Write("shown"); while (true) ;')
        time.sleep(10 * UNDER_WAY)
        self.by_message()
        texts = [m.content["text"] for m in self.wire.published(cell) if m.type == "stream"]
        self.assertIn("shown", "".join(texts))

    def test_finally_runs_and_catch_all_does_not_swallow_it(self):
        self.run_cell("var order = new List<string>();")
        self.time_of('try { try { while (true) ; } catch (Exception) { order.Add("caught"); while (true) ; } }\n'
                     'finally { order.Add("finally"); }', self.by_message)
        self.assertEqual(self.value('order.Last()'), "finally")

    def test_the_cells_own_cancellation_is_no_interrupt(self):
        reply, _ = self.wire.run("var own = new CancellationTokenSource(1);\n"
                                 "await Task.Delay(600_000, own.Token);")
        self.assertEqual(reply.content["ename"], "TaskCanceledException")

    def test_a_signal_while_nothing_runs_ends_nothing(self):
        for _ in range(3):
            os.kill(self.process, signal.SIGINT)
            time.sleep(0.05)
            self.assert_lives()

    def test_an_interrupt_that_overtakes_its_cells_start_stops_it(self):
        for _ in range(5):
            cell = self.wire.send("execute_request", {"code": "await Task.Delay(20_000);"})
            self.wire.next(self.wire.iopub, lambda m: m.type == "status" and m.parent == cell)
            self.by_message()
            self.assertEqual(self.wire.answer(cell).content["ename"], "Interrupted")

    def test_a_compilation_can_be_interrupted(self):
        long_cell = "\n".join(f"int F{i}(int a) => a + {i};" for i in range(3_000))
        cell = self.wire.send("execute_request", {"code": long_cell})
        self.wire.next(self.wire.iopub, lambda m: m.type == "execute_input" and m.parent == cell)
        self.by_message()
        self.assertIn(self.wire.answer(cell).content["status"], ("ok", "error"))
        self.assert_lives()

    def test_interrupts_while_a_silent_cell_runs_stop_it(self):
        cell = self.wire.send("execute_request", {"code": "while (true) ;", "silent": True})
        time.sleep(0.5)
        self.by_message()
        self.assertEqual(self.wire.answer(cell).content["ename"], "Interrupted")

    def test_user_expressions_stop_too(self):
        cell = self.wire.send("execute_request", {"code": "var ready = 1;", "user_expressions": {
            "endless": "Enumerable.Range(0, int.MaxValue).Count(i => { Thread.Sleep(1); return false; })"}})
        time.sleep(0.5)
        self.by_message()
        self.assertIn(self.wire.answer(cell).content["status"], ("ok", "error"))
        self.assert_lives()
