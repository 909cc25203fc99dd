// @ts-check

/** Stands in every name: nobody shall take a synthetic person for a patient. */
export const MARK = '(synthetic)';

/** Given and family names by where they are common, so that each pair is plausible. */
const NAMES = [
  [
    ['Oliver', 'Harriet', 'Callum', 'Imogen', 'Desmond', 'Maureen', 'Rhys', 'Bethan'],
    ['Ashdown', 'Pemberly', 'Holroyd', 'Trevithick', 'Garside', 'Llewelyn', 'Fenwick', 'Maddox'],
  ],
  [
    ['Lucía', 'Joaquín', 'Ximena', 'Álvaro', 'Inés', 'Ramiro', 'Begoña', 'Efraín'],
    ['Ibáñez', 'Quintero', 'Zamorano', 'Peñalver', 'Ocampo', 'Villaseñor', 'Urrutia', 'Muñiz'],
  ],
  [
    ['Amara', 'Chinedu', 'Folake', 'Tunde', 'Ngozi', 'Kwabena', 'Adwoa', 'Sékou'],
    ['Okonjo', 'Adebayo', 'Mensah', 'Nwachukwu', 'Boateng', 'Diallo', 'Eze', 'Traoré'],
  ],
  [
    ['Zofia', 'Łukasz', 'Agnieszka', 'Jiří', 'Božena', 'Zoltán', 'Ilona', 'Mirela'],
    ['Wójcikowska', 'Dvořák', 'Kovács', 'Ionescu', 'Horváth', 'Novotná', 'Szabó', 'Zieliński'],
  ],
  [
    ['Yuki', 'Haruto', 'Min-jun', 'Ji-woo', 'Xiulan', 'Wei', 'Thu Hà', 'Minh'],
    ['Tanabe', 'Morikawa', 'Baek', 'Hwang', 'Zhao', 'Ouyang', 'Nguyễn', 'Đặng'],
  ],
  [
    ['Priya', 'Arjun', 'Lakshmi', 'Farhan', 'Nusrat', 'Rohan', 'Sunita', 'Imran'],
    ['Raghunathan', 'Deshpande', 'Chaudhry', 'Banerjee', 'Qureshi', 'Iyer', 'Fernando', 'Malik'],
  ],
  [
    ['Layla', 'Youssef', 'Salma', 'Karim', 'Shirin', 'Dariush', 'Elif', 'Emre'],
    ['Haddad', 'Benali', 'Mansouri', 'Khoury', 'Tehrani', 'Yıldırım', 'Aydoğan', 'Bakir'],
  ],
  [
    ['Ingrid', 'Søren', 'Åsa', 'Mikko', 'Annelies', 'Joost', 'Jürgen', 'Hannelore'],
    ['Bjørnstad', 'Lindqvist', 'Väisänen', 'Groenewegen', 'Vanderlinden', 'Brückner', 'Östberg', 'Schäffer'],
  ],
  [
    ['João', 'Conceição', 'Thaís', 'Caetano', 'Giulia', 'Ettore', 'Eleni', 'Stavros'],
    ['Figueiredo', 'Guimarães', 'Bittencourt', 'Santangelo', 'Montefiore', 'Papadakis', 'Vassiliou', 'Araújo'],
  ],
  [
    ['Anahera', 'Tāne', 'Leilani', 'Sione', 'Aiyana', 'Makoa', 'Noelani', 'Wiremu'],
    ['Parata', 'Fonoti', 'Kealoha', 'Ngata', 'Taufa', 'Begay', 'Kahale', 'Tuhiwai'],
  ],
];

/** A name that is not among those taken, which it joins. @param {import('./random.mjs').Random} random @param {Set<string>} taken */
export function inventName(random, taken) {
  for (;;) {
    const [given = [], family = []] = random.pick(NAMES);
    const name = `${random.pick(given)} ${random.pick(family)}`;
    if (taken.has(name)) continue;
    taken.add(name);
    return `${name} ${MARK}`;
  }
}
