import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const VERSION = '1.28.2';
const SHA256 = '687d4d8bcfec48c9f7e931cf78ed061f1eeccfba55d4cdc000ba9b4d8aa46ce6';
const ARTIFACT = `org.verapdf.apps:greenfield-apps:${VERSION}`;
const COPY = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy';
const MAIN_CLASS = 'org.verapdf.apps.GreenfieldCliWrapper';
/** Of each broken rule, so many places are told. */
const PLACES = 2;

/** The standards that our PDFs declare, by veraPDF's names of them. */
export const FLAVOURS = { ua1: 'PDF/UA-1', '3a': 'PDF/A-3a' } as const;
export type Flavour = keyof typeof FLAVOURS;

/** What is missing on this machine; the message says what to install. */
export class MissingProgram extends Error {}

export interface Verdict {
  readonly file: string;
  readonly compliant: boolean;
  /** One line per broken rule: clause, what it asks, where it is broken. */
  readonly faults: readonly string[];
}

/** veraPDF, the reference validator of the PDF Association, as a program of Java. */
export class VeraPdf {
  private constructor(private readonly jar: string) {}

  /**
   * Takes it from `folder`; the first time, Maven brings it there from wherever this machine's Maven is told to look.
   * @throws MissingProgram
   */
  static open(folder: string, tell: (line: string) => void): VeraPdf {
    require('java', ['-version'], 'veraPDF needs Java 11 or newer (Debian: default-jre-headless).');
    const jar = join(folder, `greenfield-apps-${VERSION}.jar`);
    if (!existsSync(jar)) {
      require('mvn', ['--version'], `veraPDF comes through Maven (Debian: maven), or put its jar at ${jar}.`);
      tell(`Bringing veraPDF ${VERSION} to ${folder} …`);
      const args = ['--quiet', '--batch-mode', COPY, `-Dartifact=${ARTIFACT}`, `-DoutputDirectory=${folder}`];
      const { status } = spawnSync('mvn', args, { stdio: ['ignore', 'ignore', 'inherit'] });
      if (status !== 0) throw new MissingProgram(`Maven could not bring ${ARTIFACT}: see its message above.`);
    }
    const hash = createHash('sha256').update(readFileSync(jar)).digest('hex');
    if (hash !== SHA256) throw new MissingProgram(`${jar} is not veraPDF ${VERSION} as it was published: remove it.`);
    return new VeraPdf(jar);
  }

  /** Checks all PDFs of a folder against one standard, whatever they declare. */
  async check(folder: string, flavour: Flavour): Promise<Verdict[]> {
    const options = ['--flavour', flavour, '--format', 'json', '--maxfailuresdisplayed', String(PLACES), '--recurse'];
    const report = await output('java', ['-cp', this.jar, MAIN_CLASS, ...options, folder]);
    return (JSON.parse(report) as Report).report.jobs.map(verdictOf);
  }
}

interface Report {
  report: { jobs: Job[] };
}

interface Job {
  itemDetails: { name: string };
  /** Absent where the file could not even be read. */
  validationResult?: { compliant: boolean; details: { ruleSummaries: Rule[] } }[];
  taskException?: { exceptionMessage?: string };
}

interface Rule {
  clause: string;
  testNumber: number;
  description: string;
  failedChecks: number;
  checks: { errorMessage?: string; context: string }[];
}

function verdictOf({ itemDetails, validationResult, taskException }: Job): Verdict {
  const result = validationResult?.[0];
  const faults = result
    ? result.details.ruleSummaries.map(faultOf)
    : [taskException?.exceptionMessage ?? 'veraPDF could not read the file.'];
  return { file: itemDetails.name, compliant: result?.compliant ?? false, faults };
}

function faultOf({ clause, testNumber, description, failedChecks, checks }: Rule): string {
  const places = checks.map(({ errorMessage, context }) => errorMessage ?? context);
  return `${clause}-${testNumber}, ${failedChecks} times: ${description} [${places.join(' | ')}]`;
}

function require(program: string, args: readonly string[], advice: string): void {
  if (spawnSync(program, args, { stdio: 'ignore' }).status !== 0)
    throw new MissingProgram(`There is no «${program}» on the PATH. ${advice}`);
}

/** What a program writes. Its exit code is not asked: veraPDF's says whether all files conform, as its report does. */
async function output(program: string, args: readonly string[]): Promise<string> {
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const chunks: Buffer[] = [];
  for await (const chunk of child.stdout) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
