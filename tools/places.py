"""Writes `src/archive/places/table.txt`: the administrative names before and after 1 July 2025, from vietnamadminunits.

Run by hand by whoever keeps the project, never by the program:

    python -m venv /tmp/places && /tmp/places/bin/pip install vietnamadminunits==1.0.4
    /tmp/places/bin/python tools/places.py
"""

import json
import re
import sqlite3
import unicodedata
from collections import defaultdict
from importlib.metadata import distribution
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

PACKAGE = "vietnamadminunits"
VERSION = "1.0.4"
EXPECTED = {"provinces": 63, "districts": 696, "communes": 10_035, "new provinces": 34, "new communes": 3_321}
"""What the source says of itself, its five island districts without communes counted as communes there."""
TARGET = Path(__file__).parents[1] / "src" / "archive" / "places"
COMMON = re.compile("Thành phố |Thị trấn (?:Nông trường )?|Thị xã |Đặc khu ")
"""The words at the head of a name that are more than one, and do not all begin with a capital."""
SEPARATORS = frozenset(",;:=#[]")
HEAD = f"""\
# Tên đơn vị hành chính trước và sau ngày 1-7-2025, lấy từ {PACKAGE} {VERSION}.
# Giấy phép MIT của nguồn ở tệp LICENSE.txt bên cạnh.
# Tệp này do tools/places.py viết ra: đừng sửa tay.
#
# Phần đầu: mỗi tỉnh cũ một dòng, sau dấu hai chấm là các huyện của tỉnh; huyện được đánh số theo thứ tự, từ 1.
# Phần sau: mỗi tỉnh mới một dòng, sau dấu bằng là các tỉnh cũ hợp thành; dưới đó mỗi xã mới một dòng, sau dấu hai chấm
# là số của huyện cũ và các xã cũ hợp thành. Xã cũ đứng ở nhiều dòng là xã đã chia về nhiều xã mới.
"""


class Old(NamedTuple):
    """A commune before 1 July 2025; of an island district that had none, its `name` is empty."""

    province: str
    district: str
    name: str


class New(NamedTuple):
    """A commune from 1 July 2025 on."""

    province: str
    name: str


Joined = dict[Old, list[New]]
"""Where each old commune went; several when it was divided."""


def main() -> None:
    """Reads the installed package and writes the table, with the licence of its source beside it."""
    source = distribution(PACKAGE)
    if source.version != VERSION:
        raise SystemExit(f"{PACKAGE} {VERSION} is wanted, {source.version} is installed")
    data = Path(str(source.locate_file(f"{PACKAGE}/data")))
    old, new, provinces = read_names(data)
    check(old, new, provinces)
    joined, dropped = without_confusions(read_joined(data, old, new), provinces)
    licence = next(file for file in source.files or () if file.name == "LICENSE")
    (TARGET / "LICENSE.txt").write_bytes(Path(str(licence.locate())).read_bytes())
    (TARGET / "table.txt").write_text(table(joined, provinces), encoding="utf-8", newline="\n")
    print(*dropped, sep="\n")
    print(f"{len(old)} old communes, {len(new)} new ones; {len(dropped)} confusions of names left out")


# Reading


def read_names(data: Path) -> tuple[dict[str, Old], dict[str, New], dict[str, str]]:
    """The old and the new communes by the keys that the source gives them, and the new province of each old one."""
    rows = sqlite3.connect(data / "dataset.db")
    wanted = "provinceKey, districtKey, wardKey, province, district, ward"
    old = {
        "_".join(part or "" for part in row[:3]): Old(*map(written, row[3:]))
        for row in rows.execute(f"select {wanted} from admin_units_legacy")
    }
    wanted = "provinceKey, wardKey, province, ward"
    new = {"_".join(row[:2]): New(*map(written, row[2:])) for row in rows.execute(f"select {wanted} from admin_units")}
    province_of = {key.partition("_")[0]: commune.province for key, commune in new.items()}
    old_province_of = {key.partition("_")[0]: commune.province for key, commune in old.items()}
    joins = json.loads((data / "converter_2025.json").read_text("utf-8"))["DICT_PROVINCE"]
    provinces = {old_province_of[key]: province_of[joint] for joint, keys in joins.items() for key in keys}
    return old, new, provinces


def written(name: str | None) -> str:
    """The name as the table writes it: composed, with capitals where the source forgot them (`Xã Đại áng`)."""
    composed = unicodedata.normalize("NFC", name or "").strip().replace("Thị Trấn", "Thị trấn")
    if SEPARATORS & set(composed):
        raise SystemExit(f"a name holds what parts names in the table: {composed}")
    common = COMMON.match(composed)
    start = common.end() if common else 0
    return composed[:start] + " ".join(word[:1].upper() + word[1:] for word in composed[start:].split(" "))


def read_joined(data: Path, old: dict[str, Old], new: dict[str, New]) -> Joined:
    """Where each old commune went, as the source says."""
    converter = json.loads((data / "converter_2025.json").read_text("utf-8"))
    joined: defaultdict[Old, list[New]] = defaultdict(list)
    for province, wholes in converter["DICT_PROVINCE_WARD_NO_DIVIDED"].items():
        for key, parts in wholes.items():
            for part in parts:
                joined[old[part]].append(new[f"{province}_{key}"])
    for province, divided in converter["DICT_PROVINCE_WARD_DIVIDED"].items():
        for part, targets in divided.items():
            joined[old[part]] += [new[f"{province}_{target['newWardKey']}"] for target in targets]
    return dict(joined)


def check(old: dict[str, Old], new: dict[str, New], provinces: dict[str, str]) -> None:
    """Nothing, or the end of the program when the source is not as large as it says."""
    counted = {
        "provinces": len(provinces),
        "districts": len({(commune.province, commune.district) for commune in old.values()}),
        "communes": sum(bool(commune.name) for commune in old.values()),
        "new provinces": len(set(provinces.values())),
        "new communes": len(set(new.values())),
    }
    if counted != EXPECTED:
        raise SystemExit(f"the source has changed: {counted}")


# The source's confusions


def without_confusions(joined: Joined, provinces: dict[str, str]) -> tuple[Joined, list[str]]:
    """Where each old commune went, without what the source ascribes to one for another of the same name.

    Where two communes of one name came into one new province, the source gives a divided one the new communes of both.
    A new commune is then left to the one whose district, or else whose province, it was certainly made from.
    """
    clear: defaultdict[New, set[Old]] = defaultdict(set)
    for commune, targets in joined.items():
        if len(targets) == 1:
            clear[targets[0]].add(commune)
    namesakes: defaultdict[tuple[str, str], list[Old]] = defaultdict(list)
    for commune in joined:
        namesakes[provinces[commune.province], commune.name].append(commune)
    dropped = {
        (commune, target)
        for group in namesakes.values()
        for commune in group
        for target in joined[commune]
        if len(joined[commune]) > 1
        for other in group
        if target in joined[other] and nearness(commune, clear[target]) < nearness(other, clear[target])
    }
    kept = {commune: [one for one in targets if (commune, one) not in dropped] for commune, targets in joined.items()}
    return kept, [f"{', '.join(commune[::-1])} -/-> {target.name}" for commune, target in sorted(dropped)]


def nearness(commune: Old, others: set[Old]) -> int:
    """2 when one of the others was in the same district, 1 when in the same province, else 0."""
    same_district = any(other[:2] == commune[:2] for other in others)
    return 2 if same_district else int(any(other.province == commune.province for other in others))


# Writing


def table(joined: Joined, provinces: dict[str, str]) -> str:
    """The text of the table."""
    districts = sorted({(commune.province, commune.district) for commune in joined})
    numbers = {district: number for number, district in enumerate(districts, 1)}
    made_from: defaultdict[New, list[Old]] = defaultdict(list)
    for commune, targets in sorted(joined.items()):
        for target in targets:
            made_from[target].append(commune)
    lines = [HEAD, "[trước ngày 1-7-2025]"]
    for province, group in groupby(districts, key=lambda district: district[0]):
        lines.append(f"{province}: {', '.join(name for _, name in group)}")
    lines.append("\n[từ ngày 1-7-2025]")
    for province, communes in groupby(sorted(made_from), key=lambda commune: commune.province):
        lines.append(f"{province} = {', '.join(sorted(old for old, new in provinces.items() if new == province))}")
        lines += [f"{commune.name}: {parts(made_from[commune], numbers)}" for commune in communes]
    return "\n".join(lines) + "\n"


def parts(communes: list[Old], numbers: dict[tuple[str, str], int]) -> str:
    """The old communes that one new one was made from, by district."""
    by_district = groupby(communes, key=lambda commune: commune[:2])
    return "; ".join(
        f"{numbers[district]} {', '.join(commune.name for commune in group)}".strip() for district, group in by_district
    )


if __name__ == "__main__":
    main()
