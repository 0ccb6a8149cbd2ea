import type { Gender } from './grammar.js';

export const LANGUAGES = ['en', 'de', 'fr', 'it', 'es'] as const;
export type Language = (typeof LANGUAGES)[number];

/** A month; a day where one is known to the month only is not needed in a CV. */
export interface Month {
  readonly year: number;
  /** 1…12 */
  readonly month: number;
}

export interface Period {
  readonly start: Month;
  /** `null`: goes on. */
  readonly end: Month | null;
}

export interface Name {
  /** «Dr.», «Prof. Dr.», before the name. */
  readonly title?: string;
  readonly given: string;
  /** With its particle. */
  readonly family: string;
  /** «MBA», «PhD», after the name. */
  readonly suffix?: string;
}

export interface Place {
  readonly city: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly region?: string;
}

export interface Address extends Place {
  readonly street?: string;
  readonly postalCode?: string;
}

export interface Profile {
  readonly network: string;
  readonly username: string;
  /** Without a scheme, as people print it. */
  readonly address: string;
}

export interface Job extends Period {
  readonly employer: string;
  readonly place: Place;
  readonly position: string;
  readonly summary?: string;
  readonly highlights: readonly string[];
}

export interface School extends Period {
  readonly institution: string;
  readonly place: Place;
  readonly degree: string;
  readonly area?: string;
  readonly score?: string;
  readonly thesis?: string;
}

export interface SkillGroup {
  readonly name: string;
  readonly items: readonly string[];
}

export interface SpokenLanguage {
  readonly name: string;
  /** CEFR level, or `native`. */
  readonly level: 'native' | 'C2' | 'C1' | 'B2' | 'B1' | 'A2' | 'A1';
}

export interface Person {
  readonly language: Language;
  readonly gender: Gender;
  readonly name: Name;
  readonly label: string;
  readonly email: string;
  /** In the notation that the person uses. */
  readonly phone: string;
  readonly address: Address;
  readonly url?: string;
  readonly profiles: readonly Profile[];
  readonly birth: { readonly year: number; readonly month: number; readonly day: number; readonly city: string };
  readonly nationality: string;
  readonly maritalStatus: string;
  readonly drivingLicence?: string;
  readonly summary?: string;
  readonly work: readonly Job[];
  readonly education: readonly School[];
  readonly skills: readonly SkillGroup[];
  readonly languages: readonly SpokenLanguage[];
  readonly certificates: readonly { readonly name: string; readonly issuer: string; readonly date: Month }[];
  readonly publications: readonly {
    readonly name: string;
    readonly publisher: string;
    readonly date: Month;
    readonly authors: string;
  }[];
  readonly projects: readonly (Period & {
    readonly name: string;
    readonly description: string;
    readonly highlights: readonly string[];
    readonly url?: string;
  })[];
  readonly awards: readonly { readonly title: string; readonly awarder: string; readonly date: Month }[];
  readonly volunteer: readonly (Period & { readonly organization: string; readonly position: string })[];
  readonly references: readonly { readonly name: string; readonly reference: string }[];
  readonly interests: readonly string[];
}
