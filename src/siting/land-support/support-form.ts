import type { PathDescription } from '../../dossier/dossier.ts';
import type { ResolvedDossier } from '../../dossier/resolution.ts';
import type { Decimal } from '../../formula/decimal.ts';
import type { Confidence } from '../../law/figure.ts';
import type { TransferNature } from '../../ledger/natures.ts';
import type { Support } from '../../paths/aid-support.ts';
import type { Draft } from './draft.ts';

/** Ids of the forms of support, in the order in which they are shown. */
export type SupportFormId =
  | 'land-discount'
  | 'investment-grant'
  | 'interest-subsidy'
  | 'loan-guarantee'
  | 'public-capital'
  | 'epf-minoration'
  | 'land-lease-canon'
  | 'reduced-rent'
  | 'turnkey-premises';

/** Section of the public budget in which a form stands first. */
export type BudgetSection = 'investissement' | 'fonctionnement' | 'hors bilan';

/** Units of a level: money, a share of a loan, points of a yearly rate. */
export type LevelUnit = 'EUR' | 'EUR/year' | 'EUR/m2/year' | 'ratio' | 'points';

/** Who may decide a form of support. */
export interface Competence {
  readonly who: string;
  readonly article: string;
  readonly confidence: Confidence;
}

/** Something that the deliberation, or the agreement that it approves, must say. */
export interface Mention {
  readonly text: string;
  readonly article: string;
  readonly confidence: Confidence;
}

/** Who gives, as the dossier names it. */
export interface Giver {
  readonly id: string;
  readonly label: string;
  /** Whether the dossier names it, or only this search. */
  readonly isKnown: boolean;
}

/** What a form looks at to say whether it is open here and up to where. */
export interface SupportSetting {
  readonly dossier: ResolvedDossier;
  readonly pathIndex: number;
  readonly path: PathDescription;
  readonly giver: Giver;
  /** As the path stands without the support, its rent given and its loan sized. */
  readonly without: {
    /** What the plan de financement asks of a loan, in whole euros. */
    readonly loanNeed: Decimal;
    /** Yearly rate of that loan at signature. */
    readonly loanRate: Decimal;
    /** The site is bought, by who borrows or by its property company. */
    readonly buysSite: boolean;
    /** A single figure of that path; undefined when it has none of this name. */
    readonly once: (line: string) => Decimal | undefined;
  };
}

/** What a form costs the giver, as transfers of the deal: what it pays less what it receives of these natures. */
export interface CostOfForm {
  readonly party: string;
  readonly operating: readonly TransferNature[];
  readonly investment: readonly TransferNature[];
  /** Part of what the giver pays that this path counts, when the rest goes to other sites: the cost is the whole. */
  readonly countedShare?: Decimal;
  /** Id of the guarantee whose expected loss is the cost, and what it guarantees stands outside the budget. */
  readonly guarantee?: string;
}

/** A form of support that this path and this dossier admit. */
export interface OpenForm {
  readonly greatest: Decimal;
  /** Why no more may be tried, in French, as the end of a sentence. */
  readonly whyGreatest: string;
  /** What is assumed so that the form may be tried: told beside its result. */
  readonly assumed: readonly string[];
  /** Where the level stands in the dossier once written. */
  readonly place: string;
  /** Writes the level in a dossier; never called at zero. */
  readonly change: (draft: Draft, level: Decimal) => void;
  readonly cost: CostOfForm;
  /** Whether a line of the register of aids is this support. */
  readonly isSupport: (support: Support) => boolean;
}

export interface ClosedForm {
  readonly reason: string;
}

/** One form in which a local authority may help. */
export interface SupportForm {
  readonly id: SupportFormId;
  readonly label: string;
  /** In a sentence, its level written: « un rabais de 182 400 € sur le prix du site ». */
  readonly inWords: (level: string) => string;
  readonly article: string;
  readonly unit: LevelUnit;
  /** Smallest difference between two levels, decimal string. */
  readonly step: string;
  readonly section: BudgetSection;
  readonly competence: Competence;
  readonly deliberation: readonly Mention[];
  readonly open: (setting: SupportSetting) => OpenForm | ClosedForm;
}

export function isClosed(form: OpenForm | ClosedForm): form is ClosedForm {
  return 'reason' in form;
}
