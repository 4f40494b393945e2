"""What shows a line to be the headline, and what shows that it is none."""

import pytest

from archive.extract import extract
from archive.model.record import Record
from archive.normalise import normalise

TITLE = "Người giữ lửa ở đầu nguồn sông Mẫu"
DATE = "26/08/2017 08:14"
LEAD = "Mười năm nay, sáng nào ông Lò Văn Thử cũng đi một vòng quanh đê rồi mới về nhà ăn sáng với vợ con và các cháu."
BODY = (
    "Ông giữ sổ của Chi bộ thôn Hạ Mẫu. Sổ ghi từng đoạn đê, ai giữ đoạn nào, lở chỗ nào, đắp lại ngày nào trong năm."
)


def found(*paragraphs: str) -> Record:
    return extract(normalise("a.txt", "\n\n".join(paragraphs), 1, markdown=False)).found


def codes(record: Record) -> set[str]:
    return {reason.partition(":")[0] for reason in record.review}


def test_the_title_of_a_part_needs_no_words_of_the_text() -> None:
    record = found(f"Chuyện những dòng sông\nKỳ 2: {TITLE}", DATE, LEAD, BODY)
    assert (record.headline, record.part, codes(record)) == (TITLE, "Kỳ 2", set())


def test_a_part_may_stand_in_brackets_behind_its_series() -> None:
    record = found(f"GHI CHÉP\nGiữ sông bằng lời hứa (Kỳ 1)\n{TITLE.upper()}", DATE, LEAD, BODY)
    assert (record.series, record.part, record.headline) == ("Giữ sông bằng lời hứa", "Kỳ 1", TITLE.upper())


def test_a_headline_that_the_text_holds_word_for_word_is_sure() -> None:
    review = (
        f"Báo Ví Dụ số ra ngày 20/8/2017 có bài {TITLE}, phản ánh cách làm hay của một thôn ven sông. Xin trích đăng."
    )
    record = found(DATE, f"ĐIỂM BÁO\n{TITLE}", review, LEAD, BODY)
    assert (record.headline, codes(record)) == (TITLE, set())


def test_an_author_with_an_address_is_no_rival_of_the_headline() -> None:
    record = found(f"Xây dựng Đảng\n{TITLE}\nQuỳnh Chi - quynhchi@example.vn\n{DATE}", LEAD, BODY)
    assert (record.headline, record.byline, codes(record)) == (TITLE, ("Quỳnh Chi",), set())


@pytest.mark.parametrize("speaker", [
    "Chủ tịch Hội Nông dân xã Hòa Thử Ma Văn Mẫu:", "Nhà vườn MA VĂN MẪU, Chủ tịch Hội Nông dân xã Hòa Thử:",
])  # fmt: skip
def test_the_post_of_a_speaker_over_the_headline_is_a_kicker(speaker: str) -> None:
    record = found(f"{speaker}\n{TITLE}", DATE, LEAD, BODY)
    assert (record.kicker_type, record.headline, "headline-weak" in codes(record)) == ("speaker", TITLE, False)


@pytest.mark.parametrize("line", ["Thời lượng: 6 phút 30 giây", "Số chữ: 1.280 chữ", "Số hiệu tin: 2019-114"])
def test_a_measure_behind_a_label_is_no_headline(line: str) -> None:
    assert found(line, DATE, LEAD, BODY).headline is None


def test_an_item_among_others_is_no_headline() -> None:
    items = (f"+ Đảng bộ xã Hòa Thử giữ đê, số {number} trong năm, có cả dân cùng làm việc" for number in range(3))
    assert found(DATE, *items, LEAD).headline is None


def test_the_label_of_a_work_over_its_author_stands_in_front_of_the_headline() -> None:
    card = f"Bài dự thi: {TITLE}\n\nTác giả: Lê Thị Thử\nĐơn vị: Trường THPT Tân Mẫu"
    record = found("CUỘC THI VIẾT VỀ NHỮNG NGƯỜI GIỮ SÔNG", card, LEAD, BODY)
    assert (record.headline, record.byline, record.unit) == (TITLE, ("Lê Thị Thử",), ("Chi bộ thôn Hạ Mẫu",))
    assert record.kicker == "CUỘC THI VIẾT VỀ NHỮNG NGƯỜI GIỮ SÔNG"


def test_the_part_of_a_series_over_its_author_is_no_label_of_a_work() -> None:
    record = found(f"Bài cuối: {TITLE}\nTác giả: Lê Thị Thử\n{DATE}", LEAD, BODY)
    assert (record.headline, record.part) == (TITLE, "Bài cuối")


MAIL = "Từ: Trần Nam Thử <thu@example.vn>\nĐến: toasoan@example.vn\nChủ đề: Bài cộng tác"


def test_the_letter_over_an_article_in_a_mail_is_set_aside() -> None:
    record = found(
        MAIL,
        "Kính gửi Ban Biên tập,",
        "Tôi xin gửi bài cộng tác cho chuyên mục Xây dựng Đảng. Kính mong được xem xét, sử dụng.",
        "Chi bộ thôn Hạ Mẫu: người giữ đê ở đầu nguồn",
        LEAD,
        BODY,
        "Bài và ảnh: Trần Nam Thử",
        "ĐT: 09xx.xxx.412",
    )
    assert (record.headline, record.lead) == ("Chi bộ thôn Hạ Mẫu: người giữ đê ở đầu nguồn", LEAD)
    assert "ĐT: 09xx.xxx.412" in [entry.text for entry in record.discarded]


def test_a_letter_that_is_itself_the_text_keeps_its_words() -> None:
    letter = (
        "Tôi xin gửi tòa soạn vài lời về con đê đầu nguồn, nơi bà con chúng tôi đi lại hằng ngày trong mùa nước lũ."
    )
    record = found(MAIL, "Kính gửi Ban Biên tập,", letter, BODY)
    assert letter in [record.lead, *(block.text for block in record.body)]


def test_the_kind_of_pictures_in_brackets_is_no_part_of_the_headline() -> None:
    assert found(f"[Ảnh] {TITLE}", DATE, LEAD, BODY).headline == TITLE


def test_a_headline_in_capitals_goes_on_behind_the_seat_that_the_text_names() -> None:
    record = found(
        "CHI BỘ HỢP TÁC XÃ CƠ KHÍ BÌNH MẪU VƯỢT KHÓ",
        DATE,
        "Xóa bao cấp, Hợp tác xã Cơ khí Bình Mẫu còn 21 xã viên, máy cũ, không có đơn hàng. Chi bộ họp suốt một đêm.",
        BODY,
    )
    assert record.headline == "CHI BỘ HỢP TÁC XÃ CƠ KHÍ BÌNH MẪU VƯỢT KHÓ"
    assert record.unit == ("Chi bộ Hợp tác xã Cơ khí Bình Mẫu",)


def test_the_title_of_a_document_that_goes_on_in_small_letters_is_whole() -> None:
    letter = "ĐẢNG BỘ TỈNH VÍ DỤ\nĐẢNG ỦY CÔNG AN TỈNH\n*\nSố 214-HD/ĐUCA\n\nĐẢNG CỘNG SẢN VIỆT NAM"
    record = found(letter, "Ví Dụ, ngày    tháng 6 năm 2021", "HƯỚNG DẪN\nvề sinh hoạt quý III", LEAD, BODY)
    assert (record.headline, codes(record)) == ("HƯỚNG DẪN về sinh hoạt quý III", set())


def test_a_name_that_the_text_has_whole_shows_a_headline_cut_in_two() -> None:
    both = "CHI BỘ KHU PHỐ 7, PHƯỜNG HẠ\nMẪU: MỖI ĐẢNG VIÊN MỘT ĐỊA CHỈ"
    text = "Địa bàn khu phố 7, phường Hạ Mẫu\ncó 612 hộ, gần một nửa là nhà trọ,\nngười ở trọ thay đổi liên tục."
    assert found(both, DATE, text, LEAD).headline == both.replace("\n", " ")


def test_a_line_over_the_date_that_the_text_tells_is_the_headline_under_another() -> None:
    title = "Sổ ghi từng đoạn đê của Chi bộ thôn Hạ Mẫu"
    record = found(f"Người giữ lửa ở những vùng quê ven sông Mẫu\n\n{title}\n{DATE}", LEAD, BODY)
    assert (record.headline, record.kicker) == (title, "Người giữ lửa ở những vùng quê ven sông Mẫu")


def test_a_body_in_capitals_and_what_it_does_on_the_next_line_are_one_headline() -> None:
    record = found(DATE, "CHI BỘ THÔN HẠ MẪU\nGIỮ ĐẤT BÃI, GIỮ LÒNG TIN", LEAD, BODY)
    assert record.headline == "CHI BỘ THÔN HẠ MẪU GIỮ ĐẤT BÃI, GIỮ LÒNG TIN"


def test_a_body_in_capitals_over_a_line_without_a_verb_is_a_kicker() -> None:
    record = found(DATE, "Ở CHI BỘ THÔN HẠ MẪU\n", TITLE, LEAD, BODY)
    assert (record.headline, record.kicker_type, record.unit) == (TITLE, "unit", ("Chi bộ thôn Hạ Mẫu",))


def test_a_letter_may_greet_and_offer_in_one_sentence() -> None:
    title = "Sổ của Chi bộ thôn Hạ Mẫu ghi từng đoạn đê"
    mail = "Từ: Hà Thử <ha@vidu.example.vn>\nĐến: toasoan@vidu.example.vn\nChủ đề: Tin cong tac vien"
    record = found(
        mail, "Kính gửi Ban Biên tập, tôi xin gửi tin sau, mong được sử dụng. Xin cảm ơn.", title, LEAD, BODY
    )
    assert (record.headline, record.lead) == (title, LEAD)


@pytest.mark.parametrize("halves", [
    "Đảng ủy Công ty Than Mẫu kiểm tra việc thực hiện\nQuy định về những điều đảng viên không được làm",
    "Nhà máy xi-măng giảm bụi, Chi bộ\nPhân xưởng Nung đi đầu",
])  # fmt: skip
def test_a_headline_cut_where_it_calls_for_more_is_put_together(halves: str) -> None:
    assert found(halves, DATE, LEAD, BODY).headline == halves.replace("\n", " ")


@pytest.mark.parametrize("lower", ["Lò Văn Mẫu", "Quy định ấy nay đã có ở mọi thôn."])
def test_an_author_or_a_sentence_below_a_headline_is_not_its_rest(lower: str) -> None:
    title = "Đảng ủy Công ty Than Mẫu kiểm tra việc thực hiện"
    assert found(f"{title}\n{lower}", DATE, LEAD, BODY).headline == title


@pytest.mark.parametrize("lower", ["Quy định về việc giữ đê", "Duyệt: Đ/c Lò Văn Mẫu, Phó Chủ tịch UBND xã Hòa Thử"])
def test_an_open_line_right_below_the_headline_or_taken_for_the_lead_is_doubted(lower: str) -> None:
    title = "Chi bộ thôn Hạ Mẫu ghi sổ từng đoạn đê"
    record = found(f"{title}\n{lower}", DATE, LEAD, BODY)
    assert (record.headline, codes(record) & {"headline-weak"}) == (title, {"headline-weak"})


def test_what_is_read_aloud_has_its_headline_below_the_greeting() -> None:
    title = "Ông Lò Văn Thử giữ đê thôn Hạ Mẫu"
    head = (
        "ĐÀI TRUYỀN THANH XÃ HÒA THỬ\nCHƯƠNG TRÌNH PHÁT THANH ĐỊA PHƯƠNG\nPhát sóng lúc 17 giờ 00, ngày 14/11/2019\n"
        "Duyệt: Đ/c Lê Văn Mẫu, Phó Chủ tịch UBND xã\n(Nhạc hiệu)\nKính thưa bà con!"
    )
    record = found(f"{head}\n{title}\n{LEAD}\n{BODY}")
    assert (record.headline, record.lead) == (title, LEAD)


def test_a_headline_in_capitals_may_be_cut_behind_the_body_that_acts() -> None:
    upper, lower = "HUYỆN ỦY TÂN VÍ", "TỔNG KẾT CÔNG TÁC KIỂM TRA 9 THÁNG"
    lead = "Chiều 22/9, Huyện ủy Tân Ví tổ chức hội nghị tổng kết công tác kiểm tra 9 tháng và bàn nhiệm vụ quý sau."
    record = found(f"{upper}\n{lower}\n16:45 23-09-2022", f"{lead}\n{BODY}")
    assert (record.kicker, record.headline, record.unit) == (None, f"{upper} {lower}", ("Huyện ủy Tân Ví",))


def test_a_line_in_capitals_that_ends_amid_a_phrase_goes_on_below() -> None:
    upper, lower = "ĐẢNG BỘ XÃ HẠ MẪU VỚI VIỆC", '"KHOÁN" CHẤT LƯỢNG SINH HOẠT CHI BỘ'
    record = found(f"KINH NGHIỆM CƠ SỞ\n{upper}\n{lower}\n{LEAD}\n{LEAD} Đảng ủy xã chấm điểm từng kỳ họp.")
    assert (record.kicker, record.headline, record.unit) == (
        "KINH NGHIỆM CƠ SỞ", f"{upper} {lower}", ("Đảng bộ xã Hạ Mẫu",),
    )  # fmt: skip


def test_a_long_line_in_capitals_goes_on_below_and_names_no_place_that_the_text_lacks() -> None:
    upper, lower = "VẬN DỤNG PHONG CÁCH NÊU GƯƠNG TRONG ĐỘI NGŨ CÁN BỘ CẤP XÃ", "VÙNG ĐỒNG BÀO KHMER"
    record = found(f"{DATE}\n{upper}\n{lower}\nTS. Lê Văn Thử\n{LEAD}\n{BODY}")
    assert (record.headline, record.place, record.byline) == (f"{upper} {lower}", None, ("Lê Văn Thử",))


def test_a_body_over_the_headline_may_tell_its_place_in_brackets() -> None:
    record = found(DATE, "CHI BỘ THÔN HẠ MẪU (TÂN VÍ)", TITLE, LEAD, BODY)
    assert (record.kicker_type, record.unit) == ("unit", ("Chi bộ thôn Hạ Mẫu",))


def test_a_headline_right_below_the_menu_of_an_undated_page_is_no_caption() -> None:
    title = "Chi bộ thôn Hạ Mẫu kết nạp hai đảng viên trẻ ngay bên bờ đê"
    record = found(f"Trang chủ / Đảng - Đoàn thể / Tin hoạt động\n{title}\n{LEAD}", BODY)
    assert (record.headline, "headline-weak" in codes(record)) == (title, False)


@pytest.mark.parametrize("front", ["Đảng ủy xã Hòa Thử:", "Xã Hòa Thử:", "Chi bộ Trường Tiểu học Hòa Thử:"])
def test_a_body_or_place_before_a_colon_is_the_first_half_of_the_headline_below(front: str) -> None:
    record = found("HỌC TẬP VÀ LÀM THEO BÁC", f"{front}\n{TITLE}", DATE, LEAD, BODY)
    assert (record.headline, record.kicker) == (f"{front} {TITLE}", "HỌC TẬP VÀ LÀM THEO BÁC")


def test_who_says_what_is_quoted_below_is_no_half_of_it() -> None:
    assert found(f"Chi bộ thôn Hạ Mẫu:\n“{TITLE}”", DATE, LEAD, BODY).headline == f"“{TITLE}”"


@pytest.mark.parametrize("label", ["Bản in", "Xem trước", "In trang"])
def test_the_title_of_the_window_may_stand_behind_a_label(label: str) -> None:
    record = found(f"{label}: {TITLE} - Báo Ví Dụ", TITLE, DATE, LEAD, BODY)
    assert (record.headline, record.discarded[0].reason) == (TITLE, "printed again")


@pytest.mark.parametrize(
    "line", ["Kính tặng các chiến sĩ Đồn Hạ Mẫu", "Thân tặng lớp 12 năm ấy", "Tặng anh Thử và xóm"]
)
def test_to_whom_a_poem_is_given_is_no_headline(line: str) -> None:
    night = "Đêm qua nghe nước lên\nTiếng ghe ai gọi bến\nNgọn đèn còn để cửa\nChờ người ở cuối sông"
    day = "Sáng nay người trở lại\nÁo còn đẫm sương sông\nĐèn thôi không thức nữa\nNằm ngủ cạnh chân tường"
    record = found("Đèn đồn", line, night, day, "LÊ THỬ")
    assert (record.kind, record.headline) == ("poem", "Đèn đồn")


@pytest.mark.parametrize("title", ["TIN VẮN CƠ SỞ", "Điểm tin trong tuần", "Chùm tin nông thôn"])
def test_news_in_brief_have_their_kind_for_a_headline(title: str) -> None:
    items = (
        f"* {body}: Sáng 14-8, mở lớp tập huấn cho 150 người, ai vắng quá hai buổi phải học lại từ đầu."
        for body in ("Đảng ủy xã Hòa Thử", "Hội Nông dân xã Hạ Mẫu", "Đoàn xã Thượng Mẫu")
    )
    record = found(f"{title}\n{DATE}", *items)
    assert (record.kind, record.headline) == ("roundup", title)


def test_the_initials_below_the_first_of_several_news_are_its_author() -> None:
    items = (
        f"* {body}: Sáng 14-8, mở lớp tập huấn cho 150 người, ai vắng quá hai buổi phải học lại từ đầu.\n({name})"
        for body, name in (
            ("Đảng ủy xã Hòa Thử", "L.A"),
            ("Hội Nông dân xã Hạ Mẫu", "Q.N"),
            ("Đoàn xã Thượng Mẫu", "T.M"),
        )
    )
    record = found(f"TIN VẮN\n{DATE}", *items)
    assert (record.byline, record.tag) == (("L.A", "Q.N", "T.M"), None)


@pytest.mark.parametrize("line", ["12 thg 8, 2025  #XayDungDang", "1.204 lượt xem  12/08/2025  #thon_Mau #le_hoi"])
def test_words_to_search_by_may_stand_beside_the_date(line: str) -> None:
    assert found(TITLE, line, LEAD, BODY).date == "2025-08-12"


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize(
    ("upper", "lower"),
    [
        ("Chi bộ thôn Hạ", "Mẫu giữ đê đầu nguồn"),
        ("CHI BỘ THÔN HẠ", "MẪU GIỮ ĐÊ ĐẦU NGUỒN"),
        ("Bốn việc khó ở thôn", "Hạ Mẫu qua một mùa nước"),
        ("Bớt một cuộc họp,", "thêm một lần ra đê"),
        ("Mười năm đi vòng quanh đê", "và một quyển sổ ghi việc"),
    ],
)
def test_a_headline_torn_in_two_is_one(upper: str, lower: str, gap: str) -> None:
    record = found(DATE, f"{upper}{gap}{lower}", LEAD, BODY)
    assert (record.headline, record.kicker) == (f"{upper} {lower}", None)


def test_a_matter_in_front_of_a_colon_belongs_to_the_headline_and_a_speaker_does_not() -> None:
    assert found(DATE, f"Giữ đê mùa lũ:\n{TITLE}", LEAD, BODY).headline == f"Giữ đê mùa lũ: {TITLE}"
    assert found(DATE, f"Bí thư Chi bộ Lò Văn Thử:\n{TITLE}", LEAD, BODY).headline == TITLE


def test_a_unit_over_its_headline_is_no_half() -> None:
    record = found(DATE, f"Chi bộ thôn Hạ Mẫu\n{TITLE}", LEAD, BODY)
    assert (record.kicker, record.headline) == ("Chi bộ thôn Hạ Mẫu", TITLE)


def test_a_headline_in_small_letters_is_doubted() -> None:
    assert "headline-weak" in codes(found(DATE, "giữ lửa ở đầu nguồn sông Mẫu", LEAD, BODY))


def test_the_line_below_a_subject_without_its_label_is_the_headline() -> None:
    record = found(
        "Từ: Trần Nam Thử <thu@example.vn>\nĐến: toasoan@example.vn\nChủ đề: Bản tin nội bộ: " + TITLE, TITLE, LEAD
    )
    assert record.headline == TITLE


@pytest.mark.parametrize("below", ["by Lê Thị Thử", "bởi Lê Thị Thử", "Tạp chí Người Giữ Sông"])
def test_an_author_or_a_paper_below_a_headline_is_no_part_of_it(below: str) -> None:
    title = "Giữ đê qua mùa nước: Đừng quên gặp mặt"
    record = found(f"{title}\n{below}\n{DATE}", LEAD, BODY)
    assert record.headline == title
    assert record.byline == (() if below.startswith("Tạp") else ("Lê Thị Thử",))


WRAPPED = """Từ đầu mùa mưa, Chi bộ bản Nậm Thử cắt cử hai đảng viên trực ở đầu suối,
hễ nước dâng quá vạch sơn thì gõ kẻng báo cho cả bản. Ông Lò Văn Mẫu, bí
thư chi bộ, nói rằng kẻng ấy trước treo ở sân hợp tác xã, gõ gọi người đi
làm, nay gõ giữ người ở lại. Ba đêm mưa lớn vừa rồi, nhờ có tiếng kẻng mà
mười bốn nhà ven suối kịp dắt trâu bò lên đồi.

Sau mưa, chi bộ họp lại ngay trên nền nhà văn hóa còn ướt, bàn việc dọn bùn
cho trường học trước, rồi mới đến đường vào bản, nhà ai người ấy tự dọn. Bà
con bảo nhau rằng họp như thế ngắn mà nhớ lâu, vì việc nói buổi sáng thì
chiều đã xong một nửa.
"""


def test_a_line_of_a_wrapped_text_that_had_room_for_the_next_word_goes_on_in_no_headline() -> None:
    """The line below is doubted, for nothing tells what it is."""
    title = "Chi bộ bản Nậm Thử giữ tiếng kẻng báo nước ở đầu nguồn suối"
    assert found(f"{title}\nSóng gió vùng cao\n\n{WRAPPED}").headline == title


def test_a_headline_that_a_wrapped_text_breaks_where_the_line_was_full_is_one() -> None:
    title = "Chi bộ bản Nậm Thử giữ tiếng kẻng báo nước ở đầu suối cho bà con bản Nậm\nThử Trong kịp dắt trâu bò"
    record = found(f"{title}\n\n{DATE}\n\n{WRAPPED}")
    assert (record.headline, record.review) == (title.replace("\n", " "), ())


def test_a_headline_joined_with_a_line_of_which_the_text_tells_nothing_is_doubted() -> None:
    title = "Chi bộ bản Nậm Thử giữ tiếng kẻng báo nước cho bà con ở đầu nguồn suối"
    record = found(f"{title}\nSóng gió vùng cao\n\n{DATE}\n\n{WRAPPED}")
    assert record.headline == title or codes(record) == {"headline-joined"}


def test_a_line_that_no_list_knows_between_headline_and_text_is_no_headline_in_silence() -> None:
    """The body in capitals stands over another line, and does not show what is below that."""
    text = (
        f"{WRAPPED}\nÔng Mẫu bảo nghị quyết của chi bộ cứ đem ra đầu suối mà xem, nước rút đến đâu việc xong đến đấy.\n"
    )
    head = f"{DATE}\n\nCHI BỘ BẢN NẬM THỬ\n\nĐưa nghị quyết ra đầu suối"
    record = found(f"{head}\nXem trên truyền hình\n\n{text}")
    assert record.headline == "Đưa nghị quyết ra đầu suối" or codes(record) == {"headline-weak"}


def test_a_line_between_the_unit_and_the_headline_that_no_field_takes_is_discarded() -> None:
    lines = ("Đảng bộ xã Nậm Thử", "Nhịp sống bản xa", "Giữ tiếng kẻng báo nước ở đầu suối", "", WRAPPED)
    record = found("\n".join(lines))
    assert (record.kicker, record.headline) == (lines[0], lines[2])
    assert [row.text for row in record.discarded] == [lines[1]]


@pytest.mark.parametrize(
    ("line", "kicker"),
    [
        ("Trong số này: 4 tin", None),
        ("Chú Ba Mẫu  19:47", None),
        ("Chuyển tiếp: các đ/c đọc rồi mai bàn", None),
        ("Bạn đọc thân mến, sau đây là chuyện ở đầu nguồn.", None),
        ("Chuyện đầu nguồn: Đất và người", "Chuyện đầu nguồn: Đất và người"),
        ("Chuyện kể: 90 năm dòng sông quê", "Chuyện kể: 90 năm dòng sông quê"),
        ("Sắt son: 95 năm Đảng", "Sắt son: 95 năm Đảng"),
        ("Nghị quyết mới: từ gốc đến ngọn", "Nghị quyết mới: từ gốc đến ngọn"),
        ("Tháng Tám: nhớ về nguồn cội", "Tháng Tám: nhớ về nguồn cội"),
    ],
)
def test_a_line_over_the_headline_in_the_form_of_no_name_is_no_kicker(line: str, kicker: str | None) -> None:
    title = "Ông Lò Văn Thử giữ sổ của Chi bộ thôn Hạ Mẫu"
    record = found(line, title, DATE, LEAD, BODY)
    assert (record.headline, record.kicker) == (title, kicker)


def test_a_line_foreign_to_the_article_right_below_a_headline_that_the_text_tells_is_no_doubt() -> None:
    title = "Chi bộ thôn Hạ Mẫu ghi sổ từng đoạn đê"
    record = found(f"{title}\nGió mới trên đồng", DATE, LEAD, BODY)
    assert (record.headline, record.lead, record.review) == (title, LEAD, ())


@pytest.mark.parametrize("below", ["Gió mới trên Đồng Mẫu", "- gió mới trên đồng"])
def test_a_line_that_names_somebody_or_is_marked_right_below_a_headline_is_doubted(below: str) -> None:
    assert codes(found(f"Chi bộ thôn Hạ Mẫu ghi sổ từng đoạn đê\n{below}", DATE, LEAD, BODY)) == {"headline-other"}


def test_a_long_line_between_the_unit_and_the_headline_stays_as_a_heading() -> None:
    campaign = "Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh"
    record = found(f"Đảng bộ xã Nậm Thử\n{campaign}\n{TITLE}", DATE, LEAD, BODY)
    assert (record.kicker, record.headline) == ("Đảng bộ xã Nậm Thử", TITLE)
    assert [(row.kind, row.text) for row in record.body][:1] == [("heading", campaign)]


def test_a_full_name_in_capitals_below_a_headline_in_capitals_is_no_part_of_it_in_silence() -> None:
    title = "CHI BỘ BẢN NẬM THỬ GIỮ TIẾNG KẺNG BÁO NƯỚC Ở ĐẦU NGUỒN SUỐI"
    record = found(f"{title}\nLÊ BÁ MẪU\n\n{WRAPPED}")
    assert (record.headline, record.byline) == (title, ("Lê Bá Mẫu",)) or codes(record) == {"headline-weak"}


@pytest.mark.parametrize(
    ("below", "doubted"), [("giữ đê, họp chi bộ, đầu nguồn", True), ("cho trâu bò, thóc lúa qua mùa nước", False)]
)
def test_words_to_search_by_right_below_a_headline_are_no_part_of_it_in_silence(below: str, doubted: bool) -> None:
    record = found(f"Chi bộ thôn Hạ Mẫu ghi sổ từng đoạn đê\n{below}", DATE, LEAD, BODY)
    assert (codes(record) == {"headline-joined"}) == doubted


@pytest.mark.parametrize(("between", "doubted"), [("\n", True), ("\n\n", False)])
def test_a_line_in_capitals_right_over_a_headline_in_capitals_may_be_its_first_half(
    between: str, doubted: bool
) -> None:
    title = between.join(("BỐN MÙA GẮN BÓ", "GHI SỔ TỪNG ĐOẠN ĐÊ Ở CHI BỘ THÔN HẠ MẪU"))
    assert (codes(found(title, DATE, LEAD, BODY)) == {"headline-other"}) == doubted


def test_a_body_in_capitals_over_two_lines_is_no_headline_though_the_text_leaves_out_its_place() -> None:
    kicker = "CHI BỘ TRUNG TÂM Y TẾ DỰ PHÒNG\nHUYỆN TÂN MẪU"
    title = "Đảng viên xuống ấp trước khi dịch tới"
    lead = (
        "Mùa mưa năm nay, số ca bệnh ở huyện Tân Mẫu giảm một nửa nhờ cách chia việc mà Chi bộ Trung tâm Y tế Dự phòng "
        "huyện giữ suốt ba năm qua ở cả mười hai xã."
    )
    record = found(DATE, kicker, title, lead, BODY)
    assert (record.headline, record.kicker_type) == (title, "unit")


def test_a_degree_in_front_of_a_name_below_a_headline_in_capitals_tells_the_author() -> None:
    title = "PHÁT TRIỂN ĐẢNG VIÊN TRONG SINH VIÊN: TỪ THỰC TIỄN ĐẢNG BỘ ĐẠI HỌC TÂN MẪU"
    record = found(DATE, f"{title}\nPGS, TS NGÔ QUÝ THỬ", LEAD, BODY)
    assert (record.headline, record.byline) == (title, ("Ngô Quý Thử",))


@pytest.mark.parametrize(("items", "doubted"), [(1, False), (3, True)])
def test_the_first_of_several_titles_in_capitals_is_doubted_as_the_headline_of_all(items: int, doubted: bool) -> None:
    news = [
        f"XÃ {name.upper()} TẶNG LỊCH HỌP LỆ\n\nĐảng ủy xã {name} vừa đưa tờ lịch họp lệ tới tay 264 đảng viên. {BODY}"
        for name in ("Hạ Mẫu", "Tân Ví", "Phố Đò")[:items]
    ]
    assert (codes(found(DATE, *news)) == {"headline-weak"}) == doubted


def test_the_label_of_a_section_is_no_part_of_the_kicker() -> None:
    record = found("Chuyên mục: Chuyện quê", "Những chuyến đò sang chợ của ấp Rạch Dừa", "26/08/2017 08:14")
    assert (record.kicker, record.kicker_type) == ("Chuyện quê", "section")


READ = "Mời quý vị đến với Chi bộ ấp Rạch Dừa, nơi mỗi đảng viên giữ một khúc đê từ đầu mùa nước."
CAPTION = "Đảng viên Chi bộ ấp Rạch Dừa đi một vòng đê trước khi trời sáng"


@pytest.mark.parametrize("between", [" ", "\n"])
@pytest.mark.parametrize(
    "program",
    ["Chuyện quê", "phát thanh Tiếng nói từ những cánh đồng của quê ta, phát", "Thời sự 19 giờ 45 phát"],
)
def test_what_a_station_reads_first_is_no_headline_and_tells_the_day(between: str, program: str) -> None:
    record = found(f"ĐVL3 - {READ}{between}(Chương trình {program} ngày 19/2/2021)", CAPTION, LEAD, BODY, "Hà Mẫu/ĐVL3")
    assert (record.headline, record.kicker, record.date, record.tag) == (None, None, "2021-02-19", "ĐVL3")
    assert (record.lead or "").startswith(READ)
    assert (record.caption, record.author_org) == ((CAPTION,), "ĐVL3")


def test_the_line_right_below_the_name_of_a_picture_is_its_caption_on_a_page_without_date() -> None:
    record = found(f"anh-giu-de-02.jpg\n{CAPTION}", LEAD, BODY)
    assert (record.headline, record.caption) == (None, (CAPTION,))
    assert "headline-missing" in codes(record)


@pytest.mark.parametrize("head", [f"banner-02.jpg\n{CAPTION}\n{DATE}", f"banner-02.jpg\n{TITLE}"])
def test_a_headline_below_the_name_of_a_picture_stays(head: str) -> None:
    assert found(head, LEAD, BODY).headline in (CAPTION, TITLE)


def test_a_headline_that_its_line_holds_several_times_is_told_once() -> None:
    for times in (2, 3, 4):
        assert found(" ".join([TITLE] * times), DATE, LEAD, BODY).headline == TITLE


def test_a_line_in_small_letters_right_below_a_headline_may_be_its_end() -> None:
    record = found(f"{TITLE}\nmà vui", DATE, LEAD, BODY)
    assert record.headline != TITLE or "headline-other" in codes(record)


def test_a_first_line_that_opens_with_the_day_of_an_event_is_doubted_as_headline() -> None:
    record = found("Chiều ngày 15/4/2021, Chi bộ thôn Hạ Mẫu tổ chức lễ ra quân đắp đê\nTháng thanh niên", BODY)
    assert record.headline is None or "headline-weak" in codes(record)


def test_a_headline_that_opens_with_a_number_may_go_on_from_the_line_above() -> None:
    record = found(
        "Đảng ủy xã Hạ Mẫu góp\n200 ngày công đắp đê", DATE, "Đảng ủy xã Hạ Mẫu góp 200 ngày công đắp đê.", BODY
    )
    assert record.headline != "200 ngày công đắp đê" or "headline-other" in codes(record)


@pytest.mark.parametrize("remark", [
    "(Thực hiện Chương trình hành động ngày 12/3/2021 của Huyện ủy)",
    "(Triển khai Chương trình số 12-CTr/HU ngày 12/3/2021 của Huyện ủy)",
])  # fmt: skip
def test_a_programme_of_work_was_not_on_air(remark: str) -> None:
    record = found("Chi bộ ấp Rạch Dừa giữ bến đò", remark, LEAD, BODY)
    assert (record.date, record.headline) == (None, "Chi bộ ấp Rạch Dừa giữ bến đò")
    headline = f"Chi bộ ấp Rạch Dừa, xã Vàm Lác, lập tổ giữ bến đò. {remark}"
    assert found(headline, LEAD, BODY).lead == LEAD


def test_the_day_on_air_may_stand_in_front_of_the_programme() -> None:
    assert found(TITLE, f"{LEAD} (Phát ngày 19/2/2021 trong chương trình Thời sự)", BODY).date == "2021-02-19"


def test_a_post_behind_a_comma_that_no_name_precedes_is_no_speaker() -> None:
    title = "XÃ VÀM LÁC, CHỦ TỊCH LÀM TRƯỚC - DÂN LÀM THEO"
    assert found(title, LEAD, BODY).headline == title
