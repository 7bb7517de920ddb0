import type { Line, NodeOf, PeriodFact, Place, Span } from '../operations.ts';

/** What a number of a generated function's table stands for. */
export type Operand =
  | { readonly kind: 'constant'; readonly node: NodeOf<'constant'> }
  | { readonly kind: 'assumption'; readonly node: NodeOf<'assumption'> }
  | { readonly kind: 'period'; readonly fact: PeriodFact }
  | { readonly kind: 'cell'; readonly line: Line; readonly place: Exclude<Place, { kind: 'atMonth' }> }
  | { readonly kind: 'span'; readonly node: NodeOf<'aggregate'>; readonly line: Line; readonly span: Span }
  /** All the cells of a line, one of which a formula chooses. */
  | { readonly kind: 'row'; readonly line: Line };
