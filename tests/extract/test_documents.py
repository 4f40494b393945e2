"""Minutes, speeches, decisions and tables: whose they are, of which day, and that their people are no authors."""

from archive.extract import extract
from archive.model.record import Record
from archive.normalise import normalise

TITLE = "Chi bộ ấp Rạch Dừa lo con đường học trò"
LEAD = "Từ giữa tháng giêng, Chi bộ ấp Rạch Dừa, xã Vàm Lác, giao mỗi đảng viên giữ một đoạn đường đê cho học trò đi."
BODY = "Đến cuối tháng, cả mười hai đoạn đê đều có người giữ, và không còn em nào phải nghỉ học vì đường lầy."


def found(*lines: str) -> Record:
    return extract(normalise("a.txt", "\n".join(lines), 1, markdown=False)).found


def test_minutes_need_no_number_and_who_signs_them_wrote_no_article() -> None:
    record = found(
        "ĐẢNG BỘ XÃ VÀM LÁC", "CHI BỘ ẤP RẠCH DỪA", "*", "ĐẢNG CỘNG SẢN VIỆT NAM",
        "Vàm Lác, ngày 05 tháng 9 năm 2022", "", "BIÊN BẢN", "Họp chi bộ tháng 9 năm 2022", "",
        "Hồi 14 giờ ngày 05/9/2022, tại nhà thông tin ấp, Chi bộ ấp Rạch Dừa họp lệ kỳ tháng 9.",
        "Có mặt 17 đảng viên, vắng 02. Biên bản đã đọc lại và mọi người nhất trí./.", "",
        "     THƯ KÝ                      CHỦ TRÌ", "  Lê Thị Thử                  Trần Văn Mẫu",
    )  # fmt: skip
    assert (record.kind, record.date, record.byline) == ("document", "2022-09-05", ())
    assert (record.unit, record.discarded[0].text) == (("Chi bộ ấp Rạch Dừa",), "*")


def test_a_day_that_waits_for_a_pen_stands_in_one_column() -> None:
    record = found(
        "ĐẢNG BỘ HUYỆN TÂN VÍ                  ĐẢNG CỘNG SẢN VIỆT NAM",
        "ĐẢNG ỦY XÃ VÀM LÁC                    ----------------------",
        "Số 12-QĐ/ĐU                           Vàm Lác, ngày      tháng 6 năm 2021",
        "QUYẾT ĐỊNH", "về việc thành lập Chi bộ Trạm Y tế", "Căn cứ Điều lệ Đảng Cộng sản Việt Nam;", BODY,
    )  # fmt: skip
    assert (record.date, record.date_status) == ("2021-06", "printed")


def test_the_letterhead_of_a_speech_is_that_of_who_speaks() -> None:
    record = found(
        "ĐẢNG BỘ HUYỆN TÂN VÍ", "ĐẢNG ỦY XÃ VÀM LÁC", "*", "Vàm Lác, ngày 06 tháng 5 năm 2017", "",
        "BÀI PHÁT BIỂU CHÚC MỪNG", "Đại hội Hội Nông dân xã Vàm Lác lần thứ X", "",
        "Kính thưa Đoàn Chủ tịch,", f"Hôm nay Hội Nông dân xã Vàm Lác họp đại hội. {BODY}",
    )  # fmt: skip
    assert (record.kind, record.unit) == ("document", ("Hội Nông dân xã Vàm Lác",))
    assert record.headline == "BÀI PHÁT BIỂU CHÚC MỪNG Đại hội Hội Nông dân xã Vàm Lác lần thứ X"


def test_a_table_may_have_empty_cells() -> None:
    rows = (
        "STT", "Đơn vị", "Số tiền", "Ghi chú", "1", "Trường Mầm non Sen Hồng", "1.200.000", "Tiền mặt",
        "2", "Bà Lê Thị Thử", "500.000", "3", "Tổ thiện nguyện Cầu Mới", "700.000", "4", "Ông Trần Mẫu", "90.000",
        "Gạo", "Tổng cộng", "2.490.000",
    )  # fmt: skip
    record = found("Danh sách ủng hộ Quỹ Vì người nghèo xã Vàm Lác", "Ngày đăng 02/11/2016", LEAD, *rows)
    tables = [line for block in record.body if block.kind == "table" for line in block.lines]
    assert (len(tables), record.byline, record.kind) == (len(rows), (), "table")


def test_an_author_who_stands_in_a_list_too_is_doubted() -> None:
    names = ("- Lê Thị Thử, Chi bộ ấp 1: nhất", "- Trần Văn Mẫu, Chi bộ ấp 2: nhì", "- Phạm Ví, Chi bộ ấp 3: ba")
    record = found(TITLE, "04/02/2015", "", LEAD, "", BODY, "", *names, "", "Trần Văn Mẫu")
    assert (record.byline, record.review) == (("Trần Văn Mẫu",), ("byline-weak:Trần Văn Mẫu",))


def test_what_an_author_is_stands_in_brackets_behind_the_name() -> None:
    record = found(TITLE, "04/02/2015", "", LEAD, "", BODY, "", "Bài, ảnh: LÊ THỬ (CTV) - TRẦN MẪU")
    assert (record.byline, record.photo_credit, record.review) == (("Lê Thử", "Trần Mẫu"),) * 2 + ((),)


def test_a_point_parts_the_author_from_a_day_in_words() -> None:
    record = found(TITLE, "Minh Thử • Thứ tư, ngày 5 tháng 3 năm 2025, 10:30", "", LEAD, "", BODY)
    assert (record.date, record.byline) == ("2025-03-05T10:30", ("Minh Thử",))
    placed = found(TITLE, "Vàm Lác, ngày 5 tháng 3 năm 2025", "", LEAD, "", BODY)
    assert (placed.date, placed.byline) == ("2025-03-05", ())


def test_of_several_labels_of_a_part_the_first_is_the_own() -> None:
    record = found(
        "CHUYỆN BÊN BỜ ĐÊ", "", f"Kỳ cuối: {TITLE}", "", "Kỳ 1: Người giữ đê cuối xóm", "", LEAD, "", BODY, "",
        "Lê Văn Thử",
    )  # fmt: skip
    assert (record.headline, record.part, record.series) == (TITLE, "Kỳ cuối", "CHUYỆN BÊN BỜ ĐÊ")
    assert record.review == ("headline-weak:Kỳ 1: Người giữ đê cuối xóm",)


def test_links_to_other_parts_are_no_subject_of_a_mail() -> None:
    record = found(
        f"Chuyện bên bờ đê - Bài 2: {TITLE}", "07/07/2022 05:30", ">>>Bài 1: Đêm nước lên", ">>>Bài cuối: Mùa đê vững",
        "", f"Bài 2: {TITLE}", LEAD, "", BODY,
    )  # fmt: skip
    assert (record.headline, record.part, record.series) == (TITLE, "Bài 2", "Chuyện bên bờ đê")


def test_sub_headings_are_no_captions() -> None:
    record = found(
        TITLE, "", LEAD, "", "Bản đồ nhỏ treo cạnh cửa nhà", "", f"{BODY} {LEAD}", "",
        "Người cuối xóm giữ đoạn đầu đê", "", f"{LEAD} {BODY}",
    )  # fmt: skip
    assert record.caption == ()


def test_a_picture_behind_the_author_keeps_its_caption() -> None:
    caption = "Đảng viên Chi bộ ấp Rạch Dừa đắp đê"
    record = found(TITLE, "", LEAD, "", BODY, "", "Tin, ảnh: Lê Thử", "DSC_0431.JPG", caption, "Bản in")
    assert (record.caption, record.byline) == ((caption,), ("Lê Thử",))


def test_a_release_to_the_press_tells_place_and_day_in_its_first_words() -> None:
    record = found(TITLE, "", f"Vàm Lác, ngày 20/5/2024 - {LEAD}", "", BODY)
    assert (record.date, record.headline) == ("2024-05-20", TITLE)


def test_a_card_tells_the_author_above_the_headline() -> None:
    record = found("TÁC PHẨM DỰ THI", "Thể loại: Phản ánh", "Tác giả: Đỗ Thử", "", TITLE.upper(), "", LEAD, "", BODY)
    assert (record.headline, record.byline) == (TITLE.upper(), ("Đỗ Thử",))


def test_a_line_of_the_menu_over_a_headline_is_no_rival() -> None:
    menu = "Trang chủ | Tin hoạt động | Sông nước quê mình"
    record = found(menu, "Sông nước quê mình", "Con đường đê", "Đăng ngày 08/03/2011", "", LEAD, "", BODY)
    assert (record.headline, record.kicker) == ("Con đường đê", "Sông nước quê mình")
    assert "headline-weak:Sông nước quê mình" not in record.review


def test_a_body_in_a_letterhead_takes_its_place_from_the_line_below() -> None:
    record = found(
        "HỘI LIÊN HIỆP PHỤ NỮ VIỆT NAM", "HUYỆN TÂN VÍ", "BAN THƯỜNG VỤ", "*", "Số: 37/BC-BTV",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Tân Ví, ngày 08 tháng 9 năm 2019", "", "BÁO CÁO",
        "Kết quả 3 năm giữ đê", "(từ 30/6/2017 đến 30/6/2019)", "-----", LEAD, BODY,
    )  # fmt: skip
    assert record.unit == ("Ban Thường vụ Hội Liên hiệp Phụ nữ Việt Nam huyện Tân Ví",)
    assert (record.date, record.date_status) == ("2019-09-08", "printed")


def test_the_day_of_a_paper_that_is_cited_is_not_the_document_s() -> None:
    record = found(
        "ĐẢNG ỦY XÃ VÀM LÁC", "*", "Số      -KH/ĐU", "ĐẢNG CỘNG SẢN VIỆT NAM", "Vàm Lác, ngày      tháng 01 năm 2022",
        "KẾ HOẠCH", "kiểm tra, giám sát năm 2022",
        "Căn cứ Chương trình số 04-CTr/HU ngày 10/12/2021 của Huyện ủy Tân Ví,", BODY,
    )  # fmt: skip
    assert record.date == "2022-01"


def test_who_speaks_is_told_in_brackets_below_the_title_and_not_in_it() -> None:
    record = found(
        "DIỄN VĂN KHAI GIẢNG", "LỚP HỌC MÙA NƯỚC", "(Do bà Lê Thị Thử, Phó Hiệu trưởng, trình bày)", "",
        "Kính thưa các đồng chí!", "", LEAD, BODY,
    )  # fmt: skip
    assert record.headline == "DIỄN VĂN KHAI GIẢNG LỚP HỌC MÙA NƯỚC"
