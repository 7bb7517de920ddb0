import { Decimal } from '../formula/decimal.ts';
import { writeEuros, writeRate } from '../formula/french.ts';
import {
  AFR_MAP_END,
  AFR_NOTIFICATION,
  AFR_OWN_CONTRIBUTION,
  BLOCK_EXEMPTION_END,
} from '../law/aid-ceiling-figures.ts';
import { DE_MINIMIS_END, SGEI_CEILING } from '../law/de-minimis-figures.ts';
import { frenchDate, nearestInForce } from '../law/figure.ts';
import type { Support } from '../paths/aid-support.ts';
import type { Deal } from '../paths/deal.ts';
import { type AidPoint, DE_MINIMIS, MAP, point } from './aid-point.ts';
import type { PassedOnRent } from './passed-on-rent.ts';

/** What the checks look at, once computed. */
export interface CheckedAids {
  readonly supports: readonly Support[];
  /** By the size of the enterprise and the regional map; undefined when its rates are not read. */
  readonly regionalCeiling: Decimal | undefined;
  /** Share of the eligible costs that no public contribution pays. */
  readonly ownContribution: Decimal | null | undefined;
  readonly rent: PassedOnRent | undefined;
  /** Of the round, what independent private investors bring: computed where the rounds are in the dossier, else typed. */
  readonly privateShare: Decimal;
}

/** What a person must check before the aids are granted. */
export function aidChecks(
  deal: Deal,
  { supports, regionalCeiling, ownContribution, rent, privateShare }: CheckedAids,
): AidPoint[] {
  const { stateAid, lawDate } = deal.setting.dossier.values;
  const { grantDate } = stateAid;
  const granted = frenchDate(grantDate);
  const isRegional = regionalCeiling !== undefined;
  const found: AidPoint[] = [];
  if (grantDate > BLOCK_EXEMPTION_END) {
    found.push(
      point({
        rule: 'state-aid.expiry',
        name: 'la fin du RGEC',
        reason: `Le règlement général d’exemption (RGEC) expire le ${frenchDate(BLOCK_EXEMPTION_END)}, avant l’octroi prévu le ${granted} : aucun successeur adopté n’a été trouvé.`,
        remedy:
          'Faites octroyer les aides avant cette date, ou vérifiez le règlement qui le remplace et ses taux.',
        article: 'RGEC 651/2014, date d’expiration',
      }),
    );
  }
  if (grantDate > DE_MINIMIS_END) {
    found.push(
      point({
        rule: 'state-aid.expiry',
        name: 'la fin du règlement de minimis',
        reason: `Le règlement de minimis expire le ${frenchDate(DE_MINIMIS_END)}, avant l’octroi prévu le ${granted}.`,
        remedy: 'Vérifiez le règlement qui le remplace et son plafond.',
        article: DE_MINIMIS,
      }),
    );
  }
  if (isRegional && grantDate > AFR_MAP_END) {
    found.push(
      point({
        rule: 'state-aid.expiry',
        name: 'la fin de la carte AFR',
        reason: `La carte des aides régionales finit le ${frenchDate(AFR_MAP_END)}, avant l’octroi prévu le ${granted}.`,
        remedy: 'Vérifiez la carte suivante.',
        article: MAP,
      }),
    );
  }
  if (supports.some(({ beneficiary }) => beneficiary === deal.vehicle?.id)) {
    found.push(
      point({
        rule: 'state-aid.passed-on',
        name: 'la répercussion dans le loyer',
        reason: `L’aide reçue par ${deal.vehicle?.label ?? 'le véhicule'} doit profiter à l’exploitant, qui en est le vrai bénéficiaire : elle se répercute dans son loyer.`,
        remedy: 'Écrivez dans la convention d’aide la baisse de loyer et sa durée.',
        article: 'CGCT art. L. 1511-3 ; règlements d’aide',
      }),
    );
  }
  if (rent?.mayHoldMore === true) {
    found.push(
      point({
        name: 'le loyer préférentiel',
        reason: `Le loyer sous le marché vaut ${writeEuros(rent.amount)} d’équivalent-subvention, plus que les aides reçues par la foncière (${writeEuros(rent.upstream)}), dont des organismes publics détiennent la moitié du capital ou plus : l’écart peut être une aide à l’exploitant, et n’est pas compté.`,
        remedy: 'Faites établir par la foncière ce qui paie ce loyer, ou rapprochez-le du marché.',
        article: 'CGCT art. L. 1511-3',
        confidence: 'uncertain',
      }),
    );
  }
  if (supports.some(({ needsPariPassu }) => needsPariPassu)) {
    found.push(
      point({
        rule: 'state-aid.pari-passu',
        name: 'le pari passu',
        reason: privateShare.isZero()
          ? 'De l’argent public entre aux conditions du marché sans investisseur privé indépendant aux mêmes conditions : il est compté comme une aide.'
          : `Des investisseurs privés apportent ${writeRate(privateShare)} du tour : l’argent public n’est pas une aide à partir de 30 %, aux mêmes conditions, mêmes risques et en même temps.`,
        remedy:
          'Prouvez les conditions de marché : tour ouvert à des investisseurs privés, ou test de l’investisseur avisé.',
        article: 'TFUE art. 107 ; communication 2016/C 262/01',
        confidence: 'memory',
      }),
    );
  }
  if (stateAid.afrZone === 'a') {
    found.push(
      point({
        name: 'les taux de la zone « a »',
        reason:
          'Les zones « a » et de transition juste ont des taux plus élevés, non chargés ici : ceux de la zone « c » sont un minimum.',
        remedy: 'Lisez le taux de la commune dans la table du décret.',
        article: MAP,
        confidence: 'uncertain',
      }),
    );
  }
  if (regionalCeiling?.gt(AFR_NOTIFICATION.at15.value)) {
    const { at15, at25, at35 } = AFR_NOTIFICATION;
    const [least, middle, most] = [at15, at25, at35].map(({ value }) => writeEuros(new Decimal(value)));
    found.push(
      point({
        name: 'la notification individuelle',
        reason: `Le plafond régional (${writeEuros(regionalCeiling)}) dépasse ${least}, seuil au-delà duquel une grande aide se notifie dans une zone à 15 % (${middle} à 25 %, ${most} à 35 % ; coûts admissibles de 110 M€ ou plus) : il ne vaut pas autorisation.`,
        remedy:
          'Faites dire par la région si le projet relève d’une notification individuelle à la Commission.',
        article: 'RGEC 651/2014 art. 4.1 a',
        confidence: 'uncertain',
      }),
    );
  }
  if (isRegional && ownContribution?.lt(AFR_OWN_CONTRIBUTION.value)) {
    found.push(
      point({
        name: 'l’apport propre',
        reason: `L’entreprise ne paie sans concours public que ${writeRate(ownContribution.toDecimalPlaces(4))} des coûts admissibles : l’aide régionale en demande 25 %.`,
        remedy: 'Augmentez l’apport ou le prêt sans aide publique.',
        article: MAP,
      }),
    );
  }
  const isConverted = supports.some(({ kind }) => kind === 'soft-loan' || kind === 'guarantee');
  if (isConverted && stateAid.baseRate === null) {
    found.push(
      point({
        name: 'le taux de base de l’Union',
        reason: 'Les prêts et les garanties sont convertis avec un taux de base estimé, figé à l’octroi.',
        remedy:
          'Relevez le taux de base publié au Journal officiel de l’Union le jour de l’octroi, et saisissez-le.',
        article: 'communication 2008/C 14/02',
        confidence: 'uncertain',
      }),
    );
  }
  if (!stateAid.remediationCosts.isZero()) {
    found.push(
      point({
        name: 'la dépollution',
        reason:
          'La dépollution est plafonnée à part, à 100 % de son coût net de la hausse de valeur du terrain ; le pollueur paie d’abord.',
        remedy:
          'Vérifiez que le pollueur ne peut être mis à contribution et faites expertiser la hausse de valeur.',
        article: 'RGEC 651/2014 art. 45',
        confidence: 'memory',
      }),
    );
  }
  if (stateAid.sgeiMandate) {
    const { value: sgeiCeiling } = nearestInForce(SGEI_CEILING, lawDate);
    found.push(
      point({
        name: 'le mandat SIEG',
        reason: `Le plafond de minimis de ${writeEuros(new Decimal(sgeiCeiling))} suppose un mandat de service d’intérêt économique général et ne paie que ce service.`,
        remedy: 'Joignez l’acte de mandat et délimitez le service.',
        article: 'règlement (UE) 2023/2832',
      }),
    );
  }
  return found;
}
