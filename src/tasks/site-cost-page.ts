import { Decimal, ZERO } from '../formula/decimal.ts';
import { writeCount, writeDate, writeEuros } from '../formula/french.ts';
import type { Problem, Reading } from '../input/problem.ts';
import { fondsVertCsv, fondsVertJson, fondsVertSheet, type SheetTerms } from '../report/fonds-vert-sheet.ts';
import {
  balanceAgesTable,
  balanceOverTimeTable,
  balanceTable,
  doingNothingTable,
  landChargeTable,
} from '../report/site-balance-tables.ts';
import {
  type HeadlineRange,
  type RangeBar,
  type SiteAsked,
  type SiteCostPage,
  tablesOf,
} from '../report/site-cost-page.ts';
import { calendarTable, costTable, driversTable, perHectareCheck } from '../report/site-cost-tables.ts';
import { siteTableCsv } from '../report/site-table.ts';
import { balanceAges } from '../sites/balance/balance-ages.ts';
import { type BalanceTerms, developmentBalance } from '../sites/balance/development-balance.ts';
import { doingNothing } from '../sites/balance/doing-nothing.ts';
import { landCharge } from '../sites/balance/land-charge.ts';
import { type SiteCost, siteCost } from '../sites/cost/site-cost.ts';
import { unknownsOf } from '../sites/cost/unknowns.ts';
import type { Range } from '../sites/range.ts';
import { type AskedSite, deedOf, readSite, refused, type SiteRequest } from './asked-site.ts';

/** A site, and what is asked of its page. */
export type SiteCostRequest = SiteRequest & { readonly asked?: SiteAsked };

const amountOf = (text: string | undefined): Decimal => new Decimal(text ?? '0');

function headlineOf(cost: SiteCost): HeadlineRange[] {
  const range = (
    label: string,
    { low, central, high }: Range,
    write: (value: Decimal) => string,
  ): HeadlineRange => ({
    label,
    low: write(low),
    central: write(central),
    high: write(high),
  });
  return [
    range('Coût du site, cessions déduites', cost.net, writeEuros),
    ...(cost.perFloorM2 === null ? [] : [range('Par m² livré', cost.perFloorM2, writeEuros)]),
    range('Mois avant l’ouverture', cost.calendar.opening, (months) => writeCount(months)),
  ];
}

/** Ranges of the items as bars of one scale. */
function barsOf(cost: SiteCost): RangeBar[] {
  const shown = cost.items.filter(({ amount }) => !amount.high.isZero());
  const widest = shown.reduce((most, { amount }) => Decimal.max(most, amount.high), ZERO);
  const share = (value: Decimal) => value.times(100).div(widest).toDecimalPlaces(2).toNumber();
  return shown.map(({ label, amount }) => ({
    label,
    low: share(amount.low),
    central: share(amount.central),
    high: share(amount.high),
    text: amount.low.eq(amount.high)
      ? writeEuros(amount.central)
      : `de ${writeEuros(amount.low)} à ${writeEuros(amount.high)}, ${writeEuros(amount.central)} au central`,
  }));
}

interface Made {
  readonly page: SiteCostPage;
  readonly sheetTerms: SheetTerms;
}

function make(site: AskedSite, asked: SiteAsked): Made {
  const { brownfield, need, start, enterprise } = site;
  const deed = deedOf(site);
  const cost = siteCost(brownfield, need, { deed });
  const charge = landCharge(
    brownfield,
    need,
    {
      ...(asked.rent === undefined ? {} : { rentPerM2Year: new Decimal(asked.rent) }),
      ...(asked.requiredYield === undefined ? {} : { requiredYield: new Decimal(asked.requiredYield) }),
    },
    cost,
  );
  const otherAids = amountOf(asked.otherAids);
  const grant = asked.grant === undefined ? null : new Decimal(asked.grant);
  const others = otherAids.isZero() ? [] : [{ label: 'Autres aides', amount: otherAids }];
  const terms: BalanceTerms = {
    start,
    // A negative land charge is not a price: nobody pays for the land.
    landCharge: Decimal.max(charge?.charge.central ?? ZERO, ZERO).toDecimalPlaces(2),
    authority: amountOf(asked.authority),
    grants: grant === null ? others : [...others, { label: 'Fonds vert', amount: grant }],
  };
  const balance = developmentBalance(cost, terms);
  const beforeFondsVert = grant === null ? balance : developmentBalance(cost, { ...terms, grants: others });
  // The favourable reading pays the most for the land.
  const deficitAt = (reading: 'low' | 'high') => {
    const paid = charge?.charge[reading === 'low' ? 'high' : 'low'] ?? ZERO;
    const landCharge = Decimal.max(paid, ZERO).toDecimalPlaces(2);
    return developmentBalance(cost, { ...terms, landCharge, grants: others }, reading).deficitAfterGrants;
  };
  const sheetTerms: SheetTerms = {
    deficit: {
      low: deficitAt('low'),
      central: beforeFondsVert.deficitAfterGrants,
      high: deficitAt('high'),
    },
    brownfield,
    cost,
    balance: beforeFondsVert,
    otherAids,
    asked: grant,
    enterprise,
  };
  const nothing = doingNothing(brownfield, cost.floorAreaM2);
  return {
    sheetTerms,
    page: {
      id: brownfield.id,
      name: brownfield.name,
      commune: brownfield.commune,
      headline: headlineOf(cost),
      unknowns: unknownsOf(brownfield).map(({ label, remedy }) => ({ label, remedy })),
      bars: barsOf(cost),
      cost: [costTable(cost), driversTable(cost), doingNothingTable(nothing)],
      calendar: [calendarTable(cost.calendar)],
      balance: [
        ...(charge === undefined ? [] : [landChargeTable(charge)]),
        balanceTable(balance),
        balanceOverTimeTable(balance),
        balanceAgesTable(balanceAges(brownfield, need, terms, deed)),
      ],
      crossCheck: perHectareCheck(cost),
      asked: {
        rent: charge?.terms.rentPerM2Year.toFixed() ?? brownfield.marketRentPerM2Year.toFixed(),
        requiredYield: charge?.terms.requiredYield.toFixed() ?? brownfield.exitYield.toFixed(),
        otherAids: otherAids.toFixed(),
        authority: terms.authority.toFixed(),
        grant: grant?.toFixed() ?? '',
      },
      sheet: fondsVertSheet(sheetTerms),
      lawDate: writeDate(deed),
    },
  };
}

/** Amounts of the address: decimals that are not negative, a yield above zero. */
function problemsOf(asked: SiteAsked): Problem[] {
  const found: Problem[] = [];
  for (const [name, text] of Object.entries(asked)) {
    if (text === undefined) continue;
    const isRead = /^\d{1,12}(\.\d{1,10})?$/.test(text);
    if (!isRead || (name === 'requiredYield' && !(Number(text) > 0 && Number(text) <= 1))) {
      found.push({
        path: name,
        message:
          name === 'requiredYield'
            ? 'rendement hors limites : écrivez un taux au-dessus de 0 %, au plus 100 %'
            : 'montant hors limites : écrivez un montant positif ou nul',
      });
    }
  }
  return found;
}

function made(request: SiteCostRequest): Reading<Made> {
  const asked = request.asked ?? {};
  const problems = problemsOf(asked);
  if (problems.length > 0) return { ok: false, problems };
  const site = readSite(request);
  return site.ok ? { ok: true, value: make(site.value, asked) } : site;
}

/** The page of the cost of a site, of a dossier or of the inventory. */
export function makeSiteCostPage(request: SiteCostRequest): Reading<SiteCostPage> {
  const found = made(request);
  return found.ok ? { ok: true, value: found.value.page } : found;
}

/** What can be carried away from the page. */
export type SiteFileRequest = SiteCostRequest & {
  /** Id of a table, or one of the two forms of the sheet. */
  readonly file: string;
};

/** A table of the page or the sheet of the Fonds vert, as the text of a file. */
export function makeSiteFile(
  request: SiteFileRequest,
): Reading<{ readonly text: string; readonly isJson: boolean }> {
  const found = made(request);
  if (!found.ok) return found;
  const { page, sheetTerms } = found.value;
  if (request.file === 'fonds-vert.csv')
    return { ok: true, value: { text: fondsVertCsv(page.sheet), isJson: false } };
  if (request.file === 'fonds-vert.json') {
    const text = `${JSON.stringify(fondsVertJson(page.sheet, sheetTerms), null, 2)}\n`;
    return { ok: true, value: { text, isJson: true } };
  }
  const table = tablesOf(page).find(({ id }) => `${id}.csv` === request.file);
  if (table === undefined) {
    const ids = tablesOf(page).map(({ id }) => `${id}.csv`);
    return refused({
      path: 'table',
      message: `fichier « ${request.file} » inconnu : choisissez parmi ${[...ids, 'fonds-vert.csv', 'fonds-vert.json'].join(', ')}`,
    });
  }
  return { ok: true, value: { text: siteTableCsv(table), isJson: false } };
}
