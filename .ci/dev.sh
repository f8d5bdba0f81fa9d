#!/usr/bin/env bash
# Serves the app and rebuilds it at every change.
. "$(dirname "$0")/env.sh"

port=$(node -e '
  const net = require("net");
  const free = (port) => new Promise((tell) => {
    const server = net.createServer().once("error", () => tell(false)).once("listening", () => server.close(() => tell(true)));
    server.listen(port, "127.0.0.1");
  });
  (async () => { let port = +process.argv[1]; while (!(await free(port))) port++; console.log(port); })();
' "${PORT:-8080}")

step "First build of the app (about 2 min when nothing is cached, else seconds)" -- \
  trunk build --offline --dist build/dev
head_ "Open http://127.0.0.1:$port/ (Ctrl-C stops; a saved change shows by itself)"
exec trunk serve --offline --dist build/dev --port "$port"
