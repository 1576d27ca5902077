# Two commands: `make run` opens the workbench, `make test` runs every test.
# Both make the virtual environment first, and say what they are doing.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PEERS := .venv-peers
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check
# Two threads that spin while they wait are six times slower on busy cores.
export OMP_WAIT_POLICY := PASSIVE
export TOKENIZERS_PARALLELISM := false

.PHONY: run test check eval bench lint types imports install install-test migrate clean

run: install
	@echo "→ Bringing the database up to date"
	@$(BIN)/factcheck migrate
	@echo "→ Loading the worked example, if this is the first start"
	@$(BIN)/factcheck example --if-empty
	@$(BIN)/factcheck serve

# Two processes, whole files each, so that models, servers and browsers are loaded once a process and file.
PYTEST := $(BIN)/python -m pytest -n 2 --dist loadfile

test: install-test
	@echo "→ Running the tests"
	$(PYTEST)

check: install-test lint types imports
	$(PYTEST)

# Scores of the shipped model beside floors: make eval DATA=folder of public data sets
eval: install-test
	@test -n "$(DATA)" || { echo "Name the folder of data sets: make eval DATA=..."; exit 1; }
	$(BIN)/python -m benchmarks.evaluate $(DATA)
	$(BIN)/python -m benchmarks.clash_marks
	$(BIN)/python -m benchmarks.attribution $(DATA)/attribution/polnear_dev.jsonl.gz
	$(BIN)/python -m benchmarks.topics $(DATA)
	$(BIN)/python -m benchmarks.extraction
	$(BIN)/python -m benchmarks.origins --speed
	$(BIN)/python -m benchmarks.checkworthy $(DATA)/checkworthy
	$(BIN)/python -m benchmarks.matching $(DATA)/matching
	$(BIN)/python -m benchmarks.scoring_speed $(DATA)/disputes/dev.jsonl

# Speed, memory and growth beside peers, which get an environment of their own: make bench [DATA=folder of public data sets]
bench: install-test $(PEERS)/.installed
	$(BIN)/python -m benchmarks.bench $(DATA) --peers $(PEERS)/bin/python
	$(BIN)/python -m benchmarks.embedding_speed

$(PEERS)/.installed: benchmarks/peers/requirements.txt
	@echo "→ Installing the peers to measure against"
	@$(PYTHON) -m venv $(PEERS)
	@$(PEERS)/bin/python -m pip install --quiet --disable-pip-version-check torch==2.13.0
	@$(PEERS)/bin/python -m pip install --quiet --disable-pip-version-check -r benchmarks/peers/requirements.txt
	@touch $@

lint: install-test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: install-test
	$(BIN)/mypy

imports: install-test
	$(BIN)/lint-imports

migrate: install
	@$(BIN)/factcheck migrate

install: $(VENV)/.installed
install-test: $(VENV)/.installed-test

$(VENV)/.python:
	@echo "→ Making the virtual environment in $(VENV)"
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Python 3.11 or newer is needed; name it: make PYTHON=python3.12 ..."; exit 1; }
	@$(PYTHON) -m venv $(VENV)
	@$(PIP) install --upgrade pip
	@touch $@

$(VENV)/.torch: $(VENV)/.python
	@echo "→ Installing PyTorch 2.13.0 (the largest part; once)"
	@$(PIP) install torch==2.13.0
	@touch $@

$(VENV)/.installed: $(VENV)/.torch pyproject.toml constraints.txt
	@echo "→ Installing the workbench and its pinned dependencies"
	@$(PIP) install -c constraints.txt -e .
	@touch $@

$(VENV)/.installed-test: $(VENV)/.installed
	@echo "→ Installing what the tests need"
	@$(PIP) install -c constraints.txt -e ".[test]"
	@touch $@

clean:
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
