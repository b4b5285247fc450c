#!/bin/sh
# Writes the configuration with this deployment's settings into a folder: render.sh FOLDER
# The settings are variables of the environment; docs/deployment.md describes them.
set -eu
umask 027

from=$(cd "$(dirname "$0")" && pwd)
to=${1:?render.sh FOLDER}

: "${PUBLIC_URL:=http://localhost:8080}"
: "${API_SERVERS:=127.0.0.1:3000}"
: "${SPA_DIR:=/srv/quizmaster}"
: "${RUN_DIR:=/run/quizmaster-nginx}"
: "${CACHE_DIR:=/var/cache/quizmaster-nginx}"
: "${MODULES_DIR:=/usr/lib/nginx/modules}"
: "${HTTP_LISTEN:=127.0.0.1:8080}"
: "${HTTPS_LISTEN:=127.0.0.1:8443}"
: "${PRIVATE_LISTEN:=127.0.0.1:8081}"
: "${ACCESS_LOG:=/dev/stdout}"
: "${WORKER_PROCESSES:=auto}"
: "${WORKER_CONNECTIONS:=4096}"
: "${UPLOAD_MAX_MEGABYTES:=20}"
: "${NGINX_USER:=www-data}"
: "${TLS_CERTIFICATE:=}"
: "${TLS_KEY:=}"

fail() {
  echo "nginx cannot be set up: $1" >&2
  exit 1
}

# The name alone, without scheme, port and path.
SERVER_NAME=$(printf '%s' "$PUBLIC_URL" | sed -n -E 's|^https?://([A-Za-z0-9.-]+)(:[0-9]+)?$|\1|p')
[ -n "$SERVER_NAME" ] || fail "PUBLIC_URL must be http(s)://NAME[:PORT] without a path; it is '$PUBLIC_URL'"
: "${SERVER_NAMES:=$SERVER_NAME}"
# The form around a file takes some room too.
UPLOAD_MAX_BODY=$((UPLOAD_MAX_MEGABYTES + 1))m

case $PUBLIC_URL in
https://*)
  [ -r "$TLS_CERTIFICATE" ] || fail "TLS_CERTIFICATE must name a readable file for $PUBLIC_URL"
  [ -r "$TLS_KEY" ] || fail "TLS_KEY must name a readable file for $PUBLIC_URL"
  LISTEN=listen-tls
  ;;
*) LISTEN=listen-plain ;;
esac

names='PUBLIC_URL SERVER_NAME SERVER_NAMES SPA_DIR RUN_DIR CACHE_DIR MODULES_DIR HTTP_LISTEN HTTPS_LISTEN
  PRIVATE_LISTEN ACCESS_LOG WORKER_PROCESSES WORKER_CONNECTIONS UPLOAD_MAX_BODY TLS_CERTIFICATE TLS_KEY LISTEN'
program=
for name in $names; do
  eval "value=\$$name"
  case $value in
  *['|&\;{}']*) fail "$name holds a character that a setting cannot have: $value" ;;
  esac
  program="$program
s|\\\${$name}|$value|g"
done

mkdir -p "$to/conf" "$RUN_DIR" "$CACHE_DIR"
(cd "$from" && find . -name '*.conf' -o -name '*.js') | while read -r file; do
  sed -e "$program" "$from/$file" >"$to/$file"
done

# The generation that keys begin with (conf/generation.js); a running nginx keeps its own.
[ -e "$CACHE_DIR/generation" ] || printf '%s' "start-$(date +%s)-$$" >"$CACHE_DIR/generation"
# Only root can become somebody else, and should.
if [ "$(id -u)" = 0 ]; then
  echo "user $NGINX_USER;" >"$to/user.conf"
  chown "$NGINX_USER" "$CACHE_DIR" "$CACHE_DIR/generation"
else
  : >"$to/user.conf"
fi

# A process that fails is left alone for some seconds; those that are idle stay connected, shorter than the API would
# keep them (75 s), so that no request meets a connection that is just being closed.
{
  echo 'upstream api {'
  for server in $API_SERVERS; do
    case $server in
    *[!A-Za-z0-9.:_-]*) fail "API_SERVERS holds '$server', which is no NAME:PORT" ;;
    esac
    echo "  server $server max_fails=2 fail_timeout=5s;"
  done
  echo '  keepalive 64;'
  echo '  keepalive_requests 10000;'
  echo '  keepalive_timeout 60s;'
  echo '}'
} >"$to/upstream.conf"
