/**
 * Routes that cost more than others and so have a limit of their own beside the ordinary one. `expensive`: work for the
 * parser or renderer, by person. `auth`: a password is hashed, by address. `unlimited`: the load balancer asks it.
 */
export type RouteClass = 'ordinary' | 'unlimited' | 'expensive' | 'auth';

export const ROUTE_CLASSES: Readonly<Record<string, RouteClass>> = {
  'GET /health/live': 'unlimited',
  'GET /health/ready': 'unlimited',
  'POST /api/v1/parse': 'expensive',
  'POST /api/v1/render': 'expensive',
  'POST /api/v1/imports': 'expensive',
  'POST /api/v1/cvs/import': 'expensive',
  'POST /api/v1/cvs/:id/renders': 'expensive',
  'POST /api/v1/auth/register': 'auth',
  'POST /api/v1/auth/login': 'auth',
  'POST /api/v1/auth/refresh': 'auth',
  'PUT /api/v1/me/password': 'auth',
  'DELETE /api/v1/me': 'auth',
};

/** @param pattern the route's path as it was registered */
export function classOf(method: string, pattern: string | undefined): RouteClass {
  return ROUTE_CLASSES[`${method} ${pattern ?? ''}`] ?? 'ordinary';
}
