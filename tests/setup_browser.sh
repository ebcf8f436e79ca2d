#!/bin/sh
# Brings the browsers and the Chinese font that the tests of finished pages need; does nothing where both are there.
# Debian's Chromium without windows is taken first: it is the same engine, and opens a page in half the time.
# Usage: sh tests/setup_browser.sh PYTHON   (the environment's Python, which has Playwright)
# It never fails: a test that lacks its browser says so itself, and under CI that is a failure (tests/conftest.py).
set -u
python=${1:-python3}

has_browser() {
  command -v chromium-headless-shell >/dev/null 2>&1 || command -v chromium >/dev/null 2>&1 || "$python" - 2>/dev/null <<'PY'
import pathlib, sys
from playwright.sync_api import sync_playwright
with sync_playwright() as playwright:
    sys.exit(not pathlib.Path(playwright.chromium.executable_path).exists())
PY
}

has_font() { # macOS and Windows bring Chinese fonts; elsewhere fontconfig knows
  [ "$(uname -s)" != Linux ] || [ -n "$(fc-list :lang=zh family 2>/dev/null)" ]
}

could_be_quicker() {
  grep -qs '^ID=debian' /etc/os-release && [ "$(id -u)" = 0 ] && ! command -v chromium-headless-shell >/dev/null 2>&1
}

lacks_engines() { # Firefox and WebKitGTK, as Debian packs them (tests/engines.py); elsewhere their tests are skipped
  grep -qs '^ID=debian' /etc/os-release && [ "$(id -u)" = 0 ] &&
    ! { command -v firefox-esr && command -v WebKitWebDriver && command -v Xvfb; } >/dev/null 2>&1
}

has_browser && has_font && ! could_be_quicker && ! lacks_engines && exit 0

if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
  # Ubuntu's packages of Chromium only point at a snap, so Playwright's own follows below.
  packages=fonts-noto-cjk
  could_be_quicker && packages="chromium-headless-shell $packages"
  lacks_engines && packages="firefox-esr webkit2gtk-driver xvfb $packages"
  echo "Installing for the tests: $packages …"
  export DEBIAN_FRONTEND=noninteractive
  # shellcheck disable=SC2086  # one word a package
  apt-get update -qq && apt-get install -qq -y --no-install-recommends $packages fontconfig >/dev/null
fi

# Under CI, --with-deps adds by itself the system libraries and the fonts; on a person's machine nothing asks for a password.
if ! has_browser || { [ -n "${CI:-}" ] && ! has_font; }; then
  echo "Downloading Playwright's Chromium for the tests …"
  "$python" -m playwright install ${CI:+--with-deps} chromium
fi

has_browser || echo "No browser could be had: the tests of finished pages are skipped." >&2
has_font || echo "No Chinese font could be had: the tests of finished pages are skipped. Install one, such as Noto Sans CJK." >&2
exit 0
