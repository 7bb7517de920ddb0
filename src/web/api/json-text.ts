import { type Problem, pathText } from '../../input/problem.ts';

/** Where a text stops being JSON, and in French why. */
export interface Malformed {
  readonly line: number;
  readonly column: number;
  /** The part being read: `paths[0].terms`. */
  readonly path: string;
  readonly message: string;
}

export type JsonReading =
  | { readonly kind: 'value'; readonly value: unknown }
  | { readonly kind: 'malformed'; readonly malformed: Malformed }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] };

/** Deeper than any dossier; what comes after (copies to a worker, schemas) is recursive. */
const DEEPEST = 64;
const MOST_PROBLEMS = 100;
const FORBIDDEN_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);
const SPACE = /[ \t\n\r]*/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /[\p{L}\d_.+-]+/uy;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

/** Stops the reading: the text is no JSON, or is nested too deep to be read further. */
class Stop extends Error {
  readonly reading: JsonReading;
  constructor(reading: JsonReading) {
    super('reading stopped');
    this.reading = reading;
  }
}

/**
 * Goes through a JSON text to say, better than `JSON.parse` does, where it is cut or wrong, and to refuse what
 * `JSON.parse` silently accepts: a key given twice, a key that reaches the prototype, a number that overflows,
 * bottomless nesting.
 */
class JsonText {
  readonly problems: Problem[] = [];
  private readonly text: string;
  private readonly path: PropertyKey[] = [];
  private at = 0;

  constructor(text: string) {
    this.text = text;
  }

  read(): void {
    this.space();
    if (this.isAtEnd()) this.stop('corps vide : envoyez un objet JSON');
    this.value();
    this.space();
    if (this.at < this.text.length) this.stop('texte en trop après la fin du JSON : retirez-le');
  }

  private refuse(message: string): void {
    if (this.problems.length < MOST_PROBLEMS) this.problems.push({ path: pathText(this.path), message });
  }

  private stop(message: string, at = this.at): never {
    const before = this.text.slice(0, at);
    const line = before.split('\n').length;
    const column = at - before.lastIndexOf('\n');
    throw new Stop({ kind: 'malformed', malformed: { line, column, path: pathText(this.path), message } });
  }

  private match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0];
    if (found !== undefined) this.at += found.length;
    return found;
  }

  private space(): void {
    this.match(SPACE);
  }

  private next(): string | undefined {
    this.space();
    return this.text[this.at];
  }

  private value(): void {
    const first = this.next();
    if (first === '{') this.members();
    else if (first === '[') this.elements();
    else if (first === '"') this.string();
    else if (first === undefined) this.stop('texte coupé : il manque une valeur ici');
    else this.word(first);
  }

  private word(first: string): void {
    const from = this.at;
    const number = this.match(NUMBER);
    const rest = this.match(WORD);
    if (number !== undefined && rest === undefined) {
      if (!Number.isFinite(Number(number)))
        this.refuse('nombre trop grand : aucun montant n’a tant de chiffres');
      return;
    }
    const word = this.text.slice(from, this.at);
    if (word === 'true' || word === 'false' || word === 'null') return;
    if (first === '}' || first === ']')
      this.stop(`virgule de trop, ou valeur manquante, avant « ${first} »`, from);
    this.refuseScript(first);
    if (
      'true false null'.split(' ').some((literal) => literal.startsWith(word)) &&
      this.at === this.text.length
    ) {
      this.stop('texte coupé au milieu d’une valeur');
    }
    const shown = word === '' ? String.fromCodePoint(this.text.codePointAt(from) ?? 0) : word.slice(0, 40);
    this.stop(
      `« ${shown} » n’est pas une valeur JSON : écrivez un texte entre guillemets, un nombre, true, false ou null`,
      from,
    );
  }

  /** What is allowed in a program and not in JSON. */
  private refuseScript(first: string): void {
    if (first === "'")
      this.stop('apostrophe à la place d’un guillemet : les textes s’écrivent entre guillemets droits "');
    if (first === '/') this.stop('un commentaire n’est pas du JSON : retirez-le');
  }

  private string(): string {
    const from = this.at;
    this.at += 1;
    for (;;) {
      const code = this.text.charCodeAt(this.at);
      if (code === 0x22) break;
      if (Number.isNaN(code)) this.stop('texte coupé au milieu d’une chaîne : le guillemet de fin manque');
      if (code < 0x20) this.stop('retour à la ligne ou caractère de contrôle dans une chaîne : écrivez \\n');
      if (code !== 0x5c) this.at += 1;
      else if (this.match(ESCAPE) === undefined)
        this.stop('barre oblique inverse mal employée : écrivez \\\\ pour une barre');
    }
    this.at += 1;
    return this.text.slice(from, this.at);
  }

  private enter(): void {
    this.at += 1;
    if (this.path.length < DEEPEST) return;
    const message = `imbriqué sur plus de ${DEEPEST} niveaux : aplatissez les données`;
    throw new Stop({ kind: 'refused', problems: [{ path: '', message }] });
  }

  private elements(): void {
    this.enter();
    if (this.next() === ']') {
      this.at += 1;
      return;
    }
    for (let index = 0; ; index++) {
      this.path.push(index);
      this.value();
      this.path.pop();
      if (this.closes(']', 'une liste')) return;
    }
  }

  private members(): void {
    this.enter();
    if (this.next() === '}') {
      this.at += 1;
      return;
    }
    const keys = new Set<string>();
    do this.member(keys);
    while (!this.closes('}', 'un objet'));
  }

  private member(keys: Set<string>): void {
    const first = this.next();
    if (first === undefined) this.stop('texte coupé au milieu d’un objet');
    if (first !== '"') {
      this.refuseScript(first);
      this.stop(
        first === '}' ? 'virgule de trop avant « } »' : 'nom de champ attendu, entre guillemets droits "',
      );
    }
    const written = this.string();
    const key: string = written.includes('\\') ? JSON.parse(written) : written.slice(1, -1);
    this.path.push(key);
    if (FORBIDDEN_KEYS.has(key)) this.refuse(`clé interdite : retirez « ${key} »`);
    else if (keys.has(key)) this.refuse('champ donné deux fois : gardez-en un');
    keys.add(key);
    if (this.next() !== ':')
      this.stop(
        this.isAtEnd() ? 'texte coupé après un nom de champ' : 'deux-points attendus après le nom du champ',
      );
    this.at += 1;
    this.value();
    this.path.pop();
  }

  private isAtEnd(): boolean {
    return this.at >= this.text.length;
  }

  /** Whether a list or an object closes here; a comma says that it goes on. */
  private closes(bracket: string, what: string): boolean {
    const next = this.next();
    if (next === undefined) this.stop(`texte coupé au milieu d’${what} : « ${bracket} » manque`);
    this.at += 1;
    if (next === bracket) return true;
    if (next === ',') return false;
    this.stop(`virgule ou « ${bracket} » attendu ici`, this.at - 1);
  }
}

/** Reads a JSON text that may come from anybody. */
export function readJsonText(text: string): JsonReading {
  const reading = new JsonText(text);
  try {
    reading.read();
  } catch (stop) {
    if (stop instanceof Stop) return stop.reading;
    throw stop;
  }
  if (reading.problems.length > 0) return { kind: 'refused', problems: reading.problems };
  return { kind: 'value', value: JSON.parse(text) };
}
