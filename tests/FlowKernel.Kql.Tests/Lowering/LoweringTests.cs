using FlowKernel.Plan;

namespace FlowKernel.Kql.Tests.Lowering;

public class LoweringTests(KqlFixture kql)
{
    [Theory]
    [InlineData("T | where a > 1 | where s == 'x' or s has 'y' or b < 2", """
        Filter or(or((s == "x"), has(s, "y")), (b < 2))
          Filter (a > 1)
            Scan T
        """)]
    [InlineData("T | extend z = a + 1, strlen(s), a = 5 | project z, s, twice = a * 2", """
        Project z, s, twice = (a * 2)
          Project a = 5, b, s, t, d, z = (a + 1), strlen_s = strlen(s)
            Scan T
        """)]
    [InlineData("T | project-away a, d | project-reorder t, s | project-rename q = b", """
        Project t, s, q = b
          Project t, s, b
            Project b, s, t
              Scan T
        """)]
    [InlineData("T | summarize sum(a), N = round(avg(b), 1) by bin(t, 1h), tostring(d.k)", """
        Aggregate sum_a = sum(a), N = round(avg(b), 1) by t = bin(t, timespan(01:00:00)), d_k = tostring([](d, "k"))
          Scan T
        """)]
    [InlineData("U | summarize arg_max(a, *), m = arg_min(c, s) by s", """
        Aggregate a = arg_max(a, a), c = arg_max(a, c), m = arg_min(c, c), s1 = arg_min(c, s) by s = s
          Scan U
        """)]
    [InlineData("T | summarize percentiles(a, 50, 90), take_any(s)", """
        Aggregate percentile_a_50 = percentile(a, 50), percentile_a_90 = percentile(a, 90), s = take_any(s) by 
          Scan T
        """)]
    [InlineData("T | project a, s | distinct * | count", """
        Aggregate Count = count() by 
          Distinct
            Project a, s
              Scan T
        """)]
    [InlineData("T | sort by a, s asc, b desc nulls first | top 3 by t asc | take 5", """
        Take 5
          Top 3 by t asc nulls first
            Sort a desc nulls last, s asc nulls first, b desc nulls first
              Scan T
        """)]
    [InlineData("U | join U on s, $left.a == $right.a", """
        Project a, s, c, a1 = a, s1 = s, c1 = c
          Join InnerUnique on s == s, a == a
            Scan U
            Scan U
        """)]
    [InlineData("U | join kind=leftanti (U | where c) on s | lookup kind=inner (T | project s, b) on s", """
        Project a, s, c, b
          Join Inner on s == s
            Join LeftAnti on s == s
              Scan U
              Filter c
                Scan U
            Project s, b
              Scan T
        """)]
    [InlineData("U | union withsource=src (U | project a = tostring(a), s)", """
        Union src:string, a_long:long, a_string:string, s:string, c:bool
          Scan U
          Project a = tostring(a), s
            Scan U
        """)]
    [InlineData("U | union kind=inner (T | project s, a) | project a", """
        Project a
          Union a:long, s:string
            Scan U
            Project s, a
              Scan T
        """)]
    [InlineData("let m = 5; let f = (X:(a:long), n:long, k:real=1) { X | where a > n + k }; f(U, m, k=2) | count", """
        Aggregate Count = count() by 
          Filter (a > (5 + real(2)))
            Scan U
        """)]
    [InlineData("let m = materialize(U | take 1); m | union m", """
        Union a:long, s:string, c:bool
          Shared materialized
            Take 1
              Scan U
          Shared materialized
            Take 1
              Scan U
        """)]
    [InlineData("U | as X | where a > toscalar(X | summarize max(a)) | where s in ((X | project s))", """
        Filter (s in (Project s <- Shared X <- Scan U))
          Filter (a > toscalar(Aggregate max_a = max(a) by  <- Shared X <- Scan U))
            Shared X
              Scan U
        """)]
    [InlineData("print x = -2.5, y = dynamic({\"k\": [1, time(1h)]}), z = real(inf)", """
        Rows x:real, y:dynamic, z:real: real(-2.5), dynamic({"k":[1,"01:00:00"]}), real(Infinity)
        """)]
    [InlineData("print 0x1F, 'a' \"b\", @'c\\'", """
        Rows print_0:long, print_1:string, print_2:string: 31, "ab", "c\\"
        """)]
    [InlineData("datatable(x:real, y:string)[1, 'a', -2.5, 'b']", """
        Rows x:real, y:string: real(1), "a"; real(-2.5), "b"
        """)]
    [InlineData("range x from 1 to 9 step 2 | serialize n = row_number() | extend p = prev(x)", """
        Project x, n, p = prev(x)
          Project x, n = row_number()
            Range x from 1 to 9 step 2
        """)]
    [InlineData("U | where a between (1 .. 2) and a !in (1, 2) and s has_any ('x', 'y')", """
        Filter and(and(between(a, 1, 2), !in(a, 1, 2)), has_any(s, "x", "y"))
          Scan U
        """)]
    [InlineData("U | where s <> 'z' and s matches regex 'q'", """
        Filter and((s != "z"), matches regex(s, "q"))
          Scan U
        """)]
    [InlineData("T | where s == ip | mv-expand e = d to typeof(long) | render timechart", """
        Expand e:long = d
          Filter (s == "10.1.1.8")
            Scan T
        """)]
    [InlineData("T | make-series n = count() default = 0 on a from 0 to 9 step 3 by s", """
        MakeSeries n = count() default 0 on a = a from 0 to 9 step 3 by s = s
          Scan T
        """)]
    [InlineData("U | project s | parse-where s with * '(' x ')' *", """
        Project s, x = extract("(?s)^.*?\\((.*?)\\).*?", 1, s)
          Filter matches regex(s, "(?s)^.*?\\((.*?)\\).*?")
            Project s
              Scan U
        """)]
    [InlineData("U | project s | parse kind=relaxed s with 'a=' x:long", """
        Project s, x = iff(matches regex(s, "(?s)^a=(.*)"), tolong(extract("(?s)^a=(.*)", 1, s)), long(null))
          Project s
            Scan U
        """)]
    [InlineData("T | parse kind=regex s with '[a-z]+' x @'\\d' y", """
        Project a, b, s, t, d, x = extract("(?s)^[a-z]+(.*)\\d(.*)", 1, s), y = extract("(?s)^[a-z]+(.*)\\d(.*)", 2, s)
          Scan T
        """)]
    [InlineData("U | search 'x*' and a == 1", """
        Union $table:string, a:long, s:string, c:bool
          Filter and(or(or(hasprefix(tostring(a), "x"), hasprefix(s, "x")), hasprefix(tostring(c), "x")), (a == 1))
            Scan U
        """)]
    [InlineData("U | where * !has 'x' | top-hitters 2 of s by a", """
        Top 2 by approximate_sum_a desc nulls last
          Aggregate approximate_sum_a = sum(a) by s = s
            Filter and(and((tostring(a) !has "x"), (s !has "x")), (tostring(c) !has "x"))
              Scan U
        """)]
    [InlineData("U | top-nested 1 of s by sum(a), top-nested of c by N=count()", """
        Sort aggregated_s desc nulls last, s asc nulls first, N desc nulls last
          Project s, aggregated_s, c, N
            Join Inner on s == s
              Project s, aggregated_s
                Filter ($row_number <= 1)
                  Project s, aggregated_s, $row_number = row_number()
                    Sort aggregated_s desc nulls last
                      Aggregate aggregated_s = sum(a) by s = s
                        Shared nested
                          Scan U
              Aggregate N = count() by s = s, c = c
                Shared nested
                  Scan U
        """)]
    [InlineData("U | mv-apply e = pack_all() on (where tostring(e) != s | project e)", """
        Apply a:long, s:string, c:bool, e:dynamic
          Scan U
          Project e
            Filter (tostring(e) != s)
              Expand e:dynamic = bag_pack("a", a, "s", s, "c", c)
                Outer row
        """)]
    [InlineData("U | fork (take 1) N = (count)", """
        PrimaryResult:
          Take 1
            Shared forked
              Scan U
        N:
          Aggregate Count = count() by 
            Shared forked
              Scan U
        """)]
    public async Task OperatorsBecomePlans(string query, string expected)
    {
        var plan = kql.Language.Lower((await kql.CheckAsync(query)).OrThrow()).OrThrow();
        Assert.Equal(expected.ReplaceLineEndings("\n"), PlanText.Write(plan));
    }

    [Theory]
    [InlineData("database().T | count", "T | count")]
    [InlineData("union database('*').T, U", "union T, U")]
    [InlineData("union database().*", "union *")]
    [InlineData("find in (database('*').*) where a == 1", "find where a == 1")]
    [InlineData("search in (database('*').*) 'x'", "search 'x'")]
    public async Task ADatabasesTablesAreThoseAtHand(string query, string same)
    {
        var plan = kql.Language.Lower((await kql.CheckAsync(query)).OrThrow()).OrThrow();
        var other = kql.Language.Lower((await kql.CheckAsync(same)).OrThrow()).OrThrow();
        Assert.Equal(PlanText.Write(other), PlanText.Write(plan));
    }

    [Theory]
    [InlineData("T | evaluate identity() | take 1",
        "FK0162 at 13+8: The embedded engine does not run the plug-in 'identity'. "
        + "It runs on Log Analytics and Azure Data Explorer.")]
    [InlineData("print datetime(2020-13-45)",
        "FK0104 at 6+20: 'datetime(2020-13-45)' is not a valid value of its type. "
        + "Write a value that the type can hold.")]
    [InlineData("print dynamic([1, 1e400])",
        "FK0104 at 6+19: 'dynamic([1, 1e400])' is not a valid value of its type. "
        + "Write a value that the type can hold.")]
    [InlineData("T | where d.x == d.y",
        "FK0107 at 10+10: Two dynamic values cannot be compared. "
        + "Convert both sides, for example with tostring() or tolong().")]
    [InlineData("declare query_parameters(n:long); print n",
        "FK0106 at 25+1: The query parameter 'n' has no value. "
        + "Pass it with --param n=..., or give it a default in declare query_parameters.")]
    public async Task WhatHasNoPlanIsNamed(string query, string expected)
    {
        var outcome = kql.Language.Lower((await kql.CheckAsync(query)).OrThrow());
        var found = Assert.Single(outcome.Diagnostics);
        Assert.Equal(expected, $"{found.Code} at {found.Span.Start}+{found.Span.Length}: {found.Message} {found.Hint}");
    }

    [Fact]
    public async Task SelfJoinsReadTheTableTwiceWithColumnsOfTheirOwn()
    {
        var query = (await kql.CheckAsync("let V = U; V | join kind=inner V on a")).OrThrow();
        var plan = kql.Language.Lower(query).OrThrow();
        var join = Assert.IsType<Join>(Assert.IsType<Project>(plan.Results[0].Relation).Input);
        Assert.Empty(join.Left.Columns.Intersect(join.Right.Columns));
    }

    [Theory]
    [InlineData("union withsource=src U, (U | where c), (U | take 1 | as Few)", "U, union_arg1, Few")]
    [InlineData("let W = view () { print x=1 }; union withsource=src W, U", "W, U")]
    [InlineData("let V = datatable(x:long)[1]; V | union withsource=src V", "union_arg0, union_arg1")]
    public async Task UnionsNameTablesAndAsButNotLets(string query, string expected)
    {
        var plan = kql.Language.Lower((await kql.CheckAsync(query)).OrThrow()).OrThrow();
        var union = Assert.IsType<Union>(plan.Results[0].Relation);
        Assert.Equal(expected, string.Join(", ", union.Inputs.Select(i => ((Literal)i.Values[0]).Value)));
    }

    [Fact]
    public async Task EveryStatementWithATableIsAResult()
    {
        var plan = kql.Language.Lower((await kql.CheckAsync("T; U | count; U | as Last")).OrThrow()).OrThrow();
        Assert.Equal(["PrimaryResult", "Result2", "Last"], plan.Results.Select(r => r.Name));
    }
}
