import { folded } from '../standard/plain-text.ts';

/** Communes, their groupings, departments and regions, by code and by name. Source: @etalab/decoupage-administratif. */

export interface Commune {
  readonly code: string;
  readonly name: string;
  readonly department: string;
  readonly region: string;
  /** SIREN of the grouping; null where there is none. */
  readonly epci: string | null;
}

/** A code that is no longer, or never was, that of a commune: it leads to the one that holds it now. */
export interface FormerCommune {
  /** '' when the code alone is known. */
  readonly name: string;
  readonly kind: 'merged' | 'district';
  readonly into: string;
}

export interface NamedTerritory {
  readonly code: string;
  readonly name: string;
  readonly department: string | null;
  readonly region: string | null;
}

export interface Territory {
  readonly commune: (code: string) => Commune | undefined;
  readonly former: (code: string) => FormerCommune | undefined;
  /** By name in a department; undefined when none or several bear it. */
  readonly communeNamed: (name: string, department: string) => Commune | undefined;
  readonly epci: (code: string) => NamedTerritory | undefined;
  readonly department: (code: string) => NamedTerritory | undefined;
  readonly region: (code: string) => NamedTerritory | undefined;
}

interface CommuneRecord {
  readonly code: string;
  readonly nom: string;
  readonly type: string;
  readonly departement?: string;
  readonly region?: string;
  readonly chefLieu?: string;
  readonly commune?: string;
  readonly anciensCodes?: readonly string[];
}

interface EpciRecord {
  readonly code: string;
  readonly nom: string;
  readonly membres: readonly { readonly code: string }[];
}

interface NamedRecord {
  readonly code: string;
  readonly nom: string;
  readonly region?: string;
}

/** What names are compared by: « SAINT-ÉTIENNE » and « St Etienne » are one. */
export function foldedName(name: string): string {
  const words = folded(name)
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim()
    .split(' ');
  return words.map((word) => (word === 'saint' ? 'st' : word === 'sainte' ? 'ste' : word)).join(' ');
}

/** Overseas a department takes three characters of the code of a commune. */
export function departmentOfCode(code: string): string {
  return code.startsWith('97') || code.startsWith('98') ? code.slice(0, 3) : code.slice(0, 2);
}

/** What is most frequent. */
function mostFrequent(values: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  let best: string | null = null;
  for (const [value, count] of counts) if (best === null || count > (counts.get(best) ?? 0)) best = value;
  return best;
}

/** The records of a file. They stand one on a line, and are read one by one: the whole is never held parsed. */
function* recordsOf<T>(text: string): Generator<T> {
  if (!text.includes('\n{')) yield* JSON.parse(text) as T[];
  for (let at = 0; at < text.length; ) {
    const end = text.indexOf('\n', at);
    const line = text.slice(at, end < 0 ? text.length : end).trim();
    at = end < 0 ? text.length : end + 1;
    if (line.startsWith('{')) yield JSON.parse(line.endsWith(',') ? line.slice(0, -1) : line);
  }
}

function namedOf(text: string, isDepartment: boolean): Map<string, NamedTerritory> {
  const found = new Map<string, NamedTerritory>();
  for (const { code, nom, region } of recordsOf<NamedRecord>(text))
    found.set(code, {
      code,
      name: nom,
      department: isDepartment ? code : null,
      region: isDepartment ? (region ?? null) : code,
    });
  return found;
}

const FILES = ['communes', 'epci', 'departements', 'regions'] as const;

/**
 * Reads the package once and keeps what is asked of it.
 * @param read the text of a file: only entries open files
 */
export function loadTerritory(read: (url: URL) => string): Territory {
  const [communesText, epciText, departmentsText, regionsText] = FILES.map((name) =>
    read(new URL(import.meta.resolve(`@etalab/decoupage-administratif/data/${name}.json`))),
  ) as [string, string, string, string];

  const departments = namedOf(departmentsText, true);
  const regions = namedOf(regionsText, false);
  const epciOf = new Map<string, string>();
  const epcis = new Map<string, NamedTerritory>();
  for (const { code, nom, membres } of recordsOf<EpciRecord>(epciText)) {
    for (const member of membres) epciOf.set(member.code, code);
    const department = mostFrequent(membres.map((member) => departmentOfCode(member.code)));
    const region = department === null ? null : (departments.get(department)?.region ?? null);
    epcis.set(code, { code, name: nom, department, region });
  }

  const communes = new Map<string, Commune>();
  const former = new Map<string, FormerCommune>();
  for (const record of recordsOf<CommuneRecord>(communesText)) {
    const { code, nom, type, departement, region, chefLieu, commune, anciensCodes } = record;
    if (type === 'commune-actuelle') {
      const department = departement ?? departmentOfCode(code);
      const epci = epciOf.get(code) ?? null;
      communes.set(code, { code, name: nom, department, region: region ?? '', epci });
      for (const old of anciensCodes ?? [])
        if (!former.has(old)) former.set(old, { name: '', kind: 'merged', into: code });
      continue;
    }
    const isDistrict = type === 'arrondissement-municipal';
    const into = isDistrict ? commune : chefLieu;
    if (into !== undefined) former.set(code, { name: nom, kind: isDistrict ? 'district' : 'merged', into });
  }

  // Present communes first, then the names of those that merged: '' where several bear a name.
  let byName: Map<string, string> | undefined;
  const namesOf = (): Map<string, string> => {
    if (byName !== undefined) return byName;
    const found = new Map<string, string>();
    const add = (department: string, name: string, code: string) => {
      const key = `${department} ${foldedName(name)}`;
      const known = found.get(key);
      found.set(key, known === undefined || known === code ? code : '');
    };
    for (const { code, name, department } of communes.values()) add(department, name, code);
    const present = new Set(found.keys());
    for (const [code, { name, into }] of former) {
      const department = departmentOfCode(code);
      if (name !== '' && !present.has(`${department} ${foldedName(name)}`)) add(department, name, into);
    }
    byName = found;
    return found;
  };

  return {
    commune: (code) => communes.get(code),
    former: (code) => former.get(code),
    communeNamed: (name, department) =>
      communes.get(namesOf().get(`${department} ${foldedName(name)}`) ?? ''),
    epci: (code) => epcis.get(code),
    department: (code) => departments.get(code),
    region: (code) => regions.get(code),
  };
}
