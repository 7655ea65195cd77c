# Cuttings. `make crawl` and `make test` set up all they need; `make help` lists the rest.
SHELL := /bin/bash
PYTHON ?= python3
BIN := .venv/bin
SCRAPY := $(BIN)/python -m scrapy
SAMPLE := data/sample.warc.gz
SAMPLE_DB := data/sample.db
FIRST_EVENING := 2026-11-01T00:00:00+00:00
# Images often say that no bytecode be kept: each of the processes of the tests would then compile all anew
TESTED := PYTHONDONTWRITEBYTECODE= $(BIN)/python -m pytest

.PHONY: help crawl browse remote cluster judges test check soak lint format bench bench-peers mutate ablate left-out corpora docs pictures sample lock clean
.DEFAULT_GOAL := help

help:  ## List the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

crawl: .venv/.run  ## Crawl the bundled sample into data/sample.db, and report
	@echo "The bundled sample, as it stood on its first evening:"
	@$(SCRAPY) crawlall -s CUTTINGS_DB=$(SAMPLE_DB) -s REPLAY=$(SAMPLE) -s REPLAY_AT=$(FIRST_EVENING)
	@echo; echo "The same outlets two days later; one story was rewritten:"
	@$(SCRAPY) crawlall -s CUTTINGS_DB=$(SAMPLE_DB) -s REPLAY=$(SAMPLE)
	@echo
	@$(SCRAPY) report -s CUTTINGS_DB=$(SAMPLE_DB)

browse: .venv/.browse  ## Read, search and chart what is held, in a browser; DB=FILE, PORT=N
	@$(SCRAPY) browse $(if $(DB),-s 'CUTTINGS_DB=$(DB)') $(if $(PORT),--port $(PORT))

remote: .venv/.remote  ## Set up what archives at s3:// addresses need

cluster: .venv/.cluster  ## Set up what reads archives on a Dask cluster

judges: .venv-judges/.done  ## Set up what Webrecorder's own tools need, for the tests that ask them

test: .venv/.dev  ## Run the tests
	@$(TESTED) -n auto --dist worksteal

check: .venv/.dev  ## Run the tests that start no process, and ruff: for people at work
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(TESTED) -n auto --dist worksteal -m "not soak and not process and not corpora"

lint: .venv/.dev  ## Check style and types
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy

format: .venv/.dev  ## Format the code
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

bench: .venv/.dev  ## Measure reading, quotes and identity on the gold set and the public corpora (see CONTRIBUTING)
	@$(BIN)/python -m tests.bench

bench-peers: .venv/.dev .venv-peers/.done  ## Read and store 300 pages beside news-please, newspaper4k, trafilatura and Fundus (fifteen minutes)
	@nice -n 10 $(BIN)/python -m tests.bench.beside $(if $(PROCESSES),--processes $(PROCESSES)) --write

mutate: .venv/.dev  ## Break one line at a time and count what the tests notice (about ten minutes)
	@$(BIN)/python -m tests.mutate

ablate: .venv/.dev  ## What each rule of bodies, dates and quotes wins and loses on what is known
	@$(BIN)/python -m tests.bench.ablation

corpora: .venv/.dev  ## Fetch the public sets that rules are measured on, and convert them (other people's texts)
	@$(BIN)/python -m tests.public_sets

soak: .venv/.dev  ## Kill 200 runs and read 100,000 changed inputs (an hour; SOAK_KILLS, SOAK_MUTANTS, SOAK_CRAWLED, SOAK_FROM)
	@$(TESTED) -m soak tests/soak

left-out: .venv/.dev  ## What the figures on pages are worth on sites that no rule was chosen on (ten minutes; JOBS=N)
	@nice -n 10 $(BIN)/python -m tests.bench.left_out --jobs $(or $(JOBS),1)

docs: .venv/.dev  ## Print the tables and lists in the docs from the code
	@$(SCRAPY) docs

pictures: .venv/.dev $(SAMPLE_DB)  ## Make the pictures in docs/ anew, of the sample in a browser (Chromium)
	@$(BIN)/python -m tests.browse.pictures

$(SAMPLE_DB):
	@$(MAKE) crawl

sample: .venv/.run  ## Build the sample archive from data/pages
	@$(SCRAPY) sample

lock: .venv/.dev  ## Pin the newest allowed versions in requirements*.txt
	@$(BIN)/uv pip compile pyproject.toml $(LOCK) -o requirements.txt
	@$(BIN)/uv pip compile pyproject.toml --extra browse $(LOCK) -c requirements.txt -o requirements-browse.txt
	@$(BIN)/uv pip compile pyproject.toml --extra browse --extra remote --extra cluster --extra dev $(LOCK) -c requirements-browse.txt -o requirements-dev.txt
	@$(BIN)/uv pip compile pyproject.toml --extra remote $(LOCK) -c requirements-dev.txt -o requirements-remote.txt
	@$(BIN)/uv pip compile pyproject.toml --extra cluster $(LOCK) -c requirements-dev.txt -o requirements-cluster.txt
	@$(BIN)/uv pip compile --group judges $(LOCK) -o requirements-judges.txt
	@$(BIN)/uv pip compile --group peers $(LOCK) --no-strip-extras -o requirements-peers.txt
LOCK := --universal --python-version 3.11 --generate-hashes --no-emit-index-url --upgrade --quiet \
	--custom-compile-command "make lock"

clean:  ## Remove what can be made again: .venv, caches, the sample's database; never what live runs kept
	rm -rf .venv .venv-judges .venv-peers .cache .mypy_cache .ruff_cache .pytest_cache .hypothesis build dist *.egg-info
	rm -f $(SAMPLE_DB) $(SAMPLE_DB)-shm $(SAMPLE_DB)-wal
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Cuttings needs Python 3.11 or later; this is " + sys.version.split()[0] + ". Name another with: make PYTHON=python3.12 ...")'
	@$(PYTHON) -m venv .venv

.venv/.run: .venv/bin/python requirements.txt
	@echo "Setting up .venv ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@

.venv/.browse: .venv/bin/python requirements-browse.txt
	@echo "Setting up .venv with the desk ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-browse.txt
	@touch .venv/.run $@

.venv/.remote: .venv/bin/python requirements-remote.txt
	@echo "Setting up .venv with what reads s3:// ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-remote.txt
	@touch .venv/.run $@

.venv/.cluster: .venv/bin/python requirements-cluster.txt
	@echo "Setting up .venv with what talks with a Dask cluster ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-cluster.txt
	@touch .venv/.run $@

.venv/.dev: .venv/bin/python requirements-dev.txt
	@echo "Setting up .venv with the tools for tests ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch .venv/.run .venv/.browse .venv/.remote .venv/.cluster $@

.venv-judges/.done: requirements-judges.txt
	@$(PYTHON) -m venv .venv-judges
	@.venv-judges/bin/python -m pip install --quiet --disable-pip-version-check --no-compile --require-hashes -r requirements-judges.txt
	@touch $@

.venv-peers/.done: requirements-peers.txt
	@$(PYTHON) -m venv .venv-peers
	@.venv-peers/bin/python -m pip install --quiet --disable-pip-version-check --no-compile --require-hashes -r requirements-peers.txt
	@touch $@
