"""Entries on disk: a file each, named by its key, with a seal that is checked when it is read.

An entry is never out of date, since its key holds everything it depends on. The seal is an HMAC-SHA256 of key and
content with a secret that is beside the cache and not in it. So every file that this project did not write here
itself is a miss: a damaged or renamed one, or one of a cache from elsewhere. Where nothing can be read or written, a
build goes on without a cache.

Belongs here: files. Does not belong here: keys (`fingerprint`), what an entry holds.
"""

from __future__ import annotations

import hmac
import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from secrets import token_bytes

from cache.atomic import replacing, write_bytes

LIMIT = 500_000_000
"""Bytes of all entries together. A report of a hundred pages in each language takes 37 million, and 20 million more for
each state that it is edited to: over twenty states fit, or a report ten times as large."""
SECRET_BYTES = SEAL_BYTES = 32


def secret_of(folder: Path) -> Path:
    """The file with the secret of a cache, `.cache-secret` beside `.cache`."""
    return folder.with_name(f"{folder.name}-secret")


@dataclass(frozen=True)
class Cache:
    """The entries of one kind in a cache.

    Attributes:
        folder: The whole cache, `.cache`.
        kind: Name of the folder in it for entries of this kind.
    """

    folder: Path
    kind: str

    def get(self, key: str) -> bytes | None:
        """The content stored under a key; `None` where there is none that this project has written."""
        file, secret = self._file(key), self._secret()
        try:
            sealed = file.read_bytes()
        except OSError:
            return None
        seal, content = sealed[:SEAL_BYTES], sealed[SEAL_BYTES:]
        if secret is None or not hmac.compare_digest(seal, self._seal(secret, key, content)):
            return None
        with suppress(OSError):  # A cache that can only be read is still of use.
            os.utime(file)  # Marks the entry as used, for `evict`.
        return content

    def put(self, key: str, content: bytes) -> None:
        """Store content under a key, or do nothing where that is not possible."""
        with suppress(OSError):
            secret = self._secret() or self._new_secret()
            write_bytes(self._file(key), self._seal(secret, key, content) + content)

    def evict(self, limit: int = LIMIT) -> None:
        """Remove the entries of all kinds that were not used for longest, until the others take `limit` bytes."""
        entries = []
        with suppress(OSError):
            for file in self.folder.glob("*/*"):
                with suppress(OSError):
                    status = file.lstat()
                    entries.append((status.st_mtime_ns, status.st_size, file))
        excess = sum(size for _, size, _ in entries) - limit
        for _, size, file in sorted(entries):
            if excess <= 0:
                break
            with suppress(OSError):
                file.unlink()
                excess -= size

    def _file(self, key: str) -> Path:
        return self.folder / self.kind / key

    def _seal(self, secret: bytes, key: str, content: bytes) -> bytes:
        seal = hmac.new(secret, f"{self.kind}/{key}\n".encode(), "sha256")
        seal.update(content)
        return seal.digest()

    def _secret(self) -> bytes | None:
        try:
            secret = secret_of(self.folder).read_bytes()
        except OSError:
            return None
        return secret if len(secret) == SECRET_BYTES else None

    def _new_secret(self) -> bytes:
        secret = token_bytes(SECRET_BYTES)
        with replacing(secret_of(self.folder)) as new:
            new.touch(mode=0o600)
            new.write_bytes(secret)
        return secret
