"""An interrupt stops imports, restores of packages and exports too, and leaves no half of them."""
import http.server
import os
import subprocess
import tempfile
import threading

from interrupting import InterruptCase
from kernel import Kernel, tool


class ImportTests(InterruptCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.folder = cls.enterClassContext(tempfile.TemporaryDirectory())
        cls.raw = os.path.join(cls.folder, "raw")
        subprocess.run([*tool(), "sample", "--raw", "--out", cls.raw, "--flows", "300000", "--days", "5"],
                       check=True, stdout=subprocess.DEVNULL)

    def test_an_import_stops_and_leaves_no_half_of_it(self):
        store = os.path.join(self.folder, "store")
        code = f"#!flowlogs import {self.raw} --data {store}"
        for stop in (self.by_message, self.by_signal):
            self.time_of(code, stop, under_way=0.4)
        self.assertFalse(os.path.exists(os.path.join(store, "manifest.json")))


class RestoreTests(InterruptCase):
    def test_a_restore_from_a_source_that_never_answers_stops(self):
        release = threading.Event()

        class Silent(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                release.wait(60)

            def log_message(self, *_):
                """Keeps the tests' output clean."""

        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Silent)
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, daemon=True).start()
        self.addCleanup(server.server_close)
        self.addCleanup(server.shutdown)
        self.addCleanup(release.set)
        address = f"http://127.0.0.1:{server.server_port}/v3/index.json"
        self.assert_stops(f'#i "nuget: {address}"\n#r "nuget: Package.That.Never.Comes, 1.0.0"')
