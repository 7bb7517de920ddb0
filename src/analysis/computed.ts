import type { PathDescription } from '../dossier/dossier.ts';
import type { ResolvedDossier } from '../dossier/resolution.ts';
import type { Figures } from '../formula/exact.ts';
import type { Problem } from '../input/problem.ts';
import type { Deal, SizedRent, Sizing } from '../paths/deal.ts';
import type { CovenantResult } from './covenant-results.ts';
import type { KeyFigures } from './key-figure.ts';
import type { Legality, Verdict } from './legality-rule.ts';
import type { Measures } from './measure-setting.ts';
import type { FlowReturn } from './returns.ts';
import type { VehicleSoundness } from './vehicle-soundness.ts';

/** A law of conservation and the largest gap found. */
export interface Check {
  readonly id: string;
  readonly label: string;
  /** Decimal string, two decimals. */
  readonly value: string;
  readonly holds: boolean;
  /** The line that explains it. */
  readonly line: string;
}

/** A path with its figures: what page, API and workbook read. */
export interface ComputedPath {
  readonly path: PathDescription;
  readonly verdict: Verdict;
  readonly legality: readonly Legality[];
  /** Absent when the path is impossible: then nothing is computed. */
  readonly computed: ComputedDeal | undefined;
  readonly keyFigures: KeyFigures;
}

export interface ComputedDeal {
  readonly deal: Deal;
  readonly measures: Measures;
  readonly figures: Figures;
  /** How the loan of who buys was sized; undefined when its amount was typed. */
  readonly sizing: Sizing | undefined;
  readonly sizings: readonly Sizing[];
  readonly rent: SizedRent | undefined;
  readonly returns: readonly FlowReturn[];
  readonly checks: readonly Check[];
  readonly covenants: readonly CovenantResult[];
  /** Decimal string of what is still to be found; absent when the plan is funded. */
  readonly gap: string | undefined;
  /** Of a foncière with other sites than this one, read with all of them; undefined elsewhere. */
  readonly soundness?: VehicleSoundness | undefined;
}

export interface Computation {
  /** With the solved amounts in place. */
  readonly dossier: ResolvedDossier;
  readonly paths: readonly ComputedPath[];
  readonly warnings: readonly Problem[];
}
