"""A front end over bare ZeroMQ, which can also send what no proper front end would."""
import hashlib
import hmac
import json
import uuid

import zmq

DELIMITER = b"<IDS|MSG>"
LIMIT = 60_000


class Message:
    """A message as it came: route, signature and the four JSON frames."""

    def __init__(self, frames, key):
        at = frames.index(DELIMITER)
        self.route = frames[:at]
        self.signature = frames[at + 1]
        self.is_signed = self.signature == signature(key, frames[at + 2:at + 6])
        self.header, self.parent, self.metadata, self.content = (json.loads(f) for f in frames[at + 2:at + 6])

    @property
    def type(self):
        return self.header["msg_type"]


def signature(key, frames):
    """The signature of the four JSON frames."""
    return hmac.new(key, b"".join(frames), hashlib.sha256).hexdigest().encode() if key else b""


class Wire:
    """Sockets to all five ports of a kernel; a context manager that closes them."""

    def __init__(self, connection):
        self.connection = connection
        self.key = connection["key"] if isinstance(connection["key"], bytes) else connection["key"].encode()
        self.session = uuid.uuid4().hex
        self.context = zmq.Context()
        identity = uuid.uuid4().bytes.replace(b"\0", b"\1")
        self.shell = self.socket(zmq.DEALER, "shell_port", identity)
        self.control = self.socket(zmq.DEALER, "control_port", identity)
        self.stdin = self.socket(zmq.DEALER, "stdin_port", identity)
        self.heartbeat = self.socket(zmq.REQ, "hb_port")
        self.iopub = self.socket(zmq.SUB, "iopub_port")
        self.iopub.subscribe(b"")
        self.welcome = self._receive(self.iopub)
        # Dealers find their way on their own, but a request could overtake another's connection.
        self.ask("kernel_info_request")
        self.ask("kernel_info_request", channel=self.control)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.context.destroy(linger=0)

    def header(self, message_type):
        return {"msg_id": uuid.uuid4().hex, "msg_type": message_type, "session": self.session,
                "username": "client", "version": "5.4", "date": "2026-01-01T00:00:00Z"}

    def frames(self, header, content, parent=None, buffers=()):
        """A well-signed message."""
        parts = [json.dumps(part).encode() for part in (header, parent or {}, {}, content)]
        return [DELIMITER, signature(self.key, parts), *parts, *buffers]

    def send(self, message_type, content=None, channel=None, parent=None):
        """Sends a message; gives its header."""
        header = self.header(message_type)
        (channel or self.shell).send_multipart(self.frames(header, content or {}, parent))
        return header

    def ask(self, message_type, content=None, channel=None):
        """Sends a request and gives its reply."""
        channel = channel or self.shell
        return self.answer(self.send(message_type, content, channel), channel)

    def answer(self, header, channel=None, limit=LIMIT):
        """The reply to a request; others that come before it are passed over."""
        while True:
            message = self._receive(channel or self.shell, limit)
            if message.parent.get("msg_id") == header["msg_id"]:
                return message

    def published(self, header):
        """What is published for a request, its last "idle" included."""
        messages = []
        while True:
            message = self._receive(self.iopub)
            if message.parent.get("msg_id") != header["msg_id"]:
                continue
            messages.append(message)
            if message.content.get("execution_state") == "idle":
                return messages

    def run(self, code, **options):
        """Runs a cell; gives its reply and what it published."""
        header = self.send("execute_request", {"code": code, **options})
        return self.answer(header), self.published(header)

    def next(self, channel, wanted=lambda message: True):
        """The next message on a channel that is wanted."""
        while True:
            message = self._receive(channel)
            if wanted(message):
                return message

    def is_quiet(self, channel, milliseconds=200):
        """Whether nothing comes for a while."""
        return channel.poll(milliseconds) == 0

    def beat(self, *frames):
        """What the heartbeat says to some frames."""
        self.heartbeat.send_multipart(list(frames))
        if not self.heartbeat.poll(LIMIT):
            raise TimeoutError("The heart does not beat.")
        return self.heartbeat.recv_multipart()

    def socket(self, kind, port, identity=None):
        """One more socket to a port of the kernel."""
        socket = self.context.socket(kind)
        if identity:
            socket.identity = identity
        socket.rcvhwm = 0
        socket.connect(f"tcp://{self.connection['ip']}:{self.connection[port]}")
        return socket

    def _receive(self, channel, limit=LIMIT):
        if not channel.poll(limit):
            raise TimeoutError("Nothing came.")
        return Message(channel.recv_multipart(), self.key)


def wire_to(kernel):
    """A bare front end for a running kernel, beside the one it has."""
    return Wire(kernel.client.get_connection_info())
