{{/*
Names. `fullname` is at most 40 characters, so that the longest name made of it (`<fullname>-redis-cache`, 52) leaves the room
that StatefulSets need for the hash of a revision within the 63 of a label. A longer one is cut and ends with a hash of the
whole, so that two releases never share a name.
*/}}
{{- define "discover.fullname" -}}
{{- $name := .Values.fullnameOverride -}}
{{- if not $name -}}
{{- $name = ternary .Chart.Name (printf "%s-%s" .Release.Name .Chart.Name) (eq .Chart.Name .Release.Name) -}}
{{- end -}}
{{- if gt (len $name) 40 -}}
{{- printf "%s-%s" (trunc 31 $name | trimSuffix "-") (sha256sum $name | trunc 8) -}}
{{- else -}}
{{- $name -}}
{{- end -}}
{{- end -}}

{{/* (root, component) → the name of the component's objects */}}
{{- define "discover.name" -}}
{{- printf "%s-%s" (include "discover.fullname" (index . 0)) (index . 1) -}}
{{- end -}}

{{/* (root, component) → what selects its pods. Never changes: a selector is immutable. */}}
{{- define "discover.selector" -}}
app.kubernetes.io/name: {{ (index . 0).Chart.Name }}
app.kubernetes.io/instance: {{ (index . 0).Release.Name }}
app.kubernetes.io/component: {{ index . 1 }}
{{- end -}}

{{/* (root, component) → the labels of its objects */}}
{{- define "discover.labels" -}}
{{- $root := index . 0 -}}
{{ include "discover.selector" . }}
app.kubernetes.io/part-of: discover
app.kubernetes.io/managed-by: {{ $root.Release.Service }}
app.kubernetes.io/version: {{ $root.Values.image.tag | default $root.Chart.AppVersion | trunc 63 | quote }}
helm.sh/chart: {{ printf "%s-%s" $root.Chart.Name $root.Chart.Version | replace "+" "_" | trunc 63 }}
{{- end -}}

{{/* (root, name of the image, replacement) → the reference */}}
{{- define "discover.image" -}}
{{- $image := (index . 0).Values.image -}}
{{- index . 2 | default (printf "%s/%s:%s" $image.prefix (index . 1) ($image.tag | default (index . 0).Chart.AppVersion)) -}}
{{- end -}}

{{/*
(into, base, over): writes `base` overlaid by `over` into `into`. What `over` names wins, whatever it is: false, 0 and "" too;
null leaves the key out. Maps are merged, lists replaced. Helm's own `merge` and `default` lose falsy values.
*/}}
{{- define "discover.overlay" -}}
{{- $into := .into -}}
{{- $over := .over -}}
{{- range $key, $value := .base -}}
{{- if not (hasKey $over $key) -}}{{- $_ := set $into $key $value -}}{{- end -}}
{{- end -}}
{{- range $key, $value := $over -}}
{{- $below := get $.base $key -}}
{{- if and (kindIs "map" $value) (kindIs "map" $below) -}}
{{- $merged := dict -}}
{{- include "discover.overlay" (dict "into" $merged "base" $below "over" $value) -}}
{{- $_ := set $into $key $merged -}}
{{- else if not (kindIs "invalid" $value) -}}
{{- $_ := set $into $key $value -}}
{{- end -}}
{{- end -}}
{{- end -}}

{{/* (root, name) → the workload with the defaults below it, as YAML */}}
{{- define "discover.workload" -}}
{{- $root := index . 0 -}}
{{- $merged := dict -}}
{{- include "discover.overlay" (dict "into" $merged "base" $root.Values.defaults "over" (index $root.Values.workloads (index . 1))) -}}
{{- toYaml $merged -}}
{{- end -}}

{{/* (root, workload) → "true" if an autoscaler sets its replicas */}}
{{- define "discover.autoscaled" -}}
{{- if and (index . 0).Values.scaling.enabled (index . 1).scaling -}}true{{- end -}}
{{- end -}}

{{/* A quantity of CPU → whole CPUs, rounded up, at least 1 */}}
{{- define "discover.cpus" -}}
{{- $quantity := toString . -}}
{{- if hasSuffix "m" $quantity -}}
{{- max 1 (divf (trimSuffix "m" $quantity) 1000 | ceil | int) -}}
{{- else -}}
{{- max 1 (ceil $quantity | int) -}}
{{- end -}}
{{- end -}}

{{/* {size, storageClass} → as a claim of CloudNativePG */}}
{{- define "discover.storage" -}}
size: {{ .size }}
{{- with .storageClass }}
storageClass: {{ . }}
{{- end }}
{{- end -}}

{{- define "discover.storageEndpoint" -}}
{{- .Values.storage.endpoint | default (printf "https://s3.%s.amazonaws.com" .Values.storage.region) -}}
{{- end -}}
