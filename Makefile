# The commands of the project. `make setup` brings what is missing; every other target calls it.
PYTHON ?= python3
PORT ?= 8000
SERVE ?= 1
BIN := .venv/bin
export CHROMIUM ?= /usr/bin/chromium

.PHONY: guide help setup demo test deep check bench requirements

help:
	@grep -E '^[a-z]+:.*##' Makefile | sed 's/:.*## /	/'

setup: ## system libraries, fonts, Chromium, .venv and the pinned requirements
	@PYTHON=$(PYTHON) sh tools/setup.sh

demo: setup ## classification, example agencies, filings through review to release; then serves, a worker beside (SERVE=0 stops before)
	@PUBLIC_ADDRESS=http://127.0.0.1:$(PORT) $(BIN)/python manage.py demo
	@$(BIN)/python -m tools.published
ifneq ($(SERVE),0)
	@export PUBLIC_ADDRESS=http://127.0.0.1:$(PORT); $(BIN)/python manage.py worker & trap "kill $$!" EXIT INT TERM; \
	PUBLIC_ADDRESS=http://127.0.0.1:$(PORT) $(BIN)/python manage.py runserver --noreload 127.0.0.1:$(PORT)
endif

test deep: export EXTRA := nginx-light
test: setup ## every test, on the embedded database, browser tests included
	$(BIN)/python -m pytest -n 2 -m "not deep"

deep: setup ## the long promises at their full counts; DATABASE_URL=… runs them on a real PostgreSQL
	HYPOTHESIS_PROFILE=deep PRODUCTION=0 $(BIN)/python -m pytest -n 2

check: setup ## format, lint, types, import contracts, missing migrations, shape
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/djlint --quiet --lint templates
	$(BIN)/djlint --quiet --check templates/public templates/report templates/_parts templates/office templates/account templates/mfa templates/*.html  # on paper white space prints
	$(BIN)/mypy agencies disclosure bench tools
	$(BIN)/lint-imports --no-cache
	$(BIN)/python manage.py makemigrations --check --dry-run
	$(BIN)/python -m pytest --collect-only -qqq >/dev/null || $(BIN)/python -m pytest --collect-only -q  # what cannot be imported is not run
	$(BIN)/python -m tools.shape

bench: export EXTRA := nginx-light wrk
bench: setup ## the benchmarks: a table, and var/bench.json (FIGURES=200: two million figures; ONLY=portal: one of them)
	@$(BIN)/python -m bench

messages: ## compile the English of the public pages (gettext's msgfmt)
	msgfmt --check-format -o locale/en/LC_MESSAGES/django.mo locale/en/LC_MESSAGES/django.po

guide: setup ## the pictures of the clerk's guide, taken anew by the clerk's story
	@mkdir -p static/guide && GUIDE=static/guide $(BIN)/python -m pytest -q -n0 -k pointer disclosure/web/office/tests/test_story.py

requirements: ## pin the requirements anew, with hashes
	@sh tools/requirements.sh
