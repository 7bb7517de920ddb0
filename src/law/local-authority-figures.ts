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

export const SCIC_PUBLIC_CAPITAL: LawFigure<'ratio'> = {
  id: 'local-authority.scic-capital',
  label: 'SCIC : part maximale du capital détenue par les collectivités et leurs groupements, ensemble',
  value: '0.5',
  unit: 'ratio',
  since: '2014-08-01',
  source: 'Loi 47-1775 art. 19 septies, version du 23/02/2022 (doctrine.fr LEGIARTI000006288886)',
  confidence: 'sourced',
  note: '50,00 % est permis, davantage ne l’est pas ; 20 % avant 2014.',
};

export const LOCAL_AUTHORITY_FIGURES: readonly LawFigure[] = [PUBLIC_SHARE_LIMIT, SCIC_PUBLIC_CAPITAL];

/** Since when an authority that is an associate of a SCIC may leave it an associate account (loi 2022-217 art. 221). */
export const SCIC_AUTHORITY_ADVANCES_SINCE = '2022-02-23';
