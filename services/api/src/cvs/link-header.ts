import type { FastifyReply } from 'fastify';

/** The header `Link` (RFC 8288): the first page of a list by the same query, and the next if there is one. */
export function pageLinks(
  reply: FastifyReply,
  path: string,
  query: Readonly<Record<string, string | number | boolean | undefined>>,
  nextCursor: string | null,
): void {
  const link = (relation: string, cursor?: string) => {
    const parameters = new URLSearchParams();
    const values: typeof query = { ...query, cursor };
    for (const [name, value] of Object.entries(values)) if (value !== undefined) parameters.set(name, String(value));
    return `<${path}?${parameters.toString()}>; rel="${relation}"`;
  };
  void reply.header('link', [link('first'), ...(nextCursor === null ? [] : [link('next', nextCursor)])].join(', '));
}
