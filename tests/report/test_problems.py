"""How problems are written: one headline, indented lines, all of them in the order of file and line."""

from hypothesis import given
from hypothesis import strategies as st

from report.problems import Problem, ReportError, did_you_mean, excerpt
from report.words import messages


def problem(file: str = "data/a.yml", line: int = 1, path: str = "a: b", code: str = "missing") -> Problem:
    return Problem(file, line, path, code, {"key": "b", "what": "What it is."})


def test_a_problem_is_written_in_full() -> None:
    values = {"key": "en", "other": "zh", "language": "English"}
    said = Problem("data/figures/tcm.yml", 14, "village-clinics.2024: scope.en", "missing-language", values)
    assert said.render() == (
        "data/figures/tcm.yml:14: village-clinics.2024: scope.en: missing\n"
        "  expected: text in English, since zh is given\n"
        "  hint: add `en:` beside `zh:` / 提示：请在 zh 旁补上 en"
    )


def test_a_whole_file_has_no_line_and_no_path() -> None:
    values = {"what": "x", "file": "data/a.yml"}
    assert Problem("data/a.yml", 0, "", "file-missing", values).render().startswith("data/a.yml: file missing\n")


def test_all_are_told_in_order_each_once() -> None:
    given_problems = [problem("data/b.yml"), problem(line=10), problem(line=9), problem(line=9), problem(path="a: a")]
    error = ReportError(given_problems)
    assert [(p.file, p.line, p.path) for p in error.problems] == [
        ("data/a.yml", 1, "a: a"),
        ("data/a.yml", 9, "a: b"),
        ("data/a.yml", 10, "a: b"),
        ("data/b.yml", 1, "a: b"),
    ]
    assert str(error) == error.render()
    assert error.render().endswith("\n4 problems. Nothing was written.")
    assert ReportError([problem()]).render().endswith("\n1 problem. Nothing was written.")


def test_a_long_run_of_the_same_kind_is_counted() -> None:
    """Commitments that nobody has looked up yet; whatever else stands among them is told with its line."""
    ledger = [Problem("data/ledger.yml", line, f"c{line}: reported", "ledger-open", {}) for line in range(1, 41)]
    others = [problem("data/ledger.yml", line) for line in (20, 41, 42, 43, 44, 45, 46)]
    error = ReportError([*ledger, *others])
    places = [line.split(": ")[0] for line in error.render().splitlines() if line.startswith("data/")]
    told = [*range(1, 6), 20, *range(20, 25), *range(41, 47)]
    assert [place for place in places if ":" in place] == [f"data/ledger.yml:{line}" for line in told]
    assert "data/ledger.yml: 14 more of the same kind, from line 6 on / " in error.render()
    assert "data/ledger.yml: 16 more of the same kind, from line 25 on / " in error.render()
    assert error.render().endswith("\n47 problems. Nothing was written.")
    assert len(error.problems) == 47


def test_a_long_value_is_cut_and_a_list_of_choices_is_not() -> None:
    known = ", ".join(f"choice-{number}" for number in range(60))
    said = Problem("f", 1, "p" * 500, "not-allowed", {"near": "", "known": known, "value": "长" * 500})
    assert said.expected == f"one of: {known}"
    assert said.got == "长" * 119 + "…"
    assert len(said.render().splitlines()[0]) < 200


def test_a_value_of_many_lines_stays_on_one() -> None:
    assert Problem("f", 1, "", "braces", {"value": "a\n  {b\n"}).got == "a {b"


def test_braces_in_a_value_are_no_placeholders() -> None:
    assert Problem("f", 1, "", "braces", {"value": "{value} {0} {"}).got == "{value} {0} {"


def test_near_words_are_offered() -> None:
    assert did_you_mean("reportd", ["reported", "target"]) == "; did you mean reported?"
    assert did_you_mean("xyz", ["reported", "target"]) == ""
    assert did_you_mean("", []) == ""


def test_every_wording_can_be_filled() -> None:
    """The braces of a wording balance, and doubled ones come out single."""
    for code, wording in messages().items():
        if not code.startswith("_"):
            filled = [part.format_map(Anything()) for part in wording.values()]
            assert not any("{{" in part or "}}" in part for part in filled), code


class Anything(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return "x"


@given(st.text(), st.text(min_size=1), st.integers(1, 50))
def test_an_excerpt_shows_its_word(text: str, word: str, around: int) -> None:
    assert word.strip() in excerpt(f"{text}{word}", word, around)
    assert len(excerpt(text, word, around)) <= 2 * around + len(word) + 2
