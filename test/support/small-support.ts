import { EXAMPLE_DOSSIER } from '../../src/web/api/example-dossier.ts';

/**
 * An enterprise that buys its premises with a loan at no interest, repaid in equal parts: what it needs of support can be
 * worked out by hand (test/hand/land-support.md).
 */
// biome-ignore lint/suspicious/noExplicitAny: tests change any part of a dossier
export function smallSupported(): any {
  // biome-ignore lint/suspicious/noExplicitAny: the same
  const dossier = structuredClone(EXAMPLE_DOSSIER) as any;
  dossier.signature = '2027-01-15';
  dossier.macro = {
    annualInflation: '0',
    annualRentIndexation: '0',
    annualTaxeFonciereGrowth: '0',
  };
  dossier.site.commitmentToBuild = true;
  dossier.site.disbursements = '0.00';
  dossier.project = {
    opening: '2027-07-01',
    worksStart: '2027-02-01',
    worksEnd: '2027-06-01',
    openingCash: '0.00',
    startUpWorkingCapital: '0.00',
  };
  dossier.paths[0].sources[0].amount = '100000.00';
  dossier.paths[0].terms = {
    annualRate: '0',
    payments: 20,
    paymentsPerYear: 1,
    repayment: 'level-principal',
    arrangementFeeRate: '0',
    securityCostRate: '0',
    bridgeAnnualRate: '0',
    maximumLoanToValue: null,
    maximumLoanToCost: null,
    minimumCover: null,
  };
  return dossier;
}
