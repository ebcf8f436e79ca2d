"""Each report says its own words: all that is built of three reports is searched for the words of the others.

Of the two that are built for other tests too, the sites; of an invented one, the site as a zip, which has all in it.
"""

import html
import io
import re
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pypdf
import pytest
import yaml
from building import ROOT, SAMPLE, SAMPLES, built_sample, built_site, lay_out_sample, report

from report.cli import main

# Of the first report, in whatever form the product might say it.
FIXED = re.compile(
    r"compiled from|second article|commitments?\b|secured|applied for|recognition|Zhuzhou|not an official|unofficial|"
    r"互认|218900|株洲|卫健|承诺|已争取|已申报|第二篇|编自|不是官方|非官方",
    re.IGNORECASE,
)
# What is no word for readers: settings of the theme, drawings, keys of JSON, addresses, media types.
CODES = re.compile(
    r'<script id="__config".*?</script>|<svg.*?</svg>|"name": "commitments[\w-]*|"\w+": |commitments\.\w+|'
    r"(?:application|image)/[\w.-]+|summary_large_image",
    re.DOTALL,
)
TAG = re.compile(r"<[^>]*>")
SAID_IN_TAGS = re.compile(r"\b(?:alt|aria-label|content|placeholder|title)=\"([^\"]*)\"")
READ = ("html", "json", "csv", "svg", "xml", "rels", "txt", "md")
"""Kinds of text files that hold words of the report; others are the theme's programs and styles."""
LONG = 10
"""Of a PDF with more pages every tenth is read, since that takes a quarter of a second a page."""
SEAMS = {"价中", "项计", "年行", "务服", "明刊"}
"""Pairs of characters where two words meet that are not of another report."""
HARBOUR = {
    "report.yml": """
edition: "2032"
revision: 1
published: 2032-03-01
data_as_of: 2032-02-01
official: yes
publisher: {zh: 云澳港务处, en: Yunao Harbour Office}
subject: {zh: 云澳港, en: Yunao Harbour}
subject_short: {zh: 云澳, en: Yunao}
site:
  name: {zh: 云澳港公报, en: Yunao Harbour Bulletin}
  tagline: {zh: 靠泊与航道, en: Berths and channels}
  description: {zh: 云澳港的年度公报。, en: The yearly bulletin of Yunao Harbour.}
notices:
  prevails: {zh: 以中文为准。, en: The Chinese text prevails.}
  report_errors: {zh: 请致函港务处。, en: Write to the harbour office.}
words: {plan_item: planned-work, aim: priority, step: action}
years:
- year: 2031
  title: {zh: 靠泊之年, en: A year of berths}
  short: {zh: 靠泊, en: Berths}
  description: {zh: 港口这样做。, en: What the harbour did.}
""",
    "sources.yml": """
- id: h2031
  title: {zh: 云澳港年度公报, en: Yunao Harbour Yearbook}
  type: report
  authors:
  - {zh: 云澳港务处, en: Yunao Harbour Office}
  publisher: {zh: 云澳港务处, en: Yunao Harbour Office}
  date: 2032-02-01
  address: https://example.org/harbour
  accessed: 2032-02-20
  sections:
  - heading: 港口
    title: {zh: 港口, en: The harbour}
    years: [2031]
""",
    "indicators.yml": """
- id: calls
  label: {zh: 船舶靠泊, en: Ship calls}
  unit: 艘次
""",
    "units.yml": """
- {zh: 艘次, kind: count, en: [call, calls]}
""",
    "figures/harbour.yml": """
- id: calls.2031
  indicator: calls
  stated: 4521艘次
  quote: 靠泊船舶4521艘次
  noun: {en: [call, calls]}
  measure: count
  status: reported
  period: {year: 2031}
  scope: {zh: 全港, en: the harbour}
  sources:
  - {article: h2031, section: 港口, paragraph: 1, sentence: 1}
""",
    "plans/2031.yml": """
year: 2031
title: {zh: 港口计划, en: Harbour plan}
lead: {zh: 疏浚航道。, en: Dredge the channel.}
workstreams:
- id: channel
  title: {zh: 航道, en: Channel}
  lead: {zh: 疏浚航道。, en: Dredge the channel.}
  commitments:
  - id: 2031-dredging
    text: {zh: 疏浚航道。, en: Dredge the channel.}
    quote: 疏浚航道
    sources:
    - {article: h2031, section: 港口, paragraph: 1, sentence: 2}
""",
    "results/2031.yml": """
year: 2031
lead: {zh: 港口繁忙。, en: The harbour was busy.}
caution: {zh: 未提及，不等于未做。, en: Not mentioned does not mean not done.}
chapters:
- id: berths
  title: {zh: 靠泊, en: Berths}
  results:
  - id: 2031-calls
    text: {zh: "靠泊船舶{calls.2031}。", en: "There were {calls.2031}."}
    quote: 靠泊船舶4521艘次
    sources:
    - {article: h2031, section: 港口, paragraph: 1, sentence: 1}
""",
    "ledger.yml": """
- id: 2031-dredging
  reported: not-mentioned
""",
    "home.yml": """
headline: {zh: "靠泊{calls.2031}", en: "{calls.2031}"}
lead: {zh: 港口繁忙。, en: The harbour was busy.}
""",
}


def lay_out_harbour(root: Path) -> Path:
    """An official report of an invented harbour, of other years and words, with the pages of the product's skeleton."""
    for name, text in HARBOUR.items():
        (root / "data" / name).parent.mkdir(parents=True, exist_ok=True)
        (root / "data" / name).write_text(text.lstrip(), encoding="utf-8")
    (root / "articles").mkdir(exist_ok=True)
    (root / "articles/h2031.txt").write_text(
        "# 云澳港年度公报\n## 港口\n靠泊船舶4521艘次。疏浚航道。\n", encoding="utf-8"
    )
    shutil.copy2(ROOT / "report/skeletons/pages.yml", root / "data/pages.yml")
    assert main(["--root", str(root), "articles", str(root / "articles")]) == 0
    return root

FOLD = re.compile(r'"fold":\{.*?\}\}')
"""Of a search index, the spellings that readers may type."""


def said_in(name: str, content: bytes) -> str:
    """What a file of a site says to readers: pages, tables, workbooks, PDFs, and the files of a zip."""
    kind = name.rpartition(".")[2]
    if kind in ("zip", "xlsx"):
        with zipfile.ZipFile(io.BytesIO(content)) as files:
            return "\n".join(said_in(each, files.read(each)) for each in files.namelist())
    if kind == "pdf":
        pdf = pypdf.PdfReader(io.BytesIO(content))
        pages = pdf.pages[:: LONG if len(pdf.pages) > LONG else 1]
        return "\n".join([*(page.extract_text() for page in pages), *map(str, (pdf.metadata or {}).values())])
    if kind not in READ or name.endswith("OFL.txt"):  # The licence of fonts says its own words.
        return ""
    text = CODES.sub(" ", FOLD.sub("", content.decode("utf-8")))
    return html.unescape(TAG.sub(lambda tag: " ".join(["", *SAID_IN_TAGS.findall(tag[0]), ""]), text))


def said_by(site: Path) -> str:
    """What the files of a site say, by name."""
    files = sorted(path for path in site.rglob("*") if path.is_file())
    return "\n".join(said_in(path.relative_to(site).as_posix(), path.read_bytes()) for path in files)


def words_of(text: str) -> set[str]:
    """English words of five letters or more, and pairs of Chinese characters."""
    chinese = {run[i : i + 2] for run in re.findall(r"[\u4e00-\u9fff]{2,}", text) for i in range(len(run) - 1)}
    return {word.lower() for word in re.findall(r"[A-Za-z]{5,}", text)} | chinese


def data_of(folder: Path) -> str:
    return "\n".join(path.read_text("utf-8") for path in folder.rglob("*.yml") if path.name != "verification.yml")


def texts_of(folder: Path) -> str:
    """The bilingual texts of a report's data, without keys and codes."""

    def texts(value: object) -> Iterator[str]:
        if isinstance(value, dict):
            yield from (str(value[key]) for key in ("zh", "en") if key in value)
            for each in value.values():
                yield from texts(each)
        elif isinstance(value, list):
            for each in value:
                yield from texts(each)

    files = [path for path in folder.rglob("*.yml") if path.name not in ("pages.yml", "verification.yml")]
    return "\n".join(text for path in files for text in texts(yaml.load(path.read_text("utf-8"), yaml.BaseLoader)))


def foreign(said: str, own: Path, others: list[Path]) -> set[str]:
    """Words said that are only in the data of the others: not in the report's own, nor in the product's words."""
    product = "\n".join(path.read_text("utf-8") for path in (ROOT / "report/words").glob("*.yml"))
    product += "\n".join(path.read_text("utf-8") for path in (ROOT / "charts/kinds").glob("*.py"))
    distinctive = set().union(*(words_of(texts_of(other)) for other in others))
    return (distinctive - words_of(data_of(own)) - words_of(product) - SEAMS) & words_of(said)


@pytest.fixture(scope="module")
def harbour(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("harbour") / "project"
    lay_out_sample(root)
    for name in ("data", "articles"):
        shutil.rmtree(root / name)
    (root / "docs/rights.md").unlink()  # As a new report begins.
    return lay_out_harbour(root)


def others_than(folder: Path, harbour: Path) -> list[Path]:
    every = [harbour / "data", ROOT / "data", *(SAMPLES / name / "data" for name in ("library", "communique"))]
    return [other for other in every if other != folder]


def test_the_invented_report_says_no_words_of_another(harbour: Path) -> None:
    made = report("offline", "offline", folder=harbour)
    assert made.returncode == 0, made.stderr
    (file,) = (harbour / "offline").glob("*.zip")
    said = said_in(file.name, file.read_bytes())
    assert foreign(said, harbour / "data", others_than(harbour / "data", harbour)) == set()
    assert FIXED.findall(said) == []
    for own in ("云澳港务处", "计划事项", "planned items", "Ship calls", "4521艘次"):
        assert own in said


@pytest.mark.parametrize("folder", [SAMPLE, ROOT / "data"], ids=["library", "real"])
def test_a_site_says_no_words_of_another_report(folder: Path, harbour: Path) -> None:
    said = said_by(built_site() if folder == ROOT / "data" else built_sample() / "site")
    assert foreign(said, folder, others_than(folder, harbour)) == set()


def test_the_search_finds_a_planted_word(harbour: Path) -> None:
    others = [SAMPLE, ROOT / "data"]
    assert foreign("The library of Qingshi, 青石镇", harbour / "data", others) >= {"qingshi", "青石"}
    assert FIXED.findall("for example: recognition, 218900") == ["recognition", "218900"]


def test_workbooks_and_pdfs_are_read() -> None:
    """A word that stands in the cells of a workbook, or on a page of a PDF, is found there."""
    site = built_sample() / "site"
    said = {name: said_in(name, (site / name).read_bytes()) for name in ("data/report.xlsx", "en/data/report.xlsx")}
    assert "青石" in said["data/report.xlsx"]
    assert "Qingshi" in said["en/data/report.xlsx"]
    for name, word in (("annual-summary-zh", "青石"), ("annual-summary-en-2pages", "Qingshi")):
        assert word in said_in(name + ".pdf", (site / f"downloads/{name}.pdf").read_bytes())
