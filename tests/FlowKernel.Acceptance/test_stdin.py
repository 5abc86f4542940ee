"""Questions to the user: a line, a password, and front ends that cannot or do not answer."""
from kernel import KernelCase
from wire import wire_to


class StdinTests(KernelCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.wire = cls.enterClassContext(wire_to(cls.kernel))

    def ask(self, code):
        header = self.wire.send("execute_request", {"code": code, "allow_stdin": True})
        return header, self.question(header)

    def question(self, header):
        asked = self.wire.next(self.wire.stdin)
        self.assertEqual((asked.type, asked.parent), ("input_request", header))
        return asked

    def reply(self, text, parent=None):
        self.wire.send("input_reply", {"status": "ok", "value": text}, self.wire.stdin, parent)

    def result(self, header):
        reply = self.wire.answer(header).content
        self.assertEqual(reply["status"], "ok", reply)
        return [m.content["data"]["text/plain"] for m in self.wire.published(header) if m.type == "execute_result"][0]

    def test_a_line_is_asked_for_with_its_prompt(self):
        header, asked = self.ask('await Input("name? ")')
        self.assertEqual(asked.content, {"prompt": "name? ", "password": False})
        self.reply("Ada")
        self.assertEqual(self.result(header), "Ada")

    def test_a_password_is_asked_for_as_one(self):
        header, asked = self.ask('(await Password("key? ")).Length')
        self.assertEqual(asked.content, {"prompt": "key? ", "password": True})
        self.reply("secret")
        self.assertEqual(self.result(header), "6")

    def test_a_password_is_published_nowhere(self):
        header, _ = self.ask('(await Password("key? ")).Length')
        self.reply("geheim-17")
        self.assertNotIn("geheim-17", str([m.content for m in self.wire.published(header)]))
        kept = self.wire.ask("history_request", {"hist_access_type": "tail", "n": 5, "output": True}).content
        self.assertNotIn("geheim-17", str(kept))

    def test_the_console_reads_lines_from_the_user(self):
        header, _ = self.ask("Console.ReadLine() + Console.ReadLine()")
        self.reply("one")
        self.question(header)
        self.reply("two")
        self.assertEqual(self.result(header), "onetwo")

    def test_answers_of_any_script_and_none_at_all_arrive(self):
        for text in ("\U0001F600 ä\u4f60", "", "two\nlines", " " * 5, "x" * 100_000):
            with self.subTest(text[:10]):
                header, _ = self.ask("(await Input()).Length")
                self.reply(text)
                self.assertEqual(self.result(header), str(len(text.encode("utf-16-le")) // 2))

    def test_text_written_before_a_question_is_shown_before_it(self):
        header, _ = self.ask('Console.Write("first"); await Input("then")')
        shown = self.wire.next(self.wire.iopub, lambda m: m.type == "stream")
        self.assertEqual((shown.parent, shown.content["text"]), (header, "first"))
        self.reply("x")
        self.assertEqual(self.result(header), "x")

    def test_an_answer_nobody_asked_for_is_dropped(self):
        self.reply("too early")
        header, _ = self.ask('await Input("?")')
        self.reply("in time")
        self.reply("too late")
        self.assertEqual(self.result(header), "in time")
        header, _ = self.ask('await Input("?")')
        self.reply("the second")
        self.assertEqual(self.result(header), "the second")

    def test_an_answer_to_another_question_is_dropped(self):
        header, asked = self.ask('await Input("?")')
        self.reply("wrong", parent=self.wire.header("input_request"))
        self.reply("right", parent=asked.header)
        self.assertEqual(self.result(header), "right")

    def test_only_the_front_end_that_sent_the_cell_is_asked(self):
        with wire_to(self.kernel) as other:
            header, _ = self.ask('await Input("?")')
            self.assertTrue(other.is_quiet(other.stdin, 100))
            self.reply("x")
            self.assertEqual(self.result(header), "x")

    def test_a_front_end_that_cannot_be_asked_gets_an_error_that_says_so(self):
        for code in ('await Input("?")', 'await Password("?")', "Console.ReadLine()"):
            with self.subTest(code):
                reply, _ = self.wire.run(code, allow_stdin=False)
                self.assertEqual(reply.content["status"], "error")
                self.assertIn("cannot ask the user", reply.content["evalue"])
        self.assertTrue(self.wire.is_quiet(self.wire.stdin, 50))

    def test_an_interrupt_ends_a_question(self):
        for code in ('await Input("?")', 'await Password("?")', "Console.ReadLine()"):
            with self.subTest(code):
                header, _ = self.ask(code)
                self.wire.ask("interrupt_request", channel=self.wire.control)
                self.assertEqual(self.wire.answer(header).content["ename"], "Interrupted")
                self.reply("too late")
                self.assertEqual(self.value("1 + 1"), "2")
