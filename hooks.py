"""MkDocs' events, handed on to `publish`. MkDocs reads this file once; what it hands on to may change meanwhile.

Belongs here: which event calls what, and reading the project's own code again when it has changed during a
preview. Does not belong here: anything that MkDocs does not force into this file.
"""

import importlib
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

from mkdocs.exceptions import MkDocsException
from mkdocs.plugins import event_priority

ROOT = Path(__file__).parent
PACKAGES = ("report", "macros", "charts", "publish", "cache")
WATCHED = (*PACKAGES, "data", "overrides")  # MkDocs watches docs/ and mkdocs.yml itself.

_build: dict[str, Any] = {"command": "build", "code": None, "site": None}


def on_startup(command: str, dirty: bool) -> None:
    """Once a command: a preview must outlive a first build that fails."""
    _build["command"] = command
    if command == "serve":
        sys.dont_write_bytecode = True  # A cache file written into a watched folder would start another build.
        _publish("site.preview").guard_first_build()


def on_config(config: Any) -> Any:
    """Load, check and render, before MkDocs touches a file."""
    _build["site"] = None
    _forget_changed_code()
    _build["site"] = _publish("site.events").load_site(config, ROOT, preview=_build["command"] == "serve")
    return config


def on_files(files: Any, config: Any) -> Any:
    """Generated pages take the place of the templates in `docs/`."""
    return _publish("site.events").replace_pages(_build["site"], files, config)


def on_nav(nav: Any, config: Any, files: Any) -> Any:
    """One navigation a language."""
    return _publish("site.events").make_navigations(_build["site"])


def on_page_markdown(markdown: str, page: Any, config: Any, files: Any) -> None:
    """Titles and descriptions."""
    _publish("site.events").prepare_page(_build["site"], page, config)


def on_env(env: Any, config: Any, files: Any) -> None:
    """What every template can use."""
    _publish("site.template_context").prepare_templates(_build["site"], env, config, files)


def on_page_context(context: Any, page: Any, config: Any, nav: Any) -> Any:
    """What the template of one page can use."""
    return _publish("site.template_context").page_context(_build["site"], context, page, config)


@event_priority(-100)  # After whatever else changes a page: what is remembered of it is what is written.
def on_post_page(output: str, page: Any, config: Any) -> str:
    """The policy of a finished page; then it is remembered."""
    return str(_publish("site.events").finish_page(_build["site"], _publish("site.csp").with_policy(output), page))


def on_post_template(output_content: str, template_name: str, config: Any) -> str:
    """The policy of the page for a lost address, which is a template of its own."""
    return str(_publish("site.csp").with_policy(output_content))


@event_priority(-100)  # After the search plugin, whose index is parted, and before MkDocs counts warnings.
def on_post_build(config: Any) -> None:
    """Search indexes; then the build takes the place of the published one."""
    _publish("site.events").finish(_build["site"], config)


def on_build_error(error: Exception) -> None:
    """A build that failed leaves nothing behind; one that could not write says so. The preview has words of its own."""
    staging = _build["site"].staging if _build["site"] else None
    if staging:
        with suppress(OSError):  # What cannot be taken away now is taken away by the next build.
            staging.discard()
    if _build["command"] == "serve":
        return
    if isinstance(error, OSError):
        raise _publish("site.staging").refusal(error, staging) from None
    if not isinstance(error, MkDocsException):
        raise _publish("site.events").refusal(error) from None


def on_serve(server: Any, config: Any, builder: Any) -> Any:
    """What the preview watches, and what it does with a build that fails."""
    for folder in WATCHED:
        if (ROOT / folder).is_dir():  # A report of the installed tool has no code and may have no theme templates.
            server.watch(str(ROOT / folder))
    answer = _publish("summary.api").on_request(server.get_app(), ROOT, Path(server.root), lambda: _build["site"])
    server.set_app(answer)
    return _publish("site.preview").guard_rebuilds(server)


def _publish(module: str) -> Any:
    if str(ROOT) not in sys.path:  # MkDocs takes it out again after reading this file.
        sys.path.insert(0, str(ROOT))
    return importlib.import_module(f"publish.{module}")


def _forget_changed_code() -> None:
    files = (path for package in PACKAGES for path in (ROOT / package).rglob("*") if path.suffix != ".pyc")
    code = {path: path.stat().st_mtime_ns for path in files if path.is_file()}
    if _build["code"] not in (None, code):
        for name in [name for name in sys.modules if name.split(".")[0] in PACKAGES]:
            del sys.modules[name]
    _build["code"] = code
