"""A report of all that a notebook can hold, and short ways to open it."""
import atexit
import base64
import functools
import os
import pathlib
import shutil
import tempfile

from browser import BrowserCase
from shown_table import HOSTILE, kql
from viewers import notebook, run_tool

PICTURE = base64.b64encode(b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>').decode()
HOSTILE_TITLE = '<img src=x onerror=hit(90)> & "quotes"'
LONG_CODE = "\n".join(f"// line {i}" for i in range(20)) + "\n1"
PARAMETERS = {"cell_type": "code", "metadata": {"tags": ["parameters"]}, "outputs": [], "execution_count": None, "source": (
    'string ip = "10.1.1.4"; long least = 5; double share = 0.5; bool deep = false; DateTime from = DateTime.UnixEpoch;\n'
    'TimeSpan last = TimeSpan.FromDays(1); Guid id = Guid.Empty; int? port = null; var list = new[] { 1 };')}
FAILING = {"cell_type": "code", "metadata": {"tags": ["raises-exception"]}, "outputs": [], "execution_count": None,
           "source": 'throw new Exception("<script>hit(91)</script>");'}
ATTACHED = {"cell_type": "markdown", "metadata": {}, "attachments": {"a.svg": {"image/svg+xml": PICTURE}},
            "source": "![attached](attachment:a.svg) ![near](near.svg) ![far](https://example.org/x.png) ![out](../../etc/hostname.svg)"}
ROWS = ", ".join(f"{kql(h)}, {i}" for i, h in enumerate(HOSTILE))
CELLS = [
    ("markdown", f"# {HOSTILE_TITLE}\n\nA text with **weight**, `code` and a [link](#Second-part)."),
    "#!flowlogs connect sample",
    PARAMETERS,
    ("markdown", "## First part\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n<script>hit(92)</script> <b onclick=hit(93)>raw</b> [run](javascript:hit(94)) "
                 "[data](data:text/html,<script>hit(95)</script>) <javascript:hit(96)>"),
    "#!flowlogs --last 30d\nNTANetAnalytics | summarize Bytes = sum(BytesSrcToDest) by FlowType | render piechart",
    "#!flowlogs\nNTANetAnalytics | summarize Bytes = sum(BytesSrcToDest) by bin(TimeGenerated, 1d) | render timechart with (title='<img src=x onerror=hit(97)>')",
    ("markdown", "## Second part"),
    "#!flowlogs\nrange Id from 1 to 700 step 1 | extend Bytes = Id * 1500, At = datetime(2024-04-23) + Id * 1m, Took = Id * 1s",
    f"#!flowlogs\ndatatable(Text: string, Number: int)[{ROWS}]",
    "#!flowlogs\ndatatable(['=1+1']: string, N: long, R: real, D: dynamic)['=cmd', -5, -0.5, dynamic({\"a\": \"x,y\"}), '+1', long(null), real(null), dynamic(null), "
    "'say \"hi\", twice\\nor more', 9007199254740993, 0.1, dynamic([1, 2])]",
    'new[] { new { A = "<b>x</b>", B = 1.5 } }',
    LONG_CODE,
    FAILING,
    ATTACHED,
    ("markdown", "## Second part\n\nThe same heading again."),
    "#!flowlogs\nprint " + ", ".join(f"C{i} = {i}" for i in range(20)),
]


@functools.cache
def shared():
    """The folder of one report for all tests of this process that read it, and what the tool said."""
    folder = tempfile.mkdtemp(prefix="acceptance-report-")
    atexit.register(shutil.rmtree, folder, True)
    pathlib.Path(folder, "near.svg").write_bytes(base64.b64decode(PICTURE))
    source = pathlib.Path(folder, "<b>odd & name.ipynb")
    source.write_text(notebook(*CELLS), "utf-8")
    return folder, run_tool("run", str(source), "--html", os.path.join(folder, "report.html"), folder=folder).stdout


class Reports(BrowserCase):
    """Tests of the report of CELLS, and of small ones."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.folder, cls.said = shared()
        cls.report = os.path.join(cls.folder, "report.html")
        cls.html = pathlib.Path(cls.report).read_text("utf-8")

    @classmethod
    def write(cls, name, *cells):
        path = os.path.join(cls.folder, name)
        pathlib.Path(path).write_text(notebook(*cells), "utf-8")
        return path

    def opened(self, dark=False, report=None):
        page = self.page(dark)
        page.offline()
        page.open(report or self.report)
        if not report:
            page.until("Array.from(document.querySelectorAll('figure.chart')).every(f => f.classList.contains('drawn'))")
        return page

    def made(self, *cells, arguments=()):
        """The page of a small notebook."""
        path = self.write("small.ipynb", *cells)
        run_tool("run", path, "--html", path + ".html", *arguments, folder=self.folder)
        return path + ".html"

    def background(self, page, selector="body"):
        return page.style(selector, "backgroundColor")
