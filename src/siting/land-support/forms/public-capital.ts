import type { FoncierePath } from '../../../dossier/dossier.ts';
import { hasVehicle } from '../../../dossier/sources.ts';
import { Decimal } from '../../../formula/decimal.ts';
import { writeRate } from '../../../formula/french.ts';
import { PUBLIC_SHARE_LIMIT, SCIC_PUBLIC_CAPITAL } from '../../../law/local-authority-figures.ts';
import { freeId, listAt, pathAt } from '../draft.ts';
import { addGiver } from '../giver.ts';
import type { ClosedForm, OpenForm, SupportForm, SupportSetting } from '../support-form.ts';

/** What capital pays and gives back. */
const OPERATING = ['dividend'] as const;
const INVESTMENT = ['own-funds', 'share-redemption', 'share-purchase'] as const;
const HALF = `les collectivités ensemble ne dépassent pas ${writeRate(new Decimal(SCIC_PUBLIC_CAPITAL.value))} du capital d’une SCIC (loi 47-1775 art. 19 septies)`;
const QUARTER = `dès ${writeRate(new Decimal(PUBLIC_SHARE_LIMIT.value))} de capital public, la qualité de PME est perdue : le plafond d’aides est recalculé.`;
/** Shares that are not bought back until the horizon. */
const STAYS =
  'les parts qui ne sont pas rachetées à l’horizon comptent comme dépensées, bien que la collectivité les détienne encore.';

/** Parts subscribed by local authorities in a SCIC: the foncière of the path, or the enterprise that buys its walls. */
export const PUBLIC_CAPITAL: SupportForm = {
  id: 'public-capital',
  label: 'Capital dans une SCIC ou une foncière',
  inWords: (level) => `une prise de ${level} de parts au capital de la SCIC`,
  article: 'Loi 47-1775 art. 19 septies ; CGCT art. L. 2253-1',
  unit: 'EUR',
  step: '100',
  section: 'investissement',
  competence: {
    who: 'La commune, l’EPCI, le département ou la région, chacun dans ses compétences : une société commerciale leur est fermée sans texte ou décret qui l’autorise, et la SCIC a le sien.',
    article: 'Loi 47-1775 art. 19 septies ; CGCT art. L. 2253-1',
    confidence: 'sourced',
  },
  deliberation: [
    {
      text: 'Le montant et le nombre de parts, la part du capital et des voix après souscription, les statuts de la SCIC.',
      article: 'Loi 47-1775 art. 19 septies',
      confidence: 'sourced',
    },
    {
      text: 'La part de toutes les collectivités et de leurs groupements ensemble : 50 % au plus.',
      article: 'Loi 47-1775 art. 19 septies',
      confidence: 'sourced',
    },
    {
      text: 'La part publique du capital après l’opération et ce qu’elle fait de la qualité de PME (25 %).',
      article: 'RGEC 651/2014 annexe I art. 3.4',
      confidence: 'sourced',
    },
    {
      text: 'Les investisseurs privés du même tour, aux mêmes conditions : sans eux, l’apport est une aide à compter sous le plafond.',
      article: 'RGEC 651/2014 ; pari passu',
      confidence: 'memory',
    },
    {
      text: 'Le représentant de la collectivité dans les organes de la SCIC, et les conditions de rachat des parts.',
      article: 'Loi 47-1775 ; statuts',
      confidence: 'memory',
    },
  ],
  open: (setting) => {
    if (setting.path.kind === 'fonciere') return openFonciere(setting, setting.path);
    return openEnterprise(setting);
  },
};

function openFonciere(
  { pathIndex, without }: SupportSetting,
  { colleges, vehicle }: FoncierePath,
): OpenForm | ClosedForm {
  if (vehicle.form !== 'SCIC')
    return {
      reason:
        'la foncière de cette voie est une SAS : le capital d’une autre société est fermé aux collectivités, sauf texte ou décret (CGCT art. L. 2253-1), que cette forme n’essaie pas.',
    };
  const index = colleges.findIndex(({ category }) => category === 'authorities');
  const college = colleges[index];
  if (college === undefined)
    return {
      reason:
        'la foncière n’a pas de collège de collectivités : ajoutez-en un avec ses voix (de 10 à 50 %), elles ne se déduisent pas du montant.',
    };
  const sum = (isPublic: boolean) =>
    colleges
      .filter(({ category }) => (category === 'authorities') === isPublic)
      .reduce((total, { amount }) => total.plus(amount), new Decimal(0));
  // Half of the capital: as much as the others bring.
  const left = sum(false).minus(sum(true)).toDecimalPlaces(0, Decimal.ROUND_DOWN);
  if (left.lt(1)) return { reason: `${HALF} : elles y sont déjà.` };
  const countedShare = vehicle.siteShareOfFunds ?? without.once('fonciere.share-of-area') ?? new Decimal(1);
  if (countedShare.lte(0)) return { reason: 'aucune part des fonds communs de la foncière ne va à ce site.' };
  return {
    greatest: left,
    whyGreatest: HALF,
    assumed: [
      `parts ajoutées à celles du collège « ${college.label} » : la foncière les partage entre ses sites, ${writeRate(countedShare.toDecimalPlaces(4))} en reviennent à celui-ci ; le coût compte toute la souscription, l’équivalent-subvention ce qui revient à ce site.`,
      QUARTER,
      STAYS,
      ...(without.loanNeed.isZero() ? ['la foncière n’emprunte pas pour ce site.'] : []),
    ],
    place: `paths[${pathIndex}].colleges[${index}].amount`,
    change: (draft, level) => {
      const target = listAt(pathAt(draft, pathIndex), 'colleges')[index];
      if (target !== undefined) target.amount = college.amount.plus(level).toFixed(2);
    },
    cost: { party: college.from, operating: OPERATING, investment: INVESTMENT, countedShare },
    isSupport: ({ kind, payer }) => kind === 'public-capital' && payer === college.from,
  };
}

function openEnterprise({ dossier, path, pathIndex, giver, without }: SupportSetting): OpenForm | ClosedForm {
  const { operator } = dossier.values;
  if (hasVehicle(path))
    return {
      reason:
        'la société qui achète les murs n’est pas une SCIC : son capital est fermé aux collectivités, sauf texte ou décret (CGCT art. L. 2253-1), que cette forme n’essaie pas.',
    };
  if (operator.form !== 'SCIC')
    return {
      reason:
        'l’entreprise n’est pas une SCIC : le capital d’une autre société est fermé aux collectivités, sauf texte ou décret (CGCT art. L. 2253-1), que cette forme n’essaie pas.',
    };
  if (without.loanNeed.isZero()) return { reason: 'aucun prêt à remplacer par du capital.' };
  const ownFunds = path.sources.flatMap((source) => (source.kind === 'own-funds' ? [source] : []));
  const isPublic = (party: string) =>
    dossier.values.parties.some(({ id, side }) => id === party && side !== 'private');
  const sum = (wanted: boolean) =>
    ownFunds
      .filter(({ from }) => isPublic(from) === wanted)
      .reduce((total, { amount }) => total.plus(amount), new Decimal(0));
  const { openingCapital } = operator;
  const publicBefore = openingCapital.times(dossier.values.stateAid.publicShare ?? 0).plus(sum(true));
  const others = openingCapital.plus(sum(false)).plus(sum(true)).minus(publicBefore);
  const left = others.minus(publicBefore).toDecimalPlaces(0, Decimal.ROUND_DOWN);
  if (left.lt(1)) return { reason: `${HALF} : elles y sont déjà.` };
  const id = freeId(path.sources, 'soutien-capital');
  return {
    greatest: Decimal.min(left, without.loanNeed),
    whyGreatest: left.lt(without.loanNeed) ? HALF : 'au-delà, elle dépasserait ce que le plan emprunte',
    assumed: [QUARTER, STAYS],
    place: `paths[${pathIndex}].sources[${path.sources.length}].amount`,
    change: (draft, level) => {
      addGiver(draft, giver);
      listAt(pathAt(draft, pathIndex), 'sources').push({
        kind: 'own-funds',
        id,
        label: 'Parts de la collectivité',
        from: giver.id,
        amount: level.toFixed(2),
      });
    },
    cost: { party: giver.id, operating: OPERATING, investment: INVESTMENT },
    isSupport: (support) => support.kind === 'public-capital' && support.id.endsWith(`.${id}`),
  };
}
