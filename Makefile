# What this project can do, a target each; `make help` lists them. Python 3.11 or newer is all it needs.

VENV := .venv
BIN := $(VENV)/$(if $(filter Windows_NT,$(OS)),Scripts,bin)
PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet --require-hashes
LOCK := $(BIN)/uv pip compile --no-config --quiet --universal --python-version 3.11 --generate-hashes \
	--custom-compile-command "make lock" $(if $(UPGRADE),--upgrade)

# Hides Material's eight-line notice of its end of life (May 2027) at each build; only publish/, hooks.py and overrides/ depend on Material.
export NO_MKDOCS_2_WARNING := 1
# Where it is set, each of the many processes of a test run would compile all code again.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: build serve test test-all samples check pdf offline bench lock audit clean help

build: $(VENV)/ready ## build the whole site, both languages, into site/; stops at any error
	$(BIN)/mkdocs build --strict

serve: $(VENV)/ready ## preview at http://127.0.0.1:8000/ while you edit (PORT=8001 for another); Ctrl+C ends it
	$(BIN)/mkdocs serve $(if $(PORT),--dev-addr 127.0.0.1:$(PORT))

PYTEST = $(BIN)/python -m pytest tests --numprocesses auto --dist loadfile --no-loadscope-reorder \
	$(if $(ARTICLES),--articles="$(ARTICLES)")

test: $(VENV)/ready-dev ## run the tests; ARTICLES=folder adds those that read the source articles
	sh tests/setup_browser.sh $(BIN)/python
	sh tests/setup_java.sh
	$(PYTEST)

test-all: $(VENV)/ready-dev ## run the slow tests too (an hour or two): whole reports in other generators, veraPDF, axe on all pages, long fuzz
	sh tests/setup_browser.sh $(BIN)/python
	sh tests/setup_java.sh
	$(PYTEST) -m "" --all-pages --all-mutations

samples: $(VENV)/ready-dev ## build every sample report strictly, each with its PDFs and its zip, into build/samples/
	PYTHONPATH=. $(BIN)/python tests/build_samples.py build/samples

check: $(VENV)/ready-dev ## read the code for mistakes (ruff, mypy) and the data for uncovered sentences
	$(BIN)/ruff check
	$(BIN)/mypy --strict report macros charts publish cache languages
	$(BIN)/zizmor --offline --quiet .github/workflows
	@if command -v actionlint >/dev/null; then actionlint; else echo "The workflows were not read by actionlint, which is not installed."; fi
	$(BIN)/report coverage

pdf: $(VENV)/ready ## the annual summary alone, as six PDFs in pdf/; make build puts them on the site too
	$(BIN)/report pdf pdf

offline: $(VENV)/ready ## the site as a zip to read without a server, into offline/; unpack it and open index.html
	$(BIN)/report offline offline

bench: $(VENV)/ready-dev ## time builds, preview and growth beside others, into bench/README.md (a quarter of an hour; RUNS=2 for a try)
	$(BIN)/python -m bench $(if $(RUNS),--runs $(RUNS)) $(if $(ACCEPT),--accept)

lock: $(VENV)/ready-dev ## write requirements*.txt anew from pyproject.toml; UPGRADE=1 takes newer releases
	$(LOCK) --output-file requirements.txt pyproject.toml
	$(LOCK) --output-file requirements-dev.txt --extra dev --constraint requirements.txt pyproject.toml
	$(LOCK) --output-file requirements-build.txt --group build
	$(LOCK) --output-file requirements-audit.txt --group audit

audit: ## known weaknesses of the packages that the site is built with, and what it is made of, as build/sbom.json (CycloneDX)
	@test -d build/audit || $(if $(PYTHON),$(PYTHON),python3) -m venv build/audit
	build/audit/bin/python -m pip --disable-pip-version-check install --quiet --require-hashes -r requirements-audit.txt
	build/audit/bin/pip-audit --disable-pip --require-hashes --progress-spinner off --requirement requirements.txt
	build/audit/bin/cyclonedx-py requirements --output-reproducible --pyproject pyproject.toml --output-file build/sbom.json requirements.txt

clean: ## remove what was built (site/ and all caches); the environment in .venv/ stays
	rm -rf build/samples build/audit build/sbom.json site .site.building .site.ready .site.lock pdf offline .cache .cache-secret .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -not -path './$(VENV)/*' -prune -exec rm -rf {} +

help: ## list these targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-8s %s\n", $$1, $$2 }' Makefile

# The environment. Two stamp files: it is installed once, and again when its requirements change.
# requirements-build.txt goes first: without build isolation, the build tools are checked by hash too.

$(VENV)/ready: requirements-build.txt requirements.txt pyproject.toml
	@if $(BIN)/python -m pip --version >/dev/null 2>&1; then exit 0; fi; \
	for python in $(PYTHON) python3 python3.14 python3.13 python3.12 python3.11 python; do \
		$$python -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || continue; \
		echo "Making the environment in $(VENV)/ with $$python (once; about a minute) …"; \
		exec $$python -m venv $(VENV); \
	done; \
	echo "No Python 3.11 or newer with its venv module was found. Install one (Debian, Ubuntu: apt install python3-venv)," >&2; \
	echo "or name yours: make build PYTHON=/path/to/python3" >&2; exit 1
	@$(PIP) -r requirements-build.txt
	@$(PIP) --no-build-isolation -r requirements.txt
	@$(BIN)/python -m pip --disable-pip-version-check install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/ready-dev: requirements-dev.txt $(VENV)/ready
	@echo "Installing what tests and checks need (once) …"
	@$(PIP) --no-build-isolation -r requirements-dev.txt
	@touch $@
