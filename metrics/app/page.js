// What Python cannot know or do by itself: which theme the reader sees, that a link inside one of our HTML
// blocks was followed, and where the keyboard is. A link keeps working as a plain link where this script does not run.
export default function ({ data, parentElement, setStateValue }) {
  const inside = parentElement.querySelector("span");
  const ground = getComputedStyle(inside).getPropertyValue("--st-background-color").trim();
  const parts = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})/i.exec(ground);
  if (parts) {
    const [r, g, b] = parts.slice(1).map((part) => parseInt(part, 16));
    const mode = 0.299 * r + 0.587 * g + 0.114 * b < 128 ? "dark" : "light";
    if (mode !== data.mode) setStateValue("mode", mode);
  }
  document.documentElement.lang = data.lang;
  const kept = (window.milepost ??= {});

  // What stands in Streamlit's own controls has no setting of its own: it is replaced in place.
  const NAMES = ["aria-label", "title", "placeholder"];
  const replace = (element, words) => {
    const replaced = (text) => {
      const n = /\d+/.exec(text)?.[0];
      return words[text.trim().replace(n ?? "{n}", "{n}")]?.replace("{n}", n);
    };
    for (const name of NAMES) {
      const other = replaced(element.getAttribute(name) ?? "");
      if (other) element.setAttribute(name, other);
    }
    if (element.closest("[data-testid='stHtml']")) return;
    for (const node of element.childNodes) {
      const other = node.nodeType === Node.TEXT_NODE && replaced(node.nodeValue);
      if (other) node.nodeValue = other;
    }
  };
  const all = (root, words) => [root, ...root.querySelectorAll("*")].forEach((one) => replace(one, words));
  if (kept.spoken !== data.lang) {
    kept.native?.disconnect();
    if (kept.back) all(document.body, kept.back); // the language was changed: first as Streamlit wrote it
    kept.spoken = data.lang;
    kept.back = Object.fromEntries(Object.entries(data.native).map((pair) => pair.reverse()));
    if (Object.keys(data.native).length) {
      kept.native = new MutationObserver((changes) => {
        for (const { target, addedNodes } of changes) {
          if (target.nodeType === Node.ELEMENT_NODE) replace(target, data.native);
          for (const added of addedNodes) if (added.nodeType === Node.ELEMENT_NODE) all(added, data.native);
        }
      });
      kept.native.observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: NAMES });
      all(document.body, data.native);
    }
  }
  if (!location.pathname.endsWith("/present")) kept.came = true; // so that a show can be left for where it came from

  // What changes without the reader's doing is said once; the place for it must stand before it is filled.
  if (!kept.region) {
    kept.region = document.body.appendChild(document.createElement("div"));
    kept.region.className = "mp-sr";
    kept.region.setAttribute("role", "status");
  }
  if ((kept.heard ?? "") !== data.heard) kept.region.textContent = data.heard || data.mended;
  kept.heard = data.heard;

  // What is drawn anew takes the keyboard's place with it: it goes to what stands there then, on a slow machine too,
  // unless the reader has taken it elsewhere.
  const refocus = (selector, left, tries = 300) => {
    const there = selector && document.querySelector(selector);
    const free = document.activeElement === document.body;
    if (there && !left.isConnected && free) {
      there.focus({ preventScroll: true });
      refocus(selector, there, Math.min(tries, 40)); // a page comes in several parts: what stands there may be drawn anew once more
    } else if (tries && (left.isConnected || free)) setTimeout(() => refocus(selector, left, tries - 1), 50);
  };

  const follow = (event) => {
    if (event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = event.target.closest?.("[data-testid='stHtml'] a[href]");
    if (link?.getAttribute("href") === "#print") {
      event.preventDefault();
      window.print();
      return;
    }
    // In a frame of another page every link opens outside it.
    if (link && data.framed && !link.getAttribute("href").startsWith("#")) {
      event.preventDefault();
      window.open(link.href, "_blank", "noopener");
      return;
    }
    if (!link || link.origin !== location.origin || link.getAttribute("href").startsWith("#")) return;
    event.preventDefault();
    const closing = link.getAttribute("aria-keyshortcuts") === "Escape";
    const menu = link.closest("[popover]");
    menu?.hidePopover();
    if (link.closest("[data-testid='stPopoverBody']")) refocus(kept.button, link);
    else if (menu) refocus(`[popovertarget="${menu.id}"]`, link);
    else {
      if (link.id) kept.opener = `#${CSS.escape(link.id)}`;
      if (link.id || closing) refocus(kept.opener, link);
    }
    // One entry in the history: Streamlit shows the page of the address as it does after Back.
    history.pushState({}, "", link.href);
    dispatchEvent(new PopStateEvent("popstate"));
  };
  // A control that is opened by keyboard takes the focus along: its box stands at the end of the document.
  const enter = (event) => {
    const button = event.target.closest?.("[data-testid='stPopover'] button");
    if (!button) return;
    const key = [...(button.closest("[class*='st-key-']")?.classList ?? [])].find((one) => one.startsWith("st-key-"));
    kept.button = key && `.${key} button`;
    if (event.detail) return;
    const step = (left) => {
      const box = document.querySelector("[data-testid='stPopoverBody']");
      if (box) {
        box.tabIndex = -1; // what stands in it is drawn a moment later; the next stop is its first control
        box.focus({ preventScroll: true });
      } else if (left) requestAnimationFrame(() => step(left - 1));
    };
    requestAnimationFrame(() => step(60));
  };
  // What is folded stands outside the page until it is opened.
  const unfold = ({ target }) => {
    const folded = target.open && target.querySelector(":scope > template");
    if (folded) folded.replaceWith(folded.content);
  };
  // Escape closes what says that it does, unless something in front of it takes the key first.
  const leave = (event) => {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    if (document.querySelector("[data-testid='stPopoverBody'], [role='dialog'], [role='listbox']")) return;
    document.querySelector("[data-testid='stHtml'] a[aria-keyshortcuts='Escape']")?.click();
  };
  // On paper a chart is scaled from the size that it has now.
  const measure = () => {
    for (const plot of document.querySelectorAll("[class*='st-key-plot-'] .js-plotly-plot")) {
      const box = plot.closest("[class*='st-key-plot-']").style;
      box.setProperty("--w", `${plot.offsetWidth}px`);
      box.setProperty("--h", `${plot.offsetHeight}px`);
    }
  };
  // The function runs again on every change of its data: one listener of a kind, always the newest.
  for (const [name, event, listener] of [["follow", "click", follow], ["enter", "click", enter], ["leave", "keydown", leave], ["unfold", "toggle", unfold]]) {
    if (kept[name]) document.removeEventListener(event, kept[name], event === "toggle");
    kept[name] = listener;
    document.addEventListener(event, listener, event === "toggle"); // which does not bubble
  }
  if (kept.measure) removeEventListener("beforeprint", kept.measure);
  kept.measure = data.sized ? null : measure;
  if (kept.measure) addEventListener("beforeprint", kept.measure);
  return () => {
    document.removeEventListener("click", kept.follow);
    document.removeEventListener("click", kept.enter);
    document.removeEventListener("keydown", kept.leave);
    document.removeEventListener("toggle", kept.unfold, true);
    if (kept.measure) removeEventListener("beforeprint", kept.measure);
  };
}
