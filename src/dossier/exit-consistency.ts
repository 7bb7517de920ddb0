type Report = (path: string, message: string) => void;

/** Investors leave once the site is in service, and before the end of what is computed. */
export function checkExitYear(
  year: number,
  place: string,
  { opening, horizonYears }: { readonly opening: number; readonly horizonYears: number },
  refuse: Report,
): void {
  if (year * 12 <= opening) {
    refuse(
      `${place}.exit.year`,
      `sortie en année ${year}, avant la mise en service (mois ${opening}) : repoussez-la`,
    );
  }
  if (year > horizonYears) {
    refuse(
      `${place}.exit.year`,
      `sortie en année ${year}, après l’horizon (${horizonYears} ans) : avancez-la ou allongez l’horizon`,
    );
  }
}
