"""What the preview says of fifty slips is what `report check` says, in the same order, in terminal and browser.

Its builds run in this process. Here belongs comparing; a preview that runs: test_preview.
"""

import re
import sys
from html import unescape
from pathlib import Path

import pytest
from building import SAMPLE, as_a_command, copy_sample
from mkdocs.commands import serve
from mkdocs.config import load_config

from samples import SITES

ARTICLE = '<article class="md-content__inner'


def rebuild(project: Path, printed: list[str] | None = None) -> str:
    """What the preview does after a save, in this process; the page that then stands in the browser.

    Args:
        project: The project.
        printed: Gets the warnings and errors that stand in the terminal.
    """
    with as_a_command(project) as logged, pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "dont_write_bytecode", sys.dont_write_bytecode)
        patch.setattr(serve, "build", serve.build)
        config = load_config(str(project / "mkdocs.yml"), dev_addr="127.0.0.1:0")
        config.plugins.on_startup(command="serve", dirty=False)
        serve.build(config)
        config.plugins.on_shutdown()
        if printed is not None:
            printed += logged.lines
    return (project / "site/en/2026/index.html").read_text(encoding="utf-8")


def as_printed(page: str) -> str:
    """The problems of the preview's page, in its order, as `report check` would print them."""
    lines = []
    items = re.findall(r"<li>.*?</li>", page, re.DOTALL)
    for item in items:
        place, what = re.findall(r"<code>(.*?)</code>.*?<br>(.*?)\n", item, re.DOTALL)[0]
        words = dict(re.findall(r"<dt[^>]*>(\w+)(?: ·[^\n]*)?</dt><dd[^>]*>(.*?)</dd>", item, re.DOTALL))
        lines.append(f"{place}: {what}")
        lines += [f"  {name.lower()}: {words[name]}" for name in ("Expected", "Got") if name in words]
        lines += [f"  hint: {words['Hint']} / 提示：{words['提示']}"] if "Hint" in words else []
    return unescape("\n".join([*lines, f"{len(items)} problem{'s'[: len(items) > 1]}. Nothing was written."]))


def test_fifty_kinds_of_slip_in_a_row_and_the_preview_recovers(tmp_path: Path) -> None:
    """The slips of the sample sites, saved one after another, on the project that they were written for."""
    project = copy_sample(tmp_path / "project")
    assert ARTICLE in rebuild(project)
    cases = [case for case in sorted(SITES.iterdir()) if (case / "expected.txt").is_file() and (case / "data").is_dir()]
    mistake = re.compile(r"data/(?!verification)\S+:\d+: ")  # What is on record and gone, a strict build alone refuses.
    told = [case for case in cases if mistake.match((case / "expected.txt").read_text(encoding="utf-8"))]
    assert len(told) >= 50
    for case in told[:50]:
        files = [path.relative_to(case / "data") for path in sorted((case / "data").rglob("*")) if path.is_file()]
        for file in files:
            (project / "data" / file).write_bytes((case / "data" / file).read_bytes())
        expected = (case / "expected.txt").read_text(encoding="utf-8").removesuffix("\n")
        place = expected.split(": ")[0]
        printed: list[str] = []
        page = rebuild(project, printed)
        assert f"<code>{place}</code>" in page, f"{case.name}: {page[-1500:]}"
        if not (case / "data/report.yml").is_file():  # Else `expected.txt` is what a strict check says.
            assert "\n".join(printed) == f"ERROR    -  {expected}", case.name
            assert as_printed(page) == expected, case.name
        for file in files:
            mended, good = project / "data" / file, SAMPLE / file
            mended.write_bytes(good.read_bytes()) if good.is_file() else mended.unlink()
    assert ARTICLE in rebuild(project)
