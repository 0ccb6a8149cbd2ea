import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { podOf, type Container, type Manifest, type PodSpec, type Variable } from '../manifest.js';
import { docker, MARK } from './docker.js';

export interface RunningPod {
  readonly name: string;
  readonly address: string;
  readonly spec: PodSpec;
}

/**
 * Runs the pods of rendered objects as containers of Docker: environment with Secrets, command, user, read-only root,
 * capabilities, memory, ConfigMaps, /tmp. What a kubelet does beyond that (probes, hooks of the life cycle) is the caller's.
 */
export class StandInKubelet {
  constructor(
    private readonly manifests: readonly Manifest[],
    /** `<Secret>/<key>` → value */
    private readonly secrets: Readonly<Record<string, string>>,
    private readonly folder: string,
  ) {}

  /** Starts the first container of a pod and leaves it running. */
  async start(manifest: Manifest, name: string, aliases: readonly string[] = []): Promise<RunningPod> {
    const spec = specOf(manifest);
    const options = ['--detach', ...aliases.flatMap((alias) => ['--network-alias', alias])];
    await this.run(spec, spec.containers[0]!, name, options);
    const format = `{{(index .NetworkSettings.Networks "${MARK}").IPAddress}}`;
    return { name, spec, address: await docker('inspect', '--format', format, `${MARK}-${name}`) };
  }

  /** Runs a container of a pod to its end and gives what it said. @throws Error if it did not end with 0 */
  async finish(manifest: Manifest, container: Container, name: string): Promise<string> {
    return this.run(specOf(manifest), container, name, ['--rm']);
  }

  /**
   * As at the deletion of a pod: SIGTERM (what the image takes for it), and the end by force after its grace.
   *
   * @returns the exit code and how long it took
   */
  async stop({ name, spec }: RunningPod): Promise<{ code: number; seconds: number }> {
    const began = Date.now();
    await docker('stop', '--time', String(spec.terminationGracePeriodSeconds ?? 30), `${MARK}-${name}`);
    const code = Number(await docker('inspect', '--format', '{{.State.ExitCode}}', `${MARK}-${name}`));
    return { code, seconds: (Date.now() - began) / 1000 };
  }

  private async run(pod: PodSpec, container: Container, name: string, options: readonly string[]): Promise<string> {
    const env = this.environmentOf(container.env ?? []);
    const { runAsUser, runAsGroup } = pod.securityContext as { runAsUser: number; runAsGroup: number };
    const memory = container.resources?.limits?.memory?.replace('Gi', 'g').replace('Mi', 'm');
    const [program, ...args] = [...(container.command ?? []), ...(container.args ?? [])].map((text) =>
      expand(text, env),
    );
    return docker(
      'run',
      ...['--name', `${MARK}-${name}`, '--network', MARK, '--label', MARK],
      ...['--read-only', '--cap-drop', 'ALL', '--security-opt', 'no-new-privileges'],
      ...['--user', `${runAsUser}:${runAsGroup}`],
      ...(memory === undefined ? [] : ['--memory', memory]),
      ...options,
      ...Object.entries(env).flatMap(([key, value]) => ['--env', `${key}=${value}`]),
      ...(await this.mountsOf(pod, container)),
      ...(container.command && program !== undefined ? ['--entrypoint', program] : []),
      container.image,
      ...(container.command || program === undefined ? args : [program, ...args]),
    );
  }

  private environmentOf(variables: readonly Variable[]): Record<string, string> {
    const env: Record<string, string> = {};
    for (const { name, value, valueFrom } of variables) {
      const reference = valueFrom?.secretKeyRef;
      const found = reference ? this.secrets[`${reference.name}/${reference.key}`] : expand(value ?? '', env);
      if (found !== undefined) env[name] = found;
      else if (reference?.optional !== true) throw new Error(`There is no secret ${JSON.stringify(reference)}.`);
    }
    return env;
  }

  private async mountsOf(pod: PodSpec, container: Container): Promise<string[]> {
    const mounts = (container.volumeMounts ?? []) as readonly { name: string; mountPath: string }[];
    const options = await Promise.all(
      mounts.map(async ({ name, mountPath }) => {
        const volume = pod.volumes?.find((candidate) => candidate.name === name);
        const configMap = (volume?.configMap as { name: string } | undefined)?.name;
        // What is no ConfigMap is an emptyDir or a claim: gone with the container here.
        if (configMap === undefined) return ['--tmpfs', `${mountPath}:mode=1777,uid=1000,gid=1000`];
        return ['--volume', `${await this.unpack(configMap)}:${mountPath}:ro`];
      }),
    );
    return options.flat();
  }

  private async unpack(configMap: string): Promise<string> {
    const path = join(this.folder, configMap);
    await mkdir(path, { recursive: true });
    const found = this.manifests.find(({ kind, metadata }) => kind === 'ConfigMap' && metadata.name === configMap);
    for (const [file, text] of Object.entries(found?.data ?? {})) await writeFile(join(path, file), text);
    return path;
  }
}

function specOf(manifest: Manifest): PodSpec {
  const spec = podOf(manifest);
  if (!spec) throw new Error(`${manifest.kind} ${manifest.metadata.name} has no pods.`);
  return spec;
}

/** $(NAME) as Kubernetes replaces it: by what stands before; otherwise it stays. */
function expand(text: string, env: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\$\((\w+)\)/g, (reference, name: string) => env[name] ?? reference);
}
