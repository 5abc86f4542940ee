"""Outputs that come late, are replaced or removed; what else the public tests leave out of execution."""
from kernel_case import KernelCase


class OutputTests(KernelCase):
    def background(self, start):
        first = self.client.execute(start)
        self.assertEqual(self.reply(first)["content"]["status"], "ok")
        self.outputs(first)
        second = self.client.execute("await Task.Delay(1500); 2")
        late = self.wait_for(lambda m: m["msg_type"] == "stream")
        self.assertEqual(late["parent_header"]["msg_id"], first)
        self.assertEqual(late["content"]["text"].strip(), "late")
        self.reply(second)
        self.outputs(second)

    def test_a_task_left_running_prints_under_its_own_cell(self):
        self.background('_ = Task.Run(async () => { await Task.Delay(700); Console.WriteLine("late"); });')

    def test_a_thread_left_running_prints_under_its_own_cell(self):
        self.background('new Thread(() => { Thread.Sleep(700); Console.WriteLine("late"); }).Start();')

    def test_a_timer_left_running_prints_under_its_own_cell(self):
        self.background('var timer = new Timer(_ => Console.WriteLine("late"), null, 700, Timeout.Infinite);')

    def test_a_display_is_updated_from_a_later_cell(self):
        _, first = self.run_cell('Display("before", "shown");')
        self.assertEqual(first[-1]["content"]["transient"], {"display_id": "shown"})
        _, second = self.run_cell('Update("shown", "after");')
        update = [m["content"] for m in second if m["msg_type"] == "update_display_data"]
        self.assertEqual(update[0]["transient"], {"display_id": "shown"})
        self.assertIn("after", update[0]["data"]["text/plain"])

    def test_display_has_the_name_that_other_notebooks_know(self):
        _, outputs = self.run_cell('display("shown");')
        self.assertIn("shown", outputs[-1]["content"]["data"]["text/plain"])

    def test_libraries_may_name_cultures(self):
        self.assertEqual(self.value('new System.Globalization.CultureInfo("de-DE").Name'), "de-DE")

    def test_clearing_comes_in_order_and_can_wait(self):
        _, outputs = self.run_cell('Console.Write("a"); ClearOutput(wait: true); Console.Write("b");')
        kinds = [(m["msg_type"], m["content"].get("wait")) for m in outputs if m["msg_type"] not in ("status", "execute_input")]
        self.assertEqual(kinds, [("stream", None), ("clear_output", True), ("stream", None)])

    def test_a_silent_cell_publishes_nothing_but_its_status(self):
        request = self.client.execute('Console.WriteLine("x"); 1', silent=True)
        self.assertEqual(self.reply(request)["content"]["status"], "ok")
        self.assertEqual([m["msg_type"] for m in self.outputs(request)], ["status"])

    def test_user_expressions_are_evaluated_each_with_its_own_error(self):
        reply, _ = self.run_cell("var n = 6;", user_expressions={"good": "n * 7", "bad": "nothing"})
        self.assertEqual(reply["user_expressions"]["good"]["data"]["text/plain"], "42")
        self.assertEqual(reply["user_expressions"]["bad"]["status"], "error")

    def test_cells_queued_behind_a_failing_one_are_aborted(self):
        requests = [self.client.execute(code) for code in
                    ('await Task.Delay(300); throw new Exception("x");', "1", "2")]
        self.assertEqual(
            [self.reply(r)["content"]["status"] for r in requests], ["error", "aborted", "aborted"])
        self.assertEqual(self.value("3"), "3")

    def test_cells_queued_behind_a_failing_one_run_when_asked_to(self):
        requests = [self.client.execute(code, stop_on_error=False) for code in ('throw new Exception("x");', "1")]
        self.assertEqual([self.reply(r)["content"]["status"] for r in requests], ["error", "ok"])

    def test_a_completion_is_answered_while_a_cell_runs(self):
        cell = self.client.execute("await Task.Delay(3000); 5")
        request = self.client.complete("Console.WriteLi")
        first = self.client.get_shell_msg(timeout=60)
        while first["msg_type"] == "kernel_info_reply":
            first = self.client.get_shell_msg(timeout=60)
        self.assertEqual(first["parent_header"]["msg_id"], request)
        self.assertEqual(first["content"]["matches"], ["WriteLine"])
        self.assertEqual(self.reply(cell)["content"]["status"], "ok")

    def test_positions_count_code_points(self):
        code = 'var s = "\U0001F600\U0001F600"; s.Leng'
        content = self.reply(self.client.complete(code, len(code)))["content"]
        self.assertEqual((content["cursor_start"], content["cursor_end"]), (len(code) - 4, len(code)))
        self.assertEqual(content["matches"][0], "Length")

    def test_inspection_answers_at_both_levels_of_detail(self):
        for level in (0, 1):
            content = self.reply(self.client.inspect("Math.Max", 8, detail_level=level))["content"]
            self.assertTrue(content["found"])
            self.assertIn("Max", content["data"]["text/plain"])

    def test_control_tells_who_the_kernel_is(self):
        self.assertEqual(self.ask("kernel_info_request", {}, control=True)["implementation"], "flowkernel")

    def test_subshells_are_not_offered(self):
        self.assertEqual(self.ask("create_subshell_request", {}, control=True)["status"], "error")
        self.assertNotIn("kernel subshells", self.ask("kernel_info_request", {})["supported_features"])

    def test_help_goes_to_the_pager_and_the_unknown_is_an_error(self):
        for cell, word in (("?Math.Max", "Max"), ("strcat?", "strcat(")):
            reply, outputs = self.run_cell(cell)
            self.assertEqual(reply["status"], "ok", reply)
            self.assertEqual([m["msg_type"] for m in outputs], ["status", "execute_input"])
            page = reply["payload"][0]
            self.assertEqual((page["source"], page["start"]), ("page", 0))
            self.assertIn(word, page["data"]["text/plain"])
        self.assertEqual(self.run_cell("?nothing_at_all")[0]["ename"], "FK1301")
