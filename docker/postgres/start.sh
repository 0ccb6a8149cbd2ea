#!/bin/sh
# Postgres 18 as the primary or as a streaming replica of it: `start.sh primary` or `start.sh replica <slot>`. One entry
# for the public image and for any other that has the server's programs on its PATH; it runs as the user that owns the data.
# A data folder is made under another name and renamed at the end, so one that is there was complete once.
set -eu
role=$1
data=${PGDATA_FOLDER:-/var/lib/postgresql/data}

make_primary() {
  rm -rf "$data.partial"
  printf '%s' "$POSTGRES_PASSWORD" >/tmp/password
  # Postgres's own collation: the same order whatever the system's locales.
  initdb --pgdata "$data.partial" --username postgres --pwfile /tmp/password --auth scram-sha-256 \
    --encoding UTF8 --no-locale --locale-provider builtin --builtin-locale C.UTF-8 --data-checksums
  rm /tmp/password
  echo 'host all,replication all all scram-sha-256' >>"$data.partial/pg_hba.conf"
  # In single-user mode nothing can connect yet; a statement ends with its line.
  postgres --single -D "$data.partial" postgres >/dev/null <<SQL
CREATE ROLE discover LOGIN PASSWORD '$DATABASE_PASSWORD'
GRANT pg_monitor TO discover
CREATE ROLE replicator LOGIN REPLICATION PASSWORD '$REPLICATION_PASSWORD'
CREATE DATABASE discover OWNER discover
SQL
  mv "$data.partial" "$data"
}

# Asks the primary, as the role that replicates.
ask() {
  PGPASSWORD=$REPLICATION_PASSWORD psql -h "$PRIMARY_HOST" -U replicator -d postgres -v ON_ERROR_STOP=1 -Atqc "$1"
}

make_replica() {
  rm -rf "$data.partial"
  ask "SELECT pg_drop_replication_slot(slot_name) FROM pg_replication_slots WHERE slot_name = '$1' AND NOT active" >/dev/null
  PGPASSWORD=$REPLICATION_PASSWORD pg_basebackup -D "$data.partial" -h "$PRIMARY_HOST" -U replicator \
    --create-slot --slot "$1" --checkpoint fast --write-recovery-conf
  mv "$data.partial" "$data"
}

case $role in
  primary)
    if [ ! -d "$data" ]; then make_primary; fi
    ;;
  replica)
    # A replica that was away for longer than the primary keeps its WAL cannot follow any more.
    if [ -d "$data" ] && [ "$(ask "SELECT wal_status FROM pg_replication_slots WHERE slot_name = '$2'" || true)" = lost ]; then
      rm -rf "$data"
    fi
    if [ ! -d "$data" ]; then make_replica "$2"; fi
    # The password may have changed since.
    sed -i '/^primary_conninfo/d' "$data/postgresql.auto.conf"
    echo "primary_conninfo = 'host=$PRIMARY_HOST user=replicator password=$REPLICATION_PASSWORD application_name=$2'" >>"$data/postgresql.auto.conf"
    ;;
esac

# Limits must not be smaller on a replica than on its primary: the same file for all.
exec postgres -D "$data" -c "config_file=$(dirname "$0")/postgresql.conf" -c "data_directory=$data" -c "hba_file=$data/pg_hba.conf"
