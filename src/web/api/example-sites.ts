/** Two brownfields of our own making, as the CNIG standard writes them: the example of the import. */
export const EXAMPLE_SITES = `site_id;site_nom;site_type;site_statut;comm_nom;comm_insee;sol_pollution_existe;unite_fonciere_surface;geompoint
42218_1;Ancienne teinturerie;friche industrielle;friche sans projet;Saint-Étienne;42218;pollution supposée;12500;POINT (4.3872 45.4397)
03185_2;Fonderie du canal;friche industrielle;friche potentielle;Montluçon;03185;inconnu;8400;POINT (2.6025 46.3408)
`;
