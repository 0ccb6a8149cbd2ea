// The image's health check: whether the service in this container should get work. Docker has no client of its own, and
// the image needs no shell.
const PORTS = { api: 9464, parser: 9465, render: 9466, jobs: 9467 };

const { SERVICE = '' } = process.env;
const port = process.env[`${SERVICE.toUpperCase()}_METRICS_PORT`] ?? PORTS[SERVICE];
// The migrator listens on nothing; it is well as long as it runs.
if (port !== undefined) {
  const answer = await fetch(`http://127.0.0.1:${port}/health/ready`, { signal: AbortSignal.timeout(4_000) });
  if (!answer.ok) console.error(await answer.text());
  process.exitCode = answer.ok ? 0 : 1;
}
