import type { CrossoverSentence } from '../analysis/crossover-sentences.ts';

/** What would change the ranking between the main column and another. */
export interface CrossoverGroup {
  /** Short names of the columns. */
  readonly main: string;
  readonly other: string;
  readonly changing: readonly CrossoverSentence[];
  /** What leaves the ranking as it is, over all the values searched. */
  readonly steady: readonly CrossoverSentence[];
}

/** « Ce qui ferait changer le classement », as plain data: made in a worker, written by views. */
export interface CrossoverAnswer {
  readonly title: string;
  readonly operatorName: string;
  readonly siteName: string;
  /** Why nothing is compared. */
  readonly problem: string | undefined;
  readonly groups: readonly CrossoverGroup[];
  readonly notes: readonly string[];
}
