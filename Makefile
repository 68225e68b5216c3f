# Everything a developer does has its target here. Only Python 3.11 or later, git and make are needed; uv is used
# where it is installed, because it is faster.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
UV := $(shell command -v uv 2>/dev/null)
PACKAGES := server analyzers rag
PREPARED := analyzers/packs/rules.prepared
PARTS := analyzers/parts
CONSTRAINTS := $(PARTS)/constraints.txt
RULES := analyzers/packs analyzers/rules analyzers/pattern analyzers/languages analyzers/checks analyzers/secrets \
	analyzers/dataflow/models
PYTEST := $(BIN)/python -m pytest

# Without compiled modules each of the many processes of the tests would compile hundreds of files anew.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: environment demo test fuzz test-slow soak test-editors test-differential lint format bench docs site embedding wheel release constraints clean

environment: $(VENV)/.installed $(PREPARED)

# The built-in rules and names of libraries as a wheel has them: without this, processes read hundreds of files.
$(PREPARED): $(VENV)/.requirements $(shell find $(RULES) -name '*.yaml' -o -name '*.py')
	mkdir -p .dev && ln -sfn .. .dev/reread
	PYTHONPATH=.dev $(BIN)/python -m reread.analyzers.rules.prebuild $@
	touch $@

$(VENV)/.requirements: $(CONSTRAINTS)
ifdef UV
	$(UV) venv --quiet --allow-existing --python "$$($(PYTHON) -c 'import sys; print(sys.executable)')" $(VENV)
	$(UV) pip install --quiet --python $(BIN)/python --require-hashes --no-deps -r $(CONSTRAINTS)
else
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r $(CONSTRAINTS)
endif
	touch $@

# The editable installation links each module, so a new or removed file asks for it anew; a changed one does not.
$(VENV)/.installed: $(VENV)/.requirements pyproject.toml $(shell find $(PACKAGES) -type d -not -name __pycache__) | $(PREPARED)
ifdef UV
	$(UV) pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation -e .
else
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation \
		--config-settings editable_mode=strict -e .
endif
	mkdir -p .dev && ln -sfn .. .dev/reread
	touch $@

demo: environment
	@$(BIN)/reread demo

test: environment
	$(PYTEST) -m "not slow and not soak and not editor and not differential" -n 2 --dist worksteal $(ARGS)

# The property tests alone, with other examples each time; `make test` draws the same ones again and again.
fuzz: environment
	HYPOTHESIS_PROFILE=fuzz $(PYTEST) -m property -n 2 $(ARGS)

test-slow: environment
	HYPOTHESIS_PROFILE=fuzz $(PYTEST) -m "slow or property" -n 2 $(ARGS)

# Hours of editing in one server: 100,000 changes, 5,000 saves, 50 branch switches. `make test-slow` has a short form.
soak: environment
	$(PYTEST) -m soak $(ARGS)
	SOAK_SAVES=5000 $(PYTEST) -m slow -rP tests/soak $(ARGS)

test-editors: environment
	bash editors/install-test-tools.sh
	$(PYTEST) -m editor tests/editors $(ARGS)

test-differential: environment
	$(PYTEST) -m "differential and not slow" tests/differential $(ARGS)

lint: environment
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	MYPYPATH=.dev $(BIN)/mypy -p reread.analyzers -p reread.rag -p reread.server -p tools.training -p tools.release

format: environment
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

bench: environment
	$(BIN)/python -m tests.bench $(ARGS)

# What is made from the code: the rules of the profile `quiet`, the schema of settings, the settings of the extension.
docs: environment
	PYTHONPATH=.dev $(BIN)/python -m reread.analyzers.rules.quiet_profile
	$(BIN)/reread config schema > docs/settings.schema.json
	$(BIN)/python -m editors.vscode_settings

# The documentation as a site, in site/. A warning is an error, and so is a link that leads nowhere.
site: environment
	NO_MKDOCS_2_WARNING=1 PYTHONPATH=. $(BIN)/python -m mkdocs build --quiet --clean
	$(BIN)/python -P docs/website/links.py site

# Learns the default embedder again; see tools/training/README.md.
embedding: $(VENV)/.requirements
	mkdir -p .dev && ln -sfn .. .dev/reread
	$(PYTHON) -m venv .training
	.training/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r $(CONSTRAINTS)
	.training/bin/python -m pip install --quiet --disable-pip-version-check torch==2.13.0
	PYTHONPATH=.dev:. .training/bin/python -P -m tools.training .training/data $(ARGS)

wheel: environment
	$(BIN)/python -m build --wheel --no-isolation

# All of a release that needs no account, in dist/; see tools/release/README.md.
release: environment
	PYTHONPATH=.dev:. $(BIN)/python -P -m tools.release $(ARGS)

# Needs uv. The files name no index, so that they hold wherever the packages come from.
EXTRA := $(PYTHON) -c 'import sys, tomllib; \
	print(*tomllib.load(open("pyproject.toml", "rb"))["project"]["optional-dependencies"][sys.argv[1]], sep="\n")'
LOCK := uv pip compile --quiet --universal --python-version 3.11 --no-emit-index-url \
	--no-emit-find-links --no-annotate --no-header --excludes $(PARTS)/not-needed.txt
constraints:
	$(LOCK) --generate-hashes --group dev --group site --all-extras pyproject.toml -o $(CONSTRAINTS)
	$(EXTRA) index | $(LOCK) --excludes $(PARTS)/not-needed-for-index.txt -c $(CONSTRAINTS) - -o $(PARTS)/index.txt
	for part in model pr mcp report telemetry sentry onnx eval; do \
		$(EXTRA) $$part | $(LOCK) -c $(CONSTRAINTS) - -o $(PARTS)/$$part.txt || exit 1; done

clean:
	rm -rf $(VENV) .semgrep .training build dist site *.egg-info .dev .cache $(PREPARED)
