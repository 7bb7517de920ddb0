import { Decimal } from '../formula/decimal.ts';
import type { Dossier } from './dossier.ts';

type Report = (path: string, message: string) => void;

/** What one field of a brownfield says of another. */
export function checkBrownfields({ brownfields, site }: Dossier, refuse: Report): void {
  const seen = new Set<string>();
  for (const [index, brownfield] of brownfields.entries()) {
    const place = `brownfields[${index}]`;
    const { id, landAreaM2, builtAreaM2, keptBuiltAreaM2, developedAreaM2, sealedAreaM2 } = brownfield;
    if (seen.has(id))
      refuse(`${place}.id`, `deux friches s’appellent « ${id} » : changez l’un des identifiants`);
    seen.add(id);
    if (landAreaM2.isZero())
      refuse(`${place}.landAreaM2`, 'terrain sans surface : écrivez-la en mètres carrés');
    const within = (area: Decimal | null, limit: Decimal | null, field: string, what: string) => {
      if (area === null || limit === null || area.lte(limit)) return;
      refuse(`${place}.${field}`, `${what} : au plus ${limit.toString()} m² ici`);
    };
    within(keptBuiltAreaM2, builtAreaM2, 'keptBuiltAreaM2', 'on ne garde pas plus que ce qui existe');
    within(developedAreaM2, landAreaM2, 'developedAreaM2', 'on n’aménage pas plus que le terrain');
    within(sealedAreaM2, landAreaM2, 'sealedAreaM2', 'pas plus de sol imperméable que de terrain');
    const { builtShareAfter, sealedShareAfter, greenShareAfter } = brownfield;
    const shares = builtShareAfter.plus(sealedShareAfter).plus(greenShareAfter);
    if (shares.gt(new Decimal(1))) {
      refuse(
        `${place}.greenShareAfter`,
        'les parts bâtie, imperméable et végétalisée dépassent tout le terrain : au plus 1 à elles trois',
      );
    }
  }
  const chosen = site?.chosenBrownfield ?? null;
  if (chosen !== null && !seen.has(chosen)) {
    refuse(
      'site.chosenBrownfield',
      `aucune friche comparée ne s’appelle « ${chosen} » : laissez vide, ou retenez une des friches du dossier`,
    );
  }
}
