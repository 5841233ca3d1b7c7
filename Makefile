# The commands of this repository. `make run` and `make test` first install what is missing.

PREPARE = sh scripts/prepare.sh
BIN = .venv/bin

.PHONY: run test lint translations app check-app check-pd clean

run:
	@$(PREPARE) run
	@$(BIN)/python -m vschaos_studio

# First the tests that can share the CPU, one thread each; then those with real-time sound, alone.
test:
	@$(PREPARE) test
	@failed=0; \
	OMP_NUM_THREADS=1 $(BIN)/python -m pytest -n logical --maxprocesses=4 --dist loadfile --ignore=tests/system || failed=1; \
	$(BIN)/python -m pytest tests/system || failed=1; \
	exit $$failed

lint:
	@$(PREPARE) lint
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/pyright
	$(BIN)/lint-imports

translations:
	@$(PREPARE) run
	@$(BIN)/python scripts/translations.py

app:
	@$(PREPARE) app
	$(BIN)/pyinstaller --noconfirm --clean build_app.spec
	@echo "Built: dist/vschaos-studio"

check-app:
	@$(PREPARE) test
	@$(BIN)/python scripts/check_app.py dist/vschaos-studio

# The patches of an export in real Pd, with an nn~ that runs the exported file: sound, and pictures in build/check-pd.
check-pd:
	@$(PREPARE) test
	@$(BIN)/python -m pytest tests/system/check_patches_pd.py

clean:
	rm -rf build dist
