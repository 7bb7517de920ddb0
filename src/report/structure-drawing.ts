import { escapeXml } from './chart-drawing.ts';
import type { Structure, StructureCompany, StructureRelation } from './structure.ts';
import { shortened, wrapped } from './wrapped-text.ts';

/**
 * A structure as an SVG: for each company, those who fund it or rent from it on the left, those it pays on the right,
 * one straight arrow each with its name above and its amount below. Colours come from the stylesheet, by class.
 */
const WIDTH = 800;
const SIDE_WIDTH = 176;
const COMPANY_WIDTH = 140;
const COMPANY_LEFT = (WIDTH - COMPANY_WIDTH) / 2;
const LANE = 46;
const BOX_MARGIN = 5;
const BETWEEN_COMPANIES = 26;
const LINE_HEIGHT = 15;
/** Letters that fit in a box or along an arrow, at the sizes of the stylesheet. */
const SIDE_LETTERS = 25;
const COMPANY_LETTERS = 18;
const ARROW_LETTERS = 25;

function textAt(x: number, y: number, text: string, type: string): string {
  return `<text x="${x}" y="${y}" text-anchor="middle" class="${type}">${escapeXml(text)}</text>`;
}

/** What fits above an arrow; the list beside says it all. */
function arrowLabel(label: string): string {
  return shortened(label.replace(/ \([^)]*\)$/, ''), ARROW_LETTERS);
}

interface Lines {
  readonly lines: readonly string[];
  readonly type: string;
}

function box(
  x: number,
  y: number,
  width: number,
  height: number,
  type: string,
  parts: readonly Lines[],
): string {
  const count = parts.reduce((sum, { lines }) => sum + lines.length, 0);
  let at = y + height / 2 - (count * LINE_HEIGHT) / 2 + 11.5;
  const texts = parts.flatMap(({ lines, type: kind }) =>
    lines.map((line) => {
      const drawn = textAt(x + width / 2, at, line, kind);
      at += LINE_HEIGHT;
      return drawn;
    }),
  );
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="3" class="${type}"/>${texts.join('')}`;
}

function arrow(
  from: number,
  to: number,
  y: number,
  { kind, label, amount, share }: StructureRelation,
): string {
  const middle = (from + to) / 2 - 3;
  const said = share === undefined ? amount : `${amount} · ${share.replace(' des parts', '')}`;
  return `<path d="M${from} ${y}H${to - 7}" class="arrow arrow-${kind}"/><path d="M${to} ${y}l-8 -4.5v9z" class="arrow-head"/>${textAt(middle, y - 6, arrowLabel(label), 'arrow-label')}${textAt(middle, y + 15, said, 'arrow-amount')}`;
}

/** Relations with the same party follow each other and share its box. */
function byParty(relations: readonly StructureRelation[], side: 'from' | 'to') {
  const groups = new Map<string, StructureRelation[]>();
  for (const relation of relations) {
    const known = groups.get(relation[side]);
    if (known === undefined) groups.set(relation[side], [relation]);
    else known.push(relation);
  }
  return groups;
}

function sideView(
  groups: ReadonlyMap<string, readonly StructureRelation[]>,
  side: 'left' | 'right',
  top: number,
  companies: ReadonlySet<string>,
): string {
  const drawn: string[] = [];
  let y = top;
  for (const [party, relations] of groups) {
    const height = relations.length * LANE;
    const type = companies.has(party) ? 'box-company' : 'box-party';
    const x = side === 'left' ? 0.5 : WIDTH - SIDE_WIDTH - 0.5;
    const lines = wrapped(party, SIDE_LETTERS, 2);
    drawn.push(
      box(x, y + BOX_MARGIN, SIDE_WIDTH, height - 2 * BOX_MARGIN, type, [{ lines, type: 'box-name' }]),
    );
    for (const [index, relation] of relations.entries()) {
      const lane = y + (index + 0.5) * LANE;
      const [from, to] =
        side === 'left'
          ? [SIDE_WIDTH + 2, COMPANY_LEFT - 2]
          : [COMPANY_LEFT + COMPANY_WIDTH + 2, WIDTH - SIDE_WIDTH - 2];
      drawn.push(arrow(from, to, lane, relation));
    }
    y += height;
  }
  return drawn.join('');
}

function companyView(company: StructureCompany, top: number, companies: ReadonlySet<string>) {
  const { label, notes, incoming, outgoing } = company;
  const parts: Lines[] = [
    { lines: wrapped(label, COMPANY_LETTERS, 3), type: 'company-name' },
    { lines: notes.flatMap((note) => wrapped(note, COMPANY_LETTERS + 4, 2)), type: 'company-note' },
  ];
  const textHeight = (parts.reduce((sum, { lines }) => sum + lines.length, 0) + 1) * LINE_HEIGHT;
  const height = Math.max(incoming.length * LANE, outgoing.length * LANE, textHeight + 2 * BOX_MARGIN);
  const middle = (count: number) => top + (height - count * LANE) / 2;
  const drawn = [
    sideView(byParty(incoming, 'from'), 'left', middle(incoming.length), companies),
    box(COMPANY_LEFT, top + BOX_MARGIN, COMPANY_WIDTH, height - 2 * BOX_MARGIN, 'box-company', parts),
    sideView(byParty(outgoing, 'to'), 'right', middle(outgoing.length), companies),
  ];
  return { drawn: drawn.join(''), height };
}

/** What the list beside the drawing says, and screen readers. */
export function relationText({ label, amount, share, from, to }: StructureRelation): string {
  return `${label} : ${amount}${share === undefined ? '' : `, soit ${share}`}, de « ${from} » à « ${to} »`;
}

/**
 * Draws a structure.
 * @param id unique in the page
 * @param title what it is the structure of
 */
export function drawStructure(structure: Structure, id: string, title: string): string {
  const companies = new Set(structure.companies.map(({ label }) => label));
  let height = 0;
  const drawn = structure.companies.map((company, index) => {
    const top = height + (index === 0 ? 0 : BETWEEN_COMPANIES);
    const view = companyView(company, top, companies);
    height = top + view.height;
    return view.drawn;
  });
  const description = `${structure.relations.map(relationText).join(' ; ')}.`;
  return `<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="${id}-title ${id}-text" class="structure" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}"><title id="${id}-title">${escapeXml(title)}</title><desc id="${id}-text">${escapeXml(description)}</desc>${drawn.join('')}</svg>`;
}
