"""Small stores of flow logs, made by the tool once for all tests of a run."""
import atexit
import functools
import os
import shutil
import tempfile

from tool_run import run_tool

FLOWS = 2000


@functools.cache
def _folder():
    folder = tempfile.mkdtemp(prefix="stores-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


@functools.cache
def small_store(seed=1):
    """The folder of a store of one day; stores of different seeds hold different flows."""
    path = os.path.join(_folder(), f"store{seed}")
    made = run_tool("sample", "--out", path, "--flows", str(FLOWS), "--days", "1", "--seed", str(seed))
    assert made.code == 0, made.text
    return path
