"""A feed of small packages (NuGet protocol, version 3) on loopback that takes its time."""
import http.server
import io
import json
import os
import threading
import time
import zipfile


def package(name, version, dependency=None):
    """A package that brings nothing but its name."""
    needs = f'<dependency id="{dependency}" version="1.0.0" />' if dependency else ""
    spec = (f"<package><metadata><id>{name}</id><version>{version}</version><authors>a</authors><description>d</description>"
            f'<dependencies><group targetFramework="net8.0">{needs}</group></dependencies></metadata></package>')
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr(f"{name}.nuspec", spec)
        archive.writestr("lib/net8.0/_._", "")
    return data.getvalue()


class SlowFeed:
    """Serves packages 1.0.0; each answer comes after some seconds."""

    def __init__(self, packages, delay):
        feed, self.delay = self, delay
        self.packages = {name.lower(): package(name, "1.0.0", dependency) for name, dependency in packages.items()}

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                time.sleep(feed.delay)
                content = feed.content(self.path.strip("/").split("/"))
                try:
                    self.send_response(200 if content is not None else 404)
                    self.send_header("Content-Length", str(len(content or b"")))
                    self.end_headers()
                    self.wfile.write(content or b"")
                except ConnectionError:
                    # Whoever asked has been interrupted.
                    pass

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.address = f"http://127.0.0.1:{self.server.server_port}/"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def content(self, parts):
        if parts == ["index.json"]:
            flat = {"@id": self.address + "flat/", "@type": "PackageBaseAddress/3.0.0"}
            return json.dumps({"version": "3.0.0", "resources": [flat]}).encode()
        if len(parts) < 3 or parts[1] not in self.packages:
            return None
        if parts[2] == "index.json":
            return b'{"versions":["1.0.0"]}'
        return self.packages[parts[1]] if parts[-1].endswith(".nupkg") else None

    def use_in(self, folder):
        """Writes a nuget.config that knows this feed alone, with a packages folder of its own."""
        with open(os.path.join(folder, "nuget.config"), "w", encoding="utf-8") as file:
            file.write(f'<configuration><config><add key="globalPackagesFolder" value="{folder}/installed" /></config>'
                       "<fallbackPackageFolders><clear /></fallbackPackageFolders><packageSources><clear />"
                       f'<add key="slow" value="{self.address}index.json" allowInsecureConnections="true" /></packageSources></configuration>')

    def close(self):
        self.server.shutdown()
        self.server.server_close()
