import type { LoanTerms } from '../../src/instruments/loan-lines.ts';

/** A loan of the tests: amounts and rates as texts. */
export interface Case {
  /** Amounts drawn, by month. */
  readonly drawn: Readonly<Record<number, string>>;
  readonly endOfMobilisation?: number;
  /** A fixed rate, or the rates from given months on. */
  readonly rate: string | readonly (readonly [number, string])[];
  readonly payments: number;
  readonly perYear: 12 | 4 | 2 | 1;
  readonly repayment: LoanTerms['repayment'];
  readonly deferral?: readonly ['partial' | 'total', number];
  readonly convention?: 'actuarial';
  readonly capitalised?: boolean;
  readonly commitment?: { readonly amount: string; readonly rate: string };
}

/** [month, opening, interest, capitalised, principal, closing] */
export type Row = readonly [number, string, string, string, string, string];

// Computed apart from this project in 50-digit decimals, month by month (Python).
export const LOAN_CASES: readonly {
  readonly name: string;
  readonly terms: Case;
  readonly rows: readonly Row[];
}[] = [
  {
    name: 'total deferral, quarterly',
    terms: {
      drawn: { 0: '600000' },
      rate: '0.04',
      payments: 12,
      perYear: 4,
      repayment: 'level-payment',
      deferral: ['total', 4],
    },
    rows: [
      [3, '600000.00', '6000.00', '6000.00', '0.00', '606000.00'],
      [12, '618180.60', '6181.81', '6181.81', '0.00', '624362.41'],
      [15, '624362.41', '6243.62', '0.00', '75354.49', '549007.92'],
      [18, '549007.92', '5490.08', '0.00', '76108.03', '472899.89'],
      [33, '160780.48', '1607.80', '0.00', '79990.31', '80790.17'],
      [36, '80790.17', '807.90', '0.00', '80790.17', '0.00'],
    ],
  },
  {
    name: 'three drawings, interest of the works paid, monthly',
    terms: {
      drawn: { 0: '400000', 3: '250000', 5: '150000' },
      endOfMobilisation: 5,
      rate: '0.042',
      payments: 180,
      perYear: 12,
      repayment: 'level-payment',
    },
    rows: [
      [0, '0.00', '0.00', '0.00', '0.00', '400000.00'],
      [1, '400000.00', '1400.00', '0.00', '0.00', '400000.00'],
      [3, '400000.00', '1400.00', '0.00', '0.00', '650000.00'],
      [5, '650000.00', '2275.00', '0.00', '0.00', '800000.00'],
      [6, '800000.00', '2800.00', '0.00', '3198.00', '796802.00'],
      [95, '466741.56', '1633.60', '0.00', '4364.40', '462377.16'],
      [184, '11933.92', '41.77', '0.00', '5956.23', '5977.69'],
      [185, '5977.69', '20.92', '0.00', '5977.69', '0.00'],
    ],
  },
  {
    name: 'three drawings, interest of the works capitalised each month, then quarterly',
    terms: {
      drawn: { 0: '400000', 3: '250000', 5: '150000' },
      endOfMobilisation: 5,
      rate: '0.042',
      payments: 20,
      perYear: 4,
      repayment: 'level-payment',
      capitalised: true,
    },
    rows: [
      [1, '400000.00', '1400.00', '1400.00', '0.00', '401400.00'],
      [4, '654214.72', '2289.75', '2289.75', '0.00', '656504.47'],
      [5, '656504.47', '2297.77', '2297.77', '0.00', '808802.24'],
      [6, '808802.24', '0.00', '0.00', '0.00', '808802.24'],
      [8, '808802.24', '8492.42', '0.00', '36553.58', '772248.66'],
      [62, '88692.63', '931.27', '0.00', '44114.73', '44577.90'],
      [65, '44577.90', '468.07', '0.00', '44577.90', '0.00'],
    ],
  },
  {
    name: 'actuarial, yearly: the rate itself',
    terms: {
      drawn: { 0: '1000000' },
      rate: '0.03',
      payments: 20,
      perYear: 1,
      repayment: 'level-payment',
      convention: 'actuarial',
    },
    rows: [
      [12, '1000000.00', '30000.00', '0.00', '37215.71', '962784.29'],
      [24, '962784.29', '28883.53', '0.00', '38332.18', '924452.11'],
      [240, '65257.92', '1957.74', '0.00', '65257.92', '0.00'],
    ],
  },
  {
    name: 'actuarial, quarterly',
    terms: {
      drawn: { 0: '1000000' },
      rate: '0.03',
      payments: 80,
      perYear: 4,
      repayment: 'level-payment',
      convention: 'actuarial',
    },
    rows: [
      [3, '1000000.00', '7417.07', '0.00', '9201.05', '990798.95'],
      [6, '990798.95', '7348.83', '0.00', '9269.29', '981529.66'],
      [240, '16496.31', '122.35', '0.00', '16496.31', '0.00'],
    ],
  },
  {
    name: 'indexed, monthly: the payment is computed again when the rate moves',
    terms: {
      drawn: { 0: '500000' },
      rate: [
        [0, '0.027'],
        [8, '0.032'],
        [20, '0.0295'],
      ],
      payments: 60,
      perYear: 12,
      repayment: 'level-payment',
    },
    rows: [
      [1, '500000.00', '1125.00', '0.00', '7792.84', '492207.16'],
      [7, '452979.17', '1019.20', '0.00', '7898.64', '445080.53'],
      [8, '445080.53', '1186.88', '0.00', '7829.45', '437251.08'],
      [9, '437251.08', '1166.00', '0.00', '7850.33', '429400.75'],
      [20, '349736.84', '859.77', '0.00', '8117.97', '341618.87'],
      [60, '8955.87', '22.02', '0.00', '8955.87', '0.00'],
    ],
  },
  {
    name: 'indexed, quarterly: the rate of the first month of a period holds for the period',
    terms: {
      drawn: { 0: '500000' },
      endOfMobilisation: 2,
      rate: [
        [0, '0.027'],
        [8, '0.032'],
        [20, '0.0295'],
      ],
      payments: 12,
      perYear: 4,
      repayment: 'level-payment',
    },
    rows: [
      [2, '500000.00', '1125.00', '0.00', '0.00', '500000.00'],
      [5, '500000.00', '3375.00', '0.00', '40142.34', '459857.66'],
      [8, '459857.66', '3104.04', '0.00', '40413.30', '419444.36'],
      [11, '419444.36', '3355.55', '0.00', '40456.50', '378987.86'],
      [20, '297101.32', '2376.81', '0.00', '41435.24', '255666.08'],
      [23, '255666.08', '1885.54', '0.00', '41832.10', '213833.98'],
      [38, '43397.62', '320.06', '0.00', '43397.62', '0.00'],
    ],
  },
  {
    name: 'level principal with interest, partial deferral',
    terms: {
      drawn: { 0: '350000' },
      rate: '0.0385',
      payments: 28,
      perYear: 4,
      repayment: 'level-principal',
      deferral: ['partial', 4],
    },
    rows: [
      [3, '350000.00', '3368.75', '0.00', '0.00', '350000.00'],
      [15, '350000.00', '3368.75', '0.00', '14583.33', '335416.67'],
      [81, '29166.74', '280.73', '0.00', '14583.33', '14583.41'],
      [84, '14583.41', '140.37', '0.00', '14583.41', '0.00'],
    ],
  },
  {
    name: 'bullet with total deferral',
    terms: {
      drawn: { 0: '500000' },
      rate: '0.05',
      payments: 6,
      perYear: 1,
      repayment: 'bullet',
      deferral: ['total', 2],
    },
    rows: [
      [12, '500000.00', '25000.00', '25000.00', '0.00', '525000.00'],
      [24, '525000.00', '26250.00', '26250.00', '0.00', '551250.00'],
      [36, '551250.00', '27562.50', '0.00', '0.00', '551250.00'],
      [72, '551250.00', '27562.50', '0.00', '551250.00', '0.00'],
    ],
  },
];
