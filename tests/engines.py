"""Firefox and WebKitGTK, driven by what they bring themselves: Marionette, and WebDriver.

Playwright drives builds of its own of these two; what readers have are the system's, Debian's `firefox-esr` and
`webkit2gtk-driver` with `xvfb`. Other systems pack them otherwise or not at all, so that a test without its engine is
skipped, under CI too. A test asks for little here: open a page, run a script, read an answer.

Here belongs starting and asking them. What they are asked belongs to the tests.

Example::

    with firefox() as engine:
        engine.open(address)
        assert engine.run("return document.title")
"""

import contextlib
import json
import os
import shutil
import socket
import subprocess
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

PATIENCE = 60  # Seconds for an engine to start on a busy machine.
WIDTH, HEIGHT = 1280, 900
MINI_BROWSER = "webkit2gtk-4.*/MiniBrowser"


@dataclass
class Engine:
    """A browser with one window.

    Attributes:
        name: Of the engine.
        ask: Sends a command, by its name in Marionette and its place in WebDriver, and gives the answer's value.
    """

    name: str
    ask: Callable[[str, str, dict[str, Any]], Any]

    def open(self, url: str) -> None:
        """Open a page and wait until it has loaded."""
        self.ask("WebDriver:Navigate", "url", {"url": url})

    def run(self, script: str, *arguments: Any) -> Any:
        """The value that a script returns, awaited if it is a promise."""
        self.ask("WebDriver:SetTimeouts", "timeouts", {"script": PATIENCE * 1000})
        return self.ask("WebDriver:ExecuteScript", "execute/sync", {"script": script, "args": list(arguments)})


@contextmanager
def firefox() -> Iterator[Engine]:
    """Firefox ESR, or the Firefox that is there, without a window."""
    binary = shutil.which("firefox-esr") or shutil.which("firefox")
    if not binary:
        pytest.skip("no Firefox: Debian's package is firefox-esr")
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        port = _free_port()
        (Path(profile) / "user.js").write_text(f'user_pref("marionette.port", {port});\n', encoding="utf-8")
        command = [binary, "--headless", "--marionette", "--profile", profile, f"--width={WIDTH}", f"--height={HEIGHT}"]
        with _running(command, HOME=profile), contextlib.closing(_connect(port)) as connection:
            stream = connection.makefile("rwb")
            _read(stream)  # Its greeting.

            def ask(command: str, _: str, parameters: dict[str, Any]) -> Any:
                message = json.dumps([0, 1, command, parameters]).encode()
                stream.write(b"%d:%s" % (len(message), message))
                stream.flush()
                _, _, error, answer = _read(stream)
                assert not error, error
                return answer.get("value") if isinstance(answer, dict) else answer

            ask("WebDriver:NewSession", "", {})
            yield Engine("Firefox", ask)


@contextmanager
def webkit() -> Iterator[Engine]:
    """WebKitGTK's MiniBrowser, in a display that nobody sees."""
    driver, display = shutil.which("WebKitWebDriver"), shutil.which("Xvfb")
    browser = next((str(path) for path in Path("/usr/lib").glob(f"*/{MINI_BROWSER}")), None)
    if not (driver and display and browser):
        pytest.skip("no WebKitGTK: Debian's packages are webkit2gtk-driver and xvfb")
    port, screen = _free_port(), f":{_free_port() % 10_000 + 100}"
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home, contextlib.ExitStack() as stack:
        stack.enter_context(_running([display, screen, "-screen", "0", f"{WIDTH}x{HEIGHT}x24"]))
        stack.enter_context(_running([driver, f"--port={port}"], HOME=home, DISPLAY=screen, GDK_BACKEND="x11"))
        _connect(port).close()
        options = {"webkitgtk:browserOptions": {"binary": browser, "args": ["--automation"]}}
        new = _post(f"http://127.0.0.1:{port}/session", {"capabilities": {"alwaysMatch": options}})
        place = f"http://127.0.0.1:{port}/session/{new['sessionId']}"
        yield Engine("WebKitGTK", lambda _, path, parameters: _post(f"{place}/{path}", parameters))
        with contextlib.suppress(OSError):
            urllib.request.urlopen(urllib.request.Request(place, method="DELETE"), timeout=PATIENCE).close()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def _running(command: list[str], **environment: str) -> Iterator[None]:
    quiet = subprocess.DEVNULL
    process = subprocess.Popen(command, env={**os.environ, **environment}, stdout=quiet, stderr=quiet)
    try:
        yield
    finally:
        process.terminate()
        process.wait(PATIENCE)


def _connect(port: int) -> socket.socket:
    end = time.monotonic() + PATIENCE
    while True:
        try:
            return socket.create_connection(("127.0.0.1", port), PATIENCE)
        except OSError:
            if time.monotonic() > end:
                raise
            time.sleep(0.1)


def _read(stream: Any) -> Any:
    """A message of Marionette's: its length, a colon, JSON."""
    digits = b""
    while (byte := stream.read(1)) != b":":
        digits += byte
    return json.loads(stream.read(int(digits)))


def _post(url: str, parameters: dict[str, Any]) -> Any:
    request = urllib.request.Request(url, json.dumps(parameters).encode(), {"Content-Type": "application/json"})
    with urllib.request.urlopen(request, timeout=PATIENCE) as response:
        return json.load(response)["value"]
