# The commands of this repository. `make run` and `make test` first install what is missing.

PREPARE = sh scripts/prepare.sh
BIN = .venv/bin

# Each of the many programs that tests start would compile its modules again.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: run test lint translations app player check-app check-player check-pd clean

run:
	@$(PREPARE) run
	@$(BIN)/python -m vschaos_studio

# First the tests that can share the CPU, one thread each; then those with real-time sound, alone.
test: prepared
	@failed=0; \
	OMP_NUM_THREADS=1 $(BIN)/python -m pytest -n auto --dist loadfile --no-loadscope-reorder --ignore=tests/system || failed=1; \
	$(BIN)/python -m pytest tests/system || failed=1; \
	exit $$failed

.PHONY: prepared
prepared:
	@$(PREPARE) test

lint:
	@$(PREPARE) lint
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/pyright
	$(BIN)/lint-imports

translations:
	@$(PREPARE) run
	@$(BIN)/python scripts/translations.py

# The site of the documents, in build/site; a broken link fails.
.PHONY: docs heard
docs:
	@$(PREPARE) docs
	@NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --quiet
	@echo "Built: build/site/index.html"

# The sounds of docs/heard.md.
heard:
	@$(PREPARE) run
	@$(BIN)/python -m scripts.heard docs/sounds

app: docs
	@$(PREPARE) app
	$(BIN)/pyinstaller --noconfirm --clean build_app.spec
	@echo "Built: dist/vschaos-studio"
	@if [ "$$(uname)" = Linux ]; then $(BIN)/python -m scripts.app.package_linux dist/vschaos-studio; fi

# Compiled without BLAS, of which the player needs nothing.
build/numpy:
	$(BIN)/python -m pip install --quiet --no-deps --target $@ --no-binary numpy \
		-Csetup-args=-Dblas=none -Csetup-args=-Dlapack=none \
		-Csetup-args=-Dcpu-dispatch=none -Csetup-args=-Ddisable-intel-sort=true \
		numpy==$$($(BIN)/python -c "import numpy; print(numpy.__version__)")

player:
	@$(PREPARE) app
	@$(MAKE) build/numpy
	PYTHONPATH=build/numpy $(BIN)/pyinstaller --noconfirm --clean build_player.spec
	@echo "Built: dist/vschaos-player"
	@if [ "$$(uname)" = Linux ]; then $(BIN)/python -m scripts.app.package_linux dist/vschaos-player; fi

check-app:
	@$(PREPARE) check-app
	@$(BIN)/python -m scripts.app.check_app dist/vschaos-studio

check-player:
	@$(PREPARE) check-app
	@$(BIN)/python -m scripts.app.check_app dist/vschaos-player

# The patches of an export in real Pd, with an nn~ that runs the exported file: sound, and pictures in build/check-pd.
check-pd:
	@$(PREPARE) test
	@$(BIN)/python -m pytest tests/programs/check_patches_*pd.py

clean:
	rm -rf build dist
