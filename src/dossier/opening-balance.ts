import { Decimal } from '../formula/decimal.ts';
import { field, hypothesis, type Json, type RawDossier } from '../input/description.ts';
import { amount, wholeNumber } from '../input/fields.ts';
import { moneyField } from './wording.ts';

/** Months are counted for thirty days, as bankers do. */
const DAYS_OF_MONTH = 30;
/** Longest delay of payment, in days: four months. */
export const LONGEST_DELAY = 120;

function ofOperator(dossier: RawDossier): RawDossier {
  const { operator } = dossier;
  return operator !== null && typeof operator === 'object' && !Array.isArray(operator)
    ? (operator as RawDossier)
    : {};
}

function decimalOf(value: Json | undefined, otherwise = '0'): Decimal {
  return new Decimal(typeof value === 'string' || typeof value === 'number' ? value : otherwise);
}

/** The streams that are paid at signature, or the whole turnover when it is not detailed. */
function annualActivity(dossier: RawDossier): { readonly sales: Decimal; readonly purchases: Decimal } {
  const operator = ofOperator(dossier);
  const common = decimalOf(operator.purchasesShare);
  const streams = Array.isArray(operator.revenues) ? (operator.revenues as readonly RawDossier[]) : [];
  if (streams.length === 0) {
    const sales = decimalOf(operator.revenueBefore);
    return { sales, purchases: sales.times(common) };
  }
  const signature = String(dossier.signature).slice(0, 7);
  const paid = streams.filter(({ start }) => typeof start !== 'string' || start.slice(0, 7) <= signature);
  const sumOf = (amountOf: (stream: RawDossier) => Decimal) =>
    paid.reduce((sum, stream) => sum.plus(amountOf(stream)), new Decimal(0));
  return {
    sales: sumOf((stream) => decimalOf(stream.annualBefore)),
    purchases: sumOf((stream) =>
      decimalOf(stream.annualBefore).times(decimalOf(stream.purchasesShare ?? undefined, common.toFixed())),
    ),
  };
}

/** 1, or 1 + the rate of VAT for who charges and deducts it. */
function withTax(dossier: RawDossier): Decimal {
  if (ofOperator(dossier).subjectToVat === false) return new Decimal(1);
  const { project } = dossier;
  const rate = project !== null && typeof project === 'object' ? (project as RawDossier).vatRate : undefined;
  return decimalOf(rate).plus(1);
}

/**
 * What is due for `days` of a yearly amount, rounded to the cent: at signature, what the delays give on the activity
 * of before, so that the first months neither create nor swallow cash.
 */
function dueFor(annual: Decimal, days: Json | undefined): string {
  return annual.div(12).times(decimalOf(days)).div(DAYS_OF_MONTH).toDecimalPlaces(2).toFixed(2);
}

const FROM_DELAYS = 'ce que les délais saisis donnent sur l’activité d’avant la signature';

/** A delay of payment or of storage, in days. */
function daysField(label: string, help: string) {
  return field(wholeNumber(0, LONGEST_DELAY), {
    label,
    help,
    fallback: hypothesis(0, 'payé comptant, aucun stock : à saisir, sinon la trésorerie est flattée'),
  });
}

/** Delays that make the working capital. Months have thirty days. */
export const WORKING_CAPITAL_FIELDS = {
  customerDays: daysField('Délai de paiement des clients (jours)', 'En jours de chiffre d’affaires TTC.'),
  supplierDays: daysField(
    'Délai de paiement des fournisseurs (jours)',
    'En jours d’achats et de charges fixes TTC ; loyers et travaux sont payés comptant.',
  ),
  stockDays: daysField('Stocks (jours)', 'En jours d’achats hors taxes.'),
};

/** The balance sheet of the enterprise at signature, beside cash, fixed assets and loans. */
export const OPENING_BALANCE_FIELDS = {
  openingCustomers: moneyField({
    label: 'Créances clients à la signature',
    help: 'TTC, encaissées au fil du délai de paiement.',
    fallback: hypothesis(
      (dossier: RawDossier) =>
        dueFor(annualActivity(dossier).sales.times(withTax(dossier)), ofOperator(dossier).customerDays),
      FROM_DELAYS,
    ),
  }),
  openingStocks: moneyField({
    label: 'Stocks à la signature',
    help: 'Hors taxes.',
    fallback: hypothesis(
      (dossier: RawDossier) => dueFor(annualActivity(dossier).purchases, ofOperator(dossier).stockDays),
      FROM_DELAYS,
    ),
  }),
  openingSuppliers: moneyField({
    label: 'Dettes fournisseurs à la signature',
    help: 'TTC, payées au fil du délai de paiement.',
    fallback: hypothesis((dossier: RawDossier) => {
      const operator = ofOperator(dossier);
      const invoiced = annualActivity(dossier).purchases.plus(decimalOf(operator.fixedCostsBefore));
      return dueFor(invoiced.times(withTax(dossier)), operator.supplierDays);
    }, FROM_DELAYS),
  }),
  openingCapital: moneyField({
    label: 'Capital social à la signature',
    help: 'Parts sociales, actions ou apports associatifs déjà versés.',
    fallback: hypothesis('0.00', 'non renseigné : tout est en réserves ; la réserve légale en dépend'),
  }),
  openingLegalReserve: moneyField({
    label: 'Réserve légale à la signature',
    help: 'Déjà dotée.',
    fallback: hypothesis('0.00', 'non renseigné'),
  }),
  openingReserves: field(amount({ min: '0' }).nullable(), {
    label: 'Autres réserves à la signature',
    help: 'Réserves statutaires, impartageables, fonds de développement. Vide : ce qui équilibre le bilan.',
    unit: 'money',
    fallback: hypothesis(null, 'ce qui équilibre le bilan d’ouverture'),
  }),
  openingRetainedEarnings: field(amount(), {
    label: 'Report à nouveau à la signature',
    help: 'Négatif : pertes antérieures, apurées par les premiers bénéfices.',
    unit: 'money',
    fallback: hypothesis('0.00', 'aucun report'),
  }),
};
