// What a person typed and the server has not yet: kept in this browser for 24 hours, for that person alone, and wiped at logout.
"use strict";
const PREFIX = "entry:";
const LONGEST = 24 * 60 * 60 * 1000;
const PERSON = document.currentScript.dataset.person;

const kept = {
  name: (place) => `${PREFIX}${PERSON}:${place}`,
  all: () => Object.keys(localStorage).filter((each) => each.startsWith(PREFIX)),
  read(place) {
    try {
      return JSON.parse(localStorage.getItem(kept.name(place)));
    } catch {
      return null; // not ours
    }
  },
  write(place, said) {
    try {
      localStorage.setItem(kept.name(place), JSON.stringify({ ...said, at: Date.now() }));
    } catch { /* the store is full or shut: the server still saves */ }
  },
  drop: (place) => localStorage.removeItem(kept.name(place)),
  wipe: () => kept.all().forEach((each) => localStorage.removeItem(each)),
};

function tidy() {
  for (const name of kept.all()) {
    let at = 0;
    try {
      at = JSON.parse(localStorage.getItem(name)).at;
    } catch { /* not ours any more */ }
    const isAnothers = PERSON && !name.startsWith(kept.name(""));
    if (isAnothers || !(Date.now() - at < LONGEST)) localStorage.removeItem(name);
  }
}

try {
  tidy();
  for (const each of document.querySelectorAll("[data-saved]")) kept.drop(each.dataset.saved);
  document.addEventListener("submit", (event) => {
    if (event.target.action.endsWith("/office/logout/")) kept.wipe();
  });
} catch { /* a browser without a store keeps nothing */ }
