"""A .NET Interactive over its standard input and output, with the bridge's package from a folder of its own."""
import json
import os
import pathlib
import queue
import shutil
import subprocess
import tempfile
import threading
import time
import unittest
import uuid
import zipfile

ROOT = pathlib.Path(__file__).parents[2]
PROJECT = ROOT / "src" / "FlowKernel.Interactive"
LIMIT = 180
ENDS = ("CommandSucceeded", "CommandFailed")


def program():
    """The host that FLOWKERNEL_DOTNET_INTERACTIVE names, or that is on PATH."""
    found = os.environ.get("FLOWKERNEL_DOTNET_INTERACTIVE") or shutil.which("dotnet-interactive")
    if not found:
        raise unittest.SkipTest("no dotnet-interactive on PATH or in FLOWKERNEL_DOTNET_INTERACTIVE")
    return found


class Package:
    """The bridge's package: the one in the folder FLOWKERNEL_BRIDGE, or one that is packed here."""

    def __init__(self):
        self.temporary = tempfile.TemporaryDirectory(prefix="acceptance-bridge-")
        self.feed = os.environ.get("FLOWKERNEL_BRIDGE") or self.pack()
        file = next(pathlib.Path(self.feed).glob("FlowKernel.Interactive.*.nupkg"))
        self.version = file.name.removeprefix("FlowKernel.Interactive.").removesuffix(".nupkg")
        self.archive = zipfile.ZipFile(file)
        self.forget()

    def pack(self):
        end = subprocess.run(
            ["dotnet", "pack", str(PROJECT), "-c", "Release", "-o", self.temporary.name, f"-p:Version=0.0.1-test{uuid.uuid4().hex}", "--nologo", "-v", "quiet"],
            capture_output=True, text=True, timeout=900, stdin=subprocess.DEVNULL)
        if end.returncode:
            raise AssertionError(end.stdout + end.stderr)
        return self.temporary.name

    def forget(self):
        """Removes it from where hosts restore it to."""
        packages = os.environ.get("NUGET_PACKAGES") or os.path.expanduser("~/.nuget/packages")
        shutil.rmtree(os.path.join(packages, "flowkernel.interactive", self.version.lower()), ignore_errors=True)

    def close(self):
        self.archive.close()
        self.forget()
        self.temporary.cleanup()


class Ended:
    """What became of a command: its events, by their types."""

    def __init__(self, events):
        self.events = events

    def of(self, *kinds):
        return [e["event"] for e in self.events if e["eventType"] in kinds]

    @property
    def ok(self):
        return self.events[-1]["eventType"] == "CommandSucceeded"

    @property
    def message(self):
        """Why it failed."""
        return " ".join(e["message"] for e in self.of("CommandFailed"))

    def shown(self, mime):
        """All that was shown in one form, in order."""
        shown = self.of("DisplayedValueProduced", "DisplayedValueUpdated", "ReturnValueProduced", "StandardOutputValueProduced", "StandardErrorValueProduced")
        return [f["value"] for event in shown for f in event["formattedValues"] if f["mimeType"] == mime]

    @property
    def text(self):
        return "\n".join(self.shown("text/plain"))


class Host:
    """A running host; ``close`` ends it."""

    def __init__(self, folder):
        self.number, self.events = 0, queue.Queue()
        self.process = subprocess.Popen(
            [program(), "stdio", "--default-kernel", "csharp", "--working-dir", folder], cwd=folder, text=True, encoding="utf-8",
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
            env={**os.environ, "DOTNET_INTERACTIVE_CLI_TELEMETRY_OPTOUT": "1", "DOTNET_NOLOGO": "1"})
        threading.Thread(target=self.read, daemon=True).start()
        self.wait(lambda e: e["eventType"] == "KernelReady")

    def read(self):
        for line in self.process.stdout:
            if line.startswith("\ufeff"):
                line = line[1:]
            if line.startswith("{"):
                self.events.put(json.loads(line))
        self.events.put(None)

    def wait(self, ends):
        """The events up to the one that ends it."""
        events, end = [], time.monotonic() + LIMIT
        while True:
            event = self.events.get(timeout=max(0.1, end - time.monotonic()))
            if event is None:
                raise AssertionError("the host ended")
            events.append(event)
            if ends(event):
                return events

    def ask(self, kind, kernel="csharp", **content):
        """Sends a command and waits until it has ended."""
        self.number += 1
        token = f"t{self.number}"
        self.process.stdin.write(json.dumps({
            "token": token, "commandType": kind, "routingSlip": [], "command": {**content, "targetKernelName": kernel}}) + "\n")
        self.process.stdin.flush()
        return Ended(self.wait(lambda e: e["eventType"] in ENDS and (e.get("command") or {}).get("token") == token))

    def run(self, code, kernel="csharp"):
        return self.ask("SubmitCode", kernel, code=code)

    def at(self, kind, code, kernel="csharp"):
        """Asks about the place that | marks."""
        before, after = code.split("|^", 1)
        lines = before.split("\n")
        return self.ask(kind, kernel, code=before + after, linePosition={"line": len(lines) - 1, "character": len(lines[-1])})

    def close(self):
        self.process.kill()
        self.process.wait(30)
