import { createDiscoverClient, type DiscoverClient, type Schemas } from '@discover/client';

interface Tokens {
  accessToken: string;
  refreshToken: string;
}

/** Of this tab alone, and gone with it. */
const KEPT = 'discover:operator';

/** An administrator's log-in. */
export class Session {
  readonly client: DiscoverClient;
  private tokens: Tokens | null;

  /** @param onEnd called when the log-in has ended and cannot be prolonged */
  constructor(private readonly onEnd: () => void) {
    this.tokens = kept();
    this.client = createDiscoverClient({
      origin: location.origin,
      token: () => this.tokens?.accessToken ?? null,
      refresh: () => this.refresh(),
    });
  }

  get open(): boolean {
    return this.tokens !== null;
  }

  /** Answers what is wrong, or null. */
  async logIn(email: string, password: string): Promise<string | null> {
    const { data, error } = await this.client.POST('/api/v1/auth/login', { body: { email, password } });
    if (!data) return (error as Schemas['Problem'] | undefined)?.detail ?? 'The platform cannot be reached.';
    if (data.user.role !== 'admin') return 'This page is for administrators.';
    this.keep(data);
    return null;
  }

  end(): void {
    this.keep(null);
    this.onEnd();
  }

  async logOut(): Promise<void> {
    await this.client.POST('/api/v1/auth/logout').catch(() => undefined);
    this.end();
  }

  private async refresh(): Promise<boolean> {
    const refreshToken = this.tokens?.refreshToken;
    if (refreshToken === undefined) return false;
    const { data } = await this.client.POST('/api/v1/auth/refresh', { body: { refreshToken } });
    if (data) this.keep(data);
    return data !== undefined;
  }

  private keep(tokens: Tokens | null): void {
    this.tokens = tokens && { accessToken: tokens.accessToken, refreshToken: tokens.refreshToken };
    if (this.tokens) sessionStorage.setItem(KEPT, JSON.stringify(this.tokens));
    else sessionStorage.removeItem(KEPT);
  }
}

function kept(): Tokens | null {
  const text = sessionStorage.getItem(KEPT);
  return text === null ? null : (JSON.parse(text) as Tokens);
}
