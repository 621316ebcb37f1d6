# Builds pkg/: the extension for both browsers, held to the size gates. Sourced by build.sh.
# shellcheck shell=bash

# Size gates in bytes (334 and 626 KiB); a raised gate has its reason in the commit.
recorder_wasm_limit=342016
recorder_fallback_limit=641024

# gate NAME FILE LIMIT: prints the size; fails over the limit.
gate() {
  local bytes
  bytes=$(wc -c <"$2" | tr -d ' ')
  printf '  %s: %d of %d bytes, gzip %d\n' "$1" "$bytes" "$3" "$(gzip -9c "$2" | wc -c)"
  [ "$bytes" -le "$3" ] || fail "$1 is $((bytes - $3)) bytes over its gate" "make it smaller, or raise the gate and say why"
}

gate_sizes() {
  gate "recorder Wasm" pkg/recorder/recorder.wasm $recorder_wasm_limit
  gate "recorder fallback, minified" pkg/recorder/fallback.js $recorder_fallback_limit
  printf '  review Wasm: %d bytes\n' "$(wc -c <pkg/review/overt_bg.wasm)"
}

compile_recorder() { step "recorder: Wasm and fallback" build_engines recorder; }

compile_review() { step "review: Wasm" build_review; }

# build: pkg/ with everything in it, from what is there or after installing what is not.
build() {
  mkdir -p pkg
  if has flock; then # two builds at once would write the same files
    exec 9>pkg/.lock
    flock 9
  fi
  step "set up" setup
  in_parallel compile_recorder compile_review
  step "extension: pkg/chrome, pkg/firefox" node tests/tools/assemble.mjs
  step "size gates" gate_sizes
  exec 9>&-
}
