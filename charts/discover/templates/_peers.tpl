{{/*
Peers and ports of network policies. Each `discover.egress.<what>` is one rule of egress, for what a workload `uses`.
*/}}

{{/* (root, component) → the pods of a component of this release, as a peer */}}
{{- define "discover.peer" -}}
- podSelector:
    matchLabels: {{- include "discover.selector" . | nindent 6 }}
{{- end -}}

{{/* Port numbers → as ports of a policy */}}
{{- define "discover.ports" -}}
{{- range $index, $port := . -}}
{{- if $index }}{{ "\n" }}{{ end -}}
- { port: {{ $port }}, protocol: TCP }
{{- end -}}
{{- end -}}

{{/* {to, ports} of somebody else's → a rule; none where there is nobody */}}
{{- define "discover.egress.foreign" -}}
{{- if and .to .ports -}}
- to: {{- toYaml .to | nindent 4 }}
  ports: {{- include "discover.ports" .ports | nindent 4 }}
{{- end -}}
{{- end -}}

{{/* The Internet without the networks that are one's own; with `.ports`, on these only */}}
{{- define "discover.egress.public" -}}
- to:
    - ipBlock:
        cidr: 0.0.0.0/0
        except: {{- toYaml .root.Values.networkPolicy.privateNetworks | nindent 10 }}
    - ipBlock:
        cidr: ::/0
        except: {{- toYaml .root.Values.networkPolicy.privateNetworks6 | nindent 10 }}
  ports:
    {{- if .ports }}{{ include "discover.ports" .ports | nindent 4 }}{{ else }}
    - { protocol: TCP }
    {{- end }}
{{- end -}}

{{- define "discover.egress.dns" -}}
- to: {{- toYaml .Values.networkPolicy.dnsTo | nindent 4 }}
  ports:
    - { port: 53, protocol: UDP }
    - { port: 53, protocol: TCP }
{{- end -}}

{{- define "discover.egress.internet" -}}
{{- include "discover.egress.public" (dict "root" . "ports" list) -}}
{{- end -}}

{{- define "discover.egress.storage" -}}
{{- $storage := .Values.networkPolicy.storage -}}
{{- if $storage.to -}}
{{- include "discover.egress.foreign" $storage -}}
{{- else if $storage.ports -}}
{{- include "discover.egress.public" (dict "root" . "ports" $storage.ports) -}}
{{- end -}}
{{- end -}}

{{- define "discover.egress.tracing" -}}
{{- if .Values.tracingEndpoint -}}{{- include "discover.egress.foreign" .Values.networkPolicy.tracing -}}{{- end -}}
{{- end -}}

{{- define "discover.egress.api" -}}
- to: {{- include "discover.peer" (list . "api") | nindent 4 }}
  ports: {{- include "discover.ports" (list .Values.workloads.api.ports.http) | nindent 4 }}
{{- end -}}

{{- define "discover.egress.redisQueue" -}}{{- include "discover.egress.redis" (list . "redis-queue") -}}{{- end -}}
{{- define "discover.egress.redisCache" -}}{{- include "discover.egress.redis" (list . "redis-cache") -}}{{- end -}}
{{- define "discover.egress.redis" -}}
{{- $root := index . 0 -}}
{{- if eq $root.Values.redis.mode "builtin" -}}
- to: {{- include "discover.peer" . | nindent 4 }}
  ports: {{- include "discover.ports" (list 6379) | nindent 4 }}
{{- else -}}
{{- include "discover.egress.foreign" $root.Values.networkPolicy.redis -}}
{{- end -}}
{{- end -}}

{{- define "discover.egress.postgres" -}}
{{- include "discover.egress.postgresPrimary" . }}
{{ if eq .Values.postgres.mode "cluster" -}}
- to:
    - podSelector:
        matchLabels: { cnpg.io/poolerName: {{ include "discover.name" (list . "postgres") }}-pooler }
  ports: {{- include "discover.ports" (list 5432) | nindent 4 }}
{{- else if .Values.postgres.pgbouncer.enabled -}}
- to: {{- include "discover.peer" (list . "pgbouncer") | nindent 4 }}
  ports: {{- include "discover.ports" (list 6432) | nindent 4 }}
{{- end -}}
{{- end -}}

{{- define "discover.egress.postgresPrimary" -}}
{{- if eq .Values.postgres.mode "cluster" -}}
- to:
    - podSelector:
        matchLabels: { cnpg.io/cluster: {{ include "discover.name" (list . "postgres") }} }
  ports: {{- include "discover.ports" (list 5432) | nindent 4 }}
{{- else -}}
{{- include "discover.egress.foreign" .Values.networkPolicy.postgres -}}
{{- end -}}
{{- end -}}

{{/* (root, what) → the components that use it, as peers: workloads by their `uses`, and those given */}}
{{- define "discover.usersOf" -}}
{{- $root := index . 0 -}}
{{- $what := index . 1 -}}
{{- range $name, $_ := $root.Values.workloads -}}
{{- $workload := include "discover.workload" (list $root $name) | fromYaml -}}
{{- if and $workload.enabled (has $what $workload.uses) }}
{{ include "discover.peer" (list $root $name) }}
{{- end -}}
{{- end -}}
{{- end -}}
