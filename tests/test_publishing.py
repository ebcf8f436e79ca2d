"""What the repository asks of its host: workflows with few rights, forms, owners, a citation; names every system takes.

Belongs here: rules about files that GitHub reads, about file names, and about encodings. Does not belong here: what
the site says (`test_site`).
"""

import ast
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from building import ADDRESS, ROOT, built_site
from test_house import FILES, name, targets

from report.load import load_report

GITHUB = ROOT / ".github"
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))
WRITES = {("deploy", "pages"), ("deploy", "id-token"), ("sbom", "contents")}
COMMANDS = {
    "make build", "make test", "make test-all", "make samples", "make build PYTHON=python", "make bench RUNS=3",
    "make audit PYTHON=python", 'gh release upload "$TAG" build/sbom.json',
}  # fmt: skip


def read(path: Path) -> Any:
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


def jobs() -> Iterator[tuple[str, Any]]:
    for path in WORKFLOWS:
        yield from read(path)["jobs"].items()


def steps() -> Iterator[tuple[str, Any]]:
    yield from ((job, step) for job, content in jobs() for step in content["steps"])


def test_there_is_a_workflow() -> None:
    names = {"audit", "build", "slow", "systems", "samples", "speed", "deploy", "newest", "sbom"}
    assert {job for job, _ in jobs()} == names


def test_actions_are_pinned_by_their_commit_and_say_which_release_it_is() -> None:
    lines = [line for path in WORKFLOWS for line in path.read_text(encoding="utf-8").splitlines() if "uses:" in line]
    assert len(lines) == sum("uses" in step for _, step in steps())
    pinned = re.compile(r"uses: [\w.-]+/[\w.-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$")
    assert [line for line in lines if not pinned.search(line)] == []


def test_one_action_has_one_release() -> None:
    uses = {step["uses"] for _, step in steps() if "uses" in step}
    assert len(uses) == len({use.partition("@")[0] for use in uses})


def test_no_job_has_a_right_that_it_does_not_need() -> None:
    assert [path.name for path in WORKFLOWS if read(path)["permissions"] != {}] == []
    given = {(job, right, level) for job, content in jobs() for right, level in content["permissions"].items()}
    assert {(job, right) for job, right, level in given if level != "read"} == WRITES
    assert all("timeout-minutes" in content for _, content in jobs())


def test_a_strangers_pull_request_gets_no_rights_and_no_secrets() -> None:
    for path in WORKFLOWS:
        text = path.read_text(encoding="utf-8")
        assert set(read(path)["on"]) <= {"push", "pull_request", "workflow_dispatch", "release"}
        assert "secrets." not in text
        assert "persist-credentials: true" not in text
    kept = [step["with"] for _, step in steps() if step.get("uses", "").startswith("actions/checkout@")]
    assert kept
    assert [with_ for with_ in kept if with_.get("persist-credentials") != "false"] == []


def test_workflows_do_what_the_guide_says() -> None:
    runs = {step["run"] for _, step in steps() if "run" in step}
    assert runs == COMMANDS
    assert {run.split()[1] for run in runs if run.startswith("make ")} <= set(targets())


def test_a_fork_publishes_at_its_own_address() -> None:
    build = dict(jobs())["build"]["steps"]
    (asking,) = [step for step in build if step.get("id") == "pages"]
    (building,) = [step for step in build if step.get("run") == "make build"]
    assert asking["uses"].startswith("actions/configure-pages@")
    assert building["env"] == {"SITE_URL": "${{ steps.pages.outputs.base_url }}"}
    assert not re.search(r"github\.io|github\.com/", "".join(path.read_text(encoding="utf-8") for path in WORKFLOWS))


def test_whoever_reports_a_wrong_figure_is_asked_for_its_address_source_and_date() -> None:
    form = read(GITHUB / "ISSUE_TEMPLATE/correction.yml")
    required = {part["id"] for part in form["body"] if part.get("validations", {}).get("required") == "true"}
    assert {"address", "source", "date"} <= required
    labels = [part["attributes"]["label"] for part in form["body"] if "id" in part]
    assert [label for label in labels if not re.search("[\u4e00-\u9fff].* · .*[A-Za-z]", label)] == []


def test_owners_are_asked_about_paths_that_exist() -> None:
    paths = re.findall(r"^(?:# )?(/\S*)", (GITHUB / "CODEOWNERS").read_text(encoding="utf-8"), re.MULTILINE)
    assert len(paths) > 8
    assert [path for path in paths if not (ROOT / path.strip("/")).exists()] == []


def test_the_citation_names_this_version_and_this_edition() -> None:
    citation = read(ROOT / "CITATION.cff")
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    edition = load_report(ROOT).edition
    assert citation["version"] == project["version"]
    assert citation["license"] == project["license"].split(" AND ")
    assert citation["date-released"] == edition.published.isoformat()
    assert citation["preferred-citation"]["edition"] == edition.edition
    assert {"cff-version", "message", "title", "authors"} <= set(citation)


# What Windows refuses in names (learn.microsoft.com, Naming Files, Paths, and Namespaces).
RESERVED = re.compile(r"(?i)(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?")
REFUSED = re.compile(r'[<>:"\\|?*\x00-\x1f]|[ .]$')
LONGEST = 180  # Characters below the folder; Windows takes 260 with it.


def refused_names(paths: list[str]) -> list[str]:
    """Paths that Windows cannot hold, or that are one to a system without capitals."""
    wrong = [path for path in paths if len(path) > LONGEST]
    wrong += [path for path in paths for part in path.split("/") if REFUSED.search(part) or RESERVED.fullmatch(part)]
    folded: dict[str, str] = {}
    everything = {"/".join(path.split("/")[:n]) for path in paths for n in range(1, path.count("/") + 2)}
    return wrong + [path for path in sorted(everything) if folded.setdefault(path.casefold(), path) != path]


def test_refused_names_are_found() -> None:
    assert refused_names(["a/b.txt", "a/c.txt"]) == []
    wrong = ["a/con", "Aux.txt/b", "a:b", "a ", "a.", "a/b?c", "x" * 200, "com1.tar.gz", "a\\b"]
    assert set(refused_names(wrong)) == set(wrong)
    assert refused_names(["a/b", "A/c"]) == ["a"]


def test_every_system_can_check_the_repository_out() -> None:
    assert refused_names([name(path) for path in FILES]) == []
    assert [name(path) for path in FILES if path.is_symlink()] == []


def test_every_system_can_hold_the_site() -> None:
    files = [path for path in built_site().rglob("*") if not path.is_dir()]
    names = [path.relative_to(built_site()).as_posix() for path in files]
    assert refused_names(names) == []
    assert [path for path in files if path.is_symlink()] == []
    hidden = [path for path in names if "/." in f"/{path}"]
    assert hidden == [".report-files"], "the upload of the host leaves out what begins with a point"


def test_text_files_are_utf_8_without_a_mark() -> None:
    exempt = ("tests/sites/", "charts/fonts/")
    texts = [path for path in FILES if not name(path).startswith(exempt) and path.suffix not in {".png", ".pdf"}]
    assert len(texts) > 200
    for path in texts:
        content = path.read_bytes()
        assert not content.startswith(b"\xef\xbb\xbf"), name(path)
        assert b"\r" not in content, name(path)
        content.decode("utf-8")


CALLS = {
    "check": "import sys; from publish.commands import main; sys.argv = ['report', 'check']; sys.exit(main())",
    "coverage": "import sys; from publish.commands import main; sys.argv = ['report', 'coverage']; sys.exit(main())",
}


@pytest.mark.parametrize("call", CALLS)
def test_no_command_leaves_an_encoding_to_the_system(call: str) -> None:
    """Of our own code: matplotlib writes its list of fonts, which is ASCII, without naming one."""
    built_site()  # Its drawings and PDFs are not made again.
    done = _warned("-c", CALLS[call])
    assert done.returncode == 0, done.stderr
    warned = [line for line in done.stderr.splitlines() if "EncodingWarning" in line]
    assert [line for line in warned if "site-packages" not in line] == []


def without_encoding(source: str) -> list[int]:
    """Lines that read or write text, or run a program for its text, in whatever encoding the system has."""
    lines = []
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call):
            continue
        name = ast.unparse(node.func).rpartition(".")[2]
        given = {word.arg: ast.unparse(word.value) for word in node.keywords}
        # `open` of a path, or the built-in one; pictures and PDFs have functions of that name too.
        modes = [ast.unparse(mode).strip("'") for mode in node.args[isinstance(node.func, ast.Name) :]]
        opens = name == "open" and all(re.fullmatch("[rwax+t]+", mode) for mode in modes)
        reads = name == "read_text" and not node.args
        writes = name == "write_text" and len(node.args) < 2
        runs = name in {"run", "Popen", "check_output"} and given.get("text") == "True"
        if (opens or reads or writes or runs) and "encoding" not in given:
            lines.append(node.lineno)
    return lines


def test_text_without_an_encoding_is_found() -> None:
    good = "p.read_text(encoding='utf-8')\np.open('rb')\np.read_text('utf-8')\nrun(a, text=True, encoding='utf-8')\n"
    assert without_encoding(good) == []
    wrong = "p.read_text()\np.write_text(a)\nopen(p)\np.open('w')\nrun(a, text=True)\n"
    assert without_encoding(wrong) == [1, 2, 3, 4, 5]


def test_all_text_is_read_and_written_in_utf_8() -> None:
    wrong = [
        f"{name(path)}:{line}"
        for path in FILES
        if path.suffix == ".py"
        for line in without_encoding(path.read_text(encoding="utf-8"))
    ]
    assert wrong == []


def _warned(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Python, in a country whose encoding is not UTF-8, with a warning for each file opened without an encoding."""
    environment = {**os.environ, "PYTHONUTF8": "0", "LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "SITE_URL": ADDRESS}
    command = [sys.executable, "-X", "warn_default_encoding", "-W", "always::EncodingWarning", *arguments]
    return subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
    )
