# Installs what every build needs and lacks: compilers, the Wasm target, wasm-bindgen, the npm packages. Sourced by build.sh.
# shellcheck shell=bash

triple=wasm32-unknown-unknown

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

# npm_ci FOLDER: what the lock file in the folder names, unless it is there already.
npm_ci() {
  local lock=$1/package-lock.json stamp=$1/node_modules/.overt-lock
  cmp -s "$lock" "$stamp" && return
  npm ci --prefix "$1" --no-audit --no-fund --ignore-scripts --loglevel=error ||
    fail "npm ci failed in $1" "a network is needed once; see npm's message above"
  cp "$lock" "$stamp"
}

# The tools in tests/node_modules, and what ships in pkg/libraries: extension/ holds no file that is not ours.
setup_npm() {
  npm_ci tests
  mkdir -p pkg/libraries
  cp extension/package.json extension/package-lock.json pkg/libraries
  npm_ci pkg/libraries
}

setup() {
  need_basics
  setup_wasm_target
  setup_wasm_bindgen
  setup_npm
}
