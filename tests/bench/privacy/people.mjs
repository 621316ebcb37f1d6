// Made-up people and what is written about them, in two sets without a common word: a page that is filled from one and then from the
// other differs in nothing but its data.

/**
 * @typedef {object} People
 * @property {string[]} names first and last
 * @property {string[]} streets
 * @property {string[]} amounts
 * @property {string[]} titles of jobs
 * @property {string[]} subjects a few words each, of a ticket, a mail or a card
 * @property {string[]} sentences that one person writes to another
 * @property {string[]} conditions as a doctor notes them
 * @property {string[]} companies
 */

/** @type {Record<"one" | "other", People>} */
export const PEOPLE = {
  one: {
    names: [
      "Rosalind Achterberg",
      "Dragan Milošević",
      "Amara Nwosu",
      "Søren Kjeldsen",
      "Beatriz Figueroa",
      "Kenji Morimoto",
      "Oksana Lysenko",
      "Yusuf Demirtaş",
      "Niamh Gallagher",
      "Tobias Wegener",
      "Leila Haddad",
      "Viktor Szabó",
      "Chiara Bellini",
      "Marek Dvořák",
      "Priyanka Iyer",
      "Étienne Rousseau",
      "Halvard Lunde",
      "Noor Aziz",
      "Gwendolyn Price",
      "Mateus Carvalho",
    ],
    streets: [
      "17 Quarry Bank, Sheffield",
      "Kirchgasse 4, Zürich",
      "Via Garibaldi 88, Torino",
      "61 Osborne Terrace, Durham",
    ],
    amounts: ["43,718.50", "9,264.10", "71,905.00", "2,386.45", "18,047.90", "64,193.25"],
    titles: ["Anaesthetist", "Welder", "Cartographer", "Paralegal", "Botanist", "Locksmith"],
    subjects: [
      "Scanner jams after lunch",
      "Payslip lacks overtime",
      "Badge refuses tower entrance",
      "Laptop fell into puddle",
      "Vacation request vanished",
      "Headset crackles constantly",
    ],
    sentences: [
      "Gerald drinks again, everybody smells it.",
      "They diagnosed epilepsy last spring.",
      "My landlord evicts us before Christmas.",
      "Nobody knows about that second pregnancy.",
      "She confessed stealing from petty cash.",
      "Bankruptcy hearing begins next Thursday.",
    ],
    conditions: [
      "Hepatitis C",
      "Bipolar disorder",
      "Opioid dependence",
      "Breast carcinoma",
      "Schizophrenia",
      "Syphilis",
    ],
    companies: [
      "Brightwater Foundry",
      "Hollister Optics",
      "Zanetti Ceramica",
      "Vantage Cordage",
      "Orchard Dynamics",
      "Pellworm Reederei",
    ],
  },
  other: {
    names: [
      "Ludovica Trevisan",
      "Benedikt Oberhauser",
      "Folasade Adeyemi",
      "Mikkel Thorsen",
      "Ximena Obregón",
      "Haruto Shimizu",
      "Bohdan Kravchuk",
      "Defne Yıldız",
      "Cormac Delaney",
      "Annika Brandstetter",
      "Karim Benhaddou",
      "Réka Horváth",
      "Giuseppe Marchetti",
      "Zdeněk Procházka",
      "Arjun Subramanian",
      "Margaux Lefèvre",
      "Sigrid Haugland",
      "Tariq Mahmood",
      "Imogen Fairweather",
      "Thiago Nogueira",
    ],
    streets: [
      "230 Lakeshore Drive, Toronto",
      "Mühlenweg 59, Graz",
      "Calle Olmo 3, Sevilla",
      "8 Pembroke Square, Galway",
    ],
    amounts: ["58,320.75", "6,471.80", "90,142.60", "3,859.15", "27,630.05", "81,274.35"],
    titles: ["Geophysicist", "Carpenter", "Midwife", "Auditor", "Zookeeper", "Glazier"],
    subjects: [
      "Printer eats envelopes",
      "Bonus calculation seems wrong",
      "Garage door stays shut",
      "Monitor flickers green",
      "Timesheet lost twice",
      "Keyboard misses vowels",
    ],
    sentences: [
      "Harriet sleeps at her desk because of chemotherapy.",
      "We separated; the children stay with me.",
      "Police searched our flat yesterday.",
      "His visa expires within weeks.",
      "I secretly interviewed elsewhere.",
      "Gambling debts swallowed all savings.",
    ],
    conditions: [
      "Tuberculosis",
      "Anorexia nervosa",
      "Alcohol withdrawal",
      "Multiple sclerosis",
      "Gonorrhoea",
      "Panic attacks",
    ],
    companies: [
      "Ironbridge Mills",
      "Quimby Aerospace",
      "Fontaine Verrerie",
      "Stellar Haulage",
      "Meadowlark Biotech",
      "Nordsø Trælast",
    ],
  },
};
