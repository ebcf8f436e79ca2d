"""The build cache: results of earlier builds, stored as bytes under keys of everything they depend on.

- `store`: `Cache`, a folder of entries, checked when they are read and evicted by size
- `fingerprint`: keys
- `atomic`: files that are written whole or not at all

A leaf: it imports the standard library only. Does not belong here: what is stored, or how it becomes bytes.

Example::

    cache = Cache(Path(".cache"), "charts")
    svg = cache.get(key)
    if svg is None:
        svg = draw()
        cache.put(key, svg)
"""
