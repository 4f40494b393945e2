"""An editor extends the word lists by files of the same names."""

from msgspec.structs import asdict

from archive.extract import extract, load_vocabulary
from archive.extract.vocabulary import label_key
from archive.normalise import normalise

TEXT = """Đội Du kích ấp Mẫu dọn kinh

Từ đầu mùa khô, mười hai người trong ấp chia nhau từng đoạn kinh mà dọn. Nước nay đã chảy thông.

Xong bài rồi bà con ơi
"""


def test_a_label_of_the_project_is_discarded() -> None:
    assert not extract(normalise("a.txt", TEXT, 1, markdown=False)).found.discarded
    own = (("junk", "# ghi chú\n[page tool]\nXong bài rồi *\n"),)
    found = extract(normalise("a.txt", TEXT, 1, markdown=False), load_vocabulary(own)).found
    assert [(entry.text, entry.reason) for entry in found.discarded] == [("Xong bài rồi bà con ơi", "page tool")]


def test_a_body_of_the_project_is_a_unit() -> None:
    own = (("bodies", "[cấp chi bộ]\nĐội Du kích\n"),)
    found = extract(normalise("a.txt", TEXT, 1, markdown=False), load_vocabulary(own)).found
    assert found.unit == ("Đội Du kích ấp Mẫu",)


def test_a_list_of_another_name_changes_nothing() -> None:
    assert asdict(load_vocabulary((("ghi chú", "Đội Du kích"),))) == asdict(load_vocabulary())


def test_numbers_signs_and_capitals_do_not_part_labels() -> None:
    assert label_key("• LƯỢT XEM: 1.534 |") == label_key("Lượt xem") == "lượt xem"
