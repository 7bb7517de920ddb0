import { describe, expect, test } from 'vitest';
import cards from '../../scenarios/computed/cards.json' with { type: 'json' };
import { computeDossier } from '../../src/analysis/computation.ts';
import { cardOf } from '../../src/report/case-card.ts';
import { scenarios } from '../support/dossiers.ts';

/**
 * The target figures of each case, one line a figure. A figure that moves is told in CHANGELOG.md, with the reason.
 * These values were written by the program: they watch for change; test/hand and test/laws say that they are right.
 */
describe.each(scenarios())('$id', ({ id, dossier }) => {
  test('keeps its target figures, and those of its card', async () => {
    const computation = computeDossier(dossier);
    if (!computation.ok) throw new Error(JSON.stringify(computation.problems));
    const lines = computation.value.paths.flatMap((path) => [
      `${path.path.id} verdict ${path.verdict} loan ${path.computed?.sizing?.loan ?? '-'} binding ${path.computed?.sizing?.binding ?? '-'}`,
      ...(['founder', 'investor', 'authority'] as const).flatMap((lens) =>
        path.keyFigures[lens].map(
          (figure) => `${path.path.id} ${lens} ${figure.id} ${figure.value ?? `(${figure.reason})`}`,
        ),
      ),
    ]);
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(
      `figures/${computation.value.dossier.values.id}.txt`,
    );
    // What the home page shows without computing: node scripts/write-case-cards.ts writes it again.
    expect((cards as Record<string, unknown>)[id]).toEqual(cardOf(dossier, computation.value));
  });
});
