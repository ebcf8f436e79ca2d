"""Draws the sample of a chart kind to a PNG file, to be looked at.

Run in the project's folder::

    PYTHONPATH=. python tests/draw_sample.py waffle en 330 look.png
"""

import sys
from importlib import import_module
from pathlib import Path


def main(kind: str, language: str, width: str, file: str) -> None:
    """Draw the sample of `kind` in `language`, `width` px wide, into `file`."""
    from charts import draw
    from charts.export import png

    sample = import_module(f"chart_samples.{kind.replace('-', '_')}").SAMPLE
    Path(file).write_bytes(png(draw(kind, sample[language], int(width))))


if __name__ == "__main__":
    main(*sys.argv[1:])
