r"""Diagnosing YAML errors: the mistake that an editor most likely made, and its line.

A parser reports where it could not go on, which is often below the mistake (an open quotation mark is noticed at
the next one). The result is a code of `words/messages.yml`. Does not belong here: reading valid YAML (`reader`).

Example:
    >>> text = "id: a\nen: 2024: the baseline\n"
    >>> try:
    ...     _ = list(yaml.parse(text))
    ... except yaml.MarkedYAMLError as error:
    ...     diagnose(error, text, None)
    Mistake(code='yaml-colon', line=2, values={})
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

import yaml

from report.words import messages

# Control characters, which YAML does not allow, and (last row) characters that have no width or change the direction
# of text, so that what a person reads is not what is stored. Text copied from other programs may hold them.
_CONTROL = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff"
    r"\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]"
)
_LONE_RETURN = re.compile(r"\r(?![\r\n])")  # YAML ends a line there, but text editors do not show it.
# Spaces and blank letters besides the plain space and the tab; what has no width is in `_CONTROL`.
ODD_SPACE = re.compile(r"[\xa0\u115f\u1160\u1680\u180e\u2000-\u200a\u202f\u205f\u2800\u3000\u3164\uffa0]")
_ODD_LAYOUT = re.compile(rf" *(?:- +)*(?:-|(?:[A-Za-z0-9_-]+[:\uff1a]? *))?({ODD_SPACE.pattern})")
_CUT = re.compile(r"[ \t]+(#(?:[^\s#!]| ?\d).*?)\s*$")
_CUT_IN_BRACKETS = re.compile(r"[\[{](?:.*[,: ])?\s*(#[^\s#!].*?)\s*$")
_DASH = re.compile(r"\s*([\u2010-\u2015\u2022\u2212\u30fb\uff0d])[ \u3000]*\w")
_WIDE_START = re.compile(r"\s*(?:- )?(?:[A-Za-z_][\w-]*: +)?([\uff03\uff3b\uff5b])")
_WIDE_QUOTES = re.compile(r"\s*(?:- )?(?:[A-Za-z_][\w-]*: +)?([\u201c\u201d\uff02])")
_KEY_WITHOUT_SPACE = re.compile(r"\s*(?:- )?\s*[A-Za-z_][\w-]*[:\uff1a]\S")
_WIDE_COLON = re.compile(r"\s*(?:- )?\s*[A-Za-z_][\w-]*\uff1a")
_KEY = re.compile(r"\s*(?:- )?([A-Za-z_][\w-]*):")
_FIRST_WORD = re.compile(r"\s*(?:- )?([A-Za-z_][\w-]*)(?:\s|$)")
_CLOSED_BRACKET = re.compile(r"(?:^\s*|[:-] +)[\[{].*[\]}]\s*$")
_KEY_BEHIND_BRACE = re.compile(r"[^\s,\[\]{}]+:$")
_TAGGED = re.compile(r"\s*(?:- )?[A-Za-z_][\w-]*: +!")
_EMPTY = re.compile(r"(\[\]|\{\})\s*(?:#.*)?")
_NO_START = ("cannot start any token", "scanning an a", " a tag", "block scalar", "not allowed in this context")


@dataclass(frozen=True)
class Mistake:
    """A mistake: code of its message, line from 1, values for the message's placeholders."""

    code: str
    line: int
    values: Mapping[str, str] = field(default_factory=dict)


def control_characters(text: str) -> list[Mistake]:
    """The lines that hold a control character, each with the first of its own."""
    if not (_CONTROL.search(text) or ("\n" in text and _LONE_RETURN.search(text))):
        return []  # Nearly every file.
    rows = ((number, row.rstrip("\r")) for number, row in enumerate(text.split("\n"), 1))
    found = ((number, _CONTROL.search(row) or _LONE_RETURN.search(row)) for number, row in rows)
    return [Mistake("yaml-control", number, {"character": f"U+{ord(mark[0]):04X}"}) for number, mark in found if mark]


def odd_spaces(text: str) -> list[Mistake]:
    """The lines with a space that YAML takes for a letter, before a text or around a key, a dash or a colon."""
    if not ODD_SPACE.search(text):
        return []
    found = ((number, _ODD_LAYOUT.match(row)) for number, row in enumerate(text.split("\n"), 1))
    return [odd_space(mark[1], number) for number, mark in found if mark]


def odd_space(character: str, line: int) -> Mistake:
    """The mistake of a space that is not the plain one."""
    names = messages()["_spaces"]
    code = f"{ord(character):04X}"
    return Mistake("odd-space", line, {"name": names.get(code, names["other"]).format(code=code)})


def cut_text(rows: list[str], event: yaml.Event) -> str:
    """What stands behind an unquoted text and is read as a comment, without a space behind its `#`; else empty."""
    mark = event.end_mark
    rest = rows[mark.line][mark.column :] if mark and mark.line < len(rows) else ""
    found = _CUT.match(rest)
    return found[1] if found else ""


def diagnose(error: yaml.MarkedYAMLError, text: str, last: yaml.Event | None) -> Mistake:
    """The most likely mistake.

    Args:
        error: As the parser raised it.
        text: The whole text.
        last: The last event before the parser gave up.
    """
    rows = text.split("\n")
    message = f"{error.context or ''}: {error.problem or ''}"
    line, column = _place(error.problem_mark, rows)
    start, start_column = _place(error.context_mark, rows) if error.context_mark else (line, column)
    row = rows[line - 1]
    if "\t" in row[: len(row) - len(row.lstrip())] or row[column : column + 1] == "\t":
        return Mistake("yaml-tab", line)
    if (empty := _empty_list(rows, line)) is not None:
        return empty
    if (resembling := _wide_character(rows, line)) is not None:
        return resembling
    if (quote := _quotation(message, line, start, last)) is not None:
        return quote
    if "mapping values" in message:
        return _colon(rows, line, column)
    if "unexpected ':'" in message and (key := _KEY_BEHIND_BRACE.search(row[: column + 1])):
        return Mistake("yaml-key-bracket", line, {"key": key[0], "character": row[column + 1 : column + 2]})
    if "flow" in message:
        if cut := _CUT_IN_BRACKETS.search(rows[start - 1]):
            return Mistake("yaml-hash", start, {"value": cut[1]})
        wide = "\uff0c" in rows[start - 1]
        return Mistake("yaml-wide", start, {"character": "\uff0c"}) if wide else Mistake("yaml-flow", start)
    if "could not find expected ':'" in message:
        return _key(rows, start) or Mistake("yaml-line", start)
    if any(words in message for words in _NO_START):
        at = start_column if error.context_mark and "next token" not in message else column
        return Mistake("yaml-start", line, {"character": row[at : at + 1]})
    if isinstance(last, yaml.AliasEvent) and "did not find expected" in message:
        return Mistake("yaml-alias", line, {"name": f"*{last.anchor}"})
    if "directive name" in message:
        return Mistake("yaml-start", line, {"character": "%"})
    if "expected node content" in message and row[column : column + 1] in {",", "]", "}"}:
        return Mistake("yaml-start", line, {"character": row[column]})
    if "did not find expected" in message and _CLOSED_BRACKET.search(row[:column]):
        return Mistake("yaml-brace", line)
    if "did not find expected" in message and _TAGGED.match(row[:column]):
        return Mistake("yaml-start", line, {"character": "!"})
    if "did not find expected" in message and not row[:column].strip():
        return Mistake("yaml-indent", line)
    return Mistake("yaml-syntax", line, {"problem": str(error.problem)})


def _place(mark: yaml.Mark | None, rows: list[str]) -> tuple[int, int]:
    """Line and column of a mark; the end of a text is its last line that is not blank."""
    if mark is None:
        return 1, 0
    if mark.line < len(rows) and any(row.strip() for row in rows[mark.line :]):
        return mark.line + 1, mark.column
    filled = [number for number, row in enumerate(rows, 1) if row.strip()] or [1]
    return filled[-1], len(rows[filled[-1] - 1])


def _wide_character(rows: list[str], line: int) -> Mistake | None:
    """A line, this or the one above, that begins with a character which only resembles one of YAML's."""
    above = next((number for number in range(line - 1, 0, -1) if rows[number - 1].strip()), line)
    for number in (line, above):
        for pattern, code in ((_DASH, "yaml-dash"), (_WIDE_START, "yaml-wide")):
            if found := pattern.match(rows[number - 1]):
                return Mistake(code, number, {"character": found[1]})
    return None


def _empty_list(rows: list[str], line: int) -> Mistake | None:
    """`[]` or `{}` above entries, left over from an empty file."""
    number = next((number for number, row in enumerate(rows[:line], 1) if _EMPTY.fullmatch(row.rstrip())), None)
    return Mistake("yaml-empty", number, {"brackets": rows[number - 1][:2]}) if number else None


def _quotation(message: str, line: int, start: int, last: yaml.Event | None) -> Mistake | None:
    """Mistakes with quotation marks: one left open is noticed at the next one, perhaps many lines below."""
    if "unknown escape" in message or "escaping" in message:
        return Mistake("yaml-escape", line)
    if "scanning a quoted scalar" in message:
        return Mistake("yaml-quote", start)
    if not isinstance(last, yaml.ScalarEvent) or last.style not in ("'", '"'):
        return None
    opened = last.start_mark.line + 1 if last.start_mark else line
    closed = last.end_mark.line + 1 if last.end_mark else line
    if closed != line or "did not find expected" not in message:
        return None
    return Mistake("yaml-quote", opened) if opened < line else Mistake("yaml-quote-rest", line)


def _colon(rows: list[str], line: int, column: int) -> Mistake:
    """A colon where no key is allowed: inside a text, or after a mistake in the line above."""
    if re.search(r":\s", rows[line - 1][:column]) and (quote := _WIDE_QUOTES.match(rows[line - 1])):
        return Mistake("yaml-quote-wide", line, {"character": quote[1]})
    if re.search(r":\s", rows[line - 1][:column]):
        return Mistake("yaml-colon", line)
    above = next((number for number in range(line - 1, 0, -1) if rows[number - 1].strip()), line)
    return _key(rows, above) or Mistake("yaml-indent", line)


def _key(rows: list[str], line: int) -> Mistake | None:
    """A key whose colon is full-width, has no space behind it, or is not there at all."""
    row = rows[line - 1]
    if _WIDE_COLON.match(row):
        return Mistake("yaml-wide", line, {"character": "\uff1a"})
    if _KEY_WITHOUT_SPACE.match(row):
        return Mistake("yaml-key", line)
    word = _FIRST_WORD.match(row)
    beside = [_KEY.match(rows[number]) for number in (line - 2, line) if 0 <= number < len(rows)]
    folded = line > 1 and re.search(r"[|>][+-]?\s*$", rows[line - 2])  # Text that is not indented, not a key.
    if word and not folded and any(key and key.start(1) == word.start(1) for key in beside):  # In a key's place.
        return Mistake("yaml-no-colon", line, {"key": word[1]})
    return None
