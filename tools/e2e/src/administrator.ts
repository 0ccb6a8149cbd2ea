import pg from 'pg';

import type { Client } from './client.js';

/** Makes somebody an administrator, as an operator would the first one: by the database. Their next log-in knows. */
export async function makeAdministrator(databaseUrl: string, client: Client): Promise<void> {
  const database = new pg.Client({ connectionString: databaseUrl });
  await database.connect();
  try {
    await database.query(`UPDATE users SET role = 'admin' WHERE id = $1`, [client.userId]);
  } finally {
    await database.end();
  }
  const { body } = await client.call<{ accessToken: string }>('/auth/refresh', {
    method: 'POST',
    json: { refreshToken: client.refreshToken },
  });
  client.accessToken = body.accessToken;
}
