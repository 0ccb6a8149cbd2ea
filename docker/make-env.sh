#!/bin/sh
# Writes .env for docker-compose.yml: secrets of one's own, drawn once. An .env that is there keeps what it has.
set -eu
cd "$(dirname "$0")/.."
umask 077
touch .env
for name in POSTGRES_PASSWORD DATABASE_PASSWORD REPLICATION_PASSWORD REDIS_PASSWORD S3_ACCESS_KEY_ID \
  S3_SECRET_ACCESS_KEY JWT_SECRET GRAFANA_PASSWORD; do
  # Hexadecimal, so that a secret may stand in a connection string as it is.
  grep -q "^$name=" .env || printf '%s=%s\n' "$name" "$(od -An -N24 -tx1 /dev/urandom | tr -d ' \n')" >>.env
done
echo "The secrets are in $(pwd)/.env: keep them as you keep the data, which cannot be read without them."
