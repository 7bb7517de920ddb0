import type { ComputedDeal } from '../analysis/computed.ts';
import { frenchDate } from '../dossier/months.ts';
import { Decimal } from '../formula/decimal.ts';
import type { Line } from '../formula/operations.ts';
import { votedGuarantees } from './deliberation.ts';
import { amountOf, blank, guaranteedLoanFacts, monthDate, partyName } from './guaranteed-loan-wording.ts';
import type { Row, Table, TableCell } from './table.ts';

/** A field of the register of guaranteed debts, by the name that public accounting gives it. */
export interface DebtField {
  readonly name: string;
  /** What it is, in words. */
  readonly label: string;
}

/** Names of the TOTEM flow of budget acts; the last two complete it. */
export const DEBT_FIELDS: readonly DebtField[] = [
  { name: 'NomBenefEmprGaranti', label: 'Bénéficiaire de la garantie' },
  { name: 'CodTypEmpr', label: 'Type d’emprunt (09 : emprunt garanti)' },
  { name: 'CodTypEmprGaranti', label: 'Nature de l’emprunt garanti' },
  { name: 'LibOrgaPreteur', label: 'Organisme prêteur' },
  { name: 'ObjEmpr', label: 'Objet de l’emprunt' },
  { name: 'NumContrat', label: 'Numéro de contrat' },
  { name: 'AnEncaisse', label: 'Année d’encaissement' },
  { name: 'DtSignInit', label: 'Date de signature' },
  { name: 'Dt1RembInit', label: 'Date du premier remboursement' },
  { name: 'MtEmprOrig', label: 'Montant d’origine' },
  { name: 'DureeContratInit', label: 'Durée du contrat, en années' },
  { name: 'DureeRest', label: 'Durée restante à la clôture, en années' },
  { name: 'CodPeriodRemb', label: 'Périodicité (A, S, T, M)' },
  { name: 'CodProfilAmort', label: 'Profil d’amortissement (C constant, P progressif, F in fine)' },
  { name: 'CodTyptxInit', label: 'Type de taux (F fixe, I indexé)' },
  { name: 'IndexTxVariInit', label: 'Index' },
  { name: 'TxActuaInit', label: 'Taux actuariel d’origine, en %' },
  { name: 'TxActua', label: 'Taux actuariel de l’exercice, en %' },
  { name: 'MtIntExer', label: 'Intérêts de l’exercice' },
  { name: 'MtCapitalExer', label: 'Capital de l’exercice' },
  { name: 'MtCapitalRestDu_01_01', label: 'Capital restant dû au 1er janvier' },
  { name: 'MtCapitalRestDu_31_12', label: 'Capital restant dû au 31 décembre' },
  { name: 'MtICNE', label: 'Intérêts courus non échus' },
  { name: 'Structure', label: 'Structure (charte Gissler)' },
  { name: 'IndSousJacent', label: 'Indice sous-jacent (charte Gissler)' },
  { name: 'Quotite', label: 'Quotité garantie, en % (complément)' },
  { name: 'MtGaranti_31_12', label: 'Encours garanti au 31 décembre (complément)' },
];

/** Fields of the ratio, in the order of its formula. */
export const RATIO_FIELDS: readonly DebtField[] = [
  { name: 'TotGarEchoirExer', label: 'Annuités déjà garanties à échoir' },
  { name: 'Tot1Annuite', label: 'Première annuité entière de la nouvelle garantie' },
  { name: 'AnnuitNetDette', label: 'Annuité nette de la dette' },
  { name: 'ProvGarantiEmpr', label: 'Provisions pour garanties' },
  { name: 'RReelFon', label: 'Recettes réelles de fonctionnement' },
  { name: 'PartGarantie', label: 'Part des garanties, en % des recettes' },
];

const PERIOD_CODES: Readonly<Record<number, string>> = { 12: 'M', 4: 'T', 2: 'S', 1: 'A' };
const PROFILE_CODES = { 'level-payment': 'P', 'level-principal': 'C', bullet: 'F' } as const;

type Guaranteed = ReturnType<typeof votedGuarantees>[number];

/** The register of guaranteed debts of a deal: one line a guarantee and fiscal year; none without a local authority. */
export function guaranteedDebtTables(computed: ComputedDeal): Table[] {
  const voted = votedGuarantees(computed);
  if (voted.length === 0) return [];
  const several = voted.length > 1;
  return [
    {
      id: 'etat-dette-garantie',
      title: 'État de la dette garantie',
      unit: 'en euros ; noms de champs des actes budgétaires (TOTEM)',
      columns: DEBT_FIELDS.map(({ name }) => name),
      rows: voted.flatMap((guaranteed) =>
        debtYears(computed).map(
          ({ label, index }): Row => ({
            kind: 'line',
            label: several ? `${label} – ${guaranteed.terms.label}` : label,
            cells: debtCells(computed, guaranteed, index),
          }),
        ),
      ),
      notes: [
        'Une ligne par exercice. Codes de périodicité et de profil à vérifier sur la nomenclature en vigueur ; compte hors bilan 801.5.',
      ],
    },
    {
      id: 'ratio-dette-garantie',
      title: 'Ratio d’endettement relatif aux garanties',
      unit: 'en euros ; (TotGarEchoirExer + Tot1Annuite + AnnuitNetDette − ProvGarantiEmpr) / RReelFon',
      columns: RATIO_FIELDS.map(({ name }) => name),
      rows: voted.map((guaranteed) => ({
        kind: 'line' as const,
        label: guaranteed.terms.label,
        cells: ratioCells(computed, guaranteed),
      })),
      notes: ['Provisions déduites (CGCT art. D1511-33) ; plafond : 50 %.'],
    },
  ];
}

/** The fiscal years in which something is owed or paid on the guaranteed loan. */
export function debtYears(
  computed: ComputedDeal,
): readonly { readonly label: string; readonly index: number }[] {
  const { figures, measures } = computed;
  const of = (name: string) => figures.of(measures.lines.get(`loan.${name}`) as Line);
  const [opening, closing, drawn] = [of('opening'), of('closing'), of('drawn')];
  return figures.timeline.years
    .filter(({ index }) => [opening, closing, drawn].some((values) => values[index]?.isZero() === false))
    .map(({ index, calendarYear }) => ({ label: String(calendarYear), index }));
}

/** In %, as a spreadsheet reads it: « 3,8 ». */
function percent(fraction: Decimal): string {
  return fraction.times(100).toDecimalPlaces(4).toFixed().replace('.', ',');
}

function years(months: number): string {
  return new Decimal(Math.max(0, months)).div(12).toDecimalPlaces(2).toFixed().replace('.', ',');
}

function debtCells(computed: ComputedDeal, guaranteed: Guaranteed, year: number): TableCell[] {
  const { deal, figures, measures } = computed;
  const guarantees = deal.guarantees as NonNullable<typeof deal.guarantees>;
  const { terms, loan } = guarantees;
  const facts = guaranteedLoanFacts(computed, guarantees);
  const lastMonth = figures.timeline.years[year]?.lastMonth ?? 0;
  const first = (line: Line) => {
    const month = figures.of(line).findIndex((value) => value?.isZero() === false);
    return month < 0 ? undefined : frenchDate(monthDate(computed, month));
  };
  const ofYear = (name: string): TableCell => ({
    line: (measures.lines.get(`loan.${name}`) as Line).id,
    period: year,
  });
  const frequency = new Decimal(terms.paymentsPerYear);
  const actuarial =
    facts.fixedRate === undefined
      ? undefined
      : terms.rateConvention === 'actuarial'
        ? facts.fixedRate
        : facts.fixedRate.div(frequency).plus(1).pow(frequency).minus(1);
  const rateCell = actuarial === undefined ? blank('taux de l’exercice') : percent(actuarial);
  return [
    partyName(computed, guarantees.borrower),
    '09',
    blank('code de la nomenclature'),
    partyName(computed, guarantees.lender),
    facts.object,
    blank('numéro'),
    first(loan.drawn)?.slice(-4) ?? blank('année'),
    frenchDate(deal.setting.dossier.values.signature),
    first(loan.principal) ?? blank('date'),
    loanAmountCell(computed, facts.amount),
    years(facts.months),
    years(facts.months - lastMonth),
    PERIOD_CODES[terms.paymentsPerYear] ?? blank('périodicité'),
    PROFILE_CODES[terms.repayment],
    facts.fixedRate === undefined ? 'I' : 'F',
    facts.fixedRate === undefined ? blank('index') : '',
    rateCell,
    rateCell,
    ofYear('interest'),
    ofYear('principal'),
    ofYear('opening'),
    ofYear('closing'),
    loan.accrued === undefined ? '0,00' : { line: loan.accrued.id, period: lastMonth },
    'A',
    '1',
    percent(guaranteed.terms.coverage),
    { line: guaranteed.balance.id, period: lastMonth },
  ];
}

/** The amount of the loan: a line of the plan when there is one, so that it is explained. */
function loanAmountCell({ deal }: ComputedDeal, amount: Decimal): TableCell {
  const row = deal.borrower.plan.sources.find(({ id }) => id === 'loan');
  return row === undefined ? amount.toFixed(2).replace('.', ',') : { line: row.line.id, period: 0 };
}

function ratioCells(computed: ComputedDeal, { terms, limits }: Guaranteed): TableCell[] {
  if (terms.kind !== 'local-authority' || limits === undefined) return RATIO_FIELDS.map(() => null);
  const account = (field: string): TableCell => {
    const line = computed.measures.lines.get(`guarantee.${terms.id}.${field}`);
    return line === undefined ? null : { line: line.id, period: 0 };
  };
  const value = amountOf(computed, limits.ratios[0].value);
  return [
    account('guaranteedAnnuities'),
    { line: limits.guaranteedAnnuity.id, period: 0 },
    account('ownAnnuities'),
    account('provisions'),
    account('realOperatingRevenue'),
    terms.realOperatingRevenue.isZero()
      ? blank('recettes réelles de fonctionnement')
      : percent(value.div(terms.realOperatingRevenue)),
  ];
}
