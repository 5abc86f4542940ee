"""Bad signatures, garbage, huge messages, messages out of order: dropped or answered, never a crash."""
import json
import random
import socket
import tempfile
import uuid

import zmq

from kernel import Kernel, KernelCase
from wire import DELIMITER, signature, wire_to

PORTS = ("shell_port", "control_port", "stdin_port", "iopub_port", "hb_port")
CELL = {"code": "harmed = true;"}


class HostileCase(KernelCase):
    @classmethod
    def setUpClass(cls):
        cls.log = cls.enterClassContext(tempfile.NamedTemporaryFile("w+"))
        cls.kernel = Kernel(log=cls.log)
        cls.addClassCleanup(cls.kernel.close)
        cls.wire = cls.enterClassContext(wire_to(cls.kernel))
        cls.kernel.run("var harmed = false;")
        cls.process = cls.kernel.manager.provisioner.pid

    def tearDown(self):
        """After every test the kernel serves on every channel, in the same process, and nothing evil ran."""
        with wire_to(self.kernel) as fresh:
            self.assertEqual(fresh.run("harmed")[1][-2].content["data"]["text/plain"], "false")
            self.assertEqual(fresh.ask("kernel_info_request", channel=fresh.control).content["status"], "ok")
            self.assertEqual(fresh.beat(b"alive"), [b"alive"])
        self.assertTrue(self.kernel.manager.is_alive())
        self.assertEqual(self.kernel.manager.provisioner.pid, self.process)

    def requests(self):
        return (self.wire.shell, self.wire.control, self.wire.stdin)

    def send_all(self, frames):
        for channel in self.requests():
            channel.send_multipart(frames)

    def assert_dropped(self):
        """Nothing was answered: the reply to a question asked now is the first to come."""
        for channel in (self.wire.shell, self.wire.control):
            header = self.wire.send("kernel_info_request", channel=channel)
            self.assertEqual(self.wire.next(channel).parent, header)


class SignatureTests(HostileCase):
    def frames(self):
        return self.wire.frames(self.wire.header("execute_request"), CELL)

    def test_wrong_signatures_are_dropped(self):
        good = self.frames()[1]
        other_key = signature(b"another key", self.frames()[2:])
        for name, wrong in (("none", b""), ("one digit", bytes([good[0] ^ 1]) + good[1:]), ("short", good[:-1]),
                            ("long", good + b"0"), ("upper case", None), ("another key", other_key),
                            ("no hex", b"\xff" * 64), ("huge", b"0" * 1_000_000)):
            with self.subTest(name):
                frames = self.frames()
                frames[1] = frames[1].upper() if wrong is None else wrong
                self.wire.shell.send_multipart(frames)
                if wrong is not None or frames[1] != frames[1].lower():
                    self.assert_dropped()

    def test_a_signed_message_that_was_changed_is_dropped(self):
        for i in range(2, 6):
            with self.subTest(frame=i):
                frames = self.frames()
                frames[i] = frames[i].replace(b"}", b" }") if b":" in frames[i] else b"{ }"
                self.wire.shell.send_multipart(frames)
                self.assert_dropped()

    def test_the_log_says_what_was_dropped_and_why(self):
        frames = self.frames()
        self.wire.shell.send_multipart(frames[:1] + [b"0" * 64] + frames[2:])
        self.assert_dropped()
        self.log.seek(0)
        self.assertIn("A message on shell was dropped: its signature is wrong.", self.log.read())

    def test_frames_that_change_places_are_dropped(self):
        frames = self.frames()
        frames[2], frames[5] = frames[5], frames[2]
        self.wire.shell.send_multipart(frames)
        self.assert_dropped()

    def test_a_recorded_message_runs_once(self):
        self.run_cell("var times = 0;")
        frames = self.wire.frames(header := self.wire.header("execute_request"), {"code": "times++;"})
        for _ in range(3):
            self.wire.shell.send_multipart(frames)
        self.assertEqual(self.wire.answer(header).content["status"], "ok")
        self.assert_dropped()
        self.assertEqual(self.value("times"), "1")

    def test_an_unsigned_interrupt_stops_nothing(self):
        cell = self.wire.send("execute_request", {"code": 'Console.Write("begun"); await Task.Delay(700); 8'})
        self.wire.next(self.wire.iopub, lambda m: m.type == "stream" and m.parent == cell)
        for kind in ("interrupt_request", "shutdown_request"):
            frames = self.wire.frames(self.wire.header(kind), {"restart": False})
            frames[1] = b"0" * 64
            self.wire.control.send_multipart(frames)
        self.assertEqual(self.wire.answer(cell).content["status"], "ok")


class GarbageTests(HostileCase):
    def signed(self, *json_frames):
        return [DELIMITER, signature(self.wire.key, json_frames), *json_frames]

    def test_frames_that_are_no_message_are_dropped(self):
        for frames in ([b""], [b"", b""], [b"garbage"], [b"a", b"b", b"c", b"d", b"e", b"f", b"g"], [DELIMITER],
                       [DELIMITER, b"", b"{}"], [DELIMITER] * 7, [b"\xff\x00" * 100], [b"x"] * 500,
                       [DELIMITER, b"00", b"{}", b"{}", b"{}", b"{}"]):
            with self.subTest(frames[:3]):
                self.send_all(frames)
                self.assert_dropped()

    def test_signed_frames_that_are_no_message_are_dropped(self):
        header = json.dumps(self.wire.header("execute_request")).encode()
        cell = json.dumps(CELL).encode()
        for name, frames in {
            "no json": (b"{", b"{}", b"{}", b"{}"),
            "no objects": (b"[]", b"1", b"null", b'"x"'),
            "an empty header": (b"{}", b"{}", b"{}", cell),
            "a header without id": (b'{"msg_type":"execute_request"}', b"{}", b"{}", cell),
            "a header with numbers": (b'{"msg_id":1,"msg_type":2}', b"{}", b"{}", cell),
            "a content that is cut off": (header, b"{}", b"{}", cell[:-1]),
            "two contents in one": (header, b"{}", b"{}", cell + cell),
            "a content that is a list": (header, b"{}", b"{}", b"[" + cell + b"]"),
            "bytes that are not UTF-8": (header[:-1] + b',"x":"\xc3\x28"}', b"{}", b"{}", cell),
            "a byte order mark": (b"\xef\xbb\xbf" + header, b"{}", b"{}", cell),
            "UTF-16": (header.decode().encode("utf-16"), b"{}", b"{}", cell),
            "nested deeper than a stack": (header, b"{}", b"{}", b'{"code":' + b"[" * 200_000 + b"]" * 200_000 + b"}"),
            "empty frames": (b"", b"", b"", b""),
        }.items():
            with self.subTest(name):
                self.send_all(self.signed(*frames))
                self.assert_dropped()

    def test_members_of_the_wrong_type_count_as_absent(self):
        for content in ({"code": 42}, {"code": None}, {"code": ["harmed = true;"]}, {},
                        {"code": "", "silent": "yes", "user_expressions": 3, "stop_on_error": None},
                        {"code": "", "user_expressions": {"x": 1, "y": None}}, {"code": "", "store_history": "no"}):
            with self.subTest(content):
                self.assertEqual(self.wire.ask("execute_request", content).content["status"], "ok")
        for request in ("complete_request", "inspect_request", "is_complete_request", "history_request",
                        "comm_info_request", "kernel_info_request"):
            for value in (None, 1, "x", [], {}, 1e300, -1):
                with self.subTest(request, value=value):
                    names = ("code", "cursor_pos", "detail_level", "hist_access_type", "n", "session", "pattern", "start",
                             "stop", "unique", "output", "target_name")
                    reply = self.wire.ask(request, dict.fromkeys(names, value)).content
                    self.assertIn(reply["status"], ("ok", "error", "complete", "incomplete", "invalid"))

    def test_random_frames_on_every_port(self):
        lucky = random.Random(20261125)
        parts = [DELIMITER, b"", b"{}", b"[", b"null", b"\0", b"0" * 64, uuid.uuid4().bytes]
        for _ in range(400):
            frames = [lucky.choice(parts) if lucky.random() < 0.8 else lucky.randbytes(lucky.randrange(50))
                      for _ in range(lucky.randrange(1, 10))]
            self.send_all(frames)
        self.assert_dropped()

    def test_good_messages_with_a_damaged_byte_run_nothing(self):
        lucky = random.Random(7)
        for _ in range(200):
            frames = self.wire.frames(self.wire.header("execute_request"), CELL)
            i = lucky.randrange(2, 6)
            at = lucky.randrange(len(frames[i]))
            frames[i] = frames[i][:at] + bytes([frames[i][at] ^ (1 << lucky.randrange(8))]) + frames[i][at + 1:]
            self.wire.shell.send_multipart(frames)
        self.assert_dropped()

    def test_bytes_that_are_not_zeromq_on_every_port(self):
        for port in PORTS:
            for raw in (b"GET / HTTP/1.1\r\nHost: x\r\n\r\n", b"\xff" * 100, b"\xff\0\0\0\0\0\0\0\1\x7f\3", b"\0" * 64, b"",
                        # A greeting of ZeroMQ 3, then a frame that claims to be endless.
                        b"\xff" + b"\0" * 8 + b"\x7f\3\0NULL" + b"\0" * 48 + b"\2" + b"\x7f" + b"\xff" * 7):
                with self.subTest(port, raw=raw[:8]), socket.create_connection(
                        (self.wire.connection["ip"], self.wire.connection[port]), 10) as plain:
                    try:
                        plain.sendall(raw)
                    except OSError:
                        pass  # The kernel may hang up before all is sent.

    def test_a_subscriber_that_never_reads_holds_nobody_up(self):
        slow = self.wire.socket(zmq.SUB, "iopub_port")
        slow.rcvhwm = 1
        slow.subscribe(b"")
        self.assertTrue(self.kernel.run("for (var i = 0; i < 3_000; i++) Display(i);").ok)
        slow.close(0)

    def test_front_ends_that_vanish_before_their_reply_disturb_nothing(self):
        for _ in range(10):
            gone = self.wire.socket(zmq.DEALER, "shell_port", uuid.uuid4().bytes.replace(b"\0", b"\1"))
            self.wire.send("execute_request", {"code": "1"}, gone)
            gone.close(linger=500)

    def test_identity_frames_without_end_are_routed_back(self):
        header = self.wire.header("kernel_info_request")
        self.wire.shell.send_multipart([b"hop"] * 50 + self.wire.frames(header, {}))
        reply = self.wire.answer(header)
        self.assertEqual(reply.route, [b"hop"] * 50)


class HugeTests(HostileCase):
    def test_a_cell_of_tens_of_megabytes_runs(self):
        cell = "/*" + "x" * 30_000_000 + "*/ 6 * 7"
        reply, published = self.wire.run(cell)
        self.assertEqual(reply.content["status"], "ok", str(reply.content)[:500])
        self.assertEqual(published[-2].content["data"]["text/plain"], "42")

    def test_a_value_of_tens_of_megabytes_arrives(self):
        _, published = self.wire.run("Display(new string('v', 30_000_000));")
        shown, = [m for m in published if m.type == "display_data"]
        self.assertTrue(shown.is_signed)
        self.assertGreater(len(shown.content["data"]["text/plain"]), 1_000)

    def test_a_text_of_tens_of_megabytes_arrives_whole(self):
        _, published = self.wire.run("Console.Write(new string('v', 30_000_000));")
        self.assertEqual(sum(len(m.content["text"]) for m in published if m.type == "stream"), 30_000_000)

    def test_questions_about_megabytes_are_answered(self):
        code = "var x = 1;\n" * 100_000
        for request in ("complete_request", "inspect_request", "is_complete_request"):
            with self.subTest(request):
                self.assertIn(self.wire.ask(request, {"code": code, "cursor_pos": 5}).content["status"], ("ok", "complete"))

    def test_huge_buffers_and_unknown_members_are_passed_over(self):
        header = self.wire.header("kernel_info_request")
        content = {"unknown": "y" * 20_000_000}
        self.wire.shell.send_multipart(self.wire.frames(header, content, buffers=[b"\0" * 20_000_000] * 2))
        self.assertEqual(self.wire.answer(header).content["status"], "ok")

    def test_a_huge_message_with_a_bad_signature_is_dropped(self):
        frames = self.wire.frames(self.wire.header("execute_request"), {"code": "harmed = true;" + " " * 40_000_000})
        frames[1] = b"0" * 64
        self.wire.shell.send_multipart(frames)
        self.assert_dropped()

    def test_a_huge_header_comes_back_as_the_parent(self):
        header = self.wire.header("kernel_info_request") | {"more": "z" * 2_000_000}
        self.wire.shell.send_multipart(self.wire.frames(header, {}))
        self.assertEqual(self.wire.answer(header).parent, header)

    def test_thousands_of_requests_at_once_are_all_answered_in_order(self):
        headers = [self.wire.send("kernel_info_request") for _ in range(3_000)]
        for header in headers:
            self.assertEqual(self.wire.next(self.wire.shell).parent, header)


class OrderTests(HostileCase):
    def test_replies_and_outputs_sent_to_the_kernel_are_dropped(self):
        for kind in ("execute_reply", "kernel_info_reply", "stream", "status", "error", "shutdown_reply"):
            with self.subTest(kind):
                self.wire.send(kind, {"status": "ok", "execution_state": "idle", "name": "stdout", "text": "x"})
                self.assert_dropped()

    def test_requests_on_stdin_run_nothing(self):
        self.wire.send("execute_request", CELL, self.wire.stdin)
        self.wire.send("shutdown_request", {"restart": False}, self.wire.stdin)
        self.assert_dropped()

    def test_answers_before_any_question_are_dropped(self):
        self.wire.send("input_reply", {"value": "early"}, self.wire.stdin)
        self.wire.send("input_reply", {"value": "on shell"})
        self.wire.send("input_reply", {"value": "on control"}, self.wire.control)
        self.assert_dropped()

    def test_comms_are_closed_before_they_are_open(self):
        for kind in ("comm_close", "comm_msg"):
            self.wire.send(kind, {"comm_id": "never opened", "data": {}})
        self.assert_dropped()

    def test_the_same_id_twice_gets_two_answers(self):
        header = self.wire.header("execute_request")
        for code in ("1", "2"):
            self.wire.shell.send_multipart(self.wire.frames(header, {"code": code}))
        counts = [self.wire.answer(header).content["execution_count"] for _ in range(2)]
        self.assertEqual(counts[1], counts[0] + 1)

    def test_a_request_from_the_future_and_from_long_ago_is_served(self):
        for date, version in (("9999-12-31T23:59:59Z", "99.0"), ("1970-01-01T00:00:00Z", "4.0"), ("never", "")):
            with self.subTest(date):
                header = self.wire.header("kernel_info_request") | {"date": date, "version": version}
                self.wire.shell.send_multipart(self.wire.frames(header, {}))
                self.assertEqual(self.wire.answer(header).content["status"], "ok")
