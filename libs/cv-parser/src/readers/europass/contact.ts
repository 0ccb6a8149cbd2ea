import type { Sourced } from '../../conservation/sourced.js';
import type { Tree } from '../../conservation/valid.js';
import { readReach } from '../../fields/contact.js';
import type { XmlElement } from '../xml.js';
import { members, type Members, type XmlValues } from './values.js';

export interface ContactElements {
  emails: XmlElement[];
  phones: Sourced[];
  websites: XmlElement[];
  /** Accounts at services: their names, and the service's. */
  accounts: { user: XmlElement; service: Sourced | undefined }[];
}

/** How to reach the person: what can be read as an address or number is; the rest is kept as it is written. */
export function readContact(values: XmlValues, contact: ContactElements): { basics: Members; extension: Members } {
  const elements = [...contact.emails, ...contact.websites, ...contact.accounts.map(({ user }) => user)];
  const reach = readReach(
    values.source,
    elements.map((element) => values.slice(element)),
    undefined,
  );
  const known = (element: XmlElement) =>
    reach.ranges.some(({ start, end }) => start < element.inner.end && end > element.inner.start);
  const accounts = contact.accounts
    .filter(({ user }) => !known(user))
    .map(({ user, service }): Tree => members({ network: service, username: values.text(user) }));
  const [phone, ...phones] = contact.phones;
  const { email, url, profiles = [] } = reach.basics;
  return {
    basics: { email, phone, url, profiles: [...(profiles as unknown as Tree[]), ...accounts] },
    extension: { emails: reach.extension.emails ?? [], phones },
  };
}
