#!/usr/bin/env bash
# Sets up what is missing, then builds, shows or tests Overt; `./build.sh help` lists the commands.
#
# This file only says which command is what. What a command does stands in tests/tools/build/, a file for each purpose:
# `test` is test_all in test.sh.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

cache=${XDG_CACHE_HOME:-$HOME/.cache}/overt
target=${CARGO_TARGET_DIR:-target}
tools=tests/node_modules/.bin

for part in say install compile package check browsers test bench; do
  # shellcheck source=/dev/null
  source "tests/tools/build/$part.sh"
done

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
./build.sh snapshots [NAME...]  take tests/snapshots anew from real pages, in Chromium
./build.sh screenshots     take a picture of every page in both themes into docs/pictures
./build.sh icons           make the toolbar's PNG icons from icon.svg
./build.sh audit           licences and sources of the crates; known weaknesses, where their lists can be asked
./build.sh format          put Rust and JavaScript in the one format
END
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
snapshots) snapshots "${@:2}" ;;
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
