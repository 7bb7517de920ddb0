import { afterEach, describe, expect, test, vi } from 'vitest';
import { computeDossier } from '../../src/analysis/computation.ts';
import type { Computation } from '../../src/analysis/computed.ts';
import { keptFigures } from '../../src/analysis/kept-figures.ts';
import { lawNoteOf } from '../../src/analysis/law-note.ts';
import { lawFiguresIn } from '../../src/law/changes.ts';
import { type LawFigure, nearestInForce } from '../../src/law/figure.ts';
import { LAW_SUBJECTS } from '../../src/law/figures.ts';
import { wholeScenario } from '../support/dossiers.ts';
import { IN_WHOLE } from '../support/extent.ts';

/** SCI Envie Soleil with an associate account dearer than any deductible rate, under the law of a day. */
function dossierUnder(lawDate: string): unknown {
  const dossier = wholeScenario('sci-envie-soleil');
  dossier.lawDate = lawDate;
  for (const path of dossier.paths)
    for (const instrument of path.ticket?.instruments ?? [])
      if (instrument.kind === 'associate-account')
        Object.assign(instrument, { annualRate: '0.07', cappedDeduction: true });
  return dossier;
}

type Compute = typeof computeDossier;

function computed(lawDate: string, compute: Compute = computeDossier): Computation {
  const computation = compute(dossierUnder(lawDate));
  if (!computation.ok) throw new Error(JSON.stringify(computation.problems));
  return computation.value;
}

/** The deductible rate that the SCI used, and its interest added back over the years. */
function sciUnder(computation: Computation) {
  const deal = computation.paths.find(({ path }) => path.kind === 'sci')?.computed;
  if (deal === undefined) throw new Error('the SCI has no figures');
  const { calculation } = deal.deal.setting;
  const addedBack = deal.figures.of(calculation.line('sci.non-deductible-interest'));
  return {
    rate: calculation.assumptions.get('law.associate-account.deductible-rate')?.value.toFixed(),
    addedBack: addedBack.reduce((sum, value) => sum + Number(value), 0),
  };
}

function noteOf(lawDate: string, today: string) {
  const computation = computed(lawDate);
  return lawNoteOf(computation, computation.paths, today);
}

afterEach(() => {
  vi.doUnmock('../../src/law/group-figures.ts');
  vi.resetModules();
});

describe('the date of law of a dossier', () => {
  test('the value in force at that date is used, not the latest', () => {
    const of = (date: string) => sciUnder(computed(date));
    const [first, second, third] = [of('2023-12-31'), of('2024-12-31'), of('2026-11-22')];
    expect([first.rate, second.rate, third.rate]).toEqual(['0.0557', '0.0575', '0.0455']);
    // The lower the deductible rate, the more is added back: 2024, then 2023, then 2025.
    expect(second.addedBack).toBeLessThan(first.addedBack);
    expect(first.addedBack).toBeLessThan(third.addedBack);
  });

  test.each(['2022-12-31', '2024-06-30', '2025-12-31', '2026-11-22', '2049-12-31'])(
    'law of %s: every figure of law that a path reads is the one in force, or the nearest known',
    (date) => {
      const figures = LAW_SUBJECTS.flatMap((subject) => subject.figures);
      for (const { computed: deal } of computed(date).paths) {
        const assumptions = deal?.deal.setting.calculation.assumptions ?? new Map();
        const used = lawFiguresIn(assumptions.keys());
        expect(used.length).toBeGreaterThan(10);
        for (const id of used) {
          const value = nearestInForce(
            figures.filter((figure) => figure.id === id),
            date,
          ).value;
          expect(Number(assumptions.get(`law.${id}`)?.value), id).toBe(Number(value));
        }
      }
    },
  );

  test('a newer value added to a series moves no figure of a dossier of an older law', IN_WHOLE, async () => {
    const dates = ['2024-12-31', '2026-11-22'];
    const before = dates.map((date) => keptFigures(computed(date)));

    vi.resetModules();
    vi.doMock('../../src/law/group-figures.ts', async (importOriginal) => {
      const original = await importOriginal<typeof import('../../src/law/group-figures.ts')>();
      const known = original.ASSOCIATE_ACCOUNT_RATE.at(-1);
      const newer = { ...known, value: '0.039', since: '2026-12-31' } as LawFigure<'ratio/years'>;
      return { ...original, ASSOCIATE_ACCOUNT_RATE: [newer, ...original.ASSOCIATE_ACCOUNT_RATE] };
    });
    const { computeDossier: computeLater } = await import('../../src/analysis/computation.ts');
    expect(dates.map((date) => keptFigures(computed(date, computeLater)))).toEqual(before);
    expect(sciUnder(computed('2027-01-15', computeLater)).rate).toBe('0.039');
  });

  test('what today’s law would change is said of the figures used, and of no other', () => {
    const note = noteOf('2024-12-31', '2026-11-22');
    expect([note?.lawDate, note?.today]).toEqual(['31/12/2024', '22/11/2026']);
    const told = (note?.changes ?? []).map(({ kind, id, text }) => [kind, id, plain(text)]);
    expect(told).toContainEqual([
      'replaced',
      'associate-account.deductible-rate',
      '5,75 % → 4,55 % depuis le 31/12/2025',
    ]);
    expect(told).toContainEqual(['ending', 'transfer-duty.raised-rate', '6,3185 % jusqu’au 31/03/2028']);
    // Livret A and SMIC moved too; no path of this dossier reads them.
    expect(told.map(([, id]) => id).filter((id) => /livret|smic|ir-pme/.test(id ?? ''))).toEqual([]);
  });

  test('a term that has passed, and a dossier of today', () => {
    const later = noteOf('2026-11-22', '2028-04-01');
    expect(later?.changes.map(({ kind, id }) => [kind, id])).toContainEqual([
      'ended',
      'transfer-duty.raised-rate',
    ]);
    expect(noteOf('2026-11-22', '2026-11-22')).toBeUndefined();
    expect(noteOf('2026-11-22', '2026-11-21')).toBeUndefined();
  });
});

function plain(text: string): string {
  return text.replaceAll(/[\u00a0\u202f]/g, ' ');
}
