# Two commands for a newcomer: `make demo` and `make test`. Each sets up what it needs.
# Scans need Tesseract with Italian: it is installed where that is allowed; without it all else works.
PYTHON ?= python3
BIN := .venv/bin
DB := demo/obiettivi.duckdb
TESSERACT := tesseract-ocr tesseract-ocr-ita
# Once, as pip does with what it installs: some systems forbid Python to keep what it compiled, and compile at each start.
COMPILE := $(BIN)/python -m compileall -q extract rules schemas

.PHONY: demo test lint types contract scores examples bench lock tesseract clean

demo: .venv/runtime tesseract
	@$(BIN)/python -m corpus.demo $(DB)

test: .venv/dev tesseract lint types contract
	$(BIN)/python -m pytest -n auto
	$(BIN)/obiettivi evaluate --check

lint: .venv/dev
	$(BIN)/ruff check .
types: .venv/dev
	$(BIN)/mypy
contract: .venv/dev
	$(BIN)/lint-imports

# Keep better scores; commit them with the change that earned them.
scores: .venv/runtime
	$(BIN)/obiettivi evaluate --write

# What the checks say of themselves, and what the examples in the papers print now; read the difference before keeping it.
examples: .venv/runtime
	$(BIN)/python tests/checks_paper.py
	$(BIN)/python tests/examples.py

# How fast, beside what; a quarter of an hour.
bench: .venv/dev
	@$(COMPILE)
	$(BIN)/python -m bench --write

# Setting up says little when all goes well and everything when it does not.
.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "obiettivi needs Python 3.11 or newer; set PYTHON=/path/to/python3.11"; exit 1; }
	@$(PYTHON) -m venv .venv \
	  || { rm -rf .venv; echo "python3 cannot make a virtual environment; on Debian: apt-get install python3-venv"; exit 1; }

.venv/runtime: requirements.lock pyproject.toml | .venv/bin/python
	@echo "installing what requirements.lock names into .venv ..."
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --no-deps --no-build-isolation -e .
	@$(COMPILE)
	@touch $@

.venv/dev: requirements-dev.lock .venv/runtime
	@echo "installing what requirements-dev.lock names into .venv ..."
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@

tesseract:
	@if tesseract --list-langs 2>/dev/null | grep -qx ita; then exit 0; fi; \
	if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	  echo "installing Tesseract with Italian, which reads scans ..."; \
	  export DEBIAN_FRONTEND=noninteractive; \
	  apt-get install -qq -y --no-install-recommends $(TESSERACT) >/dev/null 2>&1 && exit 0; \
	  apt-get update -qq >/dev/null 2>&1; \
	  apt-get install -qq -y --no-install-recommends $(TESSERACT) >/dev/null 2>&1 && exit 0; \
	  echo "that failed."; \
	fi; \
	echo "Tesseract with Italian is missing: scans will not be read, and their tests are skipped; all else works."; \
	echo "To have it: apt-get install $(TESSERACT)   (obiettivi doctor says what is there)"

# Names, versions and hashes from the ranges in pyproject.toml; no registry addresses.
lock: .venv/dev
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile pyproject.toml --universal --generate-hashes --no-emit-index-url --no-header --no-annotate \
	  --extra ocr --extra build --quiet -o requirements.lock
	$(BIN)/uv pip compile pyproject.toml --universal --generate-hashes --no-emit-index-url --no-header --no-annotate \
	  --extra ocr --extra build --extra dev --quiet -o requirements-dev.lock

clean:
	rm -rf .venv demo
