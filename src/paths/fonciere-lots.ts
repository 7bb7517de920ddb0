import type { FoncierePath } from '../dossier/dossier.ts';
import { addMonths } from '../dossier/months.ts';
import {
  choose,
  constant,
  inYearOf,
  isMore,
  MONTH,
  max,
  minus,
  NO_MONEY,
  ONE_RATIO,
  over,
  plus,
  previous,
  roundedToCents,
  sumOfTerms,
  times,
  total,
} from '../formula/build.ts';
import type { Formula, Line } from '../formula/operations.ts';
import { type LoanLines, loanLines } from '../instruments/loan-lines.ts';
import type { Law } from '../ledger/laws.ts';
import { type Lot, writeLot } from '../property/lot.ts';
import type { MonthlyMoney } from './company.ts';
import type { FonciereProject, writeFonciereVehicle } from './fonciere-companies.ts';
import { FONCIERE } from './fonciere-members.ts';
import { type PathSetting, SIGNATURE } from './setting.ts';

type OnceMoney = Line<'money', 'once', 'defined'>;

const ONE_YEAR = constant(1, 'years');
const TWELVE = constant(12, 'ratio');
const TWELVE_COUNTS = constant(12, 'count');

/** A lot with its loan. */
export interface FinancedLot extends Lot {
  readonly count: number;
  readonly loan: LoanLines;
  readonly loanAmount: OnceMoney;
  /** Cost less loan and grants: what pooled funds pay. */
  readonly fromFunds: OnceMoney;
}

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

/** The loan of a lot: a share of its cost, drawn with the spending, level monthly payments after entry into service. */
function writeLotLoan(
  { calculation, ledger }: PathSetting,
  path: FoncierePath,
  lot: Lot,
  term: Parameters<typeof writeLot>[0]['term'],
): Pick<FinancedLot, 'loan' | 'loanAmount' | 'fromFunds'> {
  const { id, label } = lot;
  const about = { party: FONCIERE };
  const monthly = (name: string, words: string, formula: Formula<'money', 'monthly' | 'once', 'defined'>) =>
    calculation.monthly(`${id}.${name}`, `${label} : ${words}`, formula, about);
  const share = term('loanShare', 'ratio');
  const loanAmount = calculation.once(
    `${id}.loan-amount`,
    `${label} : prêts`,
    roundedToCents(times(lot.cost, share)),
    about,
  );
  const spentToDate = calculation.later(
    `${id}.spent-to-date`,
    `${label} : dépenses à ce jour`,
    'money',
    'monthly',
    about,
  );
  calculation.define(spentToDate, plus(previous(spentToDate), lot.spent));
  const drawnToDate = monthly(
    'loan-drawn-to-date',
    'prêts tirés à ce jour',
    roundedToCents(times(spentToDate, share)),
  );
  const drawn = monthly('loan-drawn', 'tirage des prêts', minus(drawnToDate, previous(drawnToDate)));
  const loan = loanLines(calculation, `${id}.loan`, {
    drawn,
    annualRate: term('loanAnnualRate', 'ratio/years'),
    rateConvention: 'proportional',
    endOfMobilisation: lot.opening,
    payments: times(over(term('loanYears', 'years'), ONE_YEAR), TWELVE_COUNTS),
    paymentsPerYear: 12,
    repayment: 'level-payment',
    party: FONCIERE,
  });
  const { lender } = path.terms;
  ledger.transfer(lender, FONCIERE, 'loan-drawdown', loan.drawn);
  ledger.transfer(FONCIERE, lender, 'loan-repayment', loan.principal);
  ledger.accrue(FONCIERE, 'accrued-interest', loan.interestBorne);
  ledger.transfer(FONCIERE, lender, 'accrued-interest-payment', loan.interestPaid);
  ledger.debt({
    id: `${id}.loan`,
    label: `Prêts : ${label}`,
    borrower: FONCIERE,
    lender,
    drawn: loan.drawn,
    capitalised: loan.capitalised,
    repaid: loan.principal,
    closing: loan.closing,
  });
  return {
    loan,
    loanAmount,
    fromFunds: calculation.once(
      `${id}.from-funds`,
      `${label} : payé par les fonds communs`,
      minus(lot.cost, plus(loanAmount, lot.grantAmount)),
      about,
    ),
  };
}

/** Pooled costs of the vehicle that this site does not bear, from signature on. */
function writeOtherCosts(
  { calculation, ledger, assume, inflationIndex }: PathSetting,
  place: string,
  shareOfSite: Formula<'ratio', 'once', 'defined'>,
): MonthlyMoney {
  const about = { party: FONCIERE };
  const ofMonth = calculation.yearly(
    'fonciere.lots.pooled-costs-of-month',
    'Charges communes des autres sites, par mois',
    roundedToCents(
      over(
        times(
          times(
            times(assume(`${place}.vehicle.managementCostsYear`, 'money/years'), ONE_YEAR),
            minus(ONE_RATIO, shareOfSite),
          ),
          inflationIndex,
        ),
        TWELVE,
      ),
    ),
    about,
  );
  const line = calculation.monthly(
    'fonciere.lots.pooled-costs',
    'Charges communes des autres sites',
    choose(isMore(MONTH, SIGNATURE), inYearOf(ofMonth), NO_MONEY),
    about,
  );
  ledger.transfer(FONCIERE, 'suppliers', 'external-charges', line);
  return line;
}

/** VAT of the rents and of the charges of the other sites: with the option handed over the month after, without it a cost. */
function writeVatOfLots(
  { calculation, ledger, assume }: PathSetting,
  path: FoncierePath,
  rents: MonthlyMoney,
  charges: readonly MonthlyMoney[],
): void {
  const about = { party: FONCIERE };
  const monthly = (id: string, label: string, formula: Formula<'money', 'monthly' | 'once', 'defined'>) =>
    calculation.monthly(`fonciere.lots.${id}`, label, formula, about);
  const rate = assume('project.vatRate', 'ratio');
  const onCharges = monthly(
    'vat.on-charges',
    'TVA sur les charges des autres sites',
    roundedToCents(times(sumOfTerms(charges), rate)),
  );
  if (!path.lease.vatOption) {
    ledger.transfer(FONCIERE, 'suppliers', 'irrecoverable-vat-on-charges', onCharges);
    return;
  }
  const collected = monthly(
    'vat.collected',
    'TVA sur les loyers des autres sites',
    roundedToCents(times(rents, rate)),
  );
  ledger.transfer('other-tenants', FONCIERE, 'lease-vat', collected);
  ledger.transfer(FONCIERE, 'suppliers', 'vat-deducted', onCharges);
  const position = monthly('vat.position', 'TVA du mois des autres sites', minus(collected, onCharges));
  ledger.transfer(
    FONCIERE,
    'tax-office',
    'vat-paid',
    monthly('vat.paid', 'TVA des autres sites reversée', max(NO_MONEY, previous(position))),
  );
  ledger.transfer(
    'tax-office',
    FONCIERE,
    'vat-refunded',
    monthly(
      'vat.refunded',
      'TVA des autres sites remboursée',
      max(NO_MONEY, minus(NO_MONEY, previous(position))),
    ),
  );
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
