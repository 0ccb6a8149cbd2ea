{{/*
(root, group/version/Kind, what asks for it, what to do) fails where the cluster does not know a kind that was asked for:
leaving it out in silence would be found out when it is needed.
*/}}
{{- define "discover.requires" -}}
{{- $root := index . 0 -}}
{{- if not ($root.Capabilities.APIVersions.Has (index . 1)) -}}
{{- fail (printf "\n\n%s, but this cluster does not know %s.\n%s\n(Without a cluster: helm template --api-versions %s)\n" (index . 2) (index . 1) (index . 3) (index . 1)) -}}
{{- end -}}
{{- end -}}
