# guessmail: `make` lists the targets. Each does its own set-up, in .venv, and prints nothing of it on stdout.
# Needs Python 3.11 or later (any that is there is found; PYTHON=… names another) and GNU make 3.81 or later.

PYTHON ?=
VENV := .venv
BIN := $(VENV)/bin
SHELL := /bin/sh

# A Python that is too old, broken (a version manager's stub), or without venv is passed over.
find_python = for python in $(PYTHON) python3 python python3.14 python3.13 python3.12 python3.11; do \
	"$$python" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && break; \
	python=; done; \
	if [ -z "$$python" ]; then echo "make: no Python 3.11 or later with venv was found; install one, or say PYTHON=/path/to/python" >&2; exit 1; fi
install = "$(BIN)/python" -m pip install --quiet --disable-pip-version-check

.PHONY: help run test lint types check wheel fuzz clean
.DEFAULT_GOAL := help

help: ## list the targets
	@sed -n 's/^\([a-z][a-z-]*\):.*## \(.*\)/\1\t\2/p' $(MAKEFILE_LIST) | expand -t 12

run: $(VENV)/.run-ready ## run guessmail: make run ARGS='guess "Jane Doe" acme.com'
	@$(BIN)/guessmail $(ARGS)

test: $(VENV)/.dev-ready ## run the tests, with branch coverage: make test ARGS='-k names'
	@$(BIN)/python -m pytest --cov --cov-report=term $(ARGS)

lint: $(VENV)/.dev-ready ## check style and format
	@$(BIN)/ruff check . && $(BIN)/ruff format --check .

types: $(VENV)/.dev-ready ## check the types
	@$(BIN)/mypy

check: test lint types wheel ## everything that must pass before a change lands

wheel: $(VENV)/.dev-ready ## build the wheel, install it into an empty environment and run it from elsewhere
	@sh .ci/try-wheel "$(BIN)/python"

fuzz: $(VENV)/.fuzz-ready ## fuzz the readers of foreign data: make fuzz ARGS='mail vcard --seconds 300'
	@$(BIN)/python benchmarks/fuzz/fuzz.py $(ARGS)

clean: ## remove what the other targets made
	@rm -rf $(VENV) build dist .coverage .mypy_cache .pytest_cache .ruff_cache .hypothesis

$(VENV)/pyvenv.cfg:
	@{ $(find_python); "$$python" -m venv $(VENV); } </dev/null >&2

$(VENV)/.run-ready: $(VENV)/pyvenv.cfg pyproject.toml
	@$(install) --editable . </dev/null >&2
	@touch $@

$(VENV)/.dev-ready: $(VENV)/pyvenv.cfg pyproject.toml
	@$(install) --editable '.[dev]' </dev/null >&2
	@touch $@ $(VENV)/.run-ready

$(VENV)/.fuzz-ready: $(VENV)/.dev-ready
	@$(install) --editable '.[fuzz]' </dev/null >&2
	@touch $@
