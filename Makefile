# Everything that is done with this repository. `make help` lists it.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help

PREFIX ?= /usr/local
DESTDIR ?=

.PHONY: help demo build release test check-all bench fuzz lint docs install uninstall dist clean dependencies

help: ## List what can be made
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: dependencies ## Build the tool and watch it work on Examples/Bookshop
	@Scripts/build.sh
	@Scripts/demo.sh

build: dependencies ## Build everything in debug
	@swift build

release: dependencies ## Build the release binary: static, no path of this machine in it
	@Scripts/release.sh

test: ## Lint, build, run the examples and all tests: what every change must pass
	@Scripts/test.sh

check-all: ## What a change must pass before it is handed over: release, traits, linkage, documentation
	@Scripts/check-all.sh

bench: dependencies ## Measure against the floors written in C (Benchmarks/)
	@Scripts/bench.sh

fuzz: dependencies ## Feed every reader of untrusted bytes with libFuzzer for FUZZ_SECONDS (default 300)
	@FUZZ_SECONDS="$${FUZZ_SECONDS:-300}" Scripts/fuzz.sh

lint: ## Check the format and the rules of style of all sources
	@Scripts/lint.sh

docs: dependencies ## Write the generated pages of docs/ anew
	@Scripts/docs.sh

install: release ## Install the release binary and its completions below PREFIX
	@Scripts/install.sh install "$(DESTDIR)$(PREFIX)"

uninstall: ## Remove what install put below PREFIX
	@Scripts/install.sh uninstall "$(DESTDIR)$(PREFIX)"

dist: release ## Pack dist/xtraq-VERSION-PLATFORM.tar.gz: stripped binary, completions, licence texts
	@Scripts/dist.sh

clean: ## Remove what was built
	@rm -rf .build dist

dependencies: ## Install the Debian packages that are missing (as root or with sudo)
	@Scripts/dependencies.sh libsqlite3-dev zlib1g-dev
