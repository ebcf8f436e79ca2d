"""What every test may ask for: the browser, and the folder of source articles.

Here belongs what several test modules share and what decides whether a test can run at all.
What one module alone needs stays in that module.

Example::

    def test_home_has_a_heading(browser: Browser) -> None:
        page = browser.new_page()
        ...
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, NoReturn
from urllib.parse import urlsplit

import hypothesis
import pytest
from building import ADDRESS, built_site, share
from playwright.sync_api import Browser, Error, Page, expect, sync_playwright
from serving import serve

from report.words.forms import use_form

# How long a case takes says how busy the machine is; and each run tries the same cases, so that none fails by chance.
hypothesis.settings.register_profile(
    "tests", deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow], derandomize=True
)
hypothesis.settings.load_profile("tests")
expect.set_options(timeout=30_000)  # Milliseconds; what is true at once is not waited for.

ARTICLES_ABSENT = (
    "Tests that compare the data with the full source articles did not run: the articles are not in this "
    "repository. To run them: make test ARTICLES=folder"
)

# The first two let Debian's Chromium run as root in a container without a graphics card;
# the others keep it from asking the network for anything of its own.
CHROMIUM_FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--font-render-hinting=none",  # As in a window; without one, text is else set in whole pixels.
)

# Begun last, one of these would leave the other cores idle. The first needs the real site, the second the sample, so
# that neither worker waits for the other.
LONGEST = (
    "test_browser_cards",
    "test_preview",
    "test_browser_ways",
    "test_warm",
    "test_browser_modes",
    "test_browser_axe",
    "test_browser_site",
    "test_summary",
    "test_site",
    "test_new_report",
    "test_overrides",
    "test_mutations",
    "test_check",
    "test_offline",
    "test_sites",
    "test_preview_slips",
    "test_markdown_export",
    "test_weight",
    "test_summary_checks",
    "test_print",
    "test_browser_keys",
    "test_charts_report",
    "test_browser_charts",
    "test_browser_list",
    "test_hostile",
    "test_publishing",
    "test_cache",
    "test_pages",
)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--articles",
        metavar="DIR",
        type=Path,
        default=os.environ.get("REPORT_ARTICLES"),
        help="folder of the full source articles (default: $REPORT_ARTICLES)",
    )
    parser.addoption(
        "--all-pages", action="store_true", help="look at every page, not at one of each kind in a language"
    )
    parser.addoption("--all-mutations", action="store_true", help="make every slip of test_mutations, not a sample")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The modules that take longest first: begun last, one of them would leave the other cores idle."""
    order = {module: place for place, module in enumerate(LONGEST)}
    items.sort(key=lambda item: order.get(item.path.stem, len(order)))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    if not config.getoption("articles"):
        terminalreporter.write_line(ARTICLES_ABSENT)


@pytest.fixture(scope="session")
def articles(request: pytest.FixtureRequest) -> Path:
    """The folder of the source articles; where none was named the test is skipped, under CI too.

    The articles belong to their publishers and are not in the repository, so that no machine
    but an editor's can be expected to have them.
    """
    folder: Path | None = request.config.getoption("articles")
    if not folder:
        pytest.skip("no source articles: make test ARTICLES=folder")
    if not Path(folder).is_dir():
        pytest.fail(f"--articles {folder}: no such folder", pytrace=False)
    return Path(folder).resolve()


def unavailable(what: str) -> NoReturn:
    """Skip a test for what this machine lacks; under CI, where nothing may be lacking, fail it."""
    if os.environ.get("CI"):
        pytest.fail(f"{what} (with CI set this is a failure, not a skip)", pytrace=False)
    pytest.skip(what)


def has_chinese_font() -> bool:
    """Tell whether a browser here can draw Chinese; macOS and Windows bring fonts of their own."""
    if sys.platform != "linux":
        return True
    if not shutil.which("fc-list"):
        return False
    found = subprocess.run(["fc-list", ":lang=zh", "family"], capture_output=True, check=False)
    return bool(found.stdout.strip())


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One headless Chromium for the whole run: the system's, else the one Playwright downloaded.

    Debian packs Chromium without its windows too; a new context costs half as much there.
    """
    if not has_chinese_font():
        unavailable("no Chinese font: tests/setup_browser.sh could not install one")
    with sync_playwright() as playwright:
        try:
            chromium = playwright.chromium.launch(
                executable_path=shutil.which("chromium-headless-shell") or shutil.which("chromium"),
                args=list(CHROMIUM_FLAGS),
            )
        except Error as error:
            unavailable(f"no browser: {error.message.splitlines()[0]}")
        yield chromium
        chromium.close()


@pytest.fixture(scope="session", autouse=True)
def _shared(tmp_path_factory: pytest.TempPathFactory) -> None:
    """The folder of this run, which all workers have in common; each has its own below it."""
    own = tmp_path_factory.getbasetemp()
    share(own.parent if "PYTEST_XDIST_WORKER" in os.environ else own)


PATH = urlsplit(ADDRESS).path  # The site stands below a path, as on a project's page of a code host.


@pytest.fixture(scope="session")
def address() -> Iterator[str]:
    """Where the built site is served; each page brings the policy that it is held to."""
    with serve(built_site(), PATH) as address:
        yield address


Portion = Callable[[Sequence[Any], str], Sequence[Any]]


@pytest.fixture(scope="session")
def portion(request: pytest.FixtureRequest) -> Portion:
    """Which pages, or widths, a test looks at in a language: every second one, and in the other language the others.

    Templates and styles are the same in both. With `--all-pages`, as `make test-all` has it, all in both.
    """
    whole = request.config.getoption("all_pages")
    return lambda of, prefix: of if whole else of[bool(prefix) :: 2]


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page in a wide window; an error in the console fails the test."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    yield page
    context.close()
    assert errors == []


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    """A page on a small screen that is touched."""
    context = browser.new_context(viewport={"width": 375, "height": 700}, has_touch=True, is_mobile=True)
    yield context.new_page()
    context.close()


@pytest.fixture(autouse=True)
def messages_in_simplified_chinese() -> None:
    """Messages follow the report that was read last; each test begins as a new process does."""
    use_form("")
