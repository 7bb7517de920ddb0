/** How the calculation works, in French, for « Méthode »: one subject a part, one idea a sentence. */
export interface Convention {
  readonly id: string;
  readonly title: string;
  readonly points: readonly string[];
}

export const CONVENTIONS: readonly Convention[] = [
  {
    id: 'temps',
    title: 'Temps',
    points: [
      'Le mois 0 est celui de la signature. Tous les flux d’un mois sont datés de son dernier jour.',
      'Une somme due à terme échu est comptée le dernier mois de sa période, une somme due d’avance le premier. L’argent tiré un mois porte intérêt à partir du suivant.',
      'Loyer, charges et amortissements commencent à l’entrée en service ; l’indexation joue à chaque anniversaire de celle-ci.',
      'Les exercices sont clos en décembre ; le premier peut être plus court : les seuils y comptent à proportion des mois, et les ratios annuels l’écartent.',
      'Le calcul va jusqu’à l’horizon de l’étude ou jusqu’au dernier flux d’un contrat. Les chiffres clés lisent les mois jusqu’à l’horizon, et y ajoutent une valeur conservée, sans encaissement, montrée à part.',
      'Une valeur présente divise le flux du mois m par (1 + taux annuel)^(m/12).',
      'Le droit appliqué est celui de la date choisie dans le dossier, jamais celui du jour du calcul : un dossier rouvert rend les mêmes centimes. Les droits de mutation suivent le jour de l’acte.',
    ],
  },
  {
    id: 'arrondis',
    title: 'Arrondis',
    points: [
      'Tout montant qu’un contrat ou la loi arrondit l’est au centime quand il naît, le demi-centime étant arrondi vers le haut en valeur absolue. Les impôts le sont aussi : l’arrondi des bases à l’euro n’est pas modélisé.',
      'Droits de mutation : prix × taux total, arrondi une fois. Émoluments du notaire : somme des tranches, arrondie une fois, puis TVA.',
      'Un montant A réparti sur n périodes donne à la période k : arrondi(A × k / n) − arrondi(A × (k − 1) / n). La somme est exacte.',
      'Un loyer indexé est le loyer de la première année × le rapport des indices : les arrondis ne s’enchaînent pas. Indices, taux et chiffres clés ne sont pas arrondis dans le calcul.',
    ],
  },
  {
    id: 'prets',
    title: 'Prêts',
    points: [
      'Mobilisation : chaque mois, le prêt est tiré de ce que les autres ressources ne paient pas ; les intérêts portent sur ce qui est tiré, payés ou capitalisés, la commission d’engagement sur ce qui ne l’est pas.',
      'Puis le nombre d’échéances saisi, la première une période après la mobilisation. Le différé compte dans ce nombre : partiel, seuls les intérêts sont payés ; total, ils sont capitalisés.',
      'Échéance constante : P × i / (1 − (1 + i)^−n), arrondie une fois, recalculée quand un taux indexé change ; amortissement constant ; ou in fine. La dernière échéance solde le prêt.',
      'Le taux d’une période est proportionnel (banques) ou actuariel (Caisse des Dépôts). Fixe, ou indice et marge sur un chemin daté ; le taux ne descend pas sous zéro.',
      'Frais de dossier et sûretés sont des besoins, compris dans le coût des murs.',
      'Le prêt d’équilibre est le plus petit montant, à l’euro, qui boucle le plan dans les limites de la banque ; ce qui manque reste « à trouver ».',
      'La TVA à récupérer et les subventions attribuées mais non versées sont portées par un relais, soldé à zéro.',
    ],
  },
  {
    id: 'baux',
    title: 'Baux',
    points: [
      'Loyer annuel au mètre carré, hors taxes et hors charges, facturé par trimestre d’avance ou comme saisi, supporté mois par mois.',
      'Franchise, paliers, indexation annuelle, dépôt de garantie, charges refacturées ou non, taxe foncière, frais de gestion et provision pour grosses réparations sont distincts.',
      'Loyer recherché : le plus petit, au centime du mètre carré par an, qui tient la couverture visée chaque année testée. Au-dessus du loyer de marché, la page le dit.',
    ],
  },
  {
    id: 'tva',
    title: 'TVA',
    points: [
      'Avec l’option sur les loyers, la TVA des travaux est payée avec les factures et remboursée après un délai. Sans option, elle est un coût.',
      'Un locataire qui ne déduit pas la TVA la supporte dans son coût d’occupation. La TVA des ventes est due le mois suivant la facture.',
    ],
  },
  {
    id: 'impot',
    title: 'Impôt sur les sociétés',
    points: [
      'Taux réduit dans la limite d’un bénéfice, si le dossier le dit applicable ; taux normal au-delà. Déficits reportés sans limite de durée, dans la franchise et la part de la loi.',
      'Acomptes de mars, juin, septembre et décembre ; solde ou remboursement en mai. Aucun acompte la première année, ni sous le seuil de la loi, ni pour un organisme imposé aux taux réduits.',
      'Les intérêts de comptes courants d’associés au-delà du taux déductible sont réintégrés, si le dossier les dit plafonnés. La part travail d’une SCOP est déduite de l’année et payée la suivante.',
      'SCI à l’impôt sur le revenu : chaque associé est imposé sur sa part, selon son régime ; la SCI distribue au moins, si sa trésorerie le permet, l’impôt qu’elle cause.',
      'Chaque société paie son impôt : aucune intégration fiscale. La CFE n’est pas calculée.',
    ],
  },
  {
    id: 'actifs',
    title: 'Actifs',
    points: [
      'Amortissement linéaire, au mois, par composants ; le terrain ne s’amortit pas. Droits, honoraires et intérêts pendant les travaux sont dans le coût du bâtiment.',
      'Une subvention d’investissement est rapportée au résultat au même rythme, hors EBE et hors CAF.',
      'Valeur de l’immeuble : loyer de marché des douze mois suivants, moins ce qu’un bail laisse au propriétaire, divisé par le taux de capitalisation.',
    ],
  },
  {
    id: 'acquisition',
    title: 'Acquisition',
    points: [
      'Droits de mutation selon le département et le jour de l’acte ; un département dont le taux n’est pas établi est compté à 5 %, avec un avertissement.',
      'S’y ajoutent la contribution de sécurité immobilière, les émoluments du notaire et les débours saisis. Droit fixe si l’acquéreur s’engage à construire.',
      'L’acheteur de parts de SCI paie le droit des sociétés à prépondérance immobilière.',
    ],
  },
  {
    id: 'rendements',
    title: 'Taux de rendement',
    points: [
      'Sur des flux datés en fin de mois, base exacte/365, en taux annuel effectif. Toutes les racines sont cherchées ; s’il n’y en a pas, la page le dit avec l’intervalle cherché.',
      'TRI projet avant financement, TRI fonds propres, TRI de chaque financeur par instrument et en tout, avant son propre impôt.',
      'Chaque regard a son taux d’actualisation ; « qui gagne, qui paie » prend pour tous le taux public : (1 + taux public réel) × (1 + inflation) − 1. Le taux de l’Union ne sert qu’aux équivalents-subventions.',
    ],
  },
  {
    id: 'contrat-impact',
    title: 'Contrat à impact',
    points: [
      'Les investisseurs versent des tranches qui paient un programme, jamais des murs. À chaque mesure, le payeur doit, pour chaque indicateur, sa pondération × (prix unitaire × résultats, ou le montant du palier atteint), au centime, dans la limite de ce qui reste du plafond.',
      'Le même jour, le paiement rembourse d’abord le capital, puis rémunère les investisseurs jusqu’au taux maximal du contrat, compté en mois ; le reste demeure à l’entreprise. Ce qui est encore dû après la dernière mesure est abandonné.',
      'Entre les tranches, le capital se partage au prorata de ce que chacune attend encore, la rémunération au prorata de ce que chacune a versé, sans perdre un centime.',
      'Échec, attendu et succès sont calculés ensemble ; un seul est compté dans les flux de la voie. Par un véhicule émetteur, investisseurs et entreprise ont les mêmes flux.',
      'Le prêt du site et sa couverture sont ceux de la voie « prêt bancaire seul » : ils se lisent hors programme. Coûts, plans et trésorerie sont ceux de l’ensemble.',
    ],
  },
  {
    id: 'groupe',
    title: 'Holding SAS ESUS, ou investisseurs dans l’entreprise',
    points: [
      'Les actions reçues sont le montant versé / le prix d’une action : le nominal va au capital, le reste en prime d’émission. Les voix sont saisies, jamais déduites du capital.',
      'Chaque société arrête ses comptes : réserve légale, fonds de développement, puis report à nouveau. Elle verse en juin, sur l’exercice clos, une part de ce que la loi permet (la moitié du bénéfice d’une société de l’ESS, plus le report des années antérieures), dans la limite de sa trésorerie de fin mai et d’une clause de la banque. Un dividende ne monte que d’un niveau par an.',
      'Dividendes reçus d’une filiale détenue à 5 % au moins : exonérés, sauf une quote-part de frais de 5 %. Aucune intégration fiscale.',
      'Valeur des actions : multiple × EBE consolidé du dernier exercice clos, après un loyer de marché sur les murs détenus, plus la valeur de ces murs, moins les dettes financières nettes de la trésorerie, sur toutes les actions, conversions comprises. Une activité qui perd de l’argent compte pour zéro.',
      'Prix : part de cette valeur, décote déduite, puis plancher et plafond : le prix auquel les actions rapportent, dividendes compris, le taux annuel saisi. L’acheteur est un associé ou un tiers : la société ne rachète pas ses actions.',
      'Capacité de rachat : trésorerie de l’acheteur, et prêt que son autofinancement et les dividendes du dernier exercice clos remboursent avec la couverture demandée. Le reste est « rachat non financé ».',
      'Coût des locaux : loyer, charges et TVA non déduite, moins ce que les murs rapportent et coûtent à la holding, prêt et subventions compris. Le loyer passe d’une poche à l’autre : quel qu’il soit, le coût est celui d’une entreprise qui possède ses murs. Ce que les investisseurs souscrivent compte en fonds propres ; ce qu’ils reprennent se lit au prix de leurs actions. D’une entreprise détenue en partie par la holding, dans cette part.',
      'Une autre filiale est décrite par ses grands soldes, hors TVA et sans délais de paiement. Une obligation convertible échoit à sa date, ou à la sortie si elle vient plus tôt.',
    ],
  },
  {
    id: 'couverture',
    title: 'Couverture de la dette (DSCR)',
    points: [
      'Loyers et charges encaissés, moins charges, taxe foncière, frais et impôt payés et dotation aux grosses réparations, divisés par les intérêts et le capital dus aux prêteurs senior. Hors taxes.',
      'N’y entrent ni la TVA, ni les tirages, ni le relais, ni les subventions, ni le capital, ni la trésorerie de départ. Sans service de la dette, il n’est pas défini.',
      'Testé sur les exercices de douze mois après le différé. La taille du prêt et le loyer se règlent avant impôt, et le disent ; le DSCR après impôt est montré à côté.',
      'D’un exploitant propriétaire, la couverture lit (EBE − impôt et participation payés − renouvellement) / annuités : elle porte un autre nom.',
    ],
  },
  {
    id: 'friches-comparees',
    title: 'Friches comparées : aptitude et classement',
    points: [
      'Indice national de mutabilité vers l’industrie : avantages / (avantages + contraintes), points pondérés de la grille Mutafriches (ADEME, Cerema), algorithme v1.11, lu le 22/11/2026. Un critère neutre compte un demi-point des deux côtés ; un critère inconnu n’entre pas dans l’indice et abaisse la fiabilité, part du poids connu sur les 30 de la grille. Six critères (poids 5,5), dont l’effet sur l’industrie n’a pas été lu, ne sont jamais comptés.',
      'Une pollution avérée sans autre précision est lue « autres composés » ; supposée ou peu probable, elle est inconnue. Un sol sans pollution ne suffit pas tant que l’amiante des bâtiments n’a pas été repéré.',
      'L’aptitude pour l’entreprise (surface, terrain, accès, bâtiments, urbanisme, date) est jugée à part, besoin par besoin, et n’entre jamais dans l’indice. Une friche qui manque à un besoin saisi est montrée, jamais classée.',
      'Chaque friche prend la place du site du dossier, avec ses coûts et son calendrier ; chaque voie y est recalculée en entier, au coût central puis, si peu de voies sont demandées, aux coûts bas et haut. Une voie interdite, non financée ou à court de trésorerie n’est jamais classée.',
      'Classement sans poids : SMAA-2 (Lahdelma et Salminen, 2001), 10 000 jeux de poids uniformes, graine fixe. Chaque critère est noté en ligne droite du pire au meilleur des valeurs comparées ; le coût de chaque friche est tiré entre bas et haut (loi triangulaire), le même pour toutes ses voies. Une combinaison sans valeur pour un critère est écartée, raison dite ; un critère qui manque à plus de la moitié est laissé de côté.',
    ],
  },
  {
    id: 'verdicts',
    title: 'Verdicts et confiance',
    points: [
      'Une règle lue dans un texte peut dire « impossible ». Une règle citée de mémoire ou incertaine dit au plus « à vérifier ».',
      'Un plan non financé n’est jamais « possible ». Ce qui dépend d’un montant introuvable n’est pas montré.',
      'Un chiffre de marché est une hypothèse : il se change dans le formulaire, et la page dit d’où vient sa valeur.',
    ],
  },
];
