// The collection (摘录篮): which passages were gathered, in what order, with what notes. It lives in this browser alone;
// the service shows and exports what the letters themselves say. A passage is called ID.SECTION, ID@PLACE or ID.
"use strict";
(() => {
  const KEY = "dafu.collection";
  const MOST = 200;

  const read = () => {
    try {
      const kept = JSON.parse(localStorage.getItem(KEY) || "[]");
      return Array.isArray(kept) ? kept.filter((each) => each && typeof each.p === "string") : [];
    } catch {
      return []; // no storage, or not ours: an empty collection
    }
  };
  const write = (kept) => {
    try {
      localStorage.setItem(KEY, JSON.stringify(kept));
    } catch {
      say("浏览器不允许保存，关闭网页后摘录会丢失。");
    }
    show();
  };
  const is = (each, ref) => each.p === ref || each.from === ref;
  const holds = (ref) => read().some((each) => is(each, ref));
  const add = (refs) => {
    const kept = read();
    for (const ref of refs) {
      if (!kept.some((each) => is(each, ref)) && kept.length < MOST) {
        kept.push({p: ref, note: ""});
      }
    }
    write(kept);
  };
  const remove = (refs) => write(read().filter((each) => !refs.some((ref) => is(each, ref))));
  const toggle = (ref) => {
    if (holds(ref)) {
      remove([ref]);
      return say("已从摘录篮移出。");
    }
    if (read().length >= MOST) {
      return say(`摘录篮最多放 ${MOST} 段，请先导出或移出一些。`);
    }
    add([ref]);
    say(`已放入摘录篮，共 ${read().length} 段。`);
  };

  // What a screen reader is told.
  let status = null;
  const say = (words) => {
    if (!status) {
      status = document.getElementById("said") || document.createElement("p");
      if (!status.id) {
        status.className = "hidden";
        status.setAttribute("role", "status");
        document.body.append(status);
      }
    }
    status.textContent = words;
  };

  // What a button beside a passage calls it.
  const called = (button) => {
    const letter = button.closest("[data-letter]")?.dataset.letter;
    const section = /#s(\d+)$/.exec(button.dataset.anchor || "");
    const start = Number(button.dataset.start);
    if (!letter) {
      return null;
    }
    return section ? `${letter}.${section[1]}` : button.dataset.start && start >= 0 ? `${letter}@${start}` : letter;
  };

  // Buttons, boxes and the count in the bar, as the collection is now.
  const show = () => {
    const kept = read();
    const has = (ref) => kept.some((each) => is(each, ref));
    for (const button of document.querySelectorAll("[data-collect]")) {
      const ref = called(button);
      const inside = ref !== null && has(ref);
      button.setAttribute("aria-pressed", String(inside));
      button.title = inside ? "从摘录篮移出" : "放入摘录篮";
    }
    for (const box of document.querySelectorAll("[data-keep]")) {
      box.checked = has(box.value);
    }
    const place = document.querySelector('.place[href="/collection"]');
    const name = kept.length ? `摘录篮（${kept.length}）` : "摘录篮";
    if (place && place.textContent !== name) {
      place.textContent = name;
    }
  };

  document.addEventListener("click", (event) => {
    const button = event.target.closest?.("[data-collect]");
    const ref = button && called(button);
    if (ref) {
      toggle(ref);
    }
  });
  document.addEventListener("change", (event) => {
    if (event.target.matches?.("[data-keep]")) {
      toggle(event.target.value);
    }
  });
  document.getElementById("keep")?.addEventListener("submit", (event) => {
    event.preventDefault(); // what is ticked is in the collection already
    location.assign("/collection");
  });
  window.addEventListener("storage", (event) => event.key === KEY && (page ? load() : show()));

  // The collection's own page.
  const page = document.getElementById("collection");
  const items = () => [...page.querySelectorAll(".kept")];
  const isLinked = location.search.length > 1;

  /** Takes the page's order and notes over into the store. */
  const save = () => {
    if (!isLinked) {
      write(
        items().map((item) => ({
          p: item.dataset.ref,
          from: item.dataset.asked,
          note: item.querySelector("textarea").value,
        })),
      );
    }
  };
  const number = () => {
    const all = items();
    all.forEach((item, at) => {
      item.querySelector(".kept-number").textContent = at + 1;
      item.querySelector("[name=up]").disabled = at === 0;
      item.querySelector("[name=down]").disabled = at === all.length - 1;
    });
    const total = page.querySelector(".total strong");
    if (total) {
      total.textContent = all.length;
    }
  };
  const move = (item, by) => {
    const other = by < 0 ? item.previousElementSibling : item.nextElementSibling;
    if (other) {
      other[by < 0 ? "before" : "after"](item);
      number();
      save();
      const button = item.querySelector(by < 0 ? "[name=up]" : "[name=down]");
      (button.disabled ? item.querySelector(by < 0 ? "[name=down]" : "[name=up]") : button).focus();
      say(`现在是第 ${items().indexOf(item) + 1} 段，共 ${items().length} 段。`);
    }
  };
  const takeOut = (item) => {
    const next = item.nextElementSibling || item.previousElementSibling;
    item.remove();
    save();
    say("已移出。");
    if (next) {
      number();
      next.querySelector("[name=remove]").focus();
    } else {
      load();
    }
  };

  const drag = () => {
    let dragged = null;
    for (const handle of page.querySelectorAll(".kept-number")) {
      handle.draggable = true;
    }
    page.addEventListener("dragstart", (event) => {
      dragged = event.target.closest?.(".kept");
      dragged?.classList.add("dragged");
      event.dataTransfer?.setDragImage(dragged, 20, 20);
    });
    page.addEventListener("dragover", (event) => {
      const over = event.target.closest?.(".kept");
      if (dragged && over) {
        event.preventDefault();
        const box = over.getBoundingClientRect();
        if (over !== dragged) {
          over[event.clientY < box.top + box.height / 2 ? "before" : "after"](dragged);
        }
      }
    });
    page.addEventListener("dragend", () => {
      dragged?.classList.remove("dragged");
      if (dragged) {
        number();
        save();
      }
      dragged = null;
    });
  };

  const bind = () => {
    page.addEventListener("click", (event) => {
      const button = event.target.closest?.("button");
      const item = button?.closest(".kept");
      if (item && ["up", "down", "remove"].includes(button.name)) {
        event.preventDefault();
        button.name === "remove" ? takeOut(item) : move(item, button.name === "up" ? -1 : 1);
      } else if (button?.id === "clear" && confirm("清空摘录篮？批注也会一起删去。")) {
        write([]);
        isLinked ? location.assign("/collection") : load();
      } else if (button?.id === "forget") {
        remove([...page.querySelectorAll("[data-gone]")].map((each) => each.dataset.gone));
        isLinked ? location.assign("/collection") : load();
      } else if (button?.id === "take") {
        add(items().map((each) => each.dataset.ref));
        location.assign("/collection");
      }
    });
    page.addEventListener("input", save);
    drag();
  };

  /** Asks the service for what the letters say. */
  const load = async () => {
    const kept = read();
    const query = kept.map((each) => "p=" + encodeURIComponent(each.p)).join("&");
    const answer = await fetch("/collection" + (query && "?" + query));
    if (!answer.ok) {
      return say("摘录没有取到，请刷新网页。");
    }
    const loaded = new DOMParser().parseFromString(await answer.text(), "text/html");
    page.querySelector("#basket").replaceWith(loaded.getElementById("basket"));
    for (const item of items()) {
      const own = kept.find((each) => is(each, item.dataset.ref) || is(each, item.dataset.asked));
      item.querySelector("textarea").value = own?.note || "";
      item.querySelector(".kept-number").draggable = true;
    }
    if (items().length && !page.querySelector("[data-gone]")) {
      save();
    }
    show();
    page.dataset.loaded = "true";
  };

  show();
  // Results may come anew without the page.
  new MutationObserver(show).observe(document.body, {childList: true, subtree: true});
  if (page) {
    bind();
    if (isLinked || page.querySelector(".errors, .kept")) {
      page.querySelector("#shared").hidden = !isLinked || !items().some((each) => !holds(each.dataset.ref));
    } else {
      load();
    }
  }
})();
