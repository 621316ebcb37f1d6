#!/usr/bin/env bash
# Sets up what is missing, then builds, shows or tests Overt; `./build.sh help` lists the commands.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

cache=${XDG_CACHE_HOME:-$HOME/.cache}/overt
target=${CARGO_TARGET_DIR:-target}
triple=wasm32-unknown-unknown
tools=tests/node_modules/.bin
cargo_deny=$cache/cargo-deny-0.20.2

# Size gates in bytes (209 and 389 KiB); a raised gate has its reason in the commit.
recorder_wasm_limit=214016
recorder_twin_limit=398336

# Nothing that was begun in the background outlives this script.
trap 'kill $(jobs -p) 2>/dev/null || true' EXIT

usage() {
  cat <<'END'
./build.sh                 set up what is missing; build pkg/chrome, pkg/firefox and their zips
./build.sh demo            record, review, export and replay one task in real Chromium
./build.sh open [firefox]  open Chromium (or Firefox) with the extension, to try it
./build.sh test            every check there is, browsers included
./build.sh test faults     what faults cost, in both browsers; writes pkg/bench/faults.json (FAULTS=200: each so often, in full)
./build.sh test hostile    what attacks get, in both browsers; writes pkg/bench/hostile.json (TRICKS=12: so many presses at
                           each trick that hides the indicator)
./build.sh test cases      the tasks of tests/cases, also those that are known to fail, in Chromium
./build.sh fuzz [MINUTES]  look for inputs that break trace import, policy, redactor, selectors or step gate, 10 minutes each
./build.sh check           the checks that need no browser
./build.sh bench [NAME]    print the measured figures and write them to pkg/bench/NAME.json
./build.sh screenshots     take a picture of every page in both themes into docs/pictures
./build.sh icons           make the toolbar's PNG icons from icon.svg
./build.sh audit           licences and sources of the crates; known weaknesses, where their lists can be asked
./build.sh format          put Rust and JavaScript in the one format
END
}

# --- Saying what happens -----------------------------------------------------

# fail WHAT-IS-MISSING WHAT-TO-DO: one line, then the end.
fail() {
  printf 'build.sh: %s: %s\n' "$1" "$2" >&2
  exit 1
}

# step WHAT COMMAND...: says what is done, does it, says how long it took.
step() {
  local what=$1 begin status=0
  shift
  begin=$(date +%s%N)
  printf '\n== %s\n' "$what"
  # In a subshell of its own, because `set -e` is off inside a condition.
  set +e
  (
    set -e
    "$@"
  )
  status=$?
  set -e
  printf -- '-- %s: %s %s s\n' "$what" "$([ $status = 0 ] && echo done, || echo "FAILED ($status) after")" \
    "$(seconds_since "$begin")"
  return $status
}

# seconds_since NANOSECONDS: as `date +%s%N` gave them.
seconds_since() { awk -v b="$1" -v e="$(date +%s%N)" 'BEGIN { printf "%.1f", (e - b) / 1e9 }'; }

has() { command -v "$1" >/dev/null 2>&1; }

# --- Set-up ------------------------------------------------------------------

# Installs Debian packages where that is possible without a question.
apt_install() {
  has apt-get || return 1
  local sudo=
  [ "$(id -u)" = 0 ] || { sudo -n true 2>/dev/null && sudo=sudo; } || return 1
  echo "  apt-get install $*"
  $sudo apt-get update -qq >/dev/null 2>&1 || true
  DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq --no-install-recommends "$@" >/dev/null 2>&1
}

# need PROGRAM PACKAGE WHAT-TO-DO: installs the package if the program is missing.
need() {
  has "$1" || apt_install "$2" || true
  has "$1" || fail "$1 is missing" "$3"
}

need_basics() {
  need cargo cargo-web "install Rust (https://rustup.rs)"
  need node nodejs "install Node.js 22 or later (https://nodejs.org)"
  need npm npm "install npm (it comes with Node.js, https://nodejs.org)"
}

# The version of wasm-bindgen in Cargo.lock: the only place where it is written.
wasm_bindgen_version() {
  [ -f Cargo.lock ] || cargo generate-lockfile
  awk '/^name = "wasm-bindgen"$/ { getline; gsub(/[^0-9.]/, ""); print }' Cargo.lock
}

target_installed() {
  [ -d "$("$1" --print sysroot 2>/dev/null)/lib/rustlib/$triple/lib" ]
}

# Where our own build of std for Debian's compiler is kept.
own_sysroot() {
  echo "$cache/sysroot-$(/usr/bin/rustc --version --verbose | awk '/^(commit-hash|release)/ { printf "%s%s", s, $2; s = "-" }')"
}

# Says which toolchain builds for Wasm: `default` has the target, `debian` has our own std.
wasm_toolchain() {
  if target_installed rustc; then
    echo default
  elif [ -x /usr/bin/rustc ] && [ -d "$(own_sysroot)" ]; then
    echo debian
  fi
}

setup_wasm_target() {
  [ -z "$(wasm_toolchain)" ] || return 0
  if has rustup; then
    echo "  rustup target add $triple (at most 60 s)"
    timeout 60 rustup target add $triple </dev/null >/dev/null 2>&1 || echo "  rustup cannot add it here"
    ! target_installed rustc || return 0
  fi
  local packages=()
  [ -x /usr/bin/cargo ] || packages+=(cargo-web)
  [ -x /usr/bin/rustc ] || packages+=(rustc-web)
  [ -d /usr/lib/rustlib/src/rust/library ] || packages+=(rust-web-src)
  has wasm-ld-22 || packages+=(lld-22)
  [ ${#packages[@]} = 0 ] || apt_install "${packages[@]}" ||
    fail "no Rust standard library for $triple" "run 'rustup target add $triple', or on Debian 'apt-get install ${packages[*]}'"
  build_std
}

# Builds std for Wasm from Debian's source into a sysroot of our own; about a minute, once for each compiler.
build_std() {
  local sysroot work
  sysroot=$(own_sysroot)
  work=$(mktemp -d)
  mkdir -p "$work/src" "$cache"
  : >"$work/src/lib.rs"
  printf '[package]\nname = "only-std"\nedition = "2024"\n' >"$work/Cargo.toml"
  echo "  building std from /usr/lib/rustlib/src for $(/usr/bin/rustc --version)"
  (
    cd "$work"
    export RUSTC=/usr/bin/rustc RUSTC_BOOTSTRAP=1 RUSTFLAGS=-Ctarget-cpu=mvp
    unset RUSTUP_TOOLCHAIN CARGO_TARGET_DIR
    /usr/bin/cargo build --quiet --release -Zbuild-std=std,panic_abort --target $triple
  )
  local lib=$work/sysroot/lib/rustlib/$triple/lib
  mkdir -p "$lib"
  cp "$work/target/$triple/release/deps/"*.rlib "$lib"
  rm -f "$lib"/libonly_std*
  mv "$work/sysroot" "$sysroot"
  rm -rf "$work"
}

setup_wasm_bindgen() {
  local version root
  version=$(wasm_bindgen_version)
  root=$cache/wasm-bindgen-$version
  [ -x "$root/bin/wasm-bindgen" ] && return
  echo "  cargo install wasm-bindgen-cli $version: about 4 minutes, once"
  cargo install --quiet wasm-bindgen-cli --version "$version" --no-default-features --root "$root" ||
    fail "wasm-bindgen $version did not build" "see cargo's message above; a network is needed once"
}

setup_npm() {
  local stamp=tests/node_modules/.overt-lock
  cmp -s tests/package-lock.json $stamp && return
  npm ci --prefix tests --no-audit --no-fund --ignore-scripts --loglevel=error ||
    fail "npm ci failed" "a network is needed once; see npm's message above"
  cp tests/package-lock.json $stamp
}

setup() {
  need_basics
  setup_wasm_target
  setup_wasm_bindgen
  setup_npm
}

# --- Build -------------------------------------------------------------------

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

# build_engines recorder|probe: the module as Wasm and as its twin, in a folder of that name in pkg/.
build_engines() {
  wasm_cargo "$1"
  local module out=pkg/$1
  module=$(wasm_module "$1")
  local inputs=("$module" extension/assemble.mjs build.sh)
  unchanged $out/.stamp "${inputs[@]}" && return
  rm -rf $out
  mkdir -p $out
  wasm_bindgen --target no-modules --out-dir $out --out-name recorder "$module"
  wasm_opt $out/recorder_bg.wasm $out/recorder.wasm
  $tools/wasm2js -Oz $out/recorder.wasm -o $out/wasm2js.mjs
  node extension/assemble.mjs twin $out/wasm2js.mjs $out/twin.full.js
  $tools/esbuild --minify --target=chrome140,firefox140 --log-level=warning $out/twin.full.js --outfile=$out/twin.js
  rm $out/recorder_bg.wasm $out/wasm2js.mjs $out/twin.full.js
  remember $out/.stamp "${inputs[@]}"
}

build_review() {
  wasm_cargo review
  local module out=pkg/review
  module=$(wasm_module review)
  local inputs=("$module" build.sh)
  unchanged $out/.stamp "${inputs[@]}" && return
  rm -rf $out
  mkdir -p $out
  wasm_bindgen --target web --out-dir $out --out-name overt "$module"
  wasm_opt $out/overt_bg.wasm $out/small.wasm
  mv $out/small.wasm $out/overt_bg.wasm
  remember $out/.stamp "${inputs[@]}"
}

# gate NAME FILE LIMIT: prints the size; fails over the limit.
gate() {
  local bytes
  bytes=$(wc -c <"$2" | tr -d ' ')
  printf '  %s: %d of %d bytes, gzip %d\n' "$1" "$bytes" "$3" "$(gzip -9c "$2" | wc -c)"
  [ "$bytes" -le "$3" ] || fail "$1 is $((bytes - $3)) bytes over its gate" "make it smaller, or raise the gate and say why"
}

gate_sizes() {
  gate "recorder Wasm" pkg/recorder/recorder.wasm $recorder_wasm_limit
  gate "recorder twin, minified" pkg/recorder/twin.js $recorder_twin_limit
  printf '  review Wasm: %d bytes\n' "$(wc -c <pkg/review/overt_bg.wasm)"
}

build() {
  mkdir -p pkg
  if has flock; then # two builds at once would write the same files
    exec 9>pkg/.lock
    flock 9
  fi
  step "set up" setup
  step "recorder: Wasm and twin" build_engines recorder
  step "review: Wasm" build_review
  step "extension: pkg/chrome, pkg/firefox" node extension/assemble.mjs
  step "size gates" gate_sizes
  exec 9>&-
}

# --- Checks ------------------------------------------------------------------

prettier() {
  $tools/prettier --log-level=warn "$@" 'extension/**/*.{js,mjs,ts,css,html,json}' 'tests/**/*.{mjs,json}'
}

# lint [FEATURE]: clippy, in the target folder of the feature.
lint() {
  cargo clippy --quiet --all-targets ${1:+--target-dir "$target/$1" --features "$1"} -- -D warnings
}

node_tests() { node --test tests/node/*.test.mjs; }

# Mozilla's own linter on the package for Firefox: no error and no warning.
lint_package() { $tools/addons-linter --warnings-as-errors pkg/overt-firefox-*.zip; }

check() {
  build
  step "format: Rust" cargo fmt --check
  step "format: extension and tests" prettier --check
  step "clippy: native" lint
  step "clippy: recorder" lint recorder
  step "clippy: probe" lint probe
  step "clippy: review" lint review
  step "native tests" cargo test --quiet
  step "schema of the types" cargo test --quiet --target-dir "$target/schema" --features schema --test schema
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
  step "npm: known weaknesses" npm audit --prefix tests || status=1
  return $status
}

# --- Browsers ----------------------------------------------------------------

# first PROGRAM...: the path of the first that is installed.
first() {
  local name
  for name in "$@"; do
    command -v "$name" 2>/dev/null && return
  done
  return 1
}

find_chromium() { first "${OVERT_CHROMIUM:-chromium}" chromium chromium-browser google-chrome google-chrome-stable; }
find_firefox() { first "${OVERT_FIREFOX:-firefox-esr}" firefox-esr firefox; }

setup_browsers() {
  find_chromium >/dev/null || apt_install chromium || fail "no Chromium" "install chromium, or name one in OVERT_CHROMIUM"
  find_firefox >/dev/null || apt_install firefox-esr || fail "no Firefox" "install firefox-esr, or name one in OVERT_FIREFOX"
  need xdotool xdotool "install xdotool (it answers the permission prompt)"
  need faketime faketime "install faketime (it sets the clock back in a test)"
  need openssl openssl "install openssl (it makes the certificate of a test)"
  [ -n "${DISPLAY:-}" ] || need Xvfb xvfb "install xvfb, or set DISPLAY"
  setup_miniwob
  setup_todomvc
}

# The pages of MiniWoB++: tasks with a reward function that nobody here wrote.
setup_miniwob() {
  local folder=$cache/miniwob-1.1.0
  [ -d "$folder/html" ] && return
  need python3 python3 "install Python 3 (it fetches the pages of miniwob)"
  need unzip unzip "install unzip"
  local work
  work=$(mktemp -d)
  python3 -m pip download --quiet --no-deps --dest "$work" miniwob==1.1.0 ||
    fail "the pages of miniwob 1.1.0 cannot be fetched" "python3 -m pip needs a network once"
  unzip -q "$work"/miniwob-*.whl 'miniwob/html/*' -d "$work"
  mkdir -p "$folder"
  mv "$work/miniwob/html" "$folder/html"
  rm -rf "$work"
}

# To-do pages built with React, Vue, Angular and others by the TodoMVC project; by `npm pack`, because as a dependency they
# would bring the tools of 2014 that built them.
setup_todomvc() {
  local folder=$cache/todomvc-0.1.1
  [ -d "$folder" ] && return
  local work
  work=$(mktemp -d)
  (cd "$work" && npm pack --silent todomvc@0.1.1 >/dev/null && tar -xzf todomvc-0.1.1.tgz) ||
    fail "the pages of todomvc 0.1.1 cannot be fetched" "npm needs a network once"
  mkdir -p "$cache"
  mv "$work/package" "$folder"
  rm -rf "$work"
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

# Everything a browser test or the demo needs, in the environment.
with_browsers() {
  step "set up browsers" setup_browsers
  OVERT_CHROMIUM=$(find_chromium)
  OVERT_FIREFOX=$(find_firefox)
  OVERT_MINIWOB=$cache/miniwob-1.1.0/html
  OVERT_TODOMVC=$cache/todomvc-0.1.1
  export OVERT_CHROMIUM OVERT_FIREFOX OVERT_MINIWOB OVERT_TODOMVC
  [ -n "${DISPLAY:-}" ] || start_xvfb
}

# A display of our own.
start_xvfb() {
  local pipe
  pipe=$(mktemp -u)
  mkfifo "$pipe"
  Xvfb -displayfd 3 -screen 0 1280x1024x24 -nolisten tcp 3>"$pipe" >/dev/null 2>&1 &
  local number
  read -r -t 20 number <"$pipe" || fail "Xvfb does not start" "run 'Xvfb :99' to see why, or set DISPLAY"
  rm "$pipe"
  export DISPLAY=:$number
}

# browser_tests chromium|firefox FILE...: one file after another, all of them whatever fails. Prints each file's output when it
# has ended; at the end how long each took, and of those that failed what their output says.
browser_tests() {
  local browser=$1 file begin logs status failed=()
  shift
  logs=$(mktemp -d)
  for file in "$@"; do
    begin=$(date +%s%N)
    status=passed
    OVERT_BROWSER=$browser node --test --test-reporter=spec "$file" >"$logs/${file##*/}" 2>&1 || {
      status=FAILED
      failed+=("$file")
    }
    printf '%s, %s, %s: %s s\n%s\n' "$file" "$browser" $status "$(seconds_since "$begin")" "$(cat "$logs/${file##*/}")"
    printf '%6s %s\n' "$(seconds_since "$begin")" "$file" >>"$logs/seconds"
  done
  printf '\n-- seconds of each file in %s\n' "$browser"
  sort -rn "$logs/seconds"
  for file in "${failed[@]}"; do
    printf '\n-- FAILED in %s: %s\n' "$browser" "$file"
    why_failed "$logs/${file##*/}"
  done
  rm -rf "$logs"
  [ ${#failed[@]} = 0 ]
}

# why_failed LOG: what node says again of each test that failed; of a file that came to no end, the last that it said.
why_failed() {
  if grep -q 'failing tests:' "$1" && ! grep -qx "  'test failed'" "$1"; then
    sed -n '/failing tests:/,$p' "$1"
  else
    tail -n 50 "$1"
  fi
}

# in_both_browsers WHAT FILE...: the tests in Chromium and in Firefox side by side, and the tables that they report. Each browser
# has a core, a display and a policy folder of its own; one after the other they would take almost twice as long.
in_both_browsers() {
  local what=$1 status=0 chromium
  shift
  need Xvfb xvfb "install xvfb (two browsers at once need two displays)"
  export OVERT_REPORTS=$PWD/pkg/bench
  mkdir -p "$OVERT_REPORTS"
  rm -f "$OVERT_REPORTS"/*.jsonl
  step "$what: Chromium" browser_tests chromium "$@" &
  chromium=$!
  step "$what: Firefox" browser_tests firefox "$@" || status=1
  wait $chromium || status=1
  step "$what: tables" node tests/browser/tables.mjs "$OVERT_REPORTS" || status=1
  return $status
}

# test_all: every check. OVERT_TESTS, if set, is the list of browser tests to run instead of all.
test_all() {
  check
  with_browsers
  # shellcheck disable=SC2086 # it is a list
  in_both_browsers "browser tests" ${OVERT_TESTS:-tests/browser/*.test.mjs}
}

# test_faults: what is lost when the browser or the extension fails; FAULTS says how often each fault strikes.
test_faults() {
  build
  with_browsers
  in_both_browsers "faults" tests/browser/faults.test.mjs
}

# test_hostile: the browser tests that report an attack; TRICKS says how many presses each trick that hides the indicator gets.
test_hostile() {
  local files
  mapfile -t files < <(grep -l 'reportAttack(' tests/browser/*.test.mjs)
  [ ${#files[@]} -gt 0 ] || fail "no test reports an attack" "see tests/browser/report.mjs"
  build
  with_browsers
  export TRICKS=${TRICKS:-12}
  in_both_browsers "attacks" "${files[@]}"
}

# test_cases: also the tasks that are known to fail.
test_cases() {
  build
  with_browsers
  export CASES=all
  step "cases" browser_tests chromium tests/browser/cases.test.mjs
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

# bench [NAME [ARGUMENT...]]: one table of tests/bench, or all; each prints it and writes pkg/bench/NAME.json.
bench() {
  local names=("${1:-}") name
  if [ -n "${names[0]}" ]; then shift; else mapfile -t names < <(cd tests/bench && basename -s .mjs -- *.mjs); fi
  for name in "${names[@]}"; do
    [ -f "tests/bench/$name.mjs" ] || fail "no bench '$name'" "there are: $(cd tests/bench && basename -s .mjs -- *.mjs | tr '\n' ' ')"
  done
  build
  step "probe: Wasm and twin" build_probe
  with_browsers
  mkdir -p pkg/bench
  for name in "${names[@]}"; do
    [ "$name" != redact ] || setup_redact
    step "bench $name" node "tests/bench/$name.mjs" "$@"
  done
}

# The probe answers for single elements what the recorder says of them; it is never shipped.
build_probe() {
  build_engines probe
  local engine
  for engine in wasm wasm2js; do
    node extension/assemble.mjs engine pkg/probe $engine pkg/probe/$engine.js
  done
}

case ${1:-build} in
build) build ;;
check) check ;;
test)
  case ${2:-all} in
  all) test_all ;;
  faults) test_faults ;;
  hostile) test_hostile ;;
  cases) test_cases ;;
  *) fail "no tests '$2'" "there are: faults, hostile, cases; without a name, all" ;;
  esac
  ;;
fuzz) fuzz "${@:2}" ;;
demo)
  build
  with_browsers
  step "demo" node tests/browser/demo.mjs
  ;;
open)
  build
  [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || fail "no display" "run './build.sh open' in a graphical session"
  step "open" node tests/browser/open.mjs "${@:2}"
  ;;
bench) bench "${@:2}" ;;
screenshots)
  build
  with_browsers
  step "screenshots" node tests/browser/screenshots.mjs
  ;;
icons)
  step "set up" setup
  with_browsers
  step "icons" node tests/browser/icons.mjs
  ;;
audit) audit ;;
format)
  step "set up" setup_npm
  step "format" cargo fmt
  step "format" prettier --write
  ;;
help | -h | --help) usage ;;
*)
  usage >&2
  fail "no command '$1'" "use one of the above"
  ;;
esac
