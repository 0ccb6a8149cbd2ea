/** What the tests read of the objects that a chart renders; fields that a kind does not have are undefined. */
export interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly labels?: Readonly<Record<string, string>>;
    readonly annotations?: Readonly<Record<string, string>>;
  };
  readonly spec?: ManifestSpec;
  readonly data?: Readonly<Record<string, string>>;
}

export interface ManifestSpec {
  readonly replicas?: number;
  readonly selector?: Selector & Readonly<Record<string, unknown>>;
  readonly template?: {
    readonly metadata?: { labels?: Record<string, string>; annotations?: Record<string, string> };
    readonly spec: PodSpec;
  };
  readonly [field: string]: unknown;
}

export interface Selector {
  readonly matchLabels?: Readonly<Record<string, string>>;
}

export interface PodSpec {
  readonly serviceAccountName?: string;
  readonly automountServiceAccountToken?: boolean;
  readonly terminationGracePeriodSeconds?: number;
  readonly securityContext?: Readonly<Record<string, unknown>>;
  readonly topologySpreadConstraints?: readonly Readonly<Record<string, unknown>>[];
  readonly initContainers?: readonly Container[];
  readonly containers: readonly Container[];
  readonly volumes?: readonly Readonly<Record<string, unknown> & { name: string }>[];
  readonly [field: string]: unknown;
}

export interface Container {
  readonly name: string;
  readonly image: string;
  readonly command?: readonly string[];
  readonly args?: readonly string[];
  readonly env?: readonly Variable[];
  readonly ports?: readonly { readonly name: string; readonly containerPort: number }[];
  readonly resources?: { requests?: Record<string, string>; limits?: Record<string, string> };
  readonly securityContext?: Readonly<Record<string, unknown>>;
  readonly [field: string]: unknown;
}

export interface Variable {
  readonly name: string;
  readonly value?: string;
  readonly valueFrom?: {
    readonly secretKeyRef?: { readonly name: string; readonly key: string; readonly optional?: boolean };
  };
}

/** The pods that an object makes: its template, or itself. */
export function podOf(manifest: Manifest): PodSpec | undefined {
  return manifest.kind === 'Pod' ? (manifest.spec as unknown as PodSpec) : manifest.spec?.template?.spec;
}

/** The labels of the pods that an object makes. */
export function podLabelsOf(manifest: Manifest): Readonly<Record<string, string>> {
  return (manifest.kind === 'Pod' ? manifest.metadata.labels : manifest.spec?.template?.metadata?.labels) ?? {};
}
