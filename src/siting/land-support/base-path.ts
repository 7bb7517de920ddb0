import { legalityOf } from '../../analysis/legality.ts';
import type { ResolvedDossier } from '../../dossier/resolution.ts';
import { hasVehicle, lacksSite } from '../../dossier/sources.ts';
import { Decimal } from '../../formula/decimal.ts';
import type { Reading } from '../../input/problem.ts';
import { type Draft, draftOf, groupAt, pathAt } from './draft.ts';
import {
  balanceLoan,
  type GivenRent,
  giveRent,
  occupancyOf,
  presentRent,
  rentAtOccupancy,
} from './given-rent.ts';
import { giverOf } from './giver.ts';
import { type ReadSupport, readAll } from './read-support.ts';
import type { SupportSetting } from './support-form.ts';
import { type SupportTrial, sizeDraft, type TenantHeld, tenantOf, trialOf } from './support-trial.ts';
import { coverCovenant, investorFlow, type SupportTargets } from './targets.ts';

/** The path without any more support than the dossier has: rent given, loan sized. All levels are tried from it. */
export interface BasePath {
  readonly draft: Draft;
  readonly pathIndex: number;
  readonly read: ReadSupport;
  readonly trial: SupportTrial;
  /** What its tenant holds at any level; undefined where the enterprise itself borrows for its premises. */
  readonly tenant: TenantHeld | undefined;
  readonly setting: SupportSetting;
  /** Undefined where no company of the deal lets to the enterprise. */
  readonly rent: GivenRent | undefined;
  /** What the targets may be: as reached without support, and where there is something to aim at. */
  readonly reached: {
    readonly occupancyCost: Decimal | undefined;
    readonly minimumCover: Decimal | undefined;
    readonly hasInvestor: boolean;
  };
}

function refused(path: string, message: string): Reading<never> {
  return { ok: false, problems: [{ path, message }] };
}

/**
 * Opens the question on a path: its rent given, at the occupancy cost aimed at when there is one, its loan sized.
 * @param dossier as it was typed
 */
export function openBasePath(
  dossier: ResolvedDossier,
  pathIndex: number,
  targets: SupportTargets,
): Reading<BasePath> {
  const path = dossier.values.paths[pathIndex];
  if (path === undefined) return refused('path', 'voie inconnue');
  if (lacksSite(dossier.values, pathIndex))
    return refused('path', 'cette voie n’a pas de site : renseignez le site, ou choisissez une autre voie');
  const closed = legalityOf(dossier, pathIndex, undefined).find(({ verdict }) => verdict === 'impossible');
  if (closed !== undefined)
    return refused('path', `voie fermée par le droit : ${closed.reason} ${closed.remedy}`);
  const draft = draftOf(dossier);
  balanceLoan(draft, pathIndex);
  const present = sizeDraft(draft, pathIndex);
  if (present === undefined)
    return refused(
      'path',
      'cette voie ne se calcule pas avec un prêt d’équilibre : ouvrez-la pour voir pourquoi',
    );
  if (present.deal.premises === undefined)
    return refused('path', 'cette voie ne loge pas l’entreprise : aucun local à soutenir');
  if (targets.investorIrr !== undefined && investorFlow(present.deal) === undefined)
    return refused('targets.investorIrr', 'cette voie n’a pas d’investisseur : retirez cette cible');
  const covenant = coverCovenant(present.deal);
  if (targets.minimumCover !== undefined && covenant === undefined)
    return refused('targets.minimumCover', 'cette voie n’a pas de couverture à tester : retirez cette cible');
  const rent = givenRent(draft, pathIndex, present, targets);
  if (rent !== undefined) giveRent(draft, pathIndex, rent.rent);
  const sized = rent === undefined ? present : sizeDraft(draft, pathIndex);
  if (sized === undefined) return refused('path', 'cette voie ne se calcule pas au loyer donné');
  holdOperatorLoan(draft, pathIndex, sized);
  const read = readAll(sized);
  const { terms } = path;
  const need = new Decimal(
    sized.sizings.find(({ company }) => company === sized.deal.borrower.id)?.need ?? 0,
  );
  const index = terms.rateIndex[0]?.annualRate ?? new Decimal(0);
  return {
    ok: true,
    value: {
      draft,
      pathIndex,
      read,
      trial: trialOf(sized, targets),
      tenant: tenantOf(sized, read.figures),
      rent,
      setting: {
        dossier,
        pathIndex,
        path,
        giver: giverOf(dossier),
        without: {
          loanNeed: need,
          loanRate: terms.annualRate.plus(index),
          buysSite: sized.deal.property !== undefined,
        },
      },
      reached: {
        occupancyCost: occupancyOf(sized),
        minimumCover: (covenant && read.figures.of(covenant.value.id)[0]) ?? undefined,
        hasInvestor: investorFlow(sized.deal) !== undefined,
      },
    },
  };
}

/**
 * Once the rent is given, no support of the site changes what the enterprise that rents it borrows for itself: its loan
 * is sized once, and held while levels are tried.
 */
function holdOperatorLoan(draft: Draft, pathIndex: number, { deal, solved }: ReadSupport['sized']): void {
  const amount = solved[`${deal.operator.termsPath}.amount`];
  if (deal.borrower === deal.operator || amount === undefined) return;
  Object.assign(groupAt(pathAt(draft, pathIndex), 'operatorTerms'), { solve: 'none', amount });
}

/** The rent that is given: at the occupancy cost aimed at, else as the dossier stands. */
function givenRent(
  draft: Draft,
  pathIndex: number,
  present: Parameters<typeof presentRent>[0],
  { occupancyCost }: SupportTargets,
): GivenRent | undefined {
  const rent = presentRent(present, pathIndex);
  if (rent === undefined || !hasVehicle(present.deal.path)) return undefined;
  if (occupancyCost === undefined) return { rent, present: rent, occupancy: occupancyOf(present) };
  return rentAtOccupancy(draft, pathIndex, rent, occupancyCost);
}
