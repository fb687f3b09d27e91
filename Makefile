# Everything is made for one study, a folder with study.yml: make STUDY=path (default: the five seeds here).
STUDY ?= .
CORPUS ?=
VENV ?= .venv
PYTHON ?= $(VENV)/bin/python

ifneq ($(words $(STUDY)),1)
  $(error STUDY: the path may hold no spaces; rename the folder or link to it)
endif

.DELETE_ON_ERROR:
.SUFFIXES:
.DEFAULT_GOAL := report
.PHONY: report tables test check reviewed coding-sheet events qdc lab lock clean help

export PYTHONPATH := $(CURDIR)
ANALYSIS := $(PYTHON) -m analysis
OPTIONS := $(STUDY) $(if $(CORPUS),--corpus $(CORPUS))

sources = $(foreach folder,$(1),$(wildcard analysis/$(folder)/*.py))
EDGE := $(patsubst %,analysis/%.py,behind desk event exports figures navigation readings report reviewed sources telling)
CLEANING := $(filter-out $(EDGE),$(wildcard analysis/*.py)) $(call sources,schemas text voices events)
SHOWING := $(EDGE) $(call sources,coding findings measures charts pages) $(wildcard analysis/pages/template/*)

# The environment is this file's last step, so a half-made one is made again.
ENVIRONMENT := $(if $(findstring $(VENV)/,$(PYTHON)),$(VENV)/ready)
NOTEBOOKS := $(wildcard notebooks/*.ipynb)
TABLES := $(STUDY)/tables/datapackage.json
SITE := $(STUDY)/report/tables.html
PAGES := $(NOTEBOOKS:notebooks/%.ipynb=$(STUDY)/report/%.html)

report: $(PAGES) $(SITE) ## Build tables, figures and pages (the default); -j2 runs two notebooks at a time
	@echo "$(STUDY)/report/index.html"

tables: $(TABLES) ## Read the corpus and write the cleaned tables

$(TABLES): $(CLEANING) $(ENVIRONMENT)
	$(ANALYSIS) tables $(OPTIONS)

$(SITE): $(TABLES) $(SHOWING)
	$(ANALYSIS) site $(OPTIONS)

$(STUDY)/report/%.html: notebooks/%.ipynb $(TABLES) $(SHOWING) $(wildcard $(STUDY)/codes/*)
	$(ANALYSIS) page $< $(OPTIONS)

# What the tables were made from (texts, metadata, study, codebook), as the tables command wrote it down:
# make's own prerequisites could not hold every file name, nor a million of them.
INPUTS := $(wildcard $(STUDY)/tables/inputs)
CHANGED := $(if $(INPUTS),$(shell xargs -0 sh -c 'find "$$@" -newer $(TABLES) 2>&1 | head -n 1' find < $(INPUTS)))
$(TABLES): $(if $(CHANGED),changed)
.PHONY: changed

test: $(PAGES) $(SITE) ## Run the tests and the linter
	$(PYTHON) -m ruff check --quiet .
	$(PYTHON) -m ruff format --check --quiet .
	$(PYTHON) -m pytest

check: $(PAGES) $(SITE) ## Compare tables and figures with those that were reviewed
	$(ANALYSIS) check $(OPTIONS)

reviewed: $(PAGES) $(SITE) ## Record the present tables and figures as reviewed
	$(ANALYSIS) check --accept $(OPTIONS)

coding-sheet: $(TABLES) ## Draw sentences for coders into coding-sheet.xlsx (size and strata: study.yml)
	$(ANALYSIS) coding-sheet $(OPTIONS)

events: $(TABLES) ## Propose which articles report one event: events-proposed.csv
	$(ANALYSIS) events $(OPTIONS)

qdc: $(ENVIRONMENT) ## Write the codebook for NVivo, MAXQDA, ATLAS.ti, QualCoder: codebook.qdc
	$(ANALYSIS) qdc $(OPTIONS)

lab: $(TABLES) ## Open JupyterLab on the study (this machine only, with a token)
	STUDY=$(abspath $(STUDY)) $(PYTHON) -m jupyterlab --ip=127.0.0.1 --notebook-dir=$(CURDIR)

$(VENV)/ready: requirements.lock
	python3 -m venv --clear $(VENV) || { echo "Python's venv is missing; on Debian and Ubuntu: apt-get install python3-venv" >&2; exit 1; }
	$(VENV)/bin/python -m pip install --quiet --disable-pip-version-check "$$(sed -n 's/^\(uv==[^ ]*\).*/\1/p' requirements.lock)"
	VIRTUAL_ENV=$(CURDIR)/$(VENV) $(VENV)/bin/uv pip sync --quiet --require-hashes --compile-bytecode requirements.lock
	touch $@

lock: $(ENVIRONMENT) ## Resolve the pins of requirements.lock anew from pyproject.toml
	$(PYTHON) -m uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes --no-emit-index-url --group test pyproject.toml --output-file requirements.lock

clean: ## Remove the study's tables and pages (figures are tracked and stay)
	rm -rf $(STUDY)/tables $(STUDY)/report

help: ## Show this list
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' $(firstword $(MAKEFILE_LIST)) | expand -t 14
