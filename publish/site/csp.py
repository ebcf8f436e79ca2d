"""The content security policy of a rendered page: this site's own files and the page's inline scripts are allowed.

The browser refuses every other script, so that data taken for markup by mistake could do nothing. An inline script
is allowed by its hash, taken from the rendered page.

The preview and the copy to read offline have no policy: MkDocs adds a script to the former, and from disk
nothing counts as the site's own.

Belongs here: reading scripts, writing the policy. Does not belong here: its place in the page (`overrides/main.html`).

Example:
    >>> inline_scripts('<script src="a.js"></script><script>let a</script>')
    ['let a']
"""

from __future__ import annotations

import base64
import hashlib
import re

PLACEHOLDER = "policy-of-this-page"
"""Printed by the template in place of the policy, since the hashes are known only once the page is rendered."""

_SCRIPT = re.compile(r"<script\b([^>]*)>(.*?)</script", re.DOTALL | re.IGNORECASE)
_SOURCE = re.compile(r"\bsrc\s*=", re.IGNORECASE)
_DATA = re.compile(r"""\btype\s*=\s*["']?application/(?:ld\+)?json""", re.IGNORECASE)

DIRECTIVES = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self' 'unsafe-inline'",  # Material and the drawings have styles of their own in the page.
    "img-src": "'self' data:",  # Icons in Material's styles.
    "font-src": "'self'",
    "connect-src": "'self'",  # The search index.
    "worker-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'self'",
}
"""What a page may load; anything else, such as frames, objects and fonts of other hosts, is refused."""


def inline_scripts(html: str) -> list[str]:
    """The inline scripts of a page; data in JSON does not run and is left out."""
    found = _SCRIPT.findall(html)
    return [body for attributes, body in found if not _SOURCE.search(attributes) and not _DATA.search(attributes)]


def policy_of(html: str) -> str:
    """The policy of a page, with the hash of each inline script as CSP level 2 defines it."""
    hashes = dict.fromkeys(f"'sha256-{_hash(script)}'" for script in inline_scripts(html))
    directives = {**DIRECTIVES, "script-src": " ".join([DIRECTIVES["script-src"], *hashes])}
    return "; ".join(f"{name} {value}" for name, value in directives.items())


def with_policy(html: str) -> str:
    """A page with its policy in place of the placeholder."""
    return html.replace(PLACEHOLDER, policy_of(html), 1)


def _hash(script: str) -> str:
    return base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
