// Before the end-to-end tests of one Jest run: the whole platform, as `npm start` runs it. Plain JavaScript, because Jest
// does not transform what a global set-up imports: it uses the build.
import { startPlatform } from '@discover/e2e';

export default async function setUp() {
  const platform = await startPlatform();
  process.env.E2E_URL = platform.url;
  process.env.E2E_DATABASE_URL = platform.databaseUrl;
  process.env.E2E_MANAGEMENT_PORTS = JSON.stringify(platform.managementPorts);
  process.env.E2E_FOLDER = platform.folder;
  globalThis.stopDiscoverPlatform = () => platform.stop();
}
