"""Comms: the kernel has no targets, and says so rather than leaving a widget waiting."""
from kernel import KernelCase
from wire import wire_to


class CommTests(KernelCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.wire = cls.enterClassContext(wire_to(cls.kernel))

    def published(self, message_type, content):
        return self.wire.published(self.wire.send(message_type, content))

    def closed(self, message_type, content):
        return [m.content for m in self.published(message_type, content) if m.type == "comm_close"]

    def test_an_unknown_target_is_closed(self):
        for target in ("jupyter.widget", "jupyter.widget.control", "matplotlib", "", "ä\U0001F600"):
            with self.subTest(target):
                opened = {"comm_id": f"c-{target}", "target_name": target, "data": {"state": [1, 2]}}
                self.assertEqual(self.closed("comm_open", opened), [{"comm_id": f"c-{target}", "data": {}}])

    def test_the_same_comm_is_closed_every_time(self):
        for _ in range(2):
            self.assertEqual(len(self.closed("comm_open", {"comm_id": "again", "target_name": "t", "data": {}})), 1)

    def test_a_message_on_a_comm_that_is_not_open_closes_it(self):
        self.assertEqual(self.closed("comm_msg", {"comm_id": "c2", "data": {"x": 1}}), [{"comm_id": "c2", "data": {}}])

    def test_a_close_is_taken_note_of_without_an_answer(self):
        self.assertEqual(
            [m.type for m in self.published("comm_close", {"comm_id": "c3", "data": {}})], ["status", "status"])

    def test_comm_messages_have_no_reply_on_shell(self):
        for message_type in ("comm_open", "comm_msg", "comm_close"):
            with self.subTest(message_type):
                self.published(message_type, {"comm_id": "c4", "target_name": "t", "data": {}})
                self.assertTrue(self.wire.is_quiet(self.wire.shell, 50))

    def test_no_comms_are_open_for_any_target(self):
        self.closed("comm_open", {"comm_id": "c5", "target_name": "t", "data": {}})
        for content in ({}, {"target_name": "t"}):
            self.assertEqual(self.wire.ask("comm_info_request", content).content, {"status": "ok", "comms": {}})

    def test_a_comm_without_an_id_disturbs_nothing(self):
        for message_type in ("comm_open", "comm_msg", "comm_close"):
            self.assertEqual(self.closed(message_type, {}), [])
        self.assertEqual(self.value("1 + 1"), "2")

    def test_buffers_behind_a_message_are_passed_over(self):
        header = self.wire.header("comm_open")
        content = {"comm_id": "c6", "target_name": "t", "data": {}}
        self.wire.shell.send_multipart(self.wire.frames(header, content, buffers=[b"\0" * 1000, b""]))
        self.assertEqual([m.type for m in self.wire.published(header)], ["status", "comm_close", "status"])
