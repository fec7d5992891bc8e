# make site    the website in site/              make test    everything that must hold
# make serve   the same, live while you edit     make check   lint, types and tests, nothing installed
#
# On a fresh machine each of them first makes .venv from the locked packages; later runs are quick.

.DEFAULT_GOAL := site
.DELETE_ON_ERROR:
SHELL := /bin/sh

VENV   := .venv
BIN    := $(VENV)/bin
PYTHON ?= $(shell setup/find-python)
PIP    := $(BIN)/python -m pip --disable-pip-version-check --no-input --quiet
# Never taken from the surroundings: what a build sees is what is in this folder.
export PYTHONDONTWRITEBYTECODE := 1
export PIP_ROOT_USER_ACTION := ignore
unexport PYTHONPATH PYTHONHOME

.PHONY: site test check lint serve release-check lock vendor clean

site: $(VENV)/.ready
	@$(BIN)/impact build
	@echo
	@echo "サイト: site/index.html　手元で見る: make serve　(the site is in site/; to look at it: make serve)"

serve: $(VENV)/.ready
	@$(BIN)/impact serve

test: $(VENV)/.ready-dev
	@setup/browser
	@$(MAKE) --no-print-directory site check

check: lint
	$(BIN)/python -m pytest -n 2

lint: $(VENV)/.ready-dev
	$(BIN)/ruff check .
	$(BIN)/mypy

# The virtual environment, its packages by hash, then this project itself without the network.
$(VENV)/bin/python:
	@setup/find-python > /dev/null
	"$(PYTHON)" -m venv $(VENV)

$(VENV)/.ready: requirements.lock pyproject.toml | $(VENV)/bin/python
	@echo "パッケージを入れています（初回のみ）… installing packages (first time only) …"
	$(PIP) install --require-hashes -r requirements.lock
	$(PIP) install --no-deps --no-build-isolation --no-index --editable .
	@touch $@

$(VENV)/.ready-dev: requirements-dev.lock $(VENV)/.ready
	$(PIP) install --require-hashes -r requirements-dev.lock
	@touch $@

# The locks, made anew from pyproject.toml. uv lives in a folder of its own, not in .venv.
lock: | $(VENV)/bin/python
	test -x build/uv/bin/uv || { "$(PYTHON)" -m venv build/uv && build/uv/bin/pip --quiet install uv; }
	build/uv/bin/uv pip compile pyproject.toml --group dev --universal --generate-hashes \
	  --python-version 3.11 --quiet --output-file requirements-dev.lock $(UPGRADE)
	build/uv/bin/uv pip compile pyproject.toml --group build --universal --generate-hashes \
	  --python-version 3.11 --quiet --constraint requirements-dev.lock --output-file requirements.lock $(UPGRADE)

# Third-party files that are kept in the repository, from npm at fixed versions, checked by sha256.
vendor:
	sh theme/vendor/refresh
	sh theme/vendor/refresh theme/fonts
	sh theme/vendor/refresh tests/vendor

clean:
	rm -rf build site .site-new .site-old .mypy_cache .pytest_cache .ruff_cache .hypothesis
