import { valueAt } from '../dossier/location.ts';
import { Decimal } from '../formula/decimal.ts';
import { writeEuros } from '../formula/french.ts';
import { pathsIn } from '../input/blank.ts';
import type { Json, RawDossier } from '../input/description.ts';
import { addHypotheses } from './dossier-notes.ts';
import type { OpenDossier } from './dossier-places.ts';
import { NAMES } from './list-changes.ts';

/** What the usual programme of hypotheses advances, and the dossier that it fits: its price, or its jobs. */
const USUAL_TRANCHE = 300_000;
const USUAL_PRICE = 1_600_000;
const USUAL_JOBS = 60;
/** Tranches are whole multiples of it, and never less. */
const STEP = 10_000;
const SMALLEST = 30_000;

/** Its parts: of the tranche, or results for the whole tranche. */
const STAFF_SHARE = '0.80';
const TRAINING_SHARE = '0.10';
const CAP_SHARE = '1.15';
const UNIT_PRICE = '5500.00';
const LEVELS = { threshold: 10, target: 28, ceiling: 40 };
const MEASURED = [
  { id: 'mesure-1', label: 'Mesure à deux ans', month: 24, failure: 8, expected: 26, success: 30 },
  { id: 'mesure-2', label: 'Mesure finale', month: 42, failure: 16, expected: 31, success: 36 },
] as const;

/** What the dossier is measured by: the price of its site, else its jobs. */
function sizeOf(dossier: RawDossier): { readonly part: Decimal; readonly words: string } {
  const price = new Decimal(String(valueAt(dossier, 'site.price') ?? '0'));
  if (price.gt(0)) return { part: price.div(USUAL_PRICE), words: 'prix du site' };
  const posts = (valueAt(dossier, 'operator.jobs') ?? []) as readonly { readonly after?: string }[];
  const jobs = posts.reduce((sum, { after }) => sum.plus(after ?? 0), new Decimal(0));
  return { part: jobs.div(USUAL_JOBS), words: 'nombre d’emplois' };
}

/**
 * Gives a dossier that has no programme one of hypotheses, in proportion to the price of its site or to its jobs: the
 * usual one when it is large enough, whose values are all defaults; else a smaller one, each amount noted.
 */
export function proposeProgramme(dossier: OpenDossier): void {
  if (dossier.programme !== undefined && dossier.programme !== null) return;
  const { part, words } = sizeOf(dossier);
  const tranche = Decimal.max(SMALLEST, part.times(USUAL_TRANCHE).div(STEP).round().times(STEP));
  if (tranche.gte(USUAL_TRANCHE)) {
    dossier.programme = {};
    return;
  }
  dossier.programme = programmeOf(tranche);
  const paths = pathsIn(dossier.programme as Json, 'programme').filter((path) => !NAMES.test(path));
  const why = `programme d’exemple, à remplacer par le vôtre : ${writeEuros(tranche)} avancés, en proportion du ${words}`;
  addHypotheses(dossier, paths, why);
}

function programmeOf(tranche: Decimal): Json {
  const scale = tranche.div(USUAL_TRANCHE);
  const money = (share: string) => tranche.times(share).toFixed(2);
  const atMost = (results: number) => scale.times(results).floor().toFixed();
  const atLeast = (results: number) => scale.times(results).ceil().toFixed();
  return {
    cap: money(CAP_SHARE),
    expenses: [
      {
        id: 'accompagnement',
        label: 'Accompagnement',
        pays: 'staff',
        amount: money(STAFF_SHARE),
        months: 36,
      },
      {
        id: 'formation',
        label: 'Formation',
        pays: 'suppliers',
        amount: money(TRAINING_SHARE),
        months: 36,
      },
    ],
    tranches: [{ id: 'tranche-1', label: 'Tranche 1', amount: tranche.toFixed(2) }],
    indicators: [
      {
        id: 'insertions',
        label: 'Insertions durables',
        unit: 'personne',
        threshold: atLeast(LEVELS.threshold),
        target: atLeast(LEVELS.target),
        ceiling: atLeast(LEVELS.ceiling),
        unitPrice: UNIT_PRICE,
      },
    ],
    measurements: MEASURED.map(({ id, label, month, failure, expected, success }) => ({
      id,
      label,
      month,
      results: [
        {
          indicator: 'insertions',
          failure: atMost(failure),
          expected: atLeast(expected),
          success: atLeast(success),
        },
      ],
    })),
  };
}
