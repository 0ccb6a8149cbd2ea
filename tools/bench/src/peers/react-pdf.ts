import type { Resume, Work } from '@discover/cv-model';
import { Document, Page, renderToBuffer, StyleSheet, Text, View } from '@react-pdf/renderer';
import { createElement as element, type ReactElement } from 'react';

const styles = StyleSheet.create({
  page: { padding: 48, fontFamily: 'Helvetica', fontSize: 10, lineHeight: 1.4 },
  name: { fontFamily: 'Helvetica-Bold', fontSize: 22, lineHeight: 1.5, textAlign: 'center' },
  centred: { textAlign: 'center' },
  heading: { fontFamily: 'Helvetica-Bold', fontSize: 13, marginTop: 12, marginBottom: 4, borderBottomWidth: 0.6 },
  row: { flexDirection: 'row', justifyContent: 'space-between' },
  strong: { fontFamily: 'Helvetica-Bold' },
  emphasised: { fontFamily: 'Helvetica-Oblique' },
  bullet: { marginLeft: 10 },
});

/** The same CV by @react-pdf/renderer with the fonts that every PDF reader has: no tags, no attachment, one plain design. */
export async function reactPdf(resume: Resume): Promise<Uint8Array> {
  const { basics = {}, work = [], education = [], skills = [], languages = [] } = resume;
  return renderToBuffer(
    element(
      Document,
      { title: basics.name ?? '' },
      element(
        Page,
        { size: 'A4', style: styles.page },
        element(Text, { style: styles.name }, basics.name),
        element(Text, { style: styles.centred }, basics.label),
        element(
          Text,
          { style: styles.centred },
          [basics.email, basics.phone, basics.location?.city].filter(Boolean).join('   '),
        ),
        section('Profile', element(Text, null, basics.summary)),
        section('Experience', ...work.map(job)),
        section(
          'Education',
          ...education.map((school, index) =>
            element(
              View,
              { key: index },
              edges(`${school.studyType ?? ''}, ${school.area ?? ''}`, period(school.startDate, school.endDate)),
              element(Text, { style: styles.emphasised }, school.institution),
            ),
          ),
        ),
        section(
          'Skills',
          ...skills.map(({ name, keywords = [] }) =>
            element(Text, { key: name }, `${name ?? ''}: ${keywords.join(', ')}`),
          ),
        ),
        section(
          'Languages',
          ...languages.map(({ language, fluency }) =>
            element(Text, { key: language }, `${language ?? ''}: ${fluency ?? ''}`),
          ),
        ),
      ),
    ),
  );
}

function section(title: string, ...content: readonly ReactElement[]): ReactElement {
  return element(View, null, element(Text, { style: styles.heading }, title), ...content);
}

function job({ position, name, location, startDate, endDate, highlights = [] }: Work, index: number): ReactElement {
  return element(
    View,
    { key: index },
    edges(position ?? '', period(startDate, endDate)),
    element(Text, { style: styles.emphasised }, `${name ?? ''}, ${location ?? ''}`),
    ...highlights.map((text) => element(Text, { key: text, style: styles.bullet }, `• ${text}`)),
  );
}

function edges(start: string, end: string): ReactElement {
  return element(View, { style: styles.row }, element(Text, { style: styles.strong }, start), element(Text, null, end));
}

const period = (start = '', end = 'present'): string => `${start} – ${end}`;
