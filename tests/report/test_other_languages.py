"""A report that asks for a language that the product does not write is told so, and nothing else."""

import re
from pathlib import Path

import pytest

from report.load import load_report
from report.problems import ReportError
from samples import lay_out


def refused(root: Path) -> list[str]:
    with pytest.raises(ReportError) as error:
        load_report(root)
    return [problem.render().splitlines()[0] for problem in error.value.problems]


def asking(folder: Path, languages: str) -> Path:
    root = lay_out("good", folder)
    file = root / "data/report.yml"
    file.write_text(file.read_text(encoding="utf-8") + f"languages: {languages}\n", encoding="utf-8")
    return root


@pytest.mark.parametrize(
    ("languages", "said"),
    [
        ("{zh: pt-MO, en: en-GB}", "zh: pt-MO"),
        ("{zh: zh-Hant-MO, en: fr-FR}", "en: fr-FR"),
        ("{fr: fr-FR}", "fr: fr-FR"),
        ("pt", "pt"),
        ("[pt, fr]", "[pt, fr]"),
    ],
)
def test_another_language_is_one_message(tmp_path: Path, languages: str, said: str) -> None:
    message = f"data/report.yml:77: languages: a language that the product does not write: {said}"
    assert refused(asking(tmp_path, languages)) == [message]


@pytest.mark.parametrize("key", ["zh", "pt"])
def test_no_rule_of_chinese_is_applied_to_its_texts(tmp_path: Path, key: str) -> None:
    root = asking(tmp_path, "{zh: pt-MO, en: en-GB}")
    for file in (root / "data").rglob("*.yml"):
        text = re.sub(r"\bstated: .*", "stated: 3,5 milhões", file.read_text(encoding="utf-8"))
        text = re.sub(r"\bzh: [^,}\n]*[\u4e00-\u9fff][^,}\n]*", f"{key}: Foram 3,5 milhões", text)
        file.write_text(text, encoding="utf-8")
    message = "data/report.yml:77: languages: a language that the product does not write: zh: pt-MO"
    assert refused(root) == [message]
