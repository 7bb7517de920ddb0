import type { ComputedDeal } from '../analysis/computed.ts';
import { NO_BREAK_SPACE, writeDate, writeMoney, writeRate } from '../formula/french.ts';
import type { Line } from '../formula/operations.ts';
import { monthEnd } from '../formula/timeline.ts';
import { guaranteeRatiosTable } from './guarantee-ratios-table.ts';
import { twoLossesSentence } from './guaranteed-loan-wording.ts';
import type { Row, Table, TableCell } from './table.ts';
import { byYear, type Kind, once } from './year-table.ts';

const MECHANISMS = {
  'perte-finale': 'part de la perte finale',
  echeances: 'part de chaque échéance impayée',
} as const;
const FEES = { none: 'aucune', flat: 'unique, à la signature', yearly: 'annuelle' } as const;

type Guarantees = NonNullable<ComputedDeal['deal']['guarantees']>;
type Guaranteed = Guarantees['list'][number];

/** The tables of the guarantees of a loan; none where nobody guarantees it. */
export function guaranteeTables(computed: ComputedDeal): Table[] {
  const { guarantees } = computed.deal;
  if (guarantees === undefined) return [];
  const limits = guaranteeRatiosTable(guarantees);
  return [
    summaryTable(computed, guarantees),
    lossTable(computed, guarantees),
    yearTable(computed, guarantees),
    ...(limits === undefined ? [] : [limits]),
  ];
}

function line(label: string, cells: readonly TableCell[], kind: Row['kind'] = 'line'): Row {
  return { kind, label, cells };
}

function nameOf({ deal }: ComputedDeal, party: string): string {
  return deal.setting.ledger.parties.get(party)?.label ?? party;
}

/** Who guarantees what, what it costs, what it gains, what it risks, what it is worth as an aid. */
function summaryTable(computed: ComputedDeal, guarantees: Guarantees): Table {
  const { list } = guarantees;
  const { lines } = computed.measures;
  // One guarantee is the whole: a second column would repeat it, out of sight on a phone.
  const isOne = list.length === 1;
  const of = (label: string, cell: (guaranteed: Guaranteed) => TableCell, kind?: Row['kind']) =>
    line(label, isOne ? list.map(cell) : [...list.map(cell), null], kind);
  const deal = (label: string, measure: string, kind?: Row['kind']) => {
    const found = lines.get(measure);
    const cell = found === undefined ? null : once(found);
    return line(label, isOne ? [cell] : [...list.map(() => null), cell], kind);
  };
  return {
    id: 'garantie',
    stacks: true,
    title: 'Garantie du prêt : ce qu’elle coûte, ce qu’elle apporte, ce qu’elle risque',
    unit: 'en euros, sauf taux',
    columns: [...list.map(({ terms }) => terms.label), ...(isOne ? [] : ['Ensemble'])],
    rows: [
      of('Garant', ({ terms }) => nameOf(computed, terms.from)),
      of('Le garant paie', ({ terms }) => MECHANISMS[terms.mechanism]),
      of('Quotité garantie', ({ terms, place }) => ({
        rate: terms.coverage.toFixed(),
        assumption: `${place}.coverage`,
      })),
      ...(list.some(({ terms }) => terms.amountCap !== null)
        ? [
            of('Plafond du montant garanti', ({ terms }) =>
              terms.amountCap === null ? 'aucun' : writeMoney(terms.amountCap),
            ),
          ]
        : []),
      of('Montant garanti à la signature', ({ guaranteed }) => once(guaranteed)),
      of('Commission', ({ terms }) => FEES[terms.feeKind]),
      of('Commissions payées, en tout', ({ feeTotal }) => once(feeTotal)),
      of('Caution personnelle remplacée', ({ terms }) =>
        terms.replacesPersonalSurety ? 'oui, si la banque le confirme' : 'non',
      ),
      line('Ce que l’emprunteur gagne', [], 'heading'),
      deal('Taux du prêt sans garantie', 'guarantee.rate-before'),
      deal('Taux du prêt garanti', 'guarantee.rate'),
      deal('Intérêts économisés, en tout, à encours égal', 'guarantee.saved-total'),
      deal('Intérêts économisés, en valeur présente', 'guarantee.saved'),
      ...(lines.has('guarantee.fees') ? [deal('Commissions, en valeur présente', 'guarantee.fees')] : []),
      deal('Gain de l’emprunteur, en valeur présente', 'guarantee.gain', 'subtotal'),
      line('Ce que le garant risque', [], 'heading'),
      line('Perte attendue (moyenne actuarielle que personne ne verse)', [
        ...list.map(({ expectedTotal }) => once(expectedTotal)),
        ...(isOne ? [] : [once(guarantees.expectedLoss)]),
      ]),
      of('Perte dans le défaut testé', ({ inDefault }) => once(inDefault.net)),
      line('Ce que la garantie vaut comme aide', [], 'heading'),
      of('Équivalent-subvention brut, prime refuge', ({ aid }) => once(aid.grantEquivalent)),
      of('Équivalent-subvention, voie de minimis forfaitaire', ({ aid }) =>
        computed.figures.of(aid.deMinimis)[0] == null ? 'voie fermée' : once(aid.deMinimis),
      ),
    ],
    notes: [
      twoLossesSentence(guarantees),
      `Notation ${guarantees.risk.rating} : hypothèse, à remplacer par la cotation de la banque.`,
      'Prime refuge moins commission, sur le montant garanti au début de chaque année depuis la signature ; le prêt entier compte jusqu’à la mise en service.',
      'Voie forfaitaire : ouverte jusqu’à dix ans, 80 % de quotité et 1 125 000 € garantis (2 250 000 € jusqu’à cinq ans), règlement (UE) 2023/2831, à relire.',
    ],
  };
}

/** Who bears the loss of the default tested. */
function lossTable(computed: ComputedDeal, guarantees: Guarantees): Table {
  const { stressed, list, risk, borrower, lender } = guarantees;
  const { timeline } = computed.figures;
  const dateOf = (month: Line) => {
    const value = computed.figures.of(month)[0] ?? null;
    return value === null ? '' : writeDate(monthEnd(timeline, value.toNumber()));
  };
  return {
    id: 'garantie-defaut',
    stacks: true,
    title: `Défaut testé en année ${risk.stressedYear} : qui porte la perte`,
    unit: 'en euros',
    columns: ['Montant'],
    rows: [
      line('Capital et intérêts courus au défaut', [once(stressed.exposure)]),
      line(
        stressed.keepsSchedule
          ? 'Créance perdue : échéances restantes, intérêts à échoir compris'
          : 'Créance perdue : capital et intérêts courus, prêt exigible',
        [once(stressed.loss)],
        'subtotal',
      ),
      line(`Porté par l’emprunteur (${nameOf(computed, borrower)}) : vente des sûretés`, [
        once(stressed.recovered),
      ]),
      ...list.map(({ terms, inDefault }) =>
        line(`Porté par le garant (${nameOf(computed, terms.from)})`, [once(inDefault.net)]),
      ),
      line(`Porté par la banque (${nameOf(computed, lender)})`, [once(stressed.bank)]),
      ...provisionRows(computed, guarantees),
    ],
    notes: [
      `Plus rien n’est payé après le ${dateOf(stressed.month)} ; les sûretés sont vendues le ${dateOf(stressed.recoveryMonth)} et rendent ${writeRate(risk.recoveredShare)} du capital dû : hypothèses.`,
      stressed.keepsSchedule
        ? 'Le prêt garde son échéancier. La part du garant dans la vente lui rend ce qu’il a payé, puis lui épargne les appels suivants.'
        : 'Le prêt devient exigible au défaut ; le garant paie sa part une fois les sûretés vendues.',
      'Emprunteur, garants et banque portent ensemble toute la perte : c’est un contrôle de cette page.',
      ...(list.some(({ provision }) => provision !== undefined)
        ? [
            `Provision : dès l’ouverture d’une procédure collective du débiteur, une collectivité provisionne son risque estimé × l’encours garanti (CGCT art. R2321-2${NO_BREAK_SPACE}2°). Hypothèse : la procédure s’ouvre au défaut, et le risque est la part du capital et des intérêts courus que les sûretés ne rendent pas.`,
          ]
        : []),
    ],
  };
}

/** What each local authority must set aside when insolvency proceedings open: nothing for other guarantors. */
function provisionRows(computed: ComputedDeal, { list }: Guarantees): Row[] {
  return list.flatMap(({ terms, provision }): Row[] => {
    if (provision === undefined) return [];
    return [
      line(`À provisionner par le garant (${nameOf(computed, terms.from)})`, [], 'heading'),
      line('Encours garanti au défaut, intérêts courus compris', [once(provision.guaranteed)]),
      line('Risque estimé : part que les sûretés ne rendent pas', [once(provision.risk)]),
      line('Provision à l’ouverture d’une procédure collective', [once(provision.amount)], 'subtotal'),
    ];
  });
}

/** What a guarantor may plan: guaranteed balance, expected and stressed calls, by fiscal year. */
function yearTable(computed: ComputedDeal, { list }: Guarantees): Table {
  const { lines } = computed.measures;
  const rows = list.flatMap(
    ({ terms, balance, expectedLoss }): (readonly [Kind, string, Line | undefined])[] => {
      const of = (name: string) => lines.get(`guarantee.${terms.id}.${name}`);
      const optional = (label: string, name: string): (readonly [Kind, string, Line | undefined])[] => {
        const found = of(name);
        return found === undefined ? [] : [['line', label, found]];
      };
      return [
        ['heading', `${terms.label} (${nameOf(computed, terms.from)})`, undefined],
        ['line', 'Encours garanti à la fin de l’exercice', balance],
        ...optional('Commissions reçues', 'fee'),
        ['line', 'Perte attendue', expectedLoss],
        ...optional('Appels dans le défaut testé', 'calls'),
        ...optional('Récupérations dans le défaut testé', 'recoveries'),
        ['subtotal', 'À la charge du garant dans le défaut testé', of('budget')],
      ];
    },
  );
  return byYear(
    computed,
    {
      id: 'garantie-par-exercice',
      title: 'Garantie par exercice : encours, perte attendue, appels du défaut testé',
      notes: ['La perte attendue est une moyenne actuarielle, hors flux : personne ne la verse.'],
    },
    rows,
  );
}
