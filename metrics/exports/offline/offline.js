// The file at work: which page is shown, its charts, light and dark, and paper. Nothing is fetched: plotly and the
// figures lie in the file, packed.
(() => {
  "use strict";
  const root = document.documentElement;
  const all = (what, where = document) => [...where.querySelectorAll(what)];
  const one = (what, where = document) => where.querySelector(what);
  const first = one(".mo-page");
  const main = document.getElementById("main");
  const product = document.title;
  const system = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (root.dataset.mode ? root.dataset.mode === "dark" : system.matches);
  let shown = null;
  let lines = null;
  let shared = null;
  let loading = null;

  // The other pages and the slides are text to a browser that runs scripts (without one they are pages): each becomes
  // elements when somebody asks for it, so that the first page need not wait for all of them.
  function made(rest) {
    const holder = document.createElement("template");
    holder.innerHTML = rest.textContent;
    rest.replaceWith(holder.content);
  }

  // The element of an id, wherever it is; its page is made.
  function found(id) {
    for (const rest of all("main > .mo-rest")) {
      if (document.getElementById(id)) break;
      if (rest.dataset.page === id || rest.textContent.includes(` id="${id}"`)) made(rest);
    }
    return document.getElementById(id);
  }

  // Packed text, as it was.
  async function unpacked(id) {
    const text = document.getElementById(id).textContent;
    const bytes = Uint8Array.fromBase64
      ? Uint8Array.fromBase64(text)
      : Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    return new Response(stream).text();
  }

  function load() {
    loading ??= (async () => {
      const [code, figures] = await Promise.all([unpacked("mo-plotly"), unpacked("mo-charts")]);
      const script = document.createElement("script");
      script.textContent = code;
      document.head.append(script);
      script.remove();
      lines = figures.split("\n");
      shared = JSON.parse(lines[0]);
      root.dataset.charts = "ready";
    })();
    loading.catch((error) => {
      root.dataset.charts = "failed";
      one(".mo-failed").hidden = false;
      console.error(error);
    });
    return loading;
  }

  // Where light and dark differ stands {"~": [light, dark]}.
  function inMode(part, dark) {
    if (Array.isArray(part)) return part.map((inner) => inMode(inner, dark));
    if (part === null || typeof part !== "object") return part;
    if ("~" in part) return part["~"][dark ? 1 : 0];
    return Object.fromEntries(Object.entries(part).map(([key, inner]) => [key, inMode(inner, dark)]));
  }

  function draw(box, dark, width) {
    const state = `${dark} ${width || ""}`;
    if (box.dataset.drawn === state) return undefined;
    const figure = inMode(JSON.parse(lines[Number(box.dataset.chart)]), dark);
    figure.layout.template = inMode(shared.template, dark);
    if (width) Object.assign(figure.layout, { width, autosize: false });
    if (box.dataset.drawn) window.Plotly.purge(box);
    box.dataset.drawn = state;
    return window.Plotly.newPlot(box, figure.data, figure.layout, {
      ...shared.config,
      responsive: !width,
      staticPlot: Boolean(width),
    });
  }

  function clear(box) {
    if (!box.dataset.drawn) return;
    window.Plotly.purge(box);
    box.replaceChildren();
    delete box.dataset.drawn;
  }

  async function drawPage() {
    const boxes = all(".mo-plot", shown);
    if (!boxes.length) return;
    await load();
    for (const box of boxes) {
      if (!shown.contains(box)) return; // the reader has gone on
      const isNew = !box.dataset.drawn;
      await draw(box, isDark());
      // The newest figures stand at the right end.
      const scroll = box.closest(".mo-scroll");
      if (isNew && !box.matches(".mo-plot-timeline")) scroll.scrollLeft = scroll.scrollWidth;
    }
  }

  function slideWanted() {
    const asked = /^present(?:=(.*))?$/.exec(plain());
    return asked && { slide: asked[1] ?? "" };
  }

  // What stands after the "#"; an address that nobody made here stays as it is, and leads to the first page.
  function plain() {
    try {
      return decodeURIComponent(location.hash.slice(1));
    } catch {
      return location.hash.slice(1);
    }
  }

  // What follows "?" asks the list of a page for some of its rows; the address keeps it, so Back does too.
  function sift(page, asked) {
    const asks = [...new URLSearchParams(asked)].map(([key, values]) => values.split(",").map((value) => `${key}=${value}`));
    const rows = all("[data-row]", page);
    const matches = (row) => asks.every((any) => any.some((mark) => row.dataset.row.split(" ").includes(mark)));
    for (const row of rows) row.hidden = !matches(row);
    const empty = (list) => asks.length > 0 && !one("[data-row]:not([hidden])", list);
    for (const list of all(".mp-sec:has([data-row]), .mp-plan-part:has([data-row])", page)) list.hidden = empty(list);
    for (const list of all(".mp-goals", page)) {
      const [note, plan] = [list.previousElementSibling, list.previousElementSibling?.previousElementSibling];
      for (const part of [list, note, plan]) part?.toggleAttribute("hidden", empty(list));
    }
    if (asks.length) for (const fold of all("details:has([data-row]:not([hidden]))", page)) fold.open = true;
    const told = one(".mo-asked");
    told.hidden = !asks.length;
    one("a", told).setAttribute("href", `#${page.id}`);
    one("span", told).textContent = told.dataset.said
      .replace("{n}", rows.filter((row) => !row.hidden).length)
      .replace("{all}", rows.length);
  }

  function wanted() {
    const id = plain().split("?")[0];
    const place = id ? found(id) : null;
    return place?.closest(".mo-page") ? place : first;
  }

  function show({ from, isFirst }) {
    const slide = slideWanted();
    if (slide && shown) {
      present(slide.slide, true);
      return;
    }
    leave();
    one("#mo-help:popover-open")?.hidePopover();
    const place = wanted();
    const page = place.closest(".mo-page");
    if (page !== shown) {
      shown?.classList.remove("mo-on");
      first.classList.toggle("mo-on", page === first);
      page.classList.add("mo-on");
      shown = page;
      for (const link of all(".mo-header li a")) {
        if (link.dataset.group ? link.dataset.group === page.dataset.group : link.hash === `#${page.id}`) link.setAttribute("aria-current", "page");
        else link.removeAttribute("aria-current");
      }
    }
    sift(page, plain().split("?")[1] ?? "");
    const title = one("h1", page);
    document.title = title ? `${title.textContent.trim()} – ${product}` : product;
    drawPage();
    if (place !== page && !place.hidden) {
      for (let around = place.closest("details"); around; around = around.parentElement.closest("details")) around.open = true;
      place.scrollIntoView({ block: "start" });
      const inside = place.matches("a") ? place : one("a, h2, h3", place) || place;
      if (!inside.matches("a")) inside.tabIndex = -1;
      inside.focus({ preventScroll: true });
    } else if (!isFirst) {
      if (title) {
        title.tabIndex = -1;
        title.focus({ preventScroll: true });
      }
      scrollTo(0, from ?? 0);
    }
  }

  // The slides lie over the page; "#present=<slide>" is their address, so Back leaves them.
  const stage = one(".mo-stage");
  let onStage = null;
  let before = "";
  function present(slide, came) {
    if (!onStage) {
      before = shown?.id ?? "";
      all(".mo-rest", stage).forEach(made);
      stage.hidden = false;
      one(".mps", stage).dataset.mode = isDark() ? "dark" : "light";
      for (const other of document.body.children) if (other !== stage) other.inert = true;
      root.classList.add("mo-presenting");
      onStage = mount(stage, {
        slide: slide || null,
        slides: null,
        shape: "auto",
        contested: true,
        onMove: (key) => history.replaceState(history.state, "", `#present=${encodeURIComponent(key)}`),
        onLeave: () => (came ? history.back() : (location.hash = `#${before || first.id}`)),
      });
      one(".mps", stage).focus({ preventScroll: true });
    } else if (slide) onStage.go(slide);
  }
  function leave() {
    if (!onStage) return;
    onStage.destroy();
    onStage = null;
    stage.hidden = true;
    root.classList.remove("mo-presenting");
    for (const other of document.body.children) other.inert = false;
  }

  function setMode(mode) {
    root.dataset.mode = mode;
    told();
  }
  function told() {
    one('[data-does="mode"]').setAttribute("aria-pressed", String(isDark()));
    if (lines) drawPage();
  }

  // Paper holds every page, is light, and as wide as the labels were placed for.
  function toPaper() {
    all("main > .mo-rest").forEach(made);
    sift(shown, "");
    if (!lines) return;
    root.classList.add("mo-printing");
    // What is too high for a sheet is made smaller, and wider by as much as its labels allow.
    for (const box of all(".mo-plot")) draw(box, false, box.dataset.width * Math.min(1 / box.dataset.fit, 1.6));
  }
  function fromPaper() {
    root.classList.remove("mo-printing");
    sift(shown, plain().split("?")[1] ?? "");
    if (!lines) return;
    for (const box of all(".mo-plot")) clear(box);
    drawPage();
  }
  async function toPrinter() {
    await load().catch(() => undefined);
    print();
  }

  // After the browser has gone to the place itself: only then the focus stays where it is put.
  addEventListener("hashchange", () => show({ from: history.state?.y }));
  let still = 0;
  addEventListener("scroll", () => {
    clearTimeout(still);
    still = setTimeout(() => history.replaceState({ y: scrollY }, ""), 120);
  }, { passive: true });
  one(".mo-skip").addEventListener("click", (event) => {
    event.preventDefault();
    main.focus();
  });
  addEventListener("click", (event) => {
    const link = event.target.closest("a[data-asks]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    location.hash = `${link.getAttribute("href")}?${link.dataset.asks}`;
  });
  one('[data-does="mode"]').addEventListener("click", () => setMode(isDark() ? "light" : "dark"));
  one('[data-does="print"]').addEventListener("click", toPrinter);
  addEventListener("keydown", (event) => {
    if (event.key.toLowerCase() === "p" && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey) {
      event.preventDefault();
      toPrinter();
    }
  });
  system.addEventListener("change", told);
  addEventListener("beforeprint", toPaper);
  addEventListener("afterprint", fromPaper);
  history.scrollRestoration = "manual";
  told();
  show({ isFirst: true });
  if (slideWanted()) present(slideWanted().slide, false);
  // What the reader opens next is drawn at once; nothing waits for it now, and it waits until the first page is painted.
  const painted = (then) => requestAnimationFrame(() => requestAnimationFrame(then));
  painted(() => (window.requestIdleCallback || setTimeout)(() => load().catch(() => undefined)));
})();
