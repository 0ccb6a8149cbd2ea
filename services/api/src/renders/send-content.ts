import type { RenderFit } from '@discover/contracts';
import type { FastifyReply } from 'fastify';

import type { HandedOver, RenderContent } from './renders.service.js';

/** Sends an object, or bytes, as the answer. It is shown in the browser; saved, it has the given name. */
export function sendContent(reply: FastifyReply, content: RenderContent | HandedOver, fileName: string): void {
  if (content.fit) void reply.header('render-fit', fitHeader(content.fit));
  void reply
    .header('content-type', content.contentType)
    .header('content-length', content.size)
    .header('content-disposition', `inline; filename="${fileName}"`)
    // A rendered page runs no script and asks nobody, whatever a document may have brought along.
    .header(
      'content-security-policy',
      "default-src 'none'; style-src 'unsafe-inline'; img-src data: https:; font-src data:; sandbox allow-popups",
    )
    .send('bytes' in content ? content.bytes : content.stream);
}

/** A dictionary of RFC 9651: `pages=1, font-size=9.2, asked-font-size=10, spacing=0.8`. */
function fitHeader({ pages, fontSize, askedFontSize, spacing }: RenderFit): string {
  return `pages=${pages}, font-size=${fontSize}, asked-font-size=${askedFontSize}, spacing=${spacing}`;
}
