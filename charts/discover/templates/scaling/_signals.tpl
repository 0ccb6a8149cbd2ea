{{/*
What autoscaler and recording rules of one workload agree on, computed from `scaling.workloads.<name>` in one place: the words
of the specification stand in values.yaml, figures that Kubernetes and Prometheus understand come out here.
*/}}

{{/* root → the names of the workloads that are scaled, as a list in YAML */}}
{{- define "discover.scaling.names" -}}
{{- $names := list -}}
{{- if .Values.scaling.enabled -}}
{{- range $name, $_ := .Values.workloads -}}
{{- $workload := include "discover.workload" (list $ $name) | fromYaml -}}
{{- if and $workload.enabled $workload.scaling -}}
{{- if not (hasKey $.Values.scaling.workloads $name) -}}
{{- fail (printf "\n\nworkloads.%s.scaling is true, but scaling.workloads.%s says nothing.\n" $name $name) -}}
{{- end -}}
{{- $names = append $names $name -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- toYaml $names -}}
{{- end -}}

{{/*
(root, name) → {tolerance, signals: [{name, target}]}. A signal is the recorded series `discover:scaling_<name>` of the workload,
which autoscalers know as `discover_scaling_<name>`; `target` is what one replica carries of it.
*/}}
{{- define "discover.scaling.autoscaler" -}}
{{- $scaling := index (index . 0).Values.scaling.workloads (index . 1) -}}
{{- $signals := list -}}
{{- if $scaling.requestsPerSecondBaseline -}}
{{- $signals = append $signals (dict "name" "requests_per_second" "target" (include "discover.scaling.requestsPerReplica" $scaling)) -}}
{{- end -}}
{{- range $queue, $jobs := $scaling.pendingJobsPerReplica -}}
{{- if $jobs -}}
{{- $signals = append $signals (dict "name" "pending_jobs" "target" (toString $jobs) "labels" (dict "queue" $queue)) -}}
{{- end -}}
{{- end -}}
{{- range $wish := include "discover.scaling.wishes" $scaling | fromYamlArray -}}
{{- $signals = append $signals (dict "name" (printf "%s_replicas" $wish) "target" "1") -}}
{{- end -}}
{{- $tolerance := "" -}}
{{- if and $scaling.cpuUtilization $scaling.cpuScaleDownBelow -}}
{{- $tolerance = subf 1 (divf $scaling.cpuScaleDownBelow $scaling.cpuUtilization) | printf "%.3f" -}}
{{- end -}}
{{- dict "tolerance" $tolerance "signals" $signals | toYaml -}}
{{- end -}}

{{/* scaling of a workload → its signals that are wishes for a number of replicas */}}
{{- define "discover.scaling.wishes" -}}
{{- $wishes := list -}}
{{- if or .cpuUtilization .requestsPerSecondBaseline -}}{{- $wishes = append $wishes "step" -}}{{- end -}}
{{- if .memoryUtilization -}}{{- $wishes = append $wishes "memory" -}}{{- end -}}
{{- if eq (include "discover.scaling.demand" .) "discover.scaling.queueDemand" -}}{{- $wishes = append $wishes "processing" -}}{{- end -}}
{{- if .schedule -}}{{- $wishes = append $wishes "schedule" -}}{{- end -}}
{{- if and .forecast (include "discover.scaling.demand" .) -}}{{- $wishes = append $wishes "forecast" -}}{{- end -}}
{{- toYaml $wishes -}}
{{- end -}}

{{/* scaling of a workload → the template of what its load wants: by CPU and requests, or by the time that its jobs take; none */}}
{{- define "discover.scaling.demand" -}}
{{- if or .cpuUtilization .requestsPerSecondBaseline -}}
discover.scaling.serverDemand
{{- else if and .processing (include "discover.scaling.queue" .) -}}
discover.scaling.queueDemand
{{- end -}}
{{- end -}}

{{/* Requests per second of one replica at which another is wanted: the share of what a replica of the baseline carries */}}
{{- define "discover.scaling.requestsPerReplica" -}}
{{- divf (mulf .requestsPerSecondBaseline .requestRateUtilization) (mulf 100 .requestsPerSecondBaselineReplicas) | floor | int -}}
{{- end -}}

{{/* The queue whose processing time counts: the only one, or none where there are several */}}
{{- define "discover.scaling.queue" -}}
{{- $queues := keys (.pendingJobsPerReplica | default dict) -}}
{{- if eq (len $queues) 1 -}}{{- first $queues -}}{{- end -}}
{{- end -}}

{{/* A quantity of CPU → cores */}}
{{- define "discover.scaling.cores" -}}
{{- $quantity := toString . -}}
{{- if hasSuffix "m" $quantity -}}{{- divf (trimSuffix "m" $quantity) 1000 -}}{{- else -}}{{- $quantity -}}{{- end -}}
{{- end -}}

{{/* A quantity of memory → bytes */}}
{{- define "discover.scaling.bytes" -}}
{{- $quantity := toString . -}}
{{- $number := regexFind "^[0-9.]+" $quantity -}}
{{- $units := dict "" 1 "k" 1000 "M" 1000000 "G" 1000000000 "T" 1000000000000 "Ki" 1024 "Mi" 1048576 "Gi" 1073741824 "Ti" 1099511627776 -}}
{{- mulf $number (get $units (trimPrefix $number $quantity)) | int64 -}}
{{- end -}}
