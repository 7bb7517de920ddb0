import { writeCount } from '../formula/french.ts';
import type { Indicator, Programme } from './programme-terms.ts';

type Report = (path: string, message: string) => void;

/** Scales in order, a price for each, and a result of each indicator at each measurement. */
export function checkIndicators(programme: Programme, refuse: Report): void {
  const { indicators, measurements, mainIndicator } = programme;
  indicators.forEach((indicator, index) => {
    checkScale(indicator, `programme.indicators[${index}]`, refuse);
  });
  const ids = indicators.map(({ id }) => id);
  if (ids.length > 0 && !ids.includes(mainIndicator)) {
    refuse('programme.mainIndicator', unknown(mainIndicator, ids));
  }
  measurements.forEach(({ results }, index) => {
    const place = `programme.measurements[${index}].results`;
    results.forEach(({ indicator, failure, expected, success }, rank) => {
      if (!ids.includes(indicator)) refuse(`${place}[${rank}].indicator`, unknown(indicator, ids));
      else if (results.findIndex((other) => other.indicator === indicator) !== rank) {
        refuse(
          `${place}[${rank}].indicator`,
          `indicateur « ${indicator} » mesuré deux fois : retirez une ligne`,
        );
      }
      if (failure.gt(expected) || expected.gt(success)) {
        refuse(
          `${place}[${rank}].expected`,
          `résultats dans le désordre : échec (${writeCount(failure)}), attendu (${writeCount(expected)}) et succès (${writeCount(success)}) doivent aller croissant ; corrigez-les`,
        );
      }
    });
    for (const id of ids) {
      if (!results.some(({ indicator }) => indicator === id))
        refuse(place, `indicateur « ${id} » sans résultat à cette mesure : ajoutez-le, même nul`);
    }
  });
}

function unknown(id: string, ids: readonly string[]): string {
  return ids.length === 0
    ? `indicateur « ${id} » inconnu : ajoutez-le aux indicateurs du programme`
    : `indicateur « ${id} » inconnu : choisissez parmi ${ids.join(', ')}`;
}

function checkScale(indicator: Indicator, place: string, refuse: Report): void {
  const { threshold, target, ceiling, pricing, unitPrice } = indicator;
  const { paymentAtThreshold, paymentAtTarget, paymentAtCeiling } = indicator;
  if (threshold.gt(target) || target.gt(ceiling)) {
    refuse(
      `${place}.target`,
      `seuil (${writeCount(threshold)}), cible (${writeCount(target)}) et plafond (${writeCount(ceiling)}) dans le désordre : ils doivent aller croissant`,
    );
  }
  if (pricing === 'linear') {
    if (unitPrice.isZero())
      refuse(`${place}.unitPrice`, 'prix unitaire nul : écrivez le prix d’un résultat, ou un autre barème');
    return;
  }
  if (paymentAtTarget.isZero() && (pricing === 'binary' || paymentAtCeiling.isZero())) {
    refuse(
      `${place}.paymentAtTarget`,
      'aucun paiement à la cible : écrivez-en le montant, ou prenez un prix unitaire',
    );
  }
  if (
    pricing === 'tier' &&
    (paymentAtThreshold.gt(paymentAtTarget) || paymentAtTarget.gt(paymentAtCeiling))
  ) {
    refuse(
      `${place}.paymentAtTarget`,
      'paiements par palier dans le désordre : seuil, cible et plafond doivent aller croissant',
    );
  }
}
