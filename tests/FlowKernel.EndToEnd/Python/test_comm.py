"""Comms: the kernel has no targets, and says so."""
from kernel_case import KernelCase


class CommTests(KernelCase):
    def send(self, message_type, content):
        message = self.client.session.msg(message_type, content)
        self.client.shell_channel.send(message)
        return self.outputs(message["header"]["msg_id"])

    def test_an_unknown_target_is_closed(self):
        outputs = self.send("comm_open", {"comm_id": "c1", "target_name": "jupyter.widget", "data": {}})
        closed = [m["content"] for m in outputs if m["msg_type"] == "comm_close"]
        self.assertEqual(closed, [{"comm_id": "c1", "data": {}}])

    def test_a_message_on_a_comm_that_is_not_open_closes_it(self):
        outputs = self.send("comm_msg", {"comm_id": "c2", "data": {"x": 1}})
        self.assertEqual([m["content"]["comm_id"] for m in outputs if m["msg_type"] == "comm_close"], ["c2"])

    def test_closing_is_taken_note_of(self):
        self.assertEqual(
            [m["msg_type"] for m in self.send("comm_close", {"comm_id": "c3", "data": {}})], ["status"])

    def test_no_comms_are_open(self):
        self.assertEqual(self.ask("comm_info_request", {}), {"status": "ok", "comms": {}})
