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
    getent ahostsv4 "${server%:*}" | awk -v port="${server##*:}" 'NF { print $1 ":" port }'
  done | sort -u | tr '\n' ' ' | grep . || echo 127.0.0.1:9
}

# Left behind by one that was killed, the socket would keep the next from listening. And what was kept before the
# start is never answered: nobody could have thrown it away meanwhile.
rm -f "$RUN_DIR/origin.sock" "$CACHE_DIR/generation"
now=$(addresses)
API_SERVERS=$now "$here/render.sh" "$conf"
nginx -p "$conf" -c "$conf/nginx.conf" -g 'daemon off;' &
nginx=$!
stopping=
end() {
  stopping=yes
  kill "-$1" "$nginx" 2>/dev/null || true
}
trap 'end QUIT' TERM QUIT
trap 'end TERM' INT

while [ -z "$stopping" ] && kill -0 "$nginx" 2>/dev/null; do
  sleep "${RESOLVE_SECONDS:-5}" &
  pause=$!
  # Ended by a signal as well as by time.
  wait "$pause" || kill "$pause" 2>/dev/null || true
  found=$(addresses)
  if [ -z "$stopping" ] && [ "$found" != "$now" ]; then
    now=$found
    API_SERVERS=$now "$here/render.sh" "$conf" && kill -HUP "$nginx"
  fi
done
# A second signal ends the waiting, not nginx.
while kill -0 "$nginx" 2>/dev/null; do
  wait "$nginx" || true
done
