import { z } from 'zod';
import { amount, multiple, rate, text } from '../input/fields.ts';
import { SUPPORT_FORM_IDS } from '../siting/land-support/forms.ts';
import type { SupportTargets } from '../siting/land-support/targets.ts';

/** A dossier, a path and what it must hold: the body of the call, and what the page asks. */
export const landSupportRequest = z.strictObject({
  dossier: z.unknown().refine((value) => value !== undefined, {
    error: 'champ manquant : mettez le dossier entier sous « dossier »',
  }),
  path: text(200).optional().meta({ description: 'Identifiant de la voie ; la voie principale à défaut.' }),
  targets: z
    .strictObject({
      occupancyCostPerM2Year: amount({ min: '0', max: '5000' }).optional().meta({
        description:
          'Coût d’occupation en année de croisière, au plus : loyer, charges, taxe foncière et part des annuités, en €/m²/an.',
      }),
      minimumCover: multiple('100').optional().meta({
        description: 'Couverture des annuités du prêt du site, au moins, dans chaque exercice testé.',
      }),
      investorIrr: rate().optional().meta({ description: 'TRI de l’investisseur, au moins, en fraction.' }),
    })
    .refine((targets) => Object.values(targets).some((value) => value !== undefined), {
      error:
        'aucune cible : donnez « occupancyCostPerM2Year », « minimumCover » ou « investorIrr », une au moins',
    }),
  forms: z
    .array(
      z.enum(SUPPORT_FORM_IDS, {
        error: `forme inconnue : choisissez parmi ${SUPPORT_FORM_IDS.join(', ')}`,
      }),
    )
    .min(1, { error: 'aucune forme : donnez-en une au moins, ou retirez « forms »' })
    .max(20, { error: 'trop de formes : nommez chacune une fois' })
    .optional()
    .meta({ description: 'Formes essayées ; toutes à défaut.' }),
});

export type LandSupportRequest = z.infer<typeof landSupportRequest>;

/** Targets as the search reads them. */
export function targetsOf({ targets }: Pick<LandSupportRequest, 'targets'>): SupportTargets {
  return {
    occupancyCost: targets.occupancyCostPerM2Year,
    minimumCover: targets.minimumCover,
    investorIrr: targets.investorIrr,
  };
}
