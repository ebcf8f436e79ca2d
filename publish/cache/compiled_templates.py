"""Templates that Jinja has compiled, in the cache: this saves a sixth of a build in which nothing has changed.

Compiled templates are code. Those in the cache are run because its seal shows that this project compiled them here.

Belongs here: Jinja's interface to the cache. Does not belong here: environments (`macros.environment`, MkDocs).
"""

from __future__ import annotations

from pathlib import Path

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from cache.fingerprint import fingerprint
from cache.store import Cache
from publish.cache.build_inputs import code_fingerprint

CACHE_KIND = "templates"


class CompiledTemplates(BytecodeCache):
    """A cache of compiled templates for a Jinja environment."""

    def __init__(self, folder: Path) -> None:
        """Use the folder of the whole cache."""
        self._cache = Cache(folder, CACHE_KIND)

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill the bucket if its template was compiled before from the same text by the same code."""
        if (code := self._cache.get(self._key(bucket))) is not None:
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Store what the bucket holds."""
        self._cache.put(self._key(bucket), bucket.bytecode_to_string())

    def _key(self, bucket: Bucket) -> str:
        return fingerprint(code_fingerprint(), bucket.key, bucket.checksum)
