"""The open data, offered: each file with what it holds and how large it is."""

from __future__ import annotations

from markupsafe import Markup

from macros.environment import block, blocks, heading_line
from macros.outlet import FOLDER
from macros.view import View
from report.words import open_data


def downloads(view: View) -> Markup:
    """The files of the open data under their heading; nothing where no files are made."""
    files = [
        (address.removeprefix(FOLDER), address)
        for address in view.outlet.sizes.get(view.language, {})
        if address.startswith(FOLDER)
    ]
    if not files:
        return Markup("")
    head = heading_line(view, 2, view.heading(view.section("data").title), "data")
    words = {name: open_data()[f"file.{name}"][view.language] for name, _ in files}
    return blocks(head, block(view, "downloads", files=files, words=words))
