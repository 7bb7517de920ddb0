import { USUAL_OWN_FUNDS_SHARE } from '../analysis/legality.ts';
import type { SmallestAmount } from '../analysis/own-funds-search.ts';
import type { PlanTrial } from '../analysis/plan-trial.ts';
import type { AmountQuestion } from '../analysis/search-questions.ts';
import { Decimal } from '../formula/decimal.ts';
import { writeList, writeMoney, writeRate } from '../formula/french.ts';
import type { SearchAnswer, SearchCell, SearchTable } from './search-answer.ts';
import { COLON, writeLimit, writeReached, writeRent } from './search-writing.ts';

/** The smallest own funds or ticket, in a sentence, with its check. */

const BALANCED = 'équilibre le plan dans les limites de la banque';

/** What is missed at an amount: « il manque 0,21 €, car « … » limite le prêt ». */
function missing({ lacks, limits, rent }: PlanTrial): string {
  const lacking = lacks.map(({ amount, limit, why }) => {
    const missed = `il manque ${writeMoney(amount)}`;
    if (why === 'limit') return `${missed}, car « ${limit} » limite le prêt`;
    return why === 'typed-loan'
      ? `${missed}, le montant du prêt étant saisi`
      : `${missed}, qu’aucun montant de prêt n’apporte`;
  });
  const passed = limits
    .filter(({ isMissed }) => isMissed)
    .map((tried) => `« ${tried.label} » est à ${writeReached(tried)} pour ${writeLimit(tried)}`);
  const rents = rent?.isFound === false ? ['aucun loyer ne tient la couverture visée'] : [];
  return writeList([...lacking, ...rents, ...passed]);
}

function sentenceOf(question: AmountQuestion, { present, found, before, best, to }: SmallestAmount): string {
  const name = `« ${question.label} »`;
  const typed = `(${writeMoney(present.amount)} dans le dossier)`;
  if (found === undefined) {
    const bound =
      question.kind === 'self-financing'
        ? `${writeMoney(to)}, ce que la trésorerie de l’entreprise permet,`
        : `${writeMoney(to)}, le coût de tout le plan,`;
    const nearest =
      best === undefined ? '' : ` Au plus près, à ${writeMoney(best.amount)}${COLON} ${missing(best)}.`;
    return `Aucun montant de ${name} jusqu’à ${bound} n’${BALANCED}.${nearest}`;
  }
  if (before === undefined) {
    return `${name} peut descendre à ${writeMoney(found.amount)}, le plus petit montant possible${COLON} il ${BALANCED} ${typed}.${usage(found)}`;
  }
  return `Le plus petit montant de ${name} qui ${BALANCED} est de ${writeMoney(found.amount)} ${typed}. Un euro de moins${COLON} ${missing(before)}.${usage(found)}`;
}

/** What banks usually ask beside the limits typed in the dossier, where the amount found leaves less. */
function usage({ ownFundsShare }: PlanTrial): string {
  if (ownFundsShare === null || ownFundsShare.gte(USUAL_OWN_FUNDS_SHARE)) return '';
  return ` Attention${COLON} fonds propres, quasi-fonds propres et subventions ne paieraient plus que ${writeRate(ownFundsShare.toDecimalPlaces(4))} des besoins, quand une banque en demande d’ordinaire environ 30 %.`;
}

function tableOf({ present, found, before, best }: SmallestAmount): SearchTable {
  const columns = [
    { head: 'Dossier', trial: present },
    ...(before === undefined ? [] : [{ head: 'Un euro de moins', trial: before }]),
    ...(found === undefined ? [] : [{ head: 'Plus petit montant', trial: found }]),
    ...(best === undefined ? [] : [{ head: 'Au plus près', trial: best }]),
  ];
  const row = (label: string, cell: (trial: PlanTrial) => SearchCell, kind: 'line' | 'total' = 'line') => ({
    label,
    kind,
    cells: columns.map(({ trial }) => cell(trial)),
  });
  const state = (isMet: boolean) => (isMet ? 'good' : 'bad');
  return {
    title: 'Vérification, tout étant recalculé à chaque montant',
    columns: columns.map(({ head }) => head),
    rows: [
      row('Montant', ({ amount }) => ({ text: writeMoney(amount) })),
      ...present.loans.map(({ label }, index) =>
        row(`Prêt${COLON} ${label}`, ({ loans }) => ({
          text: writeMoney(loans[index]?.amount ?? new Decimal(0)),
        })),
      ),
      ...(present.rent === undefined
        ? []
        : [
            row('Loyer calculé', ({ rent }) => ({
              text: rent?.isFound ? writeRent(new Decimal(rent.rentPerM2Year)) : 'aucun',
            })),
          ]),
      row(
        `Fonds propres, quasi-fonds propres et subventions / besoins (usage${COLON} 30 %)`,
        ({ ownFundsShare }) => ({
          text: ownFundsShare === null ? 'non défini' : writeRate(ownFundsShare.toDecimalPlaces(4)),
          ...(ownFundsShare === null ? {} : { state: state(ownFundsShare.gte(USUAL_OWN_FUNDS_SHARE)) }),
        }),
      ),
      row('Financement à trouver', ({ gap, lacks }) => ({
        text: writeMoney(gap),
        state: state(lacks.length === 0),
      })),
      ...present.limits.map((limit, index) =>
        row(`${limit.label} (${writeLimit(limit)})`, ({ limits }) => {
          const tried = limits[index];
          if (tried === undefined) return { text: '–' };
          return {
            text: `${writeReached(tried)}${tried.isMissed ? ' (dépassée)' : ''}`,
            ...(tried.value === null ? {} : { state: state(!tried.isMissed) }),
          };
        }),
      ),
      ...present.lowestCash.map(({ company, sinceOpening }, index) =>
        row(
          `Trésorerie la plus basse${sinceOpening ? ', une fois en service' : ''}${COLON} ${company}`,
          ({ lowestCash }) => {
            const lowest = lowestCash[index];
            if (lowest === undefined) return { text: '–' };
            return {
              text: `${writeMoney(lowest.amount)} (${lowest.month})`,
              ...(lowest.amount.lt(0) ? { state: 'bad' as const } : {}),
            };
          },
        ),
      ),
      row(
        'Le plan tient dans les limites',
        ({ holds }) => ({ text: holds ? 'oui' : 'non', state: state(holds) }),
        'total',
      ),
    ],
  };
}

function warningsOf({ found }: SmallestAmount): string[] {
  return (found?.lowestCash ?? [])
    .filter(({ amount }) => amount.lt(0))
    .map(
      ({ company, amount, month }) =>
        `À ce montant, la trésorerie de « ${company} » descend à ${writeMoney(amount)} en ${month}${COLON} le plan s’équilibre à la mise en service, mais pas ensuite.`,
    );
}

/** The answer to « quel est le plus petit montant pour que le plan s’équilibre dans les limites de la banque ? ». */
export function amountAnswer(question: AmountQuestion, searched: SmallestAmount): SearchAnswer {
  const { found, present } = searched;
  return {
    sentence: sentenceOf(question, searched),
    isFound: found !== undefined,
    warnings: warningsOf(searched),
    check: tableOf(searched),
    notes: [
      `Les prêts et le loyer calculés le sont de nouveau à chaque montant essayé (${searched.tried} ici) ; tout le reste du dossier garde sa valeur. Les montants sont cherchés à l’euro près.`,
    ],
    taken:
      found === undefined || found.amount.equals(present.amount)
        ? undefined
        : {
            values: [{ place: question.place, value: found.amount.toFixed(2) }],
            why: 'plus petit montant qui équilibre le plan dans les limites de la banque, cherché par Levier',
            label: `Reprendre ${writeMoney(found.amount)} dans le dossier`,
          },
  };
}
