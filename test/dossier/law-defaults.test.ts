import { expect, test } from 'vitest';
import { DOSSIER } from '../../src/dossier/dossier.ts';
import type { Field } from '../../src/input/description.ts';
import { VAT_RATE } from '../../src/law/acquisition-figures.ts';
import { frenchDate } from '../../src/law/figure.ts';
import { SCOP_LABOUR_SHARE } from '../../src/law/profit-figures.ts';
import { SHARE_INTEREST_CAP_2025 } from '../../src/law/share-interest-cap.ts';

const { project, operator } = DOSSIER.shape;

function fallback(field: Field<unknown>) {
  if (field.fallback === undefined) throw new Error(`${field.label} has no default`);
  return field.fallback;
}

/** A dossier does not read the law: what its defaults say of it is held to the figures here. */
test('defaults that come from the law are its figures', () => {
  const vat = fallback(project.shape.vatRate);
  expect(Number(vat.value)).toBe(Number(VAT_RATE.value));
  expect(vat.why).toContain(frenchDate(VAT_RATE.since));
  const { labourShare, shareInterestRateCap } = operator.shape;
  expect(fallback(labourShare).value).toBe(SCOP_LABOUR_SHARE.value);
  expect(fallback(shareInterestRateCap).value).toBe(SHARE_INTEREST_CAP_2025.value);
});
