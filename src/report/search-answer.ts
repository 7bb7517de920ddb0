/** An amount searched, as plain data: made in a worker, written by views. Amounts are already written in French. */
export interface SearchCell {
  readonly text: string;
  /** Whether what is asked is met there; said by the text as well. */
  readonly state?: 'good' | 'bad';
}

export interface SearchTable {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly {
    readonly label: string;
    readonly kind: 'line' | 'total';
    readonly cells: readonly SearchCell[];
  }[];
}

/** What a person may take over in the dossier. */
export interface SearchedValues {
  /** Places of the dossier and values, as they are typed. */
  readonly values: readonly { readonly place: string; readonly value: string }[];
  /** What the dossier then says of them. */
  readonly why: string;
  /** « Reprendre 174 825,00 € dans le dossier » */
  readonly label: string;
}

export interface SearchAnswer {
  /** The answer in one sentence. */
  readonly sentence: string;
  readonly isFound: boolean;
  /** What should stop who decides: cash below zero, a rent above the market. */
  readonly warnings: readonly string[];
  readonly check: SearchTable;
  readonly notes: readonly string[];
  /** Undefined when nothing was found, or when the dossier already has it. */
  readonly taken: SearchedValues | undefined;
}

/** The page of a search. */
export interface SearchPage {
  readonly title: string;
  readonly operatorName: string;
  readonly siteName: string;
  readonly pathId: string;
  readonly pathLabel: string;
  readonly paths: readonly { readonly id: string; readonly label: string }[];
  /** What may be asked of this path, in words. */
  readonly questions: readonly { readonly id: string; readonly text: string }[];
  /** Id of the question asked, or of the usual one. */
  readonly chosen: string;
  /** Undefined when nothing was asked yet. */
  readonly answer: SearchAnswer | undefined;
  /** Why nothing can be searched in this path. */
  readonly problem: string | undefined;
}
