import { centsString } from '../formula/decimal.ts';
import { writeMoney } from '../formula/french.ts';
import { writeTextCsv } from './csv.ts';
import type { FondsVertSheet, SheetTerms } from './fonds-vert-fields.ts';
import { HOLDER, identity, maturity, money, programme } from './fonds-vert-sections.ts';

export type { FondsVertSheet, SheetEnterprise, SheetSection, SheetTerms } from './fonds-vert-fields.ts';

const RULES: readonly string[] = [
  'Dépôt sur demarches-simplifiees.fr, instruction par la DDT et l’ADEME ; date limite de 2025 : 25 avril 2025 (source lue en 2026). La date de 2026 et celle de 2027 sont à demander à la préfecture.',
  'Le déficit se calcule après toutes les autres aides ; l’aide ne le dépasse pas (règlement du fonds friches, source lue).',
  'Les travaux ne commencent pas avant le dépôt (source lue).',
  'En 2025 la réhabilitation est préférée, toute démolition est justifiée par une note (questions et réponses de la DRIEAT, 2025, source lue).',
  'Ancienne installation classée ou site minier : ADEME d’abord (source lue).',
  'Exclus en 2025 : carrières et décharges rendues à un usage naturel, bailleurs à vacance organisée (DRIEAT, source lue).',
  'Une collectivité maître d’ouvrage garde au moins 20 % du financement des projets à sa charge (CGCT, art. L. 1111-10, à valider).',
  'Les libellés exacts du formulaire n’ont pas été lus : cette fiche donne les données, pas l’ordre du formulaire.',
];

function warningsOf({ asked, balance, otherAids, brownfield }: SheetTerms): string[] {
  const found: string[] = [];
  const deficit = balance.deficitAfterGrants;
  if (deficit.lte(0)) {
    found.push('L’opération n’a pas de déficit après les autres aides : le Fonds vert n’a rien à combler.');
  } else if (asked?.gt(deficit) === true) {
    found.push(
      `L’aide sollicitée (${writeMoney(asked)}) dépasse le déficit (${writeMoney(deficit)}) : demandez ${writeMoney(deficit)} au plus.`,
    );
  }
  const ceiling = balance.expenses.times('0.8');
  if (brownfield.ownerKind === 'local-authority' && otherAids.plus(asked ?? 0).gt(ceiling)) {
    found.push(
      `Les aides publiques dépasseraient 80 % du coût (${writeMoney(ceiling)}) : la collectivité doit garder 20 % à sa charge si elle est maître d’ouvrage.`,
    );
  }
  return found;
}

/** The sheet of a site: what is known is written, what is not is named. */
export function fondsVertSheet(terms: SheetTerms): FondsVertSheet {
  const sections = [HOLDER, identity(terms.brownfield), programme(terms), money(terms), maturity(terms)];
  return {
    title: 'Fonds vert, recyclage foncier : données de la demande',
    siteName: terms.brownfield.name,
    sections,
    missing: sections.flatMap(({ fields }) =>
      fields.filter(({ value }) => value === null).map(({ label }) => label),
    ),
    warnings: warningsOf(terms),
    rules: RULES,
  };
}

export const TO_FILL = 'à compléter';

/** The sheet as .csv: one field a row. */
export function fondsVertCsv(sheet: FondsVertSheet): string {
  return writeTextCsv([
    ['Rubrique', 'Champ', 'Libellé', 'Valeur', 'Origine'],
    ...sheet.sections.flatMap(({ title, fields }) =>
      fields.map(({ id, label, value, note }) => [title, id, label, value ?? TO_FILL, note]),
    ),
  ]);
}

/** The sheet as JSON, values by section and field; null: to fill. Amounts stay as a person reads them. */
export function fondsVertJson(sheet: FondsVertSheet, terms: SheetTerms): Record<string, unknown> {
  const { balance, asked, otherAids } = terms;
  return {
    site: sheet.siteName,
    sections: Object.fromEntries(
      sheet.sections.map(({ id, fields }) => [
        id,
        Object.fromEntries(fields.map((one) => [one.id, one.value])),
      ]),
    ),
    amounts: {
      expenses: centsString(balance.expenses),
      receipts: centsString(balance.receiptsOfSale),
      otherAids: centsString(otherAids),
      deficit: centsString(balance.deficitAfterGrants),
      asked: asked === null ? null : centsString(asked),
    },
    missing: sheet.missing,
    warnings: sheet.warnings,
  };
}
