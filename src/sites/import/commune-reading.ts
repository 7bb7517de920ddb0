import { isMissing } from '../standard/plain-text.ts';
import { type Commune, departmentOfCode, foldedName, type Territory } from '../territory/territory.ts';
import type { RowCells } from './row-cells.ts';

/** Where a row says that its site is, in communes. */
export interface ReadCommune {
  /** Official name, or as the file writes it. */
  readonly name: string;
  readonly commune: Commune | undefined;
  /** Known from the code alone when no commune bears it. */
  readonly department: string | null;
}

/** « 3013 » → « 03013 », « 2a004 » → « 2A004 », « 3013,0 » → « 03013 »; undefined when it is no code. */
function repairedCode(text: string): string | undefined {
  const bare = text
    .toUpperCase()
    .replaceAll(/\s/g, '')
    .replace(/[.,]0{1,4}$/, '');
  if (/^\d{4}$/.test(bare)) return `0${bare}`;
  return /^(?:\d{2}|2[AB])\d{3}$/.test(bare) ? bare : undefined;
}

/** The commune of a row, by its code, or by its name and department; tells every repair. */
export function readCommune(cells: RowCells, territory: Territory): ReadCommune {
  const typedCode = cells.text('comm_insee');
  const typedName = cells.text('comm_nom');
  const said = typedName.toLowerCase() === 'inconnu' ? '' : typedName.slice(0, 120);
  const code = typedCode === '' || typedCode.length > 20 ? undefined : repairedCode(typedCode);

  if (code === undefined) {
    const isGiven = typedCode !== '' && typedCode.toLowerCase() !== 'inconnu';
    // The identifier of a site begins with the code of its commune: it tells the department.
    const start = repairedCode(cells.text('site_id').split('_', 1)[0]?.slice(0, 5) ?? '');
    const department = start === undefined ? undefined : departmentOfCode(start);
    const found =
      said === '' || department === undefined ? undefined : territory.communeNamed(said, department);
    if (found !== undefined) {
      cells.warn(
        'comm_insee',
        typedCode,
        `${isGiven ? 'code INSEE illisible' : 'code INSEE absent'} : ${found.code} retrouvé par le nom de la commune et le début de site_id`,
        `écrivez ${found.code}`,
      );
      return { name: found.name, commune: found, department: found.department };
    }
    if (isGiven || cells.has('comm_insee')) {
      cells.warn(
        'comm_insee',
        typedCode,
        isGiven ? 'code INSEE illisible' : 'code INSEE absent',
        'écrivez le code à cinq caractères de la commune, par exemple 12083 ou 2A004',
      );
    }
    return { name: said, commune: undefined, department: null };
  }

  if (code !== typedCode) {
    cells.warn('comm_insee', typedCode, `code INSEE réparé : lu ${code}`, `écrivez ${code}, en texte`);
  }
  const present = territory.commune(code);
  if (present !== undefined) {
    if (said !== '' && foldedName(said) !== foldedName(present.name)) {
      const former = territory.communeNamed(said, present.department);
      if (former?.code !== present.code) {
        cells.warn(
          'comm_nom',
          said,
          `le code ${code} est celui de ${present.name}`,
          'le code est retenu ; corrigez le nom ou le code s’il désigne une autre commune',
        );
      }
    }
    return { name: present.name, commune: present, department: present.department };
  }

  const former = territory.former(code);
  const into = former === undefined ? undefined : territory.commune(former.into);
  if (former !== undefined && into !== undefined) {
    const old = former.name === '' ? (said === '' ? 'cette commune' : said) : former.name;
    cells.warn(
      'comm_insee',
      code,
      former.kind === 'district'
        ? `arrondissement municipal : lu comme ${into.name} (${into.code})`
        : `ancien code : ${old} appartient aujourd’hui à ${into.name} (${into.code})`,
      `écrivez ${into.code}`,
    );
    return { name: into.name, commune: into, department: into.department };
  }

  const department = departmentOfCode(code);
  const isDepartment = territory.department(department) !== undefined;
  const named = isDepartment && said !== '' ? territory.communeNamed(said, department) : undefined;
  if (named !== undefined) {
    cells.warn(
      'comm_insee',
      code,
      `aucune commune n’a ce code : ${named.code} retrouvé par le nom et le département`,
      `écrivez ${named.code}`,
    );
    return { name: named.name, commune: named, department };
  }
  cells.warn(
    'comm_insee',
    code,
    'aucune commune n’a ce code',
    isDepartment ? 'le département seul est retenu ; vérifiez le code' : 'vérifiez le code',
  );
  return { name: said, commune: undefined, department: isDepartment ? department : null };
}

/** Whether a row names any commune: by a code that reads, or by a name. */
export function namesACommune({ name, department }: ReadCommune): boolean {
  return !isMissing(name) || department !== null;
}
