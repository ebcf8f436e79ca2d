"""MkDocs without the annual summary's PDFs, whose time and memory are measured on their own.

Example::

    python bench/without_pdfs.py build --quiet
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path.cwd()))

from mkdocs.__main__ import cli

from publish.summary import api as summary

if __name__ == "__main__":  # Drawing starts processes that read this file too.
    vars(summary)["make_summaries"] = lambda report, root, address, **options: iter(())
    cli()
