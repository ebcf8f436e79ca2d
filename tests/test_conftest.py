"""What decides whether a test can run: it must never let CI pass over a test in silence."""

import pytest
from conftest import unavailable
from playwright.sync_api import Browser


def test_what_is_lacking_fails_under_ci(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "true")
    with pytest.raises(pytest.fail.Exception, match="with CI set this is a failure, not a skip"):
        unavailable("no browser: x")


def test_what_is_lacking_skips_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CI", raising=False)
    with pytest.raises(pytest.skip.Exception, match="no browser: x"):
        unavailable("no browser: x")


def test_the_browser_draws_chinese_with_a_font_that_has_it(browser: Browser) -> None:
    """Where no font has the characters, all of them are drawn as the same box."""
    page = browser.new_page()
    page.set_content("<p lang=zh-CN><span id=a>健</span> <span id=b>康</span></p>")
    drawn = {page.locator(f"#{character}").screenshot() for character in "ab"}
    page.close()
    assert len(drawn) == 2
