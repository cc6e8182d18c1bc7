// Keeps what is marked data-live up to date while something runs; without scripts people reload the page themselves.
"use strict";
const SECONDS = 1;

async function renew() {
  const here = document.querySelector("[data-live]");
  if (!here || here.dataset.live !== "runs") return;
  try {
    const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
    const there = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("[data-live]");
    if (answer.ok && there && !here.contains(document.activeElement)) here.replaceWith(there);
  } catch { /* the next try may reach the server */ }
  setTimeout(renew, SECONDS * 1000);
}

setTimeout(renew, SECONDS * 1000);
