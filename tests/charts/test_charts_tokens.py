"""Colours: fresh in the site's style, strong enough, told apart by colour-blind readers and in grey print."""

from itertools import combinations
from pathlib import Path

import pytest
from chart_samples import SAMPLES

from charts import WIDE, draw, style
from charts.tokens import css, sizes, tokens

ROOT = Path(__file__).parents[2]
SCHEMES = ("light", "dark")
TEXTS = ("ink", "ink-2", "jade", "cinnabar")
MARKS = ("c-result", "c-plan", "c-baseline")
SOLID = ("c-result", "c-baseline")
"""What is planned or aimed at is never solid: its shape tells it apart without colour."""

# Machado, Oliveira and Fernandes (2009), "A Physiologically-based Model for Simulation of Color Vision
# Deficiency", severity 1.0, for linear RGB.
MACHADO = {
    "protan": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deutan": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritan": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}

Rgb = tuple[float, float, float]


def linear(colour: str) -> Rgb:
    """Linear light of an sRGB colour, IEC 61966-2-1."""
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return tuple(c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (red, green, blue))  # type: ignore[return-value]


def luminance(colour: str) -> float:
    red, green, blue = linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """WCAG 2.2."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def seen(colour: str, deficiency: str) -> Rgb:
    given = linear(colour)
    rows = MACHADO[deficiency]
    return tuple(min(max(sum(a * b for a, b in zip(row, given, strict=True)), 0), 1) for row in rows)  # type: ignore[return-value]


def oklab(rgb: Rgb) -> Rgb:
    """Ottosson (2020)."""
    red, green, blue = rgb
    cones = (
        0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue,
        0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue,
        0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue,
    )
    long, middle, short = (cone ** (1 / 3) for cone in cones)
    return (
        0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short,
    )


def distance(one: Rgb, other: Rgb) -> float:
    """Distance in OKLab, times 100."""
    return 100 * sum((a - b) ** 2 for a, b in zip(oklab(one), oklab(other), strict=True)) ** 0.5


def lightness(colour: str) -> float:
    """L* of CIELAB, what a grey print keeps."""
    given = luminance(colour)
    return 116 * given ** (1 / 3) - 16


def test_the_sites_variables_are_written_from_the_tokens() -> None:
    assert (ROOT / "docs/assets/tokens.css").read_text(encoding="utf-8") == css()


def test_no_token_is_set_anywhere_else_in_the_sites_style() -> None:
    names = ("site", "parts", "tables", "home")
    site = "".join((ROOT / f"docs/assets/{name}.css").read_text(encoding="utf-8") for name in names)
    assert [name for name in tokens()["light"] if f"--{name}:" in site] == []
    assert [name for name in sizes()["size"] if f"--{name}:" in site] == []


@pytest.mark.parametrize("scheme", SCHEMES)
def test_contrast(scheme: str) -> None:
    colours = tokens()[scheme]
    for paper in ("paper", "paper-2"):
        weak = {name: contrast(colours[name], colours[paper]) for name in TEXTS}
        assert {name: found for name, found in weak.items() if found < 4.5} == {}
        weak = {name: contrast(colours[name], colours[paper]) for name in (*MARKS, "rule-2", "rule-3")}
        assert {name: found for name, found in weak.items() if found < 3} == {}
    assert contrast(colours["c-on-result"], colours["c-result"]) >= 4.5


@pytest.mark.parametrize("deficiency", MACHADO)
@pytest.mark.parametrize("scheme", SCHEMES)
def test_meanings_stay_apart_for_colour_blind_readers(scheme: str, deficiency: str) -> None:
    """The lowest distance two meanings may have: 9, about four just noticeable differences."""
    colours = tokens()[scheme]
    pairs = combinations(SOLID, 2)
    found = {pair: distance(*(seen(colours[name], deficiency) for name in pair)) for pair in pairs}
    assert {pair: value for pair, value in found.items() if value < 9} == {}


def test_results_stand_out_in_grey_print() -> None:
    """Print is light. Where two meanings are near in grey, one is hollow or dashed, or they share no chart."""
    light = tokens()["light"]
    apart = {name: abs(lightness(light[name]) - lightness(light["c-result"])) for name in SOLID[1:]}
    assert {name: value for name, value in apart.items() if value < 10} == {}
    together = {kind: {patch.get_facecolor()[:3] for patch in draw(kind, SAMPLES[kind]["zh"], WIDE).axes[0].patches
                       if patch.get_facecolor()[3] == 1} for kind in SAMPLES}  # fmt: skip
    count = {kind: len(colours) for kind, colours in together.items()}
    assert max(count.values()) <= 3, count


def test_a_sentinel_stands_for_a_token_in_both_schemes() -> None:
    for colour in style.COLOURS:
        name = colour.variable.removeprefix("--")
        assert (colour.light, name in tokens()["dark"]) == (tokens()["light"][name], True)
