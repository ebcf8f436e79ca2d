"""Builds every sample strictly, each with its PDFs and its zip: `make samples`.

    PYTHONPATH=. python tests/build_samples.py build/samples      a project a sample, with site/ and offline/

Belongs here: the order of the steps. What the tests hold a sample to stands in `publish/test_samples.py`.
"""

import shutil
import sys
from pathlib import Path

from building import SAMPLES, lay_out_sample, mkdocs, report


def main(folder: Path) -> int:
    """Build all samples below a folder, emptied first; the exit status of the first that fails."""
    shutil.rmtree(folder, ignore_errors=True)
    for name in sorted(path.name for path in SAMPLES.iterdir() if path.is_dir()):
        project = folder / name
        lay_out_sample(project, name)
        built = mkdocs("build", "--strict", "--quiet", root=project)
        zipped = report("offline", "offline", folder=project)
        sys.stdout.write(f"{name}: {built.stdout}{zipped.stdout}\n")
        if status := built.returncode or zipped.returncode:
            sys.stderr.write(built.stderr + zipped.stderr)
            return status
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]).resolve()))
