import cards from '../../scenarios/computed/cards.json' with { type: 'json' };
import type { Lens } from '../analysis/key-figure.ts';

/** A key figure of the main path of a case, written for its card. */
export interface CaseFigure {
  readonly label: string;
  readonly text: string;
}

interface Wanted {
  readonly lens: Lens;
  readonly id: string;
  readonly label: string;
}

/** Figures of a card at most: more would not be read. */
const MOST = 3;

const OCCUPANCY: Wanted = { lens: 'founder', id: 'occupancy-cost-month', label: 'Coût complet des locaux' };
const OWN_FUNDS: Wanted = { lens: 'founder', id: 'own-funds-needed', label: 'Fonds propres à apporter' };
const COVER: Wanted = { lens: 'founder', id: 'smallest-cover', label: 'EBE / annuités, au plus bas' };
const BUY_OUT: Wanted = { lens: 'founder', id: 'buy-out-price', label: 'Rachat à la sortie' };
const investorRate = (label: string): Wanted => ({ lens: 'investor', id: 'investor-irr', label });

/** What a card shows, by kind of the main path: the first that have a value. */
const SHOWN: Readonly<Record<string, readonly Wanted[]>> = {
  'market-rent': [OCCUPANCY, OWN_FUNDS, COVER],
  'bank-loan': [OCCUPANCY, OWN_FUNDS, COVER],
  sci: [
    OCCUPANCY,
    { lens: 'founder', id: 'capital-kept', label: 'Part de l’entreprise dans les murs' },
    investorRate('TRI de l’investisseur'),
  ],
  'esus-holding': [
    OCCUPANCY,
    { lens: 'founder', id: 'enterprise-capital-kept', label: 'Part des associés d’origine' },
    investorRate('TRI des investisseurs'),
    BUY_OUT,
  ],
  fonciere: [
    OCCUPANCY,
    { lens: 'authority', id: 'public-budget', label: 'Subventions' },
    investorRate('TRI des membres et porteurs de titres'),
  ],
  guarantee: [
    OCCUPANCY,
    { lens: 'authority', id: 'guaranteed-amount', label: 'Montant garanti' },
    { lens: 'authority', id: 'expected-loss', label: 'Perte attendue du garant' },
  ],
  'impact-bond': [
    investorRate('TRI des investisseurs'),
    { lens: 'authority', id: 'result-payments', label: 'Payé pour les résultats' },
    { lens: 'authority', id: 'public-cost-per-result', label: 'Coût public par résultat' },
  ],
};

/**
 * What the card of a case says of its main path.
 * @param kind of that path
 * @param textOf a key figure as a person reads it; undefined when it has no value
 */
export function caseFigures(
  kind: string,
  textOf: (lens: Lens, id: string) => string | undefined,
): readonly CaseFigure[] {
  return (SHOWN[kind] ?? [])
    .flatMap(({ lens, id, label }) => {
      const text = textOf(lens, id);
      return text === undefined ? [] : [{ label, text }];
    })
    .slice(0, MOST);
}

/** The cards of the cases shipped, written by scripts/write-case-cards.ts and tested against the computation. */
const SHIPPED: Readonly<
  Record<string, { readonly dossier: string; readonly figures: readonly CaseFigure[] }>
> = cards;

/**
 * The figures of a case that was not changed since they were written, so that the first page needs no computation.
 * @param fingerprint of its dossier, as `fingerprintOf` gives it
 * @returns undefined for another case, or another dossier
 */
export function shippedFigures(id: string, fingerprint: string): readonly CaseFigure[] | undefined {
  const card = SHIPPED[id];
  return card?.dossier === fingerprint ? card.figures : undefined;
}
