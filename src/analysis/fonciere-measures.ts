import { dividedBy, endOfYear, minus, NO_MONEY, plus, sumOfTerms, sumOfYear } from '../formula/build.ts';
import type { Formula } from '../formula/operations.ts';
import { balanceOf } from '../ledger/books.ts';
import type { MeasureSetting, MonthlyMoney } from './measure-setting.ts';

/** What the page of a foncière solidaire reads by year: rents, costs, annuities, members, cash; nothing elsewhere. */
export function addFonciereMeasures(measure: MeasureSetting): void {
  const { deal, keep } = measure;
  const { fonciere, vehicle, lease, holding } = deal;
  if (fonciere === undefined || vehicle === undefined || lease === undefined || holding === undefined) return;
  const { calculation } = deal.setting;
  const about = { party: vehicle.id };
  const { shares, lots, reserved } = fonciere;
  const yearly = (id: string, label: string, formula: Formula<'money', 'yearly' | 'once', 'defined'>) =>
    keep(`fonciere.${id}`, calculation.yearly(`measure.fonciere.${id}`, label, formula, about));
  const flow = (id: string, label: string, ...lines: MonthlyMoney[]) =>
    yearly(id, label, sumOfTerms([NO_MONEY, ...lines.map((line) => sumOfYear(line))]));
  const stock = (id: string, label: string, line: Formula<'money', 'monthly' | 'once', 'defined'>) =>
    yearly(
      id,
      label,
      endOfYear(
        line.operation === 'line'
          ? (line as MonthlyMoney)
          : calculation.monthly(`measure.fonciere.${id}.monthly`, label, line, about),
      ),
    );

  flow('rent-site', 'Loyers de ce site', lease.rentOfMonth);
  flow('recharged', 'Charges et taxe foncière refacturées', lease.recharged);
  const { canon } = holding;
  flow(
    'charges',
    canon === undefined
      ? 'Charges et taxe foncière de ce site'
      : 'Charges, taxe foncière et canon de ce site',
    holding.charges,
    holding.taxeFonciere,
    ...(canon === undefined ? [] : [canon]),
  );
  const fees = calculation.line('fonciere.fees') as MonthlyMoney;
  flow('pooled', 'Charges communes', fees, ...(lots === undefined ? [] : [lots.otherCosts]));
  flow('annuities', 'Annuités du prêt de ce site', vehicle.plan.loan.payment);
  if (lots !== undefined) {
    flow('rent-lots', 'Loyers des autres sites, vacance déduite', ...lots.lots.map(({ rent }) => rent));
    flow('vacancy', 'Loyers perdus par vacance, autres sites', lots.vacancy);
    flow(
      'charges-lots',
      'Charges laissées à la foncière, autres sites',
      ...lots.lots.map(({ charges }) => charges),
    );
    flow(
      'annuities-lots',
      'Annuités des prêts des autres sites',
      ...lots.lots.map(({ loan }) => loan.payment),
    );
    flow('spent-lots', 'Achats et travaux des autres sites', ...lots.lots.map(({ spent }) => spent));
    for (const lot of lots.lots) {
      keep(
        `${lot.id}.owed`,
        calculation.yearly(
          `measure.${lot.id}.owed`,
          `${lot.label} : prêts restant dus`,
          endOfYear(lot.loan.closing),
          about,
        ),
      );
      keep(
        `${lot.id}.rent`,
        calculation.yearly(`measure.${lot.id}.rent`, `${lot.label} : loyers`, sumOfYear(lot.rent), about),
      );
    }
  }
  flow('interest', 'Intérêts aux parts versés', ...shares.members.map(({ interest }) => interest));
  flow('redeemed', 'Parts sociales remboursées', ...shares.members.map(({ redeemed }) => redeemed));
  if (shares.redemption !== undefined) {
    flow('asked', 'Remboursements de parts demandés, en nominal', shares.redemption.asked);
    stock('waiting', 'Demandes de remboursement en attente', shares.redemption.waiting);
    stock('floor', 'Plancher légal du capital', shares.redemption.floor);
  }
  const { books } = vehicle;
  stock('capital', 'Capital', sumOfTerms(shares.members.map(({ nominal }) => nominal)));
  stock(
    'reserves',
    'Réserves impartageables',
    plus(balanceOf(books, 'legalReserve'), balanceOf(books, 'reserves'), NO_MONEY),
  );
  stock('cash', 'Trésorerie', books.cash);
  yearly('free-cash', 'Trésorerie libre, fonds réservés déduits', minus(endOfYear(books.cash), reserved.all));
  const { sources } = vehicle;
  const own = (id: string, label: string, wanted: (source: (typeof sources)[number]) => boolean) =>
    calculation.once(
      `measure.fonciere.${id}`,
      label,
      sumOfTerms([NO_MONEY, ...sources.filter(wanted).map(({ total }) => total)]),
      about,
    );
  own('site-grants', 'Subventions de ce site', ({ category }) => category === 'grant');
  own('site-funds', 'Fonds communs affectés à ce site', ({ category }) => category !== 'grant');
  const subscribed = sumOfTerms([NO_MONEY, ...shares.members.map(({ amount }) => amount)]);
  const all = calculation.once('measure.fonciere.subscribed', 'Parts sociales souscrites', subscribed, about);
  keep('fonciere.subscribed', all);
  for (const [index, member] of shares.members.entries()) {
    keep(
      `fonciere.members.${member.id}.share`,
      calculation.once(
        `measure.fonciere.members.${index + 1}.share`,
        `Part du capital : ${member.label}`,
        dividedBy(member.amount, all),
        about,
      ),
    );
  }
}
