// The list of the slides: which are shown, in which order, with which own title, and how far each is narrowed.
//
//   choosing(stage, { on, every, slides, deck, changed, ask })
//
// `every` holds all slides, `slides` the ids that are shown at first, in their order (null: all), `deck` the name of the deck
// that the address asks for. `changed()` hears of every choice, `ask(changes)` of one for which slides must be made anew, by
// the parameters that it changes.

const FIELDS = ["title", "place", "years", "detail"];

function choosing(stage, { on, every, slides: asked, deck, changed, ask }) {
  const list = stage.querySelector(".mps-list");
  const rows = new Map([...list.children].map((row) => [row.dataset.id, row]));
  const ids = [...rows.keys()];
  const usual = ids.filter((id) => !("added" in rows.get(id).dataset));
  const part = (id, name) => rows.get(id).querySelector(`[name=${name}]`);
  let order = [...ids];
  let shown = new Set(asked?.length ? asked.filter((id) => rows.has(id)) : ids);
  if (!shown.size) shown = new Set(ids);
  if (shown.size < ids.length || asked?.length) {
    order = [...shown];
    // What is left out keeps its place after the slide that it would follow.
    ids.forEach((id, i) => !shown.has(id) && order.splice(order.indexOf(ids[i - 1]) + 1, 0, id));
  }
  const wanted = () => order.filter((id) => shown.has(id));

  // --- own titles, beside the generated ones
  const marked = (title, kicker) => (title ? stage.dataset.own.replace("{title}", () => title).replace("{kicker}", () => kicker) : kicker);
  const kickers = new Map();
  for (const slide of every.filter((one) => rows.has(one.dataset.id))) {
    const said = slide.querySelector(".mps-kick span").textContent;
    const own = marked(part(slide.dataset.id, "own").defaultValue, "");
    kickers.set(slide, said.startsWith(own) ? said.slice(own.length) : said);
  }
  const entitle = (id) => {
    for (const slide of every.filter((one) => one.dataset.id === id)) {
      slide.querySelector(".mps-kick span").textContent = marked(part(id, "own").value.trim(), kickers.get(slide));
      if (!slide.hidden) fit(slide);
    }
    rows.get(id).querySelector(".mps-own").textContent = part(id, "own").value.trim();
  };

  // --- what the address says
  const fields = (id) => {
    const value = (name) => part(id, name)?.value ?? "";
    const [first, last] = [value("first"), value("last")];
    const years = part(id, "first");
    const ends = years && [...years.options].map((one) => one.value).filter(Boolean);
    return {
      title: value("own").trim().replace(/\s+/g, " "),
      place: value("place"),
      years: first || last ? [first || ends[0], last || ends.at(-1)].sort().join("..") : "",
      detail: part(id, "brief")?.checked ? "brief" : "",
    };
  };
  // Null: the usual slides in the usual order, nothing narrowed.
  const text = () => {
    const items = wanted().map((id) => {
      const of = fields(id);
      return [id, ...FIELDS.filter((name) => of[name]).map((name) => `${name}=${of[name].replace(/[%,;=]/g, encodeURIComponent)}`)].join(";");
    });
    return deck || items.join() !== usual.join() ? items.join() : null;
  };

  // --- the list as it stands
  const draw = (current) => {
    const focus = list.getRootNode().activeElement;
    order.forEach((id, i) => {
      const row = rows.get(id);
      if (list.children[i] !== row) list.insertBefore(row, list.children[i] ?? null);
      row.classList.toggle("mps-left-out", !shown.has(id));
      part(id, "shown").checked = shown.has(id);
      part(id, "up").setAttribute("aria-disabled", String(i === 0));
      part(id, "down").setAttribute("aria-disabled", String(i === order.length - 1));
      if (id === current) part(id, "go").setAttribute("aria-current", "true");
      else part(id, "go").removeAttribute("aria-current");
    });
    if (focus && list.contains(focus)) focus.focus(); // a row that is moved loses it
  };
  const move = (id, to) => {
    const from = order.indexOf(id);
    if (to < 0 || to >= order.length || to === from) return;
    order.splice(from, 1);
    order.splice(to, 0, id);
    changed();
  };
  const narrow = (id) => {
    const fold = rows.get(id).querySelector(".mps-narrow");
    fold.hidden = !fold.hidden;
    part(id, "narrow").setAttribute("aria-expanded", String(!fold.hidden));
    if (!fold.hidden) part(id, "own").focus();
  };

  const row = (event) => event.target.closest?.(".mps-list > li");
  on(list, "keydown", (event) => {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!event.altKey || !by || !row(event)) return;
    event.preventDefault();
    move(row(event).dataset.id, order.indexOf(row(event).dataset.id) + by);
  });
  on(stage.querySelector("[data-box=slides]"), "change", ({ target }) => {
    const id = target.closest("li")?.dataset.id;
    const { name, value, checked } = target;
    if (name === "shown") {
      shown[checked ? "add" : "delete"](id);
      if (!shown.size) shown.add(id); // one slide at least
      changed();
    } else if (name === "own") {
      entitle(id);
      changed();
    } else if (["place", "first", "last", "brief"].includes(name)) {
      changed();
      ask({ slides: text() });
    } else if (name === "add" && value) {
      ask({ slides: [text(), value].filter(Boolean).join() || [...usual, value].join() });
    } else if (name === "deck") ask({ slides: null, deck: value || null });
  });

  // --- by drag: the handle of a row is taken, the row stands where the pointer is
  let dragged = null;
  on(list, "dragstart", (event) => {
    dragged = row(event);
    event.dataTransfer.setDragImage(dragged, 0, 0);
    event.dataTransfer.effectAllowed = "move";
  });
  on(list, "dragover", (event) => {
    const over = row(event);
    if (!dragged || !over) return;
    event.preventDefault();
    const { top, height } = over.getBoundingClientRect();
    if (over !== dragged) list.insertBefore(dragged, event.clientY < top + height / 2 ? over : over.nextSibling);
  });
  on(list, "dragend", () => {
    const id = dragged?.dataset.id;
    const to = [...list.children].indexOf(dragged);
    dragged = null;
    if (id) move(id, to);
  });

  ids.forEach((id) => part(id, "own").value && entitle(id));
  return {
    ids,
    wanted,
    text,
    draw,
    isPlain: () => text() === null,
    // The slide that comes after one that is left out.
    after: (id) => order.slice(order.indexOf(id)).find((one) => shown.has(one)),
    clicks: {
      all: () => {
        order = [...ids];
        shown = new Set(usual);
        changed();
      },
      up: (button) => move(button.closest("li").dataset.id, order.indexOf(button.closest("li").dataset.id) - 1),
      down: (button) => move(button.closest("li").dataset.id, order.indexOf(button.closest("li").dataset.id) + 1),
      narrow: (button) => narrow(button.closest("li").dataset.id),
    },
    // Shows a slide that was left out.
    take: (id) => {
      if (shown.has(id)) return;
      shown.add(id);
      changed();
    },
    // Where the keyboard is in the list, so that it can go on there when the slides are made anew.
    place: () => {
      const { activeElement } = list.getRootNode();
      return list.contains(activeElement) ? [row({ target: activeElement }).dataset.id, activeElement.name] : null;
    },
    back: (place) => {
      if (!place || !rows.has(place[0])) return false;
      if (!["go", "shown", "up", "down"].includes(place[1])) narrow(place[0]);
      part(...place)?.focus();
      return true;
    },
  };
}
