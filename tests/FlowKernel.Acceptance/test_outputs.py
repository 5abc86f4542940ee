"""What cells publish: under their own request also from work left in the background, updated and cleared."""
from kernel import KernelCase
from wire import wire_to

LEFT_BEHIND = {
    "a task": "_ = Task.Run(async () => {{ {wait}; {say}; }});",
    "a thread": "new Thread(() => {{ {block}; {say}; }}).Start();",
    "a thread of the pool": "ThreadPool.QueueUserWorkItem(_ => {{ {block}; {say}; }});",
    "a timer": "var timer = new Timer(_ => {{ {say}; }}, null, 300, Timeout.Infinite);",
    "a timer of tasks": "_ = Task.Run(async () => {{ using var t = new PeriodicTimer(TimeSpan.FromMilliseconds(300)); "
                        "await t.WaitForNextTickAsync(); {say}; }});",
    "an async function": "async Task Later() {{ {wait}; {say}; }}\n_ = Later();",
    "an async void": "async void Later2() {{ {wait}; {say}; }}\nLater2();",
    "a continuation": "_ = Task.Delay(300).ContinueWith(_ => {{ {say}; }});",
    "a parallel loop in a task": "_ = Task.Run(() => Parallel.For(0, 1, _ => {{ {block}; {say}; }}));",
}
WAITS = {"wait": "await Task.Delay(300)", "block": "Thread.Sleep(300)"}
SAYINGS = {
    "stream": 'Console.WriteLine("late")',
    "display_data": 'Display("late")',
    "update_display_data": 'Update("an id", "late")',
    "clear_output": "ClearOutput()",
}


class BackgroundTests(KernelCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.wire = cls.enterClassContext(wire_to(cls.kernel))

    def assert_late(self, code, message_type):
        first, _ = self.wire.run(code)
        self.assertEqual(first.content["status"], "ok", first.content)
        second = self.wire.send("execute_request", {"code": "await Task.Delay(600); Console.Write(2);"})
        late = self.wire.next(self.wire.iopub, lambda m: m.type == message_type)
        self.assertEqual(late.parent["msg_id"], first.parent["msg_id"])
        streams = [m for m in self.wire.published(second) if m.type == "stream"]
        self.assertEqual([m.content["text"] for m in streams], ["2"])

    def test_text_of_work_left_behind_comes_under_its_own_cell_while_another_runs(self):
        for name, code in LEFT_BEHIND.items():
            with self.subTest(name):
                self.assert_late(code.format(**WAITS, say=SAYINGS["stream"]), "stream")

    def test_every_kind_of_output_does(self):
        self.wire.run('Display("before", "an id");')
        for message_type, say in SAYINGS.items():
            with self.subTest(message_type):
                self.assert_late(LEFT_BEHIND["a task"].format(**WAITS, say=say), message_type)

    def test_the_error_stream_does(self):
        self.assert_late(LEFT_BEHIND["a thread"].format(**WAITS, say='Console.Error.WriteLine("late")'), "stream")

    def test_it_does_when_no_cell_runs(self):
        first, _ = self.wire.run(LEFT_BEHIND["a thread"].format(**WAITS, say=SAYINGS["stream"]))
        late = self.wire.next(self.wire.iopub, lambda m: m.type == "stream")
        self.assertEqual((late.parent, late.content), (first.parent, {"name": "stdout", "text": "late\n"}))

    def test_a_function_of_an_earlier_cell_writes_under_the_cell_that_calls_it(self):
        self.wire.run('void Say(string text) { Console.Write(text); }')
        _, published = self.wire.run('Say("called");')
        self.assertEqual([m.content["text"] for m in published if m.type == "stream"], ["called"])

    def test_two_cells_left_talking_keep_apart(self):
        code = ('_ = Task.Run(async () => {{ for (var i = 0; i < 20; i++) {{ Console.Write("{0}"); await Task.Delay(10); }}\n'
                'Console.Write("."); }});')
        owners = {letter: self.wire.send("execute_request", {"code": code.format(letter)})["msg_id"] for letter in "ab"}
        said = {owner: "" for owner in owners.values()}
        while not all(text.endswith(".") for text in said.values()):
            message = self.wire.next(self.wire.iopub, lambda m: m.type == "stream")
            said[message.parent["msg_id"]] += message.content["text"]
        self.assertEqual(said, {owners["a"]: "a" * 20 + ".", owners["b"]: "b" * 20 + "."})


class OutputTests(KernelCase):
    def kinds(self, cell):
        return [(m["msg_type"], m["content"]) for m in cell.messages if m["msg_type"] not in ("status", "execute_input")]

    def test_both_streams_come_in_the_order_in_which_they_were_written(self):
        cell = self.run_cell('Console.Write("a"); Console.Error.Write("b"); Console.Write("c");')
        self.assertEqual([(s["name"], s["text"]) for s in cell.of("stream")],
                         [("stdout", "a"), ("stderr", "b"), ("stdout", "c")])

    def test_text_is_shown_while_the_cell_still_runs(self):
        request = self.kernel.client.execute('Console.WriteLine("early"); await Input("?");', allow_stdin=True)
        while self.kernel.client.get_iopub_msg(timeout=60)["msg_type"] != "stream":
            pass
        self.kernel.client.get_stdin_msg(timeout=60)
        self.kernel.client.input("")
        self.assertEqual(self.kernel.reply(request)["content"]["status"], "ok")
        self.kernel.outputs(request)

    def test_millions_of_letters_arrive_whole(self):
        cell = self.run_cell("for (var i = 0; i < 40_000; i++) Console.WriteLine(new string((char)('a' + i % 26), 99));")
        text = "".join(s["text"] for s in cell.of("stream"))
        self.assertEqual(len(text), 4_000_000)
        self.assertEqual(text[-100:-90], chr(ord("a") + 39_999 % 26) * 10)

    def test_lines_are_gathered_into_few_messages(self):
        cell = self.run_cell("for (var i = 0; i < 20_000; i++) Console.WriteLine(i);")
        self.assertLess(len(cell.of("stream")), 2_000)

    def test_texts_of_any_script_arrive(self):
        text = "ä € \U0001F600 \u4f60\u597d \u202e \x00 \x1b[1m"
        escaped = "".join(f"\\u{ord(c):04x}" if ord(c) < 0x10000 else f"\\U{ord(c):08x}" for c in text)
        self.assertEqual(self.run_cell(f'Console.Write("{escaped}");').of("stream")[0]["text"], text)

    def test_a_display_is_updated_in_its_own_and_in_later_cells(self):
        own = self.run_cell('Display("one", "d1"); Update("d1", "two");')
        later = self.run_cell('Update("d1", "three");')
        displayed, = own.of("display_data")
        self.assertEqual((displayed["data"]["text/plain"], displayed["transient"]), ("one", {"display_id": "d1"}))
        for cell, text in ((own, "two"), (later, "three")):
            update, = cell.of("update_display_data")
            self.assertEqual((update["data"]["text/plain"], update["transient"]), (text, {"display_id": "d1"}))

    def test_a_display_without_an_id_has_none(self):
        self.assertEqual(self.run_cell("Display(1);").of("display_data")[0]["transient"], {})

    def test_outputs_are_cleared_at_once_or_before_the_next(self):
        for code, wait in (("ClearOutput()", False), ("ClearOutput(wait: true)", True)):
            with self.subTest(code):
                cell = self.run_cell(f'Console.Write("gone"); {code}; Console.Write("stays");')
                self.assertEqual([kind for kind, _ in self.kinds(cell)], ["stream", "clear_output", "stream"])
                self.assertEqual(cell.of("clear_output"), [{"wait": wait}])

    def test_every_bundle_has_a_plain_text(self):
        cell = self.run_cell('Display(new[] { new { A = 1 } }); Display(3); Display("x"); new { B = 2 }')
        for content in cell.of("display_data", "execute_result"):
            self.assertIn("text/plain", content["data"])
            self.assertEqual(type(content["metadata"]), dict)

    def test_help_comes_as_a_page_in_the_payload_and_not_as_output(self):
        for question in ("?summarize", "strcat?", "?Math.Max"):
            with self.subTest(question):
                cell = self.run_cell(question)
                page, = cell.reply["payload"]
                self.assertEqual((page["source"], page["start"]), ("page", 0))
                self.assertIn(question.strip("?"), page["data"]["text/plain"])
                self.assertEqual(self.kinds(cell), [])

    def test_whoever_has_no_pager_gets_the_page_as_output(self):
        cell = self.run_cell("?summarize", allow_stdin=False)
        self.assertIn("KQL operator summarize", cell.data("text/plain")[0])
