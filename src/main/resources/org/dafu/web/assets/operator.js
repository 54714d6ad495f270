// While the index is brought up to date, how far it is; without script a link asks again.
"use strict";
(() => {
  const EVERY = 1500;
  const part = () => document.getElementById("sync");

  async function look() {
    const answer = await fetch("/admin", {headers: {Accept: "text/html"}}).catch(() => null);
    if (!answer?.ok) return setTimeout(look, 4 * EVERY);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const next = page.getElementById("sync");
    if (!next) return; // signed out meanwhile
    part().replaceWith(next);
    document.querySelector(".file-counts").replaceWith(page.querySelector(".file-counts"));
    document.getElementById("said").textContent = next.querySelector(".sync-state").textContent;
    if (next.dataset.going === "true") setTimeout(look, EVERY);
  }

  if (part()?.dataset.going === "true") setTimeout(look, EVERY);
})();
