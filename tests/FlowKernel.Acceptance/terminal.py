"""A pseudo terminal: runs a program in it, and says what its screen showed at each moment."""
import codecs
import fcntl
import os
import pty
import re
import signal
import struct
import subprocess
import termios
import threading
import time

SEQUENCE = re.compile(r"\x1b\[([?\d;]*)([A-Za-z])|\x1b[()][A-Z0-9]|\x1b[=>]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)")


class Screen:
    """What a terminal shows of what it is sent: enough of ANSI for lines that are drawn again."""

    def __init__(self, width):
        self.width, self.lines, self.row, self.column = width, [""], 0, 0
        self.is_cursor_shown = True
        self.wrapped = 0

    def feed(self, text):
        place = 0
        while place < len(text):
            if found := SEQUENCE.match(text, place):
                self.obey(found.group(1), found.group(2) or "")
                place = found.end()
            else:
                self.put(text[place])
                place += 1

    def put(self, letter):
        if letter == "\n":
            self.down(1)
        elif letter == "\r":
            self.column = 0
        elif letter == "\b":
            self.column = max(0, self.column - 1)
        elif letter >= " ":
            if self.column >= self.width:
                self.wrapped += 1
                self.column = 0
                self.down(1)
            line = self.lines[self.row].ljust(self.column)
            self.lines[self.row] = line[:self.column] + letter + line[self.column + 1:]
            self.column += 1

    def down(self, count):
        self.row += count
        while len(self.lines) <= self.row:
            self.lines.append("")

    def obey(self, numbers, letter):
        first = int(numbers) if numbers and numbers.isdigit() else None
        count = 1 if first is None else first
        if letter == "A":
            self.row = max(0, self.row - count)
        elif letter == "B":
            self.down(count)
        elif letter == "C":
            self.column = min(self.width - 1, self.column + count)
        elif letter == "D":
            self.column = max(0, self.column - count)
        elif letter == "G":
            self.column = count - 1
        elif letter == "K":
            self.lines[self.row] = "" if first == 2 else self.lines[self.row][:self.column]
        elif letter == "J":
            self.lines[self.row] = self.lines[self.row][:self.column]
            del self.lines[self.row + 1:]
        elif letter in ("l", "h") and numbers == "?25":
            self.is_cursor_shown = letter == "h"

    @property
    def shown(self):
        """The lines that are not empty."""
        return [line.rstrip() for line in self.lines if line.strip()]


class TerminalRun:
    """A program whose standard error, and output where it is not piped, are a terminal."""

    def __init__(self, command, width=100, piped=False, terminal="xterm", folder=None, until=None, then=signal.SIGINT):
        # Where a build service says what it is, progress is for its log.
        own = {k: v for k, v in os.environ.items() if k not in ("GITHUB_ACTIONS", "TF_BUILD", "CI", "NO_COLOR")}
        self.screen = Screen(width)
        self.text, self.moments = "", []
        near, far = pty.openpty()
        fcntl.ioctl(far, termios.TIOCSWINSZ, struct.pack("HHHH", 40, width, 0, 0))
        self.process = subprocess.Popen(
            command, stdin=far, stderr=far, stdout=subprocess.PIPE if piped else far, env={**own, "TERM": terminal}, cwd=folder,
            start_new_session=True, preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL))
        os.close(far)
        reader = threading.Thread(target=self.read, args=(near, until, then))
        reader.start()
        self.result = self.process.communicate(timeout=180)[0] if piped else b""
        self.code = self.process.wait(180)
        reader.join()
        os.close(near)

    def read(self, near, until, then):
        decoder = codecs.getincrementaldecoder("utf-8")("replace")
        started = time.monotonic()
        while True:
            try:
                data = os.read(near, 65536)
            except OSError:
                # Linux says so that the program has gone.
                return
            if not data:
                return
            text = decoder.decode(data)
            self.text += text
            self.screen.feed(text)
            self.moments.append((time.monotonic() - started, self.screen.shown))
            if until and any(re.search(until, line) for line in self.screen.shown):
                self.process.send_signal(then)
                until = None

    def lines_with(self, words):
        """How many lines of the screen had some words, at most."""
        return max((sum(words in line for line in lines) for _, lines in self.moments), default=0)

    def versions_of(self, words):
        """What a line with some words said, in order, without the spinner before it."""
        seen = []
        for _, lines in self.moments:
            for line in lines:
                said = line[line.index(words):] if words in line else None
                if said and (not seen or seen[-1] != said):
                    seen.append(said)
        return seen
