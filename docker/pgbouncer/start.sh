#!/bin/sh
# PgBouncer in transaction mode in front of the primary.
set -eu
umask 077
printf '"discover" "%s"\n' "$DATABASE_PASSWORD" >/tmp/users.txt
cat >/tmp/pgbouncer.ini <<INI
[databases]
; The services ask for their time-out at the start of a connection, where a pool cannot pass it on: it is set here.
discover = host=$PRIMARY_HOST port=5432 dbname=discover connect_query='SET statement_timeout = ${DATABASE_STATEMENT_TIMEOUT_MS:-10000}'

[pgbouncer]
listen_addr = *
listen_port = 6432
unix_socket_dir =
auth_type = scram-sha-256
auth_file = /tmp/users.txt
pool_mode = transaction
ignore_startup_parameters = statement_timeout,extra_float_digits
; Statements are prepared by name (libs/database): about 150 of them.
max_prepared_statements = 400
default_pool_size = ${PGBOUNCER_POOL_SIZE:-40}
max_client_conn = ${PGBOUNCER_MAX_CLIENTS:-2000}
max_db_connections = ${PGBOUNCER_POOL_SIZE:-40}
; A server that went away is tried again soon: callers wait no longer than they would for a connection of their own.
server_login_retry = 1
server_connect_timeout = 3
query_wait_timeout = 3
server_check_delay = 5
server_lifetime = 1800
tcp_keepalive = 1
log_connections = 0
log_disconnections = 0
log_stats = 0
INI
exec pgbouncer /tmp/pgbouncer.ini
