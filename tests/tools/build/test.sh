# Runs the browser tests, in both browsers side by side, and says what failed. Sourced by build.sh.
# shellcheck shell=bash

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
