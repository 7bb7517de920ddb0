import type { ComputedDeal } from '../analysis/computed.ts';
import { OUTCOME_WORDS, OUTCOMES } from '../dossier/programme-terms.ts';
import { lowerFirst } from './form-field.ts';
import { balanceSentence, grantSentence } from './impact-outcome-sentences.ts';
import type { Row, Table, TableCell } from './table.ts';
import { type Kind, once } from './year-table.ts';

type Impact = NonNullable<ComputedDeal['deal']['impact']>;

export function row(kind: Kind, label: string, cells: readonly TableCell[]): Row {
  return { kind, label, cells };
}

/** A figure that the measures keep under this id. */
export function measured(computed: ComputedDeal, id: string): TableCell {
  const line = computed.measures.lines.get(id);
  return line === undefined ? null : once(line);
}

/** Failure, expected, success: what each pays, repays, loses, and what a result costs. */
export function outcomesTable(computed: ComputedDeal, impact: Impact): Table {
  const { outcomes, results, outcome: counted, programme } = impact;
  const counts = programme.indicators.find(({ id }) => id === programme.mainIndicator)?.label ?? 'résultat';
  const of = (label: string, cell: (outcome: (typeof OUTCOMES)[number]) => TableCell, kind: Kind = 'line') =>
    row(kind, label, OUTCOMES.map(cell));
  const measure = (label: string, id: string, kind?: Kind) =>
    of(label, (outcome) => measured(computed, `impact.${outcome}.${id}`), kind);
  const same = (label: string, id: string) => of(label, () => measured(computed, id));
  const rate = (outcome: (typeof OUTCOMES)[number]): TableCell => {
    const id = `impact-irr.${outcome}`;
    const found = computed.returns.find((item) => item.id === id);
    const [only] = found?.rates ?? [];
    return only === undefined
      ? 'aucun : rien n’est rendu, ou rien n’est versé'
      : { rate: only.toFixed(), flows: id, rank: 0 };
  };
  return {
    id: 'impact-resultats',
    title: 'Échec, attendu, succès',
    unit: 'en euros, sauf résultats et taux',
    columns: OUTCOMES.map((outcome) => {
      const words = OUTCOME_WORDS[outcome];
      const title = `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
      return outcome === counted ? `${title} (retenu)` : title;
    }),
    rows: [
      of(`Résultats, en tout (${lowerFirst(counts)})`, (outcome) => once(results[outcome])),
      of('Paiements aux résultats', (outcome) => once(outcomes[outcome].payments), 'subtotal'),
      row('heading', 'Pour les investisseurs', []),
      of('Capital versé', () => once(impact.tranches.invested)),
      of('Capital remboursé', (outcome) => once(outcomes[outcome].capital)),
      of('Rémunération', (outcome) => once(outcomes[outcome].premium)),
      of('Capital abandonné', (outcome) => once(outcomes[outcome].writtenOff)),
      of('TRI des investisseurs', rate, 'subtotal'),
      of('Laissé à l’entreprise après les investisseurs', (outcome) => once(outcomes[outcome].kept)),
      row('heading', 'Pour le payeur, par résultat (non actualisé)', []),
      measure('Coût public', 'cost-per-result', 'subtotal'),
      same('Coût public évité attribuable, une année', 'attributable-avoided-cost'),
      measure('Subvention de même objet, payée quels que soient les résultats', 'grant-cost-per-result'),
      row('heading', 'Pour le payeur, en tout (non actualisé)', []),
      measure('Coût public évité attribuable, une année', 'avoided'),
      measure('Coût évité attribuable moins paiements', 'balance', 'subtotal'),
      same('Subvention de même objet', 'impact.grant'),
      row('heading', 'Contrat ou subvention, en valeur présente à la signature (taux public)', []),
      measure('Paiements, en valeur présente', 'payments-present'),
      same(
        `Subvention de même objet${
          programme.grantAlternative === null ? ' (sans structuration ni évaluation)' : ''
        }, en valeur présente, versée au rythme des dépenses`,
        'impact.grant-present',
      ),
      measure(
        'Ce que le contrat coûte de plus que la subvention (négatif : de moins)',
        'beside-grant',
        'subtotal',
      ),
      row('line', 'Chances d’échec à coût égal (échec ou attendu seulement)', [
        measured(computed, 'impact.even-failure-share'),
        null,
        null,
      ]),
    ],
    notes: [
      grantSentence(computed),
      balanceSentence(computed),
      'Les trois résultats sont calculés ; un seul, retenu dans la voie, est compté dans ses flux. Les résultats non atteints ne sont pas payés : la perte est pour les investisseurs.',
      'Coût évité : hypothèse du dossier, part attribuable au programme seule, une année comptée, aides au poste non déduites. Il se lit à côté des comptes et n’entre dans aucun TRI.',
    ],
  };
}
