# guessmail: `make` lists the targets. Each does its own set-up, in .venv, and prints nothing of it on stdout.
# Needs Python 3.11 or later (any that is there is found; PYTHON=… names another) and GNU make 3.81 or later.

PYTHON ?=
VENV := .venv
BIN := $(VENV)/bin
SHELL := /bin/sh
# Two more than processors: some tests wait, for DNS servers that do not answer and for processes.
WORKERS := $(shell echo $$(( $$(getconf _NPROCESSORS_ONLN 2>/dev/null || echo 2) + 2 )))

# A Python that is too old, broken (a version manager's stub), or without venv is passed over.
find_python = for python in $(PYTHON) python3 python python3.14 python3.13 python3.12 python3.11; do \
	"$$python" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && break; \
	python=; done; \
	if [ -z "$$python" ]; then echo "make: no Python 3.11 or later with venv was found; install one, or say PYTHON=/path/to/python" >&2; exit 1; fi
# Packages are what the requirements files name, each by its hash: nothing that one of them asks for is resolved anew, and what
# has no wheel is built with what is there already. Then nothing may be lacking. $1: the Python, $2: the files.
install_locked = { "$1" -m pip install $(quiet) --no-deps --no-build-isolation --require-hashes $(addprefix --requirement ,$2) && \
	"$1" .ci/check-lock $2 && "$1" -m pip check $(quiet); } </dev/null >&2
install_self = "$1" -m pip install $(quiet) --no-deps --no-build-isolation --editable . </dev/null >&2
quiet = --quiet --disable-pip-version-check

.PHONY: help run test coverage mutation fuzz lint types check wheel docs sbom audit spark lock clean
.DEFAULT_GOAL := help

help: ## list the targets
	@sed -n 's/^\([a-z][a-z-]*\):.*## \(.*\)/\1\t\2/p' $(MAKEFILE_LIST) | expand -t 12

run: $(VENV)/.run-ready ## run guessmail: make run ARGS='guess "Jane Doe" acme.com'
	@$(BIN)/guessmail $(ARGS)

test: $(VENV)/.dev-ready ## run the tests, on all processors: make test ARGS='-k names'
	@$(BIN)/python -m pytest --numprocesses $(WORKERS) --dist worksteal $(ARGS)

coverage: $(VENV)/.tools-ready ## run the tests, and list the lines and branches that none reaches
	@$(BIN)/coverage erase
	@$(BIN)/coverage run -m pytest --numprocesses $(WORKERS) --dist worksteal $(ARGS)
	@$(BIN)/coverage combine --quiet && $(BIN)/coverage report

mutation: $(VENV)/.tools-ready ## put faults into the rules one by one, and count those that the tests notice
	@nice $(BIN)/mutmut run $(ARGS) && $(BIN)/python .ci/mutation-score

lint: $(VENV)/.dev-ready ## check style and format
	@$(BIN)/ruff check . && $(BIN)/ruff format --check .

types: $(VENV)/.dev-ready ## check the types, as on Linux, macOS and Windows
	@$(BIN)/mypy && $(BIN)/mypy --platform darwin src && $(BIN)/mypy --platform win32 src

check: test lint types wheel ## everything that must pass before a change lands

wheel: $(VENV)/.dev-ready ## build the wheel, install it into an empty environment and run it from elsewhere
	@sh .ci/try-wheel "$(BIN)/python"

fuzz: $(VENV)/.fuzz-ready ## fuzz the readers of foreign data: make fuzz ARGS='mail vcard --seconds 300'
	@$(BIN)/python benchmarks/fuzz/fuzz.py $(ARGS)

spark: $(VENV)/.spark-ready ## run the tests of guessmail.spark, with a Spark and a Java of their own: make spark ARGS='-k rows'
	@$(VENV)/spark/bin/python -m pytest tests/spark.py tests/test_batch.py $(ARGS)

docs: $(VENV)/.docs-ready ## build the documents' site in build/site; warnings and anything that is loaded from elsewhere are errors
	@$(BIN)/zensical build --clean --strict
	@! grep -rnoE '<(script|link|img|iframe)[^>]*(src|href)="?(https?:)?//[^>]*>' build/site --include='*.html'

sbom: $(VENV)/.tools-ready ## build the wheel, and beside it in dist/ the list of all that it runs with (CycloneDX)
	@sh .ci/try-wheel "$(BIN)/python" dist

audit: $(VENV)/.tools-ready ## look up known vulnerabilities of all that guessmail runs with, and is built and tested with
	@$(BIN)/python .ci/audit

lock: $(VENV)/.tools-ready ## bring the requirements files up to date: make lock ARGS=--upgrade
	@$(call lock,requirements.txt,pyproject.toml --extra excel)
	@$(call lock,requirements-dev.txt,pyproject.toml --group dev --constraint requirements.txt)
	@$(call lock,requirements-build.txt,--group build --constraint requirements-dev.txt)
	@for group in tools docs fuzz; do \
		$(call lock,requirements-$$group.txt,pyproject.toml --group $$group --constraint requirements-dev.txt) || exit; done
	@$(call lock,requirements-spark.txt,pyproject.toml --extra spark --constraint requirements-dev.txt)

# For every supported Python and every system at once. $1: the file, $2: what is asked for.
lock = $(BIN)/uv pip compile --quiet --universal --fork-strategy fewest --python-version $(OLDEST) --generate-hashes --no-header \
	--output-file $1 $2 $(ARGS)
OLDEST = $(shell sed -n 's/^requires-python = ">=\(.*\)"/\1/p' pyproject.toml)

clean: ## remove what the other targets made
	@rm -rf $(VENV) build dist mutants .cache .nox .mypy_cache .pytest_cache .ruff_cache .hypothesis

$(VENV)/pyvenv.cfg:
	@{ $(find_python); "$$python" -m venv $(VENV); } </dev/null >&2

$(VENV)/.build-ready: $(VENV)/pyvenv.cfg requirements-build.txt
	@$(call install_locked,$(BIN)/python,requirements-build.txt)
	@touch $@

$(VENV)/.run-ready: $(VENV)/.build-ready pyproject.toml requirements.txt
	@$(call install_locked,$(BIN)/python,requirements.txt)
	@$(call install_self,$(BIN)/python)
	@touch $@

$(VENV)/.dev-ready: $(VENV)/.run-ready requirements-dev.txt
	@$(call install_locked,$(BIN)/python,requirements-dev.txt)
	@touch $@

$(VENV)/.tools-ready $(VENV)/.docs-ready $(VENV)/.fuzz-ready: $(VENV)/.%-ready: $(VENV)/.dev-ready requirements-%.txt
	@$(call install_locked,$(BIN)/python,requirements-$*.txt)
	@touch $@

# In an environment of its own, so that the other tests run with what everybody has.
$(VENV)/.spark-ready: $(VENV)/pyvenv.cfg pyproject.toml requirements-build.txt requirements-dev.txt requirements-spark.txt
	@{ command -v java >/dev/null || { apt-get update && apt-get install --yes --no-install-recommends default-jre-headless; }; } </dev/null >&2
	@"$(BIN)/python" -m venv $(VENV)/spark
	@$(call install_locked,$(VENV)/spark/bin/python,requirements-build.txt)
	@$(call install_locked,$(VENV)/spark/bin/python,requirements-dev.txt requirements-spark.txt)
	@$(call install_self,$(VENV)/spark/bin/python)
	@touch $@
