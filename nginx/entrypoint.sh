#!/bin/sh
# Runs nginx in the foreground with this deployment's settings: entrypoint.sh FOLDER (for the configuration).
# API_SERVERS may hold names; whenever they come to stand for other addresses (an API process more or less), nginx
# is told of it. TERM and QUIT let what is under way finish; INT does not.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
conf=${1:?entrypoint.sh FOLDER}
servers=${API_SERVERS:-127.0.0.1:3000}
: "${RUN_DIR:=/run/quizmaster-nginx}"
: "${CACHE_DIR:=/var/cache/quizmaster-nginx}"
export RUN_DIR CACHE_DIR

# Every address that the names stand for now. Where there is none, a port at which nobody listens: pages are served,
# and requests of the API are refused until it is there.
addresses() {
  for server in $servers; do
    getent ahostsv4 "${server%:*}" | awk -v port="${server##*:}" '{ print $1 ":" port }'
  done | sort -u | tr '\n' ' ' | grep . || echo 127.0.0.1:9
}

# Left behind by one that was killed, the socket would keep the next from listening. And what was kept before the
# start is never answered: nobody could have thrown it away meanwhile.
rm -f "$RUN_DIR/origin.sock" "$CACHE_DIR/generation"
now=$(addresses)
API_SERVERS=$now "$here/render.sh" "$conf"
nginx -p "$conf" -c "$conf/nginx.conf" -g 'daemon off;' &
nginx=$!
trap 'kill -QUIT "$nginx" 2>/dev/null' TERM QUIT
trap 'kill -TERM "$nginx" 2>/dev/null' INT

while kill -0 "$nginx" 2>/dev/null; do
  sleep "${RESOLVE_SECONDS:-5}" &
  # Ended by a signal as well as by time.
  wait $! || true
  found=$(addresses)
  if [ "$found" != "$now" ]; then
    now=$found
    API_SERVERS=$now "$here/render.sh" "$conf" && kill -HUP "$nginx"
  fi
done
wait "$nginx"
