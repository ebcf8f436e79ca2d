"""The pictures of the guides: a preview, an error page, the home pages of report and samples, a chart of each kind.

The first two show the sample library, the third the report itself, the charts their samples.

    PYTHONPATH=. python tests/guide_pictures.py              writes all pictures anew
    PYTHONPATH=. python tests/guide_pictures.py samples      writes the pictures of the samples alone

Belongs here: what the pictures show, and their size. That the guide is true is tested in `test_guide`.
"""

import sys
import tempfile
from io import BytesIO
from pathlib import Path

from building import SAMPLES as REPORTS
from building import build, built_site, lay_out_sample, mkdocs
from chart_samples import SAMPLES
from conftest import CHROMIUM_FLAGS
from PIL import Image
from playwright.sync_api import Browser, sync_playwright
from serving import serve

from charts import NARROW, draw
from charts.export import png
from charts.kinds import DATA_KINDS
from publish.new_report import start_report
from publish.site.preview import build_problems, error_page
from report.load import load_report
from report.new_year import prepare_year
from report.problems import ReportError
from report.write_files import write_files
from samples import ROOT

GUIDE = ROOT / "guide"
WIDTH, PREVIEW_HEIGHT, ERROR_HEIGHT, HOME_HEIGHT = 900, 620, 470, 620
HOME_WIDTH = 1200
SAMPLE_WIDTH, SAMPLE_HEIGHT = 720, 400
"""Of the home page of a sample, at half the size at which it is taken."""
MISTAKE = ("    en: the town\n", "")
"""The error page's mistake: the English of a scope is taken away."""
PLACE = "data/figures/reading.yml"


def broken(folder: Path) -> str:
    """The error page of the sample with one mistake in it."""
    path = folder / PLACE
    path.write_text(path.read_text(encoding="utf-8").replace(*MISTAKE, 1), encoding="utf-8", newline="\n")
    try:
        load_report(folder)
    except ReportError as error:
        return error_page(build_problems(error))
    raise AssertionError("the mistake was not found")


def picture(browser: Browser, height: int, *, width: int = WIDTH, address: str = "", html: str = "") -> bytes:
    page = browser.new_page(viewport={"width": width, "height": height}, color_scheme="light")
    page.goto(address) if address else page.set_content(html)
    shot = page.screenshot()
    page.close()
    return shot


def new_year(folder: Path) -> Path:
    """The sample's site in the middle of a new year, as a preview shows it."""
    start_report(folder)
    write_files(folder, prepare_year(folder, 2027).files)
    built = mkdocs("build", "--quiet", root=folder, PYTHONPATH=str(ROOT))
    assert built.returncode == 0, built.stderr
    return folder / "site"


def chart_pictures(folder: Path) -> None:
    """The sample of each kind of chart that `data/charts.yml` may name, as narrow as on a phone."""
    for kind in DATA_KINDS:
        drawn = Image.open(BytesIO(png(draw(kind, SAMPLES[kind]["zh"], NARROW))))
        drawn.resize((drawn.width // 2, drawn.height // 2)).quantize(64).save(folder / f"{kind}.png", optimize=True)


def sample_pictures(browser: Browser, folder: Path) -> None:
    """The home page of each sample, side by side in both languages."""
    for name in sorted(path.name for path in REPORTS.iterdir() if path.is_dir()):
        project = folder / "samples" / name
        lay_out_sample(project, name)
        built = build(project, strict=True)
        assert built.succeeded, built.messages
        whole = Image.new("RGB", (SAMPLE_WIDTH, SAMPLE_HEIGHT))
        with serve(project / "site") as address:
            for number, language in enumerate(("", "en/")):
                shot = picture(browser, SAMPLE_HEIGHT * 2, width=SAMPLE_WIDTH, address=address + language)
                half = Image.open(BytesIO(shot)).resize((SAMPLE_WIDTH // 2, SAMPLE_HEIGHT))
                whole.paste(half, (number * SAMPLE_WIDTH // 2, 0))
        whole.quantize(64).save(GUIDE / "samples" / f"{name}.png", optimize=True)


def main(*only: str) -> None:
    if only != ("samples",):
        other_pictures()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as play:
        browser = play.chromium.launch(executable_path="/usr/bin/chromium", args=list(CHROMIUM_FLAGS))
        sample_pictures(browser, Path(folder))
        browser.close()


def other_pictures() -> None:
    chart_pictures(GUIDE / "charts")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as play:
        browser = play.chromium.launch(executable_path="/usr/bin/chromium", args=list(CHROMIUM_FLAGS))
        site = new_year(Path(folder) / "library")
        with serve(site) as address:
            (GUIDE / "preview.png").write_bytes(picture(browser, PREVIEW_HEIGHT, address=f"{address}2027/"))
        with serve(built_site()) as address:
            (GUIDE / "home.png").write_bytes(picture(browser, HOME_HEIGHT, width=HOME_WIDTH, address=address))
        error = broken(Path(folder) / "library")
        (GUIDE / "error.png").write_bytes(picture(browser, ERROR_HEIGHT, html=error))
        browser.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
