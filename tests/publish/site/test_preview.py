"""The preview: what it says about a build that fails, and that it lives on.

A running preview is given five slips, one for each kind of file; fifty go through its builds in test_preview_slips.
"""

import contextlib
import io
import logging
import os
import random
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace

import jinja2
import pypdf
import pytest
from building import copy_code, copy_sample
from mkdocs.commands import serve
from mkdocs.commands.build import log
from mkdocs.exceptions import Abort
from mkdocs.utils import DuplicateFilter

from publish.site import preview
from publish.site.preview import build_problems, error_page, write_error_pages
from report.problems import Problem, ReportError

WAIT = 300  # Seconds. A build takes three; a busy machine is given more.
ARTICLE = '<article class="md-content__inner'


def raised(action: Callable[[], object]) -> BaseException:
    with pytest.raises(BaseException) as caught:  # noqa: PT011 what is raised is what is looked at
        action()
    return caught.value


def test_a_problem_of_the_report_is_told_whole() -> None:
    problem = Problem("data/figures/tcm.yml", 14, "tcm-village", "yaml-tab", {})
    error = RuntimeError("build failed")
    error.__cause__ = ReportError([problem])
    (found,) = build_problems(error)
    assert (found.file, found.line, found.path) == ("data/figures/tcm.yml", 14, "tcm-village")
    assert (found.message, found.expected) == (problem.message, problem.expected)
    assert (found.hint_zh, found.hint_en) == (problem.hint_zh, problem.hint_en)


def test_a_slip_in_a_template_is_traced_to_its_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(preview, "ROOT", tmp_path)
    (tmp_path / "overrides").mkdir()
    (tmp_path / "overrides/main.html").write_text("one\n{% if %}\n", encoding="utf-8")
    (tmp_path / "overrides/run.html").write_text("one\n\n{{ nothing.at.all }}\n", encoding="utf-8")
    env = jinja2.Environment(loader=jinja2.FileSystemLoader(tmp_path / "overrides"), autoescape=True)
    (mistake,) = build_problems(raised(lambda: env.get_template("main.html")))
    assert (mistake.file, mistake.line) == ("overrides/main.html", 2)
    (missing,) = build_problems(raised(lambda: env.get_template("run.html").render()))
    assert (missing.file, missing.line) == ("overrides/run.html", 3)
    assert missing.message == "UndefinedError: 'nothing' is undefined"


def test_a_slip_in_code_is_traced_to_its_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(preview, "ROOT", tmp_path)
    code = tmp_path / "macros.py"
    (mistake,) = build_problems(raised(lambda: compile("a = 1\nb = (\n", str(code), "exec")))
    assert (mistake.file, mistake.line) == ("macros.py", 2)
    (wrong,) = build_problems(raised(lambda: exec(compile("a = 1\na / 0\n", str(code), "exec"))))
    assert (wrong.file, wrong.line, wrong.message) == ("macros.py", 2, "ZeroDivisionError: division by zero")


def test_the_same_slip_made_twice_is_told_twice() -> None:
    known = DuplicateFilter()
    log.addFilter(known)
    try:
        record = logging.LogRecord("x", logging.ERROR, "x", 1, "same", None, None)
        assert known(record)
        assert not known(record)
        preview._build_or_show_errors(lambda: None, Path("nowhere"))
        assert known(record)
    finally:
        log.removeFilter(known)


def test_the_page_escapes_what_it_shows() -> None:
    page = error_page([Problem("data/<b>.yml", 3, "", "broken", {"why": "<script>alert(1)</script>"})])
    assert "data/&lt;b&gt;.yml:3" in page
    assert "<script>alert" not in page


def test_the_page_stands_over_every_page(tmp_path: Path) -> None:
    (tmp_path / "2025").mkdir()
    (tmp_path / "2025/index.html").write_text("good", encoding="utf-8")
    write_error_pages(tmp_path, [Problem("data/report.yml", 3, "", "broken", {"why": "wrong"})])
    for name in ("index.html", "2025/index.html", "404.html"):
        assert "data/report.yml:3" in (tmp_path / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_a_port_that_is_taken_is_said_before_the_build(host: str, monkeypatch: pytest.MonkeyPatch) -> None:
    built = []
    monkeypatch.setattr(serve, "build", serve.build)  # Put back afterwards.
    monkeypatch.setattr(preview, "_build_or_show_errors", lambda *_: built.append("built"))
    preview.show_first_build_errors()
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        config = SimpleNamespace(dev_addr=(host, port), site_dir="nowhere")
        with pytest.raises(Abort, match=rf"port {port} is not free: .*\n.*make serve PORT=8001") as refused:
            serve.build(config)
    assert "端口被占用" in str(refused.value)
    assert built == []
    serve.build(config)
    assert built == ["built"]


@dataclass
class Preview:
    """A running `mkdocs serve` on a copy of the sample and of the code."""

    root: Path
    address: str
    process: subprocess.Popen[str]

    def wait_for(self, text: str, page: str = "") -> None:
        """Wait until a page holds a text; the preview says when there is something new, as it tells a browser."""
        newest, content, end = "0", "", time.monotonic() + WAIT
        while time.monotonic() < end:
            newest = self.read(f"livereload/{newest}/0")  # After a minute without news it answers anyway.
            content = self.read(page)
            if text in content:
                return
        pytest.fail(f"{text!r} did not come; the page: {content[-1500:]}")

    def summary(self) -> pypdf.PdfReader:
        """The English annual summary, as a reader of the preview gets it."""
        with urllib.request.urlopen(self.address + "downloads/annual-summary-en.pdf", timeout=WAIT) as answer:
            assert answer.headers["Content-Type"] == "application/pdf"
            return pypdf.PdfReader(io.BytesIO(answer.read()))

    def read(self, page: str) -> str:
        assert self.process.poll() is None, "the preview has ended"
        try:
            with urllib.request.urlopen(self.address + page, timeout=WAIT) as answer:
                return str(answer.read(), "utf-8")
        except urllib.error.HTTPError as error:
            with error:
                return str(error.read(), "utf-8")


def free_port() -> int:
    """A port that no other program is given meanwhile: those that a system gives by itself are higher."""
    for port in random.sample(range(20_000, 30_000), 100):
        with contextlib.suppress(OSError), socket.create_server(("127.0.0.1", port)):
            return port
    pytest.fail("no port is free")


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    """A preview for the tests of this module, whose first build fails, so that it has to survive that as well."""
    root = copy_code(copy_sample(tmp_path_factory.mktemp("preview") / "project"))
    spoil(root)
    port, said = free_port(), []
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"]
    env = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "SITE_URL": ""}
    with subprocess.Popen(command, cwd=root, env=env, stderr=subprocess.PIPE, text=True, encoding="utf-8") as process:
        assert process.stderr is not None
        reader = threading.Thread(target=lambda lines: [said.append(line) for line in lines], args=(process.stderr,))
        reader.start()  # A full pipe would hold the preview up.
        try:
            while "Serving on" not in "".join(said):
                assert process.poll() is None, "".join(said)
                time.sleep(0.1)
            while "Detected file changes" not in "".join(said):  # It may not look yet when it says that it serves.
                (root / "data/report.yml").touch()
                time.sleep(0.5)
            preview = Preview(root, f"http://127.0.0.1:{port}/", process)
            preview.wait_for("data/report.yml:")
            assert not preview.read("downloads/annual-summary-en.pdf").startswith("%PDF")
            mend(root)
            preview.wait_for(ARTICLE, "en/2026/")
            yield preview
        finally:
            process.kill()
            reader.join()


def spoil(root: Path) -> None:
    """Write what keeps a build from succeeding."""
    with (root / "data/report.yml").open("a", encoding="utf-8") as stream:
        stream.write("nonsense: yes\n")


def mend(root: Path) -> None:
    """Take it out again."""
    report = root / "data/report.yml"
    report.write_text(report.read_text(encoding="utf-8").replace("nonsense: yes\n", ""), encoding="utf-8")


def test_the_annual_summary_is_made_when_it_is_asked_for(served: Preview) -> None:
    """Of the data as they now stand; and while they are wrong, it says what is (see `served`).

    A build makes the English hand-out, whose words are new here, to count its pages, and nothing else.
    """
    kept = served.root / ".cache/summary"
    before = set(kept.iterdir())
    words = served.root / "data/pages.yml"
    for old, new in (("Annual summary", "Yearly summary"), ("Yearly summary", "Summary of the year")):
        words.write_text(words.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
        served.wait_for(new, "en/summary/")
        built = set(kept.iterdir())
        assert len(built - before) == 1
        assert new in served.summary().pages[0].extract_text()
        before = set(kept.iterdir())
        assert before > built


def test_the_preview_survives_and_recovers(served: Preview) -> None:
    served.wait_for(f'<a class="edit-line" href="vscode://file{served.root.resolve().as_posix()}/data/plans/2026.yml:')
    slips = {
        "data/figures/reading.yml": "\t- id: tab\n",
        "docs/method.md": "\n{{ no_such_macro() }}\n",
        "overrides/partials/footer.html": "{{ nothing.at.all }}\n",
        "macros/pages.py": "\nslip = (\n",
        "mkdocs.yml": "mistake: [\n",
    }
    for name, mistake in slips.items():
        file = served.root / name
        good = file.read_text(encoding="utf-8")
        file.write_text(good + mistake, encoding="utf-8")
        served.wait_for(f"<code>{name}:", "en/2026/")
        assert f'<a href="vscode://file{file.resolve().as_posix()}:' in served.read("en/2026/")
        file.write_text(good, encoding="utf-8")
        served.wait_for(ARTICLE, "en/2026/")


def test_edited_code_is_read_again(served: Preview) -> None:
    template = served.root / "macros/templates/lead.jinja"
    template.write_text(template.read_text(encoding="utf-8") + "<p>template edited</p>\n", encoding="utf-8")
    served.wait_for("template edited", "glossary/")
    code = served.root / "macros/interface.py"
    before = code.read_text(encoding="utf-8")
    edited = before.replace('"site.name": plain(site.name)', '"site.name": "Code edited"')
    assert edited != before
    code.write_text(edited, encoding="utf-8")
    served.wait_for("Code edited", "glossary/")
