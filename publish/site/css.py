"""The stylesheets as one file, without the rules that no page of this site uses.

A page is shown when all its stylesheets are loaded, and one loads sooner than many. A selector is removed if it names
a class, a direction or a colour that is in no page and in no script; a custom property, if nothing reads it. In doubt
a rule is left: names that a script may put together, elements, states, the arguments of functions such as `:not()`.

Belongs here: reading which names are used, dropping rules, joining files. Does not belong here: what a rule says.

Example:
    >>> remove_unused(".a{color:red}.b,.c{color:blue}", {"c"})
    '.c{color:blue}'
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from itertools import pairwise
from pathlib import Path
from types import MappingProxyType
from typing import Any

import tinycss2

THEME = "assets/stylesheets"
"""Folder of the theme's stylesheets, and of those that are joined, below that of the site."""
_OURS = "assets"
_FIXED = ("dir=", "data-md-color-primary=", "data-md-color-accent=")
"""Attributes that no script sets."""
_ATTRIBUTE = re.compile(rf'\b(class=|{"|".join(_FIXED)})"([^"]*)"')
_READ = re.compile(r"var\(\s*(--[\w-]+)")
_WORD = re.compile(r"--[\w-]+|[A-Za-z_][\w-]+")  # A single letter is a script's variable, or a class of coloured code.
_COMMENT = re.compile(
    r"""("(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`)|/\*.*?\*/|(?<!\S)// [^\n]*""", re.DOTALL
)
"""A string of a script, or a comment; `//` alone may be in a regular expression."""
_ELSEWHERE = re.compile(r"@import|url\((?!\s*[\"']?(?:data:|#))")
_NESTING = {"media", "supports", "layer", "container"}
_Nodes = list[Any]  # tinycss2 has no types.


def join_stylesheets(folder: Path, renamed: Mapping[str, str] = MappingProxyType({})) -> None:
    """Remove unused rules, join stylesheets that a page loads one after another, and link the joined file.

    The joined file's name holds a hash of its content: a browser's copy of an older edition would lack rules. A
    stylesheet that names other files by a relative path is not joined, since the path starts at its own folder, unless
    that is the folder of the joined file.

    Args:
        folder: The built site.
        renamed: The published names of files that pages name otherwise.
    """
    texts = _without_unused(folder)
    names = "|".join(re.escape(name) for name, text in texts.items() if _can_move(name, text))
    link = re.compile(rf'<link rel="stylesheet" href="((?:[^":?]*/)?)({names})">\s*')
    joined: dict[str, str] = {}
    parts: set[str] = set()

    def join(run: re.Match[str]) -> str:
        links = link.findall(run[0])
        text = "\n".join(texts[name] for _, name in links)
        target = f"{THEME}/site.{sha256(text.encode()).hexdigest()[:8]}.min.css"
        joined[target] = text
        parts.update(name for _, name in links)
        return f'<link rel="stylesheet" href="{links[0][0]}{target}">\n'

    run = re.compile(rf"(?:{link.pattern})+")
    for page in folder.rglob("*.html"):
        html = run.sub(join, page.read_text(encoding="utf-8"))
        for name, published in renamed.items():
            html = html.replace(name, published)
        page.write_text(html, encoding="utf-8", newline="")
    for name, text in {**texts, **joined}.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    for file in [*map(folder.joinpath, parts), *(folder / THEME).glob("*.map")]:
        file.unlink()


def _can_move(name: str, text: str) -> bool:
    return name.startswith(f"{THEME}/") or not _ELSEWHERE.search(text)


def _without_unused(folder: Path) -> dict[str, str]:
    """Each stylesheet's text, by its path, with the rules and properties that are used."""
    used = used_names(folder)
    files = [file for part in (THEME, _OURS) for file in sorted((folder / part).glob("*.css"))]
    texts = {file.relative_to(folder).as_posix(): file.read_text(encoding="utf-8") for file in files}
    shorter = texts
    for _ in range(2):  # A property that only dropped rules read is dropped in the second round.
        read = set(_READ.findall("\n".join(shorter.values())))
        shorter = {name: remove_unused(text, used | read) for name, text in texts.items()}
    return shorter


def used_names(folder: Path) -> set[str]:
    """What the pages and scripts of a built site use: classes, attributes as `dir=ltr`, custom properties as `--ink`.

    Every word of a script counts, since it may be a class that the script sets; those of comments do not.
    """
    used: set[str] = set()
    for page in folder.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        used.update(_READ.findall(text))
        for name, value in set(_ATTRIBUTE.findall(text)):
            used.update(value.split() if name == "class=" else [name + value])
    for script in folder.glob("assets/**/*.js"):
        used.update(_words(script.read_text(encoding="utf-8")))
    return used


@cache
def _words(script: str) -> frozenset[str]:
    return frozenset(_WORD.findall(_COMMENT.sub(lambda found: found[1] or " ", script)))


def remove_unused(text: str, used: set[str]) -> str:
    """A stylesheet without comments, without the rules for what is not used, and without what no browser can read.

    Args:
        text: The stylesheet.
        used: Names as `used_names` gives them.
    """
    return _written(_read(text), used)


@dataclass(frozen=True)
class _Rule:
    """A rule of a stylesheet.

    Attributes:
        start: What stands before its bracket: the prelude of an at-rule, or the whole rule if nothing in it is removed.
        selectors: Each with the names it needs.
        declarations: Each with the custom property it sets, if it does.
        inner: The rules of an at-rule, or none.
    """

    start: str = ""
    selectors: tuple[tuple[str, frozenset[str]], ...] = ()
    declarations: tuple[tuple[str, str], ...] = ()
    inner: tuple[_Rule, ...] | None = None


@cache
def _read(text: str) -> tuple[_Rule, ...]:
    """The rules of a stylesheet; kept, because reading takes half of a build that finds its pages in the cache."""
    return _rules(tinycss2.parse_component_value_list(text, skip_comments=True))


def _rules(tokens: _Nodes) -> tuple[_Rule, ...]:
    rules = []
    for rule in tinycss2.parse_rule_list(tokens, skip_whitespace=True):
        if rule.type == "qualified-rule":
            selectors = tuple((tinycss2.serialize(each).strip(), _needs(each)) for each in _split(rule.prelude))
            rules.append(_Rule(selectors=selectors, declarations=_declarations(rule.content)))
        elif rule.type == "at-rule" and rule.content is not None and rule.lower_at_keyword in _NESTING:
            start = f"@{rule.at_keyword}{tinycss2.serialize(rule.prelude).rstrip()}"
            rules.append(_Rule(start, inner=_rules(rule.content)))
        elif rule.type == "at-rule":
            rules.append(_Rule(rule.serialize()))
    return tuple(rules)


def _written(rules: Iterable[_Rule], used: set[str]) -> str:
    texts = []
    for rule in rules:
        if rule.inner is not None:
            if inner := _written(rule.inner, used):
                texts.append(f"{rule.start}{{{inner}}}")
        elif rule.start:
            texts.append(rule.start)
        else:
            selectors = ",".join(text for text, needs in rule.selectors if used.issuperset(needs))
            declarations = ";".join(text for name, text in rule.declarations if not name or name in used)
            if selectors and declarations:
                texts.append(f"{selectors}{{{declarations}}}")
    return "".join(texts)


def _split(selectors: _Nodes) -> list[_Nodes]:
    """The selectors of a list; a comma in brackets does not separate."""
    parts: list[_Nodes] = [[]]
    for node in selectors:
        if node == ",":
            parts.append([])
        else:
            parts[-1].append(node)
    return parts


def _needs(selector: _Nodes) -> frozenset[str]:
    """The names without which a selector matches nothing; conditions in brackets count as met."""
    classes = {name.value for dot, name in pairwise(selector) if dot == "." and name.type == "ident"}
    attributes = {tinycss2.serialize(node.content).replace('"', "") for node in selector if node.type == "[] block"}
    return frozenset(classes | {each for each in attributes if each.startswith(_FIXED)})


def _declarations(content: _Nodes) -> tuple[tuple[str, str], ...]:
    """The declarations of a rule, each with the custom property it sets, or an empty text."""
    declarations = []
    for node in tinycss2.parse_blocks_contents(content, skip_whitespace=True):
        if node.type == "declaration":
            important = "!important" if node.important else ""
            text = f"{node.name}:{tinycss2.serialize(node.value).strip()}{important}"
            declarations.append((node.name if node.name.startswith("--") else "", text))
        elif node.type in {"qualified-rule", "at-rule"}:
            declarations.append(("", node.serialize()))
    return tuple(declarations)
