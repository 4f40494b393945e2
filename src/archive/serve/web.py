"""Answers a browser's requests from the files of the site, and from nothing else."""

import mimetypes
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from errno import EADDRINUSE
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from socketserver import TCPServer
from urllib.parse import unquote, urlsplit

from archive.errors import UsageError
from archive.serve.reloads import EVENTS_PATH, SCRIPT, SCRIPT_PATH, Reloads, with_script

_PORTS_TRIED = 20
_HTML = "text/html; charset=utf-8"
_TYPES = {
    ".html": _HTML,
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".jsonl": "application/jsonl; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".xml": "application/xml; charset=utf-8",
    ".svg": "image/svg+xml; charset=utf-8",
    ".wasm": "application/wasm",
    ".woff2": "font/woff2",
}
"""Told here because what `mimetypes` says of them depends on the machine."""


class SiteServer(ThreadingHTTPServer):
    """Serves one folder; each request has its own thread."""

    allow_reuse_address = os.name != "nt"  # on Windows it would let two programs share a port

    def __init__(self, site: Path, reloads: Reloads, host: str, port: int) -> None:
        """Takes the port at once. Raises OSError when it cannot."""
        self.site = site.resolve()
        self.reloads = reloads
        super().__init__((host, port), _Handler)

    def server_bind(self) -> None:
        """As its parent, without asking the network for the name of this machine, which can take seconds."""
        TCPServer.server_bind(self)
        self.server_name, self.server_port = str(self.server_address[0]), int(self.server_address[1])

    @property
    def url(self) -> str:
        """Where the home page is."""
        return f"http://{self.server_name}:{self.server_port}/"


@contextmanager
def bound(site: Path, reloads: Reloads, host: str, port: int) -> Iterator[SiteServer]:
    """A server for the folder `site` on `port`, or on the next that is free; 0 takes any.

    Raises UsageError `port-taken` when 20 ports in a row are, `address-unusable` when the machine does not give it.
    """
    with _first_free(site, reloads, host, port) as server:
        yield server


def _first_free(site: Path, reloads: Reloads, host: str, port: int) -> SiteServer:
    for candidate in range(port, min(port + _PORTS_TRIED, 65536)):
        try:
            return SiteServer(site, reloads, host, candidate)
        except OSError as error:
            if error.errno != EADDRINUSE:
                reason = error.strerror or str(error)
                raise UsageError("address-unusable", host=host, port=str(candidate), reason=reason) from error
    raise UsageError("port-taken", port=str(port))


class _Handler(BaseHTTPRequestHandler):
    server: SiteServer
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Answers with the file at the path."""
        path = unquote(urlsplit(self.path).path)
        with suppress(ConnectionError):  # the reader has gone on to another page
            if path == EVENTS_PATH:
                self._send_events()
            elif path == SCRIPT_PATH:
                self._send(HTTPStatus.OK, _TYPES[".js"], SCRIPT.encode())
            else:
                self._send_file(path)

    def do_HEAD(self) -> None:
        """Answers as `do_GET`, without the content."""
        self.do_GET()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (the parent's name)
        """Says nothing: the terminal is for what the build found."""

    def _send_file(self, path: str) -> None:
        version = self.server.reloads.version
        file = _found(self.server.site, path)
        if file is not None and file.is_dir():
            self._redirect(f"{urlsplit(self.path).path}/")
            return
        content = _content(file)
        status = HTTPStatus.OK
        if file is None or content is None:
            status, file = HTTPStatus.NOT_FOUND, self.server.site / "404.html"
            content = _content(file) or b"<!doctype html><title>404</title><h1>404</h1>"
        kind = _type_of(file)
        self._send(status, kind, with_script(content, version) if kind == _HTML else content)

    def _send(self, status: HTTPStatus, kind: str, content: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def _redirect(self, target: str) -> None:
        self.send_response(HTTPStatus.FOUND)
        self.send_header("Location", "/" + target.lstrip("/"))
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _send_events(self) -> None:
        self.close_connection = True
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream; charset=utf-8")
        self.send_header("Cache-Control", "no-store")
        self.send_header("Connection", "close")
        self.end_headers()
        if self.command != "HEAD":
            for event in self.server.reloads.events():
                self.wfile.write(event)


def _found(site: Path, path: str) -> Path | None:
    """The file that stands for `path`, or the folder whose `/` was forgotten; None when there is neither.

    Nothing outside of the site is ever found, and no name that begins with a dot: those are not pages.
    """
    names = path.lstrip("/").split("/")
    if any(name.startswith(".") or "\0" in name or "\\" in name for name in names):
        return None
    if names[-1] == "":
        names[-1] = "index.html"
    file = site.joinpath(*names).resolve()
    if not file.is_relative_to(site):
        return None
    return file if file.is_file() or (file.is_dir() and (file / "index.html").is_file()) else None


def _content(file: Path | None) -> bytes | None:
    """None also when a build took the file away since it was found."""
    with suppress(FileNotFoundError):
        return None if file is None else file.read_bytes()
    return None


def _type_of(file: Path) -> str:
    return _TYPES.get(file.suffix.lower()) or mimetypes.guess_type(file.name)[0] or "application/octet-stream"
