"""Where notebooks are looked at: classic Notebook, nbconvert's HTML, and pages that are cleaned as code hosts clean them."""
import json
import os
import pathlib
import shutil
import socket
import subprocess
import sys
import tempfile
import unittest

import bleach
import nbformat

from browser import wait
from kernel import tool

SERVER = "/usr/bin/jupyter-notebook"
CONVERT = "/usr/bin/jupyter-nbconvert"
TAGS = ["a", "b", "br", "code", "dd", "details", "div", "dl", "dt", "em", "h1", "h2", "h3", "hr", "i", "img", "li", "ol", "p", "pre", "span", "strong",
        "sub", "summary", "sup", "table", "tbody", "td", "th", "thead", "tr", "ul"]
ATTRIBUTES = ["align", "alt", "border", "cellpadding", "colspan", "height", "href", "scope", "src", "title", "width"]


def notebook(*cells, metadata=None):
    """The text of a notebook; a cell is code, or a pair of its kind and its text, or a whole cell."""
    made = []
    for cell in cells:
        if isinstance(cell, str):
            cell = ("code", cell)
        if isinstance(cell, tuple):
            cell = {"cell_type": cell[0], "metadata": {}, "source": cell[1],
                    **({"outputs": [], "execution_count": None} if cell[0] == "code" else {})}
        made.append({"id": f"c{len(made)}", **cell})
    spec = {"kernelspec": {"name": "flowkernel", "display_name": "FlowKernel", "language": "C#"}, **(metadata or {})}
    return json.dumps({"nbformat": 4, "nbformat_minor": 5, "metadata": spec, "cells": made})


def run_tool(*arguments, folder=None, expect=0, environment=None):
    """Runs the tool to its end; gives what it wrote."""
    end = subprocess.run([*tool(), *arguments], cwd=folder, capture_output=True, text=True, timeout=180, stdin=subprocess.DEVNULL,
                         env={**os.environ, **(environment or {})})
    if end.returncode != expect:
        raise AssertionError(f"{arguments} ended with {end.returncode}\n{end.stdout}\n{end.stderr}")
    return end


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Jupyter:
    """The machine's Jupyter with the kernel installed into a folder of its own."""

    def __init__(self):
        if not os.path.exists(SERVER) or not os.path.exists(CONVERT):
            raise unittest.SkipTest("this machine has no Jupyter with notebook and nbconvert")
        self.folder = tempfile.mkdtemp(prefix="acceptance-jupyter-")
        self.environment = {**os.environ, "HOME": self.folder, "DOTNET_CLI_HOME": os.environ.get("HOME", self.folder),
                            "NUGET_PACKAGES": os.environ.get("NUGET_PACKAGES", os.path.expanduser("~/.nuget/packages")),
                            **{f"JUPYTER_{name}_DIR": f"{self.folder}/{name.lower()}" for name in ("DATA", "CONFIG", "RUNTIME")}}
        run_tool("kernel", "install", "--user", environment=self.environment)
        self.server = None

    def close(self):
        if self.server:
            self.server.terminate()
            self.server.wait(30)
        shutil.rmtree(self.folder, ignore_errors=True)

    def put(self, name, text):
        path = pathlib.Path(self.folder, name)
        path.write_text(text, "utf-8")
        return str(path)

    def convert(self, path, *options):
        """A notebook as nbconvert's HTML."""
        target = f"{pathlib.Path(path).stem}-{len(options)}.html"
        end = subprocess.run([sys.executable, CONVERT, "--to", "html", "--output", target, *options, path],
                             env=self.environment, cwd=self.folder, capture_output=True, text=True, timeout=180, stdin=subprocess.DEVNULL)
        if end.returncode:
            raise AssertionError(end.stderr)
        return str(pathlib.Path(path).with_name(target))

    def address(self, name):
        """Where the classic Notebook's server has a notebook; starts it when it is first asked."""
        if not self.server:
            self.server = subprocess.Popen(
                [sys.executable, SERVER, "--no-browser", "--allow-root", "--ip=127.0.0.1", f"--port={free_port()}",
                 "--NotebookApp.token=t",
                 f"--notebook-dir={self.folder}"],
                env=self.environment, cwd=self.folder, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        return f"{wait(self._url, 'the notebook server did not start')}notebooks/{name}?token=t"

    def _url(self):
        file = pathlib.Path(self.folder, "runtime", f"nbserver-{self.server.pid}.json")
        text = file.read_text() if file.exists() else ""
        return json.loads(text)["url"] if text.endswith("}") else None

    def run_classic(self, page, name):
        """Opens a notebook in classic Notebook and runs its cells to the end."""
        page.open(self.address(name))
        page.until("window.Jupyter && Jupyter.notebook && Jupyter.notebook.kernel && Jupyter.notebook.kernel.is_connected()", 120)
        page.evaluate("Jupyter.notebook.get_cells().forEach(c => c.execute && c.execute(false))")
        page.until("Jupyter.notebook.get_cells().every(c => !c.execute || c.input_prompt_number > 0)", 180)
        return page


def cleaned(path):
    """A page of a notebook's outputs as a code host shows them: the first form that it has, then only harmless tags and attributes."""
    parts = []
    for cell in nbformat.read(path, 4).cells:
        for output in cell.get("outputs", []):
            data = output.get("data", {})
            if "text/html" in data:
                parts.append(bleach.clean(data["text/html"], tags=TAGS, attributes=ATTRIBUTES, strip=True, strip_comments=True))
            elif "image/png" in data:
                parts.append(f'<img src="data:image/png;base64,{data["image/png"]}">')
            elif "text/plain" in data:
                parts.append(f"<pre>{bleach.clean(data['text/plain'], tags=[], strip=False)}</pre>")
    return "\n".join(parts)
