import { valueAt } from '../dossier/location.ts';
import type { ResolvedDossier } from '../dossier/resolution.ts';
import { Decimal } from '../formula/decimal.ts';
import { fieldsIn, type PageField, type PageFieldGroup, type PageFieldList } from './form-parts.ts';
import { writeAmount } from './writing.ts';

/** What a founder decides, or knows, before anything else. */
const ESSENTIAL: readonly RegExp[] = [
  /^site\.(price|floorAreaM2|marketRentPerM2Year)$/,
  /^project\.opening$/,
  /^operator\.revenueAfter$/,
  /^operator\.jobs\[\d+\]\.after$/,
  // A loan: its rate and its length, not the value of an index nor a bridge.
  /^paths\[\d+\]\.terms\.(annualRate|payments)$/,
  /^paths\[\d+\]\.(ticket\.amount|vehicle\.capital|exit\.(year|multiple|capAnnualRate)|lease\.marketDiscount)$/,
  // A capital that opens: who was there, who subscribes, what is lent.
  /^paths\[\d+\]\.(founders\[\d+\]\.amount|rounds\[\d+\]\.(sharePrice|subscriptions\[\d+\]\.amount)|bonds\[\d+\]\.amount)$/,
  // Without the accounts of a local authority, its ratios cannot be read.
  /^paths\[\d+\]\.guarantees\[\d+\]\.(coverage|realOperatingRevenue|ownAnnuities|guaranteedAnnuities)$/,
];
/** Of each column when several are shown: about ten fields in all. */
const ESSENTIAL_OF_SEVERAL =
  /^paths\[\d+\]\.(terms\.annualRate|ticket\.amount|exit\.year|lease\.marketDiscount)$/;
/** Of a contrat à impact: what it invests, what it pays, the results that are counted. */
const ESSENTIAL_OF_PROGRAMME =
  /^(programme\.(cap|tranches\[\d+\]\.amount|indicators\[\d+\]\.unitPrice|measurements\[\d+\]\.results\[\d+\]\.expected)|paths\[\d+\]\.outcome)$/;
/** Of a dossier without site, what nobody decides first. */
const NEEDS_SITE = /^paths\[\d+\]\.terms\./;
const SOURCE_AMOUNT = /^(paths\[\d+\]\.(?:sources|operatorSources)\[\d+\])\.amount$/;
/** Public money and gifts are asked for, not decided. */
const PUBLIC_SOURCES = ['grant', 'avance-remboursable', 'patronage'];
/** The list whose amounts are typed as one. */
const WORKS = 'project.works';

function isEssential(dossier: ResolvedDossier, { path }: PageField, paths: readonly number[]): boolean {
  const runsProgramme = paths.some((index) => dossier.values.paths[index]?.kind === 'impact-bond');
  if (runsProgramme && ESSENTIAL_OF_PROGRAMME.test(path)) return true;
  if (dossier.values.site === null && NEEDS_SITE.test(path)) return false;
  const source = SOURCE_AMOUNT.exec(path)?.[1];
  if (source === undefined) return ESSENTIAL.some((pattern) => pattern.test(path));
  return !PUBLIC_SOURCES.includes(String(valueAt(dossier.values, `${source}.kind`)));
}

/** Whether every express form has this field: an address that leads to it then needs no detailed form. */
export function isExpressPath(path: string): boolean {
  return ESSENTIAL.some((pattern) => pattern.test(path));
}

/** Out of its list, an entry is named: « Postes permanents : ETP après la mise en service ». */
function named(field: PageField): PageField {
  const isOfEntry = field.path.replace(/^paths\[\d+\]/, '').includes('[');
  return isOfEntry ? { ...field, label: field.fullLabel } : field;
}

/** The works of all lots in one amount: another total is shared between them. */
function totalOfWorks(dossier: ResolvedDossier): PageField {
  const { works } = dossier.values.project;
  const lots = works.map((_, index) => `${WORKS}[${index}].amount`);
  const total = works.reduce((sum, lot) => sum.plus(lot.amount), new Decimal(0));
  const shared =
    works.length > 1 ? ` Un autre total est réparti entre les ${works.length} lots comme aujourd’hui.` : '';
  return {
    path: WORKS,
    label: 'Travaux',
    fullLabel: 'Travaux',
    help: `Hors taxes, hors aléas et honoraires.${shared}`,
    unit: '€',
    kind: 'money',
    value: writeAmount(total, total.decimalPlaces() === 0 ? 0 : 2),
    origin: 'calculé',
    originText: works.length === 0 ? 'aucun lot de travaux' : works.map(({ label }) => label).join(' + '),
    total: lots,
  };
}

function withoutEssentials(group: PageFieldGroup, taken: ReadonlySet<string>): PageFieldGroup {
  const left = (fields: readonly PageField[]) => fields.filter(({ path }) => !taken.has(path));
  const leftIn = (list: PageFieldList): PageFieldList => ({
    ...list,
    additions: [],
    entries: list.entries.map((entry) => ({
      ...entry,
      fields: left(entry.fields),
      lists: entry.lists.map(leftIn),
    })),
  });
  return { ...group, fields: left(group.fields), lists: group.lists.map(leftIn), readOnly: true };
}

/**
 * An express form: about ten fields, those of each path apart when several are shown, then all the others to be read.
 * @param groups of the detailed form
 */
export function expressGroups(
  dossier: ResolvedDossier,
  groups: readonly PageFieldGroup[],
  paths: readonly number[],
): PageFieldGroup[] {
  const lotAmounts = totalOfWorks(dossier).total ?? [];
  const isOfColumn = ({ path }: PageField) =>
    paths.length === 1 ||
    !path.startsWith('paths[') ||
    ESSENTIAL_OF_SEVERAL.test(path) ||
    ESSENTIAL_OF_PROGRAMME.test(path);
  const essentials = fieldsIn(groups)
    .filter((field) => isEssential(dossier, field, paths) && isOfColumn(field))
    .map(named);
  const ofPath = (index: number) => essentials.filter(({ path }) => path.startsWith(`paths[${index}]`));
  const common = essentials.filter(({ path }) => !path.startsWith('paths['));
  const afterSite = common.filter(({ path }) => path.startsWith('site.')).length;
  const works = dossier.values.site === null ? [] : [totalOfWorks(dossier)];
  const shared = [...common.slice(0, afterSite), ...works, ...common.slice(afterSite)];
  const group = (id: string, title: string, fields: readonly PageField[]): PageFieldGroup => ({
    id,
    title,
    fields,
    lists: [],
  });
  const typed =
    paths.length === 1
      ? [group('essentiel', 'L’essentiel', [...shared, ...ofPath(paths[0] ?? 0)])]
      : [
          group('essentiel', 'L’essentiel', shared),
          ...paths.map((index) =>
            group(`essentiel-${index}`, dossier.values.paths[index]?.label ?? '', ofPath(index)),
          ),
        ];
  const taken = new Set([...essentials.map(({ path }) => path), ...lotAmounts]);
  return [
    ...typed.filter(({ fields }) => fields.length > 0),
    ...groups
      .filter((item) => item.optional?.present !== false)
      .map((item) => withoutEssentials(item, taken))
      .filter((item) => fieldsIn([item]).length > 0),
  ];
}
