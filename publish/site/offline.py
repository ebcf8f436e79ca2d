"""The site as a zip, to read without a server: from a disk, a USB stick, or unpacked on an intranet.

It is the same build with four differences, each made while pages are rendered. Links name the file of a page,
since a disk has no pages behind folders. The search index stands beside itself as a script, and a frame
does a worker's work (`offline.js`), since a page from disk may neither fetch nor have a worker. Pages have no
policy, since from disk nothing counts as the site's own. Nothing is there that only servers and networks
use: share cards, the sitemap, the page for a lost address.

Belongs here: those differences, the zip. Does not belong here: the build (`publish.site.events`).

Example::

    report offline offline    # writes offline/zhuzhou-health-2026.1.zip
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
from publish.failures import find_problems
from report.load import load_report
from report.model import Report
from report.problems import ReportError

SETTING = "offline"
"""Key in MkDocs' `extra` that asks for this kind of build."""
INDEX = "index.html"
SCRIPT = "assets/offline.js"
WORKER = Path(__file__).with_name("offline.js")
LEFT_OUT = ("404.html", "sitemap.xml", "sitemap.xml.gz")
"""What only a server uses."""


def is_offline(config: MkDocsConfig) -> bool:
    """Whether this build is to be read without a server."""
    return bool(config.extra.get(SETTING))


def worker_file(config: MkDocsConfig) -> File:
    """The script that takes the place of the browser's worker."""
    return File.generated(config, SCRIPT, content=WORKER.read_text(encoding="utf-8"))


def name_the_file(file: File) -> None:
    """Let links to a page name its file."""
    file.url = file.dest_uri


def keep_address(page: Page) -> None:
    """Let a page be known by its address on the published site, not by its file."""
    if page.canonical_url:
        page.canonical_url = page.canonical_url.removesuffix(INDEX)


def name_of(report: Report) -> str:
    """The name of the zip and of the folder in it: letters, digits and points that every system takes."""
    words = re.findall("[a-z0-9]+", report.edition.site.name.en.lower())
    return "-".join([*words, f"{report.edition.edition}.{report.edition.revision}"])


def make_zip(root: Path, target: Path) -> Path:
    """Build the site and pack it.

    Args:
        root: The project's folder.
        target: Folder to write to; made if it is not there.

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
        zip_file = target / f"{name_of(report)}.zip"
        with replacing(zip_file) as new:
            _pack(site, new, report)
        return zip_file


def _pack(site: Path, zip_file: Path, report: Report) -> None:
    """Every file in the order of its name, dated with the edition: a zip keeps no time zone."""
    day = report.edition.published
    with zipfile.ZipFile(zip_file, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for file in sorted(path for path in site.rglob("*") if path.is_file()):
            name = file.relative_to(site).as_posix()
            if name in LEFT_OUT or file.suffix == ".map":  # A map is read by those who debug the theme.
                continue
            entry = zipfile.ZipInfo(f"{name_of(report)}/{name}", (day.year, day.month, day.day, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3  # Unix, wherever it was made.
            entry.external_attr = 0o644 << 16
            packed.writestr(entry, file.read_bytes(), compresslevel=9)


def write_zip(root: Path, target: Path) -> int:
    """Write the zip and say which it is, or why there is none.

    Returns:
        0 when it is there, 1 when it is not.
    """
    said = logging.StreamHandler()  # Outside its own command, MkDocs says nowhere what keeps it from building.
    logging.getLogger("mkdocs").addHandler(said)
    try:
        sys.stdout.write(f"{make_zip(root, target).as_posix()}\n")
    except MkDocsException as error:
        sys.stderr.write(f"{error.message}\n")
    except Exception as error:  # Of a template of the theme, for example, anything may come.
        sys.stderr.write(f"{ReportError(find_problems(error)).render()}\n")
    else:
        return 0
    finally:
        logging.getLogger("mkdocs").removeHandler(said)
    return 1
