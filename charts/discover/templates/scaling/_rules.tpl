{{/*
Recording rules of one release. Every series has its namespace, so that several releases may share a Prometheus. «Wishes» are
numbers of replicas; autoscalers read them with the target 1. An autoscaler HOLDS its replicas while a metric lies within its
tolerance, which for the API is from 36 % to 100 % of the target: a floor that was always told would hold four times as many.
So a wish is told only while replicas, less a step, would be fewer, and is 0 («no opinion») above that: replicas then come down
to it and stay.
*/}}
{{- define "discover.scaling.groups" -}}
- name: discover-scaling
  interval: {{ .Values.scaling.evaluationInterval }}
  rules:
    {{- include "discover.scaling.clockRules" . | nindent 4 }}
    {{- range $name := include "discover.scaling.names" . | fromYamlArray }}
    {{- include "discover.scaling.workloadRules" (list $ $name) | nindent 4 }}
    {{- end }}
{{- end -}}

{{/* The region's clock: its distance from UTC, exact also in summer, by the rules of Europe and of North America. */}}
{{- define "discover.scaling.clockRules" -}}
{{- $zone := get .Values.scaling.timeZones .Values.region.timeZone -}}
{{- if not $zone -}}
{{- fail (printf "\n\nregion.timeZone is %s, which scaling.timeZones does not tell of: add its distance from UTC and its summer time.\n" .Values.region.timeZone) -}}
{{- end -}}
{{- $standard := mulf 3600 $zone.utcOffsetHours | int -}}
- record: discover:scaling_utc_offset_seconds
  {{- if eq $zone.summerTime "none" }}
  expr: vector({{ $standard }})
  {{- else if eq $zone.summerTime "europe" }}
  # From the last Sunday of March to the last of October, 01:00 UTC. Calendars are taken an hour ago, so that the day begins then.
  expr: {{ include "discover.scaling.offset" (dict "standard" $standard "begin" -3600 "end" -3600 "first" "3" "firstSunday" 25 "last" "10" "lastSunday" 25) }}
  {{- else }}
  # From the second Sunday of March to the first of November, 02:00 on the clock of then.
  expr: {{ include "discover.scaling.offset" (dict "standard" $standard "begin" (sub $standard 7200) "end" (sub $standard 3600) "first" "3" "firstSunday" 8 "last" "11" "lastSunday" 1) }}
  {{- end }}
  labels: { namespace: {{ .Release.Namespace }} }
{{- end -}}

{{/* Day of the month less day of the week is the day of the Sunday before, or of today's. */}}
{{- define "discover.scaling.offset" -}}
{{- $begin := printf "vector(time() + %d)" .begin -}}
{{- $end := printf "vector(time() + %d)" .end -}}
{{ .standard }} + 3600 * (
{{- /**/}} (month({{ $begin }}) > bool {{ .first }}) * (month({{ $end }}) < bool {{ .last }})
{{- /**/}} + (month({{ $begin }}) == bool {{ .first }}) * ((day_of_month({{ $begin }}) - day_of_week({{ $begin }})) >= bool {{ .firstSunday }})
{{- /**/}} + (month({{ $end }}) == bool {{ .last }}) * ((day_of_month({{ $end }}) - day_of_week({{ $end }})) < bool {{ .lastSunday }}))
{{- end -}}

{{- define "discover.scaling.workloadRules" -}}
{{- $root := index . 0 -}}
{{- $name := index . 1 -}}
{{- $scaling := index $root.Values.scaling.workloads $name -}}
{{- $workload := include "discover.workload" (list $root $name) | fromYaml -}}
{{- $wishes := include "discover.scaling.wishes" $scaling | fromYamlArray -}}
{{- $own := printf "namespace=%q,service=%q" $root.Release.Namespace $name -}}
{{- $box := dict "root" $root "name" $name "scaling" $scaling "requests" $workload.resources.requests "own" $own "replicas" (printf "discover:scaling_replicas{%s}" $own) -}}
# What the autoscaler set, where kube-state-metrics runs; else the processes that Prometheus knows of.
{{ include "discover.scaling.record" (list $box "replicas" (printf "max(kube_deployment_spec_replicas{namespace=%q,deployment=%q}) or count(up{%s})" $root.Release.Namespace (include "discover.name" (list $root $name)) $own)) }}
{{- range $queue, $jobs := $scaling.pendingJobsPerReplica }}
{{ include "discover.scaling.record" (list $box "pending_jobs" (printf "max(cv_queue_jobs{namespace=%q,queue=%q,state=\"pending\"})" $root.Release.Namespace $queue) (dict "queue" $queue)) }}
{{- end }}
{{- if $scaling.requestsPerSecondBaseline }}
# None at all is 0 only while a process is there to say so.
{{ include "discover.scaling.record" (list $box "requests_per_second" (printf "sum(rate(http_request_duration_seconds_count{%s}[1m])) or 0 * sum(up{%s} == 1)" $own $own)) }}
{{- end }}
{{- with include "discover.scaling.demand" $scaling }}
# What the load of now wants, whatever there is.
{{ include "discover.scaling.record" (list $box "demand_replicas" (include . $box)) }}
{{- end }}
{{- with ternary $scaling.forecast dict (has "forecast" $wishes) }}
{{- range $week := untilStep 1 (.weeks | int | add1 | int) 1 }}
{{ include "discover.scaling.record" (list $box "expected_replicas" (include "discover.scaling.expected" (list $box $week)) (dict "week" (toString $week))) }}
{{- end }}
{{- end }}
{{- range $wish := $wishes }}
{{ include "discover.scaling.record" (list $box (printf "%s_replicas" $wish) (include (printf "discover.scaling.%s" $wish) $box)) }}
{{- end }}
{{- end -}}

{{/* (box, name, expression, further labels) → a rule */}}
{{- define "discover.scaling.record" -}}
{{- $box := index . 0 -}}
{{- $labels := dict "namespace" $box.root.Release.Namespace "service" $box.name -}}
{{- if gt (len .) 3 -}}{{- $labels = merge $labels (index . 3) -}}{{- end -}}
- record: discover:scaling_{{ index . 1 }}
  expr: {{ index . 2 | toRawJson }}
  labels: {{ toJson $labels }}
{{- end -}}

{{/* The larger of what CPU and request rate want, each at its threshold */}}
{{- define "discover.scaling.serverDemand" -}}
{{- $demands := list -}}
{{- with .scaling.cpuUtilization -}}
{{- $cores := divf (mulf . (include "discover.scaling.cores" $.requests.cpu)) 100 -}}
{{- $demands = append $demands (printf "label_replace(sum(rate(process_cpu_seconds_total{%s}[1m])) / %v, \"of\", \"cpu\", \"\", \"\")" $.own $cores) -}}
{{- end -}}
{{- if .scaling.requestsPerSecondBaseline -}}
{{- $demands = append $demands (printf "label_replace(sum(discover:scaling_requests_per_second{%s}) / %s, \"of\", \"requests\", \"\", \"\")" .own (include "discover.scaling.requestsPerReplica" .scaling)) -}}
{{- end -}}
max({{ join " or " $demands }})
{{- end -}}

{{/*
Little's law: work arriving each second is jobs × their mean time. What is pending shall be gone within `drainSeconds`, so ten slow
scans count for more than ten quick documents. A slot is a thread, one for each CPU of the request.
*/}}
{{- define "discover.scaling.queueDemand" -}}
{{- $queue := include "discover.scaling.queue" .scaling -}}
{{- $jobs := printf "namespace=%q,queue=%q" .root.Release.Namespace $queue -}}
{{- $slots := divf (mulf (include "discover.cpus" .requests.cpu) .scaling.processing.slotUtilization) 100 -}}
{{- $pending := printf "sum(discover:scaling_pending_jobs{%s,queue=%q})" .own $queue -}}
((sum(rate(cv_job_run_seconds_count{ {{- $jobs -}} }[2m])) + {{ $pending }} / {{ .scaling.processing.drainSeconds }})
{{- /**/}} * sum(rate(cv_job_run_seconds_sum{ {{- $jobs -}} }[5m])) / sum(rate(cv_job_run_seconds_count{ {{- $jobs -}} }[5m])) / {{ $slots }} >= 0) or 0 * {{ $pending }}
{{- end -}}

{{/* box, wish → the wish, or 0 where replicas less a step are as many */}}
{{- define "discover.scaling.unlessThere" -}}
{{- $box := index . 0 -}}
sum({{ index . 1 }}) * on() (sum({{ $box.replicas }}) < bool on() (sum({{ index . 1 }}) + {{ $box.scaling.step }}))
{{- end -}}

{{/* Over a threshold, a whole step is asked for. */}}
{{- define "discover.scaling.step" -}}
(sum({{ .replicas }}) + {{ .scaling.step }}) * on() (sum(discover:scaling_demand_replicas{ {{- .own -}} }) > bool on() sum({{ .replicas }}))
{{- end -}}

{{/* A pod may have several processes. Above the threshold as many as bring the mean below it; not fewer than there are until it is well below. */}}
{{- define "discover.scaling.memory" -}}
{{- $mean := printf "avg(sum by (pod, instance) (process_resident_memory_bytes{%s}))" .own -}}
{{- $request := include "discover.scaling.bytes" .requests.memory -}}
{{- $share := divf .scaling.memoryUtilization 100 -}}
{{- $low := divf .scaling.memoryScaleDownBelow 100 -}}
sum({{ .replicas }}) * on() (({{ $mean }} > {{ mulf $request $share | int64 }}) / {{ mulf $request $share | int64 }} or ({{ $mean }} > bool {{ mulf $request $low | int64 }}))
{{- end -}}

{{- define "discover.scaling.processing" -}}
{{- include "discover.scaling.unlessThere" (list . (printf "discover:scaling_demand_replicas{%s}" .own)) -}}
{{- end -}}

{{- define "discover.scaling.schedule" -}}
{{- $floor := add .scaling.minReplicas .scaling.schedule.add -}}
{{- $local := printf "(vector(time()) + on() sum(discover:scaling_utc_offset_seconds{namespace=%q}))" .root.Release.Namespace -}}
{{ $floor }} * (hour({{ $local }}) >= bool {{ .scaling.schedule.fromHour }}) * (hour({{ $local }}) < bool {{ .scaling.schedule.toHour }})
{{- /**/}} * (day_of_week({{ $local }}) >= bool {{ .scaling.schedule.fromDay }}) * (day_of_week({{ $local }}) <= bool {{ .scaling.schedule.toDay }})
{{- /**/}} * on() (sum({{ .replicas }}) < bool {{ add $floor .scaling.step }})
{{- end -}}

{{/* The mean over the weeks that there are */}}
{{- define "discover.scaling.forecast" -}}
{{- $expected := printf "avg(discover:scaling_expected_replicas{%s})" .own -}}
({{ $expected }} * on() (sum({{ .replicas }}) < bool on() ({{ $expected }} + {{ .scaling.step }}))) or 0 * sum({{ .replicas }})
{{- end -}}

{{/*
(box, week) → the most that was wanted so many weeks ago in the same minutes of the week and the `aheadMinutes` after them. «The
same» is by the region's clock: where it has been put forward or back since, the hour before or after is read.
*/}}
{{- define "discover.scaling.expected" -}}
{{- $box := index . 0 -}}
{{- $minutes := $box.scaling.forecast.aheadMinutes | int -}}
{{- $ago := sub (mul 604800 (index . 1)) (mul 60 $minutes) -}}
{{- $demand := printf "sum(max_over_time(discover:scaling_demand_replicas{%s}[%dm] offset %%ds))" $box.own $minutes -}}
{{- $clock := printf "discover:scaling_utc_offset_seconds{namespace=%q}" $box.root.Release.Namespace -}}
{{- if eq (get $box.root.Values.scaling.timeZones $box.root.Values.region.timeZone).summerTime "none" -}}
{{- printf $demand $ago -}}
{{- else -}}
{{- $readings := list -}}
{{- range $shift := list 0 3600 -3600 -}}
{{- $then := printf $demand (sub $ago $shift) -}}
{{- $readings = append $readings (printf "(%s and on() (%s - %s offset %ds == %d))" $then $clock $clock $ago $shift) -}}
{{- end -}}
{{- join " or " $readings -}}
{{- end -}}
{{- end -}}
