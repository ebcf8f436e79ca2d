"""Markdown export: each language as a folder of plain Markdown that any generator can build.

A folder holds what `macros` rendered, one `index.md` for each address, the assets, and settings that MkDocs and
its successors read. It needs no hook and no plugin.

Belongs here: files and folders. Does not belong here: the pages' text.

Example::

    report render out    # writes out/zh and out/en
"""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from charts.inputs import use_fonts_of
from macros.navigation import NavItem, navigation
from macros.pages import CACHE, Page, render_pages
from publish.data import files as open_data
from publish.paths import assets_beside
from publish.site.languages import Language, language_of, languages_of, site_address
from publish.site.staging import Staging
from publish.summary.api import FOLDER, file_names, make_summaries
from report.figures import write_text
from report.load import load_report
from report.model import Report
from report.problems import ReportError


def write_trees(root: Path, target: Path, address: str = "") -> list[Path]:
    """Write every language of the report below a folder.

    Args:
        root: The project's folder.
        target: Folder to write to; what was written before into the folders of the languages in it is replaced.
        address: Address of the site, for citations, data and PDFs; the report's own where it is empty.

    Returns:
        The folder of each language, with a `mkdocs.yml` and the pages in `docs/`.

    Raises:
        ReportError: The report has problems, or a folder holds files of others; nothing is written.
    """
    use_fonts_of(root)
    report = load_report(root)
    by_folder: dict[str, Language] = {language.code: language for language in languages_of(report)}
    stagings = [Staging(target / code) for code in by_folder]
    if problems := [found for staging in stagings if (found := staging.problem(root, [root / "data", root / "docs"]))]:
        raise ReportError(problems)
    address = site_address(report, address)
    data = open_data.make_files(report, address)
    languages = languages_of(report)
    pdfs = dict(make_summaries(report, root, address))
    sizes = {name: len(pdf) for name, pdf in pdfs.items()}
    site_context = replace(open_data.site_context(report, data, address), apart=True, pdf_sizes=sizes)
    pages = render_pages(report, root / "docs", site_context)
    files = {**data, **open_data.chart_contents(report, root / CACHE, address)}
    own_assets = (path for path in (root / "docs" / "assets").rglob("*") if path.is_file())
    assets = {path.relative_to(root / "docs").as_posix(): path for path in own_assets} | assets_beside(root / "docs")
    for staging in stagings:
        folder = staging.begin()
        language = by_folder[staging.site.name]
        docs = {asset: source.read_bytes() for asset, source in assets.items()}
        docs |= {f"{page.address}index.md": _page(page) for page in pages if page.language == language.code}
        for path, content in files.items():
            if language_of(path, languages) == language:
                docs[path.removeprefix(language.prefix)] = content
        docs |= {f"{FOLDER}/{name}": pdfs[name] for name in file_names(language.code)}
        open_data.write_files(folder / "docs", docs)
        settings = json.dumps(_settings(report, language), ensure_ascii=False, indent=2)  # JSON is YAML.
        open_data.write_files(folder, {"mkdocs.yml": f"{settings}\n".encode()})
        staging.publish()
    return [staging.site for staging in stagings]


def _page(page: Page) -> bytes:
    """A page as Markdown with front matter."""
    head = {"title": page.title, "description": page.description}
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in head.items()]
    return "\n".join(["---", *lines, "---", "", page.markdown]).encode()


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
