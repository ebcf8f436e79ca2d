"""The examples in the core's docstrings are true."""

import doctest
import importlib
from pathlib import Path

import pytest

from languages import pair
from report.quantity import parse

ROOT = Path(__file__).parents[2]
MODULES = [
    ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
    for path in sorted((ROOT / "report").rglob("*.py"))
]


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_of_a_module_are_true(name: str) -> None:
    module = importlib.import_module(name)
    names = {"parse": parse, "pair": pair}  # Examples begin with them; not every module imports them.
    assert doctest.testmod(module, extraglobs=names, optionflags=doctest.ELLIPSIS).failed == 0
