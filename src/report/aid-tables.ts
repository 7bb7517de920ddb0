import { type AidFindings, aidFindings } from '../analysis/aid-findings.ts';
import { ceilingBasis } from '../analysis/aid-legality.ts';
import { publicTranches } from '../analysis/aid-measures.ts';
import type { ComputedDeal } from '../analysis/computed.ts';
import type { Line } from '../formula/operations.ts';
import type { Row, Table, TableCell } from './table.ts';
import { isNil, once } from './year-table.ts';

const COLUMNS = ['Montant', 'ESB', 'Versée par', 'Reçue par', 'Calcul de l’ESB'] as const;

/** The words of a kind of aid, as the law of State aid names it. */
const KINDS: Readonly<Record<AidFindings['supports'][number]['kind'], string>> = {
  grant: 'Subvention',
  'land-discount': 'Rabais',
  'reduced-rent': 'Loyer sous le marché',
  'soft-loan': 'Prêt public',
  guarantee: 'Garantie',
  'public-capital': 'Capital public',
  'interest-subsidy': 'Bonification',
};

/** Of a deal with a vehicle, the higher of the two shares is the one that counts. */
const PUBLIC_SHARE_OF: Partial<Record<ComputedDeal['deal']['path']['kind'], string>> = {
  sci: ' (exploitant ou SCI, la plus forte)',
  fonciere: ' (exploitant ou foncière, la plus forte)',
};

function row(kind: Row['kind'], label: string, cells: readonly TableCell[]): Row {
  return { kind, label, cells: COLUMNS.map((_, index) => cells[index] ?? null) };
}

/** The public contributions of a deal in grant equivalent, then the ceiling and what is left under it. */
export function aidRegisterTable(computed: ComputedDeal): Table {
  const { deal, measures, figures } = computed;
  const { aidRegister: register } = measures;
  const findings = aidFindings(deal, register, figures);
  const nameOf = (party: string) => deal.setting.ledger.parties.get(party)?.label ?? party;
  const amount = (label: string, line: Line, kind: Row['kind'] = 'line') =>
    row(kind, label, [null, once(line)]);
  const { ceiling, deMinimis } = register;
  const { rent } = findings;
  const vehicle = deal.vehicle?.id;
  const isFonciere = deal.path.kind === 'fonciere';
  const hasPremises = !isNil(computed, register.eligibleCosts);
  return {
    id: 'registre-aides',
    title: 'Registre des aides',
    unit: 'en euros ; ESB : équivalent-subvention brut, au jour de l’octroi',
    columns: COLUMNS,
    rows: [
      ...findings.supports.flatMap(
        ({ kind, label, nominal, grantEquivalent, payer, beneficiary, method, flatRate }) => [
          row('line', `${KINDS[kind]} : ${label}`, [
            once(nominal),
            once(grantEquivalent),
            nameOf(payer),
            nameOf(beneficiary),
            method,
          ]),
          ...(flatRate === undefined || computed.figures.of(flatRate)[0] == null
            ? []
            : [
                row('line', `${KINDS[kind]} : ${label}, voie forfaitaire`, [
                  null,
                  once(flatRate),
                  null,
                  null,
                  'de minimis forfaitaire, pour comparer : non compté',
                ]),
              ]),
        ],
      ),
      ...(rent === undefined || vehicle === undefined
        ? []
        : [
            row('line', 'Loyer préférentiel, pour mémoire : avantage de l’exploitant', [
              null,
              once(rent.line),
              nameOf(vehicle),
              nameOf(deal.operator.id),
              rent.method,
            ]),
          ]),
      ...(deal.impact?.publicPaid === undefined
        ? []
        : [
            row('line', 'Paiements aux résultats, pour mémoire : prix ou aide, à vérifier', [
              once(deal.impact.outcomes[deal.impact.outcome].payments),
              null,
              nameOf(deal.impact.programme.payer),
              nameOf(deal.operator.id),
              'prix d’un résultat mesuré : non compté',
            ]),
          ]),
      ...publicTranches(computed).flatMap(({ id, label, from }) => {
        const line = measures.lines.get(id);
        return line === undefined
          ? []
          : [
              row('line', `Tranche publique, pour mémoire : ${label}`, [
                once(line),
                null,
                nameOf(from),
                nameOf(deal.operator.id),
                'paie le programme, pas l’immobilier, et se perd sans résultats : non compté ; une aide si des privés n’en apportent pas 30 % aux mêmes conditions',
              ]),
            ];
      }),
      row('total', findings.supports.length === 0 ? 'Aucune aide publique' : 'Total des aides', [
        once(register.nominal),
        once(register.total),
      ]),
      ...(hasPremises
        ? [
            row('heading', `Plafond : ${ceilingBasis(findings)}`, []),
            amount('Coûts admissibles hors taxes', register.eligibleCosts),
            amount(
              `Part publique du capital${PUBLIC_SHARE_OF[deal.path.kind] ?? ' de l’exploitant'}, organismes dispensés exclus`,
              register.countedPublicShare,
            ),
            amount('Intensité maximale par la taille et la zone', ceiling.intensity),
            amount('Plafond par la taille et la zone', ceiling.intensityCeiling),
            amount('De minimis déjà reçu sur trois ans glissants', deMinimis.used),
            amount('De minimis encore disponible', deMinimis.left),
            amount('Part des coûts par cette voie', ceiling.deMinimisShare),
            amount('Plafond par la voie de minimis', ceiling.deMinimisCeiling),
            ...(isNil(computed, ceiling.remediationCeiling)
              ? []
              : [amount('Plafond de la dépollution', ceiling.remediationCeiling)]),
            amount('Plafond applicable', ceiling.ceiling, 'subtotal'),
            amount('Marge sous le plafond', register.headroom, 'total'),
          ]
        : []),
    ],
    notes: [
      `${isFonciere ? 'Exploitant et foncière sont comptés ensemble, comme une entreprise unique : lecture prudente, à confirmer' : 'L’entreprise unique réunit l’exploitant et sa société immobilière'} ; toutes les aides aux mêmes coûts s’additionnent, quels qu’en soient la forme et le payeur.`,
      'Le plafond applicable est la plus haute des deux voies, qui ne s’ajoutent pas : taille et zone (CGCT R. 1511-5 et R. 1511-6 a, carte AFR), ou de minimis (R. 1511-6 b), plus la dépollution s’il y en a.',
      'Une subvention compte pour son montant, un prêt public pour l’écart au taux de référence sur son échéancier réel. La voie forfaitaire de minimis (dix ans au plus, montant plafonné selon la durée, sûretés d’au moins la moitié du prêt) est une autre façon de le compter. L’immobilier d’entreprise relève de la commune ou de l’intercommunalité ; la région y participe par convention, le département par délégation (CGCT L. 1511-3).',
      'Un site vendu par un organisme public sous sa valeur vénale de référence compte comme un rabais : la minoration d’un établissement public foncier se saisit ainsi, par un prix inférieur à cette valeur.',
      ...(isFonciere
        ? [
            'Le loyer préférentiel d’une foncière répercute sur l’exploitant les aides qu’elle reçoit : celles-ci sont dans le total, le loyer n’y est pas, pour ne rien compter deux fois. Si des organismes publics détiennent la moitié de la foncière ou plus et que ses aides n’expliquent pas tout le loyer, l’écart est signalé, à établir.',
          ]
        : []),
    ],
  };
}

/** What the register cannot settle, point by point; undefined when nothing is given or all is known. */
export function aidPointsTable(computed: ComputedDeal): Table | undefined {
  const { deal, measures, figures } = computed;
  const { supports, points } = aidFindings(deal, measures.aidRegister, figures);
  if (supports.length === 0 || points.length === 0) return undefined;
  return {
    id: 'aides-a-verifier',
    title: 'Aides : ce qu’il reste à établir',
    unit: 'avant toute convention',
    columns: ['Pourquoi', 'À faire', 'Texte'],
    rows: points.map(({ name, reason, remedy, article }) => ({
      kind: 'line' as const,
      label: `${name.charAt(0).toUpperCase()}${name.slice(1)}`,
      cells: [reason, remedy, article],
    })),
    notes: ['Les valeurs se saisissent dans la partie « Aides publiques : taille, zone et aides reçues ».'],
  };
}
