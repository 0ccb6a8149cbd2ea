import type { OpenAPIObject } from '@nestjs/swagger';

/** The scheme's name in the description of the API. */
const SCHEME = 'apiKey';

/** Adds to every route that asks who calls that an API key may say so. Routes for log-ins alone answer a key with 403. */
export function describeApiKeys(document: OpenAPIObject): void {
  const components = (document.components ??= {});
  components.securitySchemes = {
    ...components.securitySchemes,
    [SCHEME]: {
      type: 'apiKey',
      in: 'header',
      name: 'X-Api-Key',
      description: 'A key of `POST /api/v1/api-keys`; it may also be sent as `Authorization: Bearer dk_…`.',
    },
  };
  for (const { get, post, put, patch, delete: remove } of Object.values(document.paths))
    for (const operation of [get, post, put, patch, remove])
      if (operation?.security?.length) operation.security = [...operation.security, { [SCHEME]: [] }];
}
