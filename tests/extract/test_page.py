"""What a page says about itself belongs to no article, and takes no line of the article with it."""

import pytest

from archive.extract import extract
from archive.model.record import Record
from archive.normalise import normalise

TITLE = "Chi bộ ấp Rạch Dừa lo con đường học trò"
LEAD = "Từ giữa tháng giêng, Chi bộ ấp Rạch Dừa, xã Vàm Lác, giao mỗi đảng viên giữ một đoạn đường đê cho học trò đi."
BODY = "Đến cuối tháng, cả mười hai đoạn đê đều có người giữ, và không còn em nào phải nghỉ học vì đường lầy."


def found(text: str) -> Record:
    return extract(normalise("a.txt", text, 1, markdown=False)).found


def discarded(record: Record) -> list[str]:
    return [entry.text for entry in record.discarded]


@pytest.mark.parametrize("line", [
    "Trang web này sử dụng cookie để cải thiện trải nghiệm của bạn.", "Về trang chủ", "★ Đánh dấu sao", "A- A+ 🔖 Lưu",
    "Xem bản máy tính", "Thích 21   Chia sẻ 4", "Views: 96   Font: A A+", "3 min read · Save · Tag", "Other news",
    "Online: 5   Total: 88,410", "8/12/25, 9:14 AM\tChuyện con đê - Trang tin Vàm Lác", "Page 1 of 2", "Chưa đọc (27)",
    "Đọc ở chế độ toàn trang   ★ Đánh dấu   ✓ Đã đọc", "6 giờ trước · 2,3K lượt xem", "☰  Tin nóng  Văn hóa  Thể thao",
    "2 ngày trước · Công khai", "Thời gian đọc: 3 phút", "3 tháng 9 lúc 08:00", "BẢN TIN VÀM LÁC - Số 28 - Trang 4",
])  # fmt: skip
def test_notices_and_buttons_are_set_aside_above_and_below(line: str) -> None:
    assert discarded(found(f"{line}\n\n{TITLE}\n\n{LEAD}\n\n{BODY}\n")) == [line]
    below = found(f"{TITLE}\n\n{LEAD}\n\n{BODY}\n\n{line}\n")
    assert (below.headline, below.lead, discarded(below)) == (TITLE, LEAD, [line])


@pytest.mark.parametrize("line", [
    "Bạn nhận được thư này vì là đoàn viên của trường. Hủy đăng ký nhận tin nếu không muốn đọc nữa.",
    "Gửi bạn đọc: mỗi tối thứ bảy, cả ấp cùng nhau đọc báo ở nhà văn hóa.",
])  # fmt: skip
def test_the_same_words_amid_the_text_stay(line: str) -> None:
    assert discarded(found(f"{TITLE}\n\n{LEAD}\n\n{line}\n\n{BODY}\n")) == []


def test_a_mail_has_its_head_taken_off() -> None:
    head = ["Từ: Bản tin Vàm Lác <bantin@vidu.example.vn>", "Đến: moi-nguoi@vidu.example.vn"]
    record = found(
        "\n".join([*head, "Ngày: Thứ Sáu, 5 tháng 2, 2021 lúc 06:00", f"Chủ đề: [Số 3] {TITLE}", "", LEAD, BODY])
    )
    assert (record.headline, record.date, discarded(record)) == (TITLE, "2021-02-05T06:00", head)


def test_a_subject_that_stands_again_as_headline_is_told_once() -> None:
    record = found(f"Từ: Bản tin\nĐến: mọi người\nChủ đề: {TITLE}\n\n{TITLE}\n\n{LEAD}\n{BODY}\n")
    assert record.headline == TITLE
    assert len(record.discarded) == 3


def test_who_sent_a_mail_on_is_no_author() -> None:
    head = [
        "Từ: Hà Thử <ha@vidu.example.vn>",
        "Đến: Văn phòng",
        "Em chuyển bài để lưu.",
        "---- Thư đã chuyển tiếp ----",
    ]
    signature = ["--", "Hà Thử", "Văn thư xã Vàm Lác"]
    record = found("\n".join([*head, TITLE, "15/09/2017 10:48", "", LEAD, BODY, "", "Thanh Mẫu", "", *signature]))
    assert (record.headline, record.kicker, record.byline) == (TITLE, None, ("Thanh Mẫu",))
    assert discarded(record) == [*head, *signature]


SENT = "Từ: Hà Thử <ha@vidu.example.vn>\nĐến: Tòa soạn"


def test_who_is_credited_below_two_dashes_in_a_mail_is_the_author() -> None:
    record = found(f"{SENT}\n\n{TITLE}\n\n{LEAD}\n{BODY}\n\n--\nTin, ảnh: Hà Thử\nNguồn: Báo Vàm Lác\nĐT: 0900 000 123")
    assert (record.byline, record.photo_credit, record.source) == (("Hà Thử",), ("Hà Thử",), "Báo Vàm Lác")


def test_who_only_signs_a_mail_may_be_the_author() -> None:
    record = found(f"{SENT}\n\n{TITLE}\n\n{LEAD}\n{BODY}\n\n--\nHà Thử\nĐT: 0900 000 123")
    assert (record.byline, "byline-unread:Hà Thử" in record.review) == ((), True)


def test_a_line_of_signs_between_verses_in_a_mail_opens_no_signature() -> None:
    verses = "Đò ơi đò đợi ai về\nBến kia còn đó lời thề năm xưa"
    record = found(f"{SENT}\n\n{TITLE}\n\n{LEAD}\n{BODY}\n\n___\n{verses}\n\nLê Thị Mẫu")
    assert (record.byline, "footer" in {row.reason for row in record.discarded}) == (("Lê Thị Mẫu",), False)


def test_a_text_below_two_dashes_in_a_mail_is_kept() -> None:
    record = found(f"Từ: Bản tin\nĐến: mọi người\n\n{TITLE}\n\n{LEAD}\n\n--\n\n{BODY}\n")
    assert BODY in [block.text for block in record.body]


def test_the_subject_of_a_clipping_is_no_headline_beside_one_that_is_labelled() -> None:
    record = found(f"Tên báo: Báo Vàm Lác\nChủ đề: Chuyện quê\nĐầu đề: {TITLE}\n\n{LEAD}\n{BODY}\n")
    assert record.headline == TITLE


def test_the_head_of_a_printed_page_is_no_headline() -> None:
    head = "VÀM LÁC CUỐI TUẦN             XÂY DỰNG ĐẢNG                        3"
    record = found(f"{head}\n\n{TITLE}\n\n{LEAD}\n\n12\n\n{head}\n\n{BODY}\n")
    assert (record.headline, discarded(record)) == (TITLE, [head, "12", head])


@pytest.mark.parametrize("head", [
    "BÁO VÀM LÁC        Thứ Sáu, ngày 19-2-2021        Trang 3",
    "Trang 3          VÀM LÁC CUỐI TUẦN          Thứ Sáu, ngày 19-2-2021",
    "VÀM LÁC CUỐI TUẦN      Thứ Sáu, ngày 19 tháng 2 năm 2021      Trang 3",
    "THỨ SÁU 19-2-2021            VÀM LÁC HẠ            3",
])  # fmt: skip
def test_the_head_of_a_page_of_a_paper_tells_its_day_and_comes_back_on_the_next(head: str) -> None:
    below = head.replace("Trang 3", "Trang 6").replace("HẠ            3", "HẠ            6")
    record = found(f"{head}\n\n{TITLE}\n\n{LEAD}\n\n(Xem tiếp trang 6)\n\n{below}\n\n{BODY}\n")
    assert (record.date, record.headline, record.kicker, record.byline) == ("2021-02-19", TITLE, None, ())
    assert discarded(record) == ["(Xem tiếp trang 6)", below]


def test_what_stands_over_the_rest_of_an_article_in_a_paper_is_set_aside() -> None:
    caption = "Một khúc đê ở Rạch Dừa. Ảnh: Lê Thử"
    head = ["Báo Vàm Lác * Thứ Sáu, 19-2-2021", "Trang 6", "LO CON ĐƯỜNG...", "(Tiếp theo trang 3)"]
    top = ["BÁO VÀM LÁC", "SỐ 1.410 - THỨ SÁU, NGÀY 19-2-2021", "Trang 3"]
    lines = [*top, "", TITLE, "", LEAD, "(Xem tiếp trang 6)", caption, *head, BODY]
    record = found("\n".join(lines))
    assert (record.headline, record.date, record.kicker, len(record.caption)) == (TITLE, "2021-02-19", None, 1)
    assert discarded(record) == [top[0], top[2], "(Xem tiếp trang 6)", *head]


def test_the_author_over_the_line_that_leads_on_stays() -> None:
    record = found(f"{TITLE}\n\n{LEAD}\n\n{BODY}\n\nLÊ THỊ THỬ\n(Xem tiếp trang 6)\n")
    assert record.byline == ("Lê Thị Thử",)


def test_a_print_view_tells_when_it_was_printed_behind_its_address() -> None:
    foot = ["http://vamlac.example.vn/print.aspx?id=77 (In lúc 15:20 ngày 03/01/2022)", "Trang 1/1"]
    record = found("\n".join([TITLE, "19/2/2021", "", LEAD, "", BODY, "", *foot]))
    assert (record.date, record.byline, discarded(record)) == ("2021-02-19", (), foot)


def test_a_paper_and_the_number_of_its_issue_amid_the_text_are_set_aside() -> None:
    head = ["BÁO VÀM LÁC", "Cơ quan của Đảng bộ tỉnh Ví Dụ", "Số 1.410 - Thứ Sáu, 19-2-2021"]
    below = ["TRANG 3", "VÀM LÁC  Số 1.410"]
    record = found("\n".join([*head, "", TITLE, "", LEAD, "", *below, "", BODY, "", "THỰC HIỆN NGHỊ QUYẾT SỐ 14"]))
    assert (record.date, record.headline, discarded(record)) == ("2021-02-19", TITLE, [*head[:2], *below])


@pytest.mark.parametrize("paper", ["BÁO VÀM LÁC", "Báo Vàm Lác"])
def test_three_pages_of_a_paper_are_no_list_of_articles(paper: str) -> None:
    heads = [f"{paper}        Thứ Sáu, ngày 19-2-2021        Trang {number}" for number in (1, 2, 3)]
    record = found("\n\n".join([heads[0], TITLE, LEAD, heads[1], BODY, heads[2], LEAD, "Lê Thị Thử"]))
    assert (record.kind, record.headline) == ("article", TITLE)


def test_a_headline_that_ends_as_the_number_of_the_issue_does_stays_one() -> None:
    head = "BẢN TIN VÍ DỤ        LƯU HÀNH NỘI BỘ        Số 5\nBản tin số 5 - Thứ Sáu, 19-2-2021"
    assert found(f"{head}\n\nĐÊM TRỰC Ở KHU PHỐ SỐ 5\n\n{LEAD}\n\n{BODY}\n").headline == "ĐÊM TRỰC Ở KHU PHỐ SỐ 5"


STAMP = f"21/2/2021          {TITLE} - Báo Vàm Lác điện tử"
ADDRESS = "https://baovamlac.example.vn/chinh-tri/lo-con-duong-hoc-tro-4411.html"


@pytest.mark.parametrize("stamp", [
    [STAMP], [STAMP.replace("21/2/2021", "08:15 21/2/2021")], ["21/2/2021", f"{TITLE} - Báo Vàm Lác điện tử"],
])  # fmt: skip
def test_what_a_browser_prints_on_each_page_is_no_date_and_no_list_of_articles(stamp: list[str]) -> None:
    feet = [f"{ADDRESS}                {number}/2" for number in (1, 2)]
    head = ["BÁO VÀM LÁC ĐIỆN TỬ", "In trang này", "", TITLE, "", "Thứ Sáu, 19/2/2021 | 16:20", ""]
    record = found("\n".join([*stamp, *head, LEAD, "", feet[0], *stamp, "", BODY, "", "Lê Thị Thử", "", feet[1]]))
    assert (record.kind, record.headline, record.date) == ("article", TITLE, "2021-02-19T16:20")
    assert (record.byline, record.review) == (("Lê Thị Thử",), ())
    assert discarded(record) == [*stamp, *head[:2], feet[0], *stamp, feet[1]]


@pytest.mark.parametrize(("head", "foot"), [
    (f"{TITLE} - Báo Vàm Lác               {ADDRESS}", "# of 2                    21/2/2021, 16:20"),
    (f"{TITLE} - Báo Vàm Lác                         Page # of 2", f"{ADDRESS}                    21/2/2021"),
    (f"16:20 21/2/2021               {TITLE}", "baovamlac.example.vn/chinh-tri/lo-con-duong-4411.html          #/2"),
])  # fmt: skip
def test_each_browser_prints_its_own_columns(head: str, foot: str) -> None:
    upper, lower = (f"{head}\n{{}}\n{foot}".replace("#", number) for number in "12")
    record = found("\n".join([upper.format(f"{TITLE}\n19/2/2021\n\n{LEAD}"), lower.format(BODY)]))
    assert (record.headline, record.date, record.lead) == (TITLE, "2021-02-19", LEAD)
    assert discarded(record) == [line for page in (upper, lower) for line in page.split("\n") if line != "{}"]


def test_the_day_of_an_article_in_a_column_is_no_stamp() -> None:
    lines = [STAMP, TITLE, "19/2/2021          Chuyện quê", "", LEAD, "", BODY, "", f"{ADDRESS}     1/1"]
    assert found("\n".join(lines)).date == "2021-02-19"


def test_the_stamp_of_a_single_printed_page_is_known_by_the_address_at_its_foot() -> None:
    stamp, foot = "21/2/2021          Báo Vàm Lác điện tử", f"{ADDRESS}     1/1"
    record = found("\n".join([stamp, "", TITLE, "", LEAD, "", BODY, "", foot]))
    assert (record.date, record.headline, discarded(record)) == (None, TITLE, [stamp, foot])


def test_the_title_of_the_window_tells_a_headline_that_reads_like_a_campaign() -> None:
    title = "Đưa nghị quyết ra bến"
    lines = [f"21/2/2021          {title} - Báo Vàm Lác", "", title, "", LEAD, "", BODY, "", f"{ADDRESS}     1/1"]
    assert found("\n".join(lines)).headline == title


def test_a_headline_that_each_printed_page_repeats_stays_on_the_first() -> None:
    record = found(f"{TITLE}\n\n{LEAD}\n\n{ADDRESS}     1/2\n{TITLE}\n\n{BODY}\n\n{ADDRESS}     2/2\n")
    assert (record.headline, len(discarded(record))) == (TITLE, 3)


def test_a_headline_that_opens_with_a_number_is_no_day_of_printing() -> None:
    title = "95 năm Đảng bộ xã Vàm Lác đồng hành cùng nhân dân"
    record = found(f"{title}\n\n{LEAD}\n\n{ADDRESS}     1/2\n{title}\n\n{BODY}\n\n{ADDRESS}     2/2\n")
    assert (record.headline, len(discarded(record))) == (title, 3)


@pytest.mark.parametrize("foot", [[f"{ADDRESS}     1/1"], []])
def test_days_in_a_printed_text_are_no_stamps(foot: list[str]) -> None:
    rows = ["01/04/2021\tẤp Rạch Dừa", "02/04/2021\tẤp Kênh Đào", "02/04/2021\tẤp Kênh Đào", "45/50\t48/50"]
    day = ["19/02/2021 16:20      Lượt xem: 120", ""]
    record = found("\n".join([TITLE, *day, LEAD, "", *rows, "", BODY, "", *foot]))
    assert (record.date, discarded(record)) == ("2021-02-19T16:20", foot)


def test_a_label_has_its_value_on_the_line_below() -> None:
    record = found(f"{TITLE}\nTác giả:\nHữu Thử\nNgày đăng:\n19/08/2022\nLượt xem:\n97\n{LEAD}\n{BODY}\n")
    assert (record.byline, record.date, record.lead) == (("Hữu Thử",), "2022-08-19", LEAD)


def test_labels_of_a_form_stay_without_values() -> None:
    record = found(f"{TITLE}\n\n{LEAD}\n\n{BODY}\n\nHọ tên:\nEmail:\nNội dung bình luận:\n")
    assert record.byline == ()
    assert len(record.discarded) == 3


@pytest.mark.parametrize("title", [
    "Những bài học từ một chi bộ vùng cao", "Các tin vui đầu xuân ở Rạch Dừa", "Đọc nội dung nghị quyết cho dân nghe",
    "Chia sẻ bài viết hay về Bác", "Sắp xếp theo hướng tinh gọn", "Gửi tin nhắn nhắc họp chi bộ",
])  # fmt: skip
def test_a_headline_that_begins_as_a_button_does_stays(title: str) -> None:
    assert found(f"{title}\n\n03/02/2021\n\n{LEAD}\n\n{BODY}\n").headline == title


@pytest.mark.parametrize("lead", [
    "Năm nay, đảng viên Chi bộ ấp Rạch Dừa đăng ký nhận giúp đỡ 24 hộ nghèo; ai cũng viết cam kết, dán ở nhà văn hóa.",
    "Đảng viên Chi bộ ấp Rạch Dừa đến từng nhà giúp bà con tải ứng dụng định danh, không để ai bị bỏ lại phía sau.",
])  # fmt: skip
def test_a_lead_with_words_of_the_web_stays(lead: str) -> None:
    assert found(f"{TITLE}\n\n03/02/2021\n\n{lead}\n\n{BODY}\n").lead == lead


def test_cells_below_a_headline_are_no_authors() -> None:
    cells = [
        "TT",
        "Đơn vị",
        "Số người",
        "1",
        "Đoàn Điện lực",
        "112",
        "2",
        "Đoàn Viễn thông",
        "87",
        "3",
        "Đoàn xã",
        "45",
    ]
    record = found("\n".join(["Kết quả hiến máu của đoàn viên Vàm Lác", "01/07/2013", *cells]))
    assert (record.byline, discarded(record), record.kind) == ((), [], "table")


def test_a_card_of_a_press_review_names_paper_and_day() -> None:
    record = found(
        f"ĐIỂM BÁO\nKý hiệu: XD-17\nTên báo: Ví Dụ\nSố: 26   Trang: 3\nNgày ra báo: 03/10/2017\nĐầu đề: {TITLE}\n"
        f"Tác giả: Thế Duy\n\n{LEAD}\n\n{BODY}\n"
    )
    assert (record.headline, record.date, record.source) == (TITLE, "2017-10-03", "Ví Dụ")
    assert (record.byline, record.kicker, record.review) == (("Thế Duy",), None, ())


def test_a_card_of_a_prize_names_where_the_work_was_printed() -> None:
    record = found(
        f"TÁC PHẨM DỰ THI GIẢI BÁO CHÍ TỈNH VÍ DỤ\nMã số: 27\nThể loại: Bài phản ánh\nTên tác phẩm: {TITLE}\n"
        f"Tác giả: Tố Uyên - Nhật Minh\nĐã đăng: Báo Ví Dụ, ngày 03/9/2021\n\n{LEAD}\n\n{BODY}\n"
    )
    assert (record.headline, record.date, record.source) == (TITLE, "2021-09-03", "Báo Ví Dụ")
    assert (record.byline, record.kicker, record.review) == (("Tố Uyên", "Nhật Minh"), None, ())


def test_a_work_that_a_form_names_has_its_title_where_it_is_printed_again() -> None:
    form = f"BÀI DỰ THI\nTên tác phẩm: {TITLE}\nThể loại: Ghi chép\nTác giả: Cù Văn Thử\nSố tài khoản: 2700 2050 xxxx"
    record = found(f"{form}\n\n{TITLE.upper()}\n\n{LEAD}\n\n{BODY}\n")
    assert (record.headline, record.byline, record.lead) == (TITLE.upper(), ("Cù Văn Thử",), LEAD)


def test_the_tag_of_a_paper_may_have_small_letters() -> None:
    record = found(f"{TITLE}\n\n(VLg)- {LEAD}\n\n{BODY}\n")
    assert (record.tag, record.lead) == ("VLg", LEAD)


def test_a_paper_and_its_day_over_the_headline_are_source_and_date() -> None:
    record = found(f"Phiếu tư liệu số 416\nTrích báo Ví Dụ, số ra ngày 22-12-1998\n\n{TITLE}\n\n{LEAD}\n\n{BODY}\n")
    assert (record.headline, record.date, record.source) == (TITLE, "1998-12-22", "báo Ví Dụ")
    assert (record.kicker, discarded(record)) == (None, ["Phiếu tư liệu số 416"])


def test_a_covering_note_is_no_kicker() -> None:
    note = "Em gửi các anh chị tin để đưa lên trang ạ"
    record = found(f"{note}\n\n{TITLE}\n\n{LEAD}\n\n{BODY}\n")
    assert (record.headline, record.kicker, discarded(record)) == (TITLE, None, [note])


def test_the_moment_of_a_post_yields_to_the_date_of_the_article() -> None:
    record = found(f"27-03-2012, 09:08 PM   #1\n\n{TITLE}\n\n26/03/2012\n\n{LEAD}\n\n{BODY}\n")
    assert (record.date, record.date_status, record.review) == ("2012-03-26", "printed", ())


def test_the_name_of_a_site_over_the_headline_is_no_kicker() -> None:
    record = found(f"bao.example.vn\n{TITLE}\nPhạm Thùy Thử\n06:30 - 08/09/2023\n{LEAD}\n{BODY}\n")
    assert (record.headline, record.kicker, discarded(record)) == (TITLE, None, ["bao.example.vn"])


@pytest.mark.parametrize("line", ["1 tháng 2 tuần trướcBài gốc", "3 giờ trước", "2 giờ 5 phút trước Gốc"])
def test_the_age_of_a_copy_is_set_aside(line: str) -> None:
    record = found(f"{TITLE}\n\nBáo Ví Dụ\n{line}\n\n{LEAD}\n\n{BODY}\n")
    assert (record.headline, discarded(record)) == (TITLE, [line])


def test_a_count_takes_no_date_for_its_value() -> None:
    record = found(f"{TITLE}\nLượt xem:\n16/03/2017 08:05:12\n{LEAD}\n{BODY}\n")
    assert (record.date, discarded(record)) == ("2017-03-16T08:05:12", ["Lượt xem:"])


def test_an_agency_signs_off_below_the_author() -> None:
    record = found(f"{TITLE}\n\n{LEAD}\n\n{BODY}\n\nNguyên Lý\n\nTTXVN/NL-HTH\nHết\n")
    assert (record.byline, record.source, discarded(record)) == (("Nguyên Lý",), "TTXVN", ["Hết"])


@pytest.mark.parametrize("caption", [
    'Công nhân chọn mua hàng tại "Phiên chợ nghĩa tình"', "Ông Trần Văn Thử (bìa phải) ghé thăm một gia đình trẻ ở ấp.",
])  # fmt: skip
def test_a_caption_may_point_and_may_hold_a_name_in_quotes(caption: str) -> None:
    long = f"{BODY} {LEAD} {BODY}"
    assert found(f"{TITLE}\n\n{LEAD}\n\n{long}\n\n{caption}\n\n{long}\n").caption == (caption,)


def test_what_else_a_card_tells_is_set_aside() -> None:
    rest = ["Tên thật: Nguyễn Minh Hạ", "Trang: 3", "Nhuận bút: 450.000 đồng"]
    record = found("\n".join([f"Tên bài: {TITLE}", "Bút danh: Minh Hạ", "Ngày đăng: 05/4/2018", *rest, "", LEAD, BODY]))
    assert (record.headline, record.date, record.byline) == (TITLE, "2018-04-05", ("Minh Hạ",))
    assert (discarded(record), record.review) == (rest, ())


def test_when_a_post_was_sent_is_no_kicker() -> None:
    record = found(f"Trang tin Đảng ủy xã Vàm Lác\nHôm qua lúc 20:15\n\n{TITLE}\n\n{LEAD}\n\n{BODY}\n")
    assert record.kicker is None
    assert "Hôm qua lúc 20:15" in discarded(record)


def test_a_question_among_titles_under_a_label_is_one_of_them() -> None:
    titles = "Có thể bạn quan tâm\nGiá đất ven đê tăng, xã nói gì?\nNgười phụ nữ ba mươi năm đưa đò"
    assert discarded(found(f"{TITLE}\n\n{LEAD}\n\n{titles}\n\n{BODY}\n")) == titles.split("\n")


def test_a_numbered_head_is_no_label() -> None:
    record = found(f"{TITLE}\n\n{LEAD}\n\n1. Kết quả\n\n{BODY}\n\n2. Đánh giá\n\n{BODY} Đê giữ được.\n")
    assert discarded(record) == []


def test_the_foot_of_a_printed_page_is_set_aside() -> None:
    foot = f"Bản tin sinh hoạt chi bộ số 4/2015{' ' * 40}trang 6"
    assert discarded(found(f"{TITLE}\n\n{LEAD}\n{foot}\n\n{BODY}\n")) == [foot]


def test_who_prints_a_bulletin_stands_over_the_number_of_its_issue() -> None:
    head = "BẢN TIN SINH HOẠT CHI BỘ\nĐảng ủy phường Hạ Mẫu\nSố 04 - Tháng 4 năm 2015 (Lưu hành nội bộ)"
    record = found(f"{head}\n\n{TITLE}\n\n{LEAD}\n\n{BODY}\n")
    assert (record.date, record.headline, record.kicker) == ("2015-04", TITLE, None)


def test_the_day_of_a_licence_in_the_footer_is_no_unread_date() -> None:
    footer = "© Trang tin nội bộ. Giấy phép số 18/GP ngày 04/01/2011"
    assert found(f"{TITLE}\n\n03/02/2011\n\n{LEAD}\n\n{BODY}\n\n{footer}\n").date == "2011-02-03"
    assert "date-unreadable" not in str(found(f"{TITLE}\n\n{LEAD}\n\n{BODY}\n\n{footer}\n").review)


def test_what_registers_a_document_stands_over_its_letterhead() -> None:
    card = "Số ký hiệu: 57-BC/ĐU\nNgày đến: 25/06/2020 08:17\nĐộ khẩn: Thường\nTrạng thái: Đã chuyển"
    letter = "ĐẢNG BỘ HUYỆN TÂN VÍ\nĐẢNG ỦY XÃ VÀM LÁC\n*\nVàm Lác, ngày 24 tháng 6 năm 2020\n\nBÁO CÁO\nkết quả giữ đê"
    record = found(f"{card}\n\n{letter}\n\n{LEAD}\n\n1. Kết quả\n{BODY}\n\nT/M ĐẢNG ỦY\nBÍ THƯ\nLữ Hoàng Thử\n")
    assert (record.kind, record.unit, record.byline) == ("document", ("Đảng ủy xã Vàm Lác",), ())
    assert record.headline == "BÁO CÁO kết quả giữ đê"


COLUMN = """    Nằm giữa bạt ngàn cao su,
Đảng bộ Nông trường Hạ Mẫu có
chín chi bộ với hơn một trăm
đảng viên, phần đông là công
nhân trực tiếp cạo mủ.
Công việc bắt đầu từ ba giờ
sáng, kết thúc lúc mặt trời
đứng bóng, vậy mà buổi họp
nào cũng đông đủ mọi người.
    Hỏi bí quyết, bí thư nói
gọn rằng họp ở lô, nghĩa là
sau khi trút mủ, đảng viên
quây lại bên đường lô, ngồi
lên thùng mủ úp, họp đúng
bốn mươi lăm phút rồi về.
    Nội dung họp bao giờ cũng
ba phần, năng suất, đời sống
và kỷ luật của từng người
trong tổ, ai cạo phạm vỏ cây
đều được góp ý ngay lúc ấy
để lần sau không ai mắc lại."""


def test_a_narrow_column_of_a_printed_paper_is_put_together() -> None:
    record = found(f"{TITLE}\n\n{COLUMN}\n")
    assert [block.text.split(" ", 1)[0] for block in record.body] == ["Hỏi", "Nội"]
    assert record.lead == " ".join(line.strip() for line in COLUMN.split("\n")[:9])


def test_a_title_below_the_text_with_its_date_is_another_article_s() -> None:
    newer = "Những tin mới hơn\nHội thi giáo viên dạy giỏi cấp trường (05/01/2021)"
    record = found(f"{TITLE}\n\n{LEAD}\n\n{BODY}\n\n{newer}\n")
    assert (record.headline, record.date) == (TITLE, None)


@pytest.mark.parametrize("line", [
    "Người đăng: Admin - Ngày đăng: 08/10/2015", "Ngày đăng: 08/10/2015 | Người đăng: quantri",
])  # fmt: skip
def test_a_user_name_beside_the_date_is_no_reason_to_leave_the_date(line: str) -> None:
    record = found(f"{TITLE}\n{line}\n\n{LEAD}\n\n{BODY}\n")
    assert (record.date, record.byline, record.lead) == ("2015-10-08", (), LEAD)


def test_a_line_of_labels_in_brackets_is_a_menu() -> None:
    menu, tools = "[ Trang nhất ] [ Chính trị ] [ Văn hoá ]", "[ Ý kiến bạn đọc ]  [ In ]"
    record = found(f"{menu}\n[12/05/2004 08:33]\n{TITLE}\n\n{LEAD}\n\n{BODY}\n\n{tools}\n")
    assert (record.headline, record.date) == (TITLE, "2004-05-12T08:33")
    assert {menu, tools} <= {*discarded(record)}


def test_who_signed_a_document_did_not_write_the_article() -> None:
    form = "Thông tin văn bản\nSố ký hiệu\n02-QC/ĐU\nNgười ký\nLò Văn Thử"
    assert found(f"{TITLE}\n\n{LEAD}\n\n{BODY}\n\n{form}\n").byline == ()


@pytest.mark.parametrize("line", ["Xem lại Bài 1: Đi qua mùa lũ", "Đọc kỳ trước: Đi qua mùa lũ", "Kỳ sau: Mùa khô"])
def test_what_leads_to_another_part_is_no_lead(line: str) -> None:
    record = found(f"Bài cuối: {TITLE}\n\n{line}\n\n{LEAD}\n\n{BODY}\n")
    assert (record.headline, record.lead, discarded(record)) == (TITLE, LEAD, [line])


@pytest.mark.parametrize("sentence", [
    "Đọc phần đầu của sổ, ai cũng thấy đoạn đê nào lở năm ngoái.", "Xem bài 5 phút mỗi sáng là nếp của chi bộ.",
])  # fmt: skip
def test_a_sentence_that_begins_as_a_link_to_another_part_stays(sentence: str) -> None:
    assert discarded(found(f"{TITLE}\n\n{LEAD}\n\n{sentence}\n\n{BODY}\n")) == []


def test_a_date_behind_a_programs_label_is_no_rest_of_the_line_above() -> None:
    feed = f"Tin Vàm Lác - bản đọc nhanh\npubDate: Tue, 12 Mar 2019 08:15:00 +0700\n\n{TITLE}\n\n{LEAD}\n\n{BODY}\n"
    assert found(feed).date == "2019-03-12T08:15:00"


def test_a_name_right_below_the_text_goes_before_the_editor_in_the_footer() -> None:
    footer = "Click để đánh giá bài viết\nChịu trách nhiệm: Ông Vũ Văn Mẫu - Phó Chủ tịch UBND xã\nBiên tập: Đỗ Thị Thử"
    assert found(f"{TITLE}\n\n{LEAD}\n\n{BODY}\n\nHẢI LĨNH MAI\n{footer}\n").byline == ("Hải Lĩnh Mai",)
    assert found(f"{TITLE}\n\n{LEAD}\n\n{BODY}\n\n{footer}\n").byline == ("Đỗ Thị Thử",)


ROWS = "TT   Chi đoàn   Điểm   Xếp loại\n1   10A1   46,5   Tốt\n2   10A2   45   Khá\n3   11A1   47   Tốt"


def test_the_rows_of_a_table_are_no_heads_of_pages() -> None:
    record = found(f"{TITLE}\n\n{LEAD}\n\n{ROWS}\n\n{BODY}\n")
    assert ([block.text for block in record.body if block.kind == "table"], discarded(record)) == ([ROWS], [])


def test_a_head_with_another_number_on_each_page_is_set_aside() -> None:
    heads = [f"Bản tin Sinh hoạt chi bộ - Đảng bộ huyện Tân Ví          {number}" for number in (14, 15)]
    record = found(f"{heads[0]}\n\n{TITLE}\n\n{LEAD}\n\n{BODY}\n\n{heads[1]}\n\n{LEAD} {BODY}\n")
    assert (record.headline, discarded(record)) == (TITLE, heads)


def test_the_number_of_an_issue_parts_the_date_of_a_paper_from_the_number_of_its_page() -> None:
    head = "VÀM LÁC CHỦ NHẬT          Số 312 - Chủ nhật 17-5-1998          Trang 3"
    record = found(f"{head}\n\n{TITLE}\n\n{LEAD}\n\n{BODY}\n")
    assert (record.headline, record.date, record.review) == (TITLE, "1998-05-17", ())


def test_counters_of_pictures_stand_over_captions() -> None:
    pictures = "\n".join(f"{at}/3\nBữa cơm thứ {at} của ban tổ chức: cháo hàu." for at in (1, 2, 3))
    record = found(f"{TITLE}\n(01/07/2020 19:05)\n{pictures}\nThực hiện: LÊ THỬ\n")
    assert (len(record.caption), record.kind, discarded(record)) == (3, "photo", ["1/3", "2/3", "3/3"])


def test_a_day_and_month_alone_is_no_counter() -> None:
    assert "2/9" not in discarded(found(f"{TITLE}\n\n{LEAD}\n\n{BODY}\n\n2/9\n\n{BODY} {LEAD}\n"))


@pytest.mark.parametrize("menu", [
    "Home\nGiới thiệu\nĐội ngũ thầy thuốc\nKhám từ xa", "Chính trị\nXây dựng Đảng\nNhân sự tuần này",
])  # fmt: skip
def test_the_last_item_of_a_menu_is_no_kicker(menu: str) -> None:
    record = found(f"{menu}\n{TITLE}\n12/10/2018\n{LEAD}\n{BODY}\n")
    assert (record.kicker, record.headline, discarded(record)) == (None, TITLE, menu.split("\n"))


def test_the_span_of_a_stored_copy_is_no_kicker() -> None:
    record = found(f"5 Th3 2012 - 8 Th6 2016\nThứ sáu, 9/3/2012, 14:21:00\n{TITLE}\n{LEAD}\n{BODY}\n")
    assert (record.kicker, record.date) == (None, "2012-03-09T14:21:00")


def test_the_end_of_a_contest_is_no_date_and_no_kicker() -> None:
    record = found(f"BÀI DỰ THI VIẾT GƯƠNG SÁNG\n(Hạn nhận bài: 17:00 30/9/2022)\n{TITLE}\n\n{LEAD}\n\n{BODY}\n")
    assert (record.kicker, record.headline, record.date) == ("BÀI DỰ THI VIẾT GƯƠNG SÁNG", TITLE, None)
    assert not any("date" in reason for reason in record.review)


def test_a_reader_below_the_bar_of_reactions_is_no_author() -> None:
    bar = "37 bình luận   18 lượt chia sẻ\nThích   Bình luận   Chia sẻ"
    assert found(f"{TITLE}\n\n{LEAD}\n\n{BODY}\n{bar}\nLò Văn Thử\nHay quá các em ơi\n").byline == ()


def test_an_author_s_office_stands_below_the_author() -> None:
    card = "Họ và tên tác giả: Lò Thị Thử\nĐơn vị: Chi bộ Trường Mầm non Vàng Mẫu"
    record = found(f"{TITLE}\n{card}\n\n{LEAD}\n\n{BODY}\n")
    assert (record.byline, record.author_org) == (("Lò Thị Thử",), "Chi bộ Trường Mầm non Vàng Mẫu")


def test_a_numbered_note_is_no_label() -> None:
    notes = "(1) Số liệu khảo sát tháng 3-2021.\n(2) Xem thêm: Hướng dẫn số 12-HD/VD ngày 06/7/2018."
    assert discarded(found(f"{TITLE}\n\n{LEAD}\n\n{BODY}\n\n{notes}\n")) == []


POEM = """Anh về sau chuyến tàu khuya
Áo còn hơi muối, vai kia còn sương
Đèn dầu treo ở đầu giường
Sổ tay ghi kín con đường, cây cầu

Cụ Ba móm mém nói cười:
"Chú ghi rồi nhớ, đừng lười nghe chưa"
Anh ghi. Ngoài ấy gió mùa
Ghe về một chiếc, lưới vừa kéo lên

Tết này ấp đảo có đèn
Có con đường mới đi bên bờ kè
Anh ngồi gấp cuốn sổ, nghe
Trong trang giấy có tiếng ghe gõ sàn."""


def test_a_poem_stands_below_its_title_and_its_poet() -> None:
    record = found(f"VĂN NGHỆ CUỐI TUẦN\n18/02/2015 - 07:00\nNgười bí thư ấp đảo\nThơ: LÒ VĂN THỬ\n\n{POEM}\n")
    assert (record.kind, record.headline, record.byline) == ("poem", "Người bí thư ấp đảo", ("Lò Văn Thử",))
    assert "\n\n".join(block.text for block in record.body) == POEM


def test_the_heads_of_messages_are_no_author_and_no_kicker() -> None:
    first, last = "[14/03/2023 19:32] VP - Lý Thị Mẫu: Em gửi bài ạ", "[14/03/2023 19:41] Anh Thử: ok em"
    record = found(f"{first}\n[14/03/2023 19:33] VP - Lý Thị Mẫu:\n{TITLE}\n\n{LEAD}\n\n{BODY}\n{last}\n")
    assert (record.headline, record.kicker, record.byline) == (TITLE, None, ())
    assert (record.date, discarded(record)) == ("2023-03-14T19:33", [first, last])


def test_a_message_keeps_what_it_brings() -> None:
    record = found(f"[14/03/2023 19:33] Lý Mẫu: {TITLE}\n\n{LEAD}\n\n{BODY}\n[14/03/2023 19:35] Lý Mẫu: [Hình ảnh]\n")
    assert (record.headline, discarded(record)) == (TITLE, ["[14/03/2023 19:35] Lý Mẫu: [Hình ảnh]"])


def test_one_line_that_opens_like_a_message_stays() -> None:
    record = found(f"{TITLE}\n\n{LEAD}\n\n14/03/2023 07:00 - Khai mạc: chào cờ, hát Quốc ca.\n\n{BODY}\n")
    assert discarded(record) == []


def test_a_card_goes_on_below_the_text() -> None:
    foot = ["Ảnh đại diện: de-giong.png", "Trạng thái: Đã duyệt", "Sửa | Xóa | Quay lại danh sách"]
    record = found("\n".join([f"Tiêu đề: {TITLE}", "Ngày đăng: 27/11/2015", LEAD, BODY, "Người viết: Lê Mẫu", *foot]))
    assert (record.headline, record.byline, discarded(record)) == (TITLE, ("Lê Mẫu",), foot)


@pytest.mark.parametrize("line", ["- 17 -", "— 9 —", "Tải về: DS-huy-hieu.xls (34 KB)", "Hữu ích   Không hữu ích"])
def test_what_a_page_has_below_the_text_is_set_aside(line: str) -> None:
    assert discarded(found(f"{TITLE}\n\n{LEAD}\n\n{BODY}\n\n{line}\n")) == [line]


def test_rows_may_be_parted_by_two_blanks() -> None:
    rows = ["TT  Họ và tên  Năm sinh", "1  Lê Quang Mẫu  1931", "2  Ngô Thị Thử  1937", "3  Phan Bá Ví  1941"]
    record = found("\n".join([TITLE, LEAD, BODY, *rows]))
    assert [block.text for block in record.body if block.kind == "table"] == ["\n".join(rows)]


def test_a_page_of_cut_teasers_over_its_numbers_is_no_article() -> None:
    items = [f"{TITLE}\nMười lăm năm làm bí thư, ông Mẫu chưa vắng kỳ nào...\nXem thêm" for _ in range(3)]
    assert found("\n".join(["Gương sáng", *items, "Đầu < 1 2 3 4 > Cuối"])).kind == "not-article"


def test_names_in_brackets_close_the_items_of_news_in_brief() -> None:
    items = ["* Đảng ủy phường Mẫu: ", "* Huyện ủy Tân Ví: ", "* Đảng ủy Khối Doanh nghiệp tỉnh: "]
    signed = [f"{item}{BODY}\n({name})\n" for item, name in zip(items, ("TRÍ MẪU", "Q.A", "TRÍ MẪU"), strict=True)]
    record = found("\n".join(["11/08/2017 - 06:12", "", "TIN VẮN XÂY DỰNG ĐẢNG", "", *signed]))
    assert (record.kind, record.byline) == ("roundup", ("Trí Mẫu", "Q.A"))
    assert record.unit == ("Đảng ủy phường Mẫu", "Huyện ủy Tân Ví", "Đảng ủy Khối Doanh nghiệp tỉnh")


def test_the_menu_of_a_school_over_a_letterhead_is_no_title() -> None:
    menu = "TRANG CHỦ   GIỚI THIỆU   TIN TỨC   THÔNG BÁO"
    head = ["ĐẢNG BỘ PHƯỜNG MẪU", "CHI BỘ TRƯỜNG THCS LÊ THỬ", "*", "ĐẢNG CỘNG SẢN VIỆT NAM", "Số 08-TB/CB"]
    title = ["THÔNG BÁO", "Về việc họp chi bộ tháng 3", "", "Căn cứ Kế hoạch số 3 của Chi bộ năm 2019;", LEAD]
    record = found("\n".join(["Trường THCS Lê Thử", menu, "", *head, "Mẫu, ngày 27 tháng 02 năm 2019", "", *title]))
    assert record.headline == "THÔNG BÁO Về việc họp chi bộ tháng 3"
    assert (record.date, menu in discarded(record), record.review) == ("2019-02-27", True, ())


def test_a_dedication_and_a_roman_head_are_no_captions() -> None:
    head = "I. Cái khó nằm ở chỗ ngồi"
    assert found(f"{TITLE}\n\n{LEAD}\n\n{head}\n\n{BODY}\n").caption == ()


def test_the_box_of_a_printed_paper_stands_in_front_of_the_author() -> None:
    assert found(f"{TITLE}\n\nn THANH MẪU\n\n{LEAD}\n\n{BODY}\n").byline == ("Thanh Mẫu",)


def test_who_stole_a_copy_is_not_its_author() -> None:
    record = found(f"soi cau lo de hom nay\n{TITLE}\n{LEAD}\n{BODY}\nĐỖ HƯƠNG MẪU\nTác giả:Nhận Định Bóng Đá\n")
    assert record.byline == ("Đỗ Hương Mẫu",)


def test_the_body_that_wrote_is_no_caption_below_the_text() -> None:
    record = found(f"{TITLE}\n\n{LEAD}\n\n{BODY}\n\n{' ' * 24}Đảng ủy Khối các cơ quan huyện\n")
    assert (record.author_org, record.caption) == ("Đảng ủy Khối các cơ quan huyện", ())


def test_a_text_that_opens_with_a_question_has_no_answer_for_its_lead() -> None:
    record = found(f"{TITLE}?\n\n14/09/2016\n\nHỏi: {LEAD}\n\nTrả lời: {BODY} {BODY}\n")
    assert record.lead is None


def test_the_number_of_a_page_below_its_head_is_set_aside() -> None:
    heads = ["BẢN TIN VÍ DỤ                         Số 3 - 2015", "Trang 7"]
    record = found(f"{heads[0]}\n{heads[1]}\n\n{TITLE}\n\n{LEAD}\n\n{BODY}\n")
    assert (record.kicker, record.headline, discarded(record)) == (None, TITLE, heads)


def test_authors_below_the_label_of_a_series_are_no_title() -> None:
    record = found(
        f"{TITLE}\n\n{LEAD}\n\n{BODY}\n\n(Còn nữa)\n\nLÊ VĂN THỬ - ĐỖ THỊ MẪU\n\nKỳ cuối: Giữ lấy con đường\n"
    )
    assert record.byline == ("Lê Văn Thử", "Đỗ Thị Mẫu")


@pytest.mark.parametrize("line", [
    "Zalo - Nhóm: Thông tin xã Vàm Lác (142 thành viên)", "Trang Tuổi trẻ Vàm Lác · 1,2K người theo dõi",
    "Lê Thử, An Mẫu và 143 người khác", "image (enclosure 142 KB)",
])  # fmt: skip
def test_what_a_network_or_a_reader_of_feeds_tells_is_set_aside(line: str) -> None:
    assert discarded(found(f"{line}\n\n{TITLE}\n\n{LEAD}\n\n{BODY}\n")) == [line]
    assert discarded(found(f"{TITLE}\n\n{LEAD}\n\n{BODY}\n\n{line}\n")) == [line]


def test_a_number_of_members_in_a_headline_stays() -> None:
    record = found("Chi bộ ấp Rạch Dừa lập tổ giữ đường đê (12 thành viên)\n\n" + f"{LEAD}\n\n{BODY}\n")
    assert record.headline == "Chi bộ ấp Rạch Dừa lập tổ giữ đường đê (12 thành viên)"


def test_an_author_stands_beside_the_age_of_an_article() -> None:
    record = found(f"{TITLE}\nby Lê Văn Thử / 3d // keep unread // hide\n{LEAD}\n{BODY}\n")
    assert (record.headline, record.byline) == (TITLE, ("Lê Văn Thử",))


def test_words_that_nothing_explains_beside_an_age_are_no_author() -> None:
    record = found(f"{TITLE}\nTin mới về ấp / 3d // keep unread\n{LEAD}\n{BODY}\n")
    assert record.byline == ()


def test_the_author_of_a_card_may_stand_above_its_title() -> None:
    card = ["Người viết: Lê Văn Thử, công chức xã Vàm Lác", f"Tiêu đề: {TITLE}", "Nội dung:"]
    signed = "Xác nhận của lãnh đạo xã (ký, ghi rõ họ tên)"
    record = found("\n".join([*card, LEAD, BODY, signed]))
    assert (record.headline, record.byline, discarded(record)) == (TITLE, ("Lê Văn Thử",), ["Nội dung:", signed])


def test_a_forwarded_article_has_its_own_date() -> None:
    mail = ["From: Văn phòng <vp@vidu.example.vn>", "To: baocaovien@vidu.example.vn", "Sent: 06/12/2024 7:58 SA"]
    letter = ["Thân gửi các anh chị,", "Em chuyển lại tin của Ban Tuyên giáo gửi hôm qua. Em cảm ơn!"]
    record = found("\n".join([*mail, "", *letter, "", TITLE, "(05/12/2024)", LEAD, BODY]))
    assert (record.headline, record.date, record.date_status, record.lead) == (TITLE, "2024-12-05", "printed", LEAD)


def test_the_name_of_a_sites_user_is_no_author() -> None:
    line = "Người đăng: Quản trị"
    record = found(f"{TITLE}\nNgày đăng: 15/10/2021 10:30\n{line}\n{LEAD}\n{BODY}\n")
    assert (record.byline, discarded(record)) == ((), [line])


def test_a_column_of_a_running_head_is_one_by_itself() -> None:
    heads = ["BẢN TIN VÍ DỤ - SỐ 5/2019                         Xã Vàm Lác", "BẢN TIN VÍ DỤ - SỐ 5/2019"]
    record = found(f"{heads[0]}\n{TITLE}\n\n{LEAD}\n\n{heads[1]}\n\n{BODY}\n")
    assert discarded(record) == heads


def test_what_a_speech_is_and_about_is_its_headline() -> None:
    record = found(
        f"PHÁT BIỂU\nkhai mạc Ngày hội xã Vàm Lác năm 2016\n-----\nKính thưa các đồng chí!\n{LEAD}\n{BODY}\n"
    )
    assert (record.kind, record.lead) == ("document", LEAD)
    assert record.headline in (
        "khai mạc Ngày hội xã Vàm Lác năm 2016",
        "PHÁT BIỂU khai mạc Ngày hội xã Vàm Lác năm 2016",
    )


def test_items_of_news_that_are_read_aloud_name_a_unit_each() -> None:
    units = ("Chi bộ thôn Đồng Mẫu", "Hội Nông dân xã Vàm Lác", "Đoàn xã Vàm Lác")
    items = (f"Tin {at}: {name} góp 12 triệu đồng mua sách cho học trò khó khăn." for at, name in enumerate(units, 1))
    record = found("\n".join(["CHƯƠNG TRÌNH THỜI SỰ", "(Phát lúc 17 giờ ngày 14/8/2025)", "Kính thưa bà con!", *items]))
    assert (record.kind, record.unit) == ("roundup", units)


def test_a_tale_below_the_last_picture_is_no_caption() -> None:
    names = [f"{TITLE} ảnh {number}" for number in (1, 2, 3)]
    shown = ["Học trò qua đê. Ảnh: LÊ MẪU", "Đảng viên đắp đường. Ảnh: LÊ MẪU", "Bà con góp đất. Ảnh: LÊ MẪU"]
    lines = [line for pair in zip(names, shown, strict=True) for line in pair]
    last = "Kết quả, ấp đắp được ba cây số đường đê trong một tháng."
    record = found("\n".join([TITLE, "10:40, 07/11/2022", LEAD, *lines, last, "LÊ MẪU"]))
    assert record.caption == ("Học trò qua đê.", "Đảng viên đắp đường.", "Bà con góp đất.")


def test_a_long_sentence_right_under_the_head_is_the_lead() -> None:
    long = (
        "Đảng ủy xã Vàm Lác, huyện Tân Ví dời buổi tiếp dân từ phòng họp sang thư viện xã, sau khi thấy nhiều người "
        "ngại bước vào trụ sở ủy ban giữa trưa."
    )
    record = found(f"{TITLE}\n\n{long}\n\n{LEAD} {BODY}\n\n{BODY}\n")
    assert (record.lead, record.caption) == (long, ())


def test_an_icon_in_front_of_a_caption_is_left_out() -> None:
    record = found(f"{TITLE}\n\n{LEAD}\n\n🖼 Học trò qua đê. (Ảnh: P.Mẫu)\n\n{BODY}\n")
    assert record.caption == ("Học trò qua đê.",)


def test_the_next_part_in_brackets_is_set_aside() -> None:
    record = found(f"Chuyện làng - Kỳ 2: {TITLE}\n\n{LEAD}\n\n{BODY}\n\n(Kỳ cuối: Bí thư trẻ)\n")
    assert discarded(record) == ["(Kỳ cuối: Bí thư trẻ)"]


def test_a_thing_opens_a_caption_that_says_where_it_is() -> None:
    shown = found(f"{TITLE}\n\n{LEAD}\n\nTủ áo đặt cạnh phòng y tế\n\n{BODY} {BODY}\n\nĐến bốn đảng viên\n\n{BODY}\n")
    named = found(f"{TITLE}\n\n{LEAD}\n\nChiếc túi thuốc và lá đơn\n\n{BODY} {BODY}\n\nĐến bốn đảng viên\n\n{BODY}\n")
    assert (shown.caption, named.caption) == (("Tủ áo đặt cạnh phòng y tế",), ())


def test_a_page_number_shows_the_line_beside_it_to_be_a_running_head() -> None:
    head = "THÔNG TIN NỘI BỘ"
    record = found(f"{head}\nSố 6 - Tháng 6/2014\n11\n{TITLE}\n{LEAD}\n{head}\n12\n{BODY}\n13\n")
    assert record.headline == TITLE
    assert {head, "11", "12", "13"} <= {*discarded(record)}


def test_a_site_tells_today_over_the_date_of_the_article() -> None:
    clock = "Thứ Bảy, 21/06/2025 10:22:47"
    record = found(f"{clock}\nTân Ví 33°C / Có mây\nUSD 26.020\n{TITLE}\n17:05 - 18/06/2025\n\n{LEAD}\n\n{BODY}\n")
    assert (record.date, record.date_status, clock in discarded(record)) == ("2025-06-18T17:05", "printed", True)


def test_the_day_of_a_licence_is_no_date() -> None:
    record = found(f"{TITLE}\n\n{LEAD}\n\n{BODY}\n\nGiấy phép số 11/GP-TTĐT cấp ngày 20/8/2019\n")
    assert record.date is None


def test_who_entered_an_article_is_no_author_whatever_lines_tell_it() -> None:
    for lines in (("Người tạo : vpdu_web02",), ("Người đăng", "Quản trị viên")):
        record = found("\n".join(["Ngày đăng: 05/04/2024", *lines, TITLE, LEAD, BODY]))
        assert (record.headline, record.kicker, record.byline, discarded(record)) == (TITLE, None, (), [*lines])


def test_a_source_is_no_user_of_the_site() -> None:
    assert found(f"{TITLE}\n\n{LEAD}\n\n{BODY}\n\nNguồn: bao.example.vn\n").source == "bao.example.vn"


def test_rows_that_bars_part_are_a_table() -> None:
    names = ("Lê Thử", "Vi Mẫu", "Tô Ví", "Lý Mẫu")
    rows = [f"{at}. {name} | 1930 | Chi bộ ấp | {at}0 năm" for at, name in enumerate(names, 1)]
    record = found("\n".join(["Đăng ngày 12/01/2018", TITLE, *rows, "Tổng số: 04 đảng viên"]))
    assert record.kind == "table"
    assert "\n".join(rows) in [block.text for block in record.body]


def test_pictures_below_their_label_belong_to_the_article() -> None:
    shown = ("Đại biểu bỏ phiếu bầu Ban Chấp hành.", "Ra mắt Ban Chấp hành khóa V.")
    record = found(
        "\n".join([TITLE, "15/08/2017", "", LEAD, BODY, "", "Văn Mẫu", "", "MỘT SỐ HÌNH ẢNH CỦA ĐẠI HỘI", *shown])
    )
    assert record.caption == shown


def test_who_speaks_below_a_quotation_stays_and_a_date_below_a_title_goes() -> None:
    quoted = ["> “Chức danh là của tổ chức giao.”", "> Bà Lê Thị Thử, Bí thư Đảng ủy xã"]
    other = ["Đọc thêm", "Ấp Mẫu công bố danh sách điểm thu gom", "30/07/2025"]
    record = found(f"{TITLE}\n\n{LEAD}\n\n" + "\n".join([*quoted, "", *other]) + f"\n\n{BODY}\n")
    assert (record.date, discarded(record)) == (None, other)


def test_a_name_over_the_tools_of_the_page_is_the_author() -> None:
    record = found(f"{TITLE}\n{LEAD}\n\nLê Thị Thử\nThích 21   Chia sẻ\n\n{BODY}\n\n{BODY} {LEAD}\n")
    assert record.byline == ("Lê Thị Thử",)


def test_a_full_name_amid_the_text_of_nobody_is_doubted() -> None:
    record = found(f"{TITLE}\n\n{LEAD}\n\nLê Thị Thử\n\n{BODY}\n\n{BODY} {LEAD}\n")
    assert record.byline == ()
    assert "byline-unread:Lê Thị Thử" in record.review


def test_numbered_news_name_a_unit_and_an_author_each() -> None:
    units = ("Đảng ủy phường Tân Mẫu", "Công an huyện Tân Ví", "Đảng bộ Công ty Cao su Hàng Mẫu")
    did = "vừa mở lớp bồi dưỡng cho 64 quần chúng ưu tú trong năm đêm, có 38 công nhân theo học đủ buổi."
    lines = [
        line for at, name in enumerate(units, 1) for line in (f"{at}. {name} {did}", ("T.T", "L. HÂN", "Đ.V")[at - 1])
    ]
    record = found("\n".join(["BÁO VÍ DỤ - Số 1124 - Trang 2", "Thứ ba 24-3-2009", "TIN VẮN XÂY DỰNG ĐẢNG", *lines]))
    assert (record.kind, record.unit, record.byline) == ("roundup", units, ("T.T", "L. Hân", "Đ.V"))


def test_a_brand_in_place_of_a_body_leaves_the_headline() -> None:
    title = "SIEUBET68 xã Vàm Lác nâng chất sinh hoạt chuyên đề"
    record = found(f"SIEUBET68 - Link vào mới nhất\n{title}\n10/02/2023\n{LEAD}\n{BODY}\n")
    assert (record.headline, record.kind) == (title, "damaged")


def test_a_speech_may_have_its_kind_in_small_letters_below_its_speaker() -> None:
    speaker, title = (
        "ĐỒNG CHÍ LÊ VĂN THỬ - BÍ THƯ ĐẢNG ỦY KHỐI TỈNH VÍ DỤ",
        "Diễn văn khai mạc Hội nghị biểu dương năm 2018",
    )
    record = found(
        f"{speaker}\n{title}\nVí Dụ, ngày 07 tháng 12 năm 2018\n\nKính thưa các đồng chí!\n\n{LEAD}\n\n{BODY}\n"
    )
    assert (record.kind, record.headline, record.kicker, record.kicker_type) == ("document", title, speaker, "speaker")


def test_a_title_printed_three_times_is_told_once() -> None:
    long = "Ấp Rạch Dừa: Đường do dân góp, đê êm từ trong ngõ"
    record = found(f"Trang chủ\n{long} {long}\n{long}\n{long}\n(11/12/2015 02:35 PM)\n\n{LEAD}\n\n{BODY}\n")
    assert (record.headline, record.lead, len(record.discarded)) == (long, LEAD, 3)


def test_a_sentence_with_clauses_right_under_the_head_is_the_lead() -> None:
    lead = "Lễ kết nạp diễn ra lúc 7 giờ 30 phút, khi hai đảng viên mới vừa bàn giao ca trực, trên tay còn vết bùn."
    record = found(f"Trang chủ / Tin hoạt động\n{TITLE}\n{lead}\n\n{LEAD} {BODY}\n\n{BODY}\n")
    assert (record.lead, record.caption) == (lead, ())


def test_where_and_when_somebody_wrote_is_no_caption() -> None:
    record = found(f"{TITLE}\n\n{LEAD}\n\n{BODY}\n\nTrường Mẫu, tháng 6-2025\nLê Văn Thử\n")
    assert (record.caption, record.byline) == ((), ("Lê Văn Thử",))


def test_a_paper_glued_to_the_age_of_an_article_is_the_source() -> None:
    record = found(f"{TITLE}\n\nBáo Ví Dụ3 giờ trướcBài gốc\n\n{LEAD}\n\n{BODY}\n")
    assert (record.headline, record.source) == (TITLE, "Báo Ví Dụ")


def test_the_place_of_a_picture_in_a_mail_and_a_number_below_the_text_are_set_aside() -> None:
    lines = ["[image: cid:ii_m9x2k.png]", "412"]
    assert discarded(found(f"{TITLE}\n\n{LEAD}\n\n{lines[0]}\n\n{BODY}\n\n{lines[1]}\n")) == lines


@pytest.mark.parametrize("line", [
    "Xã đoàn Vàm Lác đang ở Ấp Rạch Dừa.", "Bản tin Vàm Lác đã đăng trên trang", "Lê Thử đã thêm 12 ảnh mới",
])  # fmt: skip
def test_the_line_over_a_post_that_says_who_sent_it_is_set_aside(line: str) -> None:
    record = found(f"{line}\n5 tháng 2, 2021 lúc 06:00\n{TITLE}\n{LEAD}\n{BODY}\n")
    assert (record.headline, record.date, record.caption, discarded(record)) == (TITLE, "2021-02-05T06:00", (), [line])


def test_who_sent_a_post_that_was_printed_is_no_kicker() -> None:
    post = f"Xã đoàn Vàm Lác\n5 Tháng 2, 2021 lúc 06:00\n\n{LEAD}\n{BODY}"
    record = found(f"{STAMP}\n{post}\n{ADDRESS}     1/1\n")
    assert (record.unit, record.kicker) == (("Xã đoàn Vàm Lác",), None)


def test_a_message_loses_its_stars_and_lines() -> None:
    record = found(f"*{TITLE}*\n\n_{LEAD}_\n\n{BODY}\n\n*Bài: Lê Thử*\n")
    assert (record.headline, record.lead, record.byline) == (TITLE, LEAD, ("Lê Thử",))


def test_the_hour_may_stand_before_the_day_in_the_head_of_a_message() -> None:
    head = "[06:02, 05/02/2021] Anh Thử:"
    record = found(f"[06:01, 05/02/2021] Anh Thử: Gửi cả nhà\n{head}\n{TITLE}\n\n{LEAD}\n\n{BODY}\n")
    assert (record.headline, record.date, record.lead) == (TITLE, "2021-02-05T06:02", LEAD)


def test_a_headline_set_over_several_lines_of_a_column_is_one() -> None:
    record = found(f"GIỮ ĐẤT\n\nChi bộ Nông trường\nRạch Dừa Hạ\nlo con đường\n\n{COLUMN}\n")
    assert (record.kicker, record.headline) == ("GIỮ ĐẤT", "Chi bộ Nông trường Rạch Dừa Hạ lo con đường")


def test_a_heading_in_capitals_with_a_roman_number_is_no_author() -> None:
    assert found(f"{TITLE}\n\n{LEAD}\n\nI. CÔNG TÁC TUYÊN TRUYỀN\n{BODY}\n").byline == ()
    assert found(f"{TITLE}\n\nI. MẪU\n\n{LEAD}\n\n{BODY}\n").byline == ("I. Mẫu",)


def test_a_label_takes_no_sentence_that_opens_with_a_span_of_time() -> None:
    lead = f"Trong 5 tháng, {LEAD}"
    record = found(f"{TITLE}\n\n    Báo Vàm Lác\n    Gốc\n\n    {lead}\n\n    {BODY}\n")
    assert (record.lead, discarded(record)) == (lead, ["Gốc"])


def test_questions_behind_a_plus_and_answers_behind_a_dash_are_a_talk() -> None:
    talk = "+ Sao anh nhận đoạn đê khó nhất?\n\n- Vì nhà tôi ở đó.\n\n+ Anh sợ điều gì?\n\n- Sợ mưa lớn.\n"
    assert found(f"{TITLE}\n\n{LEAD}\n\n{talk}").kind == "interview"


def test_a_table_with_a_line_a_cell_keeps_its_days_and_names() -> None:
    names = ("Lê Thử", "An Mẫu", "Hà Dụ", "Vũ Thí")
    rows = [f"{n}\n{name}\nẤp {n}\n0{n}/02/1961\n{n}5 năm" for n, name in enumerate(names, 1)]
    head = "Danh sách đảng viên nhận Huy hiệu Đảng\nTT\nHọ và tên\nChi bộ\nNgày vào Đảng\nHuy hiệu\n"
    record = found(head + "\n".join(rows) + "\n")
    assert (record.kind, record.date, record.byline) == ("table", None, ())
    assert record.headline == "Danh sách đảng viên nhận Huy hiệu Đảng"


def test_who_gave_a_picture_is_no_part_of_its_caption() -> None:
    record = found(f"{TITLE}\n\n{LEAD}\n\nHọc trò qua đê buổi sáng. Ảnh do Xã đoàn cung cấp\n\n{BODY}\n")
    assert (record.caption, record.photo_credit) == (("Học trò qua đê buổi sáng.",), ())


def test_authors_in_capitals_below_each_other_are_no_headline() -> None:
    authors = "PGS, TS LÊ MẪU THỬ\nNCS AN THÍ DỤ"
    record = found(f"{TITLE}\n\n{authors}\nHọc viện Vàm Lác\n\n{LEAD}\n\n{BODY}\n\n{BODY}\n")
    assert (record.headline, record.byline, record.lead) == (TITLE, ("Lê Mẫu Thử", "An Thí Dụ"), LEAD)


def test_the_body_for_which_a_report_is_signed_is_no_author() -> None:
    record = found(f"{TITLE}\n\n{LEAD}\n\n{BODY}\n\nTM. BAN CHẤP HÀNH\nCHỦ TỊCH\nLê Thí Mẫu\n")
    assert not any("BAN CHẤP HÀNH" in person.upper() for person in record.byline)


def test_pictures_by_name_between_their_captions_are_a_story() -> None:
    title = "MỘT SỐ HÌNH ẢNH NGÀY HỘI GIỮ ĐÊ CỦA HỘI PHỤ NỮ XÃ VÀM LÁC"
    captions = ("Các chị tặng hoa cho học trò", "Toàn cảnh ngày hội trên đê", "Tiết mục múa của ấp Rạch Dừa")
    pictures = "".join(f"{caption}\n3{n}.jpg\n" for n, caption in enumerate(captions))
    record = found(f"{title}\nCập nhật: 01/10/2022\nTheo 0\n{pictures}Ảnh: Lê Thử\n")
    assert (record.kind, record.headline, record.caption) == ("photo", title, captions)


def test_the_first_of_several_numbered_news_is_a_doubtful_headline() -> None:
    news = f"1. {TITLE}\n\n{LEAD}\n\n2. Đoàn xã trồng dừa bên đê\n\n{BODY}\n"
    assert any(reason.startswith("headline-weak") for reason in found(news).review)


def test_where_an_author_works_is_no_headline() -> None:
    form = "BÀI DỰ THI\nHọ và tên tác giả: Lê Thử\nĐơn vị: Trường Trung học Vàm Lác, huyện Tân Ví\n***\n"
    assert found(f"{form}{TITLE.upper()}\n{LEAD}\n{BODY}\n").headline == TITLE.upper()


def test_a_body_in_brackets_behind_another_is_above_it() -> None:
    lead = "Hôm nay, Đảng ủy Lữ đoàn Công binh 12 (Quân khu 3) họp tại Vàm Lác để bàn việc giữ đê cho học trò."
    record = found(f"{lead}\n\n{BODY}\n")
    assert (record.unit, record.review) == (("Đảng ủy Lữ đoàn Công binh 12",), ("headline-missing",))


def test_a_day_of_birth_is_no_date_of_the_article() -> None:
    form = f"BÀI DỰ THI\nHọ và tên tác giả: Lê Thử\nNgày sinh: 14/10/1985\n\n{TITLE.upper()}\n\n{LEAD}\n\n{BODY}\n"
    assert found(form).date is None


def test_place_and_day_below_the_text_tell_when_it_was_written() -> None:
    record = found(f"{TITLE}\n\n{LEAD}\n\n{BODY}\n\nVàm Lác, 12/8/2016\n")
    assert (record.date, record.byline) == ("2016-08-12", ())


@pytest.mark.parametrize(("line", "first"), [("Lê Văn Thử", "Lê Văn Thử"), ("Lê Thử - Lò Mẫu", "Lê Thử")])
def test_names_and_a_day_below_the_text_tell_who_wrote_it(line: str, first: str) -> None:
    record = found(f"{TITLE}\n\n{LEAD}\n\n{BODY}\n\n{line}, 12/8/2016\n")
    assert (record.date, record.byline[:1]) == ("2016-08-12", (first,))


def test_a_place_with_the_form_of_a_full_name_wrote_nothing() -> None:
    record = found(f"Giữ đê ở huyện Trần Văn Mẫu\n\n{LEAD}\n\n{BODY}\n\nTrần Văn Mẫu, 12/8/2016\n")
    assert (record.date, record.byline) == ("2016-08-12", ())


def test_two_places_and_a_day_below_the_text_tell_when_it_was_written() -> None:
    record = found(f"{TITLE}\n\n{LEAD}\n\n{BODY}\n\nVàm Lác - Tân Ví, ngày 12/8/2016\n")
    assert (record.date, record.byline) == ("2016-08-12", ())


def test_bullets_below_each_other_are_no_headline() -> None:
    summary = "Tóm tắt\n• Mười hai đoạn đê có người giữ\n• Không em nào nghỉ học"
    assert found(f"{TITLE}\n\n{summary}\n\n{LEAD}\n\n{BODY}\n").headline == TITLE


def test_who_is_called_by_the_order_of_birth_is_shown_and_no_author() -> None:
    assert found(f"{TITLE}\n\n{LEAD}\n\n{BODY}\n\nÔng Mười Thiệt\nLÊ THỬ\n").byline == ("Lê Thử",)


def test_a_title_in_capitals_right_over_a_narrow_column_is_no_part_of_it() -> None:
    record = found(f"ĐẢNG BỘ XÃ VÀM LÁC\nLO CON ĐƯỜNG HỌC TRÒ\n{COLUMN}\n")
    assert record.headline == "ĐẢNG BỘ XÃ VÀM LÁC LO CON ĐƯỜNG HỌC TRÒ"


def test_a_list_of_the_headings_goes_and_each_heading_stays() -> None:
    headings = ["1. Đến tận nhà mỗi em", "2. Giữ đê cả mùa mưa"]
    told = f"{BODY} {LEAD}"
    text = [LEAD, "Nội dung chính", *headings, headings[0], told, headings[1], told.replace("tháng", "năm")]
    record = found("\n".join([TITLE, "", *text]))
    assert discarded(record) == ["Nội dung chính", *headings]
    assert [block.text for block in record.body if block.kind == "heading"] == headings


def test_whoever_took_the_pictures_and_stands_below_the_headline_wrote_the_text() -> None:
    pictures = ["Cả ấp đắp lại đoạn đê lở. Ảnh: Khánh Nam", "Học trò đi trên đoạn đê mới. Ảnh: Khánh Nam"]
    assert found("\n".join([TITLE, "Khánh Nam", LEAD, "", *pictures])).byline == ("Khánh Nam",)


@pytest.mark.parametrize("line", [
    "Tô Thị Mẫu · 4 phút đọc", "Tô Thị Mẫu | 5–6 phút", "Tác giả: Tô Thị Mẫu · 3 phút đọc", "Tô Thị Mẫu · 5 min read",
])  # fmt: skip
@pytest.mark.parametrize("date", ["", "19/2/2021\n"])
def test_an_author_beside_the_time_to_read_is_credited(line: str, date: str) -> None:
    record = found(f"vamlac.example.vn\n{TITLE}\n{date}{line}\n\n{LEAD}\n\n{BODY}\n")
    assert (record.headline, record.byline, record.caption) == (TITLE, ("Tô Thị Mẫu",), ())


@pytest.mark.parametrize("line", ["5–6 phút", "Đọc trong 4 phút", "7 phút nghe"])
def test_the_time_to_read_alone_is_set_aside(line: str) -> None:
    assert discarded(found(f"{TITLE}\n{line}\n\n{LEAD}\n\n{BODY}\n")) == [line]


@pytest.mark.parametrize("slug", ["VD-0417/TN-CT", "VDD-0417-TINVAN-DE"])
def test_a_slug_of_an_agency_is_no_kicker(slug: str) -> None:
    record = found(f"{slug}\n\n19/2/2021\n\n{TITLE}\n\n{LEAD}\n\n{BODY}\n\nTô Thị Mẫu/Tổ tin Vàm Lác\n***\n")
    assert (record.kicker, record.headline, discarded(record)) == (None, TITLE, [slug, "***"])
    assert (record.byline, record.author_org) == (("Tô Thị Mẫu",), "Tổ tin Vàm Lác")


def test_links_in_markdown_to_other_pages_are_set_aside() -> None:
    links = ["[Về trang chủ](index.html)", "[Liên hệ](lien-he.html)"]
    assert discarded(found("\n".join([f"# {TITLE}", "", LEAD, "", BODY, "", *links]))) == links


def test_the_foot_of_a_blog_in_english_is_set_aside() -> None:
    foot = ["Posted in Chuyện quê", "Tagged đê điều, học trò", "Leave a Reply"]
    assert discarded(found("\n".join([TITLE, "", LEAD, "", BODY, "", *foot]))) == foot


@pytest.mark.parametrize(("head", "source"), [("Gốc\n", "TTXVN"), ("", None)])
def test_a_paper_beside_the_author_is_the_source_where_the_page_says_it_copies(head: str, source: str | None) -> None:
    record = found(f"{TITLE}\n{head}\n{LEAD}\n\n{BODY}\n\nTô Thị Mẫu (TTXVN)\n")
    assert (record.byline, record.source) == (("Tô Thị Mẫu",), source)


def test_who_sent_a_post_is_its_unit_and_no_kicker() -> None:
    sender, moment = "Chi bộ ấp Rạch Dừa", "19 tháng 2, 2021 lúc 19:30 ·"
    record = found(f"{sender}\n{moment}\n\n{TITLE}\n\n{LEAD}\n\n{BODY}\n")
    assert (record.unit, record.kicker, record.date) == ((sender,), None, "2021-02-19T19:30")
    assert discarded(record) == [sender]


@pytest.mark.parametrize(("line", "source"), [
    ("Vàm Lác Ngày mới", "Vàm Lác Ngày mới"), ("Hà Mẫu mới", "Hà Mẫu mới"), ("Tô Thị Mẫu", None),
])  # fmt: skip
def test_a_collector_names_the_paper_over_the_age_of_its_copy(line: str, source: str | None) -> None:
    record = found(f"{TITLE}\n{line}\n4 giờ trướcBài gốc\n{TITLE}\n{LEAD}\n{BODY}\nLê Thị Thử\n")
    assert (record.headline, record.source) == (TITLE, source)


def test_a_subtitle_over_the_age_of_a_copy_is_no_paper() -> None:
    record = found(f"{TITLE}\n\nBắt đầu từ xã ven sông\n4 giờ trướcBài gốc\n\n{LEAD}\n\n{BODY}\n")
    assert (record.headline, record.source) == (TITLE, None)


def test_a_paragraph_that_the_end_of_a_printed_page_cuts_is_put_together() -> None:
    half = BODY.index(" đều có")
    foot, head = f"{ADDRESS}     1/2", ["21/2/2021", f"{TITLE} - Báo Vàm Lác"]
    lines = [*head, TITLE, LEAD, BODY[:half], foot, *head, BODY[half:].strip()]
    record = found("\n".join(lines))
    assert [block.text for block in record.body] == [BODY]
    assert discarded(record) == [*head, foot, *head]


def test_a_caption_at_the_end_of_a_printed_page_is_no_half_of_the_paragraph_above_it() -> None:
    half, shown = BODY.index(" không"), "Học trò ấp Rạch Dừa trên đoạn đê mới đắp"
    foot, head = f"{ADDRESS}     1/2", f"21/2/2021          {TITLE} - Báo Vàm Lác"
    record = found("\n\n".join([TITLE, LEAD, BODY[:half], shown, foot, head, BODY[half:].strip()]))
    assert record.caption == (shown,)


def test_a_sentence_that_ends_with_its_printed_page_ends_there() -> None:
    lines = [TITLE, "", LEAD, "", "(Xem tiếp trang 6)", "", "BÁO VÀM LÁC - Trang 6", "", f"…{BODY}"]
    record = found("\n".join(lines))
    assert (record.lead, [block.text for block in record.body]) == (LEAD, [f"…{BODY}"])
