import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { computeDossier } from '../src/analysis/computation.ts';
import { cardOf } from '../src/report/case-card.ts';

/** Writes the figures of the cards of the home page: run it after a figure of a case has moved. */
const folder = new URL('../scenarios/', import.meta.url);
const cards = Object.fromEntries(
  readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => {
      const dossier: unknown = JSON.parse(readFileSync(new URL(name, folder), 'utf8'));
      const computation = computeDossier(dossier);
      if (!computation.ok) throw new Error(`${name}: ${JSON.stringify(computation.problems)}`);
      return [name.replace('.json', ''), cardOf(dossier, computation.value)];
    }),
);
writeFileSync(new URL('computed/cards.json', folder), `${JSON.stringify(cards, null, 2)}\n`);
