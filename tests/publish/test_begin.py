"""A report begun empty: what `report new` writes and says, what `report check` lists next, the build once it is filled.

Belongs here: the beginning of a report. Does not belong here: the sample and its next year (`test_new_report`).
"""

import io
import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from building import build, report

from publish.report_content import ContentRequest, prepare_content
from report.begin import SECTIONS, Beginning, empty_files
from report.begin_options import YEAR
from report.load import load_report
from report.todo_marks import marked_lines
from report.write_files import write_files
from samples import GOOD

OURS = re.compile("青石|[Qq]ingshi|图书馆|l202[56]|株洲|[Zz]huzhou|卫健")
ARTICLE = """# 镇里的工作
## 工作回顾
年末全镇有公园12个，比上年增加2个。
全年植树3400棵。
"""
FILLED = {
    "report.yml": {
        "报告谁的工作": "白云镇", "whose work it is about": "Baiyun Town", "其简称": "白云", "its short name": "Baiyun",
        "一句话介绍本站。": "白云镇做了什么。", "a sentence on what the site is.": "A year of Baiyun Town.",
        "怎样反映差错。": "请致函镇政府。", "how to report an error.": "Please write to the town.",
        "2023年页面的说明。": "镇里的工作。", "a sentence on the page of 2023.": "The work of the year.",
    },
    "sources.yml": {
        "文章标题": "镇里的工作", "title of the article": "The Work of a Year", "报告2023年结果的章节": "工作回顾",
        "the section that reports 2023": "The work in review",
    },
    "results/2023.yml": {
        "2023年结果的导语。": "公园多了。", "what opens the results of 2023.": "There are more parks.", "章名": "公园",
        "title of the chapter": "Parks", "结果写成短句，数字写成引用。": "镇里种了树。",
        "the result in a short sentence, with references for its numbers.": "Trees were planted in the town.",
        "原文短句": "全年植树",
        "报告2023年结果的章节, paragraph: 1, sentence: 1": "工作回顾, paragraph: 2, sentence: 1",
    },
    "home.yml": {
        "最重要的一句话": "公园多了", "the finding in a sentence": "There are more parks",
        "这意味着什么。": "出门就是公园。", "what it means.": "A park is near.",
    },
}  # fmt: skip
UNITS = "- zh: 个\n  kind: count\n"
INDICATORS = "- id: parks\n  label:\n    zh: 公园\n    en: Parks\n  unit: 个\n"
FIGURES = """- id: parks.2023
  indicator: parks
  label:
    zh: 公园
    en: Parks
  stated: 12个
  quote: 全镇有公园12个
  noun:
    en: [park, parks]
  measure: count
  status: reported
  period:
    year: 2023
  scope:
    zh: 全镇
    en: the town
  sources:
  - {article: a2023, section: 工作回顾, paragraph: 1, sentence: 1}
"""


def fill(root: Path) -> None:
    """What an editor does: types over each mark, and deletes the comments that hold."""
    for name, words in FILLED.items():
        path = root / "data" / name
        text = path.read_text(encoding="utf-8")
        for mark, typed in words.items():
            assert mark in text
            text = text.replace(f'"TODO: {mark}"', typed).replace(f"TODO：{mark}", typed)
        path.write_text(re.sub(r"(?m)^ *# TODO: .*\n", "", text), encoding="utf-8", newline="\n")
    (root / "articles/a2023.txt").write_text(ARTICLE, encoding="utf-8")


def test_an_empty_report_is_filled_and_built(tmp_path: Path) -> None:
    options = ["--year", "2023", "--sections", "results", "--title-zh", "白云", "--title-en", "Baiyun: a year"]
    said = report("new", "r", "--empty", *options, folder=tmp_path)
    assert (said.returncode, said.stderr) == (0, "")
    root = tmp_path / "r"
    lines = said.stdout.splitlines()
    assert lines[0] == "r/data/report.yml: name, days, years, themes, and whether it is official"
    assert lines[-1] == (
        "A new report is there. Next: cd r, then report check, which lists what to do next, "
        "and mkdocs serve, which shows it"
    )
    listed = [line.partition(":")[0].partition(" (")[0].removeprefix("r/") for line in lines[:-1]]
    files = [path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file()]
    assert [name for name in files if not name.startswith(tuple(listed))] == []
    assert [name for name in listed if not any(file.startswith(name) for file in files)] == []
    assert "report new-year 2024  " in (root / "README.md").read_text(encoding="utf-8")
    assert (root / "articles/table-template.csv").read_text(encoding="utf-8-sig") == "指标,数值,单位,年份,范围,备注\n"
    assert [name for name in files if OURS.search((root / name).read_text(encoding="utf-8"))] == []

    said = report("check", folder=root)
    assert (said.returncode, said.stderr) == (0, "")
    assert said.stdout.splitlines() == [
        "No problems: 0 figures, 1 results, 0 commitments.",
        "Next, in this order:",
        "1. data/report.yml:5: 15 places to fill in (TODO)\u00a0· "
        "name, days, years, themes, and whether it is official",
        "2. data/sources.yml:4: 5 places to fill in (TODO)\u00a0· "
        "the sources: title, author, date, and the heading of each section",
        "3. articles/a2023.txt: save the text of the source, then run report articles articles",
        "4. data/indicators.yml: nothing in it yet\u00a0· indicators: one for each kind of number (snippet: indicator)",
        "5. data/figures/figures.yml: nothing in it yet\u00a0· "
        "figures, as the source prints them (snippet: figure); several files of any name will do",
        "6. data/results/2023.yml:5: 10 places to fill in (TODO)\u00a0· "
        "the results of the year, in chapters (snippet: result)",
        "7. data/home.yml:5: 4 places to fill in (TODO)\u00a0· the home page: finding, lead, key figures",
    ]
    assert not build(root, strict=True).succeeded

    fill(root)
    assert report("articles", "articles", folder=root).returncode == 0
    said = report("check", "--strict", folder=root)
    assert (said.returncode, said.stderr) == (0, "")
    assert said.stdout.splitlines()[2:] == [
        "1. articles/a2023.txt: no figures of it yet: "
        "run report draft with its id (of a table, its file’s name), which proposes all entries",
        "2. data/indicators.yml: nothing in it yet\u00a0· indicators: one for each kind of number (snippet: indicator)",
        "3. data/figures/figures.yml: nothing in it yet\u00a0· "
        "figures, as the source prints them (snippet: figure); several files of any name will do",
    ]
    for name, text in (("units.yml", UNITS), ("indicators.yml", INDICATORS), ("figures/figures.yml", FIGURES)):
        (root / "data" / name).write_text(text, encoding="utf-8")
    said = report("check", "--strict", folder=root)
    assert (said.returncode, said.stdout) == (0, "No problems: 1 figures, 1 results, 0 commitments.\n"), said.stderr
    built = build(root, strict=True)
    assert built.succeeded, built.messages
    home = (root / "site/en/index.html").read_text(encoding="utf-8")
    assert "Baiyun: a year" in home
    assert not OURS.search(home)


@pytest.mark.parametrize("sections", ["", *SECTIONS, ",".join(SECTIONS), "plans,results"])
def test_an_empty_report_of_any_parts_has_no_problem(sections: str, tmp_path: Path) -> None:
    said = report("new", "r", "--sections", sections, "--year", "2025", folder=tmp_path)
    assert (said.returncode, said.stderr) == (0, "")
    root = tmp_path / "r"
    content = prepare_content(ContentRequest(root, root / "docs", "", strict=False, preview=True))
    chosen = set(sections.split(",")) - {""}
    present = set(SECTIONS) - content.report.absent - {"results", "plans"}
    assert present == chosen & {"ledger", "themes", "corrections"}, "the others have no entries yet"
    assert bool(content.report.results) == bool(chosen & {"results", "ledger"})
    assert bool(content.report.plans) == bool(chosen & {"plans", "ledger"})
    said = report("check", "--strict", folder=root)
    problems = [line for line in said.stderr.splitlines() if not line.startswith("  ")][:-1]
    assert [line for line in problems if "still to be filled" not in line and "not looked up yet" not in line] == []


def test_the_snippets_of_an_empty_report_are_yaml_without_examples(tmp_path: Path) -> None:
    assert report("new", "r", "--empty", folder=tmp_path).returncode == 0
    for name, snippet in json.loads((tmp_path / "r/.vscode/report.code-snippets").read_text(encoding="utf-8")).items():
        text = re.sub(r"\$\{\d+\|([^,|]*)[^|]*\|\}", r"\1", "\n".join(snippet["body"]).replace("$0", ""))
        entry = yaml.safe_load(re.sub(r"\$\{\d+\}", "x", text))
        assert entry, name
        assert not re.search("[\u4e00-\u9fff]", text), name


def test_what_is_assumed_is_said(tmp_path: Path) -> None:
    said = report("new", "r", folder=tmp_path)
    assert said.stdout.splitlines()[0] == (
        "Neither --empty nor --sample was given, so this is the sample; for an empty report use report new --empty"
    )
    assert (tmp_path / "r/data/glossary.yml").exists()
    said = report("new", "e", "--empty", folder=tmp_path)
    assert said.stdout.splitlines()[0] == (
        f"An empty report: {YEAR}, with results,charts (--year and --sections choose others)"
    )


class Terminal(io.StringIO):
    """Lines typed at a terminal, or what is printed on one."""

    def isatty(self) -> bool:
        return True


def test_at_a_terminal_it_asks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from publish.commands import main

    shown = Terminal()
    shown.reconfigure = lambda **_: None  # type: ignore[attr-defined]
    answers = ("", "白雲", "Baiyun", "last year", "2024", "zh-Hant", "zh-Hant-HK,en-HK", "result", "results, plans", "")
    monkeypatch.setattr("sys.stdin", Terminal("\n".join(answers)))
    monkeypatch.setattr("sys.stdout", shown)
    monkeypatch.setattr("sys.argv", ["report", "new", str(tmp_path / "r")])
    assert main() == 0
    assert "no such part: result; there are: results, plans, ledger" in shown.getvalue()
    assert sorted(path.name for path in (tmp_path / "r/data/plans").iterdir()) == ["2025.yml"]
    text = (tmp_path / "r/data/report.yml").read_text(encoding="utf-8")
    assert 'zh: "白雲"\n    en: "Baiyun"\n' in text
    assert "no such two languages: zh-Hant; first the Chinese, then the English: zh-Hans-CN" in shown.getvalue()
    assert "languages: {zh: zh-Hant-HK, en: en-HK}\n" in text


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (["--sections", "result"], "no such part: result; there are: results, plans, ledger, themes, glossary"),
        (["--sample", "--empty"], "not allowed with argument"),
    ],
)
def test_options_that_do_not_fit_are_refused(
    options: list[str], says: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from publish.commands import main

    monkeypatch.setattr("sys.argv", ["report", "new", str(tmp_path / "r"), *options])
    with pytest.raises(SystemExit):
        main()
    assert says in capsys.readouterr().err
    assert not (tmp_path / "r").exists()


def test_a_title_is_text_whatever_marks_it_holds(tmp_path: Path) -> None:
    names = ("“白云”：\\#", "Baiyun: “a year” #\\")
    write_files(tmp_path, empty_files(Beginning(2025, names=names)))
    site = load_report(tmp_path).edition.site
    assert (site.name.zh, site.name.en) == names


def test_a_title_that_the_report_may_not_have_is_refused(tmp_path: Path) -> None:
    said = report("new", "r", "--title-zh", "白云", "--title-en", "Baiyun, {year}", folder=tmp_path)
    assert said.returncode == 1
    assert said.stderr.startswith("data/report.yml:22: site.name.en: unknown figure `year`\n")
    assert not list(tmp_path.iterdir())


def test_what_is_left_of_the_sample_is_one_problem_a_file(tmp_path: Path) -> None:
    assert report("new", "r", "--sample", folder=tmp_path).returncode == 0
    root = tmp_path / "r"
    own: Any = empty_files(Beginning(2025))
    write_files(root, {name: own[name] for name in ("data/report.yml", "data/sources.yml")})
    said = report("check", folder=root)
    heads = [line for line in said.stderr.splitlines() if not line.startswith("  ")]
    assert heads[0] == "data/articles.yml: still that of the sample library (2 of its entries no longer fit)"
    assert heads[1].startswith("data/figures/reading.yml: still that of the sample library (")
    names = [head.partition(":")[0] for head in heads[:-1]]
    assert len(set(names)) == len(names)
    assert heads[-1] == f"{len(names)} problems. Nothing was written."
    path = root / "data/figures/reading.yml"  # A file that an editor has begun is no longer the sample's.
    path.write_text(path.read_text(encoding="utf-8").replace("visits.2024", "visits.2025", 1), encoding="utf-8")
    assert "data/figures/reading.yml:1: visits.2025" not in heads
    said = report("check", folder=root)
    assert "data/figures/reading.yml: still" not in said.stderr
    assert marked_lines((GOOD / "data/report.yml").read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(("tag", "currency"), [("zh-Hans-CN", "CNY"), ("zh-Hant-HK", "HKD"), ("zh-Hant-TW", "TWD")])
def test_a_bare_yuan_is_the_currency_of_the_region(tag: str, currency: str) -> None:
    files = empty_files(Beginning(2025, languages={"zh": tag, "en": "en-GB"}))
    assert yaml.safe_load(files["data/report.yml"])["currency"] == currency
