# Installs the browsers and the pages they are driven on, and gives them a display. Sourced by build.sh.
# shellcheck shell=bash

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

# To-do pages built with React, Vue, Angular and others by the TodoMVC project.
setup_todomvc() {
  local folder=$cache/todomvc-0.1.1
  [ -d "$folder" ] || fetch_npm todomvc 0.1.1 "$folder"
}

# fetch_npm PACKAGE VERSION FOLDER: what is in the package, by `npm pack`, because as a dependency it would bring others.
fetch_npm() {
  local work
  work=$(mktemp -d)
  (cd "$work" && npm pack --silent "$1@$2" >/dev/null && tar -xzf ./*.tgz) ||
    fail "$1 $2 cannot be fetched" "npm needs a network once"
  mkdir -p "$cache"
  mv "$work/package" "$3"
  rm -rf "$work"
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
