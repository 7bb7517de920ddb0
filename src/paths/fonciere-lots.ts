import type { FoncierePath } from '../dossier/dossier.ts';
import { addMonths } from '../dossier/months.ts';
import { max, minus, NO_MONEY, plus, sumOfTerms, total } from '../formula/build.ts';
import type { Formula, Line } from '../formula/operations.ts';
import type { Law } from '../ledger/conservation-law.ts';
import { writeLot } from '../property/lot.ts';
import type { MonthlyMoney } from './company.ts';
import type { FonciereProject, writeFonciereVehicle } from './fonciere-companies.ts';
import { writeOtherCosts, writeVatOfLots } from './fonciere-lot-costs.ts';
import { type FinancedLot, writeLotLoan } from './fonciere-lot-loan.ts';
import { FONCIERE } from './fonciere-members.ts';
import type { PathSetting } from './setting.ts';

type OnceMoney = Line<'money', 'once', 'defined'>;

/** A use or a source of the whole programme of a vehicle. */
export interface ProgrammeRow {
  readonly id: string;
  readonly label: string;
  readonly line: OnceMoney;
}

/** The other sites of a vehicle, with what finances them and what they share with this one. */
export interface FonciereLots {
  readonly lots: readonly FinancedLot[];
  /** Rents of every site, vacancy out of them. */
  readonly allRents: (ofThisSite: MonthlyMoney) => MonthlyMoney;
  readonly vacancy: MonthlyMoney;
  /** Pooled costs that this site does not bear. */
  readonly otherCosts: MonthlyMoney;
  readonly uses: readonly ProgrammeRow[];
  readonly sources: readonly ProgrammeRow[];
  readonly totalUses: OnceMoney;
  readonly totalSources: OnceMoney;
  readonly laws: readonly Law[];
}

/** Month of the last payment of the loans of the lots, counted from signature. */
export function lastMonthOfLots({ lots }: FoncierePath): number {
  return Math.max(
    0,
    ...lots.map(({ purchaseMonth, worksMonths, loanYears }) => purchaseMonth + worksMonths + loanYears * 12),
  );
}

/**
 * The other sites of the vehicle: each lot with its own loan, drawn as money is spent; what neither loan nor grant pays
 * comes from the pooled funds. With them come the pooled costs that this site does not bear and the VAT of their rents.
 */
export function writeFonciereLots(
  setting: PathSetting,
  { path, place }: FonciereProject,
  vehicle: ReturnType<typeof writeFonciereVehicle>,
): FonciereLots {
  const { calculation, assume, dossier } = setting;
  const about = { party: FONCIERE };
  const { values } = dossier;
  const lots = path.lots.map((described, index): FinancedLot => {
    const id = `fonciere.lots.${index + 1}`;
    const lotPlace = `${place}.lots[${index}]`;
    const term: Parameters<typeof writeLot>[0]['term'] = (field, unit) =>
      assume(`${lotPlace}.${field}`, unit);
    const lot = writeLot({
      ...vehicle.property.setting,
      id,
      label: described.label,
      term,
      department: described.department,
      purchaseDate: addMonths(values.signature, described.purchaseMonth),
      recoversVat: path.lease.vatOption,
      refundLagMonths: values.project.vatRefundLagMonths,
      tenants: 'other-tenants',
    });
    return { ...lot, count: described.count, ...writeLotLoan(setting, path, lot, term) };
  });

  const rentOfLots = calculation.monthly(
    'fonciere.lots.rent',
    'Loyers des autres sites',
    sumOfTerms([NO_MONEY, ...lots.map(({ rent }) => rent)]),
    about,
  );
  const vacancy = calculation.monthly(
    'fonciere.lots.vacancy',
    'Loyers perdus par vacance dans les autres sites',
    sumOfTerms([NO_MONEY, ...lots.map((lot) => lot.vacancy)]),
    about,
  );
  const otherCosts = writeOtherCosts(setting, place, vehicle.sharing.ofArea);
  writeVatOfLots(setting, path, rentOfLots, [...lots.map(({ charges }) => charges), otherCosts]);

  const row = (id: string, label: string, formula: Formula<'money', 'once', 'defined'>): ProgrammeRow => ({
    id,
    label,
    line: calculation.once(`fonciere.programme.${id}`, label, formula, about),
  });
  const { plan, members, pooled } = vehicle;
  const uses = [
    row('use.site', 'Ce site (besoins de son plan, trésorerie comprise)', plan.totalUses),
    ...lots.map((lot, index) => row(`use.lot-${index + 1}`, lot.label, lot.cost)),
    ...(path.lease.vatOption
      ? []
      : [
          row(
            'use.lots-vat',
            'Autres sites : TVA non récupérable',
            total(
              calculation.monthly(
                'fonciere.lots.vat-cost',
                'Autres sites : TVA non récupérable payée',
                sumOfTerms([NO_MONEY, ...lots.map(({ vat }) => vat.cost)]),
                about,
              ),
            ),
          ),
        ]),
  ];
  const siteOnly = plan.sources.filter(
    ({ id }) =>
      !members.sources.some((source) => source.id === id) && !pooled.here.some((source) => source.id === id),
  );
  const funds = [
    ...members.all.map(({ id, label, amount }) =>
      row(`source.members-${id}`, `Parts sociales : ${label}`, amount),
    ),
    ...pooled.here.map((source, index) =>
      row(
        `source.pooled-${source.id}`,
        source.label,
        plus(source.total, pooled.elsewhere[index]?.total ?? NO_MONEY),
      ),
    ),
  ];
  const lotFunds = lots.flatMap((lot, index) => [
    row(`source.loan-${index + 1}`, `Prêts : ${lot.label}`, lot.loanAmount),
    ...(path.lots[index]?.grantShare.isZero()
      ? []
      : [row(`source.grant-${index + 1}`, `Subventions : ${lot.label}`, lot.grantAmount)]),
  ]);
  const known = [
    ...funds,
    ...siteOnly.map(({ id, label, line }) => row(`source.site-${id}`, `${label} (ce site)`, line)),
    ...lotFunds,
  ];
  const totalUsesBefore = sumOfTerms(uses.map(({ line }) => line));
  const totalKnown = sumOfTerms(known.map(({ line }) => line));
  const left = row(
    'use.left',
    'Fonds communs non employés',
    max(NO_MONEY, minus(totalKnown, totalUsesBefore)),
  );
  const missing = row(
    'source.missing',
    'Fonds communs à trouver',
    max(NO_MONEY, minus(totalUsesBefore, totalKnown)),
  );
  const allUses = [...uses, left];
  const allSources = [...known, missing];
  const totalUses = row('total-uses', 'Total des besoins', sumOfTerms(allUses.map(({ line }) => line))).line;
  const totalSources = row(
    'total-sources',
    'Total des ressources',
    sumOfTerms(allSources.map(({ line }) => line)),
  ).line;
  return {
    lots,
    allRents: (ofThisSite) =>
      calculation.monthly(
        'fonciere.all-rents',
        'Loyers de tous les sites',
        plus(ofThisSite, rentOfLots),
        about,
      ),
    vacancy,
    otherCosts,
    uses: allUses,
    sources: allSources,
    totalUses,
    totalSources,
    laws: [programmeLaw(setting, lots)],
  };
}

/** What is spent for the lots is what their loans, grants and pooled funds pay, re-added from the transfers. */
function programmeLaw({ calculation, ledger }: PathSetting, lots: readonly FinancedLot[]): Law {
  const label = 'Autres sites : ce qui est dépensé = prêts tirés + subventions + fonds communs';
  const posted = new Set(ledger.transfers.map(({ id }) => id));
  const drawn = lots.flatMap(({ loan, grant }) =>
    [loan.drawn, grant].filter(({ id }) => posted.has(id)).map((line) => total(line)),
  );
  const gap = calculation.once(
    'law.fonciere.programme.gap',
    `${label} : écart`,
    minus(
      sumOfTerms([NO_MONEY, ...lots.map(({ spent }) => total(spent))]),
      sumOfTerms([NO_MONEY, ...drawn, ...lots.map(({ fromFunds }) => fromFunds)]),
    ),
  );
  return {
    id: 'fonciere.programme',
    label,
    gap: calculation.once('law.fonciere.programme', label, max(gap, minus(NO_MONEY, gap))),
  };
}
