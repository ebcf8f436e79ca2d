"""The cache: whatever is damaged, missing or from elsewhere is a miss, and the build goes on."""

import os
import random
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest
from building import ADDRESS, CODE, SAMPLE, built_sample, copy_drawings
from mkdocs.config import load_config

from cache.store import Cache
from macros.environment import environment
from publish.cache.rendered_pages import RenderedPage, page_cache
from publish.cache.site_content import SiteContent, cached_content, content_key, decode, encode
from publish.report_content import ContentRequest

ROOT = Path(__file__).parents[2]
KINDS = {"fonts", "cards", "charts", "content", "pages", "summary", "templates"}
PAGE = RenderedPage("<p>株洲\u2028</p>\r\n", [{"location": "2026/", "title": "T", "boost": 2}])
CONTENT = b"\x00content\n" * 9


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    found = Cache(tmp_path / ".cache", "charts")
    found.put("key", CONTENT)
    return found


def entry(cache: Cache, key: str = "key") -> Path:
    return cache.folder / cache.kind / key


def request(root: Path, *, preview: bool = False) -> ContentRequest:
    return ContentRequest(root, root / "docs", ADDRESS, strict=False, preview=preview)


def copy_report(target: Path) -> Path:
    shutil.copytree(SAMPLE, target / "data")
    shutil.copytree(ROOT / "docs", target / "docs")
    return target


def build(root: Path) -> tuple[SiteContent, list[RenderedPage]]:
    """The sample report's content, and a page of it: all that a build takes from the cache."""
    content = cached_content(request(root), print)
    pages = page_cache(content, load_config(str(ROOT / "mkdocs.yml")), root, preview=False)
    page = content.pages[0]
    found = pages.get(page)
    if found is None:
        pages.put([(page, PAGE)])
    return content, [found] if found else []


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, SiteContent]:
    """A folder with the sample report and entries of every kind, and the report's content."""
    root = copy_drawings(copy_report(tmp_path_factory.mktemp("built")), built_sample())
    environment().cache.clear()  # Templates that this process has compiled are not stored again.
    content, pages = build(root)
    assert pages == []
    assert {path.name for path in (root / ".cache").iterdir()} == KINDS
    return root, content


def entries(root: Path) -> list[Path]:
    return sorted((root / ".cache").glob("*/*"))


def test_what_is_put_is_found_until_its_key_changes(cache: Cache) -> None:
    assert cache.get("key") == CONTENT
    assert cache.get("other") is None
    assert Cache(cache.folder, "pages").get("key") is None
    cache.put("empty", b"")
    assert cache.get("empty") == b""


def flip(file: Path, at: int, bit: int) -> None:
    with file.open("r+b") as stream:
        stream.seek(at)
        (byte,) = stream.read(1)
        stream.seek(at)
        stream.write(bytes([byte ^ bit]))


@pytest.mark.parametrize("flips", [400, pytest.param(1200, marks=pytest.mark.slow)], ids=["short", "long"])
def test_any_byte_flipped_in_any_kind_of_entry_is_a_miss(built: tuple[Path, SiteContent], flips: int) -> None:
    chance, (root, _) = random.Random(1), built
    for kind in sorted(KINDS):
        files = [path for path in entries(root) if path.parent.name == kind]
        for _ in range(flips // len(KINDS)):
            file = chance.choice(files)
            at, bit = chance.randrange(file.stat().st_size), 1 << chance.randrange(8)
            flip(file, at, bit)
            assert Cache(root / ".cache", kind).get(file.name) is None, (kind, at, bit)
            flip(file, at, bit)
            assert Cache(root / ".cache", kind).get(file.name) is not None


def test_every_byte_of_an_entry_counts(cache: Cache) -> None:
    sealed = entry(cache).read_bytes()
    for at in range(len(sealed)):
        entry(cache).write_bytes(sealed[:at] + bytes([sealed[at] ^ 1]) + sealed[at + 1 :])
        assert cache.get("key") is None
        entry(cache).write_bytes(sealed[:at])
        assert cache.get("key") is None


def few_of_each(root: Path) -> list[Path]:
    return [file for kind in sorted(KINDS) for file in sorted((root / ".cache" / kind).iterdir())[:4]]


@pytest.mark.parametrize("some", [few_of_each, pytest.param(entries, marks=pytest.mark.slow)], ids=["short", "long"])
def test_damaged_entries_of_every_kind_are_made_again(
    built: tuple[Path, SiteContent], some: Callable[[Path], list[Path]]
) -> None:
    root, content = built
    assert build(root) == (content, [PAGE]), "nothing is damaged yet"
    for number, file in enumerate(some(root)):
        sealed = file.read_bytes()
        file.unlink()
        match number % 4:
            case 0:
                file.write_bytes(sealed[:-1])
            case 1:
                file.write_bytes(sealed[:-1] + bytes([sealed[-1] ^ 1]))
            case 2:
                file.mkdir()
            case 3:
                file.symlink_to(file)
    assert build(root) == (content, [])
    for file in some(root):
        if file.is_dir() and not file.is_symlink():
            file.rmdir()
    assert build(root) == (content, [PAGE])


def test_an_entry_under_another_name_is_a_miss(cache: Cache) -> None:
    entry(cache).rename(entry(cache, "other"))
    assert cache.get("other") is None
    moved = Cache(cache.folder, "pages")
    moved.put("key", b"")
    shutil.copy2(entry(cache, "other"), entry(moved, "other"))
    assert moved.get("other") is None


def test_a_cache_from_elsewhere_can_only_miss(cache: Cache, tmp_path: Path) -> None:
    here = Cache(tmp_path / "here/.cache", "charts")
    shutil.copytree(cache.folder, here.folder)
    assert here.get("key") is None
    here.put("own", CONTENT)
    assert (here.get("own"), here.get("key")) == (CONTENT, None)
    # Nor does an entry count that was sealed with an empty or shortened secret.
    secret = tmp_path / "here/.cache-secret"
    for length in (0, 31):
        secret.write_bytes(secret.read_bytes()[:length])
        assert here.get("own") is None
    here.put("own", CONTENT)
    assert here.get("own") == CONTENT
    assert len(secret.read_bytes()) == 32
    if os.name == "posix":
        assert secret.stat().st_mode & 0o077 == 0


def folder_in_place(place: Path) -> None:
    place.mkdir(parents=True)


def file_in_place(place: Path) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(b"")


def link_to_itself(place: Path) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    place.symlink_to(place)


@pytest.mark.parametrize(
    ("place", "damage", "works_again"),
    [
        (".cache/charts/key", folder_in_place, False),
        (".cache/charts/key", file_in_place, True),
        (".cache/charts/key", link_to_itself, True),
        (".cache/charts", file_in_place, False),
        (".cache/charts", link_to_itself, False),
        (".cache", file_in_place, False),
        (".cache", link_to_itself, False),
        (".cache-secret", folder_in_place, False),
        (".cache-secret", file_in_place, True),
        (".cache-secret", link_to_itself, True),
    ],
)
def test_where_nothing_can_be_stored_nothing_is(tmp_path: Path, place: str, damage: object, works_again: bool) -> None:
    assert callable(damage)
    damage(tmp_path / place)
    cache = Cache(tmp_path / ".cache", "charts")
    assert cache.get("key") is None
    cache.put("key", CONTENT)
    assert cache.get("key") == (CONTENT if works_again else None)
    cache.evict(0)


@contextmanager
def without_permission(folder: Path) -> Iterator[None]:
    """May neither read nor write; the superuser, who always may, is another user meanwhile."""
    folder.chmod(0)
    if superuser := os.geteuid() == 0:
        os.seteuid(65534)
    try:
        yield
    finally:
        if superuser:
            os.seteuid(0)
        folder.chmod(0o700)


@pytest.mark.skipif(os.name != "posix", reason="permissions as POSIX has them")
@pytest.mark.parametrize("place", [".", ".cache", ".cache/charts", ".cache/charts/key", ".cache-secret"])
def test_what_may_not_be_read_is_a_miss(cache: Cache, tmp_path: Path, place: str) -> None:
    with without_permission(tmp_path / place):
        assert cache.get("key") is None
        cache.put("new", CONTENT)
        cache.evict(10**6)
    assert cache.get("key") == CONTENT


@pytest.mark.parametrize("preview", [True, pytest.param(False, marks=pytest.mark.slow)], ids=["short", "long"])
def test_a_build_goes_on_without_a_cache(built: tuple[Path, SiteContent], tmp_path: Path, preview: bool) -> None:
    """In short a preview, which makes no PDFs of its own accord and no share cards."""
    root = copy_report(tmp_path)
    (root / ".cache").write_bytes(b"a file in the place of the folder")
    content, cached = (cached_content(request(folder, preview=preview), print) for folder in (root, built[0]))
    assert content.files.keys() == cached.files.keys()
    assert [page.markdown for page in content.pages] == [page.markdown for page in cached.pages]


@pytest.mark.parametrize("read", ["data/new.yml", "docs/new.md", "overrides/partials/new.html"])
def test_everything_that_a_check_reads_is_in_the_key_of_the_content(tmp_path: Path, read: str) -> None:
    (tmp_path / read).parent.mkdir(parents=True)
    before = content_key(request(tmp_path))
    (tmp_path / read).write_text("new", encoding="utf-8")
    assert content_key(request(tmp_path)) != before


def test_what_was_not_used_for_longest_is_evicted_first(cache: Cache) -> None:
    pages = Cache(cache.folder, "pages")
    for number, key in enumerate("abc"):
        pages.put(key, CONTENT)
        os.utime(entry(pages, key), ns=(number, number))
    (cache.folder / "pages/.unfinished").write_bytes(b"")
    os.utime(cache.folder / "pages/.unfinished", ns=(0, 0))
    assert pages.get("a") == CONTENT
    size = entry(cache).stat().st_size
    cache.evict(4 * size)
    assert len(entries(cache.folder.parent)) == 5
    cache.evict(3 * size)
    assert sorted(path.name for path in entries(cache.folder.parent)) == ["a", "c", "key"]
    cache.evict(2 * size)
    assert sorted(path.name for path in entries(cache.folder.parent)) == ["a", "key"]


def types_of(value: object) -> object:
    """The types in a value, so that a form that reads back as an equal value of another type is seen."""
    if is_dataclass(value):
        return type(value), [types_of(getattr(value, field.name)) for field in fields(value)]
    if isinstance(value, dict):
        return dict, [(types_of(key), types_of(item)) for key, item in value.items()]
    if isinstance(value, list | tuple):
        return type(value), list(map(types_of, value))
    return type(value)


def test_stored_forms_read_back_as_they_were(built: tuple[Path, SiteContent]) -> None:
    content = built[1]
    read = decode(encode(content))
    assert read == content
    assert types_of(read) == types_of(content)
    assert RenderedPage.decode(PAGE.encode()) == PAGE


@pytest.mark.parametrize("stored", [b"", b"\n", b"{}\n", b"1\n", b"[]\n", b"[1,2]\n", b'[{},{"a":1}]\nb', b"\xff"])
def test_other_bytes_are_no_content(stored: bytes) -> None:
    assert decode(stored) is None


@pytest.mark.parametrize("stored", [b"", b"\n", b"{}\n<p>", b"1\n", b"[]\n\xff", b"\xff\n<p>"])
def test_other_bytes_are_no_page(stored: bytes) -> None:
    assert RenderedPage.decode(stored) is None


def test_nothing_is_unpickled_from_a_file() -> None:
    """A pickle runs what it says: only `charts.export` uses them, to copy a drawing in memory."""
    files = [path for name in CODE for path in (ROOT / name).rglob("*.py")]
    using = {path.relative_to(ROOT).as_posix() for path in files if "pickle" in path.read_text(encoding="utf-8")}
    assert using == {"charts/export.py"}
