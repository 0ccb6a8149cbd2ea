import {
  advise,
  Database,
  explainGeneric,
  findStatementsToPlan,
  nodesOf,
  readMemory,
  readTableFacts,
  storePlan,
  type PlanNode,
  type SlowStatement,
} from '@discover/database';
import { Injectable } from '@nestjs/common';

/** Statements of one run; the others are looked at by the next. */
const MOST = 100;

/** Takes the plans of slow statements, and what they advise: here, and never in the request that was slow. */
@Injectable()
export class PlansService {
  constructor(private readonly database: Database) {}

  /** Answers how many were looked at. */
  async planSlow(): Promise<number> {
    const due = await this.database.readPrimary('analysis', (handle) => findStatementsToPlan(handle, MOST));
    for (const statement of due) await this.look(statement);
    return due.length;
  }

  private async look(statement: SlowStatement): Promise<void> {
    const { plan, planError } = await this.plan(statement.text);
    const { query, release, seen } = statement;
    await this.database.transaction(null, async (handle) => {
      const names = plan === null ? [] : nodesOf(plan).flatMap((node) => node['Relation Name'] ?? []);
      const tables = await readTableFacts(handle, [...new Set(names)]);
      const advice = advise(plan, seen, { tables, memory: await readMemory(handle) });
      await storePlan(handle, { query, release, plan, planError, advice });
    });
  }

  /** In a transaction of its own, which an error ends: a statement of an older release may name what is gone. */
  private async plan(text: string | null): Promise<{ plan: PlanNode | null; planError: string | null }> {
    if (text === null) return { plan: null, planError: null };
    try {
      const plan = await this.database.transaction(null, (handle) => explainGeneric(handle, text));
      return { plan, planError: null };
    } catch (error) {
      const { code } = error as { code?: unknown };
      // Without a SQLSTATE it is not the statement that is at fault, and the run is tried again.
      if (typeof code !== 'string' || !/^[0-9A-Z]{5}$/.test(code)) throw error;
      return { plan: null, planError: code };
    }
  }
}
