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

# seconds_since NANOSECONDS: as `date +%s%N` gave them.
seconds_since() { awk -v b="$1" -v e="$(date +%s%N)" 'BEGIN { printf "%.1f", (e - b) / 1e9 }'; }

has() { command -v "$1" >/dev/null 2>&1; }
