# The house: install once (the only step that needs the network), then build, look and test. `make` alone lists it all.
# A lock file pins every package by hash; nothing is installed outside .venv.

VENV := .venv
BIN := $(VENV)/bin
PYTHON ?= $(shell for p in python3.13 python3.12 python3.11 python3; do \
	"$$p" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo "$$p" && break; done)
UV_VERSION := 0.13.9
PIP := $(BIN)/python -m pip --disable-pip-version-check
export NO_MKDOCS_2_WARNING := 1

.DEFAULT_GOAL := help
.PHONY: help install site serve pages check test lint types pictures bundle audit lock clean

help:  ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-9s %s\n", $$1, $$2}' $(firstword $(MAKEFILE_LIST))

site: install  ## the whole way: the articles of seeds/ become the site in site/
	$(BIN)/mkdocs build --strict --clean
	@echo "site/index.html is ready: open it, or serve the folder."

serve: install  ## the site on http://127.0.0.1:8000, made anew when seeds/ or docs/ change
	$(BIN)/mkdocs serve

pages: install  ## only the Markdown: seeds/ into docs/
	$(BIN)/python scripts/build.py

check: lint types  ## fast: style, types, and the tests that need neither a build nor a browser
	$(BIN)/python -m pytest -q -m "not slow and not browser"

test: lint types  ## everything, a real build and a real browser included (Chromium from CHROMIUM or the path)
	$(BIN)/python -m pytest

lint: install
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: install
	$(BIN)/mypy

pictures: install  ## the pictures of the README, taken from a fresh build in headless Chromium
	$(BIN)/python scripts/make_pictures.py

bundle: site  ## the site as one archive that opens from a folder, without a network: dist/isnad-site.zip
	$(BIN)/python scripts/make_bundle.py

looks: site  ## the approved pictures of every kind of page, taken anew: look at them before you commit them
	$(BIN)/python -m scripts.audit.looks

audit: site scripts/audit/node_modules  ## the built site against its bars: axe, Nu, Lighthouse, links, weight, layout (npm, java)
	$(BIN)/python -m scripts.audit

scripts/audit/node_modules: scripts/audit/package-lock.json
	npm ci --prefix scripts/audit --ignore-scripts --no-audit --no-fund
	@touch $@

lock: $(VENV)/.made  ## resolve the dependencies of pyproject.toml anew into requirements/lock.txt (network)
	$(PIP) install --quiet uv==$(UV_VERSION)
	$(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes --extra dev --extra cards \
		--no-emit-index-url --custom-compile-command "make lock" pyproject.toml --output-file requirements/lock.txt

clean:  ## remove what was built and cached; what people wrote stays, and .venv
	@test ! -x $(BIN)/isnad || $(BIN)/python -c 'from pathlib import Path; from isnad.pages import write; \
		write((), Path("docs")); Path("docs/.isnad-manifest.json").unlink()'
	@find docs -mindepth 1 -type d -empty -delete
	rm -rf site dist .cache .mypy_cache .ruff_cache .pytest_cache .hypothesis

install: $(VENV)/.installed  ## Python packages into .venv; runs by itself, and again when the lock changes

$(VENV)/.made:
	@test -n "$(PYTHON)" || { echo "No Python 3.11 or newer was found. Name one: make PYTHON=/path/to/python3" >&2; exit 2; }
	$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/.locked: requirements/lock.txt $(VENV)/.made
	$(PIP) install --quiet --require-hashes --no-deps -r requirements/lock.txt
	@touch $@

$(VENV)/.installed: pyproject.toml $(VENV)/.locked
	$(PIP) install --quiet --no-build-isolation --no-deps --no-index --editable .
	@touch $@
