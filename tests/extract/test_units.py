"""The body that an article is about is found where it is named, and doubted where the text does not suffice."""

import pytest

from archive.extract import extract
from archive.model.record import Record
from archive.normalise import normalise

TITLE = "Người giữ lửa ở đầu nguồn"
LEAD = "Mười năm nay, sáng nào ông Lò Văn Thử cũng đi một vòng quanh đê rồi mới về nhà ăn sáng với vợ con và các cháu."
END = "Hỏi bao giờ nghỉ, ông cười rồi lại xách cuốc ra đê, vì mùa nước năm nay lên sớm hơn mọi năm đến nửa tháng."


def found(*paragraphs: str, title: str = TITLE) -> Record:
    """The record of an article with these paragraphs."""
    text = "\n\n".join((title, "26/08/2017 08:14", *paragraphs))
    return extract(normalise("a.txt", text, 1, markdown=False)).found


def codes(record: Record) -> set[str]:
    return {reason.partition(":")[0] for reason in record.review}


def test_an_office_named_in_passing_gives_way_to_the_cell_below() -> None:
    record = found(LEAD, "Ông từng là thợ của Nhà máy Dệt Nam Ví.", "Nay ông giữ sổ của Chi bộ thôn Hạ Mẫu.", END)
    assert record.unit == ("Chi bộ thôn Hạ Mẫu",)


def test_an_office_that_the_text_names_oftener_stays() -> None:
    work = "Ở Nhà máy Dệt Nam Ví, ông Thử lo máy. Nhà máy Dệt Nam Ví có 300 thợ, và ông quen mặt cả 300 người thợ ấy."
    record = found(LEAD, work, "Đảng ủy phường Hạ Mẫu khen ông.", END)
    assert record.unit == ("Nhà máy Dệt Nam Ví",)


def test_a_cell_that_sits_in_the_office_of_the_lead_is_the_unit() -> None:
    lead = "Không phải nơi nào cũng sống được. Năm năm qua, Hợp tác xã Rau sạch Tân Mẫu vẫn đông thợ và đông cả khách."
    record = found(lead, "Chi bộ Hợp tác xã Rau sạch Tân Mẫu có 11 đảng viên, mỗi người kèm ba hộ.", END)
    assert record.unit == ("Chi bộ Hợp tác xã Rau sạch Tân Mẫu",)


def test_an_office_of_the_lead_does_not_give_way_to_a_body_elsewhere() -> None:
    lead = "Không phải nơi nào cũng sống được. Năm năm qua, Hợp tác xã Rau sạch Tân Mẫu vẫn đông thợ và đông cả khách."
    record = found(lead, "Đảng ủy xã Hòa Thử đến thăm và tặng quà.", END)
    assert record.unit == ("Hợp tác xã Rau sạch Tân Mẫu",)


def test_the_lowest_body_of_the_text_is_sure_beside_those_above_it() -> None:
    record = found(LEAD, "Ông giữ sổ của Chi bộ thôn Hạ Mẫu.", "Đảng ủy xã Hòa Thử lấy cách ấy làm mẫu.", END)
    assert (record.unit, codes(record) & {"unit-weak"}) == (("Chi bộ thôn Hạ Mẫu",), set())


def test_one_of_two_cells_that_the_text_names_is_doubted() -> None:
    record = found(LEAD, "Ông giữ sổ của Chi bộ thôn Hạ Mẫu.", "Chi bộ thôn Thượng Mẫu sang học.", END)
    assert "unit-weak" in codes(record)


def test_a_name_goes_on_as_far_as_the_text_writes_it_alike() -> None:
    record = found(
        "Khách chê thì họp ngay. Quy định ấy do Chi bộ Bưu cục trung tâm đề ra, và nhiều thói quen cũ phải thay đổi.",
        END,
        title="Chi bộ Bưu cục trung tâm: Gửi đi một chữ tín",
    )
    assert record.unit == ("Chi bộ Bưu cục trung tâm",)


@pytest.mark.parametrize("name", ["Đảng ủy Khối Doanh nghiệp tỉnh", "Công an tỉnh", "Hội Nông dân huyện"])
def test_a_body_with_the_level_of_its_place_needs_no_name(name: str) -> None:
    record = found(
        f"Sáng 7-8, {name} tổ chức hội nghị bàn việc chống lụt ở các vùng ven sông trước mùa mưa năm nay.", END
    )
    assert record.unit == (name,)


def test_a_body_told_by_its_level_gives_way_to_the_one_that_sits_there() -> None:
    record = found(
        "Đảng bộ Thanh tra tỉnh có 5 chi bộ. Năm nay mỗi chi bộ nhận một việc, từ lối đi đến ghế ngồi cho người chờ.",
        END,
        title="Thanh tra tỉnh học Bác: việc nhỏ, làm thật",
    )
    assert record.unit == ("Đảng bộ Thanh tra tỉnh",)


def test_a_station_over_the_text_publishes_and_is_not_the_unit() -> None:
    record = found(
        "Chiều 2-8, Đảng ủy xã Khánh Mẫu giao ban với mười bốn chi bộ ấp, báo cáo được gửi trước ba ngày để hỏi đáp.",
        END,
        title="ĐÀI TRUYỀN THANH XÃ KHÁNH MẪU\n\nGiao ban không nghe đọc báo cáo",
    )
    assert record.unit == ("Đảng ủy xã Khánh Mẫu",)


def test_the_section_between_the_station_that_publishes_and_the_headline_is_the_kicker() -> None:
    record = found(
        "Chiều 2-8, Đảng ủy xã Khánh Mẫu giao ban với mười bốn chi bộ ấp, báo cáo được gửi trước ba ngày để hỏi đáp.",
        END,
        title="Đài Truyền thanh xã Khánh Mẫu\nXây dựng Đảng\nGiao ban không nghe đọc báo cáo",
    )
    assert (record.kicker, record.kicker_type) == ("Xây dựng Đảng", "section")
    assert [row.text for row in record.discarded] == ["Đài Truyền thanh xã Khánh Mẫu"]


CELL = "Chi bộ có 21 đảng viên, mỗi người nhận một đoạn đường để chăm quanh năm, và cuối tháng thì ra báo lại một lần."


def under_capitals(line: str, text: str) -> Record:
    return found(text, CELL, title=f"{line}\n\nMỗi đảng viên một con đường")


def test_a_verb_in_a_place_s_name_in_capitals_is_read_as_the_text_writes_it() -> None:
    record = under_capitals(
        "CHI BỘ ẤP GÁNH HÀO",
        "Từ sáng sớm, bà con ấp Gánh Hào ra đắp lộ, đảng viên đi trước, người dân theo sau, ai cũng vui vẻ góp sức.",
    )
    assert (record.kicker, record.unit, record.review) == ("CHI BỘ ẤP GÁNH HÀO", ("Chi bộ ấp Gánh Hào",), ())


def test_a_verb_in_a_line_in_capitals_that_the_text_does_not_repeat_is_doubted() -> None:
    text = (
        "Từ sáng sớm, bà con ra đắp lộ, đảng viên đi trước, người dân theo sau, ai cũng vui vẻ làm việc chung của xóm."
    )
    assert "unit-weak" in codes(under_capitals("CHI BỘ ẤP GÁNH HÀO", text))


@pytest.mark.parametrize(
    ("first", "second", "third"),
    [
        ("★ Huyện ủy Krông Mẫu tổng kết", "★ Thị ủy Hòa Thử gặp mặt", "★ Đảng ủy xã Đăk Thử trao nhà"),
        (
            "* Sáng ngày 6/8/2017, tại hội trường huyện, Huyện ủy Krông Mẫu tổng kết",
            "* Chiều cùng ngày, tại nhà văn hóa, Thị ủy Hòa Thử gặp mặt",
            "* Nhân dịp đầu xuân, Đảng ủy xã Đăk Thử trao nhà",
        ),
        ("***\n\nHuyện ủy Krông Mẫu tổng kết", "***\n\nThị ủy Hòa Thử gặp mặt", "***\n\nĐảng ủy xã Đăk Thử trao nhà"),
        ("* HUYỆN ỦY KRÔNG MẪU: họp.\nSáng 6/8", "* THỊ ỦY HÒA THỬ: họp.\nNgày 7", "* ĐẢNG ỦY XÃ ĐĂK THỬ: họp.\nHôm 8"),
    ],
)  # fmt: skip
def test_short_news_behind_signs_names_the_unit_of_each_item(first: str, second: str, third: str) -> None:
    rest = " theo kế hoạch của năm. Cán bộ và nhân dân đến dự đông đủ, nhiều người góp ý thẳng thắn."
    record = found(*(item + rest for item in (first, second, third)), title="TIN VẮN")
    assert (record.kind, record.unit) == ("roundup", ("Huyện ủy Krông Mẫu", "Thị ủy Hòa Thử", "Đảng ủy xã Đăk Thử"))
    assert record.headline is None or record.headline == "TIN VẮN"


def test_a_name_goes_on_to_the_level_of_its_place() -> None:
    record = found(
        "Đoàn cơ sở Sở Tài nguyên nước tỉnh Nam Ví vừa mở đầu tháng không nhựa bằng việc thu hết chai lọ ở phòng họp.",
        END,
        title="Đoàn cơ sở Sở Tài nguyên nước phát động tháng không nhựa",
    )
    assert record.unit == ("Đoàn cơ sở Sở Tài nguyên nước",)


def test_a_headline_in_capitals_names_the_unit_that_nothing_else_names() -> None:
    record = found(LEAD, END, title="DANH SÁCH ĐẢNG VIÊN NHẬN HUY HIỆU CỦA ĐẢNG BỘ XÃ HƯNG MẪU")
    assert (record.unit, "unit-weak" in codes(record)) == (("Đảng bộ xã Hưng Mẫu",), True)


def test_a_cell_that_only_its_members_tell_is_the_unit_and_doubted() -> None:
    record = found(LEAD, END, title='Chi bộ Sinh viên tìm hiểu "Giảng đường xanh"')
    assert (record.unit, codes(record)) == (("Chi bộ Sinh viên",), {"headline-weak", "unit-weak"})


def test_a_cell_without_a_name_gives_way_to_a_body_that_has_one() -> None:
    record = found(LEAD, "Ông giữ sổ của Chi bộ thôn Hạ Mẫu.", END, title="Chi bộ Sinh viên về làng giữ đê cùng dân")
    assert record.unit == ("Chi bộ thôn Hạ Mẫu",)


def test_the_name_of_a_site_over_the_headline_is_no_unit() -> None:
    site = "CÔNG AN TỈNH NAM VÍ - TRANG THÔNG TIN ĐIỆN TỬ"
    record = found("Chi bộ thôn Hạ Mẫu giữ đê.", LEAD, END, title=f"{site}\n{TITLE}")
    assert (record.kicker, record.unit, record.headline) == (None, ("Chi bộ thôn Hạ Mẫu",), TITLE)


def test_the_whole_beside_its_head_makes_a_speakers_body_sure() -> None:
    record = found(
        "Nhân Đại hội của Đảng bộ Công ty Than Mẫu Sơn, phóng viên trao đổi với ông về việc kết nạp thợ lò vào Đảng.",
        "PV: Vì sao công ty chọn thợ lò?", "Ông Lê Văn Thử: Vì một ca có 40 anh em.", "PV: Xin cảm ơn ông!",
        title='Bí thư Đảng ủy Công ty Than Mẫu Sơn LÊ VĂN THỬ:\n\n"Thợ lò tin ở người xuống lò cùng mình"',
    )  # fmt: skip
    assert (record.unit, codes(record)) == (("Đảng ủy Công ty Than Mẫu Sơn",), set())


def test_a_name_of_two_words_ends_before_what_its_body_does() -> None:
    record = found(LEAD, END, title="Điện lực Hải Lâm học tập chuyên đề về tiết kiệm điện trong mùa nước")
    assert record.unit == ("Điện lực Hải Lâm",)


def test_a_name_in_capitals_keeps_its_words() -> None:
    record = under_capitals(
        "ĐẢNG BỘ SỞ CẦU ĐƯỜNG TỈNH NAM VÍ", "Từ sáng sớm, bà con ra đắp lộ, ai cũng vui vẻ góp sức."
    )
    assert record.unit[0].casefold() == "đảng bộ sở cầu đường tỉnh nam ví"
