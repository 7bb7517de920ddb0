import type { FoncierePath } from '../dossier/dossier.ts';
import {
  choose,
  constant,
  definedOr,
  dividedBy,
  isEqual,
  MONTH,
  minus,
  NO_MONEY,
  ONE_RATIO,
  over,
  plus,
  roundedToCents,
  sumOfTerms,
  times,
} from '../formula/build.ts';
import type { Formula, Line } from '../formula/operations.ts';
import type { MonthlyMoney } from './company.ts';
import type { Source } from './funding-plan-rows.ts';
import { OPERATOR } from './operating-company.ts';
import { type PathSetting, SIGNATURE } from './setting.ts';

/** The party of the vehicle. */
export const FONCIERE = 'fonciere';

type OnceMoney = Line<'money', 'once', 'defined'>;

/** Which sites of the vehicle a calculation counts: this one with its share of what is pooled, or all of them. */
export type Scope = 'site' | 'vehicle';

/** A college with what it has put in, in this calculation. */
export interface Member {
  readonly id: string;
  readonly label: string;
  readonly category: FoncierePath['colleges'][number]['category'];
  readonly party: string;
  readonly taxRelief: boolean;
  /** A local authority or a group of them: what they hold together has a limit in a SCIC. */
  readonly isAuthority: boolean;
  /** Parts sociales counted here: those of this site, or all. */
  readonly amount: OnceMoney;
  readonly subscribed: MonthlyMoney;
}

export interface Members {
  readonly all: readonly Member[];
  /** Of the plan of this site. */
  readonly sources: readonly Source[];
  /** What the operator subscribes: a use of its own plan. */
  readonly byOperator: MonthlyMoney | undefined;
}

/** Areas and shares that tell this site from the others. */
export interface Sharing {
  /** Of pooled costs, by area. */
  readonly ofArea: Line<'ratio', 'once', 'defined'>;
  /** Of pooled funds: typed, or by area. */
  readonly ofFunds: Formula<'ratio', 'once', 'defined'>;
}

/** Share of this site in the area of all the sites of the vehicle, and in its funds. */
export function writeSharing(setting: PathSetting, path: FoncierePath, place: string): Sharing {
  const { calculation, assume } = setting;
  const about = { party: FONCIERE };
  const own = assume('site.floorAreaM2', 'area');
  calculation.once('fonciere.site-area', 'Surface de ce site', plus(own), about);
  const others = path.lots.map((_, index) =>
    times(
      assume(`${place}.lots[${index}].areaM2`, 'area'),
      over(assume(`${place}.lots[${index}].count`, 'count'), constant(1, 'count')),
    ),
  );
  const ofArea = calculation.once(
    'fonciere.share-of-area',
    'Part de ce site dans la surface de la foncière',
    definedOr(
      dividedBy(
        own,
        calculation.once(
          'fonciere.area',
          'Surface de tous les sites de la foncière',
          plus(own, ...others),
          about,
        ),
      ),
      ONE_RATIO,
    ),
    about,
  );
  const { siteShareOfFunds } = path.vehicle;
  return {
    ofArea,
    ofFunds: siteShareOfFunds === null ? ofArea : assume(`${place}.vehicle.siteShareOfFunds`, 'ratio'),
  };
}

/**
 * The parts sociales of each college, paid at signature: the share of them that goes to this site, and the rest when
 * the whole vehicle is counted. What the enterprise subscribes goes whole to its site.
 */
export function writeMembers(
  setting: PathSetting,
  path: FoncierePath,
  place: string,
  sharing: Sharing,
  scope: Scope,
): Members {
  const { calculation, ledger, assume } = setting;
  const about = { party: FONCIERE };
  const atSignature = (id: string, label: string, amount: OnceMoney) =>
    calculation.monthly(id, label, choose(isEqual(MONTH, SIGNATURE), amount, NO_MONEY), about);
  const sources: Source[] = [];
  const byOperator: MonthlyMoney[] = [];
  const all = path.colleges.map((college, index): Member => {
    const id = `fonciere.members.${index + 1}`;
    const isOperator = college.from === OPERATOR;
    const whole = calculation.once(
      `${id}.whole`,
      `Parts sociales : ${college.label}, toute la foncière`,
      plus(assume(`${place}.colleges[${index}].amount`, 'money')),
      about,
    );
    const here = calculation.once(
      `${id}.here`,
      `Parts sociales : ${college.label}, part de ce site`,
      isOperator ? plus(whole) : roundedToCents(times(whole, sharing.ofFunds)),
      about,
    );
    const paidHere = atSignature(`${id}.paid-here`, `Parts sociales versées : ${college.label}`, here);
    ledger.transfer(college.from, FONCIERE, isOperator ? 'capital-subscription' : 'own-funds', paidHere);
    if (isOperator) byOperator.push(paidHere);
    sources.push({
      id: `members-${college.id}`,
      label: `Parts sociales : ${college.label}`,
      category: 'own-funds',
      contributor: college.from,
      received: paidHere,
      total: here,
    });
    const about2 = { id: college.id, label: college.label, category: college.category };
    const isAuthority =
      college.category === 'authorities' || ledger.parties.get(college.from)?.role === 'local-authority';
    const known = { ...about2, party: college.from, taxRelief: college.taxRelief, isAuthority };
    if (scope === 'site' || isOperator) return { ...known, amount: here, subscribed: paidHere };
    const elsewhere = calculation.once(
      `${id}.elsewhere`,
      `Parts sociales : ${college.label}, autres sites`,
      minus(whole, here),
      about,
    );
    const paidElsewhere = atSignature(
      `${id}.paid-elsewhere`,
      `Parts sociales versées pour les autres sites : ${college.label}`,
      elsewhere,
    );
    ledger.transfer(college.from, FONCIERE, 'own-funds', paidElsewhere);
    return {
      ...known,
      amount: whole,
      subscribed: calculation.monthly(
        `${id}.paid`,
        `Parts sociales versées : ${college.label}, tous sites`,
        plus(paidHere, paidElsewhere),
        about,
      ),
    };
  });
  return {
    all,
    sources,
    byOperator:
      byOperator.length === 0
        ? undefined
        : byOperator.length === 1
          ? byOperator[0]
          : calculation.monthly(
              'fonciere.members.by-operator',
              'Parts sociales souscrites par l’exploitant',
              sumOfTerms(byOperator),
              about,
            ),
  };
}
