export type KeyFigureUnit =
  | 'EUR'
  | 'ratio'
  | 'points'
  | 'years'
  | 'months'
  | 'count'
  | 'm2'
  | 'EUR/m2/year'
  | 'EUR/month'
  | 'EUR/job'
  | 'date'
  | 'text';

export type Lens = 'founder' | 'investor' | 'authority';

/** A figure of one lens. The list of ids is the same in every column; what does not exist is null with a reason. */
export interface KeyFigure {
  readonly id: string;
  readonly label: string;
  readonly unit: KeyFigureUnit;
  /** Decimal string, ISO date or text; null with its reason. */
  readonly value: string | null;
  readonly reason?: string;
  /** What a count counts, in words, when it is not jobs: « personne ». */
  readonly counted?: string;
  /** What explains it: a line, or a rate of return. */
  readonly line?: string;
}

export type KeyFigures = Readonly<Record<Lens, readonly KeyFigure[]>>;
