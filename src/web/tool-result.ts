import type { ToolResult, ToolTable } from '../../views/tool-page.ts';
import { Decimal } from '../formula/decimal.ts';
import { writeCount, writeMoney, writeRate } from '../formula/french.ts';
import type { Tool } from '../tools/tool.ts';
import { type JsonSchema, schemaFromZod } from './api/json-schema.ts';
import { PERCENTAGES, wordOf } from './tool-wording.ts';

/** Digits of a rate: enough to compute again by hand. */
const RATE_DIGITS = 6;
/** Shown in words under the page of the calculator rather than as figures. */
const NOT_SHOWN: ReadonlySet<string> = new Set(['searched', 'id']);
const NUMBER = /^-?\d+(\.\d+)?$/;

/** Amounts are told by their example, and by being amounts or null (what each limit of a lender allows). */
function isAmount(schema: JsonSchema): boolean {
  return Array.isArray(schema.type) || (schema.examples as readonly string[] | undefined)?.[0] === '1000.00';
}

function isTruth({ type }: JsonSchema): boolean {
  return Array.isArray(type) && type.includes('boolean');
}

function writeNumber(key: string, text: string, schema: JsonSchema): string {
  const value = new Decimal(text);
  return PERCENTAGES.has(key) && !isAmount(schema) ? writeRate(value, RATE_DIGITS) : writeMoney(value);
}

function writeScalar(key: string, value: unknown, schema: JsonSchema): string {
  if (value === null) return isTruth(schema) ? 'non établi' : '–';
  if (typeof value === 'boolean') return value ? 'oui' : 'non';
  if (typeof value === 'number') return writeCount(new Decimal(value));
  const text = String(value);
  if (schema.enum !== undefined) return wordOf(text);
  const isNumber = NUMBER.test(text) && (schema.examples !== undefined || isAmount(schema));
  return isNumber ? writeNumber(key, text, schema) : text;
}

/** Rows whose numbers are shares, in tables whose other rows hold amounts. */
const SHARES: ReadonlySet<unknown> = new Set(['galland-3', 'social-charges', 'financial-pay']);

function writeCell(row: Readonly<Record<string, unknown>>, key: string, schema: JsonSchema): string {
  const value = row[key];
  const isShare = SHARES.has(row.id) && typeof value === 'string' && NUMBER.test(value);
  return isShare ? writeRate(new Decimal(value), RATE_DIGITS) : writeScalar(key, value, schema);
}

function titleOf(key: string, schema: JsonSchema): string {
  return typeof schema.title === 'string' ? schema.title : key;
}

function tableOf(
  title: string,
  rows: readonly Readonly<Record<string, unknown>>[],
  item: JsonSchema,
): ToolTable {
  // The id of a row is shown only when nothing else names it.
  const columns = Object.entries(item.properties as Record<string, JsonSchema>).filter(
    ([key, schema]) => key !== 'id' || schema.enum !== undefined,
  );
  return {
    title,
    columns: columns.map(([key, schema]) => ({
      label: titleOf(key, schema),
      isNumber: schema.examples !== undefined || schema.type === 'number',
    })),
    rows: rows.map((row) => columns.map(([key, schema]) => writeCell(row, key, schema))),
  };
}

function collect(answer: Readonly<Record<string, unknown>>, schema: JsonSchema, into: ToolResult): void {
  for (const [key, property] of Object.entries((schema.properties ?? {}) as Record<string, JsonSchema>)) {
    const value = answer[key];
    if (value === undefined || NOT_SHOWN.has(key)) continue;
    const title = titleOf(key, property);
    if (property.properties !== undefined) {
      const inside: ToolResult = { facts: [], tables: [] };
      collect(value as Record<string, unknown>, property, inside);
      into.facts.push(...inside.facts.map((fact) => ({ ...fact, label: `${title} : ${fact.label}` })));
      into.tables.push(...inside.tables);
      continue;
    }
    if (!Array.isArray(value)) {
      into.facts.push({ label: title, text: writeScalar(key, value, property) });
      continue;
    }
    const item = property.items as JsonSchema;
    if (item.properties !== undefined) into.tables.push(tableOf(title, value, item));
    else {
      const text = value.map((one) => writeScalar(key, one, item)).join(' ; ');
      into.facts.push({ label: title, text: text === '' ? 'aucun' : text });
    }
  }
}

/** The answer of a calculator in French: single figures, then tables. */
export function toolResult(tool: Tool, answer: unknown): ToolResult {
  const into: ToolResult = { facts: [], tables: [] };
  collect(answer as Record<string, unknown>, schemaFromZod(tool.response, 'answered'), into);
  return into;
}
