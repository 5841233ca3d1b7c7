# The commands of this repository. `make run` and `make test` set up whatever is missing first.

PREPARE = sh scripts/prepare.sh
BIN = .venv/bin

.PHONY: run test lint app check-app clean

run:
	@$(PREPARE) run
	@$(BIN)/python -m vschaos_studio

test:
	@$(PREPARE) test
	@$(BIN)/python -m pytest

lint:
	@$(PREPARE) lint
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/pyright
	$(BIN)/lint-imports

app:
	@$(PREPARE) app
	$(BIN)/pyinstaller --noconfirm --clean build_app.spec
	@echo "Built: dist/vschaos-studio"

check-app:
	@$(PREPARE) test
	@$(BIN)/python scripts/check_app.py dist/vschaos-studio

clean:
	rm -rf build dist
