// Runs inside the presenter's window, which presenter_window.js writes: shows what it is told, keeps clock and timer, and
// hands every other key to the show. It goes on when the audience's window is loaded anew or closed.
(() => {
  const HELLO = 500; // ms between two signs of life
  const SILENT = 2500; // ms without an answer until the show is taken to be gone
  const NEAR = 0.2; // of the planned time is left: say so
  const EDITABLE = "input, select";

  const find = (name) => document.querySelector(name);
  const root = find(".mps-desk");
  const texts = root.dataset;
  const within = (text, values) => Object.entries(values).reduce((so, [name, value]) => so.replaceAll(`{${name}}`, value), text);
  const post = (message) => window.opener?.postMessage({ milepost: "desk", ...message }, self.origin === "null" ? "*" : self.origin);

  // --- what the audience sees
  const put = (name, text) => {
    const place = find(name);
    if (place.textContent !== text) place.textContent = text;
    place.hidden = !text;
  };
  const scale = () => {
    for (const place of document.querySelectorAll(".mps-desk-picture")) {
      const sheet = place.querySelector(".mps-sheet");
      const share = place.clientWidth / sheet.offsetWidth;
      sheet.style.transform = `scale(${share})`;
      place.style.height = `${share * sheet.offsetHeight}px`;
    }
  };
  let shown = {};
  const show = (now) => {
    root.dataset.mode = now.mode;
    root.dataset.drawn = now.drawn;
    put(".mps-desk-count", now.count);
    put(".mps-desk-covered", now.covered ? texts[now.covered] : "");
    put(".mps-desk-typed", now.typed);
    put(".mps-desk-told", now.told);
    for (const name of ["now", "next", "notes"]) {
      const place = find(`[data-put=${name}]`);
      if (now[name] !== shown[name]) place.innerHTML = now[name];
      if (name === "notes" && now.key !== shown.key) place.scrollTop = 0;
    }
    find(".mps-desk-end").hidden = Boolean(now.next);
    find(".mps-desk-none").hidden = Boolean(now.notes.trim());
    find(".mps-laser").hidden = !now.lit;
    const list = find("select");
    if (JSON.stringify(now.titles) !== JSON.stringify(shown.titles)) {
      list.replaceChildren(...now.titles.map(([key, title], i) => new Option(`${i + 1}  ${title}`, key)));
    }
    list.value = now.key;
    shown = now;
    scale();
  };

  // The dot of light follows the pointer over the picture, and what the audience's window says.
  const shine = ([x, y]) => Object.assign(find(".mps-laser").style, { left: `${100 * x}%`, top: `${100 * y}%` });
  addEventListener("pointermove", ({ clientX, clientY }) => {
    const { left, top, width, height } = find(".mps-desk-now").getBoundingClientRect();
    const spot = [(clientX - left) / width, (clientY - top) / height];
    if (!shown.lit || spot.some((share) => share < 0 || share > 1)) return;
    shine(spot);
    post({ laser: spot });
  });

  // --- clock and timer
  const field = find("input");
  let timer = { minutes: field.valueAsNumber, spent: 0, since: null };
  const clock = (seconds) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  const tick = () => {
    find(".mps-desk-clock").textContent = new Date().toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
    const planned = 60 * timer.minutes;
    const spent = Math.floor((timer.spent + (timer.since ? Date.now() - timer.since : 0)) / 1000);
    const left = planned - spent;
    const state = left < 0 ? "over" : left <= NEAR * planned ? "near" : "left";
    const place = find(".mps-desk-timer");
    // Said aloud when the state changes, not every second.
    if (place.dataset.state && place.dataset.state !== state && state !== "left") find(".mps-sr").textContent = within(texts[state], { time: clock(Math.abs(left)) });
    place.dataset.state = state;
    find(".mps-desk-left").textContent = within(texts[state], { time: clock(Math.abs(left)) });
    find(".mps-desk-spent").textContent = within(texts.spent, { time: clock(spent) });
    const start = find("[name=c]");
    start.textContent = timer.since ? texts.pause : texts.start;
    start.setAttribute("aria-pressed", String(Boolean(timer.since)));
  };
  const keep = (next) => {
    timer = { ...timer, ...next };
    field.value = timer.minutes;
    post({ timer, hello: true });
    tick();
  };
  const timers = {
    c: () => keep(timer.since ? { spent: timer.spent + Date.now() - timer.since, since: null } : { since: Date.now() }),
    r: () => keep({ spent: 0, since: timer.since && Date.now() }),
  };
  field.addEventListener("change", () => keep({ minutes: Math.min(Math.max(Math.round(field.valueAsNumber) || 1, 1), 600) }));

  // --- the show
  let heard = Date.now();
  let isNew = false; // asks for everything once it is there again
  const alone = (is) => {
    isNew = is;
    find(".mps-desk-alone").hidden = !is;
  };
  addEventListener("message", ({ source, origin, data }) => {
    if (source !== window.opener || origin !== self.origin || data?.milepost !== "show") return;
    heard = Date.now();
    if (data.shown) show(data.shown);
    if (data.laser) shine(data.laser);
    if (data.timer?.minutes) keep(data.timer);
    else if (data.timer) timers[data.timer]?.();
    alone(Boolean(data.gone));
  });
  setInterval(() => {
    if (Date.now() - heard > SILENT) alone(true);
    post({ hello: true, new: isNew, timer });
    tick();
  }, HELLO);

  // --- keys and buttons
  const help = find("dialog");
  const own = {
    ...timers,
    s: () => find("select").focus(),
    "?": () => (help.open ? help.close() : help.showModal()),
    p: () => window.opener?.focus(),
  };
  own.n = own.p;
  const press = (key) => {
    if (own[key]) own[key]();
    else post({ key });
  };
  addEventListener("keydown", (event) => {
    if (event.key === "F5" || ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "r")) event.preventDefault(); // nothing is here to load
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const key = (event.shiftKey && event.key.startsWith("Arrow") ? "Shift+" : "") + (event.key.length === 1 ? event.key.toLowerCase() : event.key);
    const target = event.target;
    if (target.closest("[data-put=notes]") && ["ArrowUp", "ArrowDown"].includes(key)) return; // scrolls the notes
    if (target.matches(EDITABLE)) {
      if (!["Escape", "Enter"].includes(key)) return;
      target.blur();
      event.preventDefault();
      return;
    }
    if (["Tab", "Shift", "F5", "f"].includes(key) || (["Enter", " "].includes(key) && target.closest("button"))) return;
    if (help.open && key !== "?") return;
    event.preventDefault();
    press(key);
  });
  addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    if (button.name === "close") help.close();
    else press(button.name);
    if (event.detail) button.blur();
  });
  find("select").addEventListener("change", (event) => post({ slide: event.target.value }));
  addEventListener("resize", scale);
  addEventListener("pagehide", () => post({ gone: true }));
  tick();
})();
