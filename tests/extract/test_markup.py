"""A text that was copied with the marks of HTML or Markdown is read as if it had none."""

from archive.extract import extract
from archive.model.record import Record
from archive.normalise import normalise

TITLE = "Chi bộ ấp Rạch Dừa lo con đường học trò"
LEAD = "Từ giữa tháng giêng, Chi bộ ấp Rạch Dừa, xã Vàm Lác, giao mỗi đảng viên giữ một đoạn đường đê cho học trò đi."
BODY = "Đến cuối tháng, cả mười hai đoạn đê đều có người giữ, và không còn em nào phải nghỉ học vì đường lầy."


def found(text: str) -> Record:
    """The record of a text."""
    return extract(normalise("a.txt", text, 1, markdown=False)).found


def test_tags_are_taken_off_and_lines_of_tags_are_set_aside() -> None:
    record = found(
        f'<div class="post">\n<h1>{TITLE}</h1>\n<span>30/05/2011 07:15</span>\n<p>{LEAD}&nbsp;</p>\n<p>{BODY}</p>\n'
        '<p align="right"><b>NGỌC ĐIỆP</b></p>\n</div>\n<!-- end -->\n'
    )
    assert (record.headline, record.date, record.lead) == (TITLE, "2011-05-30T07:15", LEAD)
    assert (record.byline, record.review) == (("Ngọc Điệp",), ())
    assert [entry.line for entry in record.discarded] == [1, 7, 8]


def test_angle_brackets_that_are_no_tag_stay() -> None:
    assert (
        found(f"{TITLE}\n\n{LEAD}\n\n{BODY[:-1]}, nước sông < 2 m & > 1 m.\n")
        .body[-1]
        .text.endswith("nước sông < 2 m & > 1 m.")
    )


def test_headings_and_emphasis_are_read_without_their_marks() -> None:
    record = found(f"# {TITLE}\n\n26/05/2023\n\n**{LEAD}**\n\n## Còn lo\n\n{BODY}\n\n**Mai Anh**\n")
    assert (record.headline, record.lead, record.byline) == (TITLE, LEAD, ("Mai Anh",))
    assert ("heading", "Còn lo") in [(block.kind, block.text) for block in record.body]


def test_a_star_is_no_emphasis_in_a_text_without_headings() -> None:
    assert "*Theo sổ họp của chi bộ*" in [
        block.text for block in found(f"{TITLE}\n\n{LEAD}\n\n{BODY}\n\n*Theo sổ họp của chi bộ*\n\nMai Anh\n").body
    ]


def test_a_sign_before_a_line_further_down_makes_no_heading() -> None:
    record = found(f"{TITLE}\n\n{LEAD}\n\n{BODY}\n\n# Số điện thoại góp ý ghi ở cột cờ\n\n{BODY}\n")
    assert "# Số điện thoại góp ý ghi ở cột cờ" in [block.text for block in record.body]


def test_the_elements_of_a_feed_are_read_line_by_line() -> None:
    record = found(
        f"<item>\n<title>{TITLE}</title>\n<pubDate>Tue, 06 Apr 2021 08:15:00 +0700</pubDate>\n"
        f"<description>{LEAD}</description>\n<content>{BODY}</content>\n</item>\n"
    )
    assert (record.headline, record.date, record.lead) == (TITLE, "2021-04-06T08:15:00", LEAD)
