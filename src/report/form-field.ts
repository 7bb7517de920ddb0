import { originOf } from '../dossier/assumptions.ts';
import type { ResolvedDossier } from '../dossier/resolution.ts';
import type { Origin } from '../formula/operations.ts';
import type { Default, Field } from '../input/description.ts';
import { formOf } from '../input/field-kind.ts';
import type { PageField, UsualValue } from './form-parts.ts';
import { kindOf, shownText, typedText, unitOf } from './form-values.ts';

const ORIGINS: Readonly<Record<Origin['kind'], string>> = {
  law: 'loi',
  contract: 'contrat',
  fact: 'fait',
  hypothesis: 'hypothèse',
  solved: 'calculé',
};

/** Why a value stands in a dossier when somebody typed it in the form. */
export const TYPED_HERE = 'valeur saisie dans le formulaire';
/** A person's own value is no hypothesis of ours. */
const TYPED = 'saisi';

/** Why a value stands in an entry that was just added to a list. */
export const TO_BE_FILLED = 'à renseigner';

type Choices = NonNullable<PageField['choices']>;

/** Where a field stands. */
export interface FieldPlace {
  readonly path: string;
  readonly key: string;
  readonly value: unknown;
  /** What it belongs to, as its full label says it; empty in a dossier's own parts. */
  readonly owner: string;
  /** The default of the list that it stands in, when nobody typed that list. */
  readonly listDefault?: Default | undefined;
}

/** « Taux annuel » in the middle of a sentence: « taux annuel »; « TVA » and « ETP » stay. */
export function lowerFirst(text: string): string {
  return /^\p{Lu}(?!\p{Lu})/u.test(text) ? `${text.slice(0, 1).toLowerCase()}${text.slice(1)}` : text;
}

/** « Région : taux de la subvention »; the amount of an entry bears its name alone. */
function fullLabelOf(label: string, { key, owner, path }: FieldPlace): string {
  if (owner === '' || owner === label) return label;
  // « Mesure finale : insertions durables, attendu »
  if (/\.results\[\d+\]\.\w+$/.test(path)) return `${owner}, ${lowerFirst(label)}`;
  return key === 'amount' ? owner : `${owner} : ${lowerFirst(label)}`;
}

/** Who may be named there: the parties of the dossier and those that every deal has; the enterprise may join a foncière. */
function partiesOf({ values }: ResolvedDossier, { path, value: named }: FieldPlace): Choices {
  const isCollege = /\.colleges\[\d+\]\.from$/.test(path);
  const usual = [
    { value: 'owners', label: 'Associés ou membres', isOffered: true },
    { value: 'bank', label: 'Banque', isOffered: true },
    {
      value: 'investor',
      label: 'Investisseur à impact',
      isOffered: isCollege || path.startsWith('programme.tranches'),
    },
    { value: 'citizens', label: 'Souscripteurs citoyens', isOffered: isCollege },
    { value: 'operator', label: values.operator.name, isOffered: isCollege },
    {
      value: 'state-payer',
      label: 'État (payeur du contrat à impact)',
      isOffered: path === 'programme.payer',
    },
    { value: 'state', label: 'État (aides au poste)', isOffered: false },
    { value: 'structurer', label: 'Structureur non nommé', isOffered: path === 'programme.structurer' },
    { value: 'evaluator', label: 'Évaluateur non nommé', isOffered: path === 'programme.evaluator' },
  ].filter(({ value, isOffered }) => isOffered || (value === named && value !== 'operator'));
  const parties = values.parties.map(({ id, label }) => ({ value: id, label }));
  return [
    ...parties,
    ...usual
      .filter(({ value }) => parties.every((party) => party.value !== value))
      .map(({ value, label }) => ({ value, label })),
  ];
}

/** What a short name may refer to: a party, a path; undefined when it names the thing itself. */
function referencesOf(dossier: ResolvedDossier, place: FieldPlace): Choices | undefined {
  const { key, value } = place;
  if (key === 'id') return undefined;
  const among = (choices: Choices) =>
    choices.some((choice) => choice.value === value) ? choices : undefined;
  const paths = dossier.values.paths.map(({ id, label }) => ({ value: id, label }));
  if (/^programme\..*ndicator$/.test(place.path)) {
    return among((dossier.values.programme?.indicators ?? []).map(({ id, label }) => ({ value: id, label })));
  }
  return among(partiesOf(dossier, place)) ?? among(paths);
}

const IDENTIFIER = /^Identifiant d(?:e l’|e l'|es |e |u )/;

/** Help is worded for those who write JSON too: names of values and of ids mean nothing in a form. */
function helpInForm(help: string, kind: PageField['kind'], choices: Choices): string {
  if (kind === 'percentage') {
    return help.replace(', en fraction', '').replace('font 1 au total', 'font 100 % au total');
  }
  if (kind !== 'choice') return help;
  const values = choices.map(({ value }) => value);
  const isList = help
    .replace(/\.$/, '')
    .split(/, | ou /)
    .every((word) => values.includes(word));
  if (isList) return '';
  const told = help.replaceAll(/ \([a-z]+(-[a-z]+)*\)/g, '').replace(IDENTIFIER, '');
  return `${told.slice(0, 1).toUpperCase()}${told.slice(1)}`;
}

function usualOf(
  dossier: ResolvedDossier,
  description: Field<unknown>,
  field: Pick<PageField, 'path' | 'kind' | 'choices' | 'unit'>,
): UsualValue | undefined {
  const { fallback } = description;
  // « Je ne sais pas » has no meaning for a name, nor for what a search finds.
  const isSolved = dossier.origins[field.path] === 'solved';
  if (fallback === undefined || field.kind === 'text' || isSolved) return undefined;
  const raw = typeof fallback.value === 'function' ? fallback.value(dossier.json) : fallback.value;
  const parsed = description.schema.safeParse(raw);
  if (!parsed.success) return undefined;
  const value = typedText(description, parsed.data);
  return {
    text: shownText({ ...field, value }),
    why: fallback.why,
    kind: fallback.kind,
    taken: ['default', 'law'].includes(dossier.origins[field.path] ?? ''),
  };
}

/** A field of the form; undefined for what nobody types: ids, kinds. */
export function fieldOf(
  dossier: ResolvedDossier,
  description: Field<unknown>,
  place: FieldPlace,
): PageField | undefined {
  const { path, key, value, listDefault } = place;
  const form = formOf(description);
  const choices = form.kind === 'name' ? referencesOf(dossier, place) : form.choices;
  if (choices === undefined || key === 'kind') return undefined;
  const kind = kindOf(description);
  // « Libellé (poste) » stands under the name of the entry.
  const label = key === 'label' ? 'Nom' : description.label;
  const common = { path, kind, unit: unitOf(description), ...(choices.length === 0 ? {} : { choices }) };
  const origin = originOf(dossier, path);
  const fromList =
    listDefault !== undefined && description.fallback === undefined && dossier.origins[path] !== 'typed';
  const usual = usualOf(dossier, description, common);
  const isRequired = description.fallback === undefined && !fromList && kind !== 'text';
  return {
    ...common,
    label,
    fullLabel: fullLabelOf(label, place),
    help: key === 'label' ? '' : helpInForm(description.help, kind, choices),
    value: typedText(description, value),
    origin: origin.text === TYPED_HERE ? TYPED : ORIGINS[origin.kind],
    originText: fromList ? listDefault.why : origin.text,
    ...(form.longest === undefined ? {} : { longest: form.longest }),
    ...(usual === undefined ? {} : { usual }),
    ...(isRequired ? { required: true } : {}),
    ...(origin.text === TO_BE_FILLED ? { missing: true } : {}),
    ...(origin.kind === 'solved' ? { solved: true } : {}),
  };
}
