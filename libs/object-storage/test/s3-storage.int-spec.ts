import { locateS3Server, startS3 } from '@discover/testing';
import { describe, expect, it } from '@jest/globals';

import { S3Storage } from '../src/index.js';
import { describeObjectStorage } from './conformance.js';

const program = await locateS3Server();

if (program === undefined) describe.skip('S3Storage', () => it('needs Go, to build the S3 server', () => undefined));
else {
  describeObjectStorage('S3Storage', async () => {
    const server = await startS3(program);
    const storage = new S3Storage({ ...server, bucketPrefix: 'discover' });
    return {
      storage,
      fetchPresigned: async (url) => {
        const response = await fetch(url);
        const content = Buffer.from(await response.arrayBuffer());
        if (!response.ok) return null;
        const header = (name: string) => response.headers.get(name) ?? '';
        return { content, contentType: header('content-type'), disposition: header('content-disposition') };
      },
      dispose: async () => {
        storage.close();
        await server.dispose();
      },
    };
  });
}

describe('S3Storage', () => {
  const nowhere = { endpoint: 'http://127.0.0.1:9', region: 'eu-central-2', accessKeyId: 'x', secretAccessKey: 'x' };

  it('is not ready without its server, and says so in the terms of the port', async () => {
    const storage = new S3Storage({ ...nowhere, bucketPrefix: 'discover' });
    await expect(storage.check()).rejects.toMatchObject({ name: 'ObjectStorageError', code: 'unavailable' });
    await expect(storage.head('originals', 'a')).rejects.toMatchObject({ code: 'unavailable' });
    storage.close();
  });
});
