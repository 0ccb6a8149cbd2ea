#!/bin/sh
# Valkey or Redis, whichever the image has: `start.sh queue` or `start.sh cache`. The password comes by standard input and
# is seen in no list of processes.
set -eu
server=$(command -v valkey-server || command -v redis-server)
{
  cat "$(dirname "$0")/$1.conf"
  printf 'requirepass %s\nbind * -::*\n' "$REDIS_PASSWORD"
} >/tmp/server.conf
exec "$server" /tmp/server.conf
