import { Decimal } from '../formula/decimal.ts';
import { writeMoney, writeMonth, writeMultiple, writeRate } from '../formula/french.ts';
import type { BasePath } from '../siting/land-support/base-path.ts';
import type { LandSupport } from '../siting/land-support/land-support.ts';
import type { Mix } from '../siting/land-support/mixes.ts';
import type { FoundForm, SizedForm } from '../siting/land-support/sized-form.ts';
import type { TargetResult } from '../siting/land-support/targets.ts';
import { leadSentences, methodNotes } from './land-support-sentences.ts';
import type {
  LandSupportAnswerPage,
  LandSupportDetail,
  LandSupportRow,
  TargetField,
  TextTable,
} from './land-support-view.ts';
import {
  levelInWords,
  missedOf,
  reasonOf,
  writeLevel,
  writePerJob,
  writeReached,
  writeTarget,
} from './land-support-writing.ts';

const NONE = '–';

/** The targets to begin with: what the premises cost today, the cover that the bank or the lease aims at, the investor's usual return. */
export function targetFields({ reached, setting }: BasePath): TargetField[] {
  const { path, dossier } = setting;
  const aimed =
    'lease' in path && 'targetCover' in path.lease ? path.lease.targetCover : path.terms.minimumCover;
  const { occupancyCost, minimumCover, hasInvestor } = reached;
  return [
    {
      name: 'occupation',
      label: 'Coût d’occupation en année de croisière, au plus',
      unit: '€/m²/an',
      value: occupancyCost === undefined ? '' : plain(occupancyCost.toDecimalPlaces(2, 0)),
      help: 'Au départ, ce que coûte le dossier. Loyer, charges, taxe foncière et part des annuités qui paie les locaux. Quand une société loue à l’entreprise, le loyer est mis à ce niveau.',
    },
    {
      name: 'couverture',
      label: 'Couverture des annuités, au moins',
      unit: '',
      value: aimed === null ? '' : plain(aimed),
      help: `Dans chaque exercice testé${minimumCover === undefined ? '' : ` ; sans soutien : ${writeMultiple(minimumCover.toDecimalPlaces(2))}`}.`,
    },
    ...(hasInvestor
      ? [
          {
            name: 'tri' as const,
            label: 'TRI de l’investisseur, au moins',
            unit: '%',
            value: path.kind === 'sci' ? plain(dossier.values.macro.investorDiscountRate.times(100)) : '',
            help: 'Par an, sortie comprise ; vide : aucune cible.',
          },
        ]
      : []),
  ];
}

/** A number as it is typed in a form. */
function plain(value: Decimal): string {
  return value.toFixed().replace('.', ',');
}

/** The answer as a page shows it and a printer prints it. */
export function landSupportPage(support: LandSupport): LandSupportAnswerPage {
  const { base, forms, mixes } = support;
  return {
    lead: leadSentences(support),
    verdict: verdictOf(support),
    present: presentTable(base.trial.results),
    forms: forms.map(rowOf),
    details: forms.map((form) => detailOf(form, base)),
    budget: budgetTable(forms),
    mixes: mixTable(mixes.mixes),
    notes: methodNotes(support),
  };
}

/** A support above the ceiling of aids is no answer before somebody names the text that admits it. */
function verdictOf({ base, cheapest }: LandSupport): LandSupportAnswerPage['verdict'] {
  if (base.trial.holds) return 'possible';
  const { presentCost, underCeiling } = cheapest;
  if (presentCost === undefined) return 'impossible';
  return underCeiling?.amount.eq(presentCost.amount) === true ? 'possible' : 'a-verifier';
}

function presentTable(results: readonly TargetResult[]): TextTable {
  return {
    columns: ['Cible', 'Visé', 'Sans soutien', 'Tenue'],
    rows: results.map((result) => [
      result.label,
      `${writeTarget(result.limit, result)} ${result.direction === 'at-most' ? 'au plus' : 'au moins'}`,
      writeReached(result),
      result.isMet ? 'oui' : `non${result.note === undefined ? '' : ` (${result.note})`}`,
    ]),
  };
}

const STATUS_WORDS = {
  'not-needed': 'aucun soutien nécessaire',
  insufficient: 'ne suffit pas',
  'not-open': 'pas ouverte',
} as const;

function rowOf({ form, answer }: SizedForm): LandSupportRow {
  const { id, label } = form;
  if (answer.status !== 'found') {
    return {
      id,
      label,
      level: STATUS_WORDS[answer.status],
      nominal: NONE,
      presentCost: NONE,
      grantEquivalent: NONE,
      ceiling: NONE,
      isAboveCeiling: false,
      perJob: NONE,
      perInsertionJob: NONE,
    };
  }
  const { level, nominal, presentCost, grantEquivalent, ceiling, costPerJob, costPerInsertionJob } = answer;
  return {
    id,
    label,
    level: writeLevel(level, form.unit),
    nominal: writeMoney(nominal),
    presentCost: writeMoney(presentCost),
    grantEquivalent: writeMoney(grantEquivalent),
    ceiling:
      ceiling === undefined
        ? 'non calculé'
        : `${writeMoney(ceiling.total)} pour ${writeMoney(ceiling.amount)}`,
    isAboveCeiling: ceiling?.isAbove ?? false,
    perJob: writePerJob(costPerJob),
    perInsertionJob: writePerJob(costPerInsertionJob),
  };
}

function detailOf(sized: SizedForm, base: BasePath): LandSupportDetail {
  const { form, open, answer } = sized;
  const found = answer.status === 'found' ? answer : undefined;
  return {
    id: form.id,
    label: form.label,
    reason: reasonOf(sized),
    check:
      found &&
      `Un pas de moins (${writeLevel(found.stepLess.level, form.unit)}) : ${missedOf(found.stepLess.missed)}.`,
    assumed: open?.assumed ?? [],
    ceiling: found === undefined ? [] : ceilingSentences(found, sized),
    returns: (found?.returns ?? []).map(({ label, total, firstYear }) => [
      label,
      writeMoney(total),
      `à partir de ${firstYear}`,
    ]),
    payback: found && paybackSentence(found, base),
    competence: form.competence,
    deliberation: form.deliberation,
    take: found && `Reprendre dans le dossier : ${levelInWords(form, found.level)}`,
  };
}

function ceilingSentences({ ceiling, lawfulLevel }: FoundForm, { form }: SizedForm): string[] {
  if (ceiling === undefined)
    return ['Aucun coût immobilier admissible : aucun plafond d’aides ne se calcule.'];
  return [
    `${ceiling.reason} Voie la plus favorable : ${ceiling.route} (${ceiling.article}).`,
    ...(lawfulLevel === undefined
      ? []
      : [
          lawfulLevel.isZero()
            ? 'Les aides déjà dans le dossier atteignent ce plafond : aucun niveau de cette forme n’est permis sans réduire les autres.'
            : `Niveau permis sous le plafond, qui ne tient pas toutes les cibles : ${writeLevel(lawfulLevel, form.unit)}.`,
        ]),
    ...ceiling.toCheck,
  ];
}

function paybackSentence({ paybackMonth, paid }: FoundForm, { read }: BasePath): string | undefined {
  if (paid.lte(0)) return undefined;
  return paybackMonth === null
    ? 'Les impôts nés du projet ne rendent pas ce coût avant l’horizon, même en laissant de côté les autres aides du dossier.'
    : `Les impôts nés du projet, tous niveaux ensemble, ont rendu ce coût en ${writeMonth(read.figures.timeline, paybackMonth)}, les autres aides du dossier laissées de côté : ce n’est pas le retour de tout l’argent public.`;
}

/** One row a form and year: what is paid net of what comes back of the support itself, and what is guaranteed. */
function budgetTable(forms: readonly SizedForm[]): TextTable {
  return {
    columns: ['Forme', 'Exercice', 'Fonctionnement', 'Investissement', 'Hors bilan (encours garanti)'],
    rows: forms.flatMap(({ form, answer }) =>
      answer.status !== 'found'
        ? []
        : answer.budget.map(({ year, operating, investment, offBalance }) => [
            form.label,
            String(year),
            ...[operating, investment, offBalance].map((amount) =>
              amount.isZero() ? NONE : writeMoney(amount),
            ),
          ]),
    ),
  };
}

function mixTable(mixes: readonly Mix[]): TextTable {
  return {
    columns: ['Mélange', 'Coût présent', 'Équivalent-subvention brut', 'Plafond'],
    rows: mixes.map(({ share, parts, presentCost, grantEquivalent, isAboveCeiling }) => [
      `${parts.map(({ form, level }) => levelInWords(form, level)).join(', avec ')} (${writeRate(new Decimal(share))} du premier)`,
      writeMoney(presentCost),
      writeMoney(grantEquivalent),
      isAboveCeiling ? 'dépassé' : 'tenu',
    ]),
  };
}
