import type { Logger } from 'pino';
import type { Assets } from '../../views/assets.ts';
import type { Scenario } from '../dossier/scenario.ts';
import type { CaseFigure } from '../report/case-figures.ts';
import type { InventoryImports } from '../sites/import/import-progress.ts';
import type { Store } from '../store/store.ts';
import type { RunTask } from '../tasks/run-task.ts';

/** What the web application is given; `server.ts` makes the real ones, tests make theirs. */
export interface WebDependencies {
  readonly run: RunTask;
  readonly store: Store;
  /** Imports of the inventory of brownfields, in a thread of their own. */
  readonly inventory: InventoryImports;
  /** The cases of the study, in the order of their files. */
  readonly scenarios: readonly Scenario[];
  /** By id of case, computed figures of its main path; those of a case added or changed come once the server has started. */
  readonly caseFigures: ReadonlyMap<string, readonly CaseFigure[]>;
  readonly assets: Assets;
  readonly logger: Logger;
  /** Version of this program, kept with every saved version of a dossier. */
  readonly engineVersion: string;
  /** The present moment, ISO 8601. */
  readonly now: () => string;
  /** So many unguessable bytes. */
  readonly randomBytes: (count: number) => Uint8Array;
}
