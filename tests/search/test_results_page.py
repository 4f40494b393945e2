"""The page of results answers in a real browser: under a strict policy, from a disk, and by keyboard alone."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from archive.search import SearchDocument

pytestmark = pytest.mark.browser
CASES = Path(__file__).parent / "cases"
BOX, LINKS, STATUS = "input[type=search]", "#ket-qua a", "#tinh-trang"
ANSWERED = "() => !['', 'Đang tìm…'].includes(document.querySelector('#tinh-trang').textContent)"
ODD = [
    "🎉",
    "<img src=x onerror=alert(1)>",
    "a(b[c*+?{",
    "\\",
    '"',
    "-",
    "x" * 10_000,
    "đảng " * 2_000,
    "\u202eabc",
    "%",
]


def answers() -> list[tuple[str, list[str]]]:
    """The cases: a query and the beginnings of the headlines that answer it."""
    _, _, lines = (CASES / "answers.txt").read_text("utf-8").partition("\n\n")
    pairs = (line.split(" → ") for line in lines.splitlines() if " → " in line)
    return [(query, [] if wanted == "-" else wanted.split(" | ")) for query, wanted in pairs]


@pytest.fixture
def page(browser: Any, served: Callable[[Path], str]) -> Iterator[Any]:  # noqa: ARG001 (it only has to end later)
    """A page that fails its test when anything is said on the console; it is closed before its server is."""
    window = browser.new_page()
    errors: list[str] = []
    window.on("pageerror", lambda error: errors.append(str(error)))
    window.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    yield window
    window.close()
    assert errors == []


@pytest.fixture
def address(site: Path, served: Callable[[Path], str]) -> str:
    """The page of results of the small site, over HTTP under a strict policy."""
    return served(site) + "tim-kiem.html"


def search(page: Any, query: str) -> list[str]:
    """Types a query and gives the headlines that appear."""
    page.fill(BOX, query)
    page.wait_for_timeout(120)
    page.wait_for_function(ANSWERED)
    found: list[str] = page.locator(LINKS).all_text_contents()
    return found


@pytest.fixture(scope="session")
def large(tmp_path_factory: pytest.TempPathFactory, build: Any, documents: Any) -> Path:
    """The small site as if it were large: each list that two articles have stands beside its shard."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("archive.search.sharding.LARGE", 100)
        empty = [SearchDocument(path=f"bai/khong-ro/{number}.html", headline="") for number in range(500)]
        folder: Path = build(tmp_path_factory.mktemp("large"), [*documents, *empty])
    return folder


@pytest.mark.parametrize("kind", ["site", "large"])
@pytest.mark.parametrize(("query", "wanted"), answers())
def test_a_query_has_these_answers(
    page: Any, served: Callable[[Path], str], request: pytest.FixtureRequest, kind: str, query: str, wanted: list[str]
) -> None:
    page.goto(served(request.getfixturevalue(kind)) + "tim-kiem.html")
    found = search(page, query)
    assert [" ".join(headline.split()[:3]) for headline in found][: len(wanted) or None] == [
        " ".join(headline.split()[:3]) for headline in wanted
    ]


def test_a_page_on_a_disk_answers_and_shows_where(page: Any, site: Path) -> None:
    page.goto((site / "tim-kiem.html").as_uri())
    assert search(page, "hoà giải") == ["Đảng bộ phường Mẫu Hòa giữ nề nếp họp lệ"]
    page.wait_for_selector("#ket-qua mark")
    assert page.locator(".excerpt mark").all_text_contents() == ["hòa giải"]


def test_words_are_marked_as_they_are_written(page: Any, address: str) -> None:
    page.goto(address)
    search(page, "sinh hoat chi bo")
    page.wait_for_selector(".excerpt mark")
    assert page.locator(".excerpt mark").first.text_content() == "Sinh hoạt chi bộ"


def test_an_article_cannot_put_markup_into_the_results(page: Any, address: str) -> None:
    page.goto(address)
    assert search(page, "nhật ký vườn dừa") == ["<b>Đậm</b> & nhạt: nhật ký vườn dừa"]
    assert page.locator("#ket-qua b, #ket-qua script").count() == 0


@pytest.mark.parametrize("query", ODD)
def test_an_odd_query_gets_a_word_and_no_error(page: Any, address: str, query: str) -> None:
    page.goto(address)
    search(page, query)
    assert page.text_content(STATUS)


def test_the_keyboard_is_enough(page: Any, address: str) -> None:
    page.goto(address)
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("/")
    page.keyboard.type("họp lệ")
    page.wait_for_timeout(150)
    page.wait_for_selector(LINKS)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.name") == "q"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.name") == "q"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.textContent") == "Họp lệ mà không lệ thuộc giấy tờ"
    page.keyboard.press("Enter")
    page.wait_for_url("**/bai/2015/*")


def test_back_brings_the_query_and_its_answers_again(page: Any, address: str) -> None:
    page.goto(address + "?q=g%C3%A1nh+n%C6%B0%E1%BB%9Bc")
    page.wait_for_selector(LINKS)
    page.click(LINKS)
    page.wait_for_url("**/bai/**")
    page.go_back()
    page.wait_for_selector(LINKS)
    assert page.input_value(BOX) == "gánh nước"


def test_each_decided_query_can_be_gone_back_to(page: Any, address: str) -> None:
    page.goto(address)
    for query in ("rác chợ", "bến đò"):
        page.fill(BOX, query)
        page.keyboard.press("Enter")
        page.wait_for_function("query => new URLSearchParams(location.search).get('q') === query", arg=query)
        page.wait_for_selector(LINKS)
    page.go_back()
    page.wait_for_function("() => document.querySelector('#ket-qua a')?.textContent.includes('rác chợ')")
    assert page.input_value(BOX) == "rác chợ"


def test_what_was_decided_is_gone_back_to_from_what_was_typed_slowly(page: Any, address: str) -> None:
    page.goto(address)
    page.fill(BOX, "rác chợ")
    page.keyboard.press("Enter")
    page.wait_for_selector(LINKS)
    for query in ("bến", "bến đò"):
        page.fill(BOX, query)
        page.wait_for_function("query => new URLSearchParams(location.search).get('q') === query", arg=query)
    page.go_back()
    page.wait_for_function("() => document.querySelector('#ket-qua a')?.textContent.includes('rác chợ')")
    assert page.input_value(BOX) == "rác chợ"


def test_the_order_can_be_of_time(page: Any, address: str) -> None:
    page.goto(address + "?q=l%E1%BB%87&sap-xep=cu")
    page.wait_for_selector(LINKS)
    assert page.locator(LINKS).all_text_contents()[0] == "Họp lệ mà không lệ thuộc giấy tờ"


def test_a_unit_takes_in_the_units_below_it(page: Any, address: str) -> None:
    page.goto(address + "?q=chi+b%E1%BB%99&don-vi=Qu%E1%BA%ADn+%E1%BB%A7y+An+M%E1%BA%ABu")
    page.wait_for_selector(LINKS)
    assert page.locator(LINKS).count() == 3
    options = page.locator("select[name=don-vi] option").all_text_contents()
    assert {"Quận ủy An Mẫu (3)", "Đảng ủy phường An Mẫu (2)"} <= set(options)


def test_years_bound_the_answers(page: Any, address: str) -> None:
    page.goto(address + "?q=chi+b%E1%BB%99&tu=2016&den=2020")
    page.wait_for_selector(LINKS)
    assert page.locator(LINKS).all_text_contents() == ["Chi bộ khu vực 5 ra nghị quyết chuyên đề về rác chợ"]


def test_a_slip_of_the_hand_gets_a_suggestion(page: Any, address: str) -> None:
    page.goto(address)
    search(page, "hoa giaii")
    page.wait_for_selector("#goi-y a")
    page.click("#goi-y a")
    page.wait_for_selector(LINKS)
    assert page.input_value(BOX) == "hoa giai"


def test_a_lost_shard_is_told(browser: Any, site: Path, tmp_path: Path, served: Callable[[Path], str]) -> None:
    copy = shutil.copytree(site, tmp_path / "site")
    shutil.rmtree(copy / "tim-kiem" / "tu")
    page = browser.new_page()
    page.goto(served(copy) + "tim-kiem.html")
    search(page, "đảng ủy")
    assert "Không tải được" in page.text_content(STATUS)
    page.close()


def test_a_page_older_than_the_index_is_told(
    page: Any, site: Path, tmp_path: Path, served: Callable[[Path], str], build: Any, documents: Any
) -> None:
    newer = build(tmp_path / "newer", documents[:-1])
    shutil.copy(site / "tim-kiem.html", newer / "tim-kiem.html")
    page.goto(served(newer) + "tim-kiem.html")
    search(page, "đảng ủy")
    assert "tải lại trang" in page.text_content(STATUS)


def test_without_scripts_the_page_leads_to_the_browse_pages(browser: Any, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    links = [link.get_attribute("href") for link in page.locator("noscript a").all()]
    assert links == ["don-vi/index.html", "nam/index.html", "tac-gia/index.html"]
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_barrier_among_the_results(browser: Any, site: Path, scheme: str) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    page = browser.new_page(color_scheme=scheme)
    page.goto((site / "tim-kiem.html").as_uri())
    search(page, "chi bộ")
    page.click("summary")
    page.wait_for_selector("select[name=don-vi] option:nth-child(2)", state="attached")
    found = [(rule["id"], rule["nodes"][0]["target"]) for rule in axe.run(page).response["violations"]]
    assert found == []
    page.close()


def test_results_are_announced(page: Any, address: str) -> None:
    page.goto(address)
    assert page.get_attribute(STATUS, "role") == "status"
    search(page, "bến đò")
    assert page.text_content(STATUS) == "Tìm thấy 1 bài có đúng lời tìm."


def test_the_readers_scripts_are_small(project: Path) -> None:
    parts = (project / "static" / "search").glob("*.js")
    assert sum(part.stat().st_size for part in parts) <= 30 * 1024


APART = "Lúa vàng " + "đồng " * 15 + "vàng óng."
"""The places of `lúa vàng` and `vàng óng` are one apart modulo 16, as if they stood side by side."""


@pytest.mark.parametrize("query", ['"lúa vàng óng"', "lúa vàng óng", "lua vang ong"])
def test_only_what_stands_side_by_side_is_a_phrase(
    page: Any, tmp_path: Path, served: Callable[[Path], str], build: Any, documents: Any, query: str
) -> None:
    apart = replace(documents[0], path="bai/2030/1.html", headline="Đứng rời", texts=(APART,))
    beside = replace(documents[0], path="bai/2030/2.html", headline="Đứng liền", texts=("Lúa vàng óng.",))
    page.goto(served(build(tmp_path / "site", [apart, beside, *documents])) + "tim-kiem.html")
    found = search(page, query)
    assert found == (["Đứng liền"] if query.startswith('"') else ["Đứng liền", "Đứng rời"])
    assert page.text_content(STATUS).startswith("Tìm thấy 1 bài có đúng lời tìm")


def test_a_phrase_is_found_among_twenty_articles_that_only_seem_to_have_it(
    page: Any, tmp_path: Path, served: Callable[[Path], str], build: Any, documents: Any
) -> None:
    apart = [replace(documents[0], path=f"bai/2030/{n}.html", headline="Đứng rời", texts=(APART,)) for n in range(20)]
    beside = replace(documents[0], path="bai/2029/1.html", headline="Đứng liền", texts=("Lúa vàng óng.",))
    page.goto(served(build(tmp_path / "site", [*apart, beside, *documents])) + "tim-kiem.html")
    assert "Đứng liền" in search(page, "lua vang ong")


def test_an_article_whose_headline_has_the_phrase_is_not_asked_for_its_page(
    page: Any, tmp_path: Path, served: Callable[[Path], str], build: Any, documents: Any
) -> None:
    fields = {"headline": "Lúa vàng óng", "texts": ()}
    found = [replace(documents[0], path=f"bai/2030/{number}.html", **fields) for number in range(10)]
    page.goto(served(build(tmp_path / "site", [*found, *documents])) + "tim-kiem.html")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    assert len(search(page, '"lúa vàng óng"')) == 10
    page.wait_for_load_state("networkidle")
    assert sum("/static/" not in url for url in asked) <= 8  # the icon may be asked for again


def test_what_keys_mean_side_by_side_comes_before_what_was_typed_apart(
    page: Any, tmp_path: Path, served: Callable[[Path], str], build: Any, documents: Any
) -> None:
    typed = replace(documents[0], path="bai/2030/1.html", headline="Như đã gõ", texts=("Nở hoa. Bình gas.",))
    meant = replace(documents[0], path="bai/2030/2.html", headline="Như phím", texts=("Cái gá nở ra.",))
    page.goto(served(build(tmp_path / "site", [typed, meant, *documents])) + "tim-kiem.html")
    assert search(page, "gas nở")[0] == "Như phím"
    assert page.inner_text(STATUS).endswith("Đã đọc như phím Telex hoặc VNI.")
    assert "Như đã gõ" in search(page, "bình gas")


@pytest.mark.parametrize(
    ("query", "texts", "better"),
    [
        ("tho lo gom do hoa sung", ("Gốm đỏ, thợ lò và hoa súng.",), ("Thợ lò gốm đỏ có hoa súng.",)),
        ("gom do hoa sung", ("Gốm đỏ cũ, hoa súng nở.",), ("Gốm đỏ cũ, gốm đỏ mới.", "Hoa súng nở, hoa súng tàn.")),
    ],
    ids=["in fewer pieces", "oftener"],
)
def test_of_words_apart_the_better_come_first_though_they_are_older(
    page: Any,
    tmp_path: Path,
    served: Callable[[Path], str],
    build: Any,
    documents: Any,
    query: str,
    texts: tuple[str, ...],
    better: tuple[str, ...],
) -> None:
    newer = replace(documents[0], path="bai/2030/1.html", headline="Mới hơn", texts=texts)
    older = replace(documents[0], path="bai/2030/2.html", headline="Khớp hơn", texts=better)
    page.goto(served(build(tmp_path / "site", [newer, older, *documents])) + "tim-kiem.html")
    assert search(page, query) == ["Khớp hơn", "Mới hơn"]


def test_most_of_the_very_same_marks_come_before_a_word_in_the_headline(
    page: Any, tmp_path: Path, served: Callable[[Path], str], build: Any, documents: Any
) -> None:
    newer = replace(
        documents[0], path="bai/2030/1.html", headline="Phong trào mới", texts=("Phòng trào tịnh dầu tràm.",)
    )
    older = replace(documents[0], path="bai/2030/2.html", headline="Chuyện tràm", texts=("Phong trào tinh dầu tràm.",))
    page.goto(served(build(tmp_path / "site", [newer, older, *documents])) + "tim-kiem.html")
    assert search(page, "phong trào tinh dầu tràm") == ["Chuyện tràm", "Phong trào mới"]


def test_an_article_found_by_its_headline_alone_shows_its_first_words(page: Any, address: str) -> None:
    page.goto(address)
    assert search(page, "từ thiện") == ["Chuyện chiếc bình gas ở bếp ăn từ thiện"]
    page.wait_for_function("() => document.querySelector('.excerpt').textContent.startsWith('Mỗi tuần bếp dùng')")


def test_the_first_words_stand_there_until_the_excerpt_has_come(
    page: Any, tmp_path: Path, served: Callable[[Path], str], build: Any, documents: Any
) -> None:
    many = [replace(documents[0], path=f"bai/2030/{n}.html", teaser="Mấy chữ đầu") for n in range(12)]
    page.goto(served(build(tmp_path / "site", many)) + "tim-kiem.html")
    search(page, "hòa giải")
    page.wait_for_selector(".excerpt mark")
    excerpts = page.locator(".excerpt").all_text_contents()
    assert len(excerpts) == 10
    assert excerpts[-1] == "Mấy chữ đầu"
    assert "hòa giải" in excerpts[0]
    page.mouse.move(5, 5)
    page.wait_for_function("() => document.querySelectorAll('.excerpt mark').length === 10")


def test_an_old_answer_goes_while_a_new_one_is_late(page: Any, address: str) -> None:
    page.goto(address)
    assert search(page, "hòa giải")
    held: list[Any] = []
    page.route("**/tim-kiem/tu/*.js", lambda route: held.append(route))  # a builtin will not do
    page.fill(BOX, "đảng ủy phường")
    page.wait_for_function("() => !document.querySelector('#ket-qua a')")
    assert page.text_content(STATUS) == "Đang tìm…"
    for route in held:
        route.continue_()
    page.wait_for_selector(LINKS)


def test_a_word_with_a_minus_is_in_no_answer(page: Any, address: str) -> None:
    page.goto(address)
    assert search(page, 'họp lệ -"giữ nề nếp"') == ["Họp lệ mà không lệ thuộc giấy tờ"]


def test_an_article_without_a_headline_says_so(
    page: Any, tmp_path: Path, served: Callable[[Path], str], build: Any, documents: Any
) -> None:
    nameless = [replace(documents[0], headline="Mấy chữ đầu", headline_missing=True), *documents[1:]]
    page.goto(served(build(tmp_path / "site", nameless)) + "tim-kiem.html")
    search(page, "mấy chữ đầu")
    assert page.text_content("#ket-qua .about").startswith("Bài không có tiêu đề")


def test_when_a_phrase_is_found_one_press_finds_the_words_apart(
    page: Any, tmp_path: Path, served: Callable[[Path], str], build: Any, documents: Any
) -> None:
    apart = replace(documents[0], path="bai/2030/1.html", headline="Rời", texts=("Hoa súng nở. Gốm đỏ cũ bên hoa.",))
    beside = replace(documents[0], path="bai/2030/2.html", headline="Liền", texts=("Ở đây có gốm đỏ hoa súng.",))
    others = [replace(documents[0], path=f"bai/2020/{n}.html", texts=("Trời mưa.",)) for n in range(1000)]
    page.goto(served(build(tmp_path / "site", [apart, beside, *others])) + "tim-kiem.html")
    assert search(page, "gốm đỏ hoa súng") == ["Liền"]
    assert page.inner_text("#tinh-trang") == "Tìm thấy 1 bài có đúng lời tìm."
    page.click("#xem-them")
    page.wait_for_function("() => document.activeElement.textContent === 'Rời'")
    assert page.locator("#ket-qua h2").all_inner_texts() == ["Liền", "Rời"]
    assert page.inner_text("#tinh-trang").endswith("1 bài có đủ các từ nhưng không liền nhau.")
    assert page.is_hidden("#xem-them")


def test_a_phrase_is_found_by_its_rare_pairs_and_long_lists_are_read_only_for_more(
    page: Any,
    tmp_path: Path,
    served: Callable[[Path], str],
    build: Any,
    documents: Any,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("archive.search.sharding.LARGE", 1000)
    beside = replace(documents[0], path="bai/2030/1.html", headline="Liền", texts=("Ở đây có gốm đỏ hoa súng.",))
    apart = [replace(documents[0], path=f"bai/2020/{n}.html", texts=("Gốm đỏ.", "Hoa súng.")) for n in range(1000)]
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(served(build(tmp_path / "site", [beside, *apart])) + "tim-kiem.html")
    assert search(page, "gốm đỏ hoa súng") == ["Liền"]
    assert search(page, '"gốm đỏ hoa đỏ"') == []
    assert search(page, "gốm đỏ hoa súng") == ["Liền"]
    assert not [url for url in asked if "/dai/" in url]
    page.click("#xem-them")
    page.wait_for_function("() => document.querySelectorAll('#ket-qua a').length === 11")
    assert [url for url in asked if "/dai/" in url]
