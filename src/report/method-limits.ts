/** What the calculation leaves out, in French, for « Méthode ». README holds the same limits for who reads the code. */
export const LIMITS: readonly string[] = [
  'Le droit a été lu sur des copies publiques, souvent de 2015, et s’arrête au milieu de 2026 : ce qui n’a pas été relu le dit. Levier ne remplace ni un juriste, ni un notaire, ni un expert-comptable.',
  'Les bases d’impôt ne sont pas arrondies à l’euro. La contribution sociale de 3,3 % et les crédits d’impôt ne sont pas modélisés.',
  'La CFE et la CVAE ne sont pas calculées. Les aides reversées si des emplois ne sont pas tenus ne le sont pas non plus.',
  'Les exercices sont clos en décembre : les autres clôtures sont refusées.',
  'Un seul taux de TVA, 20 %, pour ce qu’un exploitant vend et achète ; une seule option de TVA pour le projet.',
  'Le dernier taux connu d’intérêts déductibles des comptes courants d’associés vaut pour toutes les années qui suivent.',
  'Le plafond des intérêts aux parts de coopératives n’est connu que pour les assemblées de 2025 : les autres années, il est à saisir.',
  'Les remises du notaire (C. com. art. R444-10) ne sont pas comptées, ni la publicité foncière des hypothèques autrement que par le coût de sûreté saisi.',
  'La liste des départements à 5 % est celle de mai 2025 ; les changements de 2026 n’ont pas été retrouvés, sauf la Martinique.',
  'La valeur vénale, les loyers et les taux de marché sont des hypothèses : aucune base de données n’est lue.',
  'Le prix de sortie ignore l’impôt de l’année en cours et les subventions non encore rapportées au résultat.',
  'Un ticket est versé par un seul investisseur. Aucun contrat ne dure plus de cinquante ans.',
  'L’impact social est montré à côté des comptes, jamais dans un taux de rendement.',
];
