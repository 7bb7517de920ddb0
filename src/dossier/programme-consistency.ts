import { Decimal } from '../formula/decimal.ts';
import { writeSum } from '../formula/french.ts';
import type { Dossier } from './dossier.ts';
import { checkIndicators } from './indicator-consistency.ts';
import type { Programme } from './programme-terms.ts';

type Report = (path: string, message: string) => void;

/** Parties that every programme may name besides those of the dossier. */
const USUAL_PARTIES = ['state-payer', 'state', 'structurer', 'evaluator'] as const;
/** The State, by the names that it has as payer of results and of aids to jobs. */
const STATE: readonly string[] = ['state-payer', 'state'];

/** What structurer and evaluator are paid, to the cent, as the engine computes it. */
function costsOf({ tranches, structuringShare, evaluationShare, expenses }: Programme) {
  const sum = (items: readonly { readonly amount: Decimal }[]) =>
    items.reduce((total, { amount }) => total.plus(amount), new Decimal(0));
  const invested = sum(tranches);
  const share = (part: Decimal) => invested.times(part).toDecimalPlaces(2, Decimal.ROUND_HALF_UP);
  return { invested, spent: sum(expenses).plus(share(structuringShare)).plus(share(evaluationShare)) };
}

/**
 * What no field of a programme can see alone: a path that needs it, parts that must exist, parties, months in order,
 * a scale in order, tranches that pay for the expenses.
 */
export function checkProgramme(
  dossier: Dossier,
  known: ReadonlySet<string>,
  refuse: Report,
  warn: Report,
): void {
  const { programme, paths } = dossier;
  if (programme === null) {
    if (paths.some(({ kind }) => kind === 'impact-bond')) {
      refuse(
        'programme',
        'un contrat à impact préfinance un programme aux résultats mesurés, et le dossier n’en a pas : décrivez-le (dépenses, tranches, indicateurs, mesures), ou retirez cette voie',
      );
    }
    return;
  }
  for (const [key, what] of [
    ['expenses', 'dépense'],
    ['tranches', 'tranche'],
    ['indicators', 'indicateur'],
    ['measurements', 'mesure'],
  ] as const) {
    const items: readonly { readonly id: string }[] = programme[key];
    if (items.length === 0) {
      refuse(`programme.${key}`, `programme sans ${what} : ajoutez une ligne`);
    }
    items.forEach(({ id }, index) => {
      if (items.findIndex((other) => other.id === id) !== index) {
        refuse(
          `programme.${key}[${index}].id`,
          `identifiant « ${id} » donné deux fois : changez l’un des deux`,
        );
      }
    });
  }
  checkParties(programme, known, refuse);
  checkMonths(dossier, programme, refuse);
  checkIndicators(programme, refuse);
  checkFunds(programme, refuse, warn);
}

function checkParties(programme: Programme, dossierParties: ReadonlySet<string>, refuse: Report): void {
  const known = new Set([...dossierParties, ...USUAL_PARTIES]);
  const check = (party: string, path: string) => {
    if (known.has(party)) return;
    refuse(
      path,
      `partie « ${party} » inconnue : ajoutez-la à « parties » ou choisissez parmi ${[...known].join(', ')}`,
    );
  };
  check(programme.payer, 'programme.payer');
  check(programme.structurer, 'programme.structurer');
  check(programme.evaluator, 'programme.evaluator');
  programme.tranches.forEach(({ from }, index) => {
    check(from, `programme.tranches[${index}].from`);
    if (from === programme.payer || (STATE.includes(from) && STATE.includes(programme.payer))) {
      refuse(
        `programme.tranches[${index}].from`,
        'le payeur des résultats n’avance pas les fonds : nommez un autre investisseur',
      );
    }
  });
}

function checkMonths(
  { horizonYears, paths }: Dossier,
  { tranches, measurements }: Programme,
  refuse: Report,
): void {
  const last = measurements.at(-1);
  if (tranches.length === 0 || last === undefined) return;
  const first = Math.min(...tranches.map(({ month }) => month));
  measurements.forEach(({ month }, index) => {
    const at = `programme.measurements[${index}].month`;
    const before = measurements[index - 1];
    if (month <= first) {
      refuse(
        at,
        `mesure au mois ${month}, sans qu’une tranche soit versée avant (première tranche : mois ${first}) : repoussez la mesure ou avancez la tranche`,
      );
    } else if (before !== undefined && month <= before.month) {
      refuse(
        at,
        `mesures dans le désordre : le mois ${month} ne suit pas le mois ${before.month} ; rangez-les, une par mois au plus`,
      );
    }
  });
  tranches.forEach(({ month }, index) => {
    if (month <= last.month) return;
    refuse(
      `programme.tranches[${index}].month`,
      `tranche au mois ${month}, après la dernière mesure (mois ${last.month}) : rien ne la rembourserait ; avancez-la`,
    );
  });
  const delay = Math.max(
    0,
    ...paths.map((path) => (path.kind === 'impact-bond' ? path.paymentDelayMonths : 0)),
  );
  if (last.month + delay > horizonYears * 12) {
    refuse(
      'horizonYears',
      `l’horizon (${horizonYears} an${horizonYears > 1 ? 's' : ''}) finit avant le paiement de la dernière mesure (mois ${last.month + delay}) : allongez-le`,
    );
  }
}

/** The tranches pay for the programme: what is missing is said, what is left over too. */
function checkFunds(programme: Programme, refuse: Report, warn: Report): void {
  if (programme.tranches.length === 0 || programme.expenses.length === 0) return;
  const { invested, spent } = costsOf(programme);
  if (invested.lt(spent)) {
    refuse(
      'programme.tranches',
      `les tranches (${writeSum(invested)}) ne paient pas le programme (${writeSum(spent)}, structuration et évaluation comprises) : il manque ${writeSum(spent.minus(invested))} ; augmentez une tranche ou réduisez une dépense`,
    );
  } else if (invested.gt(spent)) {
    warn(
      'programme.tranches',
      `les tranches (${writeSum(invested)}) dépassent le programme (${writeSum(spent)}, structuration et évaluation comprises) de ${writeSum(invested.minus(spent))}, laissés à l’entreprise jusqu’à la mesure`,
    );
  }
}
