import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { Decimal } from '../../src/formula/decimal.ts';
import { yardstickOf } from '../../src/report/yardsticks.ts';
import { COMPARED, comparedScenarios } from '../support/compared.ts';
import { makeTestApp, plainSpaces, SCENARIO, unescapeHtml } from '../support/web-app.ts';

const SCENARIOS = new URL('../../scenarios/', import.meta.url);
const reference = JSON.parse(
  readFileSync(new URL('references/territoires-industrie-2021.json', SCENARIOS), 'utf8'),
);

const TOLD =
  'repère : 33 013 € par emploi annoncé, France Relance, Territoires d’industrie 2021, 44 lauréats de l’ESS ; subvention seule.';

test('the ratio is the division of what it tells (faits.md §0: 17.2 M€, 521 jobs announced, 44 winners)', () => {
  const { grant, jobsAnnounced, grantPerJob, winners, byForm } = reference;
  expect([grant, jobsAnnounced, winners]).toEqual(['17200000', 521, 44]);
  expect(new Decimal(grant).div(jobsAnnounced).toFixed(0)).toBe('33013');
  expect(grantPerJob).toBe('33013');
  const sum = (name: string) =>
    byForm.reduce((all: Decimal, form: Record<string, string>) => all.plus(form[name] ?? ''), new Decimal(0));
  expect(sum('grant').toFixed()).toBe(grant);
  expect(sum('winners').toNumber()).toBe(winners);
});

test('it is beside its key figure only, with its source', () => {
  expect(plainSpaces(yardstickOf('cost-per-job')?.text ?? '')).toContain('33 013 € par emploi annoncé');
  expect(yardstickOf('cost-per-job')?.source).toContain('recma.org');
  expect(yardstickOf('cost-per-insertion-job')).toBeUndefined();
});

test('it is no case: what is read as a case is at the top of the folder', () => {
  const cases = readdirSync(SCENARIOS).filter((name) => name.endsWith('.json'));
  expect(cases).not.toContain('territoires-industrie-2021.json');
  expect(cases).not.toContain('references');
});

test.each([
  ['path page', `/dossiers/${SCENARIO}?regard=collectivite`],
  ['comparison', `/dossiers/${COMPARED}?regard=collectivite`],
])('%s: the authority reads it once, under what a job costs', async (_, address) => {
  const { app } = await makeTestApp(address.includes(COMPARED) ? { scenarios: comparedScenarios() } : {});
  const page = plainSpaces(unescapeHtml(await (await app.request(address)).text()));
  expect(page.split('repère :').length).toBe(2);
  const row = /<th[^>]*>Aides versées par emploi créé.*?<\/th>/s.exec(page)?.[0] ?? '';
  expect(row).toContain(TOLD);
  expect(row).toContain('Source : ministère de l’économie');
});
