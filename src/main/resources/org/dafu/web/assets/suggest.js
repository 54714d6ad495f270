// Suggestions under the search box: a combobox with a list (ARIA 1.2). Without script the box is a plain one.
"use strict";
(() => {
  const form = document.querySelector("form[data-suggest]");
  if (!form) return;
  const box = form.querySelector("#q");
  const KINDS = {place: "地方", measure: "措施", policy: "政策", agency: "单位", title: "标题"};
  const list = document.createElement("ul");
  list.id = "suggestions";
  list.className = "suggestions";
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "建议");
  box.after(list);
  for (const [name, value] of Object.entries({
    role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id,
  })) box.setAttribute(name, value);

  let chosen = -1;
  let typed = box.value;
  let timer = 0;
  let asking = null;

  function close() {
    clearTimeout(timer);
    asking?.abort();
    list.hidden = true;
    chosen = -1;
    box.setAttribute("aria-expanded", "false");
    box.removeAttribute("aria-activedescendant");
  }

  function part(className, text) {
    const span = document.createElement("span");
    span.className = className;
    span.textContent = text;
    return span;
  }

  function option(item, index) {
    const row = document.createElement("li");
    row.id = "suggestion-" + index;
    row.setAttribute("role", "option");
    row.setAttribute("aria-selected", "false");
    row.dataset.url = "/" + (item.url.includes("?") ? item.url.slice(item.url.indexOf("?")) : "");
    row.dataset.text = item.text;
    row.append(
        part("suggestion-kind", KINDS[item.type] ?? ""),
        part("suggestion-label", item.label),
        part("count", item.count + " 件"));
    return row;
  }

  function show(items) {
    list.replaceChildren(...items.map(option));
    list.hidden = items.length === 0;
    chosen = -1;
    box.removeAttribute("aria-activedescendant");
    box.setAttribute("aria-expanded", String(items.length > 0));
  }

  async function ask() {
    typed = box.value;
    if (!typed.trim() || typed.length > 60) return close();
    asking?.abort();
    asking = new AbortController();
    try {
      const answer = await fetch(
          form.dataset.suggest + "?size=8&q=" + encodeURIComponent(typed.trim()), {signal: asking.signal});
      if (answer.ok && document.activeElement === box) show((await answer.json()).suggestions);
    } catch {
      // Another letter was typed, or the network is away: no suggestions then.
    }
  }

  function choose(index) {
    const rows = [...list.children];
    chosen = index;
    rows.forEach((row, i) => row.setAttribute("aria-selected", String(i === index)));
    if (index < 0) {
      box.removeAttribute("aria-activedescendant");
      box.value = typed;
    } else {
      box.setAttribute("aria-activedescendant", rows[index].id);
      rows[index].scrollIntoView({block: "nearest"});
    }
  }

  box.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, 120);
  });
  box.addEventListener("keydown", event => {
    const rows = list.children.length;
    if (event.isComposing) return;
    if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      close();
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (list.hidden) {
        ask();
      } else {
        const step = event.key === "ArrowDown" ? 1 : -1;
        choose((chosen + 1 + step + rows + 1) % (rows + 1) - 1);
      }
    } else if (event.key === "Enter" && chosen >= 0 && !list.hidden) {
      event.preventDefault();
      location.assign(list.children[chosen].dataset.url);
    }
  });
  box.addEventListener("blur", () => setTimeout(close, 150));
  list.addEventListener("pointerdown", event => {
    const row = event.target.closest("[role=option]");
    if (row) {
      event.preventDefault();
      location.assign(row.dataset.url);
    }
  });
})();
