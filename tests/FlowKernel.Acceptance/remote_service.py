"""Services that queries run on elsewhere: the tool's own `serve`, and one that takes its time and tells how far it is."""
import http.server
import json
import re
import subprocess
import threading

from kernel import LIMIT, tool

WORKSPACE = "11111111-2222-3333-4444-555555555555"


class Serve:
    """`flowkernel serve` over the sample."""

    def __init__(self):
        self.process = subprocess.Popen(
            [*tool(), "serve", "--sample", "--port", "0"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self.address = next(m[0] for m in (re.search(r"http://localhost:\d+", line) for line in self.process.stdout) if m)
        # What it says later must not fill the pipe.
        threading.Thread(target=self.process.stdout.read, daemon=True).start()

    def close(self):
        self.process.terminate()
        self.process.wait(LIMIT)
        self.process.stdout.close()


class SlowCluster:
    """A cluster that sends its answer in pieces, each when `more` is released, and keeps what it is asked."""

    schema = {"Databases": {"flows": {"Name": "flows", "Functions": {}, "Tables": {"Flows": {
        "Name": "Flows", "OrderedColumns": [{"Name": "Bytes", "Type": "System.Int64", "CslType": "long"}]}}}}}

    pieces = [
        {"FrameType": "DataSetHeader", "IsProgressive": True, "Version": "v2.0"},
        {"FrameType": "TableHeader", "TableId": 1, "TableKind": "PrimaryResult", "TableName": "PrimaryResult",
         "Columns": [{"ColumnName": "n", "ColumnType": "long"}]},
        {"FrameType": "TableFragment", "TableId": 1, "TableFragmentType": "DataAppend", "Rows": [[1]] * 1200},
        {"FrameType": "TableProgress", "TableId": 1, "TableProgress": 40.0},
        None,
        {"FrameType": "TableFragment", "TableId": 1, "TableFragmentType": "DataReplace", "Rows": [[2]]},
        {"FrameType": "TableProgress", "TableId": 1, "TableProgress": 100.0},
        {"FrameType": "DataSetCompletion", "HasErrors": False, "Cancelled": False},
    ]

    def __init__(self):
        self.asked, self.more, cluster = [], threading.Event(), self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_POST(self):
                body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                cluster.asked.append((self.path, body["csl"], self.headers.get("x-ms-client-request-id")))
                self.send_response(200)
                self.send_header("Content-Type", "application/json")
                self.end_headers()
                if self.path.endswith("mgmt"):
                    self.wfile.write(json.dumps({"Tables": [{"Columns": [], "Rows": [[json.dumps(cluster.schema)]]}]}).encode())
                else:
                    self.answer()

            def answer(self):
                try:
                    self.send_pieces()
                except BrokenPipeError:
                    # Who asked has stopped waiting.
                    pass

            def send_pieces(self):
                between = "["
                for piece in cluster.pieces:
                    if piece is None:
                        # The rest of an array only counts with what follows it.
                        self.wfile.write(b",")
                        self.wfile.flush()
                        between = ""
                        cluster.more.wait(LIMIT)
                        continue
                    self.wfile.write((between + json.dumps(piece)).encode())
                    between = ","
                self.wfile.write(b"]")

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def close(self):
        self.more.set()
        self.server.shutdown()
        self.server.server_close()
