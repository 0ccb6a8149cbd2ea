{{/* (root, name, workload) → the annotations of its pods: what is mounted is part of them, so that a change of it rolls them */}}
{{- define "discover.podAnnotations" -}}
{{- $annotations := dict -}}
{{- range $file := (index . 2).files | default list -}}
{{- $_ := set $annotations (printf "checksum/%s" $file) (include (printf "discover.file.%s" $file) (index $ 0) | sha256sum) -}}
{{- end -}}
{{- range $key, $value := (index . 2).podAnnotations -}}{{- $_ := set $annotations $key $value -}}{{- end -}}
{{- with $annotations -}}{{- toYaml . -}}{{- end -}}
{{- end -}}

{{/* (root, name, workload) → the spec of its pods */}}
{{- define "discover.podSpec" -}}
{{- $root := index . 0 -}}
{{- $name := index . 1 -}}
{{- $workload := index . 2 -}}
serviceAccountName: {{ include "discover.name" (list $root $name) }}
{{ include "discover.podBasics" (list $root $workload) }}
{{- with $workload.shutdown }}
terminationGracePeriodSeconds: {{ add .drainSeconds .graceSeconds 10 }}
{{- end }}
{{- with $workload.topologySpread }}
topologySpreadConstraints:
  {{- range . }}
  - {{ toYaml . | nindent 4 | trim }}
    matchLabelKeys: [pod-template-hash]
    labelSelector:
      matchLabels: {{- include "discover.selector" (list $root $name) | nindent 8 }}
  {{- end }}
{{- end }}
{{- with $workload.affinity }}
affinity: {{- toYaml . | nindent 2 }}
{{- end }}
{{- if $workload.waitsForSchema }}
initContainers:
  - name: schema
    image: {{ include "discover.image" (list $root "migrator" "") }}
    imagePullPolicy: {{ $root.Values.image.pullPolicy }}
    args: [wait]
    env: {{- include "discover.environment" (list $root "schema" (dict "uses" (list "postgres") "resources" $root.Values.migrations.resources)) | trim | nindent 6 }}
    resources: {{- toYaml $root.Values.migrations.resources | nindent 6 }}
    {{- with $workload.securityContext }}
    securityContext: {{- toYaml . | nindent 6 }}
    {{- end }}
{{- end }}
containers:
  - name: {{ $name }}
    image: {{ include "discover.image" (list $root $name $workload.imageOverride) }}
    imagePullPolicy: {{ $root.Values.image.pullPolicy }}
    {{- with $workload.command }}
    command: {{- toYaml . | nindent 6 }}
    {{- end }}
    {{- with include "discover.environment" (list $root $name $workload) | trim }}
    env: {{- . | nindent 6 }}
    {{- end }}
    {{- with $workload.ports }}
    ports:
      {{- range $port, $number := . }}
      - { name: {{ $port }}, containerPort: {{ $number }}, protocol: TCP }
      {{- end }}
    {{- end }}
    {{- with $workload.probes }}
    {{- range $probe, $spec := . }}
    {{- if not (or $spec.httpGet $spec.tcpSocket $spec.exec $spec.grpc) }}
    {{- $path := ternary $workload.health.ready $workload.health.live (eq $probe "readiness") }}
    {{- $_ := set $spec "httpGet" (dict "path" $path "port" $workload.health.port) }}
    {{- end }}
    {{ $probe }}Probe: {{- toYaml $spec | nindent 6 }}
    {{- end }}
    {{- end }}
    {{- with $workload.lifecycle }}
    lifecycle: {{- toYaml . | nindent 6 }}
    {{- end }}
    {{- with $workload.resources }}
    resources: {{- toYaml . | nindent 6 }}
    {{- end }}
    {{- with $workload.securityContext }}
    securityContext: {{- toYaml . | nindent 6 }}
    {{- end }}
    volumeMounts:
      - { name: tmp, mountPath: /tmp }
      {{- range $workload.files }}
      - { name: {{ . }}, mountPath: /etc/{{ . }}, readOnly: true }
      {{- end }}
      {{- if include "discover.tlsAt" (list $root $name) }}
      - { name: tls, mountPath: /etc/edge-tls, readOnly: true }
      {{- end }}
volumes:
  - name: tmp
    emptyDir: { sizeLimit: {{ $workload.tmpSizeLimit }} }
  {{- range $workload.files }}
  - name: {{ . }}
    configMap: { name: {{ include "discover.name" (list $root .) }} }
  {{- end }}
  {{- if include "discover.tlsAt" (list $root $name) }}
  - name: tls
    secret: { secretName: {{ $root.Values.edge.tlsSecretName }} }
  {{- end }}
{{- end -}}

{{/* (root, workload) → what every pod of ours has: no token, hardened, its place */}}
{{- define "discover.podBasics" -}}
{{- $root := index . 0 -}}
{{- $workload := index . 1 -}}
automountServiceAccountToken: false
enableServiceLinks: false
{{- with $root.Values.image.pullSecrets }}
imagePullSecrets:
  {{- range . }}
  - name: {{ . }}
  {{- end }}
{{- end }}
{{- with $workload.podSecurityContext }}
securityContext: {{- toYaml . | nindent 2 }}
{{- end }}
{{- with $workload.priorityClassName }}
priorityClassName: {{ . }}
{{- end }}
{{- with $workload.nodeSelector }}
nodeSelector: {{- toYaml . | nindent 2 }}
{{- end }}
{{- with $workload.tolerations }}
tolerations: {{- toYaml . | nindent 2 }}
{{- end }}
{{- end -}}

{{/* (root, name) → "true" if TLS ends in this workload */}}
{{- define "discover.tlsAt" -}}
{{- if and (eq (index . 1) "edge") (index . 0).Values.edge.tlsSecretName -}}true{{- end -}}
{{- end -}}

{{/* (root, workload) → the ports that others than monitoring may ask, as YAML */}}
{{- define "discover.servingPorts" -}}
{{- values (omit (index . 1).ports "management") | sortAlpha | toYaml -}}
{{- end -}}
