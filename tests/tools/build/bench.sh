# Runs the benchmarks and sets up what they compare with. Sourced by build.sh.
# shellcheck shell=bash

# The pages of an admin template, for names, observations and selectors; without its documentation, in which nobody works.
setup_pages() {
  [ -d "$OVERT_PAGES" ] && return
  fetch_npm admin-lte 4.0.0 "$cache/admin-lte-4.0.0"
  rm -rf "$OVERT_PAGES/docs"
}

# The packages whose pages tests/snapshots are of, each in a folder of its own below OVERT_SNAPSHOT_PACKAGES.
setup_snapshots() {
  local package
  export OVERT_PAGES=$cache/admin-lte-4.0.0/dist OVERT_SNAPSHOT_PACKAGES=$cache
  setup_pages
  for package in $(node tests/tools/snapshots/sources.mjs); do
    [ -d "$cache/${package/@/-}" ] || fetch_npm "${package%@*}" "${package#*@}" "$cache/${package/@/-}"
  done
}

# snapshots [NAME...]: takes these, or all, anew from the pages as a real Chromium has them.
snapshots() {
  build
  step "probe: Wasm and fallback" build_probe
  with_browsers
  step "set up pages" setup_snapshots
  step "snapshots" node tests/tools/snapshots/take.mjs "$@"
}

# What `bench redact` compares with: Presidio and its sentences, and Faker, in a Python environment of their own.
setup_redact() {
  local wanted=tests/bench/redact/requirements.txt folder=$cache/redact
  OVERT_REDACT_PYTHON=$folder/bin/python
  OVERT_REDACT_SPANS=$target/release/examples/spans
  export OVERT_REDACT_PYTHON OVERT_REDACT_SPANS
  step "detectors: native" cargo build --quiet --release --example spans
  cmp -s $wanted "$folder/requirements.txt" && return
  step "set up Presidio" install_redact "$folder" $wanted
}

install_redact() {
  need python3 python3 "install Python 3.10 or later (Presidio needs it)"
  rm -rf "$1"
  mkdir -p "$cache"
  python3 -m venv "$1" 2>/dev/null || { apt_install python3-venv && python3 -m venv "$1"; } ||
    fail "no Python environment" "install python3-venv"
  "$1/bin/pip" install --quiet --disable-pip-version-check --requirement "$2" ||
    fail "Presidio cannot be installed" "pip needs a network once; see its message above"
  cp "$2" "$1/requirements.txt"
}

# bench [NAME [ARGUMENT...]]: one table of tests/bench, or all; each prints it and writes pkg/bench/NAME.json.
bench() {
  local names=("${1:-}") name
  if [ -n "${names[0]}" ]; then shift; else mapfile -t names < <(cd tests/bench && basename -s .mjs -- *.mjs); fi
  for name in "${names[@]}"; do
    [ -f "tests/bench/$name.mjs" ] || fail "no bench '$name'" "there are: $(cd tests/bench && basename -s .mjs -- *.mjs | tr '\n' ' ')"
  done
  build
  step "probe: Wasm and fallback" build_probe
  with_browsers
  export OVERT_PAGES=$cache/admin-lte-4.0.0/dist
  step "set up pages" setup_pages
  mkdir -p pkg/bench
  for name in "${names[@]}"; do
    [ "$name" != redact ] || setup_redact
    step "bench $name" node "tests/bench/$name.mjs" "$@"
  done
}
