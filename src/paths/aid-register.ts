import {
  constant,
  definedOr,
  dividedBy,
  max,
  minus,
  NO_MONEY,
  ONE_RATIO,
  plus,
  sumOfTerms,
  times,
} from '../formula/build.ts';
import type { Formula, Line } from '../formula/operations.ts';
import { type AidCeiling, writeAidCeiling } from '../law/aid-ceiling.ts';
import { countsWith, type DeMinimis, writeDeMinimis } from '../law/de-minimis.ts';
import { type SizeLines, writeSize } from '../law/sme-status.ts';
import { aidDiscountRate } from '../law/state-aid.ts';
import { type AidDiscount, writeAidDiscount } from '../law/state-aid-schedule.ts';
import type { Support } from './aid-support.ts';
import { findSupports, landDiscount, newCapital } from './aid-supports.ts';
import type { Deal, Group } from './deal.ts';
import { canonSupports } from './land-lease-aid.ts';
import { rentSupports } from './rent-advantage-aid.ts';
import type { PathSetting } from './setting.ts';

type OnceMoney = Line<'money', 'once', 'defined'>;
type OnceRatio = Line<'ratio', 'once', 'defined'>;

/** Every public contribution of a deal to the single undertaking (operator and vehicle), under one ceiling. */
export interface AidRegister {
  readonly supports: readonly Support[];
  /** Sum of the grant equivalents. */
  readonly total: OnceMoney;
  /** Of it, what no market rate prices: grants, discounts. */
  readonly certain: OnceMoney;
  /** What is given, lent, guaranteed or invested, in all. */
  readonly nominal: OnceMoney;
  readonly eligibleCosts: OnceMoney;
  /** Of the capital, after what public parties bring in this path, exempt bodies left out. */
  readonly countedPublicShare: OnceRatio;
  readonly exemptPublicShare: OnceRatio;
  readonly size: SizeLines;
  readonly deMinimis: DeMinimis;
  readonly ceiling: AidCeiling;
  /** Ceiling − total: negative when aids exceed it. */
  readonly headroom: OnceMoney;
  /** Share of the eligible costs that no public contribution pays; undefined without costs. */
  readonly ownContribution: Line<'ratio', 'once', 'undefinable'>;
}

/** The discount of the aids of a deal, at the EU rate of the grant: written once, for the register and for paths that price their own supports. */
export function aidDiscount(setting: PathSetting): AidDiscount {
  const { calculation, assume } = setting;
  const grantMonth = assume('stateAid.grantDate', 'months');
  const known = calculation.lines.get('aid.discount-factor');
  if (known !== undefined) {
    return { grantMonth, factor: known as unknown as AidDiscount['factor'] };
  }
  return writeAidDiscount(calculation, 'aid', grantMonth, aidDiscountRate(calculation));
}

/** The public share once the new capital has come: parts at their nominal. */
function shareAfter(deal: Deal, before: Formula<'ratio', 'once', 'defined'>, isPublic: boolean) {
  const { assume, dossier } = deal.setting;
  // Shares of a group are counted by their number, not by what was paid for them.
  if (deal.group !== undefined) return before;
  const { fromPublic, all } = newCapital(deal);
  // An association has no capital: what public parties bring gives them no share.
  if (fromPublic.length === 0 || dossier.values.operator.form === 'association') return before;
  const capital = assume('operator.openingCapital', 'money');
  return definedOr(
    dividedBy(plus(times(capital, before), ...(isPublic ? fromPublic : [])), plus(capital, ...all)),
    before,
  );
}

/** The guarantees given with public money, already priced on the schedule of their loan. */
function guaranteeSupports({ guarantees }: Deal): readonly Support[] {
  return (guarantees?.aids ?? []).map((aid) => ({
    ...aid,
    kind: 'guarantee',
    method: 'écart à la prime refuge, échéancier réel',
    isEstimated: true,
    needsPariPassu: false,
  }));
}

/** The part of the capital of a foncière that local authorities and other public parties hold. */
function publicPartOfFonciere({ setting, path }: Deal) {
  const { ledger, dossier, assume, calculation } = setting;
  if (path.kind !== 'fonciere') return undefined;
  const index = dossier.values.paths.findIndex(({ id }) => id === path.id);
  const amountOf = (rank: number) => assume(`paths[${index}].colleges[${rank}].amount`, 'money');
  const isPublic = ({ category, from }: (typeof path.colleges)[number]) =>
    category === 'authorities' || ledger.parties.get(from)?.side !== 'private';
  const ranks = path.colleges.map((college, rank) => ({ rank, isPublic: isPublic(college) }));
  return calculation.once(
    'aid.fonciere-public-share',
    'Part publique du capital de la foncière',
    definedOr(
      dividedBy(
        sumOfTerms([NO_MONEY, ...ranks.filter((item) => item.isPublic).map(({ rank }) => amountOf(rank))]),
        sumOfTerms([NO_MONEY, ...ranks.map(({ rank }) => amountOf(rank))]),
      ),
      constant(0, 'ratio'),
    ),
  );
}

/** The part of the shares of a group that public parties hold once all have entered, conversions counted. */
function publicPartOfGroup({ capital }: Group, { ledger, calculation }: PathSetting) {
  const none = constant(0, 'count');
  const held = capital.holders
    .filter(({ party }) => ledger.parties.get(party)?.side !== 'private')
    .map(({ dilutedShares }) => dilutedShares);
  return calculation.once(
    'aid.group-public-share',
    'Part publique des actions, conversions comprises',
    definedOr(dividedBy(plus(none, ...held), capital.diluted), constant(0, 'ratio')),
  );
}

/** The part of the vehicle that its investor holds, when that investor is public; undefined otherwise. */
function publicPartOfVehicle(deal: Deal) {
  const { setting, path } = deal;
  if (path.kind === 'fonciere') return publicPartOfFonciere(deal);
  if (deal.group !== undefined) return publicPartOfGroup(deal.group, setting);
  const { ledger, dossier, assume } = setting;
  if (path.kind !== 'sci' || ledger.parties.get(path.ticket.from)?.side === 'private') return undefined;
  const index = dossier.values.paths.findIndex(({ id }) => id === path.id);
  return minus(ONE_RATIO, assume(`paths[${index}].vehicle.operatorShare`, 'ratio'));
}

/** The vehicle is part of the single undertaking: what a public investor holds of it counts as what is held of the operator. */
function writeShares(deal: Deal): Pick<AidRegister, 'countedPublicShare' | 'exemptPublicShare'> {
  const { calculation, assume, dossier } = deal.setting;
  const { publicShare, exemptInvestor } = dossier.values.stateAid;
  // Unknown is read as none; the register says that it is unknown.
  const before = publicShare === null ? constant(0, 'ratio') : assume('stateAid.publicShare', 'ratio');
  const exempt = shareAfter(deal, assume('stateAid.exemptPublicShare', 'ratio'), false);
  const counted = minus(shareAfter(deal, before, true), exempt);
  const ofVehicle = publicPartOfVehicle(deal);
  const isExempt = exemptInvestor === 'yes';
  const withVehicle = (share: typeof counted, counts: boolean) =>
    ofVehicle === undefined || !counts ? plus(share) : max(share, ofVehicle);
  return {
    countedPublicShare: calculation.once(
      'aid.public-holding',
      'Part publique du capital, après l’opération, organismes dispensés exclus',
      withVehicle(counted, !isExempt),
    ),
    exemptPublicShare: calculation.once(
      'aid.exempt-public-holding',
      'Part des organismes publics dispensés, après l’opération',
      withVehicle(exempt, isExempt),
    ),
  };
}

/**
 * Writes the register of aids of a deal, ids `aid.…`: each public contribution in grant equivalent, their sum, the ceiling
 * that applies to the size of the enterprise after public capital, and what is left under it.
 * @param deal composed, its loans sized; its guarantees, priced on their real schedule, join those found here
 */
export function writeAidRegister(deal: Deal): AidRegister {
  const { setting, property } = deal;
  const { calculation, assume, dossier } = setting;
  const { stateAid } = dossier.values;
  const discount = landDiscount(deal);
  const supports = [
    ...findSupports(deal, () => aidDiscount(setting)),
    ...(discount === undefined ? [] : [discount.support]),
    ...canonSupports(deal, () => aidDiscount(setting)),
    ...rentSupports(deal, () => aidDiscount(setting)),
    ...guaranteeSupports(deal),
  ];
  const sum = (id: string, label: string, lines: readonly OnceMoney[]) =>
    calculation.once(`aid.${id}`, label, sumOfTerms(lines));
  const total = sum(
    'total',
    'Équivalent-subvention brut des aides',
    supports.map(({ grantEquivalent }) => grantEquivalent),
  );
  const certain = sum(
    'certain',
    'Dont subventions et rabais',
    supports.filter(({ isEstimated }) => !isEstimated).map(({ grantEquivalent }) => grantEquivalent),
  );
  const nominal = sum(
    'nominal',
    'Concours publics, en montant',
    supports.map((support) => support.nominal),
  );
  const fittings = calculation.lines.get('tenant-works.eligible') as OnceMoney | undefined;
  const eligibleCosts = sum('eligible-costs', 'Coûts admissibles : site, travaux et honoraires hors taxes', [
    ...(property === undefined
      ? []
      : [
          discount === undefined
            ? property.purchase.price
            : calculation.once(
                'aid.land.eligible',
                'Site, à sa valeur de référence si elle dépasse le prix',
                max(discount.referenceValue, property.purchase.price),
              ),
          property.eligibleCosts,
        ]),
    ...(fittings === undefined ? [] : [fittings]),
  ]);
  const shares = writeShares(deal);
  const size = writeSize(calculation, 'aid.size', {
    ...shares,
    employees: assume('stateAid.employees', 'count'),
    revenue: assume('stateAid.revenue', 'money'),
    balanceSheet: assume('stateAid.balanceSheet', 'money'),
  });
  const deMinimis = writeDeMinimis(calculation, 'aid.de-minimis', {
    awarded: stateAid.deMinimisAids.flatMap(({ date }, index) =>
      countsWith(date, stateAid.grantDate)
        ? [assume(`stateAid.deMinimisAids[${index}].amount`, 'money')]
        : [],
    ),
    sgeiMandate: stateAid.sgeiMandate,
  });
  const ceiling = writeAidCeiling(calculation, 'aid', {
    size,
    zone: stateAid.afrZone,
    investment: stateAid.initialInvestment,
    eligibleCosts,
    remediationCosts: assume('stateAid.remediationCosts', 'money'),
    landGain: assume('stateAid.remediationLandGain', 'money'),
    deMinimis,
  });
  return {
    supports,
    total,
    certain,
    nominal,
    eligibleCosts,
    ...shares,
    size,
    deMinimis,
    ceiling,
    headroom: calculation.once(
      'aid.headroom',
      'Marge sous le plafond d’aides',
      minus(ceiling.ceiling, total),
    ),
    ownContribution: calculation.once(
      'aid.own-contribution-share',
      'Part des coûts admissibles payée sans concours public',
      dividedBy(max(NO_MONEY, minus(eligibleCosts, nominal)), eligibleCosts),
    ),
  };
}
