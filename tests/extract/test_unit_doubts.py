"""A unit whose name may not be whole, or beside which another body was not read, is handed to a person."""

import pytest

from archive.extract import extract
from archive.extract.vocabulary import LISTS, prepare, read_list
from archive.model.record import Record
from archive.normalise import normalise

END = "Hỏi bao giờ nghỉ, ông cười rồi lại xách cuốc ra đê, vì mùa nước năm nay lên sớm hơn mọi năm đến nửa tháng."


def found(title: str, *paragraphs: str, unknown: tuple[str, ...] = ()) -> Record:
    """The record of an article, read without some words."""
    words = prepare(
        {
            name: {
                section: tuple(entry for entry in entries if entry not in unknown) for section, entries in rows.items()
            }
            for name, rows in ((name, read_list(name)) for name in LISTS)
        }
    )
    text = "\n\n".join((title, "26/08/2017 08:14", *paragraphs, END))
    return extract(normalise("a.txt", text, 1, markdown=False), words).found


def doubts(record: Record) -> list[str]:
    return [reason for reason in record.review if reason.startswith("unit-")]


def test_a_word_in_front_of_the_name_everywhere_may_begin_it() -> None:
    record = found(
        "Hội quán Chi hội Nông dân thôn Hạ Mẫu mở cửa",
        "Sáng nay, Hội quán Chi hội Nông dân thôn Hạ Mẫu mở cửa đón khách đến xem vườn cây trái đầu mùa của bà con.",
    )
    assert doubts(record) == ["unit-cut:Hội quán Chi hội Nông dân thôn Hạ Mẫu"]


@pytest.mark.parametrize("front", ["", "Bí thư ", "Đại hội ", "Ở "])
def test_posts_verbs_and_links_in_front_of_a_name_begin_none(front: str) -> None:
    title = f"{front}Chi bộ thôn Hạ Mẫu năm 2017"
    assert (
        doubts(found(title, f"{front}Chi bộ thôn Hạ Mẫu năm nay bắt đầu bằng một việc nhỏ: sửa con đê đầu làng.")) == []
    )


def test_a_name_that_ends_in_half_a_compound_is_doubted() -> None:
    record = found(
        "Chi bộ Xí nghiệp Bốc xếp giữ ca đêm",
        "Ở Chi bộ Xí nghiệp Bốc xếp mọi đảng viên đều đi ca đêm, không trừ một ai, kể cả đồng chí bí thư chi bộ già.",
        unknown=("Bốc xếp",),
    )
    assert record.unit != ("Chi bộ Xí nghiệp Bốc xếp",)
    assert doubts(record)


@pytest.mark.parametrize(("behind", "doubted"), [(", chăm sóc người già Hòa Mẫu", True), (", xã Hòa Mẫu,", False)])
def test_a_name_behind_which_the_same_words_stand_each_time_is_doubted(behind: str, doubted: bool) -> None:
    name = f"Chi bộ Trung tâm Nuôi dưỡng{behind}"
    record = found(f"{name} giữ bếp ấm", f"Sáng nay, {name} họp bàn việc đổi bữa cho các bác ăn kiêng từ tháng sau.")
    assert bool(doubts(record)) == doubted


def test_a_kind_of_body_that_no_list_knows_is_told() -> None:
    record = found(
        "Hội quán Nông dân trẻ xã Hòa Mẫu giúp nhau giống lúa",
        "Mùa này, hội viên chia nhau giống lúa mới. Đảng ủy xã Hòa Mẫu khen cách làm ấy.",
        unknown=("Hội Nông dân",),
    )
    assert doubts(record) == ["unit-unread:Hội quán Nông dân trẻ"]


def test_a_unit_of_another_place_than_the_headline_opens_with_is_doubted() -> None:
    record = found(
        "Hạ Mẫu: 320 người học bán hàng qua mạng",
        "Sáng nay, Hội Nông dân huyện Hạ Mẫu mở lớp. Tại lớp, ông Lê Thử, hội viên Hội Nông dân xã Hòa Mẫu, bán hết.",
    )
    assert doubts(record) == ["unit-elsewhere:Hội Nông dân huyện Hạ Mẫu"]


def test_a_seat_with_a_sign_among_its_words_is_read() -> None:
    record = found(
        "Chi bộ Khoa Hồi sức – Chống độc trực Tết",
        "Chi bộ Khoa Hồi sức – Chống độc chia nhau trực Tết, ai cũng có một đêm ở nhà.",
        unknown=("Hồi sức - Chống độc", "Hồi sức"),
    )
    assert doubts(record)


def test_a_line_in_capitals_below_the_body_of_a_letterhead_may_be_the_body() -> None:
    lines = ("ĐẢNG BỘ HUYỆN HẠ MẪU", "HỘI QUÁN XÃ HÒA MẪU", "ĐẢNG CỘNG SẢN VIỆT NAM", "Số 12-QĐ/HQ", "QUYẾT ĐỊNH", END)
    record = extract(normalise("a.txt", "\n".join(lines), 1, markdown=False)).found
    assert (record.unit, doubts(record)) == (("Đảng bộ huyện Hạ Mẫu",), ["unit-unread:HỘI QUÁN XÃ HÒA MẪU"])


CELL = "Mười năm qua, Ban Công tác Mặt trận thôn Hạ Mẫu, xã Thử Bùn, huyện Ví Sơn (tỉnh Nam Ví) hòa giải xong 63 vụ."


@pytest.mark.parametrize(
    "owner",
    ["ĐẢNG BỘ TỈNH NAM VÍ", "Huyện ủy Ví Sơn", "Tỉnh đoàn Bắc Thử", "UBND xã Tây Bùn", "Trường Chính trị huyện Ví Sơn"],
)
def test_a_body_over_the_headline_that_the_text_tells_only_the_place_of_may_own_the_page(owner: str) -> None:
    assert doubts(found(f"{owner}\n\nÔng Lò Văn Thử mát tay hòa giải", CELL))[0].startswith("unit-of-page:")


@pytest.mark.parametrize(
    ("unit", "lead"),
    [
        ("Đảng bộ huyện Ví Sơn", "Huyện Ví Sơn có 43 chi bộ thôn. Chi bộ thôn Hạ Mẫu là chi bộ đầu tiên họp tại nhà."),
        ("Tỉnh đoàn Nam Ví", "Mùa hè này, Tỉnh đoàn Nam Ví cùng Đoàn xã Thử Bùn làm xong hai cây cầu cho học trò."),
        ("Chi hội Nông dân thôn Hạ Mẫu", "Ruộng bậc thang ở chân núi đã lên xanh, Đảng ủy xã Thử Bùn khen bà con."),
    ],
)
def test_a_body_of_which_the_text_tells_or_of_the_lowest_level_owns_no_page(unit: str, lead: str) -> None:
    assert not doubts(found(f"{unit}\n\nLàm xong việc mới về", lead))


def test_a_body_between_the_date_and_the_headline_owns_no_page() -> None:
    lines = ("26/08/2017 08:14", "ĐẢNG BỘ TỈNH BẮC THỬ", "Ông Lò Văn Thử mát tay hòa giải", CELL, END)
    assert not doubts(extract(normalise("a.txt", "\n\n".join(lines), 1, markdown=False)).found)


@pytest.mark.parametrize("owner", ["Trường Chính trị huyện", "ĐẢNG BỘ TỈNH NAM VÍ"])
def test_a_body_over_the_headline_may_own_the_page_where_the_text_names_nobody(owner: str) -> None:
    assert doubts(found(f"{owner}\n\nĐể chi bộ thôn bàn đúng việc dân hỏi", END))[0].startswith("unit-of-page:")


def test_a_line_that_is_set_aside_leaves_no_doubt() -> None:
    page = "ĐẢNG BỘ KHỐI DOANH NGHIỆP TỈNH NAM VÍ HỌC BÁC MỖI NGÀY"
    lead = "Chi bộ Phân xưởng Sấy 3 bàn cách bớt một ca đêm mà chè vẫn khô đều, đến nay đã bớt được bốn mươi tấn củi."
    record = found(f"{page}\n\nChi bộ Phân xưởng Sấy 3 bớt một ca, thêm một lửa", lead)
    assert (record.unit, record.review) == (("Chi bộ Phân xưởng Sấy 3",), ())


@pytest.mark.parametrize(("school", "doubted"), [("Trường THPT Chợ Mẫu", False), ("Trung tâm Đăng", True)])
def test_one_word_with_a_capital_behind_a_small_one_may_be_half_a_name(school: str, doubted: bool) -> None:
    record = found(f"Chi bộ {school} ký sổ", f"Chi bộ {school} ký sổ từ đầu tuần để ai cũng biết việc của mình.")
    assert any(reason.startswith("unit-cut") for reason in record.review) == doubted


def test_a_name_that_the_end_of_a_line_cuts_is_doubted() -> None:
    record = found("Giữ đê từ cuộc họp", "Chuyện giữ đê bắt đầu từ cuộc họp lệ của Đảng bộ xã Hạ\nMẫu gọn mà nhiều ý.")
    assert record.unit == ("Đảng bộ xã Hạ Mẫu",) or any(reason.startswith("unit-cut") for reason in record.review)


@pytest.mark.parametrize(
    ("kicker", "doubted"),
    [
        ("ĐẢNG ỦY XÃ HẠ MẪU GẶP", True),
        ("ĐẢNG ỦY XÃ HẠ MẪU: NĂM", True),
        ("ĐẢNG ỦY XÃ HẠ MẪU", False),
        ("Đảng ủy xã Hạ Gặp", False),
    ],
)
def test_a_kicker_that_ends_as_no_name_does_may_be_half_a_headline(kicker: str, doubted: bool) -> None:
    text = "Sáng nay, Đảng ủy xã Hạ Mẫu gặp mặt 84 hộ kinh doanh dọc bờ đê để nghe ý kiến về trật tự vỉa hè."
    record = found(f"{kicker}\n\nMẶT CÁC HỘ KINH DOANH DỌC BỜ ĐÊ", text)
    assert bool(doubts(record)) == doubted


@pytest.mark.parametrize(("own", "doubted"), [(" Cửa Lác", True), ("", False)])
def test_a_body_with_a_name_of_its_own_may_not_share_the_place_of_another(own: str, doubted: bool) -> None:
    record = found(
        "Chi bộ Đồn Biên phòng và Chi bộ Công an xã Vàm Lác kết nghĩa",
        f"Sáng nay, Chi bộ Đồn Biên phòng{own} và Chi bộ Công an xã Vàm Lác cùng cử người trực bến đò mùa nước nổi.",
    )
    assert ("unit-weak:Chi bộ Đồn Biên phòng xã Vàm Lác" in doubts(record)) == doubted
