"""axe-core on a page that is open: once brought in, asked again at each width and in each scheme without a reload.

Here belongs which rules are asked and how an answer reads. Which pages are asked belongs to the tests.
"""

from conftest import unavailable
from playwright.sync_api import Page

TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice")
COLOURS = ("color-contrast", "link-in-text-block")
"""Rules whose answer a change of scheme can change; the others look at structure, names and sizes."""
_ASK = """async (only) => {
  const { violations } = await axe.run({ runOnly: only, resultTypes: ["violations"] });
  return violations.map(({ id, nodes: [first, ...more] }) =>
    [id, more.length + 1, first.target.join(" "), first.failureSummary].join(": "));
}"""


def bring(page: Page) -> None:
    """Load axe-core into the page; where it is not installed the test is skipped, and fails under CI."""
    try:
        from axe_playwright_python.base import AXE_SCRIPT
    except ImportError:
        unavailable("axe-playwright-python is not installed: make test installs it")
    page.evaluate(AXE_SCRIPT)


def findings(page: Page, rules: tuple[str, ...] = ()) -> list[str]:
    """What axe-core finds wrong on the page as it stands: each rule with its first place.

    Args:
        page: A page that axe-core was brought into.
        rules: Rules to ask; all that bear one of `TAGS` if none are named.
    """
    only = {"type": "rule", "values": list(rules)} if rules else {"type": "tag", "values": list(TAGS)}
    found: list[str] = page.evaluate(_ASK, only)
    return found
