"""MkDocs' events, passed to `publish`, whose code is loaded again when it has changed during a preview.

Belongs here: which event calls what, and loading changed code, since MkDocs reads this file once. Does not belong here:
anything that MkDocs does not require in this file.
"""

import importlib
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

from mkdocs.exceptions import MkDocsException
from mkdocs.plugins import event_priority

ROOT = Path(__file__).parent
PACKAGES = ("report", "macros", "charts", "publish", "cache", "languages")
WATCHED = (*PACKAGES, "data", "fonts", "overrides")  # MkDocs watches docs/ and mkdocs.yml itself.

_build: dict[str, Any] = {"command": "build", "code": None, "state": None}


def on_startup(command: str, dirty: bool) -> None:
    """Prepare a command; a preview goes on after a first build that fails."""
    _build["command"] = command
    if command == "serve":
        sys.dont_write_bytecode = True  # A cache file written into a watched folder would start another build.
        _publish("site.preview").show_first_build_errors()


def on_config(config: Any) -> Any:
    """Load, check and render the report, before MkDocs touches a file."""
    _build["state"] = None
    _forget_changed_code()
    _build["state"] = _publish("site.events").load_site(config, ROOT, preview=_build["command"] == "serve")
    return config


def on_files(files: Any, config: Any) -> Any:
    """Replace the templates in `docs/` by generated pages."""
    return _publish("site.events").replace_pages(_build["state"], files, config)


def on_nav(nav: Any, config: Any, files: Any) -> Any:
    """Make one navigation for each language."""
    return _publish("site.events").make_navigations(_build["state"])


def on_page_markdown(markdown: str, page: Any, config: Any, files: Any) -> None:
    """Set the title and description of a page."""
    _publish("site.events").prepare_page(_build["state"], page, config)


def on_env(env: Any, config: Any, files: Any) -> None:
    """Set what every template can use."""
    _publish("site.template_context").prepare_templates(_build["state"], env, config, files)


def on_page_context(context: Any, page: Any, config: Any, nav: Any) -> Any:
    """Set what the template of one page can use."""
    return _publish("site.template_context").page_context(_build["state"], context, page, config)


@event_priority(-100)  # After every other change of a page: what is cached is what is written.
def on_post_page(output: str, page: Any, config: Any) -> str:
    """Write the policy into a rendered page, and record the page for the cache."""
    return str(_publish("site.events").finish_page(_build["state"], _publish("site.csp").with_policy(output), page))


def on_post_template(output_content: str, template_name: str, config: Any) -> str:
    """Write the policy into the page for an unknown address, which is a template of its own."""
    return str(_publish("site.csp").with_policy(output_content))


@event_priority(-100)  # After the search plugin, whose index is split by language, and before MkDocs counts warnings.
def on_post_build(config: Any) -> None:
    """Write search indexes, and publish the build."""
    _publish("site.events").finish(_build["state"], config)


def on_build_error(error: Exception) -> None:
    """Discard a failed build, and turn its error into a message; the preview shows its own."""
    staging = _build["state"].staging if _build["state"] else None
    if staging:
        with suppress(OSError):  # The next build removes what cannot be removed now.
            staging.discard()
    if _build["command"] == "serve":
        return
    if isinstance(error, OSError):
        raise _publish("site.staging").write_error(error, staging) from None
    if not isinstance(error, MkDocsException):
        raise _publish("site.events").plugin_error(error) from None


def on_serve(server: Any, config: Any, builder: Any) -> Any:
    """Set what the preview watches, and what it shows when a build fails."""
    for folder in WATCHED:
        if (ROOT / folder).is_dir():  # A report of the installed tool has no code and may have no theme templates.
            server.watch(str(ROOT / folder))
    serve_pdfs = _publish("summary.api").serve_on_request
    app = serve_pdfs(server.get_app(), ROOT, Path(server.root), lambda: _build["state"])
    server.set_app(_publish("site.editor_links").serve_with_editor_links(app, ROOT, lambda: _build["state"]))
    return _publish("site.preview").show_rebuild_errors(server)


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
