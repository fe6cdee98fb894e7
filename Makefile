# Milepost. `make` alone lists what there is.

PORT ?= 8501
PYTHON ?=
PLAN ?=
PYTEST_ARGS ?= -n auto --maxprocesses=4 --dist worksteal
UPGRADE ?=

PY := .venv/bin/python
LOCK := $(PY) -m uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header \
  $(if $(UPGRADE),--upgrade,)

export PYTHON
ifneq ($(PLAN),)
export MILEPOST_PLAN := $(PLAN)
endif

.DEFAULT_GOAL := help
.PHONY: help run new test lint check lock schema bench screenshot venv venv-dev

help: ## list these targets
	@echo "Milepost: what a plan promised, held against what was reported."
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-11s %s\n", $$1, $$2 }' Makefile
	@echo "Settings: PORT=$(PORT)  PLAN=FOLDER (with targets.yaml and data/)  PYTHON=python3.12"

run: venv ## serve the dashboard at http://localhost:8501 (PORT=8600 for another port)
	@exec $(PY) -m streamlit run dashboard.py --server.port $(PORT)

test: lint ## lint, types and all tests, those in a real browser included
	$(PY) -m pytest $(PYTEST_ARGS)

lint: venv-dev ## style and types only
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m mypy

new: venv ## write a small plan folder to begin with (PLAN=FOLDER, one that is not there yet)
	@$(PY) -m metrics new $(if $(PLAN),"$(PLAN)",$(error say where: make new PLAN=my-plan))

check: venv ## check the files of a plan and say what is wrong in them (PLAN=FOLDER for another plan)
	@$(PY) -m metrics check $(if $(PLAN),"$(PLAN)",)

lock: venv-dev ## write requirements*.txt anew from pyproject.toml (UPGRADE=1 for newer releases)
	$(LOCK) pyproject.toml -o requirements.txt
	$(LOCK) pyproject.toml --group dev -c requirements.txt -o requirements-dev.txt

schema: venv-dev ## write metrics/schema/ (for editors) and docs/fields.md anew, after a change of a record
	$(PY) docs/fields.py

bench: venv-dev ## measure the pages against a bare Streamlit app, into docs/bench.md
	$(PY) -m tests.bench

screenshot: venv-dev ## take the picture of the README anew
	$(PY) docs/screenshot.py

venv:
	@sh .ci/venv requirements.txt

venv-dev:
	@sh .ci/venv requirements-dev.txt
