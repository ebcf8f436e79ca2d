"""The product's own words: each code has its wording in both languages, and the code fills every placeholder."""

import ast
import re
import string
from pathlib import Path

from tables import for_each

from report.quantity import Code
from report.words import interface, messages

ROOT = Path(__file__).parents[2]
PACKAGES = ("report", "macros", "charts", "publish")
PARTS = {"message", "expected", "got", "hint_en", "hint_zh"}
CODES = sorted(code for code in messages() if not code.startswith("_"))
SHARED = sorted(code for code in messages() if code.startswith("_"))


def strings_in(package: str) -> set[str]:
    """Every string constant in a package's code."""
    return {
        node.value
        for path in (ROOT / package).rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def codes_in(package: str) -> set[str]:
    """The codes of problems that a package names."""
    return strings_in(package) & set(CODES)


def placeholders(wording: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(wording) if name}


def test_every_wording_is_used() -> None:
    used = set().union(*(strings_in(package) for package in PACKAGES))
    # An f-string in problems.py builds no code: all stand in the source as they are.
    assert [code for code in [*CODES, *SHARED] if code not in used] == []


def test_every_code_has_a_wording() -> None:
    """The first words of `Problem(file, line, path, CODE, …)`, `spot.problem(CODE, …)`, `refuse(CODE, …)`."""
    positions = {"Problem": 3, "problem": 0, "refuse": 0, "Slip": 0, "PydanticCustomError": 0, "_unread": 2}
    unknown = []
    for package in PACKAGES:
        for path in (ROOT / package).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call):
                    name = ast.unparse(node.func).rpartition(".")[2]
                    given = node.args[positions[name] :][:1] if name in positions else []
                    unknown += [
                        f"{path.name}:{node.lineno}: {code.value}"
                        for argument in given
                        for code in ast.walk(argument)
                        if isinstance(code, ast.Constant) and isinstance(code.value, str) and code.value not in CODES
                    ]
    assert unknown == []


@for_each("code", CODES)
def test_a_wording_has_its_parts(code: str) -> None:
    wording = messages()[code]
    assert set(wording) <= PARTS
    assert {"message", "hint_en", "hint_zh"} <= set(wording), "what is wrong, and what to do in both languages"
    assert all(text and text == text.strip() and not text.endswith((".", "。")) for text in wording.values())
    assert not wording["hint_en"][0].isupper()


@for_each("code", CODES)
def test_hints_are_in_their_language(code: str) -> None:
    chinese = [character for character in messages()[code]["hint_zh"] if "\u4e00" <= character <= "\u9fff"]
    assert chinese, "hint_zh is Chinese"
    assert " 、" not in messages()[code]["hint_zh"]


@for_each("code", CODES)
def test_a_hint_names_nothing_the_message_does_not(code: str) -> None:
    """Both hints are filled from the same values; a placeholder in one alone is a slip of the other."""
    wording = messages()[code]
    en = {name.removesuffix("_en") for name in placeholders(wording["hint_en"])}
    assert en == {name.removesuffix("_zh") for name in placeholders(wording["hint_zh"])}


def test_every_reason_of_an_unread_phrase_has_its_words() -> None:
    by_writing_alone = {"noun-mismatch"}
    assert set(Code.__args__) - by_writing_alone <= set(messages()["_phrase"])  # type: ignore[attr-defined]


def test_every_interface_word_is_read() -> None:
    folders = [*PACKAGES, "overrides"]
    files = [
        path for folder in folders for path in (ROOT / folder).rglob("*") if path.suffix in {".py", ".jinja", ".html"}
    ]
    source = "\n".join(path.read_text(encoding="utf-8") for path in files)
    read = set(re.findall(r"""["']([a-z-]+\.[\w-]+)["']""", source))
    read |= set(re.findall(r"name: ([a-z-]+\.[\w-]+)", (ROOT / "mkdocs.yml").read_text(encoding="utf-8")))
    families = tuple(re.findall(r"""["']([a-z-]+\.)(?:["'] ~|\{)""", source))  # Keys put together: "status." ~ status.
    assert [key for key in interface() if key not in read and not key.startswith(families)] == []


def test_interface_words_are_in_both_languages_with_the_same_placeholders() -> None:
    for key, words in interface().items():
        assert set(words) == {"zh", "en"}, key
        assert all(words.values()), key
        # The Chinese of a command’s answer may be shorter, and the English of one writes the number as a word.
        if not key.startswith("cli.") and not key.endswith("-one"):
            assert placeholders(words["zh"]) == placeholders(words["en"]), key
