import type { ObjectContent } from '@discover/object-storage';
import type { FastifyReply } from 'fastify';

/** Streams an object as the answer. It is shown in the browser; saved, it has the given name. */
export function sendContent(reply: FastifyReply, content: ObjectContent, fileName: string): void {
  void reply
    .header('content-type', content.contentType)
    .header('content-length', content.size)
    .header('content-disposition', `inline; filename="${fileName}"`)
    // A rendered page runs no script and asks nobody, whatever a document may have brought along.
    .header(
      'content-security-policy',
      "default-src 'none'; style-src 'unsafe-inline'; img-src data: https:; font-src data:; sandbox allow-popups",
    )
    .send(content.stream);
}
