// Before the end-to-end tests of one Jest run: the whole platform, as `npm start` runs it. Plain JavaScript, because Jest
// does not transform what a global set-up imports: it uses the build.
import { startPlatform } from '@discover/e2e';

export default async function setUp() {
  // A platform that runs elsewhere, for the tests that need nothing but its address (tools/docker).
  if (process.env.E2E_URL !== undefined) return;
  const platform = await startPlatform();
  process.env.E2E_URL = platform.url;
  process.env.E2E_DATABASE_URL = platform.databaseUrl;
  process.env.E2E_MANAGEMENT_PORTS = JSON.stringify(platform.managementPorts);
  process.env.E2E_FOLDER = platform.folder;
  globalThis.stopDiscoverPlatform = () => platform.stop();
}
