import { pathOf } from '../analysis/computation.ts';
import type { ComputedDeal } from '../analysis/computed.ts';
import type { Reading } from '../input/problem.ts';
import { deliberationOf, lawDateSentence, votedGuarantees } from '../report/deliberation.ts';
import type { DebtStatePage, DeliberationPage, DocumentHead } from '../report/guarantee-documents.ts';
import {
  DEBT_FIELDS,
  debtYears,
  guaranteedDebtTables,
  RATIO_FIELDS,
} from '../report/guaranteed-debt-tables.ts';
import { partyName } from '../report/guaranteed-loan-wording.ts';
import type { TableCell } from '../report/table.ts';
import { writeForTable } from '../report/writing.ts';
import { type PathRequest, unknownPath, wantedPath } from './path-page.ts';
import { rememberedComputation } from './remembered.ts';

export interface GuaranteeDocumentRequest extends PathRequest {
  /** Id of the guarantee; the first one of a local authority unless given. */
  readonly guarantee?: string | undefined;
}

export interface DebtStateRequest extends GuaranteeDocumentRequest {
  /** « 2030 »; the first fiscal year unless given. */
  readonly year?: string | undefined;
}

interface Opened {
  readonly head: DocumentHead;
  readonly computed: ComputedDeal;
  readonly guaranteed: ReturnType<typeof votedGuarantees>[number];
}

/** The guarantee that a document is about, or why there is none. */
function open(request: GuaranteeDocumentRequest): Reading<Opened> {
  const computation = rememberedComputation(request.dossier, wantedPath(request));
  if (!computation.ok) return computation;
  const found = pathOf(computation.value, request.path);
  if (found === undefined) return unknownPath(computation.value, request.path);
  const { computed, path } = found;
  const refuse = (message: string): Reading<Opened> => ({
    ok: false,
    problems: [{ path: 'figure', message }],
  });
  if (computed === undefined) {
    const reason = found.legality.find(({ verdict }) => verdict === 'impossible')?.reason ?? '';
    return refuse(`« ${path.label} » ne se vote pas telle quelle : ${reason}`);
  }
  const voted = votedGuarantees(computed);
  const guaranteed =
    request.guarantee === undefined ? voted[0] : voted.find(({ terms }) => terms.id === request.guarantee);
  if (guaranteed === undefined) {
    return refuse(
      voted.length === 0
        ? `« ${path.label} » n’a pas de garantie d’une collectivité : ajoutez-en une pour avoir ce document`
        : `garantie « ${request.guarantee} » inconnue : choisissez parmi ${voted.map(({ terms }) => terms.id).join(', ')}`,
    );
  }
  const { values } = computation.value.dossier;
  return {
    ok: true,
    value: {
      computed,
      guaranteed,
      head: {
        dossierTitle: values.title,
        pathId: path.id,
        pathLabel: path.label,
        guaranteeId: guaranteed.terms.id,
        guarantees: voted.map(({ terms: { id, label } }) => ({ id, label })),
        lawDate: lawDateSentence(computed),
      },
    },
  };
}

/** The draft deliberation of a guarantee. */
export function makeDeliberation(request: GuaranteeDocumentRequest): Reading<DeliberationPage> {
  const opened = open(request);
  if (!opened.ok) return opened;
  const { head, computed, guaranteed } = opened.value;
  return { ok: true, value: { ...head, deliberation: deliberationOf(computed, guaranteed) } };
}

/** The line of a guarantee in the register of guaranteed debts, for one fiscal year. */
export function makeDebtState(request: DebtStateRequest): Reading<DebtStatePage> {
  const opened = open(request);
  if (!opened.ok) return opened;
  const { head, computed, guaranteed } = opened.value;
  const years = debtYears(computed);
  const rank = request.year === undefined ? 0 : years.findIndex(({ label }) => label === request.year);
  const chosen = years[rank];
  if (chosen === undefined) {
    return {
      ok: false,
      problems: [
        {
          path: 'period',
          message: `exercice « ${request.year ?? ''} » sans dette garantie : choisissez parmi ${years.map(({ label }) => label).join(', ')}`,
        },
      ],
    };
  }
  const [debts, ratios] = guaranteedDebtTables(computed);
  const position = head.guarantees.findIndex(({ id }) => id === head.guaranteeId);
  const cells = debts?.rows[position * years.length + rank]?.cells ?? [];
  const textOf = (cell: TableCell | undefined): string => {
    if (cell === undefined || cell === null) return '';
    if (typeof cell === 'string') return cell;
    if (!('line' in cell)) return cell.rate;
    const line = computed.deal.setting.calculation.line(cell.line);
    return writeForTable(computed.figures.of(line)[cell.period] ?? null, line.unit, 2, 'percentage', 2);
  };
  const texts = (fields: typeof DEBT_FIELDS, values: readonly TableCell[]) =>
    fields.map((field, index) => ({ ...field, text: textOf(values[index]) }));
  return {
    ok: true,
    value: {
      ...head,
      authority: partyName(computed, guaranteed.terms.from),
      year: chosen.label,
      years: years.map(({ label }) => label),
      fields: texts(DEBT_FIELDS, cells),
      ratio: texts(RATIO_FIELDS, ratios?.rows[position]?.cells ?? []),
      notes: [...(debts?.notes ?? []), ...(ratios?.notes ?? [])],
    },
  };
}
