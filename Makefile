# Every chore is one word; `make` alone lists them. All that is installed goes into this folder.

PYTHON := .venv/bin/python
PIP := $(PYTHON) -m pip install --quiet --disable-pip-version-check --no-input --require-hashes
PYTEST := $(PYTHON) -m pytest
# On a machine that is busy with something else a deadline can be missed: a failure counts when it happens twice.
AGAIN := --reruns 1 --reruns-delay 2 --rerun-show-tracebacks
STEP := sh tools/step
WEB_SOURCES := $(shell find web -type f -not -path '*/node_modules/*' -not -path 'web/dist/*' \
	-not -path 'web/.cache/*' -not -path 'web/tests/*' 2>/dev/null)

# Each with servers of its own. They wait more than they compute: three fill two cores, and more would miss deadlines.
WORKERS := 3

# Node may be one that tools/provide-node has put there.
export PATH := $(CURDIR)/.venv/bin:$(PATH)
export PIP_DISABLE_PIP_VERSION_CHECK := 1
# Every worker of a run loads all tests: what one has compiled serves the others.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help run test check bench soak load conformance contract lock clean servers FORCE \
	check-style check-types check-imports check-repository check-web
.DELETE_ON_ERROR:

help:
	@echo 'make run           serve Atelje on http://127.0.0.1:8000, with a demo programme on the first start'
	@echo 'make test          run all tests, those with real Redis, PostgreSQL and Chromium included'
	@echo 'make check         linters, types, import rules'
	@echo 'make bench         measure, and print one table'
	@echo 'make soak          run the long forms of the fault tests'
	@echo 'make load          serve a load programme from a fresh directory'
	@echo 'make conformance   serve the wire alone, open to everybody on this machine, for its SDK suites'
	@echo 'make contract      write what is made from the contract: the browser'"'"'s types, the reference'
	@echo 'make lock          pin the Python packages anew after a change of pyproject.toml'
	@echo 'make clean         remove all that was installed or built; your data stays'
	@echo
	@echo 'ATELJE_PORT and ATELJE_DATA change the port and the directory of the data.'

run: .venv/.run web/dist/index.html
	@exec $(PYTHON) -m server serve --demo

# In a fresh directory, unless ATELJE_DATA names one.
load: .venv/.run web/dist/index.html
	@fresh=build/load-$${ATELJE_PORT:-8000}; rm -rf "$$fresh"; \
	ATELJE_DATA=$${ATELJE_DATA:-$$fresh} exec $(PYTHON) -m server load

conformance: .venv/.run
	@exec $(PYTHON) -m server conformance

# Tests that fill both cores or assert times go first and alone. pytest says 5 when there is none.
test: .venv/.all .venv/.solvers web/dist/index.html servers
	@failed=; \
	(cd web && npm test) || failed="$$failed, the web client's tests"; \
	$(PYTEST) $(AGAIN) -m 'serial and not soak' || [ $$? -eq 5 ] || failed="$$failed, the tests that run alone"; \
	$(PYTEST) $(AGAIN) -m 'not serial and not soak' -n $(WORKERS) --dist worksteal || failed="$$failed, the tests"; \
	[ -z "$$failed" ] || { echo "FAILED: $${failed#, }."; exit 1; }

soak: .venv/.all .venv/.solvers web/dist/index.html servers
	$(PYTEST) -m soak --timeout 3600 -o log_cli=true

# Each is run even when one before it failed, so that one run tells all.
CHECKS := check-style check-types check-imports check-repository check-web
check: .venv/.all web/node_modules/.made
	@$(MAKE) --no-print-directory --keep-going $(CHECKS)
check-style:
	$(PYTHON) -m ruff check
	$(PYTHON) -m ruff format --check
check-types:
	$(PYTHON) -m mypy
check-imports:
	.venv/bin/lint-imports --no-cache --no-logo
check-repository:
	$(PYTEST) -q tests/test_repository.py
check-web:
	cd web && npm run check

bench: .venv/.all .venv/.solvers web/dist/index.html
	@sh tools/provide-node
	@missed=; \
	for one in bench $(addprefix bench.,scheduling polls memory reminders plans client pairing matching); do \
	  $(PYTHON) -m $$one || missed="$$missed $$one"; \
	done; \
	[ -z "$$missed" ] || { echo "MISSED A GOAL:$$missed"; exit 1; }

contract: .venv/.run
	@$(PYTHON) -m server.catalogue

servers: .venv/.all
	@sh tools/provide-servers

# ── what the targets above stand on ───────────────────────────────────────────────────────────────────────────────────

# A checkout that was moved, or a Python that is gone, leaves a .venv that does not run.
ifneq ($(shell $(PYTHON) -c 'print("sound")' 2>/dev/null),sound)
.venv/.made: FORCE
endif
.venv/.made:
	@sh tools/make-venv
	@touch $@

.venv/.run: requirements/run.txt .venv/.made
	@$(STEP) 'Installing the Python packages' $(PIP) --requirement $<
	@touch $@

.venv/.all: requirements/all.txt .venv/.made
	@$(STEP) 'Installing the Python packages, with those of the tests' $(PIP) --requirement $<
	@touch $@

# Solvers that check ours, in a place of their own: they want other versions of what we use.
.venv/.solvers: requirements/solvers.txt .venv/.made
	@$(PYTHON) -m venv .venv/solvers
	@$(STEP) 'Installing the solvers that check the matching' $(PIP:$(PYTHON)%=.venv/solvers/bin/python%) --requirement $<
	@touch $@

web/node_modules/.made: web/package-lock.json .venv/.made
	@sh tools/provide-node
	@cd web && sh ../tools/step 'Installing the packages of the web client' npm ci --no-audit --no-fund --loglevel=error
	@touch $@

web/dist/index.html: $(WEB_SOURCES) web/node_modules/.made
	@sh tools/provide-node
	@cd web && sh ../tools/step 'Building the web client' npm run build
	@touch $@

# Keeps the pins that still fit; `make lock UPGRADE=--upgrade` takes the newest of everything.
UPGRADE :=
# With their extras: older pips look for a package asked for with extras under that name, and find no hash without it.
COMPILE = build/lock/bin/uv pip compile --quiet --universal --no-strip-extras --python-version 3.11 \
	--generate-hashes --no-header --no-annotate $(UPGRADE)
lock: .venv/.made
	@$(PYTHON) -m venv build/lock
	@$(STEP) 'Installing uv, for this once' build/lock/bin/python -m pip install --quiet uv
	$(COMPILE) pyproject.toml --output-file requirements/run.txt
	$(COMPILE) pyproject.toml --all-extras --group check --group test --output-file requirements/all.txt
	$(COMPILE) --group node --output-file requirements/node.txt
	$(COMPILE) --group solvers --output-file requirements/solvers.txt
	@rm -rf build/lock

clean:
	rm -rf .venv web/node_modules web/dist web/.cache build bench/peers/node_modules
	rm -rf .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache .coverage
	find server tests bench -name __pycache__ -prune -exec rm -rf {} +
