"""What is done to a file of data: one mistake of the hand each, by a seeded generator.

A mistake takes a generator, the file's name and its bytes, and gives a `Mutant` or None where it cannot be made.
`first` and `last` are the lines, as they stand after the mistake, between which something is different.

Here belongs the mistakes alone. How the mutants are judged stands in `fuzz`.
"""

import random
import re
from collections.abc import Callable
from dataclasses import dataclass, replace

KEY = re.compile(r"^(\s*(?:- )?)([A-Za-z_][\w-]*):(?: (.+))?$")
WIDE = dict(zip(":,\"'(){}[]-#.", "：，“‘（）｛｝［］－＃．", strict=True))
ODD = ["&", "*", "!", "%", "@", "`", "|", ">", "{", "[", "}", "]", '"', "'", "#", "? ", "- ", ": ", ", ", "\\", "<<: "]
TYPED = "aZ5 \t:,.{}[]\"'#-&*!|>%@`\\\u00a0\u3000：，。“”\u200b\ufeff\x07😀"
VALUES = ["", "~", "null", "yes", "42", "-1", "1e999", "9" * 400, "2024-02-30", "12:30", "[]", "{}", "[a, b]", "{a: b}"]
VALUES += ["text", "文字", '""', "TRUE", "0x1F", "../..", "a\u200bb", "😀" * 50, "\u202eabc", "x" * 5000]


@dataclass(frozen=True)
class Mutant:
    """A file with one thing done to it.

    Attributes:
        file: Its path below the project's root.
        content: Its bytes.
        first: First line of what is different, from 1.
        last: Its last line.
        kind: Name of the mistake.
        what: What was done, in a word or two.
    """

    file: str
    content: bytes
    first: int
    last: int
    kind: str = ""
    what: str = ""

    def named(self, kind: str) -> "Mutant":
        return replace(self, kind=kind)

    def __str__(self) -> str:
        return f"{self.kind}: {self.file}:{self.first}-{self.last} {self.what}"


Mistake = Callable[[random.Random, str, bytes], Mutant | None]
Lines = list[str]
LineMistake = Callable[[random.Random, Lines, int], tuple[Lines, int, int, str] | None]


def of_lines(mistake: LineMistake) -> Mistake:
    """A mistake of one line, chosen among those that say something."""

    def apply(chance: random.Random, file: str, content: bytes) -> Mutant | None:
        lines = content.decode("utf-8").split("\n")
        filled = [number for number, line in enumerate(lines) if line.strip() and not line.lstrip().startswith("#")]
        result = mistake(chance, lines, chance.choice(filled)) if filled else None
        if result is None:
            return None
        changed, first, last, what = result
        return Mutant(file, "\n".join(changed).encode("utf-8", "surrogatepass"), first + 1, last + 1, what=what[:200])

    return apply


def of_values(mistake: Callable[[random.Random, str], str | None]) -> Mistake:
    """A mistake of the value behind a key."""

    def apply(chance: random.Random, lines: Lines, at: int) -> tuple[Lines, int, int, str] | None:
        found = KEY.match(lines[at])
        if not found or not found[3]:
            return None
        value = mistake(chance, found[3])
        if value is None or value == found[3]:
            return None
        line = f"{found[1]}{found[2]}: {value}"
        return [*lines[:at], line, *lines[at + 1 :]], at, at, f"{found[3]!r} → {value!r}"

    return of_lines(apply)


def of_line(mistake: Callable[[random.Random, str], str | None]) -> Mistake:
    """A mistake that changes one line into another."""

    def apply(chance: random.Random, lines: Lines, at: int) -> tuple[Lines, int, int, str] | None:
        line = mistake(chance, lines[at])
        if line is None or line == lines[at]:
            return None
        return [*lines[:at], line, *lines[at + 1 :]], at, at, f"{lines[at]!r} → {line!r}"

    return of_lines(apply)


def of_bytes(mistake: Callable[[random.Random, bytes], bytes | None]) -> Mistake:
    """A mistake of the whole file: every line from the first that differs is different."""

    def apply(chance: random.Random, file: str, content: bytes) -> Mutant | None:
        changed = mistake(chance, content)
        if changed is None or changed == content:
            return None
        same = next((n for n, (a, b) in enumerate(zip(content, changed, strict=False)) if a != b), len(changed))
        return Mutant(file, changed, content[:same].count(b"\n") + 1, changed.count(b"\n") + 1)

    return apply


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def entry(lines: Lines, at: int) -> tuple[int, int] | None:
    """First line of the entry that a line belongs to, and the line behind its last."""
    start = next((number for number in range(at, -1, -1) if lines[number].lstrip().startswith("- ")), None)
    if start is None:
        return None
    depth = _indent(lines[start])
    end = start + 1
    while end < len(lines) and (not lines[end].strip() or _indent(lines[end]) > depth):
        end += 1
    return start, end


# --- lines and entries


def delete_line(chance: random.Random, lines: Lines, at: int) -> tuple[Lines, int, int, str]:
    return [*lines[:at], *lines[at + 1 :]], max(at - 1, 0), at, f"without {lines[at]!r}"


def double_line(chance: random.Random, lines: Lines, at: int) -> tuple[Lines, int, int, str]:
    return [*lines[: at + 1], *lines[at:]], at, at + 1, repr(lines[at])


def move_line(chance: random.Random, lines: Lines, at: int) -> tuple[Lines, int, int, str]:
    rest = [*lines[:at], *lines[at + 1 :]]
    to = max(0, min(len(rest), at + chance.choice([-12, -5, -3, -2, 2, 3, 5, 12])))
    first, last = min(at, to), max(at, to)
    return [*rest[:to], lines[at], *rest[to:]], first, last, f"{lines[at]!r} from {at + 1} to {to + 1}"


def swap_lines(chance: random.Random, lines: Lines, at: int) -> tuple[Lines, int, int, str] | None:
    if at + 1 >= len(lines) or lines[at] == lines[at + 1]:
        return None
    return [*lines[:at], lines[at + 1], lines[at], *lines[at + 2 :]], at, at + 1, f"{lines[at]!r} {lines[at + 1]!r}"


def join_lines(chance: random.Random, lines: Lines, at: int) -> tuple[Lines, int, int, str] | None:
    if at + 1 >= len(lines):
        return None
    joined = lines[at] + chance.choice(["", " "]) + lines[at + 1].lstrip()
    return [*lines[:at], joined, *lines[at + 2 :]], at, at, repr(joined)


def split_line(chance: random.Random, lines: Lines, at: int) -> tuple[Lines, int, int, str] | None:
    if len(lines[at]) < 2:
        return None
    where = chance.randrange(1, len(lines[at]))
    return [*lines[:at], lines[at][:where], lines[at][where:], *lines[at + 1 :]], at, at + 1, repr(lines[at])


def delete_entry(chance: random.Random, lines: Lines, at: int) -> tuple[Lines, int, int, str] | None:
    if (found := entry(lines, at)) is None:
        return None
    start, end = found
    return [*lines[:start], *lines[end:]], max(start - 1, 0), start, f"without {lines[start]!r}"


def double_entry(chance: random.Random, lines: Lines, at: int) -> tuple[Lines, int, int, str] | None:
    if (found := entry(lines, at)) is None:
        return None
    start, end = found
    return [*lines[:end], *lines[start:]], start, 2 * end - start - 1, repr(lines[start])


def swap_languages(chance: random.Random, lines: Lines, at: int) -> tuple[Lines, int, int, str] | None:
    pair = [KEY.match(line) for line in lines[at : at + 2]]
    if len(pair) < 2 or not all(pair) or [found[2] for found in pair if found] != ["zh", "en"]:
        return None
    swapped = [lines[at + 1].replace("en:", "zh:", 1), lines[at].replace("zh:", "en:", 1)]
    return [*lines[:at], *swapped, *lines[at + 2 :]], at, at + 1, repr(swapped)


def other_value(chance: random.Random, lines: Lines, at: int) -> tuple[Lines, int, int, str] | None:
    """The value that the same key has in another place."""
    found = KEY.match(lines[at])
    if not found or not found[3]:
        return None
    other = [m[3] for line in lines if (m := KEY.match(line)) and m[2] == found[2] and m[3] not in (None, found[3])]
    if not other:
        return None
    value = chance.choice(other)
    changed = f"{found[1]}{found[2]}: {value}"
    return [*lines[:at], changed, *lines[at + 1 :]], at, at, f"{found[3]!r} → {value!r}"


# --- keys, values, characters


def rename_key(chance: random.Random, line: str) -> str | None:
    found = KEY.match(line)
    if not found:
        return None
    key = list(found[2])
    where = chance.randrange(len(key))
    key[where] = chance.choice(["", key[where] * 2, key[where].upper(), chance.choice("abcxyz_-"), "中"])
    return line.replace(found[2], "".join(key), 1)


def retype(chance: random.Random, value: str) -> str:
    return chance.choice(VALUES)


def change_digit(chance: random.Random, value: str) -> str | None:
    places = [number for number, character in enumerate(value) if character in "0123456789"]
    if not places:
        return None
    where = chance.choice(places)
    return value[:where] + chance.choice("0123456789") + value[where + 1 :]


def odd_start(chance: random.Random, value: str) -> str:
    return chance.choice(ODD) + value


def unquote(chance: random.Random, value: str) -> str | None:
    if value[:1] not in "\"'{[":
        return None
    return chance.choice([value[1:], value[:-1], value[1:-1]])


def indent(chance: random.Random, line: str) -> str:
    step = chance.choice([-2, -1, 1, 2, 3])
    return " " * step + line if step > 0 else line[min(-step, _indent(line)) :]


def tab(chance: random.Random, line: str) -> str:
    return "\t" + line.lstrip() if chance.random() < 0.7 else line.replace(": ", ":\t", 1)


def widen(chance: random.Random, line: str) -> str | None:
    places = [number for number, character in enumerate(line) if character in WIDE]
    if not places:
        return None
    where = chance.choice(places)
    return line[:where] + WIDE[line[where]] + line[where + 1 :]


def drop_character(chance: random.Random, line: str) -> str:
    where = chance.randrange(len(line))
    return line[:where] + line[where + 1 :]


def type_character(chance: random.Random, line: str) -> str:
    where = chance.randrange(len(line) + 1)
    return line[:where] + chance.choice(TYPED) + line[where:]


# --- whole files


def cut(chance: random.Random, content: bytes) -> bytes:
    return content[: chance.randrange(len(content))] if content else content


def recode(chance: random.Random, content: bytes) -> bytes:
    codec = chance.choice(["gb18030", "gbk", "big5", "utf-16", "utf-16-le", "utf-32", "latin-1"])
    return content.decode("utf-8").encode(codec, "replace")


def strange_bytes(chance: random.Random, content: bytes) -> bytes:
    where = chance.randrange(len(content) + 1)
    odd = chance.choice([b"\x00", b"\xff", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"\r", b"\x1b[0m", b"\xc0\xaf"])
    return content[:where] + odd + content[where:]


def line_ends(chance: random.Random, content: bytes) -> bytes:
    ends = chance.choice([b"\r\n", b"\r", b"\n\n", b"\xe2\x80\xa8"])
    return chance.choice([b"", b"\xef\xbb\xbf"]) + content.replace(b"\n", ends)


def other_content(chance: random.Random, content: bytes) -> bytes:
    return chance.choice(
        [b"", b"\n", b"[]\n", b"{}\n", b"text\n", b"---\n---\n", b"- \n", b"a: 1\n", b"[" * 500, b"{a: " * 300]
    )


MISTAKES: dict[str, Mistake] = {
    **{s.__name__: of_lines(s) for s in (delete_line, double_line, move_line, swap_lines, join_lines, split_line)},
    **{s.__name__: of_lines(s) for s in (delete_entry, double_entry, swap_languages, other_value)},
    **{s.__name__: of_line(s) for s in (rename_key, indent, tab, widen, drop_character, type_character)},
    **{s.__name__: of_values(s) for s in (retype, change_digit, odd_start, unquote)},
    **{s.__name__: of_bytes(s) for s in (cut, recode, strange_bytes, line_ends, other_content)},
}
