# Coopbot. `make` lists what there is.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.PHONY: help chat ask run test lint format eval eval-values bench-linear bench-search bench-chat limits soak-ingest floors \
	example transcript pictures clean

# The newest supported Python that really starts: a version manager may leave names behind that do not.
PYTHON ?= $(shell for name in python3.13 python3.12 python3.11 python3 python; do \
	$$name -c 'import ensurepip, sqlite3, sys, venv; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 14))' \
	>/dev/null 2>&1 && { echo $$name; break; }; done)
BIN := .venv/bin
READY := .venv/ready

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-18s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

chat: $(READY) ## talk to the bot in this terminal: no token, no network
	@$(BIN)/coopbot chat

ask: $(READY) ## answer one question: make ask Q="projects in Kostanay"
	@$(if $(Q),$(BIN)/coopbot ask "$$Q",echo 'Give a question: make ask Q="projects in Kostanay"' >&2; exit 2)

run: $(READY) ## serve Telegram; needs BOT_TOKEN, see .env.example
	@$(BIN)/coopbot run

test: lint ## all checks and all tests
	$(BIN)/pytest

lint: $(READY) ## style, types and who may import whom
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(READY) ## rewrite the code in the common style
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

eval: $(READY) ## score extraction on the corpus, or by a scorer of your own: make eval EVAL=program [DATA=folder]
	@$(if $(EVAL),PYTHON="$(BIN)/python" "$(EVAL)" $(DATA),$(BIN)/python -m benchmarks.extraction $(DATA))

eval-values: $(READY) ## score sums, numbers and lengths of time: make eval-values FILE=examples-in-Duckling's-notation.jsonl
	@$(if $(FILE),$(BIN)/python -m benchmarks.duckling "$(FILE)",echo 'Give the examples: make eval-values FILE=examples.jsonl' >&2; exit 2)

bench-linear: $(READY) ## is extraction linear in the length of the text? some minutes: make bench-linear SIZES="1 10 100 1000"
	@OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 $(BIN)/python -m benchmarks.linear $(SIZES)

bench-search: $(READY) ## measure search beside its peers: make bench-search SIZES="10000 100000"
	@benchmarks/install
	@$(BIN)/python -m benchmarks.search $(SIZES) --peers --ingesting

bench-chat: $(READY) ## measure answers in the chat and through a webhook beside a trivial bot
	@$(BIN)/python -m benchmarks.chat

pictures: $(READY) ## make the pictures of the README out of what the bot says
	@$(BIN)/python -m benchmarks.pictures

limits: $(READY) ## take the limits of Telegram's requests anew from the schema that aiogram ships
	@rm -rf .cache/schema
	@$(BIN)/python -m pip download --quiet --no-deps --no-build-isolation --no-binary :all: --dest .cache/schema \
		"aiogram==$$($(BIN)/python -c 'import aiogram; print(aiogram.__version__)')"
	@$(BIN)/python -m tests.bot_api_limits .cache/schema/*.tar.gz

soak-ingest: $(READY) ## hostile feeds, reprints, kill -9 and questions during a round: make soak-ingest CHECK="kills" KILLS=10
	@benchmarks/soak_ingest/install
	@$(BIN)/python -m benchmarks.soak_ingest $(CHECK)

floors: $(READY) ## raise the soak-ingest floors of the corpus to today's figures; LOWER=1 lowers them too
	@$(BIN)/python -m benchmarks.extraction --floors $(if $(LOWER),--lower)

example: $(READY) ## rewrite .env.example from the settings
	$(BIN)/python -c 'from bot.settings import example; print(example(), end="")' > .env.example

transcript: $(READY) ## rewrite the transcript of the README from the running product
	@$(BIN)/python -m tests.transcript

clean: ## remove the environment and all caches; databases stay
	rm -rf .venv .cache .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(READY): requirements.lock pyproject.toml
	@[ -n "$(PYTHON)" ] || { echo 'Coopbot needs Python 3.11, 3.12 or 3.13 with venv (Debian: apt-get install python3-venv)' >&2; exit 1; }
	$(PYTHON) -m venv --clear .venv
	$(BIN)/python -m pip install --quiet --no-deps --only-binary :all: --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@
