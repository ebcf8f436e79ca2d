"""A sample of each kind of chart, in the file that has its name: every test of charts draws it."""

from importlib import import_module

from charts import KINDS, Spec

FILES = {kind: kind.replace("-", "_") for kind in KINDS}
SAMPLES: dict[str, dict[str, Spec]] = {
    kind: import_module(f"chart_samples.{file}").SAMPLE for kind, file in FILES.items()
}
"""Specs in Chinese and in English, by kind; a kind without one is refused here."""
