import { describe, expect, it } from '@jest/globals';

import { evidence, titleBalance } from './evidence.js';

describe('evidence', () => {
  it.each([
    'Senior Staff Nurse',
    'Warehouse Operative',
    'Head of Nursing',
    'Bench Joiner',
    'Security Guard',
    'Data Analyst',
    'Leiterin Rechnungswesen',
    'Bilanzbuchhalterin',
    'Fachkraft für Lagerlogistik',
    'Elektroniker für Betriebstechnik',
    'Responsable du service clients',
    'Avocate collaboratrice',
    'Docente di lettere',
    'Progettista meccanico',
    'Jefe de cocina',
    'Conductor de camión',
    // No list has these: their form tells.
    'Reetdachdeckerin',
    'Bottle Etcher',
    'Perliculteur',
    'Zoccolatore',
    'Trashumador',
  ])('takes «%s» for a title', (text) => {
    expect(titleBalance(text)).toBeGreaterThan(0.3);
  });

  it.each([
    'Willow Bank Care Home',
    'Ruhrstahl Walzwerke GmbH',
    'Jugendhilfe Weserbogen gGmbH',
    'Clinique du Parc',
    'Maison de santé du Val',
    'Officine Meccaniche Valdora S.p.A.',
    'Restaurante La Albufera',
    'Downs Flying School',
    'Stadt Oldenburg',
    'Freelance',
  ])('takes «%s» for an employer', (text) => {
    expect(titleBalance(text)).toBeLessThan(-0.3);
  });

  it('leaves open what only a name is', () => {
    expect(evidence('Quenvel')).toEqual({ title: 0, employer: 0 });
  });
});
