import { expect, test } from 'vitest';
import { authorityInSentence } from '../../src/report/authority-wording.ts';

test.each([
  ['Communauté d’agglomération', 'La communauté d’agglomération', 'à la communauté d’agglomération'],
  ['Région Auvergne-Rhône-Alpes', 'La région Auvergne-Rhône-Alpes', 'à la région Auvergne-Rhône-Alpes'],
  ['Département du Puy-de-Dôme', 'Le département du Puy-de-Dôme', 'au département du Puy-de-Dôme'],
  ['Agglomération thiernoise', 'L’agglomération thiernoise', 'à l’agglomération thiernoise'],
  ['Thiers Dore et Montagne', 'Thiers Dore et Montagne', 'à Thiers Dore et Montagne'],
  ['Villeurbanne', 'Villeurbanne', 'à Villeurbanne'],
  ['Paysage & Co', 'Paysage & Co', 'à Paysage & Co'],
])('%s in a sentence', (name, head, to) => {
  expect(authorityInSentence(name)).toMatchObject({ head, to });
});
