"""Markdown written by hand is left as it is, apart from what its marks say plainly."""

from archive.extract import extract
from archive.model.record import Record
from archive.normalise import normalise

TEXT = """# Giữ nếp họp lệ

12/03/2014

Từ đầu năm, **Chi bộ ấp Tân Mẫu** họp đúng ngày mùng ba.
Ai vắng thì gửi ý kiến bằng giấy.

*Một buổi họp lệ của chi bộ*

## Việc nhỏ

- đổ rác đúng giờ
- giữ yên sau 22 giờ

```
# không phải đề mục

x = 1
```

Bài, ảnh: LÊ MẪU
"""


def read(text: str) -> Record:
    return extract(normalise("a.md", text, 1, markdown=True)).found


def test_the_marks_name_headline_date_lead_caption_and_byline() -> None:
    record = read(TEXT)
    assert record.headline == "Giữ nếp họp lệ"
    assert record.date == "2014-03-12"
    assert record.lead == "Từ đầu năm, **Chi bộ ấp Tân Mẫu** họp đúng ngày mùng ba.\nAi vắng thì gửi ý kiến bằng giấy."
    assert record.caption == ("Một buổi họp lệ của chi bộ",)
    assert (record.byline, record.photo_credit) == (("Lê Mẫu",), ("Lê Mẫu",))


def test_other_chunks_stay_as_they_were_written() -> None:
    blocks = [(block.text, block.lines) for block in read(TEXT).body]
    assert ("- đổ rác đúng giờ\n- giữ yên sau 22 giờ", (12, 13)) in blocks
    assert any(text.startswith("```") and text.endswith("```") and "x = 1" in text for text, _ in blocks)


def test_short_prose_is_no_byline() -> None:
    assert read("Xin chào\n\nLê Văn Thử\n").byline == ()
