import { field, hypothesis } from '../input/description.ts';
import { choice, literal, rate, share, truth, wholeNumber } from '../input/fields.ts';
import { paymentsPerYearField } from './payment-rhythm.ts';

const COMMON = {
  annualRate: field(rate(), {
    unit: 'ratio/years',
    label: 'Rémunération annuelle',
    help: 'Taux fixe, par an.',
    fallback: hypothesis('0.04', 'de 2 à 5 % pour un financeur de l’ESS'),
  }),
  payments: field(wholeNumber(1, 120), {
    unit: 'count',
    label: 'Nombre d’échéances',
    help: 'Comptées de la mise en service ; la sortie solde ce qui reste dû.',
    fallback: hypothesis(10, 'dix échéances annuelles'),
  }),
  paymentsPerYear: paymentsPerYearField(hypothesis(1, 'annuelles')),
  repayment: field(
    choice({
      bullet: 'in fine',
      'level-payment': 'échéances constantes',
      'level-principal': 'capital constant',
    }),
    {
      label: 'Remboursement',
      help: 'In fine, échéances constantes ou capital constant.',
      fallback: hypothesis('bullet', 'in fine, bloqué jusqu’à la sortie'),
    },
  ),
  interest: field(choice({ paid: 'payés', capitalised: 'capitalisés' }), {
    label: 'Intérêts',
    help: 'Payés à chaque échéance, ou capitalisés jusqu’à la dernière.',
    fallback: hypothesis('paid', 'payés'),
  }),
};

const ASSOCIATE_ACCOUNT = {
  ...COMMON,
  cappedDeduction: field(truth(), {
    label: 'Déduction des intérêts plafonnée',
    help: 'Non pour un associé non lié rémunéré au taux de marché (LF 2026 art. 14) ; oui sinon (CGI 39 1 3°).',
    fallback: hypothesis(false, 'investisseur minoritaire non lié, au taux de marché'),
  }),
};

const SUBORDINATED_LOAN = {
  ...COMMON,
  resultShare: field(share(), {
    unit: 'ratio',
    label: 'Part variable, sur le bénéfice',
    help: 'Part du bénéfice de l’exercice clos, constatée et payée en juin suivant.',
    fallback: hypothesis('0', 'taux fixe seul'),
  }),
};

const CONVERTIBLE_BOND = {
  ...COMMON,
  nonConversionPremiumRate: field(rate(), {
    unit: 'ratio/years',
    label: 'Prime de non-conversion annuelle',
    help: 'Capitalisée, payée au remboursement.',
    fallback: hypothesis('0.05', 'de 5 à 8 % chez un fonds coopératif'),
  }),
  conversion: field(choice({ none: 'aucune', 'at-exit': 'à la sortie' }), {
    label: 'Conversion',
    help: 'Remboursée, ou convertie en capital à la sortie.',
    fallback: hypothesis('none', 'remboursée'),
  }),
  convertedShare: field(share(), {
    unit: 'ratio',
    label: 'Part du capital de l’investisseur après conversion',
    help: 'Sert au prix de sortie quand l’obligation est convertie.',
    fallback: hypothesis('0.2', 'à négocier'),
  }),
};

/** The three kinds of quasi-equity, with what may be typed of each beside its amount. */
export const QUASI_EQUITY_CONDITIONS = {
  'associate-account': {
    label: 'Compte courant d’associé bloqué',
    kindField: field(literal('associate-account'), {
      label: 'Nature',
      help: 'Compte courant d’associé bloqué.',
    }),
    conditions: ASSOCIATE_ACCOUNT,
  },
  'subordinated-loan': {
    label: 'Prêt subordonné',
    kindField: field(literal('subordinated-loan'), { label: 'Nature', help: 'Prêt subordonné.' }),
    conditions: SUBORDINATED_LOAN,
  },
  'convertible-bond': {
    label: 'Obligation convertible',
    kindField: field(literal('convertible-bond'), { label: 'Nature', help: 'Obligation convertible.' }),
    conditions: CONVERTIBLE_BOND,
  },
} as const;

export type QuasiEquityKind = keyof typeof QUASI_EQUITY_CONDITIONS;

/** Month of the last flow of quasi-equity, counted from signature. */
export function quasiEquityEnd(
  terms: { readonly payments: number; readonly paymentsPerYear: number },
  opening: number,
): number {
  // The variable part of the last year is paid the next June.
  return opening + (terms.payments * 12) / terms.paymentsPerYear + 18;
}
