"""Puts a new article file in place, its front matter ready to be filled in."""

from itertools import count
from pathlib import Path

from archive.errors import SourceError, UsageError
from archive.vietnamese.slugs import slug
from archive.yaml_parser import dump_mapping


def new_article(articles: Path, headline: str) -> Path:
    """The file that was made: `<slug>.md` in `articles`, with a number when that name is taken.

    No file is ever written over. Raises `UsageError` when the headline is empty, `SourceError` when the file cannot
    be made.
    """
    words = " ".join(headline.split())
    if not words:
        raise UsageError("headline-empty")
    try:
        articles.mkdir(parents=True, exist_ok=True)
        return _written(articles, slug(words), _TEMPLATE.format(headline=dump_mapping({"headline": words})))
    except OSError as error:
        reason = error.strerror or str(error)
        raise SourceError("output-unwritable", articles.as_posix(), reason=reason) from error


def _written(folder: Path, stem: str, text: str) -> Path:
    """The first free name, taken and filled in one step, so that two who ask at once get two files."""
    for number in count(1):
        path = folder / (f"{stem}.md" if number == 1 else f"{stem}-{number}.md")
        try:
            with path.open("x", encoding="utf-8", newline="\n") as file:
                file.write(text)
        except FileExistsError:
            continue
        return path
    raise AssertionError


_TEMPLATE = """\
---
# Ngày đăng: năm-tháng-ngày, có thể thêm giờ, ví dụ 2014-07-13 20:16. Không biết thì viết: chưa rõ
date:
# Đơn vị mà bài nói đến. Nhiều đơn vị thì mỗi đơn vị một dòng, đầu dòng có dấu gạch.
unit:
# Đầu đề
{headline}# Tác giả. Nhiều người thì viết như đơn vị.
byline:
---

"""
