import { PLANS, ROLES } from '@discover/contracts';
import { z } from 'zod';

const email = z
  .email('This must be an e-mail address.')
  .max(254)
  .transform((value) => value.toLowerCase());

// Length is what makes a password strong; no rule about kinds of characters (NIST SP 800-63B).
const newPassword = z
  .string()
  .min(10, 'A password has at least 10 characters.')
  .max(200, 'A password has at most 200 characters.');
const currentPassword = z.string().max(200);
const name = z.string().trim().min(1, 'A name is needed.').max(200);

export const RegisterRequest = z.strictObject({ email, password: newPassword, name });
export type RegisterRequest = z.infer<typeof RegisterRequest>;

export const LoginRequest = z.strictObject({ email, password: currentPassword });
export type LoginRequest = z.infer<typeof LoginRequest>;

export const RefreshRequest = z.strictObject({ refreshToken: z.string().max(200) });
export type RefreshRequest = z.infer<typeof RefreshRequest>;

export const ChangeAccountRequest = z.strictObject({ name });
export type ChangeAccountRequest = z.infer<typeof ChangeAccountRequest>;

export const ChangePasswordRequest = z.strictObject({ currentPassword, newPassword });
export type ChangePasswordRequest = z.infer<typeof ChangePasswordRequest>;

export const CloseAccountRequest = z.strictObject({ password: currentPassword });
export type CloseAccountRequest = z.infer<typeof CloseAccountRequest>;

export const UserId = z.uuid('This is not the id of an account.');

export const FindUsersQuery = z.strictObject({ email });
export type FindUsersQuery = z.infer<typeof FindUsersQuery>;

export const ChangeUserRequest = z
  .strictObject({ role: z.enum(ROLES).exactOptional(), plan: z.enum(PLANS).exactOptional() })
  .refine((change) => Object.keys(change).length > 0, 'Name at least one of `role` and `plan`.');
export type ChangeUserRequest = z.infer<typeof ChangeUserRequest>;

export const UserView = z
  .object({
    id: z.uuid(),
    email: z.string(),
    name: z.string(),
    role: z.enum(ROLES),
    plan: z.enum(PLANS),
    homeRegion: z.string(),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'User' });
export type UserView = z.infer<typeof UserView>;

export const UsersView = z
  .object({ items: z.array(UserView).describe('At most one: an e-mail has one account.') })
  .meta({ id: 'Users' });
export type UsersView = z.infer<typeof UsersView>;

export const TokensView = z
  .object({
    user: UserView,
    accessToken: z.string().describe('Sent as `Authorization: Bearer …`.'),
    refreshToken: z.string().describe('Good for one refresh, which gives the next.'),
    expiresIn: z.number().int().describe('Seconds until the access token expires.'),
  })
  .meta({ id: 'Tokens' });
export type TokensView = z.infer<typeof TokensView>;
