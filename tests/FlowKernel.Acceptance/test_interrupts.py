"""An interrupt stops a query, an await and any C# loop within 300 ms; variables survive."""
import os
import signal
import statistics
import time

from interrupting import InterruptCase, UNDER_WAY

LOOPS = {
    "while": "while (true) { }",
    "while without a body": "while (true);",
    "for": "for (;;) { }",
    "for with all parts": "for (long i = 0; i < long.MaxValue; i++) ;",
    "do": "do { } while (true);",
    "foreach over an endless iterator": "IEnumerable<int> Ones() { while (true) yield return 1; }\nforeach (var one in Ones()) { }",
    "foreach over an iterator of the library": "foreach (var i in Enumerable.Repeat(0, int.MaxValue).Concat(Enumerable.Repeat(0, int.MaxValue))) { }",
    "foreach over a span inside a loop": "while (true) { foreach (var x in \"abc\".AsSpan()) { } }",
    "await foreach": "async IAsyncEnumerable<int> Many() { while (true) { await Task.Yield(); yield return 1; } }\nawait foreach (var one in Many()) { }",
    "goto backwards": "var n = 0;\nagain: n++;\ngoto again;",
    "goto case": "var state = 0;\nswitch (state) { case 0: goto case 1; case 1: goto case 0; }",
    "loops in loops": "while (true) for (var i = 0; i < 1000; i++) { var j = 0; do j++; while (j < 100); }",
    "a loop that catches everything": "while (true) { try { int.Parse(\"x\"); } catch { } }",
    "a loop that catches in its own finally": "while (true) { try { } finally { for (var i = 0; i < 100; i++) ; } }",
    "a loop in a lock": "lock (new object()) while (true) ;",
    "a loop in a using": "using var stream = new System.IO.MemoryStream();\nwhile (true) stream.SetLength(0);",
    "a loop in a catch": "try { throw new Exception(); } catch { while (true) ; }",
    "unchecked sums": "long sum = 0;\nwhile (true) unchecked { sum += 3; }",
    "a loop with pointers' kin": "Span<byte> room = stackalloc byte[64];\nwhile (true) room[0]++;",
    "string building": "var text = new StringBuilder();\nwhile (true) { text.Clear(); text.Append('x', 100); }",
}

FUNCTIONS = {
    "a method": "int Spin() { while (true) ; }\nSpin()",
    "a local function in a local function": "int Spin() { int Inner() { again: goto again; } return Inner(); }\nSpin()",
    "a lambda": "Func<int> spin = () => { for (;;) { } };\nspin()",
    "a lambda in a lambda": "Action outer = () => { Action inner = () => { do { } while (true); }; inner(); };\nouter();",
    "an expression that calls itself and comes back": "int Fib(int n) => n < 2 ? n : Fib(n - 1) + Fib(n - 2);\nFib(60)",
    "local functions that call each other": "{ bool Even(int n) => n == 0 || Odd(n - 1); bool Odd(int n) => n != 0 && Even(n - 1);\nwhile (true) Even(1000); }",
    "a lambda that calls itself and comes back": "Func<int, int> fib = null;\nfib = n => n < 2 ? n : fib(n - 1) + fib(n - 2);\nfib(60)",
    "a static method of a class": "static class C { public static int Spin() { while (true) ; } }\nC.Spin()",
    "a constructor": "class Endless { public Endless() { while (true) ; } }\nnew Endless()",
    "a static constructor": "class Lazy1 { public static int X; static Lazy1() { var until = DateTime.MaxValue; while (DateTime.UtcNow < until) ; } }\nLazy1.X",
    "a property": "class P { public int X { get { while (true) ; } } }\nnew P().X",
    "an indexer": "class I { public int this[int i] { get { while (true) ; } } }\nnew I()[0]",
    "an operator": "class O { public static O operator +(O a, O b) { while (true) ; } }\nnew O() + new O()",
    "an event's handler": "class E { public event Action Done; public void Run() => Done(); }\nvar e = new E(); e.Done += () => { while (true) ; };\ne.Run();",
    "a generic method": "T Spin<T>(T x) { while (true) ; }\nSpin(1)",
    "a record's method": "record R(int A) { public int Spin() { while (true) ; } }\nnew R(1).Spin()",
    "a ToString that is shown": "class T { public override string ToString() { while (true) ; } }\nnew T()",
    "a Dispose": "class D : IDisposable { public void Dispose() { while (true) ; } }\nusing (new D()) { }",
    "an interface's default method": "interface IA { int Spin() { while (true) ; } }\nclass A : IA { }\n((IA)new A()).Spin()",
    "a comparison inside Sort": "var list = Enumerable.Range(0, 100).ToList();\nlist.Sort((a, b) => { while (true) ; });",
}

AWAITS = {
    "a delay": "await Task.Delay(600_000);",
    "a delay after a delay": "await Task.Delay(1);\nawait Task.Delay(600_000);",
    "a delay in a function": "async Task Wait() => await Task.Delay(600_000);\nawait Wait();",
    "a task that nobody completes": "await new TaskCompletionSource().Task;",
    "delays in a loop": "while (true) await Task.Delay(10);",
    "yields in a loop": "while (true) await Task.Yield();",
    "all of several": "await Task.WhenAll(Task.Delay(600_000), new TaskCompletionSource().Task);",
    "any of several": "await Task.WhenAny(Task.Delay(600_000), new TaskCompletionSource().Task);",
    "a semaphore": "await new SemaphoreSlim(0).WaitAsync();",
    "a channel": "await System.Threading.Channels.Channel.CreateUnbounded<int>().Reader.ReadAsync();",
    "a value task": "await new ValueTask(new TaskCompletionSource().Task);",
    "a server that nobody calls": "var server = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);\nserver.Start();\nawait server.AcceptTcpClientAsync();",
}

BLOCKING = {
    "a sleep": "Thread.Sleep(600_000);",
    "a sleep after an await": "await Task.Delay(1);\nThread.Sleep(600_000);",
    "a sleep without end": "Thread.Sleep(Timeout.Infinite);",
    "a task's result": "new TaskCompletionSource<int>().Task.Result",
    "a task's wait": "Task.Delay(600_000).Wait();",
    "an event": "new ManualResetEventSlim().Wait();",
    "an older event": "new ManualResetEvent(false).WaitOne();",
    "a monitor": "var gate = new object();\nlock (gate) Monitor.Wait(gate);",
    "a thread that is joined": "var t = new Thread(() => Thread.Sleep(600_000)) { IsBackground = true };\nt.Start();\nt.Join();",
    "a spin": "SpinWait.SpinUntil(() => false);",
    "a collection that stays empty": "new System.Collections.Concurrent.BlockingCollection<int>().Take()",
}

PARALLEL = {
    "a task": "await Task.Run(() => { while (true) ; });",
    "a task that awaits": "await Task.Run(async () => { while (true) await Task.Delay(5); });",
    "several tasks": "await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => { while (true) ; })));",
    "tasks in tasks": "await Task.Run(() => Task.Run(() => { while (true) ; }));",
    "a long running task": "await Task.Factory.StartNew(() => { while (true) ; }, TaskCreationOptions.LongRunning);",
    "a thread": "var t = new Thread(() => { while (true) ; }) { IsBackground = true };\nt.Start();\nt.Join();",
    "Parallel.For": "Parallel.For(0, 8, _ => { while (true) ; });",
    "Parallel.For over a great range": "Parallel.For(0L, long.MaxValue, _ => { });",
    "Parallel.ForEach": "Parallel.ForEach(Enumerable.Range(0, 1000), _ => Thread.Sleep(600_000));",
    "Parallel.ForEachAsync": "await Parallel.ForEachAsync(Enumerable.Range(0, 1000), async (_, stop) => await Task.Delay(600_000));",
    "Parallel.Invoke": "Parallel.Invoke(() => { while (true) ; }, () => Thread.Sleep(600_000));",
    "parallel LINQ": "ParallelEnumerable.Range(0, int.MaxValue).Where(i => i < 0).Count()",
}

LINQ = {
    "Count": "Enumerable.Range(0, int.MaxValue).SelectMany(i => Enumerable.Range(0, 1000)).Count(i => i > 5000)",
    "Where": "Enumerable.Range(0, int.MaxValue).Select(i => i % 7).Where(i => i > 8).Count()",
    "a query": "(from a in Enumerable.Range(0, 1 << 20) from b in Enumerable.Range(0, 1 << 20) where a < 0 select a).Count()",
    "Any over an endless iterator": "IEnumerable<int> Naturals() { for (var i = 0; ; i++) yield return i & 0xFF; }\nNaturals().Any(n => n < 0)",
    "Aggregate": "Enumerable.Repeat(1, int.MaxValue).Aggregate((a, b) => unchecked(a + b) & Enumerable.Range(0, 99).Count(i => i > 5))",
    "GroupBy": "Enumerable.Range(0, int.MaxValue).Select(i => (long)i).GroupBy(i => i & 7).Select(g => g.Key).Where(k => k > 7).Count()",
    "a result that is shown and never ends": "IEnumerable<int> Slow() { while (true) { yield return 1; Thread.Sleep(600_000); } }\nSlow()",
}

# Each busies another part of the engine.
QUERIES = {
    "an aggregate": "range a from 1 to 90000000000 step 1 | summarize dcount(a % 1000)",
    "texts": "range a from 1 to 90000000000 step 1 | where strcat(a, 'x') has 'y' | count",
    "a cross join": "range a from 1 to 1000000 step 1 | extend k = 1 | join kind=inner (range b from 1 to 1000000 step 1 | extend k = 1) on k"
                    " | where a * b == -1 | count",
    "a join of the sample with itself": "NTANetAnalytics | extend k = 1 | join kind=inner (NTANetAnalytics | extend k = 1) on k"
                                        " | join kind=inner (NTANetAnalytics | extend k = 1) on k | where strlen(SrcIp) < 0 | count",
    "a sort": "range a from 1 to 90000000000 step 1 | where hash(a) % 3 == 5 | sort by a desc | take 1",
    "regular expressions": "range a from 1 to 90000000000 step 1 | where strcat('abc', a) matches regex '(a|b)+z' | count",
    "functions of C#": "range a from 1 to 90000000000 step 1 | where parse_url(strcat('http://h/', a)).Host == 'x' | count",
    "a window": "range a from 1 to 900000000 step 1 | serialize | extend b = prev(a, 1) | where b < 0 | count",
    "rows in managed memory": "range a from 1 to 30000000 step 1 | serialize"
                              " | scan declare (s: long = 0) with (step x: true => s = x.s + a;) | count",
}


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
                    self.assertLess(statistics.median(self.time_of(code, stop) for _ in range(5)), 0.3)

    def test_the_error_says_that_variables_stay(self):
        cell = self.begin("while (true) ;")
        self.by_message()
        reply = self.wire.answer(cell).content
        self.assertEqual((reply["ename"], reply["evalue"]), ("Interrupted", "The cell was interrupted."))
        self.assertIn("Variables keep their values", "\n".join(reply["traceback"]))

    def test_what_the_cell_had_done_by_then_stays(self):
        self.time_of("var half = 17; var list = new List<int>();\nwhile (true) { if (list.Count < 5) list.Add(list.Count); }", self.by_message)
        self.assertEqual(self.value("half + list.Count"), "22")

    def test_text_written_before_is_shown(self):
        cell = self.begin('Console.Write("shown"); while (true) ;')
        time.sleep(UNDER_WAY)
        self.by_message()
        self.assertIn("shown", [m.content.get("text") for m in self.wire.published(cell)])

    def test_finally_runs_and_catch_all_does_not_swallow_it(self):
        self.run_cell("var order = new List<string>();")
        self.time_of('try { try { while (true) ; } catch (Exception) { order.Add("caught"); while (true) ; } }\n'
                     'finally { order.Add("finally"); }', self.by_message)
        self.assertEqual(self.value('order.Last()'), "finally")

    def test_the_cells_own_cancellation_is_no_interrupt(self):
        reply, _ = self.wire.run("using var own = new CancellationTokenSource(1);\nawait Task.Delay(600_000, own.Token);")
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
        cell = self.begin(long_cell)
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
