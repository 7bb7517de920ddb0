import type { Problem } from '../input/problem.ts';
import {
  type FrenchReading,
  frenchNumber,
  readFrenchDate,
  readFrenchNumber,
  shiftPoint,
} from './french-input.ts';
import type { ToolField, ToolFieldKind, ToolForm } from './tool-form.ts';

/**
 * The fields of a calculator as an address holds them (`?amount=2 800 000&annualRate=3,85`), to and from the request
 * of the API.
 */
export type TypedValues = ReadonlyMap<string, string>;

export interface ReadRequest {
  readonly request: Record<string, unknown>;
  readonly problems: readonly Problem[];
}

const EXAMPLE_OF: Record<ToolFieldKind, string> = {
  money: '1 600 000,50',
  percentage: '3,85',
  number: '1,25',
  whole: '12',
  date: '01/03/2027',
  choice: '',
  truth: '',
  text: '42',
  amounts: '-10 000',
  'dated-amounts': '01/03/2027 ; -10 000',
};

function readWhole(text: string): FrenchReading {
  const digits = text.replaceAll(/[\s\u00a0\u202f]/g, '');
  return /^-?\d{1,9}$/.test(digits)
    ? { text: digits }
    : { problem: 'nombre entier illisible : écrivez par exemple « 12 »' };
}

type Value = { readonly value: unknown } | { readonly problems: readonly Problem[] };

function valueFrom(reading: FrenchReading, path: string): Value {
  return 'text' in reading ? { value: reading.text } : { problems: [{ path, message: reading.problem }] };
}

/** Flows come from other programs: their amounts may have more decimals than cents. */
function readAmount(text: string): FrenchReading {
  return readFrenchNumber(text, 'number', '€');
}

function readLines(field: ToolField, typed: string): Value {
  const problems: Problem[] = [];
  const values: unknown[] = [];
  for (const line of typed.split(/\r?\n/).filter((text) => text.trim() !== '')) {
    const path = `${field.name}[${values.length}]`;
    if (field.kind === 'amounts') {
      const amount = readAmount(line);
      if ('problem' in amount) problems.push({ path, message: amount.problem });
      values.push('text' in amount ? amount.text : null);
      continue;
    }
    const [, day = '', rest = ''] = /^\s*([^\s;]+)[\s;]+(.+)$/.exec(line) ?? [];
    const [date, amount] = [readFrenchDate(day), readAmount(rest)];
    if ('problem' in date)
      problems.push({
        path,
        message: `${date.problem.split(' : ')[0]} : écrivez « ${EXAMPLE_OF['dated-amounts']} »`,
      });
    else if ('problem' in amount) problems.push({ path, message: amount.problem });
    values.push('text' in date && 'text' in amount ? { date: date.text, amount: amount.text } : null);
  }
  return problems.length === 0 ? { value: values } : { problems };
}

function readField(field: ToolField, typed: string): Value {
  switch (field.kind) {
    case 'amounts':
    case 'dated-amounts':
      return readLines(field, typed);
    case 'money':
    case 'percentage':
    case 'number':
      return valueFrom(readFrenchNumber(typed, field.kind), field.name);
    case 'whole': {
      const whole = readWhole(typed);
      return 'text' in whole ? { value: Number(whole.text) } : valueFrom(whole, field.name);
    }
    case 'date':
      return valueFrom(readFrenchDate(typed), field.name);
    case 'choice': {
      const chosen = field.choices.find((choice) => String(choice) === typed);
      return { value: chosen ?? typed };
    }
    case 'truth':
      return { value: typed !== '' && typed !== 'non' };
    case 'text':
      return { value: typed.trim() };
  }
}

function put(request: Record<string, unknown>, name: string, value: unknown): void {
  const [head = '', ...rest] = name.split('.');
  if (rest.length === 0) {
    request[head] = value;
    return;
  }
  request[head] ??= {};
  put(request[head] as Record<string, unknown>, rest.join('.'), value);
}

/**
 * The request that the fields typed make.
 * @returns what could be read of it, and what is empty or unreadable, beside its field
 */
export function requestFrom({ fields, objects, kind }: ToolForm, typed: TypedValues): ReadRequest {
  const request: Record<string, unknown> = kind === undefined ? {} : { kind };
  for (const name of objects) request[name] = {};
  const problems: Problem[] = [];
  for (const field of fields) {
    const text = typed.get(field.name) ?? '';
    if (text.trim() === '' && field.kind !== 'truth') {
      if (!field.required) continue;
      const remedy =
        field.kind === 'choice'
          ? 'choisissez dans la liste'
          : `écrivez par exemple « ${EXAMPLE_OF[field.kind]} »`;
      problems.push({ path: field.name, message: `champ vide : ${remedy}` });
      continue;
    }
    const read = readField(field, text);
    if ('value' in read) put(request, field.name, read.value);
    else problems.push(...read.problems);
  }
  return { request, problems };
}

function writeValue(kind: ToolFieldKind, value: unknown): string {
  switch (kind) {
    case 'money':
    case 'number':
      return frenchNumber(String(value));
    case 'percentage':
      return frenchNumber(shiftPoint(String(value), 2));
    case 'amounts':
      return (value as readonly string[]).map((amount) => frenchNumber(amount)).join('\n');
    case 'dated-amounts':
      return (value as readonly { date: string; amount: string }[])
        .map(({ date, amount }) => `${date.split('-').toReversed().join('/')} ; ${frenchNumber(amount)}`)
        .join('\n');
    case 'truth':
      return value === true ? 'oui' : '';
    case 'whole':
    case 'date':
    case 'choice':
    case 'text':
      return String(value);
  }
}

/** The fields that a request fills, as they are typed. */
export function typedFrom(fields: readonly ToolField[], request: object): TypedValues {
  const typed = new Map<string, string>();
  for (const field of fields) {
    let value: unknown = request;
    for (const step of field.name.split('.')) value = (value as Record<string, unknown> | undefined)?.[step];
    if (value !== undefined) typed.set(field.name, writeValue(field.kind, value));
  }
  return typed;
}
