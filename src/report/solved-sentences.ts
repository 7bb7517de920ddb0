import type { LoanQuestion, RentQuestion } from '../analysis/search-questions.ts';
import type { LoanAnswer, RentAnswer } from '../analysis/solved-amounts.ts';
import { Decimal } from '../formula/decimal.ts';
import { UNDEFINED_TEXT, writeMoney, writeMultiple } from '../formula/french.ts';
import { rentBesideMarket, solvedRentSentence } from './rent-sentences.ts';
import type { SearchAnswer, SearchCell, SearchTable } from './search-answer.ts';
import { COLON, writeCoverBeside, writeRent } from './search-writing.ts';

/** The rent that a property company needs, and the loan that closes a plan, in a sentence, with their check. */

function coverCell(value: Decimal | null, target: Decimal): SearchCell {
  if (value === null) return { text: UNDEFINED_TEXT };
  const isMet = value.gte(target);
  return {
    text: `${writeCoverBeside(value, target)}${isMet ? '' : ' (manquée)'}`,
    state: isMet ? 'good' : 'bad',
  };
}

function coverTable({ rent, target, years }: RentAnswer): SearchTable {
  const { before } = rent;
  const columns = [...(before === null ? [] : [before.rentPerM2Year]), rent.rentPerM2Year];
  return {
    title: `Loyers nets / annuités (DSCR) par exercice, couverture visée ${writeMultiple(target)}`,
    columns: columns.map((amount) => writeRent(new Decimal(amount))),
    rows: years.map(({ year, atRent, before: lower }) => ({
      label: String(year),
      kind: 'line',
      cells: [...(before === null ? [] : [coverCell(lower, target)]), coverCell(atRent, target)],
    })),
  };
}

/** The answer to « quel loyer l'équilibre de la SCI demande-t-il ? ». */
export function rentAnswer({ place }: RentQuestion, found: RentAnswer): SearchAnswer {
  const { rent, target, typed, market } = found;
  const amount = new Decimal(rent.rentPerM2Year);
  const beside = rent.isFound && market !== undefined ? rentBesideMarket(amount, market) : undefined;
  const inDossier =
    typed === undefined
      ? 'Le dossier le calcule déjà ainsi.'
      : `Le dossier a un loyer saisi de ${writeRent(typed)}.`;
  return {
    sentence: `${solvedRentSentence(rent, target)} ${inDossier}`,
    isFound: rent.isFound,
    warnings: beside?.isAbove ? [beside.sentence] : [],
    check: coverTable(found),
    notes: [
      ...(beside === undefined || beside.isAbove ? [] : [beside.sentence]),
      'Le prêt équilibre d’abord son plan ; le loyer est ensuite le plus petit qui tient la couverture visée dans chaque exercice testé, avant impôt. Repris dans le dossier, il est saisi : il ne suit plus les hypothèses, et les limites de la banque s’appliquent alors au prêt.',
    ],
    taken:
      rent.isFound && typed?.equals(amount) !== true
        ? {
            values: [
              { place: `${place}.solve`, value: 'none' },
              { place: `${place}.rentPerM2Year`, value: amount.toFixed(2) },
            ],
            why: `plus petit loyer qui tient une couverture de ${writeMultiple(target)}, cherché par Levier`,
            label: `${typed === undefined ? 'Fixer le loyer à' : 'Reprendre'} ${writeRent(amount)} dans le dossier`,
          }
        : undefined,
  };
}

function loanSentence(label: string, found: LoanAnswer): string {
  const { need, before, isUnreachable, limited } = found;
  const name = `« ${label} »`;
  if (isUnreachable) {
    return `Aucun montant de ${name} n’équilibre le plan${COLON} chaque euro emprunté coûte plus qu’il n’apporte.`;
  }
  if (need.isZero()) return `Le plan s’équilibre sans ${name}.`;
  const less =
    before === undefined ? '' : ` Un euro de moins${COLON} il manque ${writeMoney(before.negated())}.`;
  const closes = `Le plus petit montant de ${name} qui équilibre le plan est de ${writeMoney(need)}.${less}`;
  if (limited === undefined) return closes;
  return `${closes} Mais « ${limited.by} » limite le prêt à ${writeMoney(limited.loan)}${COLON} le reste est à trouver ailleurs.`;
}

function surplusCell(surplus: Decimal): SearchCell {
  const isMet = surplus.gte(0);
  return { text: writeMoney(surplus), state: isMet ? 'good' : 'bad' };
}

function loanTable({ need, atNeed, before, limits }: LoanAnswer): SearchTable {
  const both = <T>(lower: T, there: T) => (before === undefined ? [there] : [lower, there]);
  return {
    title: 'Vérification, à un euro près',
    columns: both('Un euro de moins', 'Plus petit montant'),
    rows: [
      {
        label: 'Prêt',
        kind: 'line',
        cells: both(need.minus(1), need).map((amount) => ({ text: writeMoney(amount) })),
      },
      {
        label: 'Ressources moins besoins et trésorerie de départ voulue',
        kind: 'line',
        cells: both(before ?? atNeed, atNeed).map(surplusCell),
      },
      ...limits.map(({ label, largest, binds }) => ({
        label: `Prêt permis par « ${label} »`,
        kind: 'line' as const,
        cells: both(largest, largest).map((amount) => ({
          text: `${writeMoney(amount)} au plus${binds ? ' (limite)' : ''}`,
          state: binds ? ('bad' as const) : ('good' as const),
        })),
      })),
    ],
  };
}

/** The answer to « quel est le plus petit prêt qui équilibre le plan ? ». */
export function loanAnswer({ place, label }: LoanQuestion, found: LoanAnswer): SearchAnswer {
  const { need, typed, limited, isUnreachable } = found;
  const isFound = !isUnreachable && limited === undefined;
  const inDossier =
    typed === undefined
      ? 'Le dossier le calcule déjà ainsi.'
      : `Le dossier a un montant saisi de ${writeMoney(typed)}.`;
  return {
    sentence: `${loanSentence(label, found)} ${inDossier}`,
    isFound,
    warnings: [],
    check: loanTable(found),
    notes: [
      'Le prêt est cherché à l’euro près. Repris dans le dossier, son montant est saisi : il ne suit plus les hypothèses.',
    ],
    taken:
      isFound && typed?.equals(need) !== true
        ? {
            values: [
              { place: `${place}.solve`, value: 'none' },
              { place: `${place}.amount`, value: need.toFixed(2) },
            ],
            why: 'plus petit prêt qui équilibre le plan, cherché par Levier',
            label: `${typed === undefined ? 'Fixer le prêt à' : 'Reprendre'} ${writeMoney(need)} dans le dossier`,
          }
        : undefined,
  };
}
