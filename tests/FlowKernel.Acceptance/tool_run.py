"""Runs of the tool's commands."""
import os
import subprocess
from typing import NamedTuple

from kernel import LIMIT, tool


class ToolRun(NamedTuple):
    code: int
    out: str
    err: str

    @property
    def text(self):
        return self.out + self.err


def run_tool(*words, folder=None, environment=None, given=None):
    """Runs the tool to its end."""
    done = subprocess.run(
        [*tool(), *words], cwd=folder, env={**os.environ, **(environment or {})}, input=given,
        capture_output=True, text=True, timeout=2 * LIMIT, check=False)
    return ToolRun(done.returncode, done.stdout, done.stderr)
