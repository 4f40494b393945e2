"""A site that is served, built again, and reloaded in the browser."""

import http.client
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event, Thread

import pytest

from archive.errors import ArchiveError, PublishError, UsageError
from archive.model.report import BuildOptions, BuildReport
from archive.serve import serve

PAGE = "<!doctype html><html><body><p>{}</p></body></html>"


class Builder:
    """Builds a home page that shows the newest article; fails when the article says so."""

    def __init__(self, options: BuildOptions) -> None:
        self.options = options

    def __call__(self) -> BuildReport:
        output = self.options.output
        texts = [path.read_text("utf-8") for path in sorted(self.options.articles.glob("*.txt"))]
        if "hỏng" in texts:
            raise PublishError("output-busy")
        output.mkdir(exist_ok=True)
        content = PAGE.format(" ".join(texts))
        home = output / "index.html"
        changed = not home.exists() or home.read_text("utf-8") != content
        home.write_text(content, "utf-8")
        return BuildReport(len(texts), 1, int(changed), int(not changed), 0, {}, 0, 0)


class Listener:
    """Remembers what it is told."""

    def __init__(self) -> None:
        self.url, self.wanted_port = "", -1
        self.errors: list[ArchiveError] = []
        self.ready, self.failure = Event(), Event()

    def serving(self, url: str, wanted_port: int) -> None:
        self.url, self.wanted_port = url, wanted_port
        self.ready.set()

    def built(self, report: BuildReport) -> None:
        pass

    def failed(self, error: ArchiveError) -> None:
        self.errors.append(error)
        self.failure.set()


class Running:
    """A server that runs, and a browser's way to it."""

    def __init__(self, options: BuildOptions, listener: Listener) -> None:
        self.options, self.listener = options, listener
        self.port = int(listener.url.rsplit(":", 1)[1].strip("/"))

    def get(self, path: str, method: str = "GET") -> tuple[int, dict[str, str], str]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        connection.request(method, path)
        response = connection.getresponse()
        headers = {name.lower(): value for name, value in response.getheaders()}
        return response.status, headers, response.read().decode("utf-8")

    def events(self) -> Iterator[str]:
        """The data of each event, as they come."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        connection.request("GET", "/.archive/events")
        for line in connection.getresponse():
            if line.startswith(b"data: "):
                yield line[6:].decode().strip()

    def write(self, name: str, text: str) -> None:
        (self.options.articles / name).write_text(text, "utf-8")


@pytest.fixture
def options(tmp_path: Path) -> BuildOptions:
    articles = tmp_path / "articles"
    articles.mkdir()
    (articles / "1.txt").write_text("một", "utf-8")
    return BuildOptions(tmp_path, articles, tmp_path / "public", tmp_path / "site.yml")


@pytest.fixture
def start(options: BuildOptions) -> Iterator[Callable[..., Running]]:
    """Starts a server in a thread, on any free port; it ends with the test."""
    stop, threads = Event(), []

    def start(port: int = 0) -> Running:
        listener = Listener()
        arguments = {"port": port, "stop": stop}
        threads.append(Thread(target=serve, args=(options, Builder(options), listener), kwargs=arguments))
        threads[-1].start()
        assert listener.ready.wait(10)
        return Running(options, listener)

    yield start
    stop.set()
    for thread in threads:
        thread.join(10)
        assert not thread.is_alive()


@pytest.fixture
def running(start: Callable[..., Running]) -> Running:
    return start()


def test_the_home_page_is_built_and_served_with_the_script(running: Running) -> None:
    status, headers, text = running.get("/")
    assert (status, headers["content-type"]) == (200, "text/html; charset=utf-8")
    assert "<p>một</p>" in text
    assert text.index('<script src="/.archive/reload.js?seen=') < text.index("</body>")


def test_the_file_on_the_disk_has_no_script(running: Running) -> None:
    running.get("/")
    assert (running.options.output / "index.html").read_text("utf-8") == PAGE.format("một")


@pytest.mark.parametrize(
    ("name", "content_type"),
    [
        ("a.css", "text/css; charset=utf-8"),
        ("a.js", "text/javascript; charset=utf-8"),
        ("a.json", "application/json; charset=utf-8"),
        ("feed.xml", "application/xml; charset=utf-8"),
        ("robots.txt", "text/plain; charset=utf-8"),
        ("records.csv", "text/csv; charset=utf-8"),
        ("a.png", "image/png"),
        ("a.khong-ro", "application/octet-stream"),
    ],
)
def test_other_files_come_as_they_are_with_their_type(running: Running, name: str, content_type: str) -> None:
    (running.options.output / name).write_text("<body>chữ</body>", "utf-8")
    status, headers, text = running.get(f"/{name}")
    assert (status, headers["content-type"], text) == (200, content_type, "<body>chữ</body>")


def test_a_vietnamese_name_is_found(running: Running) -> None:
    (running.options.output / "ảnh.txt").write_text("chữ", "utf-8")
    assert running.get("/%E1%BA%A3nh.txt")[0] == 200


def test_a_missing_page_shows_the_page_of_the_site_for_that(running: Running) -> None:
    assert running.get("/khong/co.html")[0] == 404
    (running.options.output / "404.html").write_text(PAGE.format("Không có trang này"), "utf-8")
    status, _, text = running.get("/khong/co.html")
    assert status == 404
    assert "Không có trang này" in text
    assert "/.archive/reload.js" in text


@pytest.mark.parametrize(
    "path",
    [
        "/../secret.txt",
        "/%2e%2e/secret.txt",
        "/..%2fsecret.txt",
        "/a/../../secret.txt",
        "/..%5csecret.txt",
        "//secret.txt/..",
        "/.archive-new/lock",
        "/%00",
        "/articles/1.txt",
    ],
)
def test_nothing_outside_of_the_site_is_found(running: Running, path: str) -> None:
    (running.options.root / "secret.txt").write_text("mật", "utf-8")
    (running.options.output / ".archive-new").mkdir()
    (running.options.output / ".archive-new" / "lock").touch()
    status, _, text = running.get(path)
    assert status == 404
    assert "mật" not in text


@pytest.mark.skipif(os.name == "nt", reason="Windows lets only some users make links")
def test_a_link_out_of_the_site_is_not_followed(running: Running) -> None:
    (running.options.root / "secret.txt").write_text("mật", "utf-8")
    (running.options.output / "link.txt").symlink_to(running.options.root / "secret.txt")
    assert running.get("/link.txt")[0] == 404


def test_a_folder_is_not_listed(running: Running) -> None:
    (running.options.output / "bai").mkdir()
    (running.options.output / "bai" / "a.html").write_text("a", "utf-8")
    assert running.get("/bai/")[0] == 404
    assert running.get("/bai")[0] == 404


def test_a_folder_with_a_home_page_leads_to_it(running: Running) -> None:
    (running.options.output / "tim").mkdir()
    (running.options.output / "tim" / "index.html").write_text(PAGE.format("Tìm"), "utf-8")
    status, headers, _ = running.get("/tim")
    assert (status, headers["location"]) == (302, "/tim/")
    assert "Tìm" in running.get("/tim/")[2]


def test_a_head_request_has_no_body(running: Running) -> None:
    status, headers, text = running.get("/", "HEAD")
    assert (status, text) == (200, "")
    assert int(headers["content-length"]) > 0


def test_a_changed_article_is_built_and_told(running: Running) -> None:
    events = running.events()
    first = next(events)
    assert f"seen={first}" in running.get("/")[2]
    running.write("2.txt", "hai")
    assert next(events) != first
    assert "<p>một hai</p>" in running.get("/")[2]


def test_a_build_that_fails_leaves_the_last_site_in_view(running: Running) -> None:
    events = running.events()
    next(events)
    running.write("2.txt", "hỏng")
    assert running.listener.failure.wait(10)
    assert "<p>một</p>" in running.get("/")[2]
    running.write("2.txt", "mới")
    next(events)
    assert "<p>một mới</p>" in running.get("/")[2]


def test_a_folder_that_comes_later_is_watched_too(running: Running) -> None:
    moved = running.options.articles.rename(running.options.root / "old")
    moved.rename(running.options.articles)
    events = running.events()
    seen = next(events)
    running.write("2.txt", "hai")
    assert next(events) != seen


def test_what_cannot_be_loaded_beforehand_is_left_to_the_next_build(options: BuildOptions) -> None:
    listener, stop = Listener(), Event()

    def prepare() -> None:
        stop.set()
        raise PublishError("output-busy")

    serve(options, Builder(options), listener, prepare, port=0, stop=stop)
    assert listener.ready.is_set()
    assert not listener.errors


def test_a_taken_port_gives_way_to_the_next(start: Callable[..., Running]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        taken = other.getsockname()[1]
        running = start(port=taken)
        assert running.port > taken
        assert running.listener.wanted_port == taken


@pytest.mark.skipif(os.name == "nt", reason="Windows has no signal that is Ctrl-C for one process")
def test_ctrl_c_ends_it_cleanly(options: BuildOptions) -> None:
    command = [sys.executable, __file__, str(options.root)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline().startswith("http://127.0.0.1:")
        process.send_signal(signal.SIGINT)
        try:
            assert process.wait(10) == 0
        finally:
            process.kill()
        assert process.stderr is not None
        assert process.stderr.read() == ""


def test_an_address_of_another_machine_is_an_expected_failure(options: BuildOptions) -> None:
    with pytest.raises(UsageError) as caught:
        serve(options, Builder(options), Listener(), host="192.0.2.1", port=0)
    assert caught.value.code == "address-unusable"


class Printing(Listener):
    """Prints where the site is."""

    def serving(self, url: str, wanted_port: int) -> None:
        super().serving(url, wanted_port)
        print(url, flush=True)


if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.default_int_handler)  # where the tests run in the background, it is ignored
    here = Path(sys.argv[1])
    asked = BuildOptions(here, here / "articles", here / "public", here / "site.yml")
    serve(asked, Builder(asked), Printing(), port=0)
