# Every command works on a bare machine with Python 3.11+, git and make; the second time it is quick.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check -q
ADDRESS ?= 127.0.0.1:8000
export NO_MKDOCS_2_WARNING := 1
.DEFAULT_GOAL := help

.PHONY: help serve site check test lint types unit format lock bench clean

help: ## list these commands
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10

serve: $(VENV)/.site ## build the portal and serve it on loopback, rebuilt on every change
	@echo "Trang sẽ mở tại http://$(ADDRESS)/ (dừng: Ctrl+C); bàn biên tập: http://$(ADDRESS)/ban-bien-tap/"
	@GIAMNGHEO_ON_ERROR=show $(BIN)/mkdocs serve --no-strict -a $(ADDRESS)

site: $(VENV)/.site ## build strictly into site/; any error leaves the last good site untouched
	@$(BIN)/mkdocs build

check: $(VENV)/.site ## check the content, as editors do
	@$(BIN)/giamngheo check

test: $(VENV)/.dev system-tools lint unit ## install all that tests need, then lint, and tests, types and contracts among them

lint: $(VENV)/.dev
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check -q .

types: $(VENV)/.dev
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-cache | tail -n 8

unit: $(VENV)/.dev
	@$(BIN)/pytest -n auto

format: $(VENV)/.dev ## format and mend what ruff can mend
	@$(BIN)/ruff check --fix . ; $(BIN)/ruff format .

lock: $(VENV)/.dev ## pin all dependencies anew, with hashes and without addresses
	@$(BIN)/pip-compile -q --upgrade --generate-hashes --strip-extras --allow-unsafe --no-header \
	  --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --extra build -o requirements.lock pyproject.toml
	@$(BIN)/pip-compile -q --generate-hashes --strip-extras --allow-unsafe --no-header -c requirements.lock \
	  --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --extra build --extra dev -o requirements-dev.lock pyproject.toml

bench: $(VENV)/.dev ## compare speed, memory and page size with stock Material (prints ratios)
	@$(BIN)/python benchmarks/compare.py

clean: ## remove what builds leave, but not site/
	@rm -rf .cache $(VENV) site.new site.ready

$(VENV)/bin/python:
	@echo "Chuẩn bị môi trường Python …"
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Cần Python 3.11 trở lên. Cách sửa: cài bản mới rồi chạy: make PYTHON=python3.11 $(MAKECMDGOALS)"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || \
	  { rm -rf $(VENV); echo "Thiếu mô-đun venv. Cách sửa: cài gói python3-venv rồi chạy lại."; exit 1; }

$(VENV)/.site: requirements.lock pyproject.toml | $(VENV)/bin/python
	@echo "Cài các gói cần để dựng trang (lần đầu chừng một phút) …"
	@$(PIP) install --no-compile --require-hashes -r requirements.lock
	@$(PIP) install --no-deps --no-build-isolation -e .
	@$(BIN)/python -m compileall -q -j 0 plugins $(VENV)/lib # pip would do so on one core
	@touch $@

$(VENV)/.dev: requirements-dev.lock pyproject.toml | $(VENV)/bin/python
	@echo "Cài các gói cần để kiểm thử (lần đầu một hai phút) …"
	@$(PIP) install --no-compile --require-hashes -r requirements-dev.lock
	@$(PIP) install --no-deps --no-build-isolation -e .
	@$(BIN)/python -m compileall -q -j 0 plugins $(VENV)/lib # pip would do so on one core
	@touch $@ $(VENV)/.site

# Chromium (without windows) and nginx come from the distribution: tests open real pages, ask a real server, hear a text read.
.PHONY: system-tools
system-tools:
	@export PATH="$$PATH:/usr/sbin"; for tool in newsboat nginx espeak-ng; do \
	  command -v $$tool >/dev/null || missing="$$missing $$tool"; done; \
	command -v chromium-headless-shell >/dev/null || command -v chromium >/dev/null || missing="$$missing chromium-headless-shell"; \
	if [ -n "$$missing" ]; then echo "Cài từ bản phân phối:$$missing …"; \
	  SUDO=$$([ "$$(id -u)" = 0 ] || echo sudo); \
	  $$SUDO apt-get update -qq && DEBIAN_FRONTEND=noninteractive $$SUDO apt-get install -y -qq --no-install-recommends $$missing >/dev/null \
	  || { echo "Không cài được:$$missing. Cách sửa: cài bằng tay rồi chạy lại make test."; exit 1; }; fi
