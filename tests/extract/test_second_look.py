"""What the rest of the text does not bear out is handed to a person."""

import pytest

from archive.extract import extract
from archive.model.record import Record
from archive.normalise import normalise

STORY = """Chi bộ ấp Rạch Dừa, xã Vàm Lác, vừa nhận giữ mười hai đoạn đê cho học trò đi học. Mỗi đảng viên giữ một đoạn.

Bí thư Chi bộ ấp Rạch Dừa nói rằng đoạn đê nào lở thì người giữ phải đắp lại trước giờ học trò đến trường.
"""


def found(text: str) -> Record:
    """The record of a text."""
    return extract(normalise("a.txt", text, 1, markdown=False)).found


def codes(record: Record) -> set[str]:
    """The codes of its review list."""
    return {reason.partition(":")[0] for reason in record.review}


def test_a_headline_that_the_text_takes_up_is_sure() -> None:
    record = found(f"Chi bộ ấp Rạch Dừa giữ đê cho học trò\n\n03/02/2021\n\n{STORY}")
    assert record.headline == "Chi bộ ấp Rạch Dừa giữ đê cho học trò"
    assert "headline-weak" not in codes(record)


def test_a_headline_that_the_text_never_takes_up_is_doubted() -> None:
    record = found(f"Mạng nội bộ chuyên trang thể thao\n\n03/02/2021\n\n{STORY}")
    assert record.headline is None or "headline-weak" in codes(record)


def test_a_date_beside_the_text_that_no_rule_reads_is_told() -> None:
    record = found(f"Chi bộ ấp Rạch Dừa giữ đê cho học trò\nĐịa phương tự biên, 3 thg 2, 2021 tòa soạn nhận\n\n{STORY}")
    assert record.date is not None or "date-unreadable" in codes(record)


def test_a_person_of_one_word_is_doubted() -> None:
    record = found(f"Chi bộ ấp Rạch Dừa giữ đê cho học trò\n\n03/02/2021\n\n{STORY}\nTác giả: Mây\n")
    assert record.byline in ((), ("Mây",))
    assert record.byline == () or "byline-weak" in codes(record)


def test_a_date_that_has_not_come_is_told_and_kept() -> None:
    record = found(f"Chi bộ ấp Rạch Dừa giữ đê cho học trò\n\n03/02/2097\n\n{STORY}")
    assert (record.date, codes(record)) == ("2097-02-03", {"date-future"})


def test_a_headline_under_its_body_needs_few_words_of_the_text() -> None:
    record = found(f"03/02/2021\n\nChi bộ ấp Rạch Dừa\n\nGiữ cho được đường học trò mùa nước\n\n{STORY}")
    assert (record.kicker_type, codes(record)) == ("unit", set())


def test_a_name_of_one_word_with_an_apostrophe_is_sure() -> None:
    record = found(f"Chi bộ ấp Rạch Dừa giữ đê cho học trò\n\n03/02/2021\n\n{STORY}\nK'THANH\n")
    assert (record.byline, codes(record)) == (("K'Thanh",), set())


def test_a_headline_that_opens_with_a_paper_is_doubted() -> None:
    record = found(f"BẢN TIN LOA TRUYỀN THANH ẤP RẠCH DỪA XÃ VÀM LÁC\n\n03/02/2021\n\n{STORY}")
    assert "headline-weak" in codes(record)


def test_a_caption_with_a_credit_is_no_rival_of_the_headline() -> None:
    picture = "Đảng viên đắp lại đoạn đê lở bên rạch. Ảnh: LÊ MẪU"
    record = found(f"03/02/2021\n\nXÂY DỰNG ĐẢNG\n\nGiữ cho được đường học trò mùa nước\n\n{picture}\n\n{STORY}")
    assert (record.headline, codes(record)) == ("Giữ cho được đường học trò mùa nước", set())


def test_a_headline_behind_an_unknown_label_is_doubted_on_a_card() -> None:
    record = found(
        f"Hộp số: 12\nTờ báo in: Ví Dụ\nNgày: 03/02/2021\nTrang in: 2\nÔ chữ: Chi bộ ấp Rạch Dừa giữ đê\n\n{STORY}"
    )
    assert "headline-weak" in codes(record)


def test_a_headline_that_opens_in_brackets_is_doubted() -> None:
    record = found(f"(Tin TTX 14/2) Chi bộ ấp Rạch Dừa giữ đê\n\n03/02/2021\n\n{STORY}")
    assert (record.headline, codes(record)) == ("(Tin TTX 14/2) Chi bộ ấp Rạch Dừa giữ đê", {"headline-weak"})


def test_a_clock_that_cannot_be_is_told_and_left_out() -> None:
    record = found(f"Chi bộ ấp Rạch Dừa giữ đê cho học trò\n\n03/02/2021 25:61\n\n{STORY}")
    assert (record.date, codes(record)) == ("2021-02-03", {"clock-impossible"})


def test_the_first_word_of_a_name_is_no_weekday() -> None:
    meta = "Ngày cập nhật: 14/08/2018 | Người đăng: Thu Hiền | Số lần đọc: 233"
    record = found(f"Chi bộ ấp Rạch Dừa giữ đê cho học trò\n{meta}\n\n{STORY}")
    assert (record.date, codes(record)) == ("2018-08-14", set())


def test_initials_beside_a_full_name_are_doubted() -> None:
    record = found(f"Chi bộ ấp Rạch Dừa giữ đê cho học trò\n\n03/02/2021\n\n{STORY}\nThu Phương - CAH\n")
    assert codes(record) == {"byline-weak"}


TITLE = "Chi bộ ấp Rạch Dừa giữ đê cho học trò"


def test_a_name_behind_an_unknown_label_or_in_front_of_who_that_is_is_told() -> None:
    assert "byline-unread" in codes(found(f"{TITLE}\n\n{STORY}\nNgười kể chuyện: Lê Văn Thử\n"))
    assert "byline-unread" in codes(found(f"{TITLE}\n\n{STORY}\nLê Văn Thử, thợ máy kéo\n"))


def test_a_name_below_what_the_page_says_is_doubted() -> None:
    below = found(f"{TITLE}\n\n{STORY}\nChia sẻ bài viết\nLê Văn Thử\n")
    assert not below.byline or "byline-weak" in codes(below)


def test_a_cut_name_is_seen_in_the_headline_and_the_lead() -> None:
    lead = "Mùa nước, Chi bộ Trạm Gác vòi nước công cộng đắp lại mười hai đoạn đê. Học trò đi học không phải lội bùn."
    record = found(f"Chi bộ Trạm Gác vòi nước vào mùa\n\n03/02/2021\n\n{lead}\n\n{STORY}")
    assert record.unit == ("Chi bộ Trạm Gác vòi nước",) or "unit-cut" in codes(record)


def test_what_a_unit_does_is_no_end_of_its_name() -> None:
    lead = f"{TITLE.replace('giữ đê', 'giữ đê lở')} từ đầu mùa nước, mỗi đảng viên giữ một đoạn và đắp lại khi lở."
    assert codes(found(f"{TITLE}\n\n03/02/2021\n\n{lead}\n\n{STORY}")) == set()


def test_names_that_a_dash_joins_are_doubted() -> None:
    lead = 'Trên tấm biển ở nhà văn hóa vẫn còn dòng chữ "Chi bộ Rạch Dừa - Vàm Lác" viết bằng sơn từ năm đắp đê.'
    assert "unit-cut" in codes(found(f"Dòng chữ trên tấm biển gỗ\n\n03/02/2021\n\n{lead}\n\n{STORY}"))


def test_a_kicker_that_goes_on_behind_the_name_of_the_text_is_doubted() -> None:
    record = found(f"CHI BỘ ẤP RẠCH DỪA TỜ TIN THÁNG BA\n\nĐê vững thì học trò đi học\n\n03/02/2021\n\n{STORY}")
    assert record.unit == ("Chi bộ ấp Rạch Dừa",) or "unit-weak" in codes(record)


def test_news_long_after_its_day_is_told() -> None:
    lead = "Sáng 15/4, Chi bộ ấp Rạch Dừa, xã Vàm Lác, ra quân đắp mười hai đoạn đê cho học trò đi học khỏi lội bùn."
    assert "date-after-event" in codes(found(f"{TITLE}\n\n25/11/2021\n\n{lead}\n\n{STORY}"))
    assert "date-after-event" not in codes(found(f"{TITLE}\n\n25/4/2021\n\n{lead}\n\n{STORY}"))


def test_the_day_of_a_change_shows_a_later_date_above_to_be_the_clock_of_the_site() -> None:
    record = found(f"Thứ hai, 25/11/2024\n{TITLE}\nNgày cập nhật: 18/04/2016\n\n{STORY}")
    assert record.date == "2016-04-18"


def test_a_name_that_nowhere_ends_is_doubted() -> None:
    lead = "Ở bến xe Vàm Lác, Chi bộ Nghiệp đoàn Xe ôm chỉ có một nữ đảng viên, và chị là bí thư của cả mười hai người."
    assert "unit-cut" in codes(
        found(f"Nữ bí thư chi bộ\n\n03/02/2021\n\n{lead}\n\nChị chạy xe đã 11 năm, thuộc hẻm.\n")
    )


def test_the_author_of_a_series_over_its_part_is_told() -> None:
    head = "ĐÊ ĐỨNG - Phóng sự của LÊ DUY THỬ\n\nKỳ 2: Người giữ đê"
    assert "byline-unread" in codes(found(f"{head}\n\n{STORY}\n(Còn tiếp)\n"))


def test_the_evening_behind_a_document_is_the_day_of_the_event() -> None:
    lead = f"Thực hiện Đề án số 04-ĐA/TU ngày 02/8/2019 của Thành ủy Trà Giang, tối ngày 03/12/2019, {STORY}"
    assert found(f"{TITLE}\n\n05/12/2019\n\n{lead}").event_date == "2019-12-03"


def test_a_name_that_is_all_of_the_kicker_ends_there() -> None:
    lead = "Huyện ủy Nậm Thử xướng việc đắp mười hai đoạn đê để học trò các xã ven sông đi học không phải lội qua bùn."
    assert codes(found(f"Huyện ủy Nậm Thử\n\nMười hai đoạn đê học trò\n\n03/02/2021\n\n{lead}\n")) == set()


@pytest.mark.parametrize("line", [
    "Biên chép: Thanh Mẫu", "THANH MẪU biên chép", "Biên chép: T.M", "Biên chép: Dược sĩ Cao Thị Mẫu",
    "Thanh Mẫu (Đài xã)",
])  # fmt: skip
def test_a_name_beside_unknown_words_below_the_text_is_told(line: str) -> None:
    record = found(f"Chi bộ ấp Rạch Dừa giữ đê cho học trò\n\n03/02/2021\n\n{STORY}\n{line}\n")
    assert record.byline or "byline-unread" in codes(record)


def test_common_words_in_the_place_of_the_author_are_doubted() -> None:
    record = found(f"Chi bộ ấp Rạch Dừa giữ đê cho học trò\n\n03/02/2021\n\n{STORY}\nBÀI MỚI XEM\n")
    assert record.byline == () or "byline-weak" in codes(record)


def test_a_path_is_no_sure_headline() -> None:
    record = found(f"Nơi này: Trang báo / Chi bộ ấp Rạch Dừa giữ đê\n\n03/02/2021\n\n{STORY}")
    assert record.headline is None or "headline-weak" in codes(record)


def test_a_place_before_the_colon_is_no_doubt_for_the_body_of_that_place() -> None:
    lead = (
        "Một tuần hai buổi, Đảng ủy xã Vàm Lác mang bàn ra ngồi ngay nơi làm giấy tờ, nghe dân nói và gỡ việc tại chỗ."
    )
    record = found(f"Xã Vàm Lác sau sáp nhập: Mang bàn ra với dân\n\n03/02/2021\n\n{lead}\n\n{STORY}")
    assert (record.unit, codes(record) & {"place-only-headline"}) == (("Đảng ủy xã Vàm Lác",), set())


def test_a_body_whose_kind_tells_the_level_of_the_place_before_the_colon_is_of_that_place() -> None:
    lead = "Đến nay, Ban Tổ chức Huyện ủy Vàm Lác đã gửi sổ tay tới 41 chi bộ, chi bộ nào nhận cũng ghi ngay việc đầu."
    record = found(f"Huyện Vàm Lác: Gửi sổ tay tới từng chi bộ\n\n03/02/2021\n\n{lead}\n\n{STORY}")
    assert (record.unit, codes(record)) == (("Ban Tổ chức Huyện ủy Vàm Lác",), set())


@pytest.mark.parametrize(
    ("place", "body", "doubted"),
    [
        ("Xã Tân Ví", "Đảng ủy xã Hòa Mẫu huyện Tân Ví", True),
        ("Xã Tân Ví", "Hội Nông dân thị xã Tân Ví", True),
        ("Huyện Tân Ví", "Đảng ủy xã Hòa Mẫu huyện Tân Ví", False),
        ("Thành phố Tân Ví", "Thành ủy Tân Ví", False),
        ("Thành phố Tân Ví", "Huyện ủy Tân Ví", True),
    ],
)
def test_a_body_of_another_level_is_not_of_the_place_before_the_colon(place: str, body: str, doubted: bool) -> None:
    lead = f"Một tuần hai buổi, {body} mang bàn ra ngồi ngay nơi làm giấy tờ, nghe dân nói và gỡ việc ngay tại chỗ."
    record = found(f"{place}: Mang bàn ra với dân\n\n03/02/2021\n\n{lead}\n\n{STORY}")
    assert (record.unit, "place-only-headline" in codes(record)) == ((body,), doubted)


def test_a_line_that_points_at_somebody_is_no_headline() -> None:
    record = found(f"Kỹ sư Mai Đình Mẫu (bìa trái) đo mực nước bên rạch\n\n{STORY}")
    assert (record.headline, record.caption) == (None, ("Kỹ sư Mai Đình Mẫu (bìa trái) đo mực nước bên rạch",))


def test_a_reader_who_answers_is_no_author() -> None:
    comments = "Cảm nghĩ của bạn\nHà Thị Sóng\nCảm ơn tác giả, đọc mà thấy ấm lòng quá."
    assert found(f"{TITLE}\n\n{STORY}\n\nThanh Mẫu\n\n{comments}\n").byline == ("Thanh Mẫu",)
    assert "byline-weak" in codes(found(f"{TITLE}\n\n{STORY}\n\n{comments}\n"))


def test_pen_names_right_under_the_headline_are_authors() -> None:
    assert found(f"{TITLE}\n\nNGỌC MẪU - HẢI THỬ\n\n{STORY}\n").byline == ("Ngọc Mẫu", "Hải Thử")
    single = found(f"{TITLE}\n\n03/02/2021\n\nNgọc Mẫu\n\n{STORY}\n")
    assert (single.byline, codes(single)) == (("Ngọc Mẫu",), {"byline-weak"})


def test_a_name_behind_an_unknown_label_is_doubted_beside_an_office_too() -> None:
    record = found(f"{TITLE}\n\n{STORY}\n\nChấp bút: Lê Văn Thử\nPhòng Tổ chức cơ sở đảng\n")
    assert record.byline or "byline-unread" in codes(record)


@pytest.mark.parametrize("label", ["Đọc cho tôi nghe", "Góc nhìn cơ sở hôm nay"])
def test_a_short_line_that_the_text_hardly_takes_up_is_doubted(label: str) -> None:
    record = found(
        f"{label}\n\n{STORY}\nHôm nay em nào đi học cũng kể chuyện con đê cho bạn, và chỉ đoạn của nhà mình."
    )
    assert record.headline is None or "headline-weak" in codes(record)


def test_a_line_over_the_line_above_the_date_is_doubted() -> None:
    slogan = "Chi bộ ấp Rạch Dừa, xã Vàm Lác nhận giữ mười hai đoạn đê cho học trò"
    record = found(f"{slogan}\n\nNgười đắp bờ trước mùa nước lũ\n03/02/2021\n\n{STORY}")
    assert record.headline != slogan or "headline-weak" in codes(record)


@pytest.mark.parametrize("line", ["Tiếng nói của Đảng bộ và nhân dân Tân Mẫu", "Cơ quan của Đảng bộ tỉnh Tân Mẫu"])
def test_what_a_paper_is_belongs_to_its_page(line: str) -> None:
    record = found(f"{line}\n\n{TITLE}\n\n03/02/2021\n\n{STORY}")
    assert (record.headline, record.kicker) == (TITLE, None)


def test_a_day_that_opens_the_text_and_another_above_it_are_a_conflict() -> None:
    record = found(f"{TITLE}\n\n21/09/2010 09:47\n\n18/09/2010 - {STORY}")
    assert "date-conflict" in codes(record)
    assert found(f"{TITLE}\n\n18/09/2010 - {STORY}").date == "2010-09-18"


def test_the_place_and_day_below_a_poem_are_no_author() -> None:
    verses = "Mẹ ủi cho con manh áo cũ\nTay mẹ run theo nếp gấp dài\nBa không nói chỉ nhìn ra cửa\nNơi con đê giữ nước"
    record = found(f"Ngày con vào Đảng\n\n{verses}\n\n{verses}\n\nLộc Mẫu Hạ, 3-2-2024\nLÊ THỊ THỬ")
    assert (record.date, record.byline) == ("2024-02-03", ("Lê Thị Thử",))


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Người chép lại Lê Văn Thử", True),
        ("Người chép lại Lê Thử", True),
        ("Đường vào ấp Lê Thử", False),
        ("Nghe kể từ ông Lê Văn Thử", False),
    ],
)
def test_words_that_no_list_knows_in_front_of_a_name_below_the_text_may_credit_it(line: str, told: bool) -> None:
    record = found(f"Chi bộ ấp Rạch Dừa giữ đê cho học trò\n\n03/02/2021\n\n{STORY}\n{line}\n")
    assert record.byline == ()
    assert ("byline-unread" in codes(record)) == told
