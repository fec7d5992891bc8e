"""The preview: the last good site on a local port, rebuilt when an input changes.

The built files stay as they are; only what the browser is sent gets a line that loads the
reload script. While the input is wrong the last good site stays, under a note that says what.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from generator import manifest

WATCHED = ("content", "data", "site_config", "theme")
_CHANGES = {"created", "deleted", "modified", "moved"}
"""Reading a file is an event too, and the build reads them all."""
_SETTLED = 0.3
"""Seconds without a further change before a rebuild: editors save in several steps."""
_HOST = "127.0.0.1"
_STATE, _SCRIPT = "/-preview/state.json", "/-preview/reload.js"
_RELOAD = b"""
let seen = null;
const note = document.createElement("pre");
Object.assign(note.style, {position: "fixed", inset: "auto 0 0 0", maxHeight: "60vh", overflow: "auto",
  margin: "0", padding: "16px", background: "#222", color: "#fff", font: "14px/1.6 monospace",
  whiteSpace: "pre-wrap", zIndex: "9999"});
async function look() {
  const state = await (await fetch("/-preview/state.json", {cache: "no-store"})).json();
  if (seen !== null && state.edition !== seen) location.reload();
  seen = state.edition;
  note.textContent = state.trouble;
  if (state.trouble) document.body.append(note); else note.remove();
}
setInterval(() => look().catch(() => {}), 1000);
look();
"""
_NOTHING_YET = b"<!doctype html><meta charset=utf-8><title>preview</title><body></body>"


@dataclass(slots=True)
class _State:
    """What the browser asks for every second."""

    edition: int = 0
    trouble: str = ""
    changed: threading.Event = field(default_factory=threading.Event)
    stopped: threading.Event = field(default_factory=threading.Event)


@contextmanager
def preview(site: Path, watched: Sequence[Path], port: int, rebuild: Callable[[], str]) -> Iterator[str]:
    """Serve `site` while inside; yields the address. `rebuild` is called once now and then after
    every change below `watched`; it returns what to show over the page, "" when all is well."""
    state = _State()
    _rebuild(state, rebuild)
    server = ThreadingHTTPServer((_HOST, port), _handler(site, state))
    observer = Observer()
    for folder in sorted({path.resolve() for path in watched if path.is_dir()}):
        observer.schedule(_Changes(state), str(folder), recursive=True)
    observer.start()
    threads = [
        threading.Thread(target=server.serve_forever, daemon=True),
        threading.Thread(target=_keep_building, args=(state, rebuild), daemon=True),
    ]
    for thread in threads:
        thread.start()
    try:
        yield f"http://{_HOST}:{server.server_port}/"
    finally:
        state.stopped.set()
        state.changed.set()
        observer.stop()
        observer.join()
        server.shutdown()
        server.server_close()
        for thread in threads:
            thread.join()


def until_interrupted() -> None:
    """Wait for Ctrl+C."""
    try:
        threading.Event().wait()
    except KeyboardInterrupt:
        return


class _Changes(FileSystemEventHandler):
    def __init__(self, state: _State) -> None:
        self._state = state

    def on_any_event(self, event: FileSystemEvent) -> None:
        name = Path(str(event.src_path)).name
        passing = name.startswith((".", "~$")) or name.endswith(("~", ".tmp", ".swp"))
        if event.event_type in _CHANGES and not event.is_directory and not passing:
            self._state.changed.set()


def _keep_building(state: _State, rebuild: Callable[[], str]) -> None:
    while True:
        state.changed.wait()
        while not state.stopped.is_set() and state.changed.is_set():
            state.changed.clear()
            state.stopped.wait(_SETTLED)
        if state.stopped.is_set():
            return
        _rebuild(state, rebuild)


def _rebuild(state: _State, rebuild: Callable[[], str]) -> None:
    state.trouble = rebuild()
    if not state.trouble:
        state.edition += 1


def _handler(site: Path, state: _State) -> type[SimpleHTTPRequestHandler]:
    class Handler(SimpleHTTPRequestHandler):
        def __init__(self, *arguments: object, **named: object) -> None:
            super().__init__(*arguments, directory=str(site), **named)  # type: ignore[arg-type]

        def do_GET(self) -> None:
            self.path = self.path.removeprefix(_prefix(site))
            address = urlsplit(self.path).path
            told = {"edition": state.edition, "trouble": state.trouble}
            if address == _STATE:
                self._send(json.dumps(told, ensure_ascii=False).encode(), "application/json")
            elif address == _SCRIPT:
                self._send(_RELOAD, "text/javascript")
            else:
                self._page_or_file()

        def _page_or_file(self) -> None:
            path = Path(self.translate_path(self.path))
            page = path / "index.html" if path.is_dir() and self.path.endswith("/") else path
            if page.suffix == ".html" and page.is_file():
                self._send(_with_script(page.read_bytes()), "text/html; charset=utf-8")
            elif not site.is_dir():
                self._send(_with_script(_NOTHING_YET), "text/html; charset=utf-8")
            elif path.exists():
                super().do_GET()
            else:
                self._not_found()

        def _not_found(self) -> None:
            page = site / "404.html"
            body = page.read_bytes() if page.is_file() else _NOTHING_YET
            self._send(_with_script(body), "text/html; charset=utf-8", HTTPStatus.NOT_FOUND)

        def _send(self, body: bytes, kind: str, status: HTTPStatus = HTTPStatus.OK) -> None:
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.send_header("Cache-Control", "no-store")
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *arguments: object) -> None:
            """Requests are of no interest; the terminal belongs to the findings."""

    return Handler


def _with_script(page: bytes) -> bytes:
    script = f'<script src="{_SCRIPT}" defer></script></body>'.encode()
    head, body, tail = page.rpartition(b"</body>")
    return head + script + tail if body else page


def _prefix(site: Path) -> str:
    """Path of the site's own URL without its final slash: the 404 page links from there."""
    try:
        return urlsplit(str(manifest.read(site).get("site_url", ""))).path.rstrip("/")
    except (OSError, ValueError):
        return ""
