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
  # A step runs in a shell of its own: what it exports is gone after it.
  export OVERT_PAGES=$cache/admin-lte-4.0.0/dist OVERT_SNAPSHOT_PACKAGES=$cache
  step "set up pages" setup_snapshots
  step "snapshots" node tests/tools/snapshots/take.mjs "$@"
}

# What `bench redact` compares with, Presidio and datafog-core, and what its documents are made with (presidio_evaluator, Faker,
# phonenumbers, python-stdnum, schwifty), in a Python environment of their own.
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
  install_python "$1" --requirement "$2"
  cp "$2" "$1/requirements.txt"
}

# What `bench privacy` records beside our own pages: Django's administration, in a Python environment of its own, and Tabler's pages.
setup_privacy() {
  export OVERT_PRIVACY_PYTHON=$cache/django-5.2.8/bin/python OVERT_TABLER=$cache/tabler-preview-1.2.0
  export OVERT_TOOL=$target/release/overt
  step "policy tool: native" cargo build --quiet --release --bin overt
  [ -x "$OVERT_PRIVACY_PYTHON" ] || step "set up Django" install_python "$cache/django-5.2.8" django==5.2.8
  [ -d "$OVERT_TABLER" ] || step "set up Tabler" fetch_npm @tabler/preview 1.2.0 "$OVERT_TABLER"
}

# install_python FOLDER PIP-ARGUMENT...: a Python environment with these packages.
install_python() {
  local folder=$1
  shift
  need python3 python3 "install Python 3.10 or later"
  rm -rf "$folder"
  mkdir -p "$cache"
  python3 -m venv "$folder" 2>/dev/null || { apt_install python3-venv && python3 -m venv "$folder"; } ||
    fail "no Python environment" "install python3-venv"
  "$folder/bin/pip" install --quiet --disable-pip-version-check "$@" || {
    rm -rf "$folder"
    fail "$* cannot be installed" "pip needs a network once; see its message above"
  }
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
    [ "$name" != privacy ] || setup_privacy
    step "bench $name" node "tests/bench/$name.mjs" "$@"
  done
}
