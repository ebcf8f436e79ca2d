"""`report translate`: what goes out, what comes back, and what is refused."""

import shutil
from pathlib import Path
from xml.etree import ElementTree

import pytest

from languages import pair
from report.cli import main
from report.load import load_report
from report.translation.xliff import read_xliff, write_xliff
from samples import GOOD

GAP = "en: In the {term:service-evaluation} the library ranked {service-rank.2024} in the county and was graded "
RESULT = "2024-service-rank"
ID = f"chapters/service/results/{RESULT}/text"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The library without the English of three texts: one to do, one empty, one without the key."""
    root = Path(shutil.copytree(GOOD, tmp_path / "project"))
    edit(root / "data/results/2024.yml", f"{GAP}{{service-grade.2024}}.", '"en": "TODO: the rank"  # ours')
    edit(root / "data/indicators.yml", "    en: Visits by readers\n", "    en:\n")
    edit(root / "data/glossary.yml", "    en: the county’s rules for evaluating libraries (invented)\n", "", 1)
    return root


def edit(path: Path, old: str, new: str, count: int = -1) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, count), encoding="utf-8")


def run(project: Path, way: str, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    status = main(["--root", str(project), "translate", way, str(project / "out")])
    printed = capsys.readouterr()
    return status, (printed.out + printed.err).replace(f"{project.as_posix()}/", "")


def content(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.yml")}


def answer(project: Path, name: str, id: str, target: str) -> None:
    """Write the English of one text as a translator's program does, in the file as it is."""
    path = project / "out" / name
    text = path.read_text(encoding="utf-8")
    unit = text.index(f'<trans-unit id="{id}">')
    gap = '<target state="needs-translation" />'
    at = text.index(gap, unit)
    path.write_text(text[:at] + f"<target>{target}</target>" + text[at + len(gap) :], encoding="utf-8")


ENGLISH = (
    'In the <ph id="1">x</ph> it ranked <ph id="2"/> in the county &amp; got: <ph id="3">{service-grade.2024}</ph>.'
)


def test_what_lacks_english_goes_out_and_comes_back(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = "out/indicators.xlf\nout/results-2024.xlf\nout/glossary.xlf\nHanded out 3 texts.\n"
    assert run(project, "out", capsys) == (0, said)
    document = ElementTree.parse(project / "out/results-2024.xlf")
    space = "{urn:oasis:names:tc:xliff:document:1.2}"
    locked = [ph.text for ph in document.iter(f"{space}ph")]
    assert locked == ["{term:service-evaluation}", "{service-rank.2024}", "{service-grade.2024}"]
    answer(project, "results-2024.xlf", ID, ENGLISH)
    answer(project, "indicators.xlf", "visits/label", "Visits: all")
    before = (project / "data/results/2024.yml").read_text(encoding="utf-8")
    status, said = run(project, "in", capsys)
    told = "data/indicators.yml\ndata/results/2024.yml\nTook in 2 texts. 1 is not translated yet.\n"
    assert (status, said) == (0, told)
    after = (project / "data/results/2024.yml").read_text(encoding="utf-8")
    english = (
        "In the {term:service-evaluation} it ranked {service-rank.2024} in the county & got: {service-grade.2024}."
    )
    assert after == before.replace('"TODO: the rank"', f"'{english}'")
    answer(project, "glossary.xlf", "service-evaluation/note_source", "not stated")
    assert run(project, "in", capsys)[0] == 0
    report = load_report(project)
    assert next(result for result in report.all_results() if result.id == RESULT).text.en == english
    assert next(i for i in report.indicators if i.id == "visits").label.en == "Visits: all"
    assert report.term["service-evaluation"].note_source.en == "not stated"  # type: ignore[union-attr]
    before_again = content(project)
    assert run(project, "in", capsys) == (0, "Took in 0 texts. 0 are not translated yet.\n")
    assert content(project) == before_again


@pytest.mark.parametrize(
    ("english", "says"),
    [
        ("It ranked.", "the English has other references than the Chinese"),
        (ENGLISH + '<ph id="1"/>', "the English has other references than the Chinese"),
        (ENGLISH.replace('<ph id="2"/>', "{service-rank.2025}"), "the English has other references than the Chinese"),
        (ENGLISH.replace('<ph id="2"/>', '<ph id="9"/>'), "the text holds markup"),
        (ENGLISH.replace('<ph id="2"/>', '<g id="2"/>'), "the text holds markup"),
        (ENGLISH + "&lt;b>", "the text holds markup"),
        (ENGLISH.replace("county", "TODO"), "the translation is still to be written"),
        (ENGLISH.replace("county", "16 counties"), "typed"),
    ],
)
def test_what_is_wrong_is_refused_and_nothing_is_written(
    english: str, says: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(project / "data/indicators.yml", "    en:\n", "    en: Visits\n")
    edit(project / "data/glossary.yml", "    zh: 青石县图书馆年度考核办法（虚构）\n", "    {zh: 无, en: none}\n", 1)
    run(project, "out", capsys)
    answer(project, "results-2024.xlf", ID, english)
    before = content(project)
    status, said = run(project, "in", capsys)
    assert (status, says in said) == (1, True), said
    assert content(project) == before


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda text: text.replace("visits/label", "visit/label"), "the report has no such text; did you mean visits/"),
        (lambda text: text.replace("接待读者", "接待"), "the Chinese has changed since it was handed out"),
        (lambda text: text.replace("</body>", text[text.index("<trans") : text.index("</body>")] + "</body>"), "twice"),
        (lambda text: text.replace("?>", '?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>', 1), "declares"),
        (lambda text: text.replace("1.2", "2.0"), "not a document of translations"),
        (lambda text: text[:-9], "not a document of translations"),
        (lambda text: text + " " * 10_000_000, "too large"),
    ],
    ids=["unknown", "changed", "twice", "entity", "version", "cut", "large"],
)
def test_a_document_that_is_not_as_handed_out(
    change: object, says: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(project, "out", capsys)
    answer(project, "indicators.xlf", "visits/label", "Visits")
    path = project / "out/indicators.xlf"
    path.write_text(change(path.read_text(encoding="utf-8")), encoding="utf-8")  # type: ignore[operator]
    before = content(project)
    status, said = run(project, "in", capsys)
    assert (status, says in said) == (1, True), said
    assert content(project) == before


def test_files_that_cannot_be_read_are_named(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "data/figures/.#new.yml").symlink_to("nobody@nowhere")  # What Emacs leaves beside an open file.
    assert run(project, "out", capsys)[0] == 0
    (project / "data/figures/new.yml").write_bytes("- id: 甲".encode("gbk"))
    status, said = run(project, "in", capsys)
    assert (status, said.startswith("data/figures/new.yml:1: not UTF-8\n")) == (1, True)


def test_english_written_meanwhile_stays(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(project, "out", capsys)
    answer(project, "indicators.xlf", "visits/label", "Visits")
    edit(project / "data/indicators.yml", "    en:\n", "    en: Readers who came\n")
    status, said = run(project, "in", capsys)
    assert (status, "the report has another English by now" in said) == (1, True)


def test_no_document_is_written_over_and_none_is_missed(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "out").mkdir()
    assert "no translations here" in run(project, "in", capsys)[1]
    run(project, "out", capsys)
    status, said = run(project, "out", capsys)
    assert (status, said.count("a document for translators is there already")) == (1, 3)


@pytest.mark.parametrize(
    "text", ["{a.2024}", "{a.2024}{b.2024}", "x {a.2024}\n", "无引用", "a < b & {a.2024:short} “c”"]
)
def test_every_text_survives(text: str) -> None:
    document = write_xliff("data/x.yml", [("a/b", text)], pair({}))
    (back,) = read_xliff(document.encode())
    assert (back.file, back.name, back.source, back.target) == ("data/x.yml", "a/b", text.strip(), "")


def test_nouns_units_and_terms_go_out_too(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(project / "data/indicators.yml", "    en:\n", "    en: Visits by readers\n")
    indicators = project / "data/indicators.yml"
    indicators.write_text(
        indicators.read_text(encoding="utf-8")
        + "- id: shelves\n  theme: reading\n  label: {zh: 书架, en: Shelves}\n  unit: 层\n  noun: {en: [TODO, TODO]}\n"
        + "- id: sets\n  theme: reading\n  label: {zh: 丛书, en: Sets}\n  unit: 套卷\n"
        + "  noun: {en: [[set, sets], [TODO, TODO]]}\n",
        encoding="utf-8",
    )
    with (project / "data/units.yml").open("a", encoding="utf-8") as stream:
        stream.write("- zh: 书格\n  kind: count\n  en: [TODO, TODO]\n")
    with (project / "data/glossary.yml").open("a", encoding="utf-8") as stream:
        stream.write("- id: reading-week\n  kind: term\n  zh: 读书周\n  note: {zh: 一周, en: a week}\n")
        stream.write("  note_source: {zh: 文中未说明, en: not stated}\n")
    assert run(project, "out", capsys)[1].splitlines()[-1] == "Handed out 9 texts."
    document = (project / "out/indicators.xlf").read_text(encoding="utf-8")
    assert '<trans-unit id="shelves/noun/singular">' in document
    assert "<source>书架（层）</source>" in document
    for name, id, word in (
        ("indicators.xlf", "shelves/noun/singular", "shelf"),
        ("indicators.xlf", "shelves/noun/plural", "shelves"),
        ("indicators.xlf", "sets/noun/1/singular", "volume"),
        ("indicators.xlf", "sets/noun/1/plural", "volumes"),
        ("units.xlf", "11/noun/singular", "pigeonhole"),
        ("units.xlf", "11/noun/plural", "pigeonholes"),
        ("glossary.xlf", "reading-week", "Reading Week"),
    ):
        answer(project, name, id, word)
    status, said = run(project, "in", capsys)
    assert (status, said.splitlines()[-1]) == (0, "Took in 7 texts. 2 are not translated yet.")
    after = indicators.read_text(encoding="utf-8")
    assert "  noun: {en: [shelf, shelves]}\n" in after
    assert "  noun: {en: [[set, sets], [volume, volumes]]}\n" in after
    assert "  en: [pigeonhole, pigeonholes]\n" in (project / "data/units.yml").read_text(encoding="utf-8")
    assert "  zh: 读书周\n  en: Reading Week\n" in (project / "data/glossary.yml").read_text(encoding="utf-8")
