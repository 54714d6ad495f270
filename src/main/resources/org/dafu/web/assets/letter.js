// What is better live on a letter's page: from hit to hit, an outline that follows, copying.
"use strict";
(() => {
  const letter = document.querySelector("article.letter");
  if (!letter) return;
  const said = document.getElementById("said");
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;

  // --- From one place of the words to the next: buttons, and the keys n and p.

  const marks = [...letter.querySelectorAll(".text mark[id]")];
  let at = -1;

  function step(by) {
    if (!marks.length) return;
    marks[at]?.classList.remove("now");
    at = at < 0 && by < 0 ? marks.length - 1 : (at + by + marks.length) % marks.length;
    const mark = marks[at];
    mark.classList.add("now");
    mark.scrollIntoView({block: "center", behavior: calm ? "auto" : "smooth"});
    const words = letter.querySelector(".marks-words");
    words.textContent = "第 " + (at + 1) + " 处，共 " + marks.length + " 处";
    const line = mark.closest("p, h2, h3, h4, td, th")?.textContent.trim() ?? "";
    said.textContent = words.textContent + "：" + line.slice(0, 80);
  }

  letter.addEventListener("click", event => {
    const button = event.target.closest("[data-step]");
    if (button) step(Number(button.dataset.step));
  });
  document.addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.target.closest("input, textarea, select, [contenteditable]")) return;
    if (event.key === "n") step(1);
    if (event.key === "p") step(-1);
  });

  // --- The outline shows where the reader is.

  const entries = [...letter.querySelectorAll(".outline a")];
  const targets = entries.map(entry => document.getElementById(entry.hash.slice(1)));
  let waiting = false;

  function follow() {
    waiting = false;
    let now = -1;
    targets.forEach((target, i) => {
      if (target && target.getBoundingClientRect().top < innerHeight * 0.3) now = i;
    });
    entries.forEach((entry, i) => {
      if (i === now) entry.setAttribute("aria-current", "location");
      else entry.removeAttribute("aria-current");
    });
    const outline = letter.querySelector(".outline");
    if (now >= 0 && outline && outline.scrollHeight > outline.clientHeight) {
      const entry = entries[now];
      const top = entry.offsetTop - outline.offsetTop;
      if (top < outline.scrollTop || top > outline.scrollTop + outline.clientHeight - 40) {
        outline.scrollTop = top - outline.clientHeight / 2;
      }
    }
  }

  if (entries.length) {
    addEventListener("scroll", () => {
      if (!waiting) {
        waiting = true;
        requestAnimationFrame(follow);
      }
    }, {passive: true});
    follow();
  }

  // --- Copying a citation.

  /** The old way first: it also works where the page did not come over HTTPS, as in an office's own network. */
  async function copied(text, from) {
    getSelection().selectAllChildren(from);
    if (document.execCommand("copy")) return true;
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      return false; // what is to be copied stays selected
    }
  }

  letter.addEventListener("click", async event => {
    const button = event.target.closest("[data-copy]");
    if (!button) return;
    const from = button.closest(".citation").querySelector(".citation-text");
    const done = await copied(from.textContent, from);
    said.textContent = done ? "已复制" : "已选中，请按 Ctrl+C 复制";
    button.classList.add("copied");
    button.dataset.said = done ? "已复制" : "已选中";
    setTimeout(() => button.classList.remove("copied"), 2000);
  });
})();
