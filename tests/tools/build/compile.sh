# Compiles the crate to the engines of the content script and to the module of the extension's own pages. Sourced by build.sh.
# shellcheck shell=bash

# The Wasm that wasm_cargo makes of a feature.
wasm_module() { echo "$target/$1/$triple/wasm-release/overt.wasm"; }

# wasm_cargo FEATURE: the crate as Wasm of 2017 (MVP), which is all that wasm2js reads. A target folder for each feature,
# because cargo gives a cdylib one place whatever its features are, and would build them anew in turns.
wasm_cargo() {
  local feature=$1 cargo=cargo flags="-Ctarget-cpu=mvp"
  # Panics name their file: whose machine built it is nobody's affair, and would give other bytes on another one.
  flags="$flags --remap-path-prefix=${CARGO_HOME:-$HOME/.cargo}/registry/src=crates --remap-path-prefix=$PWD=overt"
  unset RUSTFLAGS CARGO_ENCODED_RUSTFLAGS
  if [ "$(wasm_toolchain)" = debian ]; then
    cargo=/usr/bin/cargo
    flags="$flags --sysroot $(own_sysroot)"
    export RUSTC=/usr/bin/rustc CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER=wasm-ld-22
    unset RUSTUP_TOOLCHAIN
  fi
  CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS=$flags "$cargo" build --quiet --lib --profile wasm-release \
    --target $triple --target-dir "$target/$feature" --no-default-features --features "$feature"
}

# wasm_bindgen ARGUMENTS: without its advice about `strip`, which an MVP module does not need.
wasm_bindgen() {
  "$cache/wasm-bindgen-$(wasm_bindgen_version)/bin/wasm-bindgen" "$@"
}

# wasm_opt FROM TO: smaller, and without the instructions that came after MVP.
wasm_opt() {
  $tools/wasm-opt --enable-sign-ext --enable-bulk-memory --enable-nontrapping-float-to-int --enable-mutable-globals \
    --signext-lowering --llvm-memory-copy-fill-lowering --llvm-nontrapping-fptoint-lowering -Oz "$1" -o "$2"
}

# unchanged STAMP FILE...: true if these files are those the stamp was written for.
unchanged() {
  local stamp=$1
  shift
  [ -f "$stamp" ] && [ "$(cksum "$@" tests/package-lock.json Cargo.lock)" = "$(cat "$stamp")" ]
}

remember() {
  local stamp=$1
  shift
  cksum "$@" tests/package-lock.json Cargo.lock >"$stamp"
}

# build_engines recorder|probe: the module as Wasm and as its wasm2js fallback, in a folder of that name in pkg/.
build_engines() {
  wasm_cargo "$1"
  local module out=pkg/$1
  module=$(wasm_module "$1")
  local inputs=("$module" tests/tools/assemble.mjs tests/tools/build/compile.sh)
  unchanged $out/.stamp "${inputs[@]}" && return
  rm -rf $out
  mkdir -p $out
  wasm_bindgen --target no-modules --out-dir $out --out-name recorder "$module"
  wasm_opt $out/recorder_bg.wasm $out/recorder.wasm
  $tools/wasm2js -Oz $out/recorder.wasm -o $out/wasm2js.mjs
  node tests/tools/assemble.mjs fallback $out/wasm2js.mjs $out/fallback.full.js
  $tools/esbuild --minify --target=chrome140,firefox140 --log-level=warning $out/fallback.full.js --outfile=$out/fallback.js
  rm $out/recorder_bg.wasm $out/wasm2js.mjs $out/fallback.full.js
  remember $out/.stamp "${inputs[@]}"
}

build_review() {
  wasm_cargo review
  local module out=pkg/review
  module=$(wasm_module review)
  local inputs=("$module" tests/tools/build/compile.sh)
  unchanged $out/.stamp "${inputs[@]}" && return
  rm -rf $out
  mkdir -p $out
  wasm_bindgen --target web --out-dir $out --out-name overt "$module"
  wasm_opt $out/overt_bg.wasm $out/small.wasm
  mv $out/small.wasm $out/overt_bg.wasm
  remember $out/.stamp "${inputs[@]}"
}

# The probe answers for single elements what the recorder says of them; it is never shipped.
build_probe() {
  build_engines probe
  local engine
  for engine in wasm wasm2js; do
    node tests/tools/assemble.mjs engine pkg/probe $engine pkg/probe/$engine.js
  done
}
