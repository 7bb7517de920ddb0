import type { BorrowerRisk } from '../instruments/borrower-risk.ts';
import type { Guarantee } from '../instruments/guarantee-terms.ts';
import type {
  Dossier,
  EsusHoldingPath,
  FoncierePath,
  LoanTerms,
  PathDescription,
  PathSource,
  SciPath,
} from './dossier.ts';

/** A list of sources of a path, with its place in the dossier. */
export interface SourceList {
  readonly place: string;
  readonly pathIndex: number;
  /** Whose sources these are: a property company has no cash of its own, and its capital is typed apart. */
  readonly of: 'operator' | 'vehicle';
  readonly sources: readonly PathSource[];
}

/** Whether another company of the deal owns the walls and lets them to the enterprise: a SCI, a foncière, a holding. */
export function hasVehicle(path: PathDescription): path is SciPath | FoncierePath | EsusHoldingPath {
  return (
    path.kind === 'sci' ||
    path.kind === 'fonciere' ||
    (path.kind === 'esus-holding' && path.entry === 'holding')
  );
}

/** Whether a company of the deal buys the site, or holds it by the lease of long duration that stands for a purchase. */
export function buysSite(path: PathDescription): boolean {
  if (path.kind === 'esus-holding') return path.entry === 'holding' || path.walls === 'owned';
  return path.kind !== 'market-rent';
}

/** Whether a path needs no site: a programme paid by its results, investors who enter the enterprise itself. */
function mayHaveNoSite(path: PathDescription | undefined): boolean {
  return path?.kind === 'impact-bond' || (path?.kind === 'esus-holding' && path.entry === 'direct');
}

/** Whether a path buys or rents a site that the dossier does not have: nothing can be composed of it. */
export function lacksSite({ site, paths }: Dossier, pathIndex: number): boolean {
  return site === null && !mayHaveNoSite(paths[pathIndex]);
}

/** Whether what a source brings is spread over the years, or brings no cash: the plan de financement leaves it out. */
export function isOutsidePlan(source: PathSource): boolean {
  if (source.kind === 'patronage') return source.purpose === 'operating';
  return source.kind === 'interest-subsidy' || source.kind === 'patronage-of-skills';
}

/** Every list of sources of a dossier. */
export function sourceLists(dossier: Dossier): SourceList[] {
  return dossier.paths.flatMap((path, pathIndex): SourceList[] => {
    const place = `paths[${pathIndex}]`;
    const own: SourceList = {
      place: `${place}.sources`,
      pathIndex,
      of: hasVehicle(path) ? 'vehicle' : 'operator',
      sources: path.sources,
    };
    if (!hasVehicle(path)) return [own];
    return [
      own,
      ...(path.kind === 'fonciere'
        ? [{ ...own, place: `${place}.pooledSources`, sources: path.pooledSources }]
        : []),
      { place: `${place}.operatorSources`, pathIndex, of: 'operator', sources: path.operatorSources },
    ];
  });
}

/** Every set of loan terms of a dossier, with its place. */
export function loanTermsOf(dossier: Dossier): { readonly place: string; readonly terms: LoanTerms }[] {
  return dossier.paths.flatMap((path, pathIndex) => {
    const place = `paths[${pathIndex}]`;
    const first = { place: `${place}.terms`, terms: path.terms };
    return hasVehicle(path)
      ? [first, { place: `${place}.operatorTerms`, terms: path.operatorTerms }]
      : [first];
  });
}

/** The guarantees of the loan that buys the site, and how it may end badly. */
export interface GuaranteedLoan {
  readonly guarantees: readonly Guarantee[];
  readonly risk: BorrowerRisk;
}

/** What guarantees the loan of a path; undefined where none can. */
export function guaranteedLoanOf(path: PathDescription): GuaranteedLoan | undefined {
  return path.kind === 'sci' || path.kind === 'guarantee' ? path : undefined;
}
