// Drives a stage: the HTML that stage.py writes. No imports, no network: the same text serves the page and the offline file.
//
//   mount(root, { slide, at, slides, deck, shape, contested, open, place, blank, told, desk, timer,
//                 onMove, onChoice, onAsk, onContested, onMinutes, onLeave })
//
// `root` holds the stage. `slide` is the key of the slide to begin with, `slides` the ids that are shown, in their order
// (null: all), `deck` the name of the deck that they are of, `shape` "auto", "16-9" or "4-3", `contested` false to begin without the detail that is not counted.
// `open` names what is open at once ("slides", "table", "help"), `blank` ("black", "white") begins without the slide.
// `at` is the place of the slide where there is none with that key, `told` what the presenter should know and nobody else:
// it stands in the presenter's window, which `desk` is, with its `timer`. The callbacks hear the new state, the caller puts it
// into the address; `onAsk(changes)` hears of choices for which the slides must be made anew, where a server can. Gives { go, state, tell, destroy }; what `state` gives can be handed to the next `mount`.

const IDLE = 2500; // ms without a pointer until the controls fade
const COOL = 350; // ms between two slides by wheel
const SWIPE = 40; // px
const SHAPES = { "16-9": [1920, 1080], "4-3": [1440, 1080] };
const EDITABLE = "input, textarea, select, [contenteditable]";

// The letters of a slide: as large as fits, and never smaller than can be read at the back of a room.
function fit(slide) {
  const all = (names) => [...slide.querySelectorAll(names)];
  const body = slide.querySelector(".mps-body");
  const title = slide.querySelector(".mps-title");
  const told = slide.querySelector(".mps-told");
  // On the wide sheet no letter is smaller than 28 px, and what carries the message not smaller than 36.
  const isWide = slide.offsetWidth > 1500;
  const [least, message] = isWide ? [28, 36] : [24, 24];
  const put = (text, gap) => {
    slide.style.setProperty("--text", `${text}px`);
    slide.style.setProperty("--gap", `${gap}px`);
    return body.scrollHeight <= body.clientHeight + 1;
  };
  const lines = () => title.offsetHeight / (1.12 * parseFloat(getComputedStyle(title).fontSize));
  // The first title is as large as the list below it allows.
  const isFirst = slide.matches(".mps-slide-title");
  const sizes = isFirst ? [[88, 2], [76, 2], [68, 2], [64, 3], [58, 4], [54, 4], [50, 4], [46, 4]] : [[66, 1], [60, 1], [52, 1], [48, 1], [52, 2], [46, 2]];
  for (const [size, most] of [...sizes, [42, 3], [38, 4]]) {
    title.style.fontSize = `${size}px`;
    if (lines() < most + 0.5 && (!isFirst || size < 44 || put(message, 6))) break;
  }
  for (const size of isWide ? [28] : [25, 23, 21, 20]) {
    slide.style.setProperty("--told", `${size}px`);
    if (told.offsetHeight <= 33 * (size > 20 ? 2 : 4) + 4) break;
  }
  // Measure and verdict stand on one line where they can, else on two.
  const sub = slide.querySelector(".mps-sub");
  for (const [size, rows] of [[36, 1], [32, 1], [36, 2], [32, 2], [28, 3]]) {
    slide.style.setProperty("--sub", `${size}px`);
    if (!sub || sub.offsetHeight <= rows * 1.22 * size + 8) break;
  }
  // One size for all cells of a kind: the longest decides. Below the smallest the text takes a second line.
  const cells = (names, largest, smallest) => {
    const found = all(names);
    for (const one of found) Object.assign(one.style, { fontSize: `${largest}px`, whiteSpace: "nowrap" });
    const share = Math.min(1, ...found.map((one) => room(one) / wide(one)));
    const size = Math.max(smallest, Math.floor(largest * share));
    for (const one of found) one.style.fontSize = `${size}px`;
    for (const one of found) if (wide(one) > room(one) + 1) one.style.whiteSpace = "normal";
  };
  const span = document.createRange();
  const wide = (one) => {
    span.selectNodeContents(one);
    const scale = one.offsetWidth ? one.getBoundingClientRect().width / one.offsetWidth : 1;
    return span.getBoundingClientRect().width / (scale || 1);
  };
  const room = (one) => {
    const box = one.closest(".mps-who, .mps-val, .mps-lane .mps-status, .mps-why") ?? one;
    const style = getComputedStyle(box);
    const inner = box.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
    const sign = box.matches(".mps-status") ? (box.querySelector("svg") ? 52 : 0) : 0;
    const before = one.matches(".mps-off small") ? box.querySelector("b").offsetWidth + 10 : 0;
    return Math.max(1, inner - sign - before);
  };
  const levels = [
    { name: 38, note: 28, val: 46, text: 46, lead: 56, gap: 38, cell: 36, air: 12 },
    { name: 38, note: 28, val: 46, text: 40, lead: 48, gap: 30, cell: 32, air: 9 },
    { name: 36, note: 28, val: 42, text: 36, lead: 44, gap: 22, cell: 30, air: 7 },
    { name: 36, note: 28, val: 36, text: 36, lead: 38, gap: 10, cell: 28, air: 4 },
    { name: 30, note: 24, val: 36, text: 32, lead: 38, gap: 16, cell: 27, air: 5 },
    { name: 26, note: 24, val: 30, text: 28, lead: 32, gap: 10, cell: 25, air: 3 },
    { name: 24, note: 24, val: 26, text: 24, lead: 28, gap: 6, cell: 24, air: 1 },
    { name: 24, note: 24, val: 26, text: 24, lead: 28, gap: 2, cell: 24, air: 0, wide: true }, // wider names, shorter track
  ];
  const small = slide.querySelector(".mps-rows");
  // Sentences: one size in which none is broken, if there is one that can be read from afar, and the air that is left.
  const sentences = all(".mps-statement li");
  const unbroken = [48, 46, 44, 42, 40, 38, 36, 34, 32].find((size) => size >= message && put(size, 0) && sentences.every((one) => one.offsetHeight < 1.9 * size));
  if (sentences.length && unbroken && [62, 50, 38, 30, 22, 16, 10, 6].some((gap) => put(unbroken, gap))) return;
  for (const level of levels) {
    for (const name of ["name", "val", "text", "lead"]) level[name] = Math.max(level[name], message);
    for (const name of ["note", "cell"]) level[name] = Math.max(level[name], least);
    slide.classList.toggle("mps-wide", Boolean(level.wide));
    const set = { text: small ? level.cell : level.text, lead: level.lead, gap: level.gap, air: level.air, note: level.note };
    for (const [name, value] of Object.entries(set)) slide.style.setProperty(`--${name}`, `${value}px`);
    cells(".mps-lane:not(.mps-off) .mps-who b", level.name, message);
    cells(".mps-lane:not(.mps-off) .mps-who small", level.note, least);
    cells(".mps-lane:not(.mps-off) .mps-val", level.val, message);
    cells(".mps-lane .mps-status b", Math.min(36, level.name), message);
    cells(".mps-off .mps-who b", Math.min(32, level.name), least);
    cells(".mps-off .mps-who small", Math.min(28, level.note), least);
    cells(".mps-off .mps-val", Math.min(36, level.val), least);
    cells(".mps-off .mps-why", Math.min(29, level.note), least);
    if ([body, ...all(".mps-lanes")].every((one) => one.scrollHeight <= one.clientHeight + 1)) break;
  }
  // Labels of the axis never touch: the one further right gives way.
  let last = -Infinity;
  for (const label of all(".mps-axis .mps-rel span")) {
    label.style.visibility = "";
    const [left, half] = [label.offsetLeft, label.offsetWidth / 2];
    if (left - half < last + 12) label.style.visibility = "hidden";
    else last = left + half;
  }
}

export function mount(root, options = {}) {
  const stage = root.querySelector(".mps") ?? root;
  const find = (name) => stage.querySelector(name);
  const sheet = find(".mps-sheet");
  const place = find(".mps-room");
  const blank = find(".mps-blank");
  const typed = find(".mps-typed");
  const said = find(".mps-sr");
  const every = [...stage.querySelectorAll(".mps-slide")];
  const state = {
    shape: options.shape ?? "auto",
    contested: options.contested !== false,
    at: 0,
    told: options.told ?? "",
    digits: "",
    fullscreen: -Infinity,
    turned: 0,
  };
  let slides = every;
  let idle = 0;
  const ends = new AbortController();
  const on = (target, name, listener, more = {}) => target.addEventListener(name, listener, { signal: ends.signal, ...more });
  const within = (text, values) => Object.entries(values).reduce((so, [name, value]) => so.replaceAll(`{${name}}`, value), text);
  const current = () => slides[state.at];

  // --- the sheet in its room
  const scale = () => {
    const { clientWidth: width, clientHeight: height } = stage;
    if (!width || !height) return;
    const most = ([w, h], free) => Math.min(width / w, free / h);
    const best = state.shape in SHAPES ? state.shape : most(SHAPES["4-3"], height) > 1.02 * most(SHAPES["16-9"], height) ? "4-3" : "16-9";
    const shape = SHAPES[best];
    const bar = find(".mps-bar").offsetHeight;
    const full = most(shape, height);
    // The controls stand over the upper margin of the slide where that is high enough.
    const over = (height - full * shape[1]) / 2 + full * 60 >= bar;
    stage.dataset.bar = over ? "over" : "row";
    const free = over ? height : height - bar;
    const share = most(shape, free);
    const changed = stage.dataset.drawn !== best;
    stage.dataset.drawn = best;
    const spare = Math.max(0, free - share * shape[1]);
    // On an upright screen the slide stands right below the controls.
    const top = height > 1.2 * width ? Math.min(spare, bar + 8) : spare / 2;
    sheet.style.transform = `translate(${(width - share * shape[0]) / 2}px, ${top}px) scale(${share})`;
    if (changed) {
      fitAll();
      points.fitted();
      desk.update();
    }
  };
  const fitAll = () => {
    for (const slide of new Set([current(), ...every])) {
      const away = slide.hidden;
      slide.hidden = false;
      fit(slide);
      slide.hidden = away;
    }
  };

  // --- moving
  const draw = () => {
    points.left();
    const [n, all] = [state.at + 1, slides.length];
    for (const slide of every) {
      slide.hidden = slide !== current();
      slide.toggleAttribute("data-shown", slides.includes(slide)); // what is printed
      slide.querySelector(".mps-count").textContent = within(stage.dataset.count, { n: slides.indexOf(slide) + 1, all });
    }
    find(".mps-progress").textContent = within(stage.dataset.count, { n, all });
    find("[name=previous]").setAttribute("aria-disabled", String(n === 1));
    find("[name=next]").setAttribute("aria-disabled", String(n === all));
    said.textContent = within(stage.dataset.said, { n, all, title: current().querySelector(".mps-title").textContent });
    list.draw(current().dataset.id);
    desk.update();
  };
  const go = (index) => {
    light();
    const at = Math.min(Math.max(index, 0), slides.length - 1);
    if (at === state.at) return;
    state.at = at;
    draw();
    options.onMove?.(current().dataset.key);
  };
  const goTo = (key) => {
    const at = slides.findIndex((slide) => slide.dataset.key === key);
    if (at >= 0) go(at);
    return at >= 0;
  };
  const jump = (by) => go(state.at + by);

  // --- which slides, and their order: the slide that is seen stays, or the next one that is left
  const apply = () => {
    const seen = slides[state.at];
    const other = state.contested ? "without" : "with";
    slides = list.wanted().flatMap((id) => every.filter((slide) => slide.dataset.id === id && slide.dataset.detail !== other));
    if (!slides.length) slides = every;
    let at = slides.findIndex((slide) => slide.dataset.key === seen.dataset.key);
    if (at < 0) at = slides.findIndex((slide) => slide.dataset.id === seen.dataset.id);
    if (at < 0) {
      const later = list.after(seen.dataset.id);
      at = Math.max(0, later ? slides.findIndex((slide) => slide.dataset.id === later) : slides.length - 1);
    }
    state.at = at;
  };
  const chosen = () => {
    const before = current();
    apply();
    draw();
    options.onChoice?.({ slides: list.text(), shape: state.shape });
    if (current() !== before) options.onMove?.(current().dataset.key);
  };
  const list = choosing(stage, { on, every, slides: options.slides, deck: options.deck, changed: chosen, ask: (changes) => options.onAsk?.(changes) });

  // --- what opens
  const part = (name) => current().querySelector(`template[data-part="${name}"]`)?.content.cloneNode(true);
  const pressed = () => {
    find("[name=black]").setAttribute("aria-pressed", String(!blank.hidden));
    find("[name=full]").setAttribute("aria-pressed", String(full()));
  };
  const box = (name) => find(`[data-box=${name}]`);
  const opened = () => find("dialog[open]");
  const open = (name) => {
    const there = box(name);
    const same = there.open;
    opened()?.close();
    if (same) return;
    if (name === "table") {
      const holder = there.querySelector(".mps-holder");
      holder.replaceChildren(part("table") ?? holder.dataset.none);
    }
    there.showModal();
    desk.update();
    if (name === "slides" && !list.back(options.place)) there.querySelector("[aria-current]")?.focus();
    options.place = null;
  };
  const cover = (colour) => {
    blank.hidden = blank.dataset.blank === colour && !blank.hidden;
    blank.dataset.blank = colour;
    if (!blank.hidden) said.textContent = stage.dataset.blanked;
    pressed();
    desk.update();
  };
  const light = () => {
    if (blank.hidden) return false;
    cover(blank.dataset.blank);
    return true;
  };
  const full = () => Boolean(document.fullscreenElement);
  const fullscreen = () => (full() ? document.exitFullscreen() : stage.requestFullscreen?.())?.catch?.(() => {});
  const number = (digit) => {
    state.digits = digit === null ? "" : (state.digits + digit).slice(-3);
    typed.hidden = !state.digits;
    typed.textContent = within(stage.dataset.typed, { n: state.digits });
    desk.update();
  };
  // Only the audience's own window leaves the slides.
  const escape = (away) => {
    if (light() || points.end()) return;
    if (state.digits) number(null);
    else if (!away && !full() && performance.now() - state.fullscreen > 500) options.onLeave?.();
  };

  const points = pointing(stage, {
    on,
    current,
    say: (text) => (said.textContent = text),
    changed: () => desk.update(),
    send: (message) => desk.send(message),
  });

  // --- keys
  const keys = {
    ArrowRight: () => jump(1),
    PageDown: () => jump(1),
    " ": () => jump(1),
    ArrowLeft: () => jump(-1),
    PageUp: () => jump(-1),
    Home: () => go(0),
    End: () => go(slides.length - 1),
    f: fullscreen,
    b: () => cover("black"),
    ".": () => cover("black"),
    w: () => cover("white"),
    ",": () => cover("white"),
    p: () => desk.open(),
    n: () => desk.open(),
    c: () => desk.send({ timer: "c" }),
    r: () => desk.send({ timer: "r" }),
    t: () => open("table"),
    s: () => open("slides"),
    "?": () => open("help"),
    Escape: escape,
    ...points.keys,
  };
  // A key of this window, or `away` in the presenter's: whether it did anything.
  const command = (key, away) => {
    const dialog = opened();
    find(".mps-blocked").hidden = true;
    if (dialog) {
      // A clicker goes on with the show; every other key belongs to what is open.
      const clicker = ["PageDown", "PageUp"].includes(key) && dialog.dataset.box !== "slides";
      const again = { t: "table", s: "slides", "?": "help", Escape: away && dialog.dataset.box }[key];
      if (!clicker && again !== dialog.dataset.box) return false;
      dialog.close();
      if (clicker) keys[key]();
    } else if (/^[0-9]$/.test(key)) number(key);
    else if (key === "Enter" && state.digits) {
      const wanted = Number(state.digits);
      number(null);
      go(wanted - 1);
    } else if (!(key in keys)) return !["Shift", "Control", "Alt", "Meta"].includes(key) && light();
    else {
      if (key !== "Escape" && state.digits) number(null);
      keys[key](away);
    }
    return true;
  };
  const press = (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || !stage.isConnected || !stage.getClientRects().length) return;
    const target = event.composedPath()[0];
    const key = (event.shiftKey && event.key.startsWith("Arrow") ? "Shift+" : "") + (event.key.length === 1 ? event.key.toLowerCase() : event.key);
    const inside = target instanceof Element && stage.contains(target);
    if (target instanceof Element && target.matches(EDITABLE) && !(inside && (target.matches("[type=checkbox], [type=radio]") || !opened()))) return;
    if ([" ", "Enter"].includes(key) && inside && target.closest("button, a") && !opened() && !state.digits) return;
    if (command(key, false)) event.preventDefault();
  };
  on(document, "keydown", press);

  // --- buttons
  const clicks = {
    previous: () => jump(-1),
    next: () => jump(1),
    slides: () => open("slides"),
    desk: () => desk.open(),
    table: () => open("table"),
    black: () => cover("black"),
    full: fullscreen,
    help: () => open("help"),
    leave: () => options.onLeave?.(),
    close: () => opened()?.close(),
    ...list.clicks,
    go: (button) => {
      const { id } = button.closest("li").dataset;
      list.take(id);
      opened()?.close();
      go(slides.findIndex((slide) => slide.dataset.id === id));
    },
  };
  on(stage, "click", (event) => {
    const button = event.target.closest("button");
    if (button && button.getAttribute("aria-disabled") !== "true") clicks[button.name]?.(button);
    // After a click the keys belong to the show again.
    if (button && event.detail && !opened()) stage.focus({ preventScroll: true });
    if (event.target === blank) light();
    if (event.target.matches("dialog")) opened()?.close();
  });
  on(stage, "change", (event) => {
    const { name, value, checked } = event.target;
    if (name === "mps-shape") {
      state.shape = value;
      scale();
      chosen();
    } else if (name === "contested") {
      state.contested = checked;
      apply();
      draw();
      options.onContested?.(checked);
    }
  });

  on(stage, "close", () => {
    stage.focus({ preventScroll: true });
    desk.update();
  }, { capture: true });

  // --- wheel and finger
  on(place, "wheel", (event) => {
    const by = Math.abs(event.deltaY) > Math.abs(event.deltaX) ? event.deltaY : event.deltaX;
    if (Math.abs(by) < 8 || event.ctrlKey || event.timeStamp - state.turned < COOL) return;
    state.turned = event.timeStamp;
    jump(Math.sign(by));
  }, { passive: true });
  on(place, "touchstart", (event) => {
    state.touch = event.touches.length === 1 ? [event.touches[0].clientX, event.touches[0].clientY] : null;
  }, { passive: true });
  on(place, "touchend", (event) => {
    if (!state.touch) return;
    const { clientX, clientY } = event.changedTouches[0];
    const [x, y] = [clientX - state.touch[0], clientY - state.touch[1]];
    if (Math.abs(x) > SWIPE && Math.abs(x) > 1.5 * Math.abs(y)) jump(x < 0 ? 1 : -1);
  }, { passive: true });

  // --- the controls fade while only keys are used
  const awake = () => {
    clearTimeout(idle);
    delete stage.dataset.idle;
    idle = setTimeout(() => (stage.dataset.idle = ""), IDLE);
  };
  on(stage, "pointermove", awake);
  on(stage, "pointerdown", awake);
  on(document, "fullscreenchange", () => {
    state.fullscreen = performance.now();
    pressed();
  });

  // --- the presenter's window
  const desk = presenterWindow(stage, {
    on,
    desk: options.desk,
    timer: options.timer,
    shown: () => {
      const dialog = opened();
      return {
        drawn: stage.dataset.drawn,
        mode: stage.dataset.mode,
        count: within(stage.dataset.count, { n: state.at + 1, all: slides.length }),
        now: current(),
        next: slides[state.at + 1],
        notes: part("notes"),
        told: state.told,
        titles: slides.map((slide) => [slide.dataset.key, slide.querySelector(".mps-title").textContent]),
        covered: blank.hidden ? dialog?.dataset.box : blank.dataset.blank,
        lit: points.lit(),
        typed: typed.hidden ? "" : typed.textContent,
      };
    },
    heard: ({ key, slide, laser }) => {
      if (key) command(key, true);
      if (laser) points.shine(laser);
      if (slide) goTo(slide);
    },
    planned: (minutes) => options.onMinutes?.(minutes),
  });

  // --- begin
  apply();
  const found = slides.findIndex((slide) => slide.dataset.key === options.slide);
  state.at = found >= 0 ? found : Math.min(options.at ?? 0, slides.length - 1);
  const radio = find(`[name=mps-shape][value="${state.shape}"]`);
  if (radio) radio.checked = true;
  const contested = find(".mps-contested");
  contested.hidden = every.every((slide) => slide.dataset.detail === "both");
  contested.querySelector("input").checked = state.contested;
  draw();
  pressed();
  scale();
  awake();
  const watch = new ResizeObserver(scale);
  watch.observe(stage);
  document.fonts?.ready.then(() => stage.isConnected && fitAll());
  stage.focus({ preventScroll: true });
  if (options.open) open(options.open);
  if (options.blank) cover(options.blank);

  return {
    go: goTo,
    state: () => ({
      slide: current().dataset.key,
      at: state.at,
      slides: list.wanted(),
      place: list.place(),
      shape: state.shape,
      contested: state.contested,
      open: opened()?.dataset.box,
      blank: blank.hidden ? "" : blank.dataset.blank,
      ...desk.state(),
    }),
    tell: (text) => {
      state.told = text;
      desk.update();
    },
    destroy: () => {
      desk.leave();
      ends.abort();
      watch.disconnect();
      clearTimeout(idle);
    },
  };
}
