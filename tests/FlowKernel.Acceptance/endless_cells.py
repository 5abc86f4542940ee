"""Cells and queries that end only when they are told to, by what they keep busy."""


def cells(text):
    """The cells of a text, by the names in the lines with -- above them."""
    parts = [part.split("\n", 1) for part in ("\n" + text.strip()).split("\n-- ")[1:]]
    return {name: code.strip() for name, code in parts}


LOOPS = cells(r"""
-- while
while (true) { }

-- while without a body
while (true);

-- for
for (;;) { }

-- for with all parts
for (long i = 0; i < long.MaxValue; i++) ;

-- do
do { } while (true);

-- foreach over an endless iterator
IEnumerable<int> Ones() { while (true) yield return 1; }
foreach (var one in Ones()) { }

-- foreach over an iterator of the library
foreach (var i in Enumerable.Repeat(0, int.MaxValue).Concat(Enumerable.Repeat(0, int.MaxValue))) { }

-- foreach over a span inside a loop
while (true) { foreach (var x in "abc".AsSpan()) { } }

-- await foreach
async IAsyncEnumerable<int> Many() { while (true) { await Task.Yield(); yield return 1; } }
await foreach (var one in Many()) { }

-- goto backwards
var n = 0;
again: n++;
goto again;

-- goto case
var state = 0;
switch (state) { case 0: goto case 1; case 1: goto case 0; }

-- loops in loops
while (true) for (var i = 0; i < 1000; i++) { var j = 0; do j++; while (j < 100); }

-- a loop that catches everything
while (true) { try { int.Parse("x"); } catch { } }

-- a loop that catches in its own finally
while (true) { try { } finally { for (var i = 0; i < 100; i++) ; } }

-- a loop in a lock
lock (new object()) while (true) ;

-- a loop in a using
using (var stream = new System.IO.MemoryStream())
    while (true) stream.SetLength(0);

-- a loop in a catch
try { throw new Exception(); } catch { while (true) ; }

-- unchecked sums
long sum = 0;
while (true) unchecked { sum += 3; }

-- a loop over a span
{ Span<byte> room = stackalloc byte[64];
while (true) room[0]++; }

-- string building
var text = new StringBuilder();
while (true) { text.Clear(); text.Append('x', 100); }
""")

FUNCTIONS = cells(r"""
-- a method
int Spin() { while (true) ; }
Spin()

-- a local function in a local function
int Spin() { int Inner() { again: goto again; } return Inner(); }
Spin()

-- a lambda
Func<int> spin = () => { for (;;) { } };
spin()

-- a lambda in a lambda
Action outer = () => { Action inner = () => { do { } while (true); }; inner(); };
outer();

-- an expression that calls itself and comes back
int Fib(int n) => n < 2 ? n : Fib(n - 1) + Fib(n - 2);
Fib(60)

-- local functions that call each other
{ bool Even(int n) => n == 0 || Odd(n - 1); bool Odd(int n) => n != 0 && Even(n - 1);
while (true) Even(1000); }

-- a lambda that calls itself and comes back
Func<int, int> fib = null;
fib = n => n < 2 ? n : fib(n - 1) + fib(n - 2);
fib(60)

-- a static method of a class
static class C { public static int Spin() { while (true) ; } }
C.Spin()

-- a constructor
class Endless { public Endless() { while (true) ; } }
new Endless()

-- a static constructor
class Lazy1 { public static int X; static Lazy1() { var until = DateTime.MaxValue;
    while (DateTime.UtcNow < until) ; } }
Lazy1.X

-- a property
class P { public int X { get { while (true) ; } } }
new P().X

-- an indexer
class I { public int this[int i] { get { while (true) ; } } }
new I()[0]

-- an operator
class O { public static O operator +(O a, O b) { while (true) ; } }
new O() + new O()

-- an event's handler
class E { public event Action Done; public void Run() => Done(); }
var e = new E(); e.Done += () => { while (true) ; };
e.Run();

-- a generic method
T Spin<T>(T x) { while (true) ; }
Spin(1)

-- a record's method
record R(int A) { public int Spin() { while (true) ; } }
new R(1).Spin()

-- a ToString that is shown
class T { public override string ToString() { while (true) ; } }
new T()

-- a Dispose
class D : IDisposable { public void Dispose() { while (true) ; } }
using (new D()) { }

-- an interface's default method
interface IA { int Spin() { while (true) ; } }
class A : IA { }
((IA)new A()).Spin()

-- a comparison inside Sort
var list = Enumerable.Range(0, 100).ToList();
list.Sort((a, b) => { while (true) ; });
""")

AWAITS = cells(r"""
-- a delay
await Task.Delay(600_000);

-- a delay after a delay
await Task.Delay(1);
await Task.Delay(600_000);

-- a delay in a function
async Task Wait() => await Task.Delay(600_000);
await Wait();

-- a task that nobody completes
await new TaskCompletionSource().Task;

-- delays in a loop
while (true) await Task.Delay(10);

-- yields in a loop
while (true) await Task.Yield();

-- all of several
await Task.WhenAll(Task.Delay(600_000), new TaskCompletionSource().Task);

-- any of several
await Task.WhenAny(Task.Delay(600_000), new TaskCompletionSource().Task);

-- a semaphore
await new SemaphoreSlim(0).WaitAsync();

-- a channel
await System.Threading.Channels.Channel.CreateUnbounded<int>().Reader.ReadAsync();

-- a value task
await new ValueTask(new TaskCompletionSource().Task);

-- a server that nobody calls
var server = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
server.Start();
await server.AcceptTcpClientAsync();
""")

BLOCKING = cells(r"""
-- a sleep
Thread.Sleep(600_000);

-- a sleep after an await
await Task.Delay(1);
Thread.Sleep(600_000);

-- a sleep without end
Thread.Sleep(Timeout.Infinite);

-- a task's result
new TaskCompletionSource<int>().Task.Result

-- a task's wait
Task.Delay(600_000).Wait();

-- an event
new ManualResetEventSlim().Wait();

-- an older event
new ManualResetEvent(false).WaitOne();

-- a monitor
var gate = new object();
lock (gate) Monitor.Wait(gate);

-- a thread that is joined
var t = new Thread(() => Thread.Sleep(600_000)) { IsBackground = true };
t.Start();
t.Join();

-- a spin
SpinWait.SpinUntil(() => false);

-- a collection that stays empty
new System.Collections.Concurrent.BlockingCollection<int>().Take()
""")

PARALLEL = cells(r"""
-- a task
await Task.Run(() => { while (true) ; });

-- a task that awaits
await Task.Run(async () => { while (true) await Task.Delay(5); });

-- several tasks
await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => { while (true) ; })));

-- tasks in tasks
await Task.Run(() => Task.Run(() => { while (true) ; }));

-- a long running task
await Task.Factory.StartNew(() => { while (true) ; }, TaskCreationOptions.LongRunning);

-- a thread
var t = new Thread(() => { while (true) ; }) { IsBackground = true };
t.Start();
t.Join();

-- Parallel.For
Parallel.For(0, 8, _ => { while (true) ; });

-- Parallel.For over a great range
Parallel.For(0L, long.MaxValue, _ => { });

-- Parallel.ForEach
Parallel.ForEach(Enumerable.Range(0, 1000), _ => Thread.Sleep(600_000));

-- Parallel.ForEachAsync
await Parallel.ForEachAsync(Enumerable.Range(0, 1000), async (_, stop) => await Task.Delay(600_000));

-- Parallel.Invoke
Parallel.Invoke(() => { while (true) ; }, () => Thread.Sleep(600_000));

-- parallel LINQ
ParallelEnumerable.Range(0, int.MaxValue).Where(i => i < 0).Count()
""")

LINQ = cells(r"""
-- Count
Enumerable.Range(0, int.MaxValue).SelectMany(i => Enumerable.Range(0, 1000)).Count(i => i > 5000)

-- Where
Enumerable.Range(0, int.MaxValue).Select(i => i % 7).Where(i => i > 8).Count()

-- a query
(from a in Enumerable.Range(0, 1 << 20) from b in Enumerable.Range(0, 1 << 20) where a < 0 select a).Count()

-- Any over an endless iterator
IEnumerable<int> Naturals() { for (var i = 0; ; i++) yield return i & 0xFF; }
Naturals().Any(n => n < 0)

-- Aggregate
Enumerable.Repeat(1, int.MaxValue).Aggregate((a, b) => unchecked(a + b) & Enumerable.Range(0, 99).Count(i =>
    i > 5))

-- GroupBy
Enumerable.Range(0, int.MaxValue).Select(i => (long)i).GroupBy(i => i & 7).Select(g => g.Key).Where(k =>
    k > 7).Count()

-- a result that is shown and never ends
IEnumerable<int> Slow() { while (true) { yield return 1; Thread.Sleep(600_000); } }
Slow()
""")

# Each busies another part of the engine.
QUERIES = cells(r"""
-- an aggregate
range a from 1 to 90000000000 step 1 | summarize dcount(a % 1000)

-- texts
range a from 1 to 90000000000 step 1 | where strcat(a, 'x') has 'y' | count

-- a cross join
range a from 1 to 1000000 step 1 | extend k = 1 | join kind=inner (range b from 1 to 1000000 step 1
    | extend k = 1) on k | where a * b == -1 | count

-- a join of the sample with itself
NTANetAnalytics | extend k = 1 | join kind=inner (NTANetAnalytics | extend k = 1) on k
    | join kind=inner (NTANetAnalytics | extend k = 1) on k | where strcat(SrcIp, DestIp1) has 'y' | count

-- a sort
range a from 1 to 90000000000 step 1 | where hash(a) % 3 == 5 | sort by a desc | take 1

-- regular expressions
range a from 1 to 90000000000 step 1 | where strcat('abc', a) matches regex '(a|b)+z' | count

-- functions of C#
range a from 1 to 90000000000 step 1 | where parse_url(strcat('http://h/', a)).Host == 'x' | count

-- a window
range a from 1 to 900000000 step 1 | serialize | extend b = prev(a, 1) | where b < 0 | count

-- rows in managed memory
range a from 1 to 30000000 step 1 | serialize | scan declare (s: long = 0) with (step x: true =>
    s = x.s + a;) | count
""")
