import { describe, expect, test } from 'vitest';
import { landSupportAnswer } from '../../../src/tasks/land-support-shape.ts';
import { post } from '../../support/api-app.ts';
import { smallSupported } from '../../support/small-support.ts';
import { makeTestApp } from '../../support/web-app.ts';

const { app } = await makeTestApp();
const ADDRESS = '/api/v1/land-support';
const call = (body: unknown) => post(app, ADDRESS, body);

describe('POST /api/v1/land-support', () => {
  test('answers the smallest support with its check, its budget, who decides and what is voted', async () => {
    const { status, json } = await call({
      dossier: smallSupported(),
      targets: { occupancyCostPerM2Year: '24.00' },
      forms: ['investment-grant'],
    });
    expect(status).toBe(200);
    const answer = landSupportAnswer.parse(json);
    expect(answer.path).toBe('bank-loan');
    expect(answer.present.holds).toBe(false);
    const [grant] = answer.forms;
    expect(grant).toMatchObject({
      status: 'found',
      level: '7800.00',
      unit: 'EUR',
      presentCost: '7726.90',
      grantEquivalent: '7800.00',
      aboveCeiling: false,
      budget: [{ year: 2027, operating: '0.00', investment: '7800.00', offBalance: '0.00' }],
      check: { stepLess: { level: '7700.00', missed: [{ id: 'occupancy-cost', met: false }] } },
      competence: { article: 'CGCT art. L. 1511-3' },
    });
    expect(grant?.deliberation.length).toBeGreaterThan(3);
    expect(grant?.returns[0]).toMatchObject({ level: 'local-block', firstYear: 2028 });
    expect(answer.cheapest.presentCost).toEqual({
      amount: '7726.90',
      supports: [[{ form: 'investment-grant', level: '7800.00' }]],
    });
  });

  test('says when no aid suffices, in figures', async () => {
    const { json } = await call({
      dossier: smallSupported(),
      targets: { occupancyCostPerM2Year: '9.99' },
      forms: ['land-discount'],
    });
    const [discount] = landSupportAnswer.parse(json).forms;
    expect(discount?.status).toBe('insufficient');
    expect(discount?.reason?.replaceAll(/[\u00a0\u202f]/g, ' ')).toMatch(
      /^même un rabais de 800 000 € sur le prix du site ne suffit pas : coût d’occupation en année de croisière : 10,00 €\/m²\/an pour 9,99 €\/m²\/an au plus\. Rien de plus ne peut être essayé : le terrain est alors gratuit\.$/,
    );
  });

  const dossier = smallSupported();
  test.each([
    ['no target', { dossier, targets: {} }, 'targets', /aucune cible/],
    ['a comma', { dossier, targets: { minimumCover: '1,25' } }, 'targets.minimumCover', /pas de virgule/],
    ['a number', { dossier, targets: { minimumCover: 1.25 } }, 'targets.minimumCover', /entre guillemets/],
    [
      'a percentage',
      { dossier, targets: { investorIrr: '4.5' } },
      'targets.investorIrr',
      /vouliez-vous 0\.045 \?/,
    ],
    [
      'no investor',
      { dossier, targets: { investorIrr: '0.045' } },
      'targets.investorIrr',
      /pas d’investisseur/,
    ],
    [
      'an unknown path',
      { dossier, path: 'sci', targets: { minimumCover: '1.2' } },
      'path',
      /choisissez parmi/,
    ],
    [
      'an unknown form',
      { dossier, targets: { minimumCover: '1.2' }, forms: ['don'] },
      'forms[0]',
      /forme inconnue/,
    ],
    ['no dossier', { targets: { minimumCover: '1.2' } }, 'dossier', /champ manquant/],
    ['a wrong dossier', { dossier: {}, targets: { minimumCover: '1.2' } }, 'dossier.id', /champ manquant/],
  ])('refuses %s at its place', async (_, body, place, message) => {
    const { status, headers, json } = await call(body);
    expect(status).toBe(422);
    expect(headers.get('content-type')).toContain('application/problem+json');
    const found = json.errors.find(({ path }: { path: string }) => path === place);
    expect(found?.message).toMatch(message);
  });
});
