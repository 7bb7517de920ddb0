import { at, max, min, minus, NO_MONEY, plus } from '../formula/build.ts';
import type { Formula, Line } from '../formula/operations.ts';
import type { LoanLines } from '../instruments/loan-lines.ts';
import type { MonthlyMoney } from './company.ts';
import type { NamedAmount } from './funding-plan-rows.ts';
import { OPERATOR } from './operating-company.ts';
import { VEHICLE } from './sci-capital.ts';
import type { PathSetting } from './setting.ts';

type OnceMoney = Line<'money', 'once', 'defined'>;

/** One row of the exit, in the month where it happens. */
export interface ExitStep extends Omit<NamedAmount, 'line'> {
  /** A ratio is what the rows above are multiplied by. */
  readonly line: Line<'money' | 'ratio', 'once', 'defined'>;
  /** What the row adds up to: net assets, price of the shares, cost of the exit, payment. */
  readonly part: 'net-assets' | 'price' | 'cost' | 'payment';
  /** Added, taken away, multiplied by, or what the rows above give. */
  readonly sign: '+' | '−' | '×' | '=';
}

/** The exit of the investor: what it receives, and who pays. All in the month of the exit. */
export interface Exit {
  readonly month: Formula<'months', 'once', 'defined'>;
  /** Lines of the price and of its payment, in the order in which they are told. */
  readonly steps: readonly ExitStep[];
  readonly price: OnceMoney;
  /** Price, quasi-equity repaid and duty: what buying everyone out costs. */
  readonly buyOut: OnceMoney;
  /** « Rachat non financé ». */
  readonly unfunded: OnceMoney;
  /** The loan that the property company takes to pay its investor; none where somebody outside pays. */
  readonly refinancing?: LoanLines;
}

/**
 * The exit as a hand adds it up, each row a line read in the month of the exit: from the building to the net assets,
 * from these to the price of the shares, what all of it costs, and who pays. Call it once its amounts are defined.
 */
export function exitSteps(
  setting: PathSetting,
  exit: {
    readonly month: Formula<'months', 'once', 'defined'>;
    readonly price: MonthlyMoney;
    readonly duty: MonthlyMoney;
    readonly drawn: MonthlyMoney;
    readonly capital: MonthlyMoney;
    readonly quasiRepaid: MonthlyMoney;
    readonly gap: MonthlyMoney;
  },
): ExitStep[] {
  const { calculation } = setting;
  const { month, price, duty, drawn, capital, quasiRepaid, gap } = exit;
  const step = (
    part: ExitStep['part'],
    sign: ExitStep['sign'],
    id: string,
    label: string,
    line: MonthlyMoney,
  ): ExitStep => ({ part, sign, id, label, line: calculation.once(`exit.${id}`, label, at(line, month)) });
  const known = (id: string): MonthlyMoney => calculation.line(`sci.exit.${id}`) as MonthlyMoney;

  const vehicleCash = calculation.monthly(
    'sci.exit.cash-used',
    'Trésorerie de la SCI employée à solder les quasi-fonds propres',
    minus(quasiRepaid, plus(drawn, capital)),
    { party: VEHICLE },
  );
  // What is missing is missing for shares and duty first, then for the capital.
  const sharesAndDuty = plus(price, duty);
  const operatorCash = calculation.monthly(
    'operator.exit.cash-used',
    'Trésorerie de l’exploitant employée aux parts et aux droits',
    max(NO_MONEY, minus(sharesAndDuty, gap)),
    { party: OPERATOR },
  );
  const capitalPaid = calculation.monthly(
    'operator.exit.capital-paid',
    'Apport de l’exploitant à la SCI, payé par sa trésorerie',
    min(capital, max(NO_MONEY, minus(plus(sharesAndDuty, capital), gap))),
    { party: OPERATOR },
  );
  const ratio = (id: string, label: string): ExitStep => ({
    part: 'price',
    sign: '×',
    id,
    label,
    line: calculation.line(`sci.exit.${id}`) as ExitStep['line'],
  });
  const hasShare = calculation.lines.has('sci.exit.investor-share');
  return [
    step('net-assets', '+', 'building-value', 'Valeur du bâtiment, droits exclus', known('value')),
    step('net-assets', '−', 'bank-debt', 'Prêt bancaire restant dû', known('bank-debt')),
    step('net-assets', '−', 'quasi-equity-owed', 'Quasi-fonds propres à solder', quasiRepaid),
    step(
      'net-assets',
      '−',
      'other-debts',
      'Autres dettes (dépôt de garantie, fournisseurs, TVA, impôt)',
      known('other-debts'),
    ),
    step(
      'net-assets',
      '+',
      'cash',
      'Trésorerie avant le règlement de la sortie',
      known('cash-before-settlement'),
    ),
    step(
      'net-assets',
      '+',
      'other-assets',
      'Autres actifs (créances, autres immobilisations)',
      known('other-assets'),
    ),
    step('net-assets', '=', 'net-assets', 'Actif net réévalué de la SCI', known('net-assets')),
    ...(hasShare
      ? [
          step('price', '−', 'latent-tax', 'Impôt latent déduit', known('latent-tax')),
          ratio('investor-share', 'Part de l’investisseur dans le capital'),
          ratio('kept-after-discount', 'Un moins la décote'),
        ]
      : []),
    step('price', '=', 'price', 'Prix des parts de l’investisseur', price),
    step('cost', '+', 'price-again', 'Prix des parts', price),
    step('cost', '+', 'quasi-equity', 'Quasi-fonds propres remboursés', quasiRepaid),
    step('cost', '+', 'duty', 'Droits d’enregistrement, à la charge de l’acquéreur', duty),
    step(
      'payment',
      '+',
      'vehicle-cash',
      'Trésorerie de la SCI, au-delà du minimum et du gros entretien mis de côté',
      vehicleCash,
    ),
    step('payment', '+', 'refinancing', 'Nouveau prêt de la SCI', drawn),
    step(
      'payment',
      '+',
      'operator-capital',
      'Apport de l’exploitant à la SCI, sur sa trésorerie',
      capitalPaid,
    ),
    step(
      'payment',
      '+',
      'operator-cash',
      'Trésorerie de l’exploitant, pour les parts et les droits',
      operatorCash,
    ),
    step('payment', '+', 'unfunded', 'Rachat non financé', gap),
  ];
}
