#!/bin/sh
# Fills in nginx.conf.template from the environment and becomes nginx. The only variable without a default is EDGE_API.
set -eu
template=${EDGE_TEMPLATE:-$(dirname "$0")/nginx.conf.template}

: "${EDGE_API:?name and port of the API, as api:3000; a full name where the resolver knows no search domains}"
# Addresses or networks, by commas or blanks: proxies whose X-Forwarded-For is believed; those that are refused.
: "${EDGE_TRUSTED_PROXIES:=}" "${EDGE_BLOCKED_ADDRESSES:=}"
export EDGE_API
export EDGE_WORKERS="${EDGE_WORKERS:-2}"
export EDGE_RATE_PER_MINUTE="${EDGE_RATE_PER_MINUTE:-5000}"
export EDGE_RATE_BURST=$((EDGE_RATE_PER_MINUTE - 1))
export EDGE_BODY_LIMIT="${EDGE_BODY_LIMIT:-1m}"
# With room for what a form has beside its file, whose own size the API bounds to 20 MiB and 200 MiB.
export EDGE_UPLOAD_LIMIT="${EDGE_UPLOAD_LIMIT:-21m}"
export EDGE_BATCH_LIMIT="${EDGE_BATCH_LIMIT:-201m}"
export EDGE_CACHE_SIZE="${EDGE_CACHE_SIZE:-32m}"
# `off`, or where the line of each request goes.
export EDGE_ACCESS_LOG="${EDGE_ACCESS_LOG:-/dev/stdout line}"
# The servers of /etc/resolv.conf unless told; IPv6 in brackets.
export EDGE_RESOLVERS="${EDGE_RESOLVERS:-$(sed -n 's/^nameserver[[:space:]]\{1,\}//p' /etc/resolv.conf | sed 's/%.*//; /:/s/.*/[&]/' | tr '\n' ' ')}"
# A folder with tls.crt and tls.key; without it TLS ends in front.
tls=${EDGE_TLS_FOLDER:-/etc/edge-tls}

# `lines <before> <after> <list>`: one line for each of the list.
lines() {
  printf '%s' "$3" | tr ', ' '\n\n' | sed "/^$/d; s|.*|$1&$2|"
}
EDGE_TRUSTED_PROXIES_LINES=$(lines 'set_real_ip_from ' ';' "$EDGE_TRUSTED_PROXIES")
EDGE_BLOCKED_ADDRESSES_LINES=$(lines '' ' 1;' "$EDGE_BLOCKED_ADDRESSES")
listeners="listen 8080 reuseport;"
if [ -s "$tls/tls.crt" ]; then
  listeners="$listeners listen 8443 ssl reuseport; ssl_certificate $tls/tls.crt; ssl_certificate_key $tls/tls.key;
    ssl_protocols TLSv1.2 TLSv1.3; ssl_session_cache shared:tls:4m; ssl_session_timeout 1h;"
fi
if [ -s /proc/net/if_inet6 ]; then
  listeners="$listeners listen [::]:8080 reuseport;"
  if [ -s "$tls/tls.crt" ]; then listeners="$listeners listen [::]:8443 ssl reuseport;"; fi
fi
EDGE_LISTEN_LINES=$listeners
export EDGE_TRUSTED_PROXIES_LINES EDGE_BLOCKED_ADDRESSES_LINES EDGE_LISTEN_LINES

# Only our own names: nginx has variables of its own.
names=$(grep -o '\${EDGE_[A-Z_]*}' "$template" | sort -u | tr '\n' ' ')
envsubst "$names" <"$template" >/tmp/nginx.conf
exec nginx -c /tmp/nginx.conf -g 'daemon off;'
