import { z } from 'zod';
import type { Unit } from '../formula/units.ts';

/**
 * How a dossier is described: once, and read as a schema, as defaults with their origin, as labels for the screen
 * and the explanations, and as the API's documentation.
 */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/**
 * A default: a value as it would be typed, said to be the law's or a hypothesis of practice. Computed from the dossier,
 * it may find nothing: the field is then missing.
 */
export interface Default {
  readonly kind: 'default' | 'law';
  readonly value: Json | ((dossier: RawDossier) => Json | undefined);
  /** Where it comes from, in French. */
  readonly why: string;
}

/** The dossier as typed so far, seen by defaults that depend on it. */
export type RawDossier = { readonly [key: string]: Json };

export interface Field<T> {
  readonly node: 'field';
  readonly schema: z.ZodType<T>;
  readonly label: string;
  readonly help: string;
  readonly unit: Unit | undefined;
  readonly fallback: Default | undefined;
}

export interface Group<S extends Shape> {
  readonly node: 'group';
  readonly label: string;
  readonly shape: S;
}

export interface List<N extends Description> {
  readonly node: 'list';
  readonly label: string;
  readonly of: N;
  readonly fallback: Default | undefined;
  readonly longest: number;
}

/** A group or null; left out, it is null. */
export interface Nullable<N extends Description> {
  readonly node: 'nullable';
  readonly label: string;
  readonly of: N;
}

/** Groups told apart by their `kind`. */
export interface Choice<V extends Readonly<Record<string, Group<Shape>>>> {
  readonly node: 'choice';
  readonly label: string;
  readonly variants: V;
}

// biome-ignore lint/suspicious/noExplicitAny: the value type of a field is recovered by ValueOf
export type Description = Field<any> | Group<Shape> | List<any> | Nullable<any> | Choice<any>;
export interface Shape {
  readonly [key: string]: Description;
}

declare const VALUE: unique symbol;

/** A choice whose resolved type is named once, where a computed one would be too deep for the compiler. */
// biome-ignore lint/suspicious/noExplicitAny: the variants are known at run time
export type Named<T> = Choice<any> & { readonly [VALUE]: T };

/** Names the resolved type of a choice. */
export function named<T>(choice: Choice<Readonly<Record<string, Group<Shape>>>>): Named<T> {
  return choice as Named<T>;
}

/** The value of a whole dossier part once resolved: nothing optional is left. */
export type ValueOf<N> =
  N extends Named<infer T>
    ? T
    : N extends Field<infer T>
      ? T
      : N extends List<infer E>
        ? readonly ValueOf<E>[]
        : N extends Nullable<infer E>
          ? ValueOf<E> | null
          : N extends Choice<infer V>
            ? { [K in keyof V]: ValueOf<V[K]> }[keyof V]
            : N extends Group<infer S>
              ? { readonly [K in keyof S]: ValueOf<S[K]> }
              : never;

interface FieldOptions {
  readonly label: string;
  readonly help: string;
  readonly unit?: Unit;
  readonly fallback?: Default;
}

/** One value that a person types. Without a fallback it must be given. */
export function field<T>(schema: z.ZodType<T>, options: FieldOptions): Field<T> {
  return {
    node: 'field',
    schema,
    label: options.label,
    help: options.help,
    unit: options.unit,
    fallback: options.fallback,
  };
}

export function group<S extends Shape>(label: string, shape: S): Group<S> {
  return { node: 'group', label, shape };
}

export function list<N extends Description>(
  label: string,
  of: N,
  options: { readonly longest: number; readonly fallback?: Default },
): List<N> {
  return { node: 'list', label, of, fallback: options.fallback, longest: options.longest };
}

export function nullable<N extends Description>(label: string, of: N): Nullable<N> {
  return { node: 'nullable', label, of };
}

export function choiceOf<V extends Readonly<Record<string, Group<Shape>>>>(
  label: string,
  variants: V,
): Choice<V> {
  return { node: 'choice', label, variants };
}

/** A hypothesis of practice, said as one on screen. */
export function hypothesis(value: Default['value'], why: string): Default {
  return { kind: 'default', value, why };
}

/** A default that the law gives. */
export function fromLaw(value: Default['value'], why: string): Default {
  return { kind: 'law', value, why };
}

/** Whether a part may be left out: every field below it has a fallback. */
export function mayBeLeftOut(description: Description): boolean {
  switch (description.node) {
    case 'field':
    case 'list':
      return description.fallback !== undefined;
    case 'nullable':
      return true;
    case 'choice':
      return false;
    case 'group':
      return Object.values(description.shape as Shape).every(mayBeLeftOut);
  }
}

/**
 * The zod schema of a part.
 * @param whole true once resolved, when nothing may be missing; false for what a person types
 */
export function schemaOf(description: Description, whole: boolean): z.ZodType {
  switch (description.node) {
    case 'field':
      return description.schema as z.ZodType;
    case 'list':
      return z.array(schemaOf(description.of as Description, whole)).max(description.longest, {
        error: `au plus ${description.longest} lignes ici`,
      });
    case 'nullable':
      return z.nullable(schemaOf(description.of as Description, whole));
    case 'choice': {
      const variants = Object.values(description.variants as Record<string, Group<Shape>>).map((variant) =>
        schemaOf(variant, whole),
      );
      return z.discriminatedUnion('kind', variants as never);
    }
    case 'group': {
      const shape: Record<string, z.ZodType> = {};
      for (const [key, child] of Object.entries(description.shape as Shape)) {
        const schema = schemaOf(child, whole);
        shape[key] = !whole && mayBeLeftOut(child) ? schema.optional() : schema;
      }
      return z.strictObject(shape);
    }
  }
}
