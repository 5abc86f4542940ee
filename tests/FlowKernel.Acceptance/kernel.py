"""A kernel of the tool under test, and short ways to talk to it."""
import os
import queue
import tempfile
import time
import unittest

from jupyter_client.kernelspec import KernelSpec
from jupyter_client.manager import KernelManager

LIMIT = 90


def tool():
    """The command that starts the tool."""
    path = os.environ.get("FLOWKERNEL_TOOL")
    if not path:
        raise unittest.SkipTest("FLOWKERNEL_TOOL names no tool")
    path = os.path.abspath(path)
    return ["dotnet", path] if path.endswith(".dll") else [path]


class Cell:
    """What a cell answered: its reply, and its messages on iopub up to its idle."""

    def __init__(self, reply, messages):
        self.reply = reply
        self.messages = messages

    def of(self, *types):
        """The contents of the messages of some types."""
        return [m["content"] for m in self.messages if m["msg_type"] in types]

    def data(self, mime):
        """The values of one MIME type, in order."""
        shown = self.of("execute_result", "display_data", "update_display_data")
        return [content["data"][mime] for content in shown if mime in content.get("data", {})]

    @property
    def text(self):
        """All that is shown, as plain text."""
        streams = [content["text"] for content in self.of("stream")]
        errors = ["\n".join(content["traceback"]) for content in self.of("error")]
        return "\n".join([*streams, *self.data("text/plain"), *errors])

    @property
    def ok(self):
        return self.reply["status"] == "ok"


class Kernel:
    """A running kernel; a context manager that ends it."""

    def __init__(self, environment=None, folder=None, log=None):
        self.home = tempfile.TemporaryDirectory()
        self.manager = KernelManager()
        self.manager._kernel_spec = KernelSpec(
            argv=[*tool(), "kernel", "start", "--connection-file", "{connection_file}"],
            display_name="FlowKernel", language="C#")
        own = {**os.environ, "JUPYTER_DATA_DIR": self.home.name, **(environment or {})}
        self.manager.start_kernel(env=own, cwd=folder or os.getcwd(), **({"stderr": log} if log else {}))
        self.client = self.manager.client()
        self.client.start_channels()
        self.client.wait_for_ready(timeout=LIMIT)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def close(self):
        self.client.stop_channels()
        self.manager.shutdown_kernel(now=False)
        self.home.cleanup()

    def run(self, code, limit=LIMIT, **options):
        """Runs a cell to its end."""
        request = self.client.execute(code, **options)
        return Cell(self.reply(request, limit=limit)["content"], self.outputs(request, limit))

    def reply(self, request, control=False, limit=LIMIT):
        """The reply to a request."""
        receive = self.client.get_control_msg if control else self.client.get_shell_msg
        while True:
            message = receive(timeout=limit)
            if message["parent_header"].get("msg_id") == request:
                return message

    def outputs(self, request, limit=LIMIT):
        """What is published for a request, up to its idle."""
        messages = []
        end = time.monotonic() + limit
        while time.monotonic() < end:
            message = self.client.get_iopub_msg(timeout=limit)
            if message["parent_header"].get("msg_id") != request:
                continue
            if message["content"].get("execution_state") == "idle":
                return messages
            messages.append(message)
        raise queue.Empty

    def ask(self, message_type, content, control=False):
        """Sends a request of any type; gives the reply's content."""
        channel = self.client.control_channel if control else self.client.shell_channel
        message = self.client.session.msg(message_type, content)
        channel.send(message)
        return self.reply(message["header"]["msg_id"], control)["content"]


class KernelCase(unittest.TestCase):
    """Tests with one kernel for all of a class."""

    @classmethod
    def setUpClass(cls):
        cls.kernel = Kernel()
        cls.addClassCleanup(cls.kernel.close)

    def run_cell(self, code, **options):
        """Runs a cell that must succeed."""
        cell = self.kernel.run(code, **options)
        self.assertTrue(cell.ok, cell.text)
        return cell

    def value(self, code):
        """The plain text of a cell's value."""
        return self.run_cell(code).of("execute_result")[-1]["data"]["text/plain"]

    def fails(self, code):
        """Runs a cell that must fail; gives all that it shows."""
        cell = self.kernel.run(code)
        self.assertFalse(cell.ok, cell.text)
        return cell.text
