// Prints the cases of collation: made-up names in the order that ICU gives them for `vi`, one a line.
// node tests/vietnamese/collation.mjs > tests/vietnamese/collation.txt
const collator = new Intl.Collator("vi");

const letters = "a ă â b c d đ e ê f g h i j k l m n o ô ơ p q r s t u ư v w x y z".split(" ");
const vowels = "a ă â e ê i o ô ơ u ư y".split(" ");
const tones = ["", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"];
const frames = [["", ""], ["b", "n"], ["đ", "nh"], ["Th", ""], ["D", "ng"], ["Đ", "ng"], ["", "B"]];
const syllables = frames.flatMap(([head, tail]) => vowels.flatMap((v) => tones.map((t) => head + v + t + tail)));

const bodies = ["Đảng bộ", "Đảng ủy", "ĐẢNG ỦY", "Đoàn", "Chi bộ", "Hội Nông dân", "Hội nông dân", "Dân quân"];
const places = [
  "xã Tân An", "xã Tấn An", "xã Tân Ân", "xã Tân-An", "xã Tân An 2", "xã Tân An 10", "xã Tân An (cũ)", "xã Tần Ân",
  "phường 1", "phường 2", "phường 10", "phường 02", "phường Ô Mẫu", "phường Ơ Mẫu", "phường Ổ Mẫu", "phường O Mẫu",
  "ấp Đá Dựng", "ấp Da Dựng", "ấp Đa Dựng", "ấp Dà Dựng", "huyện Ea Mẫu", "huyện Eă Mẫu", "quận Ý Ví", "quận Y Ví",
  "khối 5, phường Quỳnh Mẫu", "khối 5 phường Quỳnh Mẫu", "khối 5 - phường Quỳnh Mẫu", "Ngọc Thử", "Ngọc-Thử",
];
const people = [
  "Lê Ví Dụ", "Lê Vị Dụ", "LÊ VÍ DỤ", "Lê ví dụ", "Le Vi Du", "Lệ Ví Dụ", "Trần Mẫu", "Trân Mẫu", "Trận Mẫu", "Tran Mau",
  "N.V.M", "N. V. M", "N.V. Mẫu", "NVM", "V.LANG", "V. Lang", "Bích Thử", "Bích-Thử", "Bích Thủ", "Bich Thu", "Ánh", "Anh",
  "Ảnh", "Ãnh", "Ành", "Ạnh", "Ânh", "Ăn", "Án", "Đỗ Mẫu", "Đổ Mẫu", "Dỗ Mẫu", "Do Mau", "Hoà", "Hòa", "Hoa", "Thuỷ", "Thủy",
  "Wilson Mẫu", "Jean-Luc Thử", "Jean Luc Thử", "François", "Francois", "Müller", "Muller", "Ngô", "Ngơ", "Ngo", "Ngò", "PV",
  "Phóng viên", "Phan", "Phạn", "Phần", "Quý", "Quỳ", "Qui", "Uyên", "Ưng", "Út", "Yên", "Ỷ", "Zung", "3 chị em", "30/4", "3/2",
];
const signs = [" ", "_", "-", "–", "—", ",", ";", ":", "!", "?", ".", "·", "'", "‘", "’", "\"", "“", "”", "«", "»", "(", ")",
  "[", "]", "{", "}", "§", "@", "*", "/", "&", "#", "%", "•", "°", "©", "+", "±", "÷", "×", "<", "=", ">", "|", "~", "$", "₫", "€"];

const names = [
  ...letters, ...letters.map((letter) => letter.toUpperCase()), ...syllables, ...people,
  ...bodies.flatMap((body) => places.map((place) => `${body} ${place}`)),
  ...signs.flatMap((sign) => [`Mẫu${sign}An`, `mẫu${sign}an`, `${sign === " " ? "" : sign}5 điều`]),
  ..."0123456789".split("").flatMap((digit) => [digit, `Chi bộ ${digit}`, `Chi bộ 1${digit}`, `Chi bộ ${digit}A`]),
];
const sorted = [...new Set(names.map((name) => name.normalize("NFC")))].sort(collator.compare);
const apart = sorted.filter((name, at) => at === 0 || collator.compare(sorted[at - 1], name) !== 0);
process.stdout.write(apart.join("\n") + "\n");
