# `make` alone lists the targets. Everything but the set-up is a thin line over the `archive` command.
.DEFAULT_GOAL := help
.PHONY: help build serve test check format eval bench bench-reading bench-search messages lock clean

PYTHON ?= python3
BIN := .venv/bin
# Where tests write their thousands of small files: in memory, where there is such a place.
QUICK := $(firstword $(wildcard /dev/shm) $(TMPDIR) /tmp)
CODE := src tests tools eval bench
LOCK := --quiet --universal --generate-hashes --no-emit-index-url --python-version 3.11 --custom-compile-command "make lock"

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

build: .venv/run ## build the site from articles/ into public/
	$(BIN)/archive build

serve: .venv/run ## build, serve on 127.0.0.1, rebuild on change, reload the page
	$(BIN)/archive serve

test: .venv/dev ## run every test
	TMPDIR=$(QUICK) $(BIN)/python -m pytest -n auto --dist worksteal

check: .venv/dev ## format, lint, strict types, import rules, tests
	$(BIN)/ruff format --check $(CODE)
	$(BIN)/ruff check $(CODE)
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(MAKE) test

format: .venv/dev ## rewrite the code in the house format
	$(BIN)/ruff format $(CODE)
	$(BIN)/ruff check --fix $(CODE)

eval: .venv/dev ## measure the extraction against the gold records in ../shared
	$(BIN)/python eval/evaluate.py

bench: .venv/bench ## measure builds against Hugo, into bench/RESULTS.md: make bench ARGS='--runs 3'
	$(BIN)/python -m bench.build $(ARGS)

bench-reading: .venv/dev ## measure what reading one article costs, stage by stage: make bench-reading ARGS='--runs 9'
	$(BIN)/python -m bench.reading $(ARGS)

bench-search: .venv/bench ## measure search beside Pagefind, into bench/RESULTS.md: make bench-search ARGS='--seeds 7'
	$(BIN)/python -m bench.search.measure $(ARGS)

messages: .venv/dev ## bring the message catalogues up to date with the code
	$(BIN)/pybabel -q extract -F babel.cfg --no-location --omit-header -o src/archive/locale/archive.pot src
	$(BIN)/pybabel -q update -D archive -d src/archive/locale -i src/archive/locale/archive.pot --no-fuzzy-matching --omit-header
	$(BIN)/pybabel -q compile -f -D archive -d src/archive/locale

lock: .venv/dev ## write the hash-locked requirements anew
	$(BIN)/uv pip compile $(LOCK) --group install pyproject.toml -o requirements/run.txt
	$(BIN)/uv pip compile $(LOCK) --group install --group dev --extra dask pyproject.toml -o requirements/dev.txt
	$(BIN)/uv pip compile $(LOCK) --group pyproject.toml:bench -o requirements/bench.txt

clean: ## remove the built site, the cache and the virtual environment
	rm -rf public .archive .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis

.venv/run: requirements/run.txt pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/run.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	$(BIN)/python -m compileall -q src
	@touch $@

.venv/dev: requirements/dev.txt .venv/run
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	@touch $@

.venv/bench: requirements/bench.txt .venv/run
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/bench.txt
	@touch $@
