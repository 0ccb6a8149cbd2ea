import { z } from 'zod';

const email = z
  .email('This must be an e-mail address.')
  .max(254)
  .transform((value) => value.toLowerCase());

export const RegisterRequest = z.strictObject({
  email,
  // Length is what makes a password strong; no rule about kinds of characters (NIST SP 800-63B).
  password: z
    .string()
    .min(10, 'A password has at least 10 characters.')
    .max(200, 'A password has at most 200 characters.'),
  name: z.string().trim().min(1, 'A name is needed.').max(200),
});
export type RegisterRequest = z.infer<typeof RegisterRequest>;

export const LoginRequest = z.strictObject({ email, password: z.string().max(200) });
export type LoginRequest = z.infer<typeof LoginRequest>;

export const RefreshRequest = z.strictObject({ refreshToken: z.string().max(200) });
export type RefreshRequest = z.infer<typeof RefreshRequest>;

export const UserView = z
  .object({
    id: z.uuid(),
    email: z.string(),
    name: z.string(),
    role: z.enum(['user', 'admin']),
    plan: z.enum(['free', 'premium']),
    homeRegion: z.string(),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'User' });
export type UserView = z.infer<typeof UserView>;

export const TokensView = z
  .object({
    user: UserView,
    accessToken: z.string().describe('Sent as `Authorization: Bearer …`.'),
    refreshToken: z.string().describe('Good for one refresh, which gives the next.'),
    expiresIn: z.number().int().describe('Seconds until the access token expires.'),
  })
  .meta({ id: 'Tokens' });
export type TokensView = z.infer<typeof TokensView>;
