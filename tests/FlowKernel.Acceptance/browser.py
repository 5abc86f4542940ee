"""A headless Chromium, driven over the DevTools protocol the way a person uses it: mouse, keyboard, files, paper."""
import asyncio
import atexit
import base64
import functools
import json
import os
import pathlib
import shutil
import subprocess
import tempfile
import time
import unittest

from tornado.websocket import websocket_connect

PROGRAM = "/usr/bin/chromium"
LIMIT = 60
LOCAL = ("file:", "data:", "blob:", "about:", "http://127.0.0.1", "http://localhost", "ws://127.0.0.1", "chrome")
OPTIONS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--hide-scrollbars", "--remote-debugging-port=0",
]
# Before any script of a page: what hostile values would call.
WATCH = "window.hits = []; window.hit = (...what) => window.hits.push(String(what[0]));"
KEYS = {"Enter": ("\r", 13), " ": (" ", 32), "Tab": ("", 9), "Escape": ("", 27), "Backspace": ("", 8)}


class Browser:
    """A running browser with a profile of its own; ``close`` ends it."""

    def __init__(self):
        if not os.path.exists(PROGRAM):
            raise unittest.SkipTest("this machine has no Chromium")
        self.folder = tempfile.mkdtemp(prefix="acceptance-browser-")
        self.loop = asyncio.new_event_loop()
        self.process = subprocess.Popen(
            [PROGRAM, *OPTIONS, f"--user-data-dir={self.folder}/profile", "about:blank"],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.number = 0
        self.sessions = {}
        port, path = wait(self._address, "Chromium did not start")
        self.socket = self.loop.run_until_complete(self._connect(f"ws://127.0.0.1:{port}{path}"))
        self.reading = None

    @staticmethod
    async def _connect(address):
        return await websocket_connect(address, max_message_size=1 << 30)

    def _address(self):
        file = pathlib.Path(self.folder, "profile", "DevToolsActivePort")
        lines = file.read_text().split("\n") if file.exists() else []
        return lines[:2] if len(lines) == 2 else None

    def close(self):
        self.process.terminate()
        self.process.wait(30)
        self.loop.run_until_complete(self._end())
        self.loop.close()
        shutil.rmtree(self.folder, ignore_errors=True)

    async def _end(self):
        tasks = asyncio.all_tasks() - {asyncio.current_task()}
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def page(self, dark=False):
        """A new empty page; what goes wrong on it, and what it asks of other machines, is kept."""
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        return Page(self, target, session, dark)

    def call(self, method, session=None, **parameters):
        """Sends a command and gives its result; what arrives meanwhile goes to its page."""
        number = self.send(method, session, parameters)
        while True:
            answer = self._receive(LIMIT)
            if answer.get("id") == number:
                if "error" in answer:
                    raise AssertionError(f"{method}: {answer['error']['message']}")
                return answer["result"]

    def send(self, method, session, parameters):
        """Sends a command whose answer nobody waits for; gives its number."""
        self.number += 1
        message = {"id": self.number, "method": method, "params": parameters}
        if session:
            message["sessionId"] = session
        self.socket.write_message(json.dumps(message))
        return self.number

    def _receive(self, seconds):
        text = self.loop.run_until_complete(self._read(seconds))
        if text is None:
            raise AssertionError("Chromium ended")
        message = json.loads(text)
        if "method" in message and message.get("sessionId") in self.sessions:
            self.sessions[message["sessionId"]].hear(message["method"], message["params"])
        return message

    async def _read(self, seconds):
        # A reading that is given up would lose its message.
        self.reading = self.reading or asyncio.ensure_future(self.socket.read_message())
        text = await asyncio.wait_for(asyncio.shield(self.reading), seconds)
        self.reading = None
        return text


class Page:
    """A tab. Selectors are CSS; the first match counts."""

    def __init__(self, browser, target, session, dark):
        self.browser, self.target, self.session = browser, target, session
        self.problems, self.outside, self.dialogs = [], [], []
        browser.sessions[session] = self
        for domain in ("Page", "Runtime", "Log", "Network", "DOM"):
            self.call(domain + ".enable")
        self.call("Page.addScriptToEvaluateOnNewDocument", source=WATCH)
        self.call("Emulation.setDeviceMetricsOverride", width=1280, height=1000, deviceScaleFactor=1, mobile=False)
        self.media(dark=dark)

    def call(self, method, **parameters):
        return self.browser.call(method, self.session, **parameters)

    def close(self):
        self.browser.call("Target.closeTarget", targetId=self.target)
        del self.browser.sessions[self.session]

    def hear(self, method, content):
        if method == "Network.requestWillBeSent" and not content["request"]["url"].startswith(LOCAL):
            self.outside.append(content["request"]["url"])
        elif method == "Runtime.exceptionThrown":
            details = content["exceptionDetails"]
            self.problems.append(details.get("exception", {}).get("description") or details["text"])
        elif method == "Log.entryAdded" and content["entry"]["level"] == "error":
            self.problems.append(content["entry"]["text"])
        elif method == "Page.javascriptDialogOpening":
            self.dialogs.append(content["message"])
            # Nobody may wait for this answer: the page does not go on before it.
            self.browser.send("Page.handleJavaScriptDialog", self.session, {"accept": True})

    def media(self, dark=False, paper=False):
        """Light or dark, screen or paper."""
        self.call("Emulation.setEmulatedMedia", media="print" if paper else "screen", features=[
            {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}])

    def offline(self):
        """From here on there is no network."""
        self.call("Network.emulateNetworkConditions", offline=True, latency=0,
                  downloadThroughput=-1, uploadThroughput=-1)

    def open(self, address):
        """Opens an address or a file, and waits until it is loaded."""
        if "://" not in address and not address.startswith("about:"):
            address = pathlib.Path(address).resolve().as_uri()
        self.evaluate("window.left = true")
        self.call("Page.navigate", url=address)
        self.until("!window.left && document.readyState === 'complete'")
        return self

    def show(self, html):
        """Opens a page that holds a fragment, as a notebook's viewer would."""
        path = os.path.join(self.browser.folder, f"page-{time.monotonic_ns()}.html")
        pathlib.Path(path).write_text(
            f"<!DOCTYPE html><html><head><meta charset=\"utf-8\"></head><body>{html}</body></html>", "utf-8")
        return self.open(path)

    def evaluate(self, script):
        """The value of an expression; a promise is waited for."""
        answer = self.call("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in answer:
            details = answer["exceptionDetails"]
            raise AssertionError(details.get("exception", {}).get("description") or details["text"])
        return answer["result"].get("value")

    def until(self, script, limit=LIMIT):
        """Waits until an expression is true, and gives its value."""
        return wait(lambda: self.evaluate(script), f"never true: {script}", limit)

    def all(self, selector, of="e.textContent"):
        """Something of each element that matches."""
        return self.evaluate(f"Array.from(document.querySelectorAll({json.dumps(selector)}), e => {of})")

    def count(self, selector):
        return len(self.all(selector, "0"))

    def text(self, selector):
        """The text of an element as a reader sees it."""
        return self.evaluate(f"document.querySelector({json.dumps(selector)}).innerText")

    def style(self, selector, name):
        """What the browser makes of a style."""
        return self.evaluate(f"getComputedStyle(document.querySelector({json.dumps(selector)})).{name}")

    def visible(self, selector):
        """How many of the elements a reader sees."""
        return sum(self.all(selector, "e.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true })"))

    def point(self, selector, nth=0):
        """The middle of an element, scrolled into view."""
        x, y = self.evaluate(f"""(() => {{
            const e = document.querySelectorAll({json.dumps(selector)})[{nth}];
            if (!e) throw new Error('nothing is ' + {json.dumps(selector)});
            e.scrollIntoView({{ block: 'center', inline: 'center', behavior: 'instant' }});
            const r = e.getClientRects()[0];
            return [r.x + r.width / 2, r.y + r.height / 2]; }})()""")
        return {"x": x, "y": y}

    def mouse(self, kind, place, **more):
        self.call("Input.dispatchMouseEvent", type=kind, **place, **more)

    def hover(self, selector, nth=0):
        place = self.point(selector, nth)
        self.mouse("mouseMoved", {"x": place["x"] - 3, "y": place["y"] - 3})
        self.mouse("mouseMoved", place)

    def click(self, selector, nth=0):
        place = self.point(selector, nth)
        self.mouse("mouseMoved", place)
        for kind in ("mousePressed", "mouseReleased"):
            self.mouse(kind, place, button="left", clickCount=1)

    def press(self, key):
        """A key, where the focus is."""
        text, code = KEYS.get(key, (key, ord(key[0].upper())))
        named = {"key": key, "code": key, "windowsVirtualKeyCode": code}
        self.call("Input.dispatchKeyEvent", type="keyDown", **named, **({"text": text} if text else {}))
        self.call("Input.dispatchKeyEvent", type="keyUp", **named)

    def type(self, text):
        """Keys one by one, as notebooks hear them."""
        for key in text:
            self.press(key)

    def fill(self, selector, text, nth=0):
        """Clicks into a box and writes a text in place of what is there."""
        self.click(selector, nth)
        self.evaluate("document.activeElement.select()")
        self.press("Backspace")
        if text:
            self.call("Input.insertText", text=text)

    def download(self, act):
        """The name and the bytes of the file that an action saves."""
        folder = tempfile.mkdtemp(dir=self.browser.folder)
        self.browser.call("Browser.setDownloadBehavior", behavior="allow", downloadPath=folder)
        act()
        name = wait(lambda: next((f for f in os.listdir(folder) if not f.endswith(".crdownload")), None),
                    "nothing was saved")
        return name, pathlib.Path(folder, name).read_bytes()

    def pdf(self):
        """The page as it is printed."""
        return base64.b64decode(self.call("Page.printToPDF", printBackground=False)["data"])


def wait(condition, message, limit=LIMIT):
    """The first value of a condition that is true."""
    end = time.monotonic() + limit
    while not (value := condition()):
        if time.monotonic() > end:
            raise AssertionError(message)
        time.sleep(0.02)
    return value


@functools.cache
def shared():
    """The browser of all tests of this process."""
    browser = Browser()
    atexit.register(browser.close)
    return browser


class BrowserCase(unittest.TestCase):
    """Tests with a browser, and a fresh page for each."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.browser = shared()

    def page(self, dark=False):
        page = self.browser.page(dark)
        self.addCleanup(page.close)
        return page

    def assert_harmless(self, page):
        """No script of a value ran, nothing went wrong, nothing was asked of other machines."""
        self.assertEqual(([], [], []), (page.evaluate("window.hits"), page.dialogs, page.outside))
