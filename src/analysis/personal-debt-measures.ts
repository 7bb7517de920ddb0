import { largest, plus, sumOfTerms, total } from '../formula/build.ts';
import type { MeasureSetting } from './measure-setting.ts';

/** What the founders owe in their own name for what they bring: prêts d'honneur, which no balance sheet shows. */
export function addPersonalDebt({ deal, keep }: MeasureSetting): void {
  const { calculation } = deal.setting;
  const [first, ...others] = deal.companies
    .flatMap(({ sources }) => sources)
    .flatMap(({ personalDebt }) => personalDebt?.payment ?? []);
  if (first === undefined) return;
  const payment = calculation.monthly(
    'measure.personal-payment',
    'Prêts d’honneur : payé par les fondateurs',
    others.length === 0 ? plus(first) : sumOfTerms([first, ...others]),
  );
  keep(
    'personal-debt',
    calculation.once(
      'measure.personal-debt',
      'Prêts d’honneur, remboursés par les fondateurs en tout',
      total(payment),
    ),
  );
  keep(
    'personal-debt-month',
    calculation.once(
      'measure.personal-debt-month',
      'Prêts d’honneur, mensualité la plus forte',
      largest(payment),
    ),
  );
}
