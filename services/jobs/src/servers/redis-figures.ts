/** What a Redis says of itself by INFO. */
export interface RedisFigures {
  startedAt: number;
  memoryUsed: number;
  /** `maxmemory`, or the memory of its machine if it has none. */
  memoryMax: number;
  connected: number;
  blocked: number;
  maxClients: number;
  hits: number;
  misses: number;
  evicted: number;
  expired: number;
  commands: number;
  rejected: number;
  keys: number;
  noEviction: boolean;
  aofEnabled: boolean;
  aofOk: boolean;
}

/**
 * @param info the answer to INFO, all sections
 * @param now seconds since 1970
 */
export function redisFigures(info: string, now: number): RedisFigures {
  const fields = new Map(info.split(/\r?\n/).map((line) => line.split(/:(.*)/s, 2) as [string, string]));
  const number = (name: string) => Number(fields.get(name) ?? 0);
  const keys = [...fields]
    .filter(([name]) => /^db\d+$/.test(name))
    .map(([, counts]) => Number(/keys=(\d+)/.exec(counts)?.[1] ?? 0));
  return {
    startedAt: now - number('uptime_in_seconds'),
    memoryUsed: number('used_memory'),
    memoryMax: number('maxmemory') || number('total_system_memory'),
    connected: number('connected_clients'),
    blocked: number('blocked_clients'),
    maxClients: number('maxclients'),
    hits: number('keyspace_hits'),
    misses: number('keyspace_misses'),
    evicted: number('evicted_keys'),
    expired: number('expired_keys'),
    commands: number('total_commands_processed'),
    rejected: number('rejected_connections'),
    keys: keys.reduce((sum, count) => sum + count, 0),
    noEviction: fields.get('maxmemory_policy') === 'noeviction',
    aofEnabled: fields.get('aof_enabled') === '1',
    aofOk: fields.get('aof_last_write_status') === 'ok' && fields.get('aof_last_bgrewrite_status') === 'ok',
  };
}
