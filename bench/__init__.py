"""Benchmarks: how fast the product is, and others that build the same pages; `make bench` writes `bench/README.md`.

Belongs here: measuring. The product imports nothing of it, and no test measures time.

- `measure`: one run of a command, runs that take turns, ratios, exponents
- `projects`: the project as this product builds it, and the same pages as others build them
- `builds`, `preview`, `growth`: what is measured
- `results`: the page of results, and the comparison with `ratios.yml`
"""
