import { writeList, writeMoney } from '../formula/french.ts';
import type { Cheapest, LandSupport } from '../siting/land-support/land-support.ts';
import { levelInWords, missedOf, reasonOf } from './land-support-writing.ts';

/** One sentence for each support that costs the least. */
function supportsInWords({ supports }: Cheapest): string {
  return writeList(
    supports.map((levels) => levels.map(({ form, level }) => levelInWords(form, level)).join(' avec ')),
    'ou',
  );
}

/** What the search says first, and what must be said with it. */
export function leadSentences({ base, forms, cheapest }: LandSupport): readonly string[] {
  if (base.trial.holds) return ['Aucun soutien n’est nécessaire : les cibles sont tenues sans aide de plus.'];
  const { presentCost, grantEquivalent, underCeiling } = cheapest;
  if (presentCost === undefined || grantEquivalent === undefined) {
    const insufficient = forms.filter(({ answer }) => answer.status === 'insufficient');
    const reasons = insufficient.flatMap((form) => reasonOf(form) ?? []);
    return [
      `Aucune aide ne suffit : sans soutien, ${missedOf(base.trial.results)}.`,
      ...reasons.map((reason) => reason.replace(/^./, (letter) => letter.toUpperCase())),
      ...(insufficient.length === 0 ? ['Aucune forme de soutien essayée n’est ouverte à cette voie.'] : []),
    ];
  }
  return [
    `Le plus petit soutien est ${supportsInWords(presentCost)} : ${writeMoney(presentCost.amount)} en coût présent, le moins cher pour la collectivité.`,
    sameSupports(presentCost, grantEquivalent)
      ? `C’est aussi le plus léger en équivalent-subvention brut : ${writeMoney(grantEquivalent.amount)}.`
      : `En équivalent-subvention brut, le plus léger est ${supportsInWords(grantEquivalent)} : ${writeMoney(grantEquivalent.amount)}.`,
    ...ceilingSentence(presentCost, underCeiling),
  ];
}

function namesOf({ supports }: Cheapest): string {
  return supports.map((levels) => levels.map(({ form }) => form.id).join('+')).join('|');
}

function sameSupports(one: Cheapest, other: Cheapest): boolean {
  return namesOf(one) === namesOf(other);
}

function ceilingSentence(cheapest: Cheapest, under: Cheapest | undefined): string[] {
  if (under === undefined)
    return [
      'Toutes les aides qui suffisent, ajoutées à celles du dossier, dépassent le plafond d’aides publiques : en l’état, elles ne peuvent pas être accordées. Voyez le niveau permis, forme par forme.',
    ];
  if (sameSupports(cheapest, under) && cheapest.amount.eq(under.amount)) return [];
  return [
    `Il dépasse le plafond d’aides publiques ; sous ce plafond, le moins cher est ${supportsInWords(under)} : ${writeMoney(under.amount)} en coût présent.`,
  ];
}

/** How the search was made, once for all. */
export function methodNotes({ base, mixes, tried }: LandSupport): readonly string[] {
  const { rent } = base;
  return [
    ...(rent === undefined
      ? []
      : [
          rent.rent.eq(rent.present)
            ? `Le loyer est donné : ${writeMoney(rent.rent)}/m²/an, celui du dossier.`
            : `Le loyer est donné : ${writeMoney(rent.rent)}/m²/an, le plus haut qui tient le coût d’occupation visé (${writeMoney(rent.present)}/m²/an dans le dossier).`,
        ]),
    'Le prêt du site est recalculé à chaque niveau, dans les limites de la banque ; seul le soutien bouge, en plus des aides déjà dans le dossier.',
    'Coût présent : versé moins reçu jusqu’à l’horizon, au taux d’actualisation public ; d’une garantie, sa perte attendue. Le coût par emploi est ce coût présent par emploi créé.',
    ...(mixes.isRestricted
      ? [
          `Mélanges : les trois formes les moins chères seulement (${writeList(mixes.of.map(({ label }) => label.toLowerCase()))}).`,
        ]
      : []),
    ...(mixes.isCut ? ['Des mélanges n’ont pas été essayés : trop de niveaux l’avaient été déjà.'] : []),
    `${tried} niveaux essayés.`,
  ];
}
