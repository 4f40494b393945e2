"""Two sites are held to be equal only when they show the same articles and as many sheets of each list."""

from pathlib import Path

import pytest

from bench.sites import Corpus, Peer, Project, check_equal, looks


def write(folder: Path, **pages: str) -> None:
    """Writes pages; a double underscore in a name parts folder and file."""
    for name, headline in pages.items():
        file = folder / (name.replace("__", "/") + ".html")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"<html><h1 class='x'>{headline}</h1></html>", "utf-8")


@pytest.fixture
def corpus(tmp_path: Path) -> Corpus:
    """Two articles, as the generator writes them."""
    corpus = Corpus(tmp_path)
    corpus.records.mkdir()
    for name, headline in (("a", "Họp chi bộ"), ("b", 'Nói \\"không\\"')):
        text = f'---\nunit: ["Chi bộ {name}"]\nheadline: "{headline}"\n---\n\nBài.\n'
        (corpus.records / f"{name}.md").write_text(text, "utf-8")
    return corpus


@pytest.fixture
def peer(tmp_path: Path) -> Peer:
    """Hugo's site of them, with two sheets of all articles and one of units."""
    peer = Peer(tmp_path / "peer")
    write(peer.site, bai__2003__a="Họp chi bộ", bai__2004__b="Nói &#34;không&#34;")
    write(peer.site, index="Kho", bai__index="Bài", bai__page__2="Bài", units__x="X")
    return peer


def ours(folder: Path, **pages: str) -> Project:
    """A site of ours with two sheets of all articles and one of units, and these pages."""
    project = Project(folder)
    write(project.site, index="Kho", **{"bai__index": "Bài", "bai__index--2": "Bài", "don-vi__x": "X"}, **pages)
    return project


def test_equal_sites_are_told_by_what_they_hold(tmp_path: Path, corpus: Corpus, peer: Peer) -> None:
    project = ours(tmp_path / "ours", bai__2003__hop="Họp chi bộ", bai__2004__noi="Nói &quot;không&quot;")

    assert check_equal(corpus, peer, [project]) == (
        "Each site holds 2 article pages and 3 sheets of lists (2 of all articles, 1 of units)."
    )


def test_an_article_without_a_page_stops_the_measurement(tmp_path: Path, corpus: Corpus, peer: Peer) -> None:
    project = ours(tmp_path / "ours", bai__2003__hop="Họp chi bộ", bai__2004__noi="Họp chi bộ")

    with pytest.raises(SystemExit, match="2 headlines are missing or too many"):
        check_equal(corpus, peer, [project])


def test_a_list_too_many_stops_the_measurement(tmp_path: Path, corpus: Corpus, peer: Peer) -> None:
    project = ours(
        tmp_path / "ours", bai__2003__hop="Họp chi bộ", bai__2004__noi="Nói &quot;không&quot;", nam__2003="N"
    )

    with pytest.raises(SystemExit, match="lists"):
        check_equal(corpus, peer, [project])


def test_a_file_written_again_with_the_same_bytes_looks_other(tmp_path: Path) -> None:
    write(tmp_path, a="A", b="B")
    before = looks(tmp_path)
    (tmp_path / "a.html").rename(tmp_path / "old")
    write(tmp_path, a="A")
    (tmp_path / "old").unlink()

    assert [path for path, _ in looks(tmp_path).items() - before.items()] == ["a.html"]
