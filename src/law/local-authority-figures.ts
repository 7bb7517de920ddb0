import type { LawFigure } from './figure.ts';

/** The numbers of public money in the capital of an enterprise. */
export const PUBLIC_SHARE_LIMIT: LawFigure<'ratio'> = {
  id: 'local-authority.public-share-limit',
  label: 'PME au sens européen : part publique du capital ou des voix à laquelle la qualité se perd',
  value: '0.25',
  unit: 'ratio',
  since: '2014-06-26',
  source: 'RGEC 651/2014 annexe I art. 3.4 (legislation.gov.uk) ; CJUE C-516/19 NMI (lexxion.eu)',
  confidence: 'sourced',
  note:
    'Perdue dès 25,00 %, gardée à 24,99 %, même sans contrôle effectif. Exceptions jusqu’à 50 % (art. 3.2) : ' +
    'collectivités autonomes (moins de 10 M€ de budget et de 5 000 habitants), universités, investisseurs ' +
    'institutionnels dont les fonds de développement régional.',
};
