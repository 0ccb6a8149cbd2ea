import type { Resume } from '@discover/cv-model';

/** An invented person with something in every section: to try a template on. */
export const SAMPLE: Resume = {
  basics: {
    name: 'Ida Halvorsen',
    label: 'Boatbuilder',
    email: 'ida@example.org',
    phone: '+4722555014',
    url: 'https://ida.example.org',
    summary: 'Builds and mends wooden boats, and teaches others to.',
    location: { address: 'Bryggen 4', postalCode: '5003', city: 'Bergen', countryCode: 'NO' },
    profiles: [{ network: 'Mastodon', username: 'ida', url: 'https://social.example.org/@ida' }],
  },
  work: [
    {
      name: 'Fjordverft',
      position: 'Master boatbuilder',
      location: 'Bergen',
      startDate: '2018-04',
      summary: 'Runs a yard of six.',
      highlights: ['Launched eleven boats.', 'Took on three apprentices.'],
    },
  ],
  volunteer: [{ organization: 'Sea rescue', position: 'Crew', startDate: '2016', highlights: ['On call at night.'] }],
  education: [{ institution: 'Hardanger school', area: 'Boatbuilding', studyType: 'Diploma', endDate: '2012-06' }],
  awards: [{ title: 'Craft prize', date: '2021', awarder: 'City of Bergen' }],
  certificates: [{ name: 'Coastal skipper', date: '2015', issuer: 'Maritime authority' }],
  publications: [{ name: 'Clinker in winter', publisher: 'Wooden Boats', releaseDate: '2020-02' }],
  skills: [{ name: 'Wood', level: 'master', keywords: ['clinker', 'carvel'] }],
  languages: [{ language: 'Norwegian', fluency: 'Native' }],
  interests: [{ name: 'Sailing', keywords: ['races'] }],
  references: [{ name: 'Lars Mo', reference: 'Her boats are dry.' }],
  projects: [
    { name: 'Færing', description: 'A four-oared boat.', startDate: '2019', highlights: ['Rowed to Shetland.'] },
  ],
  'x-discover': {
    language: 'en',
    birthDate: '1988-03-02',
    nationalities: ['NO'],
    sections: [{ title: 'Tools', items: ['A shed full.'] }],
  },
};
