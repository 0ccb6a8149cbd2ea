// What `helm test` runs inside the cluster: every workload is ready and tells its figures, and a request of somebody who has
// not logged in passes through the edge, whose limits hold. Exits with 1 and says what failed.
const { EDGE_URL, MANAGEMENT_URLS } = process.env;
const TIMEOUT_MS = 10_000;
/** A scrape may fall into the moment in which an old pod goes. */
const TRIES = 5;

const checks = MANAGEMENT_URLS.split(',').flatMap((entry) => {
  const [service, url] = entry.split('=');
  return [
    [`${service} is ready`, () => expectStatus(`${url}/health/ready`, 200)],
    [
      `${service} tells its figures`,
      async () => {
        const text = await (await expectStatus(`${url}/metrics`, 200)).text();
        expect(text.includes(`service="${service}"`), `no series with service="${service}"`);
      },
    ],
  ];
});

checks.push(
  [
    'the templates are listed to anybody, through the edge',
    async () => {
      const answer = await expectStatus(`${EDGE_URL}/api/v1/templates`, 200);
      const { items } = await answer.json();
      expect(Array.isArray(items) && items.length > 0, 'there are no templates');
      expect(answer.headers.has('x-request-id'), 'no X-Request-ID');
    },
  ],
  [
    'who has not logged in is told so, as a problem',
    async () => expectProblem(await expectStatus(`${EDGE_URL}/api/v1/cvs`, 401), 401),
  ],
  [
    'the edge refuses a body that is too large',
    async () => {
      const body = JSON.stringify({ email: 'x'.repeat(2 * 1024 * 1024) });
      const headers = { 'content-type': 'application/json' };
      expectProblem(await expectStatus(`${EDGE_URL}/api/v1/auth/login`, 413, { method: 'POST', headers, body }), 413);
    },
  ],
  ['metrics and health stay inside', async () => void (await expectStatus(`${EDGE_URL}/metrics`, 404))],
);

for (const [name, check] of checks) {
  const error = await attempt(check);
  console.log(`${error === null ? 'ok    ' : 'FAILED'} ${name}${error === null ? '' : `: ${error}`}`);
  if (error !== null) process.exitCode = 1;
}

async function attempt(check) {
  let reason = null;
  for (let run = 0; run < TRIES; run++) {
    try {
      await check();
      return null;
    } catch (error) {
      reason = error.cause?.message ?? error.message;
      await new Promise((resolve) => setTimeout(resolve, 1_000));
    }
  }
  return reason;
}

async function expectStatus(url, status, options = {}) {
  const answer = await fetch(url, { ...options, signal: AbortSignal.timeout(TIMEOUT_MS) });
  expect(answer.status === status, `${url} answered ${answer.status} and not ${status}`);
  return answer;
}

function expectProblem(answer, status) {
  const type = answer.headers.get('content-type') ?? 'none';
  expect(type.startsWith('application/problem+json'), `the type of the ${status} is ${type}`);
}

function expect(holds, message) {
  if (!holds) throw new Error(message);
}
