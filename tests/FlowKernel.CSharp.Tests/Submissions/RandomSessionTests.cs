using System.Globalization;

namespace FlowKernel.CSharp.Tests.Submissions;

/// <summary>
/// Sessions of random cells that declare, declare again, assign, loop and call give what a model says that knows
/// nothing of compiling, dropping and unloading: a name means the newest declaration before the cell that uses it.
/// </summary>
public sealed class RandomSessionTests
{
    private const int Cells = 150;

    [Theory]
    [InlineData(1, 32)]
    [InlineData(2, 32)]
    [InlineData(3, 2)]
    [InlineData(4, 2)]
    [InlineData(5, 3)]
    [InlineData(6, 4)]
    [InlineData(7, 3, 2)]
    [InlineData(8, 8, 2)]
    [InlineData(9, 5, 3)]
    public async Task EveryCellGivesWhatTheModelSays(int seed, int fewestConsolidated, int newNames = 0)
    {
        var notebook = new Notebook(new CSharpCellsOptions { FewestConsolidated = fewestConsolidated });
        var session = new Session(new Random(seed), newNames);
        for (var i = 0; i < Cells; i++)
        {
            var (code, value) = session.Next();
            Assert.Equal((code, value), (code, await notebook.ValueOf(code)));
            if (i % 10 == 0)
                GC.Collect();
        }
    }

    private sealed class Session(Random random, int newNames)
    {
        private static readonly string[] Names = ["a", "b", "c", "d"];
        private readonly Dictionary<string, int[]> _variables = [];
        private readonly Dictionary<string, Func<int, int>> _functions = [];
        private readonly Dictionary<string, int> _types = [];
        private readonly Dictionary<string, int> _constants = [];
        private readonly Dictionary<string, int> _objects = [];
        private int _names;

        private readonly HashSet<string> _counters = [];
        private readonly Dictionary<string, Func<int>> _sequences = [];

        public (string Code, int Value) Next() => random.Next(16) switch
        {
            0 or 1 => Declare(),
            2 => Function(),
            3 => Lambda(),
            4 => Assign(),
            5 => Loop(),
            6 => Type(),
            7 => Constant(),
            8 => Counter(),
            9 => Called(),
            10 => Sequence(),
            11 => Object(),
            12 => Holder(),
            _ => Use(),
        };

        private (string Code, int Value) Declare()
        {
            var (name, n) = (Name(), random.Next(100));
            var (code, value) = Expression(without: name);
            _variables[name] = [value + n];
            return (Invariant($"var {name} = {code} + {n}; {name}"), value + n);
        }

        // A function sees the variables and functions that were there when it was declared.
        private (string Code, int Value) Function()
        {
            if (_variables.Count == 0)
                return Declare();
            var (name, seen) = ("F" + Name(), Any(_variables));
            var inner = _functions.Count > 0 ? Any(_functions) : default;
            _counters.Remove(name);
            if (inner.Key is not null && inner.Key != name && _counters.Contains(inner.Key))
                _counters.Add(name);
            Func<int, int> called = inner.Value ?? (n => n);
            _functions[name] = n => Wrap(called(n) + seen.Value[0]);
            var call = inner.Key is null || inner.Key == name ? "n" : $"{inner.Key}(n)";
            if (call == "n")
                _functions[name] = n => Wrap(n + seen.Value[0]);
            return (
                Invariant($"int {name}(int n)\n{{\n    var s = {call};\n    return (s + {seen.Key}) % 1000;\n}}\n{name}(1)"),
                _functions[name](1));
        }

        // A variable with a function that changes it.
        private (string Code, int Value) Counter()
        {
            var (name, n) = (Name(), random.Next(100));
            var held = _variables[name] = [n];
            _functions["F" + name] = k => held[0] = Wrap(held[0] + k);
            _counters.Add("F" + name);
            return (
                Invariant($"var {name} = {n}; int F{name}(int k)\n{{\n    return {name} = ({name} + k) % 1000;\n}}\nF{name}(1)"),
                _functions["F" + name](1));
        }

        // The expression is worked out once for each number.
        private (string Code, int Value) Lambda()
        {
            var (code, value) = Expression(counts: false);
            return (
                Invariant($"new[] {{ 1, 2, 3 }}.Where(n => n > 1).Select(n => n * {code}).Sum()"),
                5 * value);
        }

        // Nobody holds the lambda afterwards.
        private (string Code, int Value) Called()
        {
            if (_functions.Count == 0)
                return Declare();
            var function = Any(_functions);
            var call = random.Next(2) == 0 ? $"n => {function.Key}(n)" : function.Key;
            return ($"new[] {{ 1, 2 }}.Select({call}).ToList().Sum()", function.Value(1) + function.Value(2));
        }

        // The lambda is called whenever the first of the sequence is asked for.
        private (string Code, int Value) Sequence()
        {
            if (_functions.Count == 0)
                return Declare();
            var (name, function) = ("s" + Name(), Any(_functions));
            _sequences[name] = () => function.Value(3);
            return ($"var {name} = new[] {{ 3 }}.Select(n => {function.Key}(n)); {name}.First()", function.Value(3));
        }

        private (string Code, int Value) Assign()
        {
            if (_variables.Count == 0)
                return Declare();
            var (variable, n) = (Any(_variables), random.Next(100));
            variable.Value[0] = n;
            return (Invariant($"{variable.Key} = {n}; {variable.Key}"), n);
        }

        private (string Code, int Value) Loop()
        {
            if (_variables.Count == 0)
                return Declare();
            var variable = Any(_variables);
            variable.Value[0] += 6;
            return (Invariant($"for (var i = 0; i < 4; i++)\n    {variable.Key} += i;\n{variable.Key}"), variable.Value[0]);
        }

        private (string Code, int Value) Type()
        {
            var (name, n) = ("R" + Name(), random.Next(100));
            _types[name] = n;
            return (
                Invariant($"record {name}(int N)\n{{\n    public int Twice => N * 2 + {n};\n}}\nnew {name}(1).Twice"), n + 2);
        }

        // A type with an object of it, which outlives a type of the same name.
        private (string Code, int Value) Object()
        {
            var (name, n) = (Name(), random.Next(100));
            _types["R" + name] = n;
            _objects["o" + name] = 6 + n;
            return (
                Invariant($"record R{name}(int N)\n{{\n    public int Twice => N * 2 + {n};\n}}\nvar o{name} = new R{name}(3); o{name}.Twice"),
                6 + n);
        }

        // An object of a type that shows a type of an earlier cell.
        private (string Code, int Value) Holder()
        {
            if (_types.Count == 0)
                return Object();
            var (name, inner) = (Name(), Any(_types));
            _objects["h" + name] = 2 + inner.Value;
            return (
                Invariant($"record H{name}({inner.Key} Inner)\n{{\n    public int Twice => Inner.Twice;\n}}\n")
                + Invariant($"List<{inner.Key}> l{name} = [new(1)]; var h{name} = new H{name}(l{name}[0]); h{name}.Twice"),
                2 + inner.Value);
        }

        private (string Code, int Value) Constant()
        {
            var (name, n) = ("C" + Name(), random.Next(100));
            _constants[name] = n;
            return (Invariant($"const int {name} = {n} + 1; {name} - 1"), n);
        }

        private (string Code, int Value) Use() => Expression();

        private (string Code, int Value) Expression(string? without = null, bool counts = true)
        {
            if (_functions.Count > 0 && random.Next(2) == 0)
            {
                var function = Any(_functions);
                if (counts || !_counters.Contains(function.Key))
                    return (function.Key + "(2)", function.Value(2));
            }

            if (counts && _sequences.Count > 0 && random.Next(4) == 0)
            {
                var sequence = Any(_sequences);
                return (sequence.Key + ".First()", sequence.Value());
            }

            if (_types.Count > 0 && random.Next(5) == 0)
            {
                var type = Any(_types);
                return (Invariant($"new {type.Key}(3).Twice"), type.Value + 6);
            }

            if (_objects.Count > 0 && random.Next(4) == 0)
            {
                var held = Any(_objects);
                return (held.Key + ".Twice", held.Value);
            }

            if (_constants.Count > 0 && random.Next(6) == 0)
            {
                var constant = Any(_constants);
                return (constant.Key, constant.Value + 1);
            }

            if (_variables.Count > 0 && random.Next(4) > 0)
            {
                var variable = Any(_variables);
                if (variable.Key != without)
                    return (variable.Key, variable.Value[0]);
            }

            var n = random.Next(10);
            return (n.ToString(CultureInfo.InvariantCulture), n);
        }

        private string Name() =>
            random.Next(4) < newNames ? Invariant($"n{_names++}") : Names[random.Next(Names.Length)];

        private KeyValuePair<string, T> Any<T>(Dictionary<string, T> known) =>
            known.ElementAt(random.Next(known.Count));

        private static int Wrap(int n) => n % 1000;

        private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
    }
}
