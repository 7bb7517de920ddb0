import type { SmeStatus } from '../law/sme-status.ts';
import { isSoldByPublic } from '../paths/aid-supports.ts';
import type { Deal } from '../paths/deal.ts';
import { type AidPoint, DE_MINIMIS, MAP, point, SME_TEXT } from './aid-point.ts';

/** What nobody typed and the ceiling depends on. */
export function aidUnknowns(deal: Deal, status: SmeStatus): AidPoint[] {
  const { dossier } = deal.setting;
  const { stateAid, site } = dossier.values;
  const found: AidPoint[] = [];
  if (stateAid.afrZone === 'unknown') {
    found.push(
      point({
        name: 'la zone AFR',
        reason:
          'La zone d’aide à finalité régionale du site n’est pas connue : les plafonds hors zone, plus bas, sont retenus.',
        remedy: 'Cherchez la commune sur la carte AFR 2022-2027.',
        article: MAP,
      }),
    );
  } else if (stateAid.afrZone !== 'none' && stateAid.initialInvestment === 'unknown') {
    found.push(
      point({
        name: 'la nature de l’investissement',
        reason: 'Il n’est pas dit si l’investissement est initial : les taux régionaux ne sont pas retenus.',
        remedy: 'Dites s’il crée, étend ou diversifie un établissement, et si l’activité est nouvelle.',
        article: MAP,
      }),
    );
  }
  if (!stateAid.sizeConsolidated) {
    found.push(
      point({
        name: 'la taille consolidée',
        reason:
          'La taille de l’entreprise unique n’est pas vérifiée : effectif, chiffre d’affaires et bilan doivent compter les entreprises liées et partenaires.',
        remedy: 'Consolidez les entreprises liées et partenaires (groupe, SCOP mère, filiales).',
        article: SME_TEXT,
      }),
    );
  }
  if (stateAid.publicShare === null) {
    found.push(
      point({
        name: 'la part publique du capital de l’exploitant',
        reason:
          'La part publique du capital de l’exploitant n’est pas saisie : elle est supposée nulle. Dès 25,00 %, la qualité de PME est perdue.',
        remedy: 'Additionnez collectivités, État et leurs établissements, direct et indirect.',
        article: 'RGEC 651/2014, annexe I art. 3.4',
      }),
    );
  }
  if (status.lostByPublicShare && stateAid.exemptInvestor === 'unknown' && deal.vehicle !== undefined) {
    found.push(
      point({
        name: 'la dispense de l’investisseur public',
        reason:
          'La part publique du capital fait perdre la qualité de PME, sauf si l’investisseur public est dispensé (investisseur institutionnel, jusqu’à 50 %).',
        remedy: 'Demandez à l’investisseur sa qualification au regard de l’annexe I du RGEC.',
        article: 'RGEC 651/2014, annexe I art. 3.2',
      }),
    );
  }
  if (deal.path.kind === 'fonciere') {
    found.push(
      point({
        name: 'l’entreprise unique',
        reason:
          'L’exploitant et la foncière sont comptés ensemble, comme une entreprise unique : lecture prudente, l’exploitant ne contrôlant pas forcément la foncière.',
        remedy:
          'Faites confirmer par les financeurs qui est l’entreprise unique ; sinon, chaque société a sa taille et son plafond.',
        article: `${DE_MINIMIS} art. 2 ; RGEC 651/2014 annexe I art. 3`,
        confidence: 'memory',
      }),
    );
  }
  if (!stateAid.deMinimisComplete) {
    found.push(
      point({
        name: 'les aides de minimis déjà reçues',
        reason:
          'Le relevé des aides de minimis reçues sur trois ans glissants par l’entreprise unique n’est pas complet : seules celles du dossier sont comptées.',
        remedy:
          'Demandez l’attestation de chaque entreprise liée et consultez le registre, obligatoire depuis le 01/01/2026.',
        article: DE_MINIMIS,
      }),
    );
  }
  if (isSoldByPublic(deal) && site?.landLease?.marketCanonYear === null) {
    found.push(
      point({
        name: 'le canon de marché',
        reason:
          'Le propriétaire est public et le canon de marché du bail n’est pas saisi : un canon plus bas n’est pas compté comme une aide.',
        remedy: 'Demandez l’avis du Domaine ou une expertise du canon.',
        article: 'CGCT art. L. 1511-3 et R. 1511-4',
      }),
    );
  }
  if (isSoldByPublic(deal) && site?.landLease === null && site.marketValue === null) {
    const isCarried = site.carrying !== null;
    found.push(
      point({
        name: 'la valeur vénale du site',
        reason: isCarried
          ? 'Le site est porté par un EPF et sa valeur vénale n’est pas saisie : la minoration est comptée, un rabais plus fort ne le serait pas.'
          : 'Le vendeur est public et la valeur vénale du site n’est pas saisie : un rabais éventuel n’est pas compté.',
        remedy: 'Demandez l’avis du Domaine ou une expertise.',
        article: 'CGCT art. L. 1511-3 et R. 1511-4',
      }),
    );
  }
  return found;
}
