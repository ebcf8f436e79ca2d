"""The site as a zip, to read without a server.

It is the same build with four differences. Links name the file of a page, since nothing resolves a folder to its
`index.html` on disk. The search index is written as a script too, and a frame replaces the search worker
(`offline.js`), since a page from disk may neither fetch nor start a worker. Pages have no policy, since from disk
nothing counts as the site's own. What only servers and networks use is left out: share cards, the sitemap, the page
for an unknown address.

Belongs here: those differences, the zip. Does not belong here: the build (`publish.site.events`).

Example::

    report offline offline    # writes offline/library-2026.1.zip
"""

from __future__ import annotations

import logging
import re
import sys
import zipfile
from pathlib import Path
from tempfile import TemporaryDirectory

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page

from cache.atomic import replacing
from publish.addresses import INDEX
from report.load import load_report
from report.model import Report

SETTING = "offline"
"""Key in MkDocs' `extra` for this kind of build."""
SCRIPT = "assets/offline.js"
WORKER = Path(__file__).with_name("offline.js")
LEFT_OUT = ("404.html", "sitemap.xml", "sitemap.xml.gz")
"""What only a server uses."""


def is_offline(config: MkDocsConfig) -> bool:
    """Whether this build is to be read without a server."""
    return bool(config.extra.get(SETTING))


def worker_file(config: MkDocsConfig) -> File:
    """The script that replaces the browser's worker."""
    return File.generated(config, SCRIPT, content=WORKER.read_text(encoding="utf-8"))


def link_to_file(file: File) -> None:
    """Make links to a page name its file."""
    file.url = file.dest_uri


def use_published_address(page: Page) -> None:
    """Set a page's canonical address to that on the published site."""
    if page.canonical_url:
        page.canonical_url = page.canonical_url.removesuffix(INDEX)


def archive_name(report: Report) -> str:
    """The name of the zip and of the folder in it: letters, digits and points that every system allows."""
    words = re.findall("[a-z0-9]+", report.edition.site.name.en.lower())
    return "-".join([*words, f"{report.edition.edition}.{report.edition.revision}"])


def make_zip(root: Path, target: Path) -> Path:
    """Build the site and pack it.

    Args:
        root: The project's folder.
        target: Folder to write to; made if it does not exist.

    Returns:
        The zip. The same report gives the same bytes on one platform.

    Raises:
        Abort: The report cannot be built; MkDocs has logged why, and nothing is written.
    """
    with TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        config = load_config(str(root / "mkdocs.yml"), site_dir=str(site), strict=True)
        config.extra[SETTING] = True
        config.plugins.on_startup(command="build", dirty=False)
        build(config)
        config.plugins.on_shutdown()
        report = load_report(root)
        zip_file = target / f"{archive_name(report)}.zip"
        with replacing(zip_file) as new:
            _pack(site, new, report)
        return zip_file


def _pack(site: Path, zip_file: Path, report: Report) -> None:
    """Pack every file, sorted by name and dated with the edition: a zip has no time zone."""
    day = report.edition.published
    with zipfile.ZipFile(zip_file, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for file in sorted(path for path in site.rglob("*") if path.is_file()):
            name = file.relative_to(site).as_posix()
            if name in LEFT_OUT or file.suffix == ".map":  # Source maps serve to debug the theme.
                continue
            entry = zipfile.ZipInfo(f"{archive_name(report)}/{name}", (day.year, day.month, day.day, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3  # Unix, whatever the system of the build.
            entry.external_attr = 0o644 << 16
            packed.writestr(entry, file.read_bytes(), compresslevel=9)


def write_zip(root: Path, target: Path) -> int:
    """Write the zip and print its path, or MkDocs' error.

    Returns:
        0 when it is written, 1 when it is not.
    """
    handler = logging.StreamHandler()  # Outside its own command, MkDocs does not print what it logs.
    logging.getLogger("mkdocs").addHandler(handler)
    try:
        sys.stdout.write(f"{make_zip(root, target).as_posix()}\n")
    except MkDocsException as error:
        sys.stderr.write(f"{error.message}\n")
        return 1
    finally:
        logging.getLogger("mkdocs").removeHandler(handler)
    return 0
