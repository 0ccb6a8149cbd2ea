{{/*
(root, name, workload) → the environment of its container. Variables from the Secret stand first, because others are composed
of them by $(NAME). A variable of the user's `env` replaces ours; null takes it away. What has a management port is a service of ours, what has none at all
the migrator; the edge reads neither's.
*/}}
{{- define "discover.environment" -}}
{{- $root := index . 0 -}}
{{- $workload := index . 2 -}}
{{- $secrets := dict -}}
{{- $plain := dict -}}
{{- $box := dict "root" $root "secrets" $secrets "plain" $plain -}}
{{- range $workload.secretKeys -}}{{- $_ := set $secrets . (dict "name" $root.Values.secret.name "key" .) -}}{{- end -}}
{{- range $workload.uses -}}{{- include (printf "discover.environment.%s" .) $box -}}{{- end -}}
{{- $ports := $workload.ports | default dict -}}
{{- if or $ports.management (not $ports) -}}
{{- $_ := set $plain "LOG_LEVEL" $root.Values.logLevel -}}
{{- $_ := set $plain "RELEASE" ($root.Values.image.tag | default $root.Chart.AppVersion) -}}
{{- end -}}
{{- if $ports.management -}}
{{- $_ := set $plain "MANAGEMENT_HOST" "0.0.0.0" -}}
{{- with $workload.shutdown -}}
{{- $_ := set $plain "SHUTDOWN_DRAIN_DELAY_MS" (mul 1000 .drainSeconds) -}}
{{- $_ := set $plain "SHUTDOWN_GRACE_MS" (mul 1000 .graceSeconds) -}}
{{- end -}}
{{- end -}}
{{- if eq (index . 1) "api" -}}
{{- $_ := set $plain "PUBLIC_URL" $root.Values.publicUrl -}}
{{- $_ := set $plain "HOME_REGION" $root.Values.region.name -}}
{{- $_ := set $plain "CORS_ORIGINS" (join "," $root.Values.corsOrigins | default "none") -}}
{{- $_ := set $plain "TRUSTED_PROXIES" (join "," $root.Values.trustedProxies | default "none") -}}
{{- end -}}
{{- $cpus := include "discover.cpus" $workload.resources.requests.cpu | int -}}
{{- range $variable, $factor := $workload.envPerCpu -}}{{- $_ := set $plain $variable (mul $factor $cpus) -}}{{- end -}}
{{- range $variable, $value := $workload.env -}}
{{- $_ := unset $secrets $variable -}}
{{- $_ := set $plain $variable $value -}}
{{- end -}}
{{- range $variable, $reference := $secrets }}
- name: {{ $variable }}
  valueFrom:
    secretKeyRef: {{- toYaml $reference | nindent 6 }}
{{- end }}
{{- range $variable, $value := $plain }}
{{- if not (kindIs "invalid" $value) }}
- name: {{ $variable }}
  value: {{ include "discover.scalar" $value | quote }}
{{- end }}
{{- end }}
{{- end -}}

{{/* A number as people write it (Go prints 1000000 as 1e+06), anything else as it is */}}
{{- define "discover.scalar" -}}
{{- if and (kindIs "float64" .) (eq (floor .) .) -}}{{- int64 . -}}{{- else -}}{{- . -}}{{- end -}}
{{- end -}}

{{- define "discover.environment.postgres" -}}
{{- include (printf "discover.environment.postgres.%s" .root.Values.postgres.mode) . -}}
{{- end -}}

{{/* The operator makes the user's Secret; writes go through its pooler, reads to each instance by a Service of its own. */}}
{{- define "discover.environment.postgres.cluster" -}}
{{- $cluster := include "discover.name" (list .root "postgres") -}}
{{- $database := .root.Values.postgres.database -}}
{{- $_ := set .secrets "DATABASE_PASSWORD" (dict "name" (printf "%s-app" $cluster) "key" "password") -}}
{{- $url := printf "postgres://%s:$(DATABASE_PASSWORD)@%%s:5432/%s" $database $database -}}
{{- $_ := set .plain "DATABASE_URL" (printf $url (printf "%s-pooler" $cluster)) -}}
{{- $replicas := list -}}
{{- if gt (int .root.Values.postgres.cluster.instances) 1 -}}
{{- range .root.Values.postgres.cluster.serials -}}
{{- $replicas = append $replicas (printf $url (printf "%s-%d" $cluster (int .))) -}}
{{- end -}}
{{- end -}}
{{- $_ := set .plain "DATABASE_REPLICA_URLS" (join "," $replicas | default "none") -}}
{{- end -}}

{{- define "discover.environment.postgres.external" -}}
{{- $_ := set .secrets "DATABASE_URL" (dict "name" .root.Values.secret.name "key" "DATABASE_URL") -}}
{{- $_ := set .secrets "DATABASE_REPLICA_URLS" (dict "name" .root.Values.secret.name "key" "DATABASE_REPLICA_URLS" "optional" true) -}}
{{- end -}}

{{/* Past every pooler, for the migrations: their advisory lock does not survive a pooler in transaction mode. */}}
{{- define "discover.environment.postgresPrimary" -}}
{{- if eq .root.Values.postgres.mode "cluster" -}}
{{- $cluster := include "discover.name" (list .root "postgres") -}}
{{- $database := .root.Values.postgres.database -}}
{{- $_ := set .secrets "DATABASE_PASSWORD" (dict "name" (printf "%s-app" $cluster) "key" "password") -}}
{{- $_ := set .plain "DATABASE_URL" (printf "postgres://%s:$(DATABASE_PASSWORD)@%s-rw:5432/%s" $database $cluster $database) -}}
{{- else -}}
{{- $_ := set .secrets "DATABASE_URL" (dict "name" .root.Values.secret.name "key" "DATABASE_MIGRATION_URL") -}}
{{- end -}}
{{- end -}}

{{- define "discover.environment.redisQueue" -}}
{{- include "discover.environment.redis" (merge (dict "variable" "REDIS_URL" "password" "REDIS_PASSWORD" "component" "redis-queue") .) -}}
{{- end -}}

{{- define "discover.environment.redisCache" -}}
{{- include "discover.environment.redis" (merge (dict "variable" "REDIS_CACHE_URL" "password" "REDIS_CACHE_PASSWORD" "component" "redis-cache") .) -}}
{{- end -}}

{{- define "discover.environment.redis" -}}
{{- if eq .root.Values.redis.mode "builtin" -}}
{{- $_ := set .secrets .password (dict "name" .root.Values.secret.name "key" .password) -}}
{{- $_ := set .plain .variable (printf "redis://:$(%s)@%s:6379" .password (include "discover.name" (list .root .component))) -}}
{{- else -}}
{{- $_ := set .secrets .variable (dict "name" .root.Values.secret.name "key" .variable) -}}
{{- end -}}
{{- end -}}

{{- define "discover.environment.storage" -}}
{{- $storage := .root.Values.storage -}}
{{- $_ := set .plain "OBJECT_STORAGE" "s3" -}}
{{- $_ := set .plain "S3_ENDPOINT" (include "discover.storageEndpoint" .root) -}}
{{- $_ := set .plain "S3_REGION" $storage.region -}}
{{- $_ := set .plain "S3_BUCKET_PREFIX" $storage.bucketPrefix -}}
{{- range list "S3_ACCESS_KEY_ID" "S3_SECRET_ACCESS_KEY" -}}
{{- $_ := set $.secrets . (dict "name" $.root.Values.secret.name "key" .) -}}
{{- end -}}
{{- end -}}

{{- define "discover.environment.tracing" -}}
{{- with .root.Values.tracingEndpoint -}}{{- $_ := set $.plain "OTEL_EXPORTER_OTLP_ENDPOINT" . -}}{{- end -}}
{{- end -}}

{{/* Only the network policies know it */}}
{{- define "discover.environment.internet" -}}{{- end -}}

{{/* Only the edge asks the API: docker/edge/start.sh says what these are. */}}
{{- define "discover.environment.api" -}}
{{- $edge := .root.Values.edge -}}
{{- $host := printf "%s.%s.svc.%s" (include "discover.name" (list .root "api")) .root.Release.Namespace .root.Values.clusterDomain -}}
{{- $_ := set .plain "EDGE_API" (printf "%s:%d" $host (int .root.Values.workloads.api.ports.http)) -}}
{{- $_ := set .plain "EDGE_RATE_PER_MINUTE" $edge.requestsPerMinute -}}
{{- $_ := set .plain "EDGE_BLOCKED_ADDRESSES" (join "," $edge.blockedAddresses) -}}
{{- $_ := set .plain "EDGE_TRUSTED_PROXIES" (join "," $edge.trustedProxies) -}}
{{- if $edge.tlsSecretName -}}{{- $_ := set .plain "EDGE_TLS_FOLDER" "/etc/edge-tls" -}}{{- end -}}
{{- end -}}

{{/* What the Secret must hold for these values, sorted */}}
{{- define "discover.secretKeys" -}}
{{- $secrets := dict -}}
{{- $box := dict "root" . "secrets" $secrets "plain" dict -}}
{{- range $name, $_ := .Values.workloads -}}
{{- $workload := include "discover.workload" (list $ $name) | fromYaml -}}
{{- range $workload.secretKeys -}}{{- $_ := set $secrets . (dict "name" $.Values.secret.name "key" .) -}}{{- end -}}
{{- range $workload.uses -}}{{- include (printf "discover.environment.%s" .) $box -}}{{- end -}}
{{- end -}}
{{- $keys := list -}}
{{- range $secrets -}}
{{- if and (eq .name $.Values.secret.name) (not .optional) -}}{{- $keys = append $keys .key -}}{{- end -}}
{{- end -}}
{{- if and .Values.migrations.enabled (eq .Values.postgres.mode "external") -}}{{- $keys = append $keys "DATABASE_MIGRATION_URL" -}}{{- end -}}
{{- if .Values.postgres.pgbouncer.enabled -}}{{- $keys = append $keys "PGBOUNCER_USERLIST" -}}{{- end -}}
{{- toYaml (sortAlpha $keys) -}}
{{- end -}}
