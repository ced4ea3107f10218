# Every command a contributor needs. `make test` and `make lint` are what the tests on a fresh machine run.

BUILD := $(or $(CARGO_TARGET_DIR),target)
HUELLA := $(abspath $(BUILD))/ci/huella
CARGO := --profile ci --all-features --locked
export HUELLA
CLIPPY := RUSTC_WORKSPACE_WRAPPER=clippy-driver CLIPPY_ARGS=-Dwarnings__CLIPPY_HACKERY__

# Opens the atlas at http://127.0.0.1:8080.
run:
	cargo run --release --locked

# All promises: the program's own, the page's parts, the page in a browser, and other people's programs.
test: packages
	$(MAKE) -j2 --output-sync=target fetched test-rust
	$(MAKE) test-web test-browser test-clients

# What comes from elsewhere comes while Rust compiles.
fetched: web/node_modules/.package-lock.json tests/browser/node_modules/.package-lock.json $(BUILD)/clients/installed

# The rules and the record, HTTP, the files; `cargo test` alone does the same in a slower build.
test-rust:
	cargo test $(CARGO)

# The page's parts, without a browser.
test-web: web/node_modules/.package-lock.json
	cd web && npm test

# The page in headless Chromium.
test-browser: packages tests/browser/node_modules/.package-lock.json binary
	cd tests/browser && npm test

# GDAL, geopandas, OWSLib and validators against a running server.
test-clients: packages $(BUILD)/clients/installed binary
	cd tests/clients && CFFCONVERT=$(abspath $(BUILD))/clients-cff/bin/cffconvert $(abspath $(BUILD))/clients/bin/python -m pytest

# Form and faults of code and record. Clippy stands in for the compiler, of our own code alone: `cargo clippy` would
# first check all packages in a build that nothing else uses.
lint: web/node_modules/.package-lock.json
	cargo fmt --check
	$(CLIPPY) cargo build $(CARGO) --all-targets
	cd web && npm run check
	tests/tree
	$(HUELLA) check geodata
	$(HUELLA) fmt --check geodata

# Reruns every figure of docs/performance.md; takes about ten minutes when all is built, and wants nginx and wrk.
bench:
	benches/run

# Readers and strangers for ten minutes, more than can be served, a thousand reloads, faults on purpose, another reader of
# CQL2 beside ours, then whatever comes at every parser of outside input for an hour (docs/reliability.md). On this
# machine alone.
soak: release opponent
	node benches/soak.mjs $(BUILD)/bench $(BUILD)/release/huella
	node benches/overload.mjs $(BUILD)/bench $(BUILD)/release/huella
	node benches/reloads.mjs $(BUILD)/bench $(BUILD)/release/huella
	node benches/faults.mjs $(BUILD)/bench $(BUILD)/release/huella
	node benches/clock.mjs $(BUILD)/bench $(BUILD)/release/huella
	HUELLA_FUZZ_SECONDS=$(or $(FUZZ_SECONDS),3600) cargo test --release --all-features --locked fuzz:: -- --nocapture

# The CQL2 of others, asked the same as ours (docs/filtering.md).
opponent: release
	cargo run --manifest-path tests/opponent/Cargo.toml --target-dir $(BUILD)/opponent --locked -- $(BUILD)/release/huella 20000

packages:
	tests/packages

binary:
	cargo build $(CARGO)

release:
	cargo build --release --all-features --locked

%/node_modules/.package-lock.json: %/package.json %/package-lock.json
	cd $* && npm ci
	touch $@

# cffconvert wants another jsonschema than all others, so it has a place of its own.
$(BUILD)/clients/installed: tests/clients/requirements.txt tests/clients/requirements-cff.txt
	for place in clients clients-cff; do python3 -m venv --clear $(BUILD)/$$place || exit; done
	$(BUILD)/clients/bin/pip install --quiet --disable-pip-version-check --requirement tests/clients/requirements.txt
	$(BUILD)/clients-cff/bin/pip install --quiet --disable-pip-version-check --requirement tests/clients/requirements-cff.txt
	touch $@

.PHONY: run test fetched test-rust test-web test-browser test-clients lint bench soak opponent packages binary release
