import { AppError } from '@discover/contracts';
import { errors, jwtVerify, SignJWT } from 'jose';
import { LRUCache } from 'lru-cache';

/** What an access token says. Role and plan are not in it: they are the session's, so that a change of them counts at once. */
export interface AccessClaims {
  userId: string;
  sessionId: string;
  /** Seconds since 1970. */
  expiresAt: number;
}

const ISSUER = 'discover';
/** Tokens whose signature was verified already: verifying costs more than the whole rest of a cached read. */
const REMEMBERED = 20_000;

/** Access tokens: JWT signed by HS256, since only this service signs and reads them. */
export class AccessTokens {
  private readonly key: Uint8Array;
  private readonly known = new LRUCache<string, AccessClaims>({ max: REMEMBERED });

  constructor(
    secret: string,
    readonly lifetimeSeconds: number,
  ) {
    this.key = new TextEncoder().encode(secret);
  }

  async sign(userId: string, sessionId: string): Promise<string> {
    return new SignJWT({ sid: sessionId })
      .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
      .setIssuer(ISSUER)
      .setSubject(userId)
      .setIssuedAt()
      .setExpirationTime(`${this.lifetimeSeconds}s`)
      .sign(this.key);
  }

  /** @throws AppError `token_expired` or `invalid_token` */
  async verify(token: string): Promise<AccessClaims> {
    const known = this.known.get(token);
    const claims = known ?? (await this.read(token));
    if (claims.expiresAt * 1000 <= Date.now()) throw expired();
    if (!known) this.known.set(token, claims);
    return claims;
  }

  /** What a token says that was verified before and is still good, without waiting. */
  verified(token: string): AccessClaims | undefined {
    const claims = this.known.get(token);
    return claims && claims.expiresAt * 1000 > Date.now() ? claims : undefined;
  }

  private async read(token: string): Promise<AccessClaims> {
    try {
      const { payload } = await jwtVerify(token, this.key, {
        issuer: ISSUER,
        algorithms: ['HS256'],
        requiredClaims: ['sub', 'sid', 'exp'],
      });
      return { userId: payload.sub!, sessionId: String(payload.sid), expiresAt: payload.exp! };
    } catch (error) {
      if (error instanceof errors.JWTExpired) throw expired();
      throw new AppError('invalid_token', 'Log in again: this is not an access token of ours.', { cause: error });
    }
  }
}

function expired(): AppError {
  return new AppError('token_expired', 'Use your refresh token at POST /api/v1/auth/refresh, or log in again.');
}
