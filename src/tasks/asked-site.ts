import { BROWNFIELD } from '../dossier/brownfield.ts';
import type { Brownfield, Dossier, SiteNeed } from '../dossier/dossier.ts';
import { addMonths } from '../dossier/months.ts';
import { resolveDossier, resolvePart } from '../dossier/resolution.ts';
import { SITE_NEED } from '../dossier/site-need.ts';
import { Decimal, ZERO } from '../formula/decimal.ts';
import type { Problem, Reading } from '../input/problem.ts';
import type { SheetEnterprise } from '../report/fonds-vert-sheet.ts';
import { siteCalendar } from '../sites/calendar/site-calendar.ts';
import { USUAL_DEED } from '../sites/cost/site-cost.ts';

/** A brownfield of a dossier, or one of the inventory that no dossier holds: what is typed of it, as JSON. */
export type SiteRequest =
  | { readonly dossier: unknown; readonly id: string }
  | { readonly brownfield: unknown; readonly need: unknown };

/** What a page is made from. */
export interface AskedSite {
  readonly brownfield: Brownfield;
  readonly need: SiteNeed;
  /** Day of the decision and of the law, ISO. */
  readonly start: string;
  readonly enterprise: SheetEnterprise | null;
}

function enterpriseOf({ operator }: Dossier): SheetEnterprise {
  const sum = (jobs: readonly Dossier['operator']['jobs'][number][], when: 'before' | 'after') =>
    jobs.reduce((all, job) => all.plus(job[when]), ZERO);
  return {
    name: operator.name,
    jobsBefore: sum(operator.jobs, 'before'),
    jobsAfter: sum(operator.jobs, 'after'),
    insertionJobsAfter: sum(
      operator.jobs.filter(({ insertion }) => insertion),
      'after',
    ),
  };
}

/** A refusal in the words of a reader. */
export function refused(...problems: readonly Problem[]): Reading<never> {
  return { ok: false, problems };
}

/** Reads the site that is asked for, with every problem at once. */
export function readSite(request: SiteRequest): Reading<AskedSite> {
  if ('dossier' in request) {
    const dossier = resolveDossier(request.dossier);
    if (!dossier.ok) return dossier;
    const { values } = dossier.value;
    const brownfield = values.brownfields.find(({ id }) => id === request.id);
    if (brownfield === undefined) {
      const ids = values.brownfields.map(({ id }) => id).join(', ');
      return refused({
        path: 'path',
        message:
          ids === ''
            ? 'ce dossier ne compare aucune friche : ajoutez-en une'
            : `friche « ${request.id} » inconnue de ce dossier : choisissez parmi ${ids}`,
      });
    }
    return {
      ok: true,
      value: { brownfield, need: values.siteNeed, start: values.signature, enterprise: enterpriseOf(values) },
    };
  }
  const brownfield = resolvePart(BROWNFIELD, request.brownfield);
  const need = resolvePart(SITE_NEED, request.need);
  if (!brownfield.ok) return brownfield;
  if (!need.ok) return need;
  return {
    ok: true,
    value: {
      brownfield: brownfield.value.values as Brownfield,
      need: need.value.values as SiteNeed,
      start: USUAL_DEED,
      enterprise: null,
    },
  };
}

/** Day of the deed at the central calendar: its law is read, as the dossier reads it once settled there. */
export function deedOf({ brownfield, need, start }: AskedSite): string {
  const months = siteCalendar(brownfield, need).deed.central;
  return addMonths(start, months.toDecimalPlaces(0, Decimal.ROUND_UP).toNumber());
}
