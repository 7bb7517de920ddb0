import { originOf } from '../dossier/assumptions.ts';
import { descriptionAt, valueAt } from '../dossier/location.ts';
import type { ResolvedDossier } from '../dossier/resolution.ts';
import { Decimal } from '../formula/decimal.ts';
import { THIN_SPACE } from '../formula/french.ts';
import type { Origin } from '../formula/operations.ts';
import type { PageField, PageFieldGroup } from './page.ts';
import { writeAmount } from './writing.ts';

const ORIGINS: Readonly<Record<Origin['kind'], string>> = {
  law: 'loi',
  contract: 'contrat',
  fact: 'fait',
  hypothesis: 'hypothèse',
  solved: 'calculé',
};

const CHOICES: Readonly<Record<string, readonly { readonly value: string; readonly label: string }[]>> = {
  repayment: [
    { value: 'level-payment', label: 'échéances constantes' },
    { value: 'level-principal', label: 'capital constant' },
    { value: 'bullet', label: 'in fine' },
  ],
  paymentsPerYear: [
    { value: '12', label: 'mensuelles' },
    { value: '4', label: 'trimestrielles' },
    { value: '2', label: 'semestrielles' },
    { value: '1', label: 'annuelles' },
  ],
  deferralKind: [
    { value: 'none', label: 'aucun' },
    { value: 'partial', label: 'partiel' },
    { value: 'total', label: 'total' },
  ],
  interestDuringWorks: [
    { value: 'paid', label: 'payés' },
    { value: 'capitalised', label: 'capitalisés' },
  ],
};

const SUFFIXES: Readonly<Record<string, string>> = {
  money: '€',
  'money/years': '€/an',
  'money/area/years': '€/m²/an HT HC',
  'money/count/years': '€/ETP/an',
  area: 'm²',
  count: 'ETP',
  months: 'mois',
  years: 'ans',
  ratio: '%',
  'ratio/years': '%',
};

/** Writes a fraction as a percentage to be typed again: « 3,85 ». */
function asPercentage(value: Decimal): string {
  return value.times(100).toFixed().replace('.', ',');
}

/** Who or what comes first: « Région : taux de la subvention »; the amount of a source bears its name alone. */
function labelled(path: string, label: string, name: string | undefined): string {
  if (name === undefined || name === label) return label;
  return path.endsWith('.amount') ? name : `${name} : ${label}`;
}

/** Covers are typed as « 1,20 », not as « 120 % ». */
function isMultiple(path: string): boolean {
  return path.endsWith('.minimumCover');
}

function fieldOf(dossier: ResolvedDossier, path: string): PageField | undefined {
  const description = descriptionAt(path, dossier.values);
  if (description?.node !== 'field') return undefined;
  const value: unknown = valueAt(dossier.values, path);
  if (value === undefined) return undefined;
  const origin = originOf(dossier, path);
  const holder = valueAt(dossier.values, path.slice(0, path.lastIndexOf('.')));
  const name =
    path.includes('[') && holder !== null && typeof holder === 'object' && !path.includes('.terms.')
      ? (holder as { label?: string }).label
      : undefined;
  const common = {
    path,
    label: labelled(path, description.label, name),
    help: description.help,
    unit: isMultiple(path) ? '' : (SUFFIXES[description.unit ?? ''] ?? ''),
    origin: ORIGINS[origin.kind],
    originText: origin.text,
  };
  // A limit that nobody sets is an empty field, which a person may fill.
  if (value === null) return { ...common, kind: isMultiple(path) ? 'number' : 'percentage', value: '' };
  const choices = CHOICES[path.slice(path.lastIndexOf('.') + 1)];
  if (choices !== undefined) return { ...common, kind: 'choice', value: String(value), choices };
  if (typeof value === 'boolean') return { ...common, kind: 'truth', value: String(value) };
  if (typeof value === 'number') return { ...common, kind: 'number', value: String(value) };
  if (Decimal.isDecimal(value)) {
    const decimal = value as Decimal;
    const isShare = description.unit === 'ratio' || description.unit === 'ratio/years';
    if (isShare && !isMultiple(path)) {
      return { ...common, kind: 'percentage', value: asPercentage(decimal) };
    }
    if (description.unit?.startsWith('money')) {
      const plain = decimal.decimalPlaces() === 0 ? writeAmount(decimal, 0) : writeAmount(decimal, 2);
      return { ...common, kind: 'money', value: plain };
    }
    return {
      ...common,
      kind: 'number',
      value: decimal
        .toFixed()
        .replace('.', ',')
        .replaceAll(/\B(?=(\d{3})+(?!\d))/g, THIN_SPACE),
    };
  }
  return typeof value === 'string' ? { ...common, kind: 'date', value } : undefined;
}

/** The assumptions that the page of a path lets change, by subject. */
export function formFields(dossier: ResolvedDossier, pathIndex: number): PageFieldGroup[] {
  const path = dossier.values.paths[pathIndex];
  const terms = `paths[${pathIndex}].terms`;
  const group = (title: string, paths: readonly string[]): PageFieldGroup => ({
    title,
    fields: paths.flatMap((item) => fieldOf(dossier, item) ?? []),
  });
  return [
    group('Site', [
      'site.price',
      'site.floorAreaM2',
      'site.marketRentPerM2Year',
      'site.exitYield',
      'site.taxeFonciereYear',
      'site.propertyChargesYear',
    ]),
    group('Projet', [
      ...dossier.values.project.works.map((_, index) => `project.works[${index}].amount`),
      'project.contingencyRate',
      'project.feesRate',
      ...dossier.values.project.equipment.map((_, index) => `project.equipment[${index}].amount`),
      'project.worksStart',
      'project.worksEnd',
      'project.opening',
      'project.openingCash',
    ]),
    group(
      'Ressources',
      (path?.sources ?? []).flatMap((source, index) => [
        `paths[${pathIndex}].sources[${index}].amount`,
        ...(source.kind === 'grant' && source.basis === 'rate'
          ? [`paths[${pathIndex}].sources[${index}].rate`]
          : []),
      ]),
    ),
    group('Prêt bancaire', [
      `${terms}.annualRate`,
      `${terms}.payments`,
      `${terms}.paymentsPerYear`,
      `${terms}.repayment`,
      `${terms}.deferralKind`,
      `${terms}.deferralPayments`,
      `${terms}.interestDuringWorks`,
      `${terms}.arrangementFeeRate`,
      `${terms}.securityCostRate`,
      `${terms}.bridgeAnnualRate`,
      `${terms}.maximumLoanToValue`,
      `${terms}.maximumLoanToCost`,
      `${terms}.minimumCover`,
      `${terms}.minimumDebtYield`,
    ]),
    group('Exploitant', [
      'operator.revenueBefore',
      'operator.revenueAfter',
      'operator.annualRevenueGrowth',
      'operator.purchasesShare',
      ...dossier.values.operator.jobs.flatMap((job, index) => [
        `operator.jobs[${index}].after`,
        `operator.jobs[${index}].annualCost`,
        ...(job.annualAid.isZero() ? [] : [`operator.jobs[${index}].annualAid`]),
      ]),
      'operator.fixedCostsAfter',
      'operator.renewalYear',
      'operator.currentRentYear',
      'operator.openingCash',
      'operator.subjectToCorporateTax',
      'operator.subjectToVat',
    ]),
    group('Environnement économique', [
      'macro.annualInflation',
      'macro.annualRentIndexation',
      'macro.annualTaxeFonciereGrowth',
      'macro.founderDiscountRate',
    ]),
  ].filter((item) => item.fields.length > 0);
}
