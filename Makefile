SHELL := /bin/bash
BIN := .venv/bin
OFFSCREEN := QT_QPA_PLATFORM=offscreen LC_ALL=C.UTF-8
PYTEST := $(OFFSCREEN) $(BIN)/pytest -n 2 --dist worksteal
PYTHON_FILES := secondop_desktop tests packaging

.PHONY: help run test test-all checked compiled faults bench screenshots access lint format types contracts words \
	translations kinds lock lock-upgrade locked oldest newest pythons licences wheel frozen deb deb-test deb-lint portable release twice start-times clean setup dev qt

help:  ## Say what can be made
	@sed -n 's/^\([a-z-]*\):.*## /make \1\t/p' $(MAKEFILE_LIST) | expand -t 20

run: setup  ## Open the window on the sample journal (without a screen: write pictures of it)
	@packaging/run.sh

test: checked  ## Check everything, and run every test but the long ones
	$(PYTEST) -m "not long"

test-all: checked  ## The same with the long tests
	$(PYTEST)

faults: dev qt  ## Harm journals in every way we know; goes on where it stopped (hours; build/faults)
	$(OFFSCREEN) $(BIN)/python -m tests.faults.harness
	$(PYTEST) -m long tests/faults

bench: dev qt  ## Measure start-up, saving, searching, importing and printing
	$(OFFSCREEN) $(BIN)/python -m tests.benchmarks

screenshots: setup qt  ## Draw every page into build/screenshots/
	@packaging/screenshots.sh

access: setup qt  ## Walk the real window as a screen reader does (Linux; AT-SPI under Xvfb)
	@packaging/access.sh

lint: dev  ## Check style and format
	$(BIN)/ruff check $(PYTHON_FILES)
	$(BIN)/ruff format --check $(PYTHON_FILES)

format: dev  ## Mend style and format
	$(BIN)/ruff check --fix $(PYTHON_FILES)
	$(BIN)/ruff format $(PYTHON_FILES)

types: dev  ## Check types
	$(BIN)/mypy $(PYTHON_FILES)

contracts: dev  ## Check who imports whom
	$(BIN)/lint-imports --no-logo

words: dev  ## Check that every text is in the template, and every translation complete
	$(BIN)/python packaging/translations.py check

translations: dev  ## Carry new texts into the template and into every language
	$(BIN)/python packaging/translations.py update

kinds: dev  ## Write down which kinds of entry there are, for the command that says so
	$(BIN)/python packaging/kinds.py write

# Types take one processor a minute; meanwhile the other does the rest, and compiles all tests once.
checked: dev qt
	@$(MAKE) --no-print-directory -j 2 types compiled locked lint contracts words

# What cannot be collected is told by the run itself.
compiled: dev
	@$(OFFSCREEN) $(BIN)/pytest -n 0 --collect-only >/dev/null || true

locked: dev  ## Check that the lock fits pyproject.toml, and what is installed the lock
	$(BIN)/python packaging/lock/check.py

lock:  ## Write the lock, adding what pyproject.toml newly asks for
	@packaging/lock/make.sh

lock-upgrade:  ## Write the lock with the newest versions that pyproject.toml allows
	@packaging/lock/make.sh --upgrade

newest:  ## Run the tests with the newest versions that pyproject.toml allows
	@packaging/bounds.sh newest

oldest:  ## Run the tests with the lowest versions that pyproject.toml names
	@packaging/bounds.sh oldest

pythons:  ## Run the tests on each Python from 3.11 to 3.14 that is on this computer
	@packaging/pythons.sh

licences: dev  ## Write a bill of materials and all licences into build/licences/
	$(BIN)/python packaging/licences.py

wheel: dev  ## Build a wheel into dist/
	$(BIN)/python -m hatchling build -t wheel

frozen:  ## Make the program as a folder that needs no Python, in build/frozen/
	@packaging/freeze.sh

deb:  ## Make a package for Debian 12, 13 and Ubuntu 24.04, in dist/
	@packaging/linux/deb.sh

deb-test:  ## Try that package in bare systems made for it (root, Debian; build/chroots/)
	@packaging/linux/deb_test.sh

deb-lint:  ## Judge that package: lintian, appstreamcli, desktop-file-validate
	@packaging/linux/lint_deb.sh

portable:  ## Make an archive for other Linux systems, in dist/
	@packaging/linux/portable.sh

release: dev  ## Check what a release needs, and make all of it that this computer can, with SHA256SUMS
	@packaging/release.sh

twice: dev  ## Build all of dist/ again in another folder, and compare it bit for bit
	@packaging/twice.sh

start-times: dev  ## Measure the start of the frozen program against the one from source
	@packaging/start_times.sh

clean:  ## Remove what was built, but not .venv and no journal
	rm -rf dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache .coverage
	find secondop_desktop tests packaging -name __pycache__ -prune -exec rm -r {} +
	if [ -d build ]; then find build ! -name '*.secondop' ! -name untouched ! -type d -delete; fi

setup:
	@packaging/setup.sh

dev:
	@packaging/setup.sh --dev

qt:
	@packaging/linux/qt-libraries.sh
