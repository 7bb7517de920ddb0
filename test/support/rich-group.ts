import { scenario } from './dossiers.ts';
import { handGroup } from './hand-group.ts';

/**
 * Everything a group may have: works on a site with VAT, quarterly rents with steps, two rounds at a premium, one bond
 * repaid and one converted, three subsidiaries of which two are held in part, grants, an advance to the enterprise,
 * limits of return, a clause of the bank, a buyer that comes from outside.
 */
// biome-ignore lint/suspicious/noExplicitAny: tests change any part of a dossier
export function richGroup(): any {
  const dossier = scenario('sci-envie-soleil', 'sci');
  const [group] = handGroup().paths;
  const [sci] = dossier.paths;
  const { subsidiaries } = group;
  Object.assign(dossier.site, { ownerChargesShare: '0.2', ownerPaysTaxeFonciere: true });
  dossier.horizonYears = 15;
  dossier.parties.push(
    { id: 'scop', label: 'SCOP mère', role: 'owners', side: 'private' },
    { id: 'lita', label: 'Citoyens', role: 'citizens', side: 'private' },
    { id: 'tiers', label: 'Groupe voisin', role: 'investor', side: 'private' },
  );
  dossier.paths = [
    {
      ...group,
      founders: [
        { from: 'scop', amount: '500000.00', brought: 'in-kind' },
        { from: 'owners', amount: '310000.00' },
      ],
      rounds: [
        { ...group.rounds[0], subscriptions: [{ from: 'bdt', amount: '400000.01' }] },
        {
          label: 'Tour 2',
          month: 6,
          sharePrice: '1.70',
          subscriptions: [
            { from: 'lita', amount: '133333.33' },
            { from: 'bdt', amount: '90000.00' },
          ],
        },
      ],
      bonds: [
        { ...group.bonds[0], callMonth: 3, paymentsPerYear: 4, repayment: 'level-principal', payments: 20 },
        { ...group.bonds[1], interest: 'capitalised' },
      ],
      vehicle: { ...group.vehicle, lockUpCover: '1.2', nominal: '1.00' },
      sources: sci.sources,
      terms: { ...sci.terms, maximumLoanToCost: null, minimumCover: null },
      lease: { solve: 'target-cover', targetCover: '1.1', steps: [{ months: 24, share: '0.8' }] },
      enterprise: { share: '0.9', funding: '200000.00', distributionShare: '0.7' },
      operatorSources: [
        {
          kind: 'associate-account',
          id: 'avance',
          from: 'esus-holding',
          amount: '80000.00',
          annualRate: '0.02',
          payments: 8,
          interest: 'paid',
        },
      ],
      operatorTerms: {},
      subsidiaries: [...subsidiaries, { ...subsidiaries[1], id: 'petite', name: 'Petite', share: '0.04' }],
      exit: { ...group.exit, capAnnualRate: '0.09', floorAnnualRate: '0.01', buyer: 'tiers' },
    },
  ];
  dossier.mainPath = 'esus-holding';
  dossier.facts = [];
  dossier.hypotheses = [];
  return dossier;
}
