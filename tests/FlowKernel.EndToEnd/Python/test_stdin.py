"""Questions to the user, as a front end that can and one that cannot answer them sees these."""
from kernel_case import LIMIT, KernelCase


class StdinTests(KernelCase):
    def question(self, code):
        request = self.client.execute(code, allow_stdin=True)
        asked = self.client.get_stdin_msg(timeout=LIMIT)
        self.assertEqual(asked["parent_header"]["msg_id"], request)
        return request, asked["content"]

    def answered(self, request, text):
        self.client.input(text)
        self.assertEqual(self.reply(request)["content"]["status"], "ok")
        return [m["content"]["data"]["text/plain"] for m in self.outputs(request) if "data" in m["content"]][-1]

    def test_a_line_is_asked_for_with_its_prompt(self):
        request, asked = self.question('await Input("name? ")')
        self.assertEqual(asked, {"prompt": "name? ", "password": False})
        self.assertIn("Ada", self.answered(request, "Ada"))

    def test_a_password_is_asked_for_as_one(self):
        request, asked = self.question('(await Password("key? ")).Length')
        self.assertEqual(asked, {"prompt": "key? ", "password": True})
        self.assertEqual(self.answered(request, "secret"), "6")

    def test_the_console_reads_from_the_user(self):
        request, _ = self.question("Console.ReadLine().ToUpperInvariant()")
        self.assertIn("TEXT", self.answered(request, "text"))

    def test_text_written_before_the_question_is_shown_before_it(self):
        request = self.client.execute('Console.Write("first"); await Input("then")', allow_stdin=True)
        self.client.get_stdin_msg(timeout=LIMIT)
        shown = self.wait_for(lambda m: m["msg_type"] == "stream")
        self.assertEqual(shown["content"]["text"], "first")
        self.answered(request, "x")

    def test_a_front_end_that_cannot_be_asked_gets_an_error(self):
        reply, _ = self.run_cell('await Input("?")', allow_stdin=False)
        self.assertEqual(reply["status"], "error")
        self.assertIn("cannot ask the user", reply["evalue"])

    def test_an_interrupt_ends_a_question(self):
        request, _ = self.question('await Input("?")')
        self.manager.interrupt_kernel()
        self.assertEqual(self.reply(request)["content"]["ename"], "Interrupted")
        self.outputs(request)
        self.assertEqual(self.value("1 + 1"), "2")
