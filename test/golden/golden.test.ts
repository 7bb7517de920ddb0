import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import cards from '../../scenarios/computed/cards.json' with { type: 'json' };
import { computeDossier, type Wanted } from '../../src/analysis/computation.ts';
import { cardOf } from '../../src/report/case-card.ts';
import { scenarios } from '../support/dossiers.ts';
import { IN_WHOLE } from '../support/extent.ts';

/** The target figures of some columns of a case, one line a figure. */
function targetFigures(
  dossier: unknown,
  wanted: Wanted,
): { readonly main: string; readonly lines: string[]; readonly card: ReturnType<typeof cardOf> } {
  const computation = computeDossier(dossier, undefined, wanted);
  if (!computation.ok) throw new Error(JSON.stringify(computation.problems));
  const lines = computation.value.paths.flatMap((path) => [
    `${path.path.id} verdict ${path.verdict} loan ${path.computed?.sizing?.loan ?? '-'} binding ${path.computed?.sizing?.binding ?? '-'}`,
    ...(['founder', 'investor', 'authority'] as const).flatMap((lens) =>
      path.keyFigures[lens].map(
        (figure) => `${path.path.id} ${lens} ${figure.id} ${figure.value ?? `(${figure.reason})`}`,
      ),
    ),
  ]);
  return {
    main: computation.value.dossier.values.mainPath,
    lines,
    card: cardOf(dossier, computation.value),
  };
}

/**
 * The target figures of each case, one line a figure. A figure that moves is told in CHANGELOG.md, with the reason.
 * These values were written by the program: they watch for change; test/hand and test/laws say that they are right.
 */
describe.each(scenarios())('$id', ({ id, dossier }) => {
  test('its main path keeps its target figures, and those of its card', () => {
    const { main, lines, card } = targetFigures(dossier, 'main');
    const kept = readFileSync(join(import.meta.dirname, `figures/${id}.txt`), 'utf8')
      .trimEnd()
      .split('\n');
    expect(lines).toEqual(kept.filter((line) => line.startsWith(`${main} `)));
    // What the home page shows without computing: node scripts/write-case-cards.ts writes it again.
    expect((cards as Record<string, unknown>)[id]).toEqual(card);
  });

  test('keeps its target figures', IN_WHOLE, async () => {
    const { lines } = targetFigures(dossier, 'all');
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(`figures/${id}.txt`);
  });
});
