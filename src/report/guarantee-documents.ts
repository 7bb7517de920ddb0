import type { Deliberation } from './deliberation.ts';

/** What both documents say of where they come from. */
export interface DocumentHead {
  readonly dossierTitle: string;
  readonly pathId: string;
  readonly pathLabel: string;
  readonly guaranteeId: string;
  /** The guarantees of the path that a local authority votes. */
  readonly guarantees: readonly { readonly id: string; readonly label: string }[];
  readonly lawDate: string;
}

export interface DeliberationPage extends DocumentHead {
  readonly deliberation: Deliberation;
}

export interface FieldText {
  readonly name: string;
  readonly label: string;
  readonly text: string;
}

export interface DebtStatePage extends DocumentHead {
  readonly authority: string;
  readonly year: string;
  readonly years: readonly string[];
  readonly fields: readonly FieldText[];
  readonly ratio: readonly FieldText[];
  readonly notes: readonly string[];
}
