import type { Basics, Profile, ResumeExtension } from '@discover/cv-model';
import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/core';
import phoneMetadata from 'libphonenumber-js/min/metadata';

import { Slice } from '../conservation/slice.js';
import { Sourced, type Draft } from '../conservation/sourced.js';
import type { Link, Range, TextDocument } from '../document/model.js';
import { personalLabel } from '../lexicon/index.js';
import { findWrapped } from './wrapped.js';

/** Lengths are bounded as in RFC 5321, so that no text makes the search quadratic. */
const EMAIL =
  /(?<![\p{L}\p{N}._%+'-])[\p{L}\p{N}._%+'-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){0,5}\.\p{L}{2,24}/gu;
const WHOLE_EMAIL = new RegExp(`^${EMAIL.source}$`, 'u');
const URL_TEXT =
  /(?:https?:\/\/|www\.)[^\s<>"|,;)\]]{1,2000}|(?<![\p{L}\p{N}@./-])(?:[\p{L}\p{N}-]{1,63}\.){1,6}(?:com|org|net|io|dev|me|ch|de|at|fr|it|es|uk|co|eu|app|ai|tech|edu|info|xyz|site|page|design|blog|cc|ly|in|be|nl|us|ca|gov|name|online|link|so)(?:\/[^\s<>"|,;)\]]{0,2000})?(?![\p{L}\p{N}@])/giu;
const PHONE =
  /(?<![\p{L}\p{N}.@/_-])(?:\+|00|\()?\d[\d ()./–\-\u00a0\u2003]{5,22}\d(?![\p{L}\p{N}@]|[-./]?[\p{L}\p{N}])/gu;

/** Sites on which people have a page of their own: the site's name, and where in the address the user's name stands. */
const NETWORKS: readonly { name: string; host: RegExp; user: RegExp }[] = [
  { name: 'LinkedIn', host: /(?:^|\.)linkedin\.com$/, user: /^\/(?:in|pub)\/([^/?#]+)/ },
  { name: 'GitHub', host: /^github\.com$/, user: /^\/([^/?#]+)\/?$/ },
  { name: 'GitLab', host: /^gitlab\.com$/, user: /^\/([^/?#]+)\/?$/ },
  { name: 'Twitter', host: /^(?:twitter|x)\.com$/, user: /^\/@?([^/?#]+)/ },
  { name: 'Stack Overflow', host: /^stackoverflow\.com$/, user: /^\/users\/(\d+(?:\/[^/?#]+)?)/ },
  { name: 'XING', host: /(?:^|\.)xing\.com$/, user: /^\/profile\/([^/?#]+)/ },
  { name: 'ORCID', host: /^orcid\.org$/, user: /^\/([\dX-]+)/ },
  { name: 'Google Scholar', host: /^scholar\.google\./, user: /[?&]user=([^&]+)/ },
  { name: 'Medium', host: /(?:^|\.)medium\.com$/, user: /^\/@?([^/?#]+)/ },
  { name: 'Facebook', host: /(?:^|\.)facebook\.com$/, user: /^\/([^/?#]+)/ },
  { name: 'Instagram', host: /(?:^|\.)instagram\.com$/, user: /^\/([^/?#]+)/ },
  { name: 'YouTube', host: /(?:^|\.)youtube\.com$/, user: /^\/(?:c\/|user\/|channel\/|@)?([^/?#]+)/ },
  { name: 'Behance', host: /(?:^|\.)behance\.net$/, user: /^\/([^/?#]+)/ },
  { name: 'Dribbble', host: /(?:^|\.)dribbble\.com$/, user: /^\/([^/?#]+)/ },
  { name: 'Kaggle', host: /(?:^|\.)kaggle\.com$/, user: /^\/([^/?#]+)/ },
  { name: 'LeetCode', host: /(?:^|\.)leetcode\.com$/, user: /^\/(?:u\/)?([^/?#]+)/ },
  { name: 'Mastodon', host: /^mastodon\./, user: /^\/@([^/?#]+)/ },
  { name: 'ResearchGate', host: /(?:^|\.)researchgate\.net$/, user: /^\/profile\/([^/?#]+)/ },
];
const NETWORK_LABEL =
  /\b(linkedin|git\s?hub|git\s?lab|twitter|xing|stack\s?overflow|orcid|medium|behance|dribbble|instagram|facebook|kaggle|leetcode|mastodon)\b/iu;
const HOSTS: Record<string, string> = {
  linkedin: 'https://www.linkedin.com/in/',
  github: 'https://github.com/',
  gitlab: 'https://gitlab.com/',
  twitter: 'https://twitter.com/',
  instagram: 'https://www.instagram.com/',
  behance: 'https://www.behance.net/',
  dribbble: 'https://dribbble.com/',
  kaggle: 'https://www.kaggle.com/',
  leetcode: 'https://leetcode.com/',
  facebook: 'https://www.facebook.com/',
  orcid: 'https://orcid.org/',
  xing: 'https://www.xing.com/profile/',
};

/** Of each kind. Nobody can be reached in more ways: a text that has more is a list of something else, or hostile. */
const MAX_ADDRESSES = 50;

/** What can be told from signs alone: addresses, numbers, links; and the ranges that they take up. */
export interface Reach {
  basics: Draft<Pick<Basics, 'email' | 'phone' | 'url' | 'profiles'>>;
  extension: Draft<Pick<ResumeExtension, 'emails' | 'phones'>>;
  ranges: Range[];
}

/** Reads how the person can be reached from the lines that are theirs: the head of the CV and its contact sections. */
export function readReach(source: TextDocument, own: readonly Slice[], region: CountryCode | undefined): Reach {
  const ranges: Range[] = [];
  const emails = readEmails(source, own);
  for (const email of emails) ranges.push(...email.ranges);
  const phones = unique(findPhones(own, ranges, region));
  for (const phone of phones) ranges.push(...phone.ranges);
  const { url, profiles } = findLinks(source, own, ranges);
  const basics: Reach['basics'] = {};
  if (emails[0]) basics.email = emails[0];
  if (phones[0]) basics.phone = phones[0];
  if (url) basics.url = url;
  if (profiles.length > 0) basics.profiles = profiles;
  const extension: Reach['extension'] = {};
  if (emails.length > 1) extension.emails = emails.slice(1);
  if (phones.length > 1) extension.phones = phones.slice(1);
  return { basics, extension, ranges };
}

function unique(values: Sourced[]): Sourced[] {
  return values.filter(
    (value, index) => values.findIndex((other) => other.value.toLowerCase() === value.value.toLowerCase()) === index,
  );
}

function overlaps(range: Range, others: readonly Range[]): boolean {
  return others.some((other) => range.start < other.end && range.end > other.start);
}

/** What is printed counts, unless it is broken off at a line's end and only the link has the whole address. */
function readEmails(source: TextDocument, own: readonly Slice[]): Sourced[] {
  const linked = linkedEmails(source, own);
  const wrapped = findWrapped(source, own)
    .filter(({ text }) => WHOLE_EMAIL.test(text))
    .map(({ text, slices }) => Sourced.derived(text, slices, 0.9));
  const printed = [
    ...wrapped,
    ...findEmails(own).filter((email) => !wrapped.some((whole) => overlaps(email.ranges[0], whole.ranges))),
  ];
  const whole = (email: Sourced) =>
    linked.find(
      (link) =>
        overlaps(email.ranges[0], link.ranges) &&
        link.value.length > email.value.length &&
        link.value.toLowerCase().startsWith(email.value.toLowerCase()),
    );
  const hidden = linked.filter((link) => !printed.some((email) => overlaps(email.ranges[0], link.ranges)));
  return unique([...printed.map((email) => whole(email) ?? email), ...hidden]);
}

function findEmails(own: readonly Slice[]): Sourced[] {
  const found: Sourced[] = [];
  for (const slice of own) {
    for (const { 0: text, index } of slice.raw.matchAll(EMAIL)) {
      if (found.length === MAX_ADDRESSES) return found;
      found.push(Sourced.text(slice.sub(index, index + text.length), 0.99));
    }
  }
  return found;
}

function linkedEmails(source: TextDocument, own: readonly Slice[]): Sourced[] {
  return source.links
    .filter((link) => /^mailto:/i.test(link.url) && overlaps(link, own))
    .slice(0, MAX_ADDRESSES)
    .flatMap((link) => {
      const address = decode(link.url.slice(7).split('?')[0]!);
      return WHOLE_EMAIL.test(address) ? [Sourced.derived(address, new Slice(source, link.start, link.end), 0.97)] : [];
    });
}

function findPhones(own: readonly Slice[], taken: readonly Range[], region: CountryCode | undefined): Sourced[] {
  const found: Sourced[] = [];
  for (const slice of own) {
    for (const match of slice.raw.matchAll(PHONE)) {
      const printed = withinGap(match[0], region);
      const place = slice.sub(match.index, match.index + printed.length);
      const digits = printed.replace(/\D/g, '');
      if (
        found.length === MAX_ADDRESSES ||
        digits.length < 7 ||
        digits.length > 15 ||
        overlaps(place, taken) ||
        /^\s*(?:19|20)\d\d\s?[-–/]\s?(?:(?:19|20)\d\d|\d\d)\s*$/.test(match[0]) ||
        /^\d{1,2}[./-]\d{1,2}[./-]\d{4}$/.test(match[0])
      )
        continue;
      const before = slice.raw.slice(Math.max(0, match.index - 14), match.index);
      const labelled = /(?:tel|phone|mobil|cell|fon|handy|natel|tél|móvil|portable|☎|📞|✆)[^\d]{0,8}$/iu.test(before);
      found.push(toPhone(place, printed, region, labelled));
    }
  }
  return found.sort((a, b) => b.confidence - a.confidence);
}

/** A wide space may be a justified line's, or part the number from what follows: the latter if it is no number with both. */
function withinGap(printed: string, region: CountryCode | undefined): string {
  const at = printed.indexOf('\u2003');
  if (at < 0 || printed.slice(0, at).replace(/\D/g, '').length < 7) return printed;
  const whole = parsePhoneNumberFromString(
    printed,
    region === undefined ? {} : { defaultCountry: region },
    phoneMetadata,
  );
  return whole?.isValid() ? printed : printed.slice(0, at);
}

/** E.164 where the number tells its country or the CV does and the number is possible there; else as printed. */
function toPhone(place: Slice, printed: string, region: CountryCode | undefined, labelled: boolean): Sourced {
  const international = /^\s*(?:\+|00)/.test(printed);
  const text = printed.replace(/^\s*00/, '+').replace(/\(0\)/, '');
  const country = international || region === undefined ? {} : { defaultCountry: region };
  const number = parsePhoneNumberFromString(text, country, phoneMetadata);
  if (number?.isPossible()) return Sourced.derived(number.number, place, number.isValid() ? 0.97 : 0.9);
  return Sourced.text(place, labelled ? 0.9 : 0.75);
}

interface WebAddress {
  address: string;
  slices: [Slice, ...Slice[]];
  confidence: number;
}

function findLinks(
  source: TextDocument,
  own: readonly Slice[],
  taken: Range[],
): { url: Sourced | undefined; profiles: Draft<Profile>[] } {
  const addresses: WebAddress[] = [];
  for (const link of source.links.filter((candidate) => overlaps(candidate, own)).slice(0, MAX_ADDRESSES))
    addresses.push(...fromLink(source, link));
  for (const { text, slices } of findWrapped(source, own)) {
    if (overlaps(slices[0], taken) || addresses.some((known) => overlaps(slices[0], known.slices))) continue;
    if (new RegExp(`^${URL_TEXT.source}$`, 'iu').test(text))
      addresses.push({ address: text, slices, confidence: 0.88 });
  }
  for (const slice of own) {
    if (addresses.length >= MAX_ADDRESSES) break;
    for (const match of slice.raw.matchAll(URL_TEXT)) {
      if (addresses.length >= MAX_ADDRESSES) break;
      const place = slice.sub(match.index, match.index + match[0].replace(/[.,;:]+$/, '').length);
      if (overlaps(place, taken) || addresses.some((known) => overlaps(place, known.slices))) continue;
      addresses.push({ address: place.text, slices: [place], confidence: 0.93 });
    }
    for (const find of [fromLabels, labelledSite])
      addresses.push(...find(slice, [...taken, ...addresses.flatMap((known) => known.slices)]));
  }
  let url: Sourced | undefined;
  const profiles: Draft<Profile>[] = [];
  const seen = new Set<string>();
  for (const found of addresses) {
    const key = normal(found.address);
    if (key === '' || seen.has(key)) continue;
    seen.add(key);
    taken.push(...found.slices);
    const profile = toProfile(found);
    if (profile) profiles.push(profile);
    else if (!url) url = Sourced.derived(withScheme(found.address), found.slices, found.confidence);
    else
      profiles.push({
        network: Sourced.derived(host(found.address), found.slices, 0.6),
        url: Sourced.derived(withScheme(found.address), found.slices, found.confidence - 0.2),
      });
  }
  return { url, profiles };
}

function fromLink(source: TextDocument, link: Link): WebAddress[] {
  if (!/^https?:\/\//i.test(link.url)) return [];
  const slice = new Slice(source, link.start, link.end).trim();
  if (slice.isEmpty) return [];
  const { text } = slice;
  // Where an address is printed, that is what the reader sees; the link under it may be a template's.
  const printed =
    new RegExp(`^${URL_TEXT.source}$`, 'iu').test(text) &&
    !normal(link.url).startsWith(normal(text)) &&
    host(text) === host(link.url);
  return [{ address: printed ? text : link.url, slices: [slice], confidence: 0.95 }];
}

/** «Website: name.example»: after a label any ending is one of an address. */
function labelledSite(slice: Slice, taken: readonly Range[]): WebAddress[] {
  const [, label, site] =
    slice.match(
      /(?:^|[|•·\t])\s*(\p{L}[\p{L} -]{1,20}?)\s*[:：]\s*((?:[\p{L}\p{N}-]{1,63}\.){1,5}\p{L}{2,24})(?=$|[\s/|])/u,
    )?.groups ?? [];
  if (!label || !site || personalLabel(label.text) !== 'url' || overlaps(site, taken)) return [];
  return [{ address: site.text, slices: [site], confidence: 0.9 }];
}

/** «GitHub: name», «LinkedIn: first-last» without an address. */
function fromLabels(slice: Slice, taken: readonly Range[]): WebAddress[] {
  const labelled = slice.match(
    new RegExp(`${NETWORK_LABEL.source}\\s*[:：]\\s*@?([\\p{L}\\p{N}_.-]{3,40})(?![\\p{L}\\p{N}/.])`, 'iu'),
  );
  const [, site, user] = labelled?.groups ?? [];
  if (!site || !user || overlaps(user, taken)) return [];
  const base = HOSTS[site.text.toLowerCase().replace(/\s/g, '')];
  return base === undefined ? [] : [{ address: base + user.text, slices: [user], confidence: 0.85 }];
}

function toProfile(found: WebAddress): Draft<Profile> | null {
  let parsed: URL;
  try {
    parsed = new URL(withScheme(found.address));
  } catch {
    return null;
  }
  const network = NETWORKS.find(({ host: pattern }) => pattern.test(parsed.hostname.replace(/^www\./, '')));
  if (!network) return null;
  const user = network.user.exec(parsed.pathname + parsed.search)?.[1];
  return {
    network: Sourced.derived(network.name, found.slices, 0.97),
    ...(user !== undefined && { username: Sourced.derived(decode(user), found.slices, 0.93) }),
    url: Sourced.derived(withScheme(found.address), found.slices, found.confidence),
  };
}

function withScheme(address: string): string {
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(address) ? address : `https://${address}`;
}

function host(address: string): string {
  return normal(address).split('/')[0]!;
}

function normal(address: string): string {
  return address
    .toLowerCase()
    .replace(/^[a-z]+:\/\//, '')
    .replace(/^www\./, '')
    .replace(/[?#].*$/, '')
    .replace(/\/+$/, '');
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
