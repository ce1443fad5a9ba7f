"""A built site in a real browser: a small web server, and Chromium without a window. For pictures and browser tests."""

from __future__ import annotations

import gzip
import os
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

TEXT = ("text/", "application/json", "application/javascript", "application/xml", "image/svg")
NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")


def chromium() -> str | None:
    """The path of Chromium: what the variable CHROMIUM names, or the first on the path; None when there is none."""
    return os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)


@contextmanager
def browser(executable: str) -> Iterator[Browser]:
    """A Chromium that looks the same on every machine: no sandbox to set up, one colour profile, no font hints."""
    looks = ["--no-sandbox", "--force-color-profile=srgb", "--font-render-hinting=none", "--hide-scrollbars"]
    with sync_playwright() as playwright:
        window = playwright.chromium.launch(executable_path=executable, args=looks)
        try:
            yield window
        finally:
            window.close()


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address (http://127.0.0.1:PORT) under which `folder` is served while the block runs."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


class _Quiet(SimpleHTTPRequestHandler):
    """Serves files as usual servers do, compressed, over connections that stay, and writes no line for each."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # or each answer over a kept connection waits 40 ms
    wbufsize = 1 << 16

    def handle(self) -> None:
        """A reader who goes away before the end is no error."""
        with suppress(ConnectionError):
            super().handle()

    def do_GET(self) -> None:  # the base class names it
        """The file, compressed where the reader takes it so."""
        path = Path(self.translate_path(self.path))
        kind = self.guess_type(str(path))
        takes = "gzip" in self.headers.get("Accept-Encoding", "")
        if not (takes and path.is_file() and kind.startswith(TEXT)):
            super().do_GET()
            return
        body = gzip.compress(path.read_bytes(), 6)
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing."""
