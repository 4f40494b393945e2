"""The authors of the items of a digest are credited, and nobody of whom a text tells."""

import pytest

from archive.extract import extract
from archive.model.record import Record
from archive.normalise import normalise

TITLE = "Những người giữ bến"
LEAD = (
    "Từ giữa tháng giêng, Chi bộ ấp Rạch Dừa, xã Vàm Lác, cử người trực bến đò vào mọi đêm có gió to, nước chảy xiết."
)
FIRST = "Ông Lạc chèo đò bốn mươi năm, thuộc từng khúc sông, và chưa đêm nào chịu ngủ trước chuyến đò cuối cùng về bến."
SECOND = "Bà Thử bán nước ở bến, giữ giùm khách cái nón, đôi dép, có lần giữ cả một con bò cho người đi bệnh viện tỉnh."


def found(*lines: str) -> Record:
    return extract(normalise("a.txt", "\n\n".join(lines), 1, markdown=False)).found


@pytest.mark.parametrize("names", [("THỤC OANH", "TƯ LÀNH"), ("Thục Oanh", "Tư Lành")])
def test_two_signed_items_are_a_digest(names: tuple[str, str]) -> None:
    record = found("TIN NGẮN", TITLE, LEAD, names[0], "Chuyến đò chở sách sang sông", FIRST, names[1])
    assert (record.byline, record.kind) == (("Thục Oanh", "Tư Lành"), "roundup")
    assert (record.headline, "headline-missing" in record.review) == (None, True)


def test_people_of_whom_the_parts_of_a_text_tell_are_no_authors() -> None:
    parts = ("LÊ VĂN LẠC", "Người chèo đò ở bến Rạch Dừa", FIRST, "LÊ THỊ THỬ", "Người bán nước ở bến Rạch Dừa", SECOND)
    assert found(TITLE, LEAD, *parts, "THỤC OANH").byline == ("Thục Oanh",)


def test_those_who_speak_stand_over_what_they_are_and_are_no_authors() -> None:
    wish = "Tôi mong đại hội bàn kỹ việc {}, để bà con đỡ vất vả mỗi mùa nước và con trẻ đi học không phải lội bùn."
    wishes = [wish.format(deed) for deed in ("sửa con đò ngang", "đắp lại đoạn đê")]
    first = ("LÊ VĂN LẠC", "Nông dân ấp Rạch Dừa, xã Vàm Lác", wishes[0])
    second = ("LÊ THỊ THỬ", "Công nhân Xí nghiệp Vàm Lác", wishes[1])
    record = found(TITLE, LEAD, *first, *second, "THỤC OANH")
    assert (record.headline, record.byline, record.kind) == (TITLE, ("Thục Oanh",), "article")
    assert "byline-unread:LÊ VĂN LẠC" in record.review


def test_a_post_below_a_name_is_no_title() -> None:
    said = ("LÊ VĂN MẪU", "Bí thư Chi bộ ấp Rạch Dừa, xã Vàm Lác", FIRST)
    assert found(TITLE, LEAD, *said, "THỤC OANH").kind == "article"


def test_one_name_over_a_sub_heading_is_no_digest() -> None:
    assert found(TITLE, LEAD, "BẾN SÔNG QUÊ", "Chuyến đò chở sách sang sông", FIRST, SECOND).byline == ()


def test_the_title_of_the_first_of_several_news_is_doubted_as_headline() -> None:
    record = found("TIN VẮN CUỐI TUẦN", TITLE, LEAD, "Chuyến đò chở sách sang sông", FIRST)
    assert (record.headline, record.review) == (TITLE, (f"headline-weak:{TITLE}", "headline-other:TIN VẮN CUỐI TUẦN"))


def test_names_in_brackets_at_the_ends_of_items_are_the_authors() -> None:
    items = (f"* {text} {name}" for text, name in ((LEAD, "(THỤC OANH)"), (FIRST, "(T.L)"), (SECOND, "(THỤC OANH)")))
    assert found("TIN VẮN CUỐI TUẦN", *items).byline == ("Thục Oanh", "T.L")


def test_a_remark_at_the_end_of_one_item_is_no_author() -> None:
    assert found(TITLE, f"* {LEAD} (Chợ Bến Mẫu)", f"* {FIRST}", f"* {SECOND}", "TƯ LÀNH").byline == ("Tư Lành",)


def test_those_who_say_what_a_list_holds_are_no_authors() -> None:
    said = (f"* {FIRST} (LÊ VĂN LẠC)", f"* {SECOND} (LÊ THỊ THỬ)", "* Nhiều xã đã về đích, có đường và cầu mới. (NTM)")
    assert found("Dân ấp Rạch Dừa nói về bến đò", LEAD, *said, "THỤC OANH").byline == ("Thục Oanh",)
