"""Download lists of the open data and the annual summary, with description and size of each file."""

from __future__ import annotations

from markupsafe import Markup

from macros.environment import block, blocks, heading_line
from macros.site_context import DATA_FOLDER
from macros.view import View
from report.file_size import write_size

HOME_FILES = ("figures.csv", "results.csv", "commitments.csv", "report.xlsx")
"""Names of the open data's files on the home page; the page of figures has them all."""


def downloads(view: View) -> Markup:
    """The files of the open data under their heading; empty where there are no files."""
    files = _open_data(view)
    if not files:
        return Markup("")
    head = heading_line(view, 2, view.heading(view.section("data").title), "data")
    return blocks(head, block(view, "downloads", files=files))


def summary_files(view: View) -> Markup:
    """The annual summary as PDF: in full, in two pages, its annex."""
    return block(view, "downloads", files=_summary(view))


def home_downloads(view: View) -> Markup:
    """The hand-out first, then the summary and the tables that most readers want."""
    summary, two_pages, annex = _summary(view)
    files = [file for file in _open_data(view) if file[2].rpartition("/")[2] in HOME_FILES]
    more = bool(files) and "figures" in view.report.page
    return block(view, "home_downloads", hand_out=two_pages[2:], files=[summary, annex, *files], more=more)


def _open_data(view: View) -> list[tuple[str, str, str, str]]:
    """Kind, words, address and size of each file of the open data."""
    files = []
    for address in view.site_context.file_sizes.get(view.language, {}):
        if address.startswith(DATA_FOLDER):
            name = address.removeprefix(DATA_FOLDER)
            kind = name.rpartition(".")[2].upper()
            words = view.report.open_data_word(f"file.{name}", view.language)
            files.append((kind, words, view.link(address), view.size(address)))
    return files


def _summary(view: View) -> list[tuple[str, str, str, str]]:
    """As `_open_data`, for the summary, whose files are below the root of all languages; a preview knows no size."""
    below = bool(getattr(view.report.edition.folders, view.language)) and not view.site_context.apart
    root = "../" * (view.address.count("/") + below)
    files = []
    for end, key in (("", "summary.full"), ("-2pages", "summary.two-pages"), ("-annex", "summary.annex")):
        name = f"annual-summary-{view.language}{end}.pdf"
        bytes_ = view.site_context.pdf_sizes.get(name)
        size = write_size(bytes_, view.language, view.report.interface_word) if bytes_ else ""
        files.append(("PDF", view.word(key), f"{root}downloads/{name}", size))
    return files
