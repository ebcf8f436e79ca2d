"""A folder of built pages on a local address, as the server of a published site answers.

Here belongs the server, and loading a page from it. What is built belongs to `building`, what is looked at to the test.

Example::

    with serve(built_site(), below="/report/") as address:
        page.goto(address + "en/2025/")
"""

import functools
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Page


class Published(SimpleHTTPRequestHandler):
    """Serves a folder below a path, silently, with the site's own page for what is not there."""

    def __init__(self, *arguments: object, below: str, headers: Mapping[str, str], **options: object) -> None:
        self.below = below
        self.page_headers = headers
        super().__init__(*arguments, **options)  # type: ignore[arg-type]  # Handed on as they came.

    def translate_path(self, path: str) -> str:
        return super().translate_path(path.removeprefix(self.below.rstrip("/")))

    def end_headers(self) -> None:
        if self.path.partition("?")[0].endswith("/"):
            for name, value in self.page_headers.items():
                self.send_header(name, value)
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        lost = Path(self.directory) / "404.html"
        if code != 404 or not lost.is_file():
            super().send_error(code, message, explain)
            return
        content = lost.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *arguments: object) -> None:
        pass


def load_whole(page: Page, url: str) -> None:
    """Open a page and wait for all that it asks for, also by its scripts.

    Half a second without a request, which Playwright calls idle, may pass before the first script on a busy machine.
    """
    page.goto(url)
    page.wait_for_load_state("networkidle")


# Three frames alike in size and in what scripts have set, once whatever moves has ended: scripts answer to a new
# window in the frames after it, and each of them may set off another.
STILL = """async () => {
  const root = document.documentElement, frame = () => new Promise(requestAnimationFrame);
  const ends = (animation) => animation.effect.getComputedTiming().endTime < Infinity;
  const set = () => [...document.querySelectorAll("[style], [hidden]")].map((e) => e.style.cssText + e.hidden);
  for (let seen = "", same = 0; same < 3; ) {
    await frame();
    await Promise.allSettled(document.getAnimations().filter(ends).map((animation) => animation.finished));
    const now = [innerWidth, root.scrollWidth, root.scrollHeight, scrollX, scrollY, ...set()].join();
    same = now === seen ? same + 1 : 0;
    seen = now;
  }
}"""


def settle(page: Page) -> None:
    """Wait until a page stands still, after a key or in a new window."""
    page.evaluate(STILL)


def resize(page: Page, width: int, height: int = 900) -> None:
    """Give the window a size, in CSS pixels, and wait until the page has it; scripts may answer some frames later."""
    page.set_viewport_size({"width": width, "height": height})
    page.evaluate("async (w) => { while (innerWidth !== w) await new Promise(requestAnimationFrame); }", width)


class Server(ThreadingHTTPServer):
    """A server that lets as many connections wait as a browser may open at once, however busy the machine is."""

    request_queue_size = 128


@contextmanager
def serve(folder: Path, below: str = "/", headers: Mapping[str, str] | None = None) -> Iterator[str]:
    """Serve a folder until the block ends, and give the address of its first page.

    Args:
        folder: With an `index.html`.
        below: The path it stands below, as on a project's page of a code host.
        headers: Sent with each page, not with the files beside it.
    """
    handler = functools.partial(Published, directory=str(folder), below=below, headers=headers or {})
    with Server(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}{below}"
        server.shutdown()
