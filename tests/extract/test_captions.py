"""What is a caption amid the text and what only looks like one, and when a person is asked."""

import pytest

from archive.extract import extract
from archive.model.record import Record
from archive.normalise import normalise

FIRST = "Mùa nước năm nay lên sớm hơn mọi năm, xóm Hạ Mẫu đã cột xong ghe từ đầu tháng và dựng lại mấy cái sàn phơi."
NEXT = "Hỏi bao giờ nghỉ, ông chỉ cười rồi lại xách cuốc ra đê, vì nhà nào trong xóm cũng có người đang ở ngoài ấy cả."
LAST = (
    "Đến cuối vụ, con đê dài thêm được gần một cây số, còn những người đắp đê thì quen mặt nhau như bà con trong nhà."
)


def found(*lines: str, between: str = "\n\n") -> Record:
    text = between.join(("Chuyện con đê ở xóm Hạ Mẫu", "26/08/2017 08:14", *lines))
    return extract(normalise("a.txt", text, 1, markdown=False)).found


@pytest.mark.parametrize("heading", ["Đảng viên đi trước", "Ban Thường vụ nói ít đi", "Hội viên nào cũng có phần"])
def test_a_short_open_line_is_a_sub_heading_where_the_text_has_another(heading: str) -> None:
    for other in ("Từ ba nhà lên ba mươi", "Không ai đứng ngoài cuộc"):
        assert found(FIRST, heading, NEXT, other, LAST, between="\n").caption == ()


@pytest.mark.parametrize(
    ("upper", "lower"), [("47", "hộ đồng bào ở lại"), ("PGS, TS LÊ THỬ", "Khoa Sử, Trường Hạ Mẫu")]
)
def test_the_line_below_another_short_one_is_no_caption(upper: str, lower: str) -> None:
    assert lower not in found(FIRST, upper, lower, NEXT, LAST, between="\n").caption


def test_the_tools_of_a_page_with_wide_gaps_are_no_caption() -> None:
    assert found(FIRST, "Bản đầy đủ    Bản chỉ có chữ    Bộ đội xem nguồn ở đây", NEXT).caption == ()


@pytest.mark.parametrize(
    "caption",
    [
        "Công nhân tổ 3, Đội 4 ăn sáng trước giờ lên đê.",
        "Thầy cô giáo cùng trưởng xóm đến nhà học sinh Hạ Mẫu.",
        "Dân quân thôn Thượng, xã Hòa Mẫu gánh đất trên đê.",
    ],
)
def test_a_plain_sentence_is_a_caption_with_a_place_behind_a_comma_too(caption: str) -> None:
    record = found(FIRST, caption, NEXT, LAST)
    assert record.caption == (caption,)


@pytest.mark.parametrize("caption", ["Quang cảnh buổi đắp đê", "Bà con đắp đê. Ảnh: LÊ THỬ"])
def test_a_scene_and_a_credit_need_no_person(caption: str) -> None:
    record = found(FIRST, caption, NEXT, LAST)
    assert len(record.caption) == 1


@pytest.mark.parametrize("line", [
    "Chú thích ảnh: {}", "[Chú thích ảnh: {}]", "(Chú thích ảnh: {})", "Lời ảnh: {} Ảnh: Lê Thử",
    "Chú thích ảnh:\n\n{}",
])  # fmt: skip
def test_a_label_announces_a_caption_and_is_no_part_of_it(line: str) -> None:
    told = "Cơn lũ đầu mùa đã rút, chừa lại một con đê mới."
    record = found(FIRST, line.format(told), NEXT, LAST)
    assert (record.caption, record.lead) == ((told,), FIRST)


def test_notes_below_a_label_are_no_captions() -> None:
    assert found(FIRST, NEXT, LAST, "Chú thích:", "(1) Theo sổ của xóm Hạ Mẫu, năm 2016.").caption == ()


@pytest.mark.parametrize("work", ["vá lưới trên bến", "phơi lúa trên sân đình", "đóng gói chè ở kho"])
def test_work_with_the_hands_is_shown(work: str) -> None:
    told = f"Nhà anh Lê Thử, đảng viên xóm Hạ Mẫu, {work} của xóm."
    assert found(told, FIRST, NEXT, LAST).caption == (told,)
