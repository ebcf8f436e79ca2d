"""The stylesheets as one file, the theme's without what no page of this site uses: most of a first visit's weight.

A page is shown when all its stylesheets are there, and one is there sooner than many. A rule is left out if it is for
a class, a direction or a colour that stands in no page and in no script; a custom property, if nothing reads it.
Whatever is in doubt stays: names that a script may put together, elements, states.

Belongs here: reading which names are used, dropping rules, joining files. Our own stylesheets lose their comments
alone: each of their rules was written to be used. Does not belong here: what a rule says.

Example:
    >>> lighten(".a{color:red}.b,.c{color:blue}", Used({"c"}, set()))
    '.c{color:blue}'
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from itertools import groupby
from pathlib import Path

THEME = "assets/stylesheets"
"""Folder of the theme's stylesheets, and of those that are joined, below that of the site."""
_STRING = r"\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*'"
_SKIPPED = re.compile(rf"/\*.*?\*/|{_STRING}|\((?:[^()\"']|{_STRING})*\)", re.DOTALL)
_COMMENT = re.compile(rf"({_STRING})|/\*.*?\*/", re.DOTALL)
_INSIDE = re.compile(r"\([^()]*\)")
_CLASS = re.compile(r"\.(-?[A-Za-z_][\w-]*)")
_FIXED = re.compile(r"\[((?:dir|data-md-color-(?:primary|accent))=)\"?([\w-]+)\"?\]")
_ATTRIBUTE = re.compile(r"\b(class|dir|data-md-color-(?:primary|accent))=\"([^\"]*)\"")
_WORD = re.compile(r"[A-Za-z_][\w-]{2,}")  # Shorter ones are a script's variables, and the classes of coloured code.
_PROPERTY = re.compile(r"--[\w-]+(?=:)")
_LINK = re.compile(r'<link rel="stylesheet" href="((?:[^":?]*/)??)(assets/[^"?]+\.css)">\s*')
_RUN = re.compile(rf"(?:{_LINK.pattern})+")
_ELSEWHERE = re.compile(r"@import|url\((?!\s*[\"']?(?:data:|#))")


@dataclass(frozen=True)
class Used:
    """What the pages of a site use.

    Attributes:
        classes: Classes of all elements, and the words of all scripts: a class may be set by one.
        fixed: Attributes that no script gives a value of its own, as `dir=ltr`.
    """

    classes: set[str]
    fixed: set[str]

    def has(self, selector: str) -> bool:
        """Tell whether something may answer to a selector; what stands in brackets counts as met."""
        while (plain := _INSIDE.sub("", selector)) != selector:
            selector = plain
        asked = {name + value for name, value in _FIXED.findall(selector)}
        return self.classes.issuperset(_CLASS.findall(selector)) and self.fixed.issuperset(asked)


def read_used(folder: Path) -> Used:
    """Read all pages and scripts of a built site."""
    classes: set[str] = set()
    fixed: set[str] = set()
    for page in folder.rglob("*.html"):
        for name, value in set(_ATTRIBUTE.findall(page.read_text(encoding="utf-8"))):
            if name == "class":
                classes.update(value.split())
            else:
                fixed.add(f"{name}={value}")
    return Used(classes.union(*map(_WORD.findall, _scripts(folder))), fixed)


def _scripts(folder: Path) -> list[str]:
    return [file.read_text(encoding="utf-8") for file in sorted(folder.glob("assets/**/*.js"))]


def join_stylesheets(folder: Path) -> None:
    """Make the stylesheets lighter, join those that a page asks for one after another, and let it ask for that one.

    The name of what is joined tells its content: a browser that keeps that of an older edition would lack rules. A
    stylesheet of our own that names other files by a path stays apart, since the path starts where it lies.

    Args:
        folder: The built site.

    Raises:
        ValueError: A stylesheet has braces that do not match.
    """
    texts = _lightened(folder)
    apart = {name for name, text in texts.items() if _ELSEWHERE.search(text)}
    joined: dict[str, str] = {}
    parts: set[str] = set()

    def join(run: re.Match[str]) -> str:
        """The links of a run, those in sequence that can be joined as one."""
        links = []
        for whole, group in groupby(_LINK.findall(run[0]), lambda link: link[1] in texts.keys() - apart):
            linked = list(group)
            if whole:
                names = [name for _, name in linked]
                text = "\n".join(map(texts.__getitem__, names))
                linked = [(linked[0][0], f"{THEME}/site.{sha256(text.encode()).hexdigest()[:8]}.min.css")]
                joined[linked[0][1]] = text
                parts.update(names)
            links += [f'<link rel="stylesheet" href="{base}{name}">\n' for base, name in linked]
        return "".join(links)

    for page in folder.rglob("*.html"):
        page.write_text(_RUN.sub(join, page.read_text(encoding="utf-8")), encoding="utf-8", newline="")
    for name, text in {**texts, **joined}.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    for file in [*map(folder.joinpath, parts), *(folder / THEME).glob("*.map")]:
        file.unlink()


def _lightened(folder: Path) -> dict[str, str]:
    """Each stylesheet's text, by its path: the theme's with the rules that the pages use, ours without comments."""
    used = read_used(folder)
    theme, own = (
        {file.relative_to(folder).as_posix(): file.read_text(encoding="utf-8") for file in sorted(files)}
        for files in ((folder / THEME).glob("*.css"), (folder / "assets").glob("*.css"))
    )
    own = {name: without_comments(text) for name, text in own.items()}
    light = [lighten(text, used) for text in theme.values()]
    return dict(zip(theme, _drop_unread(light, [*own.values(), *_scripts(folder)]), strict=True)) | own


def lighten(text: str, used: Used) -> str:
    """A stylesheet without the rules for what is not used; no space is added or taken within a rule.

    Raises:
        ValueError: Braces do not match.
    """
    kept = []
    for head, body in _rules(text):
        name = head.lstrip()
        if body is None:
            kept.append(head)
        elif name.startswith(("@media", "@supports", "@layer", "@container")):
            if inner := lighten(body, used):
                kept.append(f"{head}{{{inner}}}")
        elif name.startswith("@"):
            kept.append(f"{head}{{{body}}}")
        elif selectors := [one for one in _split(head, ",") if used.has(one)]:
            kept.append(f"{','.join(selectors)}{{{body}}}")
    return "".join(kept)


def without_comments(text: str) -> str:
    """A stylesheet without its comments, empty lines and indents.

    Example:
        >>> without_comments('/* why */ a { content: "/* kept */" }')
        'a { content: "/* kept */" }'
    """
    bare = _COMMENT.sub(lambda found: found[1] or "", text)
    return re.sub(r"\n\s+", "\n", bare).lstrip()


def _rules(text: str) -> Iterator[tuple[str, str | None]]:
    """Each rule's head and what stands in its braces; a rule without braces, as @charset, with its semicolon."""
    marks = _masked(text)
    start = depth = opened = 0
    for at, mark in enumerate(marks):
        if mark == "{":
            opened = opened if depth else at
            depth += 1
        elif mark == "}":
            depth -= 1
            if depth < 0:
                break
            if not depth:
                yield text[start:opened], text[opened + 1 : at]
                start = at + 1
        elif mark == ";" and not depth:
            yield text[start : at + 1], None
            start = at + 1
    if depth:
        raise ValueError(f"braces do not match: {text[start : start + 60]!r}")


def _masked(text: str) -> str:
    """The text with comments, strings and brackets blanked out, so that a mark found in it is a mark."""
    while (masked := _SKIPPED.sub(_blank, text)) != text:
        text = masked
    return text


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])


def _split(text: str, mark: str) -> list[str]:
    """The parts of a text between marks that stand outside strings and brackets."""
    places = [at for at, sign in enumerate(_masked(text)) if sign == mark]
    return [text[a:b] for a, b in zip([0, *(at + 1 for at in places)], [*places, len(text)], strict=True)]


def _drop_unread(texts: list[str], readers: Iterable[str]) -> list[str]:
    """Stylesheets without the custom properties that neither they nor their readers use."""
    known = "\n".join([*texts, *readers])
    declared = set(_PROPERTY.findall("\n".join(texts)))
    unread = {name for name in declared if not re.search(rf"{re.escape(name)}(?![\w-])(?!\s*:)", known)}
    return [_rebuild(text, unread) for text in texts]


def _rebuild(text: str, unread: set[str]) -> str:
    parts = []
    for head, body in _rules(text):
        if body is None:
            parts.append(head)
        elif "{" in _masked(body):
            parts.append(f"{head}{{{_rebuild(body, unread)}}}")
        else:
            kept = [one for one in _split(body, ";") if one.partition(":")[0].strip() not in unread]
            parts.append(f"{head}{{{';'.join(kept)}}}" if any(one.strip() for one in kept) else "")
    return "".join(parts)
