"""What is put into a text takes no line of the text with it."""

from archive.extract import extract
from archive.model.record import Record
from archive.normalise import normalise

OPENING = """Chi bộ ấp Rạch Dừa lo con đường học trò

03/02/2021

Từ giữa tháng giêng, Chi bộ ấp Rạch Dừa, xã Vàm Lác, giao mỗi đảng viên giữ một đoạn đường đê cho học trò đi học.

"""


def found(text: str) -> Record:
    """The record of an article that opens in the same way and goes on with `text`."""
    return extract(normalise("a.txt", OPENING + text, 1, markdown=False)).found


def test_the_line_below_a_counter_is_a_caption() -> None:
    record = found("Ảnh 1/2\nĐảng viên đắp lại đoạn đê lở.\nẢnh 2/2\nHọc trò qua đoạn đê mới.\n")
    assert record.caption == ("Đảng viên đắp lại đoạn đê lở.", "Học trò qua đoạn đê mới.")
    assert [entry.text for entry in record.discarded] == ["Ảnh 1/2", "Ảnh 2/2"]


def test_running_text_goes_on_behind_an_advertisement() -> None:
    sentence = "Đến cuối tháng, cả mười hai đoạn đê đều có người giữ, và không còn em nào phải nghỉ học vì đường lầy."
    record = found(f"QUẢNG CÁO\n\n{sentence}\n")
    assert sentence in [block.text for block in record.body]


def test_a_list_of_other_articles_stays_out() -> None:
    record = found("Tin liên quan\n\nXã Vàm Lác trồng thêm hai cây số hoa\n\nHuyện họp bàn chuyện đê\n")
    assert len(record.discarded) == 3
