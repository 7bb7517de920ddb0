import { hypothesis } from '../input/description.ts';
import { SHARE_INTEREST_CAP_2025 } from '../law/share-interest-cap.ts';
import { rateField, shareField } from './wording.ts';

/** What the enterprise makes of its results, within what its legal form allows. */
export const PROFIT_FIELDS = {
  distributionShare: shareField({
    label: 'Distribution, part du maximum légal',
    help: 'Intérêts aux parts ou dividendes, payés en juin sur le résultat de l’exercice précédent.',
    fallback: hypothesis('0', 'tout est conservé dans l’entreprise'),
  }),
  labourShare: shareField({
    label: 'Part travail (SCOP)',
    help: 'Part du résultat avant impôt et avant part travail, pertes antérieures déduites ; au moins 25 %. Sans effet hors SCOP.',
    fallback: hypothesis('0.25', 'minimum de la loi 78-763 art. 33 3°'),
  }),
  shareInterestRateCap: rateField({
    label: 'Plafond du taux d’intérêt aux parts (SCIC)',
    help: 'Loi 47-1775 art. 14 : moyenne sur trois ans du taux moyen des obligations, plus deux points. Sans effet hors SCIC.',
    fallback: hypothesis(
      SHARE_INTEREST_CAP_2025.value,
      'plafond des assemblées tenues en 2025 ; celui de 2026 n’est pas connu',
    ),
  }),
};
