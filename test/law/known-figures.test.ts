import { describe, expect, test } from 'vitest';
import { inForce, type LawFigure } from '../../src/law/figure.ts';
import { LAW_SUBJECTS } from '../../src/law/figures.ts';

const FIGURES = LAW_SUBJECTS.flatMap(({ figures }) => figures);

function at(id: string, date: string): LawFigure | undefined {
  return inForce(
    FIGURES.filter((figure) => figure.id === id),
    date,
  );
}

/**
 * What the research file says (state of 22/11/2026): its id, ours, the day asked, value, confidence. Each line was
 * copied from it, not from the code.
 */
describe('figures of law agree with the research that they come from', () => {
  test.each([
    ['is.taux', 'corporate-tax.rate', '2026-11-22', '0.25', 'sourced'],
    ['is.taux_reduit', 'corporate-tax.reduced-rate', '2026-11-22', '0.15', 'sourced'],
    ['is.seuil_reduit', 'corporate-tax.reduced-rate-limit', '2026-11-22', '42500', 'sourced'],
    ['is.mere_fille_min', 'parent-subsidiary.minimum-share', '2026-11-22', '0.05', 'sourced'],
    ['is.mere_fille_min (QPFC)', 'parent-subsidiary.expense-share', '2026-11-22', '0.05', 'sourced'],
    ['asso.is_reduit_patrimonial', 'corporate-tax.non-profit-rate', '2026-11-22', '0.24', 'sourced'],
    [
      'asso.is_reduit_patrimonial (dividendes)',
      'corporate-tax.non-profit-dividend-rate',
      '2026-11-22',
      '0.15',
      'sourced',
    ],
    ['cca.taux_max_2025', 'associate-account.deductible-rate', '2026-11-22', '0.0455', 'sourced'],
    ['tva.taux', 'vat.rate', '2026-11-22', '0.2', 'sourced'],
    ['dmto.total_standard', 'transfer-duty.standard-rate', '2026-11-22', '0.0580665', 'sourced'],
    ['dmto.total_majore', 'transfer-duty.raised-rate', '2025-04-01', '0.063185', 'sourced'],
    ['dmto.total_majore, after its end', 'transfer-duty.raised-rate', '2028-04-01', undefined, undefined],
    ['dmto.neuf', 'transfer-duty.new-building-rate', '2026-11-22', '0.00715', 'sourced'],
    ['dmto.construire', 'transfer-duty.building-commitment', '2026-11-22', '125', 'sourced'],
    ['dmto.parts_sci', 'transfer-duty.sci-shares-rate', '2026-11-22', '0.05', 'sourced'],
    ['notaire.csi', 'land-registry.rate', '2026-11-22', '0.001', 'sourced'],
    ['notaire.t1', 'notary.rate-1', '2026-11-22', '0.0387', 'sourced'],
    ['notaire.t2', 'notary.rate-2', '2026-11-22', '0.01596', 'sourced'],
    ['notaire.t3', 'notary.rate-3', '2026-11-22', '0.01064', 'sourced'],
    ['notaire.t4', 'notary.rate-4', '2026-11-22', '0.00799', 'memory'],
    ['scop.excedent.reserve_legale', 'scop.legal-reserve', '1978-07-19', '0.15', 'sourced'],
    ['scop.excedent.part_travail_min', 'scop.labour-share', '1978-07-19', '0.25', 'sourced'],
    ['coop.reserve_legale', 'cooperative.legal-reserve', '1947-09-10', '0.15', 'sourced'],
    ['scic.excedent.reserve_statutaire', 'scic.statutory-reserve', '2026-11-22', '0.5', 'sourced'],
    ['ess.sas.report_min', 'ess.retention', '2015-08-11', '0.5', 'sourced'],
    ['ess.sas.fonds_dev', 'ess.development-fund', '2015-08-11', '0.2', 'sourced'],
    ['ess.sas.fonds_dev_stop', 'ess.development-fund-end', '2015-08-11', '0.2', 'sourced'],
    ['coop.interet.taux_plafond_ag2025', 'cooperative.share-interest-cap', '2025-06-30', '0.048', 'sourced'],
    [
      'coop.interet.taux_plafond_ag2026',
      'cooperative.share-interest-cap',
      '2026-06-30',
      undefined,
      undefined,
    ],
    ['irpme.esus.taux', 'ir-pme.rate', '2026-02-21', '0.25', 'sourced'],
    ['irpme.plafond_celib', 'ir-pme.single-ceiling', '2012-01-01', '50000', 'sourced'],
    ['irpme.majoration_niche', 'ir-pme.relief-ceiling-increase', '2021-01-01', '3000', 'uncertain'],
    ['galland.ratio1', 'guarantee.galland-1', '1988-01-05', '0.5', 'sourced'],
    ['galland.ratio2', 'guarantee.galland-2', '1988-01-05', '0.1', 'sourced'],
    ['galland.ratio3', 'guarantee.galland-3', '1988-01-05', '0.5', 'sourced'],
    ['galland.ratio3_amenagement', 'guarantee.galland-3-development', '1988-01-05', '0.8', 'sourced'],
    ['ref.base_fr (01/01/2026)', 'state-aid.base-rate', '2026-01-01', '0.0219', 'computed'],
    ['ref.base_fr', 'state-aid.base-rate', '2026-11-22', '0.027', 'uncertain'],
    ['ref.actualisation_marge', 'state-aid.discount-margin', '2026-11-22', '0.01', 'sourced'],
    ['ref.marge.BB', 'state-aid.margin-bb-normal', '2026-11-22', '0.022', 'sourced'],
    ['gar.prime.B', 'state-aid.premium-b', '2026-11-22', '0.038', 'sourced'],
    ['gar.ue.quotite_max', 'state-aid.guarantee-coverage-limit', '2026-11-22', '0.8', 'memory'],
    ['rgec.17.plafond (AFR, 15 %)', 'state-aid.afr-notification-15', '2026-11-22', '12380000', 'sourced'],
    ['rgec.17.plafond (AFR, 25 %)', 'state-aid.afr-notification-25', '2026-11-22', '20630000', 'sourced'],
    ['rgec.17.plafond (AFR, 35 %)', 'state-aid.afr-notification-35', '2026-11-22', '28880000', 'sourced'],
    ['deminimis.plafond', 'state-aid.de-minimis-ceiling', '2026-11-22', '300000', 'sourced'],
    ['cgct.b.petite_deminimis, before', 'state-aid.de-minimis-ceiling', '2023-12-31', '200000', 'memory'],
    ['deminimis.sieg', 'state-aid.de-minimis-sgei-ceiling', '2026-11-22', '750000', 'sourced'],
    ['deminimis.pret_montant_10', 'state-aid.de-minimis-loan-amount', '2026-11-22', '750000', 'sourced'],
    ['… sur 5 ans', 'state-aid.de-minimis-loan-amount-5', '2026-11-22', '1500000', 'sourced'],
    ['actu.public', 'reference-rate.public-real-rate', '2021-10-01', '0.032', 'memory'],
  ])('%s: %s on %s', (_id, ours, date, value, confidence) => {
    const figure = at(ours, date);
    expect([figure?.value, figure?.confidence]).toEqual([value, confidence]);
  });

  // livret_a.*: the steps, and the day before each.
  test.each([
    ['2020-01-31', '0.0075'],
    ['2020-02-01', '0.005'],
    ['2022-02-01', '0.01'],
    ['2022-08-01', '0.02'],
    ['2023-02-01', '0.03'],
    ['2025-01-31', '0.03'],
    ['2025-02-01', '0.024'],
    ['2025-08-01', '0.017'],
    ['2026-02-01', '0.015'],
    ['2026-07-31', '0.015'],
    ['2026-08-01', '0.017'],
    ['2026-11-22', '0.017'],
  ])('Livret A on %s: %s', (date, value) => {
    expect(at('reference-rate.livret-a', date)?.value).toBe(value);
  });

  // The law of taxes 39 1 3°: civil years 2023 (5.57 %) and 2024 (5.75 %), read beside the research file.
  test.each([
    ['2023-12-31', '0.0557'],
    ['2024-11-22', '0.0557'],
    ['2024-12-31', '0.0575'],
    ['2025-12-30', '0.0575'],
    ['2025-12-31', '0.0455'],
  ])('deductible interest of associate accounts, known on %s: %s', (date, value) => {
    expect(at('associate-account.deductible-rate', date)?.value).toBe(value);
  });
});
