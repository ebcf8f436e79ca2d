"""How fast the product is, beside others that build the same pages; `make bench` writes `bench/README.md`.

Belongs here: measuring. Nothing of it is imported by the product, and no test times anything.

- `measure`: one run of a command, runs that take turns, ratios, exponents
- `projects`: the project as this product builds it, and the same pages as others build them
- `builds`, `preview`, `growth`: what is measured
- `tell`: the page, and the comparison with `ratios.yml`
"""
