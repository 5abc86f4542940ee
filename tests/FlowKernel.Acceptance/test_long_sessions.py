"""A session of many cells means what a short one means: what earlier cells declared is put together, and stays the same."""
import unittest

from kernel import Kernel
from mistakes import MistakeCase
from stores import small_store

CELLS = 120

# What a session declares: objects of own types, functions over variables, lambdas, iterators, events, results.
DECLARED = [
    "record Peer(string Ip, int Hits) { public Peer Next { get; set; } }",
    "class Counter { public static int Made; public int N; public Counter() => Made++; public int Up() => ++N; }",
    "enum Side { In, Out = 5 }\nstruct Pair { public int A, B; }",
    "interface INamed { string Name { get; } }\nclass Named(string name) : INamed { public string Name => name; public override string ToString() => $\"<{name}>\"; }",
    "var peer = new Peer(\"10.0.0.1\", 3); var counter = new Counter();",
    "peer.Next = new Peer(\"10.0.0.2\", 4); object boxed = new Pair { A = 1, B = 2 };",
    "int total = 0; int Add(int n) => total += n;",
    "Func<int, int> scaled = n => n * peer.Hits; Func<int> next = () => counter.Up();",
    "IEnumerable<int> Numbers() { for (var i = 0; ; i++) yield return i + total; }\nvar running = Numbers().GetEnumerator(); running.MoveNext();",
    "event Action<int> Rang; int heard = 0; Rang += n => heard += n; void Ring(int n) => Rang?.Invoke(n);",
    "var byIp = new Dictionary<string, Peer> { [peer.Ip] = peer, [peer.Next.Ip] = peer.Next };",
    "static T Same<T>(T value) where T : class => value;\nvar (left, right) = (peer, peer.Next);",
    "async Task<int> Later(int n) { await Task.Yield(); return n + total; }",
    "var lazy = new Lazy<string>(() => $\"{peer.Ip} {total}\"); var anonymous = new { peer.Ip, Deep = new { total } };",
    "abstract class Shape { public abstract double Area { get; } }\nclass Square(double a) : Shape { public override double Area => a * a; }\nvar shapes = new List<Shape> { new Square(2) };",
    "const int Limit = 10; readonly record struct Point(int X, int Y); var origin = new Point(0, 0);",
    "#!flowlogs --name flows\ndatatable(SrcIp:string, Bytes:long)['10.0.0.1', 5, '10.0.0.2', long(null), '10.0.0.3', 7]",
    "long? Total(IEnumerable<FlowsRow> rows) => rows.Sum(r => r.Bytes); var first = flows;",
    "Flow.Table(\"suspects\", new[] { peer, peer.Next });",
    "static int Plus(this Peer p, int n) => p.Hits + n;",
]

# What is asked of it later, and what answers a step gives depends on those before it.
STEPS = [
    "$\"{peer.Ip} {peer.Next.Hits} {ReferenceEquals(left, peer)} {byIp[\"10.0.0.1\"] == peer}\"",
    "Add(5)", "$\"{scaled(2)} {next()} {counter.N} {Counter.Made}\"", "peer = peer with { Hits = 7 }; scaled(2)",
    "Add(2)", "running.MoveNext(); running.Current", "Ring(4); Ring(2); heard", "await Later(1)", "lazy.Value",
    "$\"{anonymous} {(anonymous.Deep.total, Side.Out, (int)Side.Out)}\"", "((Pair)boxed).B", "Same(left).Hits",
    "shapes.Add(new Square(3)); shapes.Sum(s => s.Area)", "(origin with { X = Limit }).ToString()",
    "INamed named = new Named(\"n\"); $\"{named} {named.Name}\"", "$\"{Total(flows)} {Total(first)} {flows[0]}\"",
    "new Counter().Up() + Counter.Made", "peer.Plus(1)", "boxed is Pair { A: 1 } && left is Peer { Next.Ip: \"10.0.0.2\" }",
    "#!flowlogs\nsuspects | join kind=inner flows on $left.Ip == $right.SrcIp | summarize sum(Hits), count()",
    "(await Flow.Query($\"flows | where SrcIp == {peer.Ip} | count\")).Column<long>(\"Count\")[0]",
    "#!flowlogs --name flows\ndatatable(SrcIp:string, Bytes:long)['10.0.0.9', 1]", "$\"{Total(flows)} {Total(first)}\"",
    "typeof(Peer) == peer.GetType() && typeof(Peer) == left.GetType() && peer.GetType() == new Peer(\"\", 1).GetType()",
    "next() + counter.N", "Add(1) + total", "running.MoveNext(); running.Current", "Ring(1); heard",
    "var seen = new HashSet<Peer> { peer, peer with { }, left }; seen.Count",
    "string.Join(\",\", byIp.Values.OrderBy(p => p.Hits).Select(p => p.Ip))",
]

FILLERS = [
    "int filler{n} = {n};", "int Filled{n}(int a) => a + {n};", "record Filler{n}(int A);\nvar made{n} = new Filler{n}({n});",
    "class Unused{n} {{ public int N => {n}; }}", "var text{n} = \"t\" + {n}; text{n}.Length", "for (var i = 0; i < 3; i++) Console.Write(\"\");",
    "var list{n} = new List<int> {{ {n} }}; Func<int> get{n} = () => list{n}[0];",
]


def fillers(count):
    """Cells of no meaning for the steps, which declare names of every kind."""
    return [FILLERS[n % len(FILLERS)].format(n=n) for n in range(count)]


class LongSessions(MistakeCase):
    """The same steps in a short session, and between the cells of a long one."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.store = small_store()
        with Kernel() as short:
            cls.short = cls.play(short, [], [])
        more = fillers(CELLS)
        half = len(more) // 2
        cls.long = cls.play(cls.kernel, more[:half], more[half:])

    @classmethod
    def play(cls, kernel, before, between):
        """Declares all and takes the steps, other cells before and between; gives what each step showed."""
        for cell in [f"#!flowlogs connect local {cls.store}", *DECLARED, *before]:
            done = kernel.run(cell)
            assert done.ok, f"{cell}\n{done.text}"
        answers, share = [], -(-len(between) // len(STEPS)) if between else 0
        for number, step in enumerate(STEPS):
            for cell in between[number * share:(number + 1) * share]:
                done = kernel.run(cell)
                assert done.ok, f"{cell}\n{done.text}"
            answers.append(cls.answer(kernel.run(step)))
        return answers

    @staticmethod
    def answer(cell):
        """What a step ends with, without what it showed of its progress."""
        return cell.data("text/plain")[-1] if cell.ok and cell.data("text/plain") else cell.text

    def test_every_step_answers_as_in_a_short_session(self):
        for step, short, long in zip(STEPS, self.short, self.long):
            with self.subTest(step):
                self.assertEqual(short, long)

    def test_the_short_session_answers_what_csharp_says(self):
        expected = {0: "10.0.0.1 4 True true", 1: "5", 2: "6 1 1 1", 3: "14", 4: "7", 6: "6", 7: "8", 8: "10.0.0.1 7",
                    10: "2", 11: "3", 12: "13", 15: "12 12", 17: "8", 18: "true", 20: "1", 22: "1 12", 23: "true", 27: "7", 28: "2"}
        for number, answer in expected.items():
            with self.subTest(STEPS[number]):
                self.assertTrue(self.short[number].lower().startswith(answer.lower()), self.short[number])

    def test_all_that_the_fillers_declared_is_still_there(self):
        for n in range(0, CELLS, 17):
            with self.subTest(n):
                name, expected = [
                    (f"filler{n}", n), (f"Filled{n}(1)", n + 1), (f"made{n}.A", n), (f"new Unused{n}().N", n),
                    (f"text{n}", f"t{n}"), ("1", 1), (f"get{n}()", n)][n % len(FILLERS)]
                self.assertEqual(str(expected), self.value(name))

    def test_old_names_complete_and_explain(self):
        for text, name in (("filler11", "filler112"), ("pee", "peer"), ("Filled10", "Filled106"), ("Cou", "Counter")):
            with self.subTest(text):
                self.assertIn(name, self.kernel.ask("complete_request", {"code": text, "cursor_pos": len(text)})["matches"])
        told = self.kernel.ask("inspect_request", {"code": "Plus", "cursor_pos": 2, "detail_level": 0})["data"]["text/plain"]
        self.assertIn("int Plus(", told)

    def test_mistakes_are_told_at_the_users_line_and_names_have_a_nearest(self):
        self.assert_mistake("peer.⟦Hitz⟧", "CS1061", "Did you mean Hits?")
        self.assert_mistake("⟦fillr0⟧ + 1", "CS0103", "Did you mean filler0?")

    def test_an_exception_of_an_old_function_names_its_line(self):
        told = self.fails("int.Parse(peer.Ip)")
        self.assertIn("FormatException", told)

    def test_names_are_declared_anew_and_old_code_keeps_the_old(self):
        self.run_cell("string filler0 = \"new\"; record Peer(int Other);")
        self.assertEqual("new", self.value("filler0"))
        self.assertEqual("7", self.value("scaled(1)"))
        self.assertEqual("4", self.value("new Peer(4).Other"))
        self.assertEqual("7", self.value("peer.Hits"))


if __name__ == "__main__":
    unittest.main()
