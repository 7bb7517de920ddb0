import { Decimal } from '../formula/decimal.ts';
import type { Operator } from './dossier.ts';
import { frenchDate, monthsBetween } from './months.ts';

type Report = (path: string, message: string) => void;

/** Least labour share of a SCOP: loi 78-763 art. 33 3°. */
const LEAST_LABOUR_SHARE = new Decimal('0.25');

function checkRevenues({ revenues, revenueBefore, revenueAfter }: Operator, refuse: Report): void {
  revenues.forEach((stream, index) => {
    if (revenues.findIndex((other) => other.id === stream.id) !== index) {
      refuse(
        `operator.revenues[${index}].id`,
        `identifiant de recette « ${stream.id} » donné deux fois : changez l’un des deux`,
      );
    }
    if (stream.start !== null && stream.end !== null && monthsBetween(stream.start, stream.end) < 0) {
      refuse(
        `operator.revenues[${index}].end`,
        `dates dans le désordre : la recette finit (${frenchDate(stream.end)}) avant de commencer (${frenchDate(stream.start)}) ; écrivez une date plus tardive`,
      );
    }
  });
  if (revenues.length === 0) return;
  for (const [key, typed, of] of [
    ['revenueBefore', revenueBefore, 'annualBefore'],
    ['revenueAfter', revenueAfter, 'annualAfter'],
  ] as const) {
    const sum = revenues.reduce((total, stream) => total.plus(stream[of]), new Decimal(0));
    if (typed.equals(sum)) continue;
    refuse(
      `operator.${key}`,
      `les recettes détaillées font "${sum.toFixed(2)}" : retirez ce total, ou écrivez ce montant`,
    );
  }
}

/** What the balance sheet of signature owns less what it owes must be its equity, when all of it is typed. */
function checkOpeningBalance(operator: Operator, refuse: Report): void {
  if (operator.openingReserves === null) return;
  const assets = Decimal.sum(
    operator.openingCash,
    operator.fixedAssets,
    operator.openingStocks,
    operator.openingCustomers,
  );
  const debts = Decimal.sum(operator.existingDebt, operator.openingSuppliers);
  const others = Decimal.sum(
    operator.openingCapital,
    operator.openingLegalReserve,
    operator.openingRetainedEarnings,
  );
  const wanted = assets.minus(debts).minus(others);
  if (wanted.equals(operator.openingReserves)) return;
  const remedy = wanted.isNegative()
    ? 'corrigez un montant du bilan d’ouverture, ou laissez ces réserves vides'
    : `écrivez "${wanted.toFixed(2)}", ou laissez vide pour que les réserves l’équilibrent`;
  refuse(
    'operator.openingReserves',
    `le bilan d’ouverture n’est pas équilibré : actif ${assets.toFixed(2)} €, dettes ${debts.toFixed(2)} €, capital, réserve légale et report ${others.toFixed(2)} € ; ${remedy}`,
  );
}

/** What no field of the enterprise can see alone. */
export function checkOperator(operator: Operator, refuse: Report): void {
  checkRevenues(operator, refuse);
  checkOpeningBalance(operator, refuse);
  if (operator.form === 'SCOP' && operator.labourShare.lt(LEAST_LABOUR_SHARE)) {
    refuse(
      'operator.labourShare',
      'part travail inférieure au quart du résultat (loi 78-763 art. 33 3°) : écrivez au moins "0.25"',
    );
  }
}
