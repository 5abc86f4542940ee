"""Cells as requests: counted, silent, with user expressions, and in a queue that stops at an error."""
from kernel import KernelCase
from wire import wire_to

QUIET = ("status", "execute_input")


class ExecutionTests(KernelCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.wire = cls.enterClassContext(wire_to(cls.kernel))

    def count(self):
        return self.kernel.run("0").reply["execution_count"]

    def test_each_cell_has_the_next_number_in_reply_input_and_result(self):
        before = self.count()
        cell = self.run_cell('"x"')
        self.assertEqual(cell.reply["execution_count"], before + 1)
        self.assertEqual(cell.of("execute_input"), [{"code": '"x"', "execution_count": before + 1}])
        self.assertEqual(cell.of("execute_result")[0]["execution_count"], before + 1)

    def test_a_failing_cell_has_a_number_too(self):
        before = self.count()
        self.assertEqual(self.kernel.run("nothing").reply["execution_count"], before + 1)

    def test_messages_come_in_the_order_of_the_protocol(self):
        cell = self.run_cell('Console.Write("a"); Display("b"); Console.Error.Write("c"); 4')
        self.assertEqual([m["msg_type"] for m in cell.messages],
                         ["status", "execute_input", "stream", "display_data", "stream", "execute_result"])

    def test_only_a_last_expression_without_semicolon_has_a_result(self):
        for code, results in (("1 + 1", 1), ("Math.Max(1, 2);", 0), ("var y = 1;", 0), ("", 0),
                              ("// a remark", 0), ("null", 1), ("5\n// a remark", 1), ("void F() { }\nF()", 0)):
            with self.subTest(code):
                self.assertEqual(len(self.run_cell(code).of("execute_result")), results)

    def test_a_reply_to_a_success_has_all_members(self):
        reply = self.kernel.run("1").reply
        self.assertEqual((reply["status"], reply["user_expressions"], reply["payload"]), ("ok", {}, []))

    def test_an_error_says_the_same_in_reply_and_output(self):
        cell = self.kernel.run('throw new FormatException("wrong");')
        shown = cell.of("error")
        self.assertEqual(len(shown), 1)
        self.assertEqual((cell.reply["status"], cell.reply["ename"], cell.reply["evalue"]),
                         ("error", "FormatException", "wrong"))
        for member in ("ename", "evalue", "traceback"):
            self.assertEqual(cell.reply[member], shown[0][member])

    def test_what_ran_before_an_error_stays(self):
        cell = self.kernel.run('var survives = 5; Console.WriteLine("shown"); throw new Exception("late");')
        self.assertIn("shown", cell.text)
        self.assertEqual(self.value("survives"), "5")

    def test_a_silent_cell_runs_publishes_nothing_and_is_not_counted(self):
        before = self.count()
        header = self.wire.send("execute_request", {
            "code": 'var quiet = 8; Console.WriteLine("x"); Display("y"); quiet', "silent": True, "store_history": True})
        reply = self.wire.answer(header).content
        self.assertEqual((reply["status"], reply["execution_count"]), ("ok", before))
        self.assertEqual([m.type for m in self.wire.published(header)], ["status", "status"])
        self.assertEqual(self.value("quiet"), "8")

    def test_a_silent_failure_is_told_in_the_reply_alone(self):
        header = self.wire.send("execute_request", {"code": 'throw new Exception("hidden");', "silent": True})
        self.assertEqual(self.wire.answer(header).content["evalue"], "hidden")
        self.assertEqual([m.type for m in self.wire.published(header)], ["status", "status"])

    def test_a_cell_without_history_is_neither_counted_nor_kept(self):
        before = self.count()
        cell = self.run_cell("12345 + 1", store_history=False)
        self.assertEqual(cell.reply["execution_count"], before)
        self.assertEqual(cell.data("text/plain"), ["12346"])
        kept = self.kernel.ask("history_request", {"hist_access_type": "tail", "n": 1})["history"]
        self.assertEqual(kept[0][2], "0")

    def test_user_expressions_are_evaluated_after_the_cell(self):
        expressions = self.run_cell("var n = 6;", user_expressions={
            "text": "n * 7", "table": "new[] { new { A = n } }", "ä\U0001F600": '"ok"'}).reply["user_expressions"]
        self.assertEqual({e["status"] for e in expressions.values()}, {"ok"})
        self.assertEqual(expressions["text"]["data"]["text/plain"], "42")
        self.assertIn("text/html", expressions["table"]["data"])
        self.assertEqual(expressions["ä\U0001F600"]["data"]["text/plain"], "ok")

    def test_a_user_expression_that_fails_does_not_fail_the_cell(self):
        for code, name in (("nothing_at_all", "CS0103"), ("int.Parse(\"x\")", "FormatException")):
            with self.subTest(code):
                cell = self.run_cell("1", user_expressions={"bad": code, "good": "2"})
                bad = cell.reply["user_expressions"]["bad"]
                self.assertEqual((bad["status"], bad["ename"]), ("error", name))
                self.assertTrue(bad["traceback"])
                self.assertEqual(cell.reply["user_expressions"]["good"]["data"]["text/plain"], "2")
                self.assertEqual(cell.of("error"), [])

    def test_user_expressions_of_a_failing_cell_are_not_evaluated(self):
        self.run_cell("var evaluated = false;")
        cell = self.kernel.run("nothing", user_expressions={"x": "evaluated = true"})
        self.assertFalse(cell.ok)
        self.assertEqual(self.value("evaluated"), "false")

    def test_a_silent_cell_evaluates_them_too(self):
        reply = self.run_silently({"x": "6 * 7"})
        self.assertEqual(reply["user_expressions"]["x"]["data"]["text/plain"], "42")

    def run_silently(self, expressions):
        header = self.wire.send("execute_request", {"code": "", "silent": True, "user_expressions": expressions})
        return self.wire.answer(header).content


class QueueTests(KernelCase):
    def replies(self, *cells):
        requests = [self.kernel.client.execute(code, **options) for code, options in cells]
        return requests, [self.kernel.reply(r)["content"] for r in requests]

    def test_cells_behind_an_error_are_aborted_and_do_not_run(self):
        self.run_cell("var ran = 0;")
        for error in ('await Task.Delay(300); throw new Exception("x");', "await Task.Delay(300); int.Parse(\"\");"):
            with self.subTest(error):
                requests, replies = self.replies((error, {}), ("ran++;", {}), ("ran++;", {}))
                self.assertEqual([r["status"] for r in replies], ["error", "aborted", "aborted"])
                self.assertEqual([[m["msg_type"] for m in self.kernel.outputs(r)] for r in requests[1:]], [["status"]] * 2)
                self.assertEqual(self.value("ran"), "0")

    def test_a_cell_that_does_not_compile_aborts_them_as_well(self):
        _, replies = self.replies(("await Task.Delay(300);", {}), ("var = ;", {}), ("1", {}))
        self.assertEqual([r["status"] for r in replies], ["ok", "error", "aborted"])

    def test_a_kql_error_aborts_them_as_well(self):
        _, replies = self.replies(("await Task.Delay(300);", {}), ("#!flowlogs\nprint nothing", {}), ("1", {}))
        self.assertEqual([r["status"] for r in replies], ["ok", "error", "aborted"])

    def test_they_run_where_the_failing_cell_says_so(self):
        _, replies = self.replies(('await Task.Delay(300); throw new Exception("x");', {"stop_on_error": False}), ("1", {}))
        self.assertEqual([r["status"] for r in replies], ["error", "ok"])

    def test_an_interrupt_aborts_them(self):
        requests = [self.kernel.client.execute(c) for c in ('Console.Write("begun"); await Task.Delay(60_000);', "1")]
        while self.kernel.client.get_iopub_msg(timeout=60)["msg_type"] != "stream":
            pass
        self.kernel.ask("interrupt_request", {}, control=True)
        replies = [self.kernel.reply(r)["content"] for r in requests]
        self.assertEqual([r["status"] for r in replies], ["error", "aborted"])
        self.assertEqual(replies[0]["ename"], "Interrupted")

    def test_questions_behind_an_error_are_answered(self):
        failing = self.kernel.client.execute('await Task.Delay(300); throw new Exception("x");')
        question = self.kernel.client.is_complete("1 + 1")
        self.assertEqual(self.kernel.reply(question)["content"]["status"], "complete")
        self.assertEqual(self.kernel.reply(failing)["content"]["status"], "error")

    def test_aborted_cells_are_not_counted(self):
        before = self.run_cell("0").reply["execution_count"]
        self.replies(('await Task.Delay(300); throw new Exception("x");', {}), ("1", {}), ("2", {}))
        self.assertEqual(self.run_cell("0").reply["execution_count"], before + 2)

    def test_cells_run_in_the_order_in_which_they_came(self):
        self.run_cell("var order = new List<int>();")
        self.replies(*((f"await Task.Delay({30 - 10 * i % 30}); order.Add({i});", {}) for i in range(8)))
        self.assertEqual(self.value('string.Join("", order)'), "01234567")
