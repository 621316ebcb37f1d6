// What of Tabler's demonstration pages is data, so that it can be replaced by ours: the people, their work, and what they say.

/** @typedef {import("./people.mjs").People} People */

const NAMES = [
  ...["Paweł Kuna", "Jeffie Lewzey", "Mallory Hulme", "Dunn Slane", "Emmy Levet", "Maryjo Lebarree", "Egan Poetz"],
  ...["Kellie Skingley", "Christabel Charlwood", "Haskel Shelper", "Lorry Mion", "Leesa Beaty", "Perren Keemar"],
  ...[
    "Sunny Airey",
    "Geoffry Flaunders",
    "Thatcher Keel",
    "Dyann Escala",
    "Avivah Mugleston",
    "Arlie Armstead",
    "Amanda Blake",
  ],
];
const TITLES = [
  ...["UI Designer", "Chemical Engineer", "Geologist IV", "Research Nurse", "VP Product Management", "Civil Engineer"],
  ...["Tax Accountant", "Staff Scientist", "Automation Specialist IV", "Analog Circuit Design manager"],
  ...["Nuclear Power Engineer", "Software Test Engineer II", "VP Sales", "Mechanical Systems Engineer"],
];
const SUBJECTS = [
  ...["Morning alarm clock", "Trilia", "Pen Pineapple Apple Pen", "Wikibox", "Tabler Icons", "Tabler UI Kit"],
  ...["Inspirations", "Tabler UI Birthday", "Best of 2020", "I'm not a witch.", "Well, what do you want?"],
];
const SENTENCES = [
  /Sure Paweł, let me pull the latest updates\./g,
  /I'm on it too/g,
  /I see you've refactored the/g,
  /function\. The code is much cleaner now\./g,
  /Yes, I thought it was getting a bit cluttered\./g,
  /The commit message is descriptive, too\. Good job on mentioning the issue number it fixes\./g,
  /I noticed you added some new dependencies in the/g,
  /\. Did you also update the/g,
  /with\s+the setup instructions\?/g,
  /Oops, I forgot\. I'll add that right away\./g,
  /I see a couple of edge cases we might not be handling in the/g,
  /function\. Should I open an\s+issue for that\?/g,
  /Yes, Bob\. Please do\. We should not forget to handle those\./g,
  /Alright, once the/g,
  /is updated, I'll merge this commit into the main branch\. Nice work, Paweł\./g,
  /Hey guys, I just pushed a new commit on the/g,
  /branch\. Can you have a look and tell me what you think\?/g,
];

/** @type {{pages: {name: string, do: import("./templates.mjs").Act[]}[], fill: (html: string, people: People) => string}} */
export const TABLER = {
  pages: [
    {
      name: "users",
      do: [
        ["click", ".card-btn"],
        ["click", "h3 a"],
        ["click", ".pagination .page-item:nth-child(3) a"],
      ],
    },
    {
      name: "chat",
      do: [
        ["click", ".nav-link.active"],
        ["type", ".card-footer input", "hello"],
        ["click", ".card-body .nav-link:nth-of-type(3)"],
      ],
    },
    {
      name: "activity",
      do: [["click", ".divide-y > div:nth-child(3)"]],
    },
  ],
  fill(html, { names, titles, subjects, sentences }) {
    /** @param {string} text @param {(string | RegExp)[]} old @param {string[]} list */
    const replaced = (text, old, list) =>
      old.reduce((all, one, at) => all.replaceAll(one, list[at % list.length] ?? ""), text);
    return replaced(
      replaced(replaced(replaced(html, SENTENCES, sentences), NAMES, names), TITLES, titles),
      SUBJECTS,
      subjects,
    );
  },
};
