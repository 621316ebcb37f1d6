# Says what is done and how long it took, and ends the script where something is missing. Sourced by build.sh.
# shellcheck shell=bash

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

# in_parallel FUNCTION FUNCTION: both at once, one for each core; what the second says comes after what the first says. All of
# the one is done also where the other fails.
in_parallel() {
  local log first second status=0
  log=$(mktemp)
  # In the background both, because `set -e` is off in a condition.
  "$1" &
  first=$!
  "$2" >"$log" 2>&1 &
  second=$!
  wait $first || status=1
  wait $second || status=1
  cat "$log"
  rm "$log"
  return $status
}

# seconds_since NANOSECONDS: as `date +%s%N` gave them.
seconds_since() { awk -v b="$1" -v e="$(date +%s%N)" 'BEGIN { printf "%.1f", (e - b) / 1e9 }'; }

has() { command -v "$1" >/dev/null 2>&1; }
