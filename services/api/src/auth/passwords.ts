import { hash, verify } from '@node-rs/argon2';

/** The package's `Algorithm.Argon2id`: a const enum, which isolated modules cannot name. */
const ARGON2ID = 2;

/** Argon2id with 19 MiB and 2 passes: the first recommendation of OWASP's password storage cheat sheet. */
const OPTIONS = { algorithm: ARGON2ID, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export async function hashPassword(password: string): Promise<string> {
  return hash(password, OPTIONS);
}

let nobody: Promise<string> | undefined;

/** Takes as long for an account that does not exist (`stored` null) as for a wrong password, so that neither can be told apart. */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  nobody ??= hashPassword('no account has this password');
  const matches = await verify(stored ?? (await nobody), password);
  return matches && stored !== null;
}
