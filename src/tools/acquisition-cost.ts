import { z } from 'zod';
import { readExactly } from '../formula/exact.ts';
import { amount, departmentCode, isoDate, truth } from '../input/fields.ts';
import { acquisitionCosts } from '../law/acquisition.ts';
import { amountText, answered, centsOf, modelOfYears, refused, tool, typed } from './tool.ts';

/** The notary's scale used here is that in force since this day. */
const FIRST_DEED = '2021-01-01';

/** Duties, contribution and notary's emoluments on a purchase; disbursements are not in the total. */
export const acquisitionCost = tool({
  id: 'acquisition-cost',
  title: 'Frais d’acquisition d’un immeuble',
  intro:
    'Calcule droits de mutation, contribution de sécurité immobilière et émoluments du notaire, hors débours.',
  request: z.strictObject({
    price: amount({ min: '0', aboveMin: true }).meta({
      title: 'Prix',
      description: 'Prix de l’acte, charges comprises, hors taxes, en euros.',
    }),
    department: departmentCode().meta({ title: 'Département', description: 'Code : 42, 2A, 974.' }),
    date: isoDate(FIRST_DEED, '2099-12-31').meta({ title: 'Date de l’acte' }),
    newBuilding: truth().optional().meta({
      title: 'Immeuble neuf',
      description: 'Achevé depuis moins de cinq ans, TVA sur le prix total.',
    }),
    commitmentToBuild: truth().optional().meta({
      title: 'Engagement de construire',
      description: 'Sous quatre ans, par un acquéreur assujetti à la TVA : droit fixe.',
    }),
  }),
  response: z.object({
    droitsDeMutation: amountText('Droits de mutation'),
    securiteImmobiliere: amountText('Contribution de sécurité immobilière'),
    emolumentsHt: amountText('Émoluments du notaire HT'),
    emolumentsTtc: amountText('Émoluments du notaire TTC'),
    total: amountText('Total hors débours'),
    warnings: z
      .array(z.string())
      .exactOptional()
      .meta({ title: 'À valider', description: 'Absent quand il n’y a rien à signaler.' }),
  }),
  example: { price: '1000000.00', department: '42', date: '2026-11-30' },
  compute: (asked) => {
    const { newBuilding = false, commitmentToBuild = false } = asked;
    if (newBuilding && commitmentToBuild) {
      return refused({
        path: 'commitmentToBuild',
        message:
          'un immeuble neuf s’achète sans engagement de construire : écrivez true pour l’un des deux seulement',
      });
    }
    const calculation = modelOfYears(1);
    const costs = acquisitionCosts(calculation, 'purchase', {
      price: typed(calculation, 'price', 'Prix', 'money', asked.price),
      department: asked.department,
      date: asked.date,
      newBuilding,
      commitmentToBuild,
    });
    const figures = readExactly(calculation);
    return answered({
      droitsDeMutation: centsOf(figures, costs.droitsDeMutation),
      securiteImmobiliere: centsOf(figures, costs.securiteImmobiliere),
      emolumentsHt: centsOf(figures, costs.emolumentsHt),
      emolumentsTtc: centsOf(figures, costs.emolumentsTtc),
      total: centsOf(figures, costs.total),
      ...(costs.warnings.length === 0 ? {} : { warnings: [...costs.warnings] }),
    });
  },
});
