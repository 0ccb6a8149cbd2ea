import { Slice } from '../conservation/slice.js';
import { Sourced } from '../conservation/sourced.js';
import type { Line, Range, TextDocument } from '../document/model.js';
import { personalLabel, type PersonalLabel } from '../lexicon/index.js';
import { findPeriods } from './dates.js';
import { toLocation } from './location.js';
import { NAME, overlaps } from './names.js';
import type { Person } from './person.js';

/** «Nationality: Swiss», «Geburtsdatum  1.2.1990»: a label that the lexicons know, and what follows it. */
export function readLabelled(source: TextDocument, lines: readonly Line[], used: Range[], person: Person): void {
  for (const line of lines) {
    for (const piece of [Slice.ofLine(source, line), ...Slice.ofLine(source, line).split(/\s*[|•·]\s*/u)]) {
      const found = piece.match(/^\s*([\p{L}][\p{L}\s.'’()-]{1,28}?)\s*(?::|\t)\s*(\S[^\t]*)/u);
      const [, label, value] = found?.groups ?? [];
      const kind = label && personalLabel(label.text);
      if (!label || !value || kind === null || kind === undefined || used.includes(label)) continue;
      if (overlaps(label, person.decoration)) continue;
      person.decoration.push(label);
      if (!overlaps(value, used)) takeLabelled(kind, value.trim(/[\s,;|]/u), used, person);
    }
  }
}

function takeLabelled(kind: PersonalLabel, value: Slice, used: Range[], person: Person): void {
  const { basics, extension } = person;
  const take = () => (used.push(value), Sourced.text(value, 0.92));
  switch (kind) {
    case 'name':
      if (NAME.test(value.text)) basics.name = take();
      return;
    case 'address': {
      const location = toLocation(value, true);
      if (location) {
        basics.location = location;
        used.push(value);
      }
      return;
    }
    case 'birthDate': {
      const [birth] = findPeriods(value);
      if (!birth?.startDate) return;
      extension.birthDate = birth.startDate;
      const rest = value
        .without(birth.whole)
        .map((part) => part.match(/^\s*(?:in|à|a|en)\s+(.+)$/iu)?.groups[1])
        .find(Boolean);
      if (rest) extension.birthPlace = Sourced.text(rest.trim(), 0.85);
      used.push(value);
      return;
    }
    case 'birthPlace':
      extension.birthPlace = take();
      return;
    case 'nationality':
      used.push(value);
      extension.nationalities = value
        .split(/\s*(?:,|\/|\bund\b|\band\b|\bet\b|\be\b|\by\b)\s*/u)
        .map((part) => Sourced.text(part.trim(), 0.9));
      return;
    case 'maritalStatus':
      extension.maritalStatus = take();
      return;
    case 'drivingLicence':
      used.push(value);
      extension.drivingLicences = value.split(/\s*[,/]\s*/u).map((part) => Sourced.text(part.trim(), 0.85));
      return;
    case 'availability':
      extension.availability = take();
      return;
    case 'workPermit':
      extension.workPermit = take();
      return;
    case 'email':
    case 'phone':
    case 'url':
  }
}
