# The checks that need no browser, the audit of what others wrote, and the search for inputs that break the core. Sourced by build.sh.
# shellcheck shell=bash

cargo_deny=$cache/cargo-deny-0.20.2

prettier() {
  $tools/prettier --log-level=warn "$@" 'extension/**/*.{js,mjs,ts,css,html,json}' 'tests/**/*.{mjs,json}'
}

# What checks the crate has a target folder for itself: in that of a plain `cargo test` the feature of the schema would have the
# library built in turns.

# lint [FEATURE]: clippy.
lint() {
  cargo clippy --quiet --all-targets --target-dir "$target/check" ${1:+--features "$1"} -- -D warnings
}

# The native tests, that of the schema among them: its feature derives more, and changes nothing else.
native_tests() { cargo test --quiet --target-dir "$target/check" --features schema; }

node_tests() { node --test tests/node/*.test.mjs; }

# Mozilla's own linter on the package for Firefox: no error and no warning.
lint_package() { $tools/addons-linter --warnings-as-errors pkg/overt-firefox-*.zip; }

# check: two chains beside each other, because much of what cargo does keeps only one core busy.
check() {
  need_basics
  in_parallel check_package check_crate
}

check_crate() {
  step "format: Rust" cargo fmt --check
  step "clippy: native" lint
  step "clippy: recorder" lint recorder
  step "clippy: probe" lint probe
  step "clippy: review" lint review
  step "native tests" native_tests
}

check_package() {
  build
  step "format: extension and tests" prettier --check
  step "types" $tools/tsc -p extension
  step "addons-linter" lint_package
  if compgen -G 'tests/node/*.test.mjs' >/dev/null; then
    step "tests in node" node_tests
  fi
}

# cargo-deny in a folder of its own. Not optimised: it runs for a second, and is built in a fraction of the time.
setup_cargo_deny() {
  [ -x "$cargo_deny/bin/cargo-deny" ] && return
  echo "  cargo install ${cargo_deny##*/}: about 4 minutes, once"
  CARGO_PROFILE_RELEASE_OPT_LEVEL=0 CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_CODEGEN_UNITS=256 \
    cargo install --quiet --locked cargo-deny --version "${cargo_deny##*-}" --root "$cargo_deny" ||
    fail "${cargo_deny##*/} did not build" "see cargo's message above; a network is needed once"
}

# Known weaknesses of the crates, by the list of today or by the copy that was fetched last.
weak_crates() {
  "$cargo_deny/bin/cargo-deny" fetch db || echo "  the list cannot be fetched: asking the copy that was fetched last, if there is one"
  "$cargo_deny/bin/cargo-deny" --offline check advisories
}

# What is used and where it comes from. Not part of `check`: the lists of weaknesses are on a network, and not every
# registry hands them out. A list that cannot be asked is a failure: nothing was found because nothing was looked for.
audit() {
  local status=0
  step "set up cargo-deny" setup_cargo_deny
  step "crates: licences, bans, sources" "$cargo_deny/bin/cargo-deny" check bans licenses sources || status=1
  step "crates: known weaknesses" weak_crates || status=1
  step "npm, what ships: known weaknesses" npm audit --prefix extension || status=1
  step "npm, tools: known weaknesses" npm audit --prefix tests || status=1
  return $status
}

# fuzz [MINUTES]: each target of tests/fuzz so long, on one core; a case that fails is printed, and belongs into its corpus.
fuzz() {
  local name
  export FUZZ_MINUTES=${1:-10}
  need cargo cargo-web "install Rust (https://rustup.rs)"
  step "fuzz: build" cargo test --quiet --profile fuzz --test fuzz --no-run
  for name in trace policy redact selectors gate; do
    step "fuzz: $name" cargo test --quiet --profile fuzz --test fuzz -- --test-threads 1 --nocapture "$name::"
  done
}
