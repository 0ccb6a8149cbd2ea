#!/bin/sh
# Versity's S3 gateway on a volume, with the bucket rule that it does not know itself: what was left in staging (uploads
# that were broken off) goes after a day, and logs after the time of their category. docker/s3/lifecycle.json and
# k8s/collector/files/lifecycle.json are the same for a store that knows lifecycles.
set -eu
mkdir -p /data/objects/discover-logs /data/metadata
sweep() {
  while sleep 3600; do
    find /data/objects/*-scratch/staging -type f -mmin +1440 -delete 2>/dev/null || true
    for rule in application:30 activity:90 security:365; do
      find "/data/objects/discover-logs/${rule%:*}" -type f -mtime "+${rule#*:}" -delete 2>/dev/null || true
    done
  done
}
sweep &
# Metadata in files, because not every file system has extended attributes.
PATH=$PATH:/app
exec versitygw --port :9000 --quiet posix --sidecar /data/metadata /data/objects
