// What is better live on the search page. Nothing here is needed: every link and form works without it.
"use strict";
(() => {
  const said = document.getElementById("said");
  const live = () => document.querySelector("[data-live]");

  function say(text) {
    if (said) said.textContent = text;
  }

  // --- Filters, order and pages without loading the page anew. The URL stays the state.

  let loading = null;

  function isSearch(url) {
    return url.origin === location.origin && url.pathname === "/";
  }

  /** What the reader has opened and where the focus is, to be found again in the new page. */
  function remembered() {
    const focused = document.activeElement;
    return {
      open: new Map([...document.querySelectorAll("[data-facet]")].map(e => [e.dataset.facet, e.open])),
      more: new Set([...document.querySelectorAll("[data-facet] details.more[open]")]
          .map(e => e.closest("[data-facet]").dataset.facet)),
      below: new Set([...document.querySelectorAll(".below[open]")].map(e => e.parentElement.dataset.place)),
      filters: document.querySelector(".filters")?.open,
      facet: focused?.closest?.("[data-facet]")?.dataset.facet,
      label: focused?.textContent,
      inside: live()?.contains(focused),
    };
  }

  function restore(before) {
    for (const facet of document.querySelectorAll("[data-facet]")) {
      if (before.open.get(facet.dataset.facet)) facet.open = true;
      const more = facet.querySelector("details.more");
      if (more && before.more.has(facet.dataset.facet)) more.open = true;
    }
    for (const below of document.querySelectorAll(".below")) {
      if (before.below.has(below.parentElement.dataset.place)) below.open = true;
    }
    const filters = document.querySelector(".filters");
    if (filters && before.filters) filters.open = true;
    if (!before.inside) return;
    const facet = before.facet && document.querySelector(`[data-facet="${before.facet}"]`);
    const same = facet && [...facet.querySelectorAll("a")].find(a => name(a.textContent) === name(before.label));
    (same ?? facet?.querySelector("summary") ?? document.getElementById("main")).focus({preventScroll: true});
  }

  /** The value's name, without its tick and its count, which change. */
  function name(text) {
    return (text ?? "").replace("✓", "").replace("已选，点击取消：", "").replace(/\d+\s*$/, "").trim();
  }

  async function load(url, push) {
    loading?.abort();
    const mine = loading = new AbortController();
    live().setAttribute("aria-busy", "true");
    let page;
    try {
      const answer = await fetch(url, {signal: mine.signal, headers: {Accept: "text/html"}});
      page = new DOMParser().parseFromString(await answer.text(), "text/html");
    } catch {
      if (!mine.signal.aborted) location.assign(url);
      return;
    }
    const next = page.querySelector("[data-live]");
    if (!next) return location.assign(url);
    const before = remembered();
    if (push) history.pushState(null, "", url);
    live().replaceWith(next);
    const box = document.querySelector("form.box");
    box.querySelectorAll("input[type=hidden]").forEach(e => e.remove());
    page.querySelectorAll("form.box input[type=hidden]").forEach(e => box.append(e));
    box.querySelector("#q").value = page.querySelector("#q").value;
    document.title = page.title;
    restore(before);
    say(document.getElementById("total")?.textContent.replace(/，.*/, "") ?? "");
    keep();
    document.dispatchEvent(new CustomEvent("dafu:changed"));
  }

  if (live()) {
    document.addEventListener("click", event => {
      const link = event.target.closest?.("[data-live] a[href]");
      if (!link || event.defaultPrevented || event.button || event.metaKey || event.ctrlKey
          || event.shiftKey || event.altKey) return;
      const url = new URL(link.href);
      if (!isSearch(url)) return;
      event.preventDefault();
      load(url, true).then(() => {
        if (link.closest(".pager")) document.querySelector(".results").scrollIntoView();
      });
    });
    document.addEventListener("submit", event => {
      if (!event.target.matches(".year-form")) return;
      event.preventDefault();
      const given = new FormData(event.target);
      years(given.get("yearFrom").trim(), given.get("yearTo").trim());
    });
    window.addEventListener("popstate", () => load(new URL(location.href), false));
  }

  // --- A range of years: typed, dragged over the bars, or chosen with Shift and the arrow keys.

  function years(from, to) {
    const url = new URL(location.href);
    for (const name of ["year", "yearFrom", "yearTo", "cursor"]) url.searchParams.delete(name);
    if (from || to) url.searchParams.append("year", from === to ? from : from + ".." + to);
    load(url, true);
  }

  let dragged = null;

  function bars() {
    return [...document.querySelectorAll("[data-years] [data-year]")];
  }

  function paint(from, to) {
    const [low, high] = [Math.min(from, to), Math.max(from, to)];
    bars().forEach((bar, i) => bar.classList.toggle("ranged", i >= low && i <= high));
    say(bars()[low].dataset.year + " 年到 " + bars()[high].dataset.year + " 年");
  }

  function take(from, to) {
    const all = bars();
    years(all[Math.min(from, to)].dataset.year, all[Math.max(from, to)].dataset.year);
  }

  document.addEventListener("pointerdown", event => {
    const bar = event.target.closest?.("[data-years] [data-year]");
    if (!bar || event.button) return;
    dragged = {from: bars().indexOf(bar), to: bars().indexOf(bar)};
  });
  document.addEventListener("pointermove", event => {
    if (!dragged) return;
    const bar = document.elementFromPoint(event.clientX, event.clientY)?.closest("[data-years] [data-year]");
    const at = bar ? bars().indexOf(bar) : dragged.to;
    if (at !== dragged.to || dragged.moved) {
      dragged.to = at;
      dragged.moved = true;
      paint(dragged.from, dragged.to);
    }
  });
  document.addEventListener("pointerup", () => {
    const {moved, from, to} = dragged ?? {};
    dragged = null;
    if (!moved || from === to) return;
    // The click that follows is the end of the drag, not a wish for one year.
    const end = e => {
      e.preventDefault();
      e.stopPropagation();
    };
    document.addEventListener("click", end, {capture: true, once: true});
    setTimeout(() => {
      document.removeEventListener("click", end, {capture: true});
      take(from, to);
    });
  });
  document.addEventListener("dragstart", event => {
    if (event.target.closest?.("[data-years]")) event.preventDefault();
  });
  let ranged = null;
  document.addEventListener("keydown", event => {
    const bar = event.target.closest?.("[data-years] [data-year]");
    if (!bar) return;
    const step = {ArrowLeft: -1, ArrowRight: 1}[event.key];
    if (event.shiftKey && step) {
      event.preventDefault();
      ranged ??= {from: bars().indexOf(bar), to: bars().indexOf(bar)};
      ranged.to = Math.max(0, Math.min(bars().length - 1, ranged.to + step));
      paint(ranged.from, ranged.to);
    } else if (event.key === "Enter" && ranged) {
      event.preventDefault();
      take(ranged.from, ranged.to);
      ranged = null;
    } else if (event.key === "Escape" && ranged) {
      ranged = null;
      bars().forEach(each => each.classList.remove("ranged"));
    }
  });

  // --- Finding within a long facet.

  let finding = 0;

  const PLACES = ["province", "city", "county"];

  /** The search with this value chosen, or no more; of places, those of other levels go. */
  function toggled(name, value) {
    const url = new URL(location.href);
    const had = url.searchParams.getAll(name);
    const isPlace = PLACES.includes(name);
    const alone = isPlace && url.searchParams.has("county") && name !== "county";
    for (const gone of ["cursor", name, ...(isPlace ? PLACES : [])]) url.searchParams.delete(gone);
    if (!alone) had.filter(each => each !== value.value).forEach(each => url.searchParams.append(name, each));
    if (!value.selected || alone) url.searchParams.append(name, value.value);
    return url.pathname + url.search;
  }

  function row(name, value) {
    const row = document.createElement("li");
    row.className = value.selected ? "value chosen" : "value";
    const link = document.createElement("a");
    link.className = "value-link";
    link.href = toggled(name, value);
    const label = document.createElement("span");
    label.className = "value-label";
    label.textContent = value.label;
    const count = document.createElement("span");
    count.className = "count";
    count.textContent = value.count;
    link.append(label, " ", count);
    row.append(link);
    return row;
  }

  function found(names, answer) {
    const list = document.createElement("ul");
    list.className = "values found";
    for (const name of names) {
      (answer.facets[name]?.values ?? []).forEach(value => list.append(row(name, value)));
    }
    say(list.children.length + " 个值");
    if (!list.children.length) {
      const none = document.createElement("li");
      none.className = "missing";
      none.textContent = "没有符合的值";
      list.append(none);
    }
    return list;
  }

  async function find(field) {
    const facet = field.closest("[data-facet]");
    const names = field.dataset.find.split(",");
    const typed = field.value.trim();
    let answer = null;
    if (typed) {
      const asked = new URLSearchParams(location.search);
      for (const name of ["cursor", "facets", "facetSize", "unit", "size", "yearFrom", "yearTo"]) asked.delete(name);
      if (PLACES.includes(names[0])) PLACES.forEach(name => asked.delete(name));
      asked.set("facets", names);
      asked.set("facetQuery", typed);
      asked.set("facetSize", "20");
      const got = await fetch("/api/v1/facets?" + asked).catch(() => null);
      if (!got?.ok || field.value.trim() !== typed) return;
      answer = await got.json();
    }
    facet.querySelector(".found")?.remove();
    facet.classList.toggle("finding", answer !== null);
    if (answer) field.after(found(names, answer));
  }

  document.addEventListener("input", event => {
    if (!event.target.matches?.("[data-find]")) return;
    clearTimeout(finding);
    finding = setTimeout(find, 150, event.target);
  });

  // --- The way back from a letter to the search that it was opened from.

  function keep() {
    try {
      if (live()) sessionStorage.setItem("dafu:search", location.search);
    } catch {
      // Storage is refused: the way back is by the words alone.
    }
  }

  keep();
  const back = document.querySelector("[data-back]");
  try {
    const from = sessionStorage.getItem("dafu:search");
    const words = new URLSearchParams(location.search).get("q");
    if (back && from && new URLSearchParams(from).get("q") === words) back.href = "/" + from;
  } catch {
    // As above.
  }
})();
