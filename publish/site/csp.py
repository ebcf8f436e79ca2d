"""The content security policy of a finished page: only this site's own files, and the inline scripts it really has.

A browser that reads it refuses every other script, so that a word which slipped through as markup could do
nothing. A script of the site's own is allowed by its hash, taken from the finished page, whoever put it there.

The preview and the copy to read offline have no policy: MkDocs adds a script to the one, and from disk
nothing counts as the site's own.

Belongs here: reading scripts, writing the policy. Does not belong here: where it stands (`overrides/main.html`).

Example:
    >>> inline_scripts('<script src="a.js"></script><script>let a</script>')
    ['let a']
"""

from __future__ import annotations

import base64
import hashlib
import re

PLACE = "policy-of-this-page"
"""What the template prints where the policy goes, since the hashes are known only once the page is finished."""

_SCRIPT = re.compile(r"<script\b([^>]*)>(.*?)</script", re.DOTALL | re.IGNORECASE)
_SOURCE = re.compile(r"\bsrc\s*=", re.IGNORECASE)
_DATA = re.compile(r"""\btype\s*=\s*["']?application/(?:ld\+)?json""", re.IGNORECASE)

DIRECTIVES = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self' 'unsafe-inline'",  # Material and the drawings have styles of their own in the page.
    "img-src": "'self' data:",  # Icons in Material's styles.
    "connect-src": "'self'",  # The search index.
    "worker-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'self'",
}
"""What a page may do; what is not named, such as frames, objects and fonts from elsewhere, it may not."""


def inline_scripts(html: str) -> list[str]:
    """The scripts that stand in a page itself, as they run; data in JSON does not run."""
    found = _SCRIPT.findall(html)
    return [body for attributes, body in found if not _SOURCE.search(attributes) and not _DATA.search(attributes)]


def policy_of(html: str) -> str:
    """The policy of a page, with the hash of each inline script as CSP level 2 defines it."""
    hashes = dict.fromkeys(f"'sha256-{_hash(script)}'" for script in inline_scripts(html))
    directives = {**DIRECTIVES, "script-src": " ".join([DIRECTIVES["script-src"], *hashes])}
    return "; ".join(f"{name} {value}" for name, value in directives.items())


def with_policy(html: str) -> str:
    """A page with its policy in the place that the template kept for it."""
    return html.replace(PLACE, policy_of(html), 1)


def _hash(script: str) -> str:
    return base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
