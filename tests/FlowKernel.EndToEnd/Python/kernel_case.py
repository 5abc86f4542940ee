"""A kernel for a test case, and short ways to talk to it."""
import queue
import time
import unittest

from jupyter_client.manager import start_new_kernel

LIMIT = 60


class KernelCase(unittest.TestCase):
    """Test cases with one FlowKernel kernel for all of their tests."""

    @classmethod
    def setUpClass(cls):
        cls.manager, cls.client = start_new_kernel(kernel_name="flowkernel", startup_timeout=LIMIT)

    @classmethod
    def tearDownClass(cls):
        cls.client.stop_channels()
        cls.manager.shutdown_kernel(now=False)

    def reply(self, request, control=False):
        """The reply to a request."""
        receive = self.client.get_control_msg if control else self.client.get_shell_msg
        while True:
            message = receive(timeout=LIMIT)
            if message["parent_header"].get("msg_id") == request:
                return message

    def outputs(self, request):
        """What is published for a request, up to its idle."""
        messages = []
        while True:
            message = self.client.get_iopub_msg(timeout=LIMIT)
            if message["parent_header"].get("msg_id") != request:
                continue
            if message["content"].get("execution_state") == "idle":
                return messages
            messages.append(message)

    def run_cell(self, code, **options):
        """A cell's reply and outputs."""
        request = self.client.execute(code, **options)
        return self.reply(request)["content"], self.outputs(request)

    def value(self, code):
        """The plain text of a cell's value."""
        reply, outputs = self.run_cell(code)
        self.assertEqual(reply["status"], "ok", reply)
        return [m["content"]["data"]["text/plain"] for m in outputs if m["msg_type"] == "execute_result"][-1]

    def wait_for(self, wanted):
        """The next message on iopub that is wanted."""
        end = time.monotonic() + LIMIT
        while time.monotonic() < end:
            message = self.client.get_iopub_msg(timeout=LIMIT)
            if wanted(message):
                return message
        raise queue.Empty

    def ask(self, message_type, content, control=False):
        """Sends a request of any type; gives the reply's content."""
        channel = self.client.control_channel if control else self.client.shell_channel
        message = self.client.session.msg(message_type, content)
        channel.send(message)
        return self.reply(message["header"]["msg_id"], control)["content"]
