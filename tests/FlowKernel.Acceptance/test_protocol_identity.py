"""Who the kernel is, and the envelope of all that it sends."""
import datetime
import os
import subprocess
import tempfile
import unittest

import zmq
from jupyter_client.connect import write_connection_file
from pygments.lexers import get_lexer_by_name

from kernel import KernelCase, tool
from wire import Wire, wire_to

REQUESTS = {
    "kernel_info_request": {},
    "execute_request": {"code": "1 + 1"},
    "complete_request": {"code": "Cons", "cursor_pos": 4},
    "inspect_request": {"code": "Console", "cursor_pos": 3, "detail_level": 0},
    "is_complete_request": {"code": "1 + 1"},
    "history_request": {"hist_access_type": "tail", "n": 1, "output": False, "raw": True},
    "comm_info_request": {},
}


class IdentityTests(KernelCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.wire = cls.enterClassContext(wire_to(cls.kernel))
        cls.info = cls.wire.ask("kernel_info_request").content

    def test_it_speaks_5_4_or_later(self):
        self.assertGreaterEqual(tuple(int(n) for n in self.info["protocol_version"].split(".")), (5, 4))

    def test_it_says_who_it_is(self):
        self.assertEqual((self.info["status"], self.info["implementation"]), ("ok", "flowkernel"))
        self.assertRegex(self.info["implementation_version"], r"^\d+\.\d+")
        self.assertIn("FlowKernel", self.info["banner"])

    def test_its_language_is_c_sharp_with_all_that_editors_need(self):
        language = self.info["language_info"]
        self.assertEqual((language["name"], language["file_extension"]), ("C#", ".cs"))
        self.assertEqual(language["mimetype"], "text/x-csharp")
        for member in ("version", "pygments_lexer", "codemirror_mode"):
            self.assertTrue(language[member], member)

    def test_its_pygments_lexer_exists(self):
        self.assertIn("C#", get_lexer_by_name(self.info["language_info"]["pygments_lexer"]).name)

    def test_help_links_have_texts_and_addresses(self):
        self.assertTrue(self.info["help_links"])
        for link in self.info["help_links"]:
            self.assertTrue(link["text"])
            self.assertRegex(link["url"], "^https://")

    def test_it_promises_no_debugger_and_no_subshells(self):
        self.assertIs(self.info["debugger"], False)
        self.assertEqual(self.info["supported_features"], [])
        for request in ("debug_request", "create_subshell_request"):
            reply = self.wire.ask(request, channel=self.wire.control)
            self.assertEqual((reply.type, reply.content["status"]), (request[:-7] + "reply", "error"))

    def test_control_answers_the_same(self):
        self.assertEqual(self.wire.ask("kernel_info_request", channel=self.wire.control).content, self.info)

    def test_a_subscription_is_welcomed(self):
        self.assertEqual((self.wire.welcome.type, self.wire.welcome.content), ("iopub_welcome", {"subscription": ""}))
        self.assertEqual(self.wire.welcome.parent, {})

    def test_every_request_is_answered_between_busy_and_idle(self):
        for request, content in REQUESTS.items():
            with self.subTest(request):
                header = self.wire.send(request, content)
                reply = self.wire.answer(header)
                published = self.wire.published(header)
                self.assertEqual(reply.type, request[:-7] + "reply")
                self.assertEqual(published[0].content, {"execution_state": "busy"})
                self.assertEqual(published[-1].content, {"execution_state": "idle"})

    def test_replies_and_outputs_carry_the_whole_header_of_their_request(self):
        header = self.wire.header("execute_request") | {"of_a_later_version": {"kept": [1, "\U0001F600"]}}
        self.wire.shell.send_multipart(self.wire.frames(header, {"code": "Console.Write(1); 2"}))
        for message in (self.wire.answer(header), *self.wire.published(header)):
            self.assertEqual(message.parent, header, message.type)

    def test_all_that_is_sent_is_signed(self):
        reply, published = self.wire.run('Console.WriteLine("\U0001F600 ä"); "€"')
        for message in (reply, *published):
            self.assertTrue(message.is_signed, message.type)

    def test_headers_are_complete_and_their_ids_never_come_twice(self):
        messages = [m for _ in range(3) for reply, published in [self.wire.run("1")] for m in (reply, *published)]
        self.assertEqual(len({m.header["msg_id"] for m in messages}), len(messages))
        self.assertEqual(len({m.header["session"] for m in messages}), 1)
        for header in (m.header for m in messages):
            self.assertTrue(header["username"])
            self.assertGreaterEqual(header["version"], "5.4")
            self.assertRegex(header["date"], r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d+Z$")
            sent = datetime.datetime.fromisoformat(header["date"][:-1] + "+00:00")
            self.assertLess(abs(datetime.datetime.now(datetime.timezone.utc) - sent), datetime.timedelta(minutes=5))

    def test_an_unknown_request_is_answered_with_an_error_that_names_it(self):
        reply = self.wire.ask("dance_request", {"steps": 3})
        self.assertEqual((reply.type, reply.content["status"]), ("dance_reply", "error"))
        self.assertIn("dance_request", reply.content["evalue"])

    def test_two_front_ends_get_their_own_replies_and_see_each_others_outputs(self):
        with wire_to(self.kernel) as other:
            mine = self.wire.send("execute_request", {"code": '"mine"'})
            theirs = other.send("execute_request", {"code": '"theirs"'})
            self.assertEqual(self.wire.answer(mine).content["status"], "ok")
            self.assertEqual(other.answer(theirs).content["status"], "ok")
            for watcher in (self.wire, other):
                for header, value in ((mine, "mine"), (theirs, "theirs")):
                    results = [m for m in watcher.published(header) if m.type == "execute_result"]
                    self.assertEqual(results[0].content["data"]["text/plain"], value)
            self.assertTrue(other.is_quiet(other.shell))

    def test_a_front_end_that_comes_back_under_its_identity_takes_over_its_replies(self):
        with wire_to(self.kernel) as lost, wire_to(self.kernel) as back:
            again = back.socket(zmq.DEALER, "shell_port", lost.shell.identity)
            header = back.send("kernel_info_request", channel=again)
            self.assertEqual(back.answer(header, again).content["status"], "ok")


class UnsignedTests(unittest.TestCase):
    def test_a_kernel_without_a_key_signs_nothing_and_serves(self):
        with tempfile.TemporaryDirectory() as folder:
            path, connection = write_connection_file(os.path.join(folder, "connection.json"), key=b"")
            with subprocess.Popen([*tool(), "kernel", "start", "--connection-file", path]) as process:
                self.addCleanup(process.kill)
                with Wire(connection) as wire:
                    reply, published = wire.run("6 * 7")
                    wire.ask("shutdown_request", {"restart": False}, wire.control)
                self.assertEqual(process.wait(30), 0)
        self.assertEqual(reply.signature, b"")
        self.assertEqual(published[-2].content["data"]["text/plain"], "42")
