"""A body whose kind no list knows is told to a person when headline or lead name it above the unit."""

import pytest

from archive.extract import extract
from archive.model.record import Record
from archive.normalise import normalise

NEXT = "Bà con thấy làm được thì theo, chẳng ai phải nói hai lần; đến mùa sau cả làng đã có chung một lịch nước."
BELOW = "Đảng ủy xã Hòa Mẫu khen cách làm ấy, và mời các nơi khác trong xã về xem một buổi cho biết."


def found(title: str, *paragraphs: str) -> Record:
    text = "\n\n".join((title, "26/08/2017 08:14", *paragraphs))
    return extract(normalise("a.txt", text, 1, markdown=False)).found


def unread(record: Record) -> list[str]:
    return [reason for reason in record.review if reason.startswith(("unit-unread", "unit-missing"))]


@pytest.mark.parametrize(
    ("name", "opens"),
    [
        ("Chòm nghề dệt vải Hạ Mẫu", "Chòm nghề dệt vải"),
        ("Làng nghề đúc đồng Hạ Mẫu", "Làng nghề đúc đồng"),
        ("Ban Giữ gìn bến nước Hạ Mẫu", "Ban Giữ gìn bến nước"),
        ("Đội chiếu bóng 17", "Đội chiếu bóng"),
    ],
)
def test_a_kind_that_no_list_knows_is_told_above_a_unit_of_the_text(name: str, opens: str) -> None:
    record = found("Một mùa nước lên sớm", f"Mùa này, theo lời hẹn, {name} mở cửa từ ba giờ sáng. {NEXT}", BELOW)
    assert record.unit == ("Đảng ủy xã Hòa Mẫu",)
    assert unread(record) == [f"unit-unread:{opens}"]


def test_it_is_told_when_there_is_no_unit() -> None:
    record = found("Một mùa nước lên sớm", f"Ba người của Chòm nghề dệt vải Hạ Mẫu thức cả đêm. {NEXT}", NEXT)
    assert record.unit == ()
    assert unread(record) == ["unit-unread:Chòm nghề dệt vải"]


def test_any_name_is_told_when_neither_unit_nor_place_is() -> None:
    record = found("Một mùa nước lên sớm", f"Trên đồi Cỏ Mẫu, ba người thức cả đêm giữ đập. {NEXT}", NEXT)
    assert unread(record) == ["unit-missing:Cỏ Mẫu"]


@pytest.mark.parametrize(
    ("opening", "doubted"),
    [
        ("Tổ Giữ bến xã Hòa Mẫu thức cả đêm giữ đập", True),
        ("Tổ tự quản ở xã Hòa Mẫu thức cả đêm giữ đập", True),
        ("Hội quán thuộc xã Hòa Mẫu thức cả đêm giữ đập", True),
        ("Tổ tự quản, xã Hòa Mẫu, thức cả đêm giữ đập", True),
        ("Bà con ở xã Hòa Mẫu thức cả đêm giữ đập", False),
        ("Sáng nay, xã Hòa Mẫu mở đập đón con nước đầu", False),
        ("Ba người ở xã Hòa Mẫu thức cả đêm giữ đập", False),
        ("Sáng 26/8, xã Hòa Mẫu mở đập đón con nước đầu", False),
    ],
)
def test_a_place_alone_is_doubted_where_it_may_end_the_name_of_a_body(opening: str, doubted: bool) -> None:
    record = found("Một mùa nước lên sớm", f"{opening}. {NEXT}", NEXT)
    assert (record.unit, record.place) == ((), "xã Hòa Mẫu")
    assert (unread(record) == ["unit-missing:xã Hòa Mẫu"]) == doubted


@pytest.mark.parametrize(
    "words",
    [
        "anh Lê Văn Thử hỏi lại",
        "ở Đập tràn số 5",
        "nhận Huy hiệu Đảng đợt 2/9",
        "theo Hướng dẫn của tỉnh",
        "ở xã Hòa Mẫu và xã Hạ Mẫu",
        "Chủ tịch Hội Nông dân xã Hòa Mẫu",
        "một người tên Sáu chỉ cười với Năm",
    ],
)
def test_people_places_posts_documents_and_medals_are_left_alone(words: str) -> None:
    assert unread(found("Một mùa nước lên sớm", f"Sáng nay, {words}. {NEXT}", BELOW)) == []


def test_what_stands_behind_the_unit_is_left_alone() -> None:
    title = "Đảng ủy xã Hòa Mẫu giúp Chòm nghề dệt vải Hạ Mẫu"
    assert unread(found(title, f"Sáng nay, bà con họp ở nhà văn hóa của Chòm nghề dệt vải Hạ Mẫu. {NEXT}")) == []


def test_the_kind_in_the_name_of_the_unit_is_no_other_body() -> None:
    record = found("Cái giếng của Đội sản xuất 6", f"Giếng này do Chi bộ Đội sản xuất 6 khởi xướng từ mùa khô. {NEXT}")
    assert (record.unit, unread(record)) == (("Chi bộ Đội sản xuất 6",), [])


def test_a_body_that_works_together_with_the_unit_is_no_rival() -> None:
    record = found(
        "Một chuyến tuần tra",
        f"Sáng nay, Đồn Biên phòng Hạ Mẫu phối hợp với Đồn Biên phòng Thượng Mẫu tuần tra đường biên. {NEXT}",
    )
    assert record.unit == ("Đồn Biên phòng Hạ Mẫu",)
    assert not any(reason.startswith("unit-several") for reason in record.review)
