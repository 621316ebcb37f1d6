# Runs the browser tests, in both browsers side by side, and says what failed. Sourced by build.sh.
# shellcheck shell=bash

# browser_tests LOGS chromium|firefox...: one file after another of those that stand in the queue of the first browser, then of
# those that the queues of the others still hold. All of them, whatever fails.
browser_tests() {
  local logs=$1 browser file
  shift
  for browser in "$@"; do
    while file=$(take "$logs/$browser.queue") && [ -n "$file" ]; do browser_test "$logs" "$browser" "$file"; done
  done
}

# take QUEUE: says the first line of the file, which is then no longer in it; nothing where there is none.
take() {
  (
    flock 8
    head -n 1 "$1"
    sed -i 1d "$1"
  ) 8>>"$1.lock"
}

# browser_test LOGS chromium|firefox FILE: prints the file's output when it has ended; notes how long it took, and whether it failed.
browser_test() {
  local logs=$1 browser=$2 file=$3 log begin status=passed
  log=$logs/$browser-${file##*/}.log
  begin=$(date +%s%N)
  OVERT_BROWSER=$browser node --test --test-reporter=spec "$file" >"$log" 2>&1 || {
    status=FAILED
    echo "$file" >>"$logs/$browser.failed"
  }
  printf '%s, %s, %s: %s s\n%s\n' "$file" "$browser" $status "$(seconds_since "$begin")" "$(cat "$log")"
  printf '%6s %s\n' "$(seconds_since "$begin")" "$file" >>"$logs/$browser.seconds"
}

# report_tests LOGS chromium|firefox: how long each file took, and of those that failed what their output says. Fails if one did.
report_tests() {
  local file
  printf '\n-- seconds of each file in %s\n' "$2"
  sort -rn "$1/$2.seconds"
  [ -f "$1/$2.failed" ] || return 0
  while read -r file; do
    printf '\n-- FAILED in %s: %s\n' "$2" "$file"
    why_failed "$1/$2-${file##*/}.log"
  done <"$1/$2.failed"
  return 1
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
# has a core and a display of its own; one after the other they would take almost twice as long.
in_both_browsers() {
  local what=$1 status=0 file browser logs
  shift
  need Xvfb xvfb "install xvfb (two browsers at once need two displays)"
  need flock util-linux "install util-linux (tests that run side by side wait for each other with it)"
  export OVERT_REPORTS=$PWD/pkg/bench
  mkdir -p "$OVERT_REPORTS"
  rm -f "$OVERT_REPORTS"/*.jsonl
  logs=$(mktemp -d)
  touch "$logs"/{chromium,firefox}.queue "$logs/pace"
  for file in "$@"; do
    if grep -qs '/pace\.mjs' "$file"; then
      echo "$file" >>"$logs/pace"
    else
      for browser in chromium firefox; do echo "$file" >>"$logs/$browser.queue"; done
    fi
  done
  step "$what" side_by_side "$logs" || status=1
  for browser in chromium firefox; do report_tests "$logs" $browser || status=1; done
  rm -rf "$logs"
  step "$what: tables" node tests/browser/tables.mjs "$OVERT_REPORTS" || status=1
  return $status
}

# side_by_side LOGS: what is in the queues of both browsers, on two cores until all of it is done; and beside that what goes at
# the pace of a person, because it waits for most of its time.
side_by_side() {
  local browser file worker workers=() status=0
  browser_tests "$1" chromium firefox &
  workers+=($!)
  browser_tests "$1" firefox chromium &
  workers+=($!)
  while read -r file; do
    for browser in chromium firefox; do
      browser_test "$1" $browser "$file" &
      workers+=($!)
    done
  done <"$1/pace"
  for worker in "${workers[@]}"; do wait "$worker" || status=1; done
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
  step "cases" cases_in_chromium
}

cases_in_chromium() {
  local logs
  logs=$(mktemp -d)
  echo tests/browser/cases.test.mjs >"$logs/chromium.queue"
  browser_tests "$logs" chromium
  report_tests "$logs" chromium
}
