"""Markdown export: each language as a folder of plain Markdown that any generator can build.

A folder holds what `macros` rendered, one `index.md` for each address, the assets, and settings that MkDocs and
its successors read. It needs no hook and no plugin.

Belongs here: files and folders. Does not belong here: the pages' text.

Example::

    report render out    # writes out/zh and out/en
"""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

from charts.inputs import use_fonts_of
from macros.charts import chart_files
from macros.navigation import NavItem, navigation
from macros.pages import CACHE, Page, render_pages
from publish.data import files as open_data
from publish.paths import assets_beside
from publish.site.languages import Language, languages_of
from publish.summary.api import FOLDER, file_names, make_summaries
from report.figures import write_text
from report.load import load_report
from report.model import Report


def write_trees(root: Path, target: Path, address: str = "") -> list[Path]:
    """Write every language of the report below a folder.

    Args:
        root: The project's folder.
        target: Folder to write to; the folders of the languages in it are replaced.
        address: Address of the site, with `/` at its end, for citations; empty where it is not known.

    Returns:
        The folder of each language, with a `mkdocs.yml` and the pages in `docs/`.

    Raises:
        ReportError: The report has problems; nothing is written.
    """
    use_fonts_of(root)
    report = load_report(root)
    data = open_data.make_files(report, address)
    languages = languages_of(report)
    site_context = replace(open_data.site_context(report, data, address), apart=True)
    pages = render_pages(report, root / "docs", site_context)
    pdfs = dict(make_summaries(report, root, address))
    charts = list(chart_files(report, root / CACHE))
    files = {language.code: [f for f in charts if f.language == language.code] for language in languages}
    folders = []
    for language in languages:
        folder = target / language.code
        shutil.rmtree(folder, ignore_errors=True)
        if (root / "docs" / "assets").is_dir():
            shutil.copytree(root / "docs" / "assets", folder / "docs" / "assets")
        for asset, source in assets_beside(root / "docs").items():
            (folder / "docs" / asset).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, folder / "docs" / asset)
        for page in pages:
            if page.language == language.code:
                _write_page(folder / "docs", page)
        for file in files[language.code]:
            path = folder / "docs" / file.address
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(file.content)
        offered = {
            path: content for path, content in data.items() if open_data.language_of(path, languages) == language
        }
        own = {path.removeprefix(language.prefix): content for path, content in offered.items()}
        own |= {f"{FOLDER}/{name}": pdf for name, pdf in pdfs.items() if name in file_names(language.code)}
        open_data.write_files(folder / "docs", own)
        settings = json.dumps(_settings(report, language), ensure_ascii=False, indent=2)  # JSON is YAML.
        (folder / "mkdocs.yml").write_text(settings + "\n", encoding="utf-8", newline="\n")
        folders.append(folder)
    return folders


def _write_page(docs: Path, page: Page) -> None:
    file = docs / page.address / "index.md"
    file.parent.mkdir(parents=True, exist_ok=True)
    head = {"title": page.title, "description": page.description}
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in head.items()]
    text = "\n".join(["---", *lines, "---", "", page.markdown])
    file.write_text(text, encoding="utf-8", newline="\n")


def _settings(report: Report, language: Language) -> dict[str, Any]:
    return {
        "site_name": write_text(report, report.edition.site.name, language.code),
        "nav": [_entry(item) for item in navigation(report, language.code)],
        "theme": {"name": "material", "language": language.theme, "font": False},
        "markdown_extensions": ["attr_list"],
        "extra_css": ["assets/tokens.css", "assets/site.css"],
        "validation": {"nav": {"omitted_files": "ignore"}},  # Pages of figures are reached by links.
    }


def _entry(item: NavItem) -> dict[str, Any]:
    own = [] if item.address is None else [f"{item.address}index.md"]
    if not item.children:
        return {item.title: own[0]}
    return {item.title: [*own, *(_entry(child) for child in item.children)]}
