// Steps the known-on day over the days of changed verdicts, by hand or playing. The day stands in the address
// before the server is asked: a step is one entry of the history, and a whole play is one entry too.
const PACE = 1500; // ms from one step to the next
const REST = 500; // ms that a finished picture stands at least

// Whether it plays is no part of a view: it is kept in the window, and forgotten with it.
const kept = (window.milepostStepping ??= { playing: false, timer: 0, stepped: 0 });

export default function ({ data, parentElement, setTriggerValue }) {
  const [back, play, on] = parentElement.querySelectorAll("button");
  const { days, parameter, labels } = data; // the day to which each key leads
  const { ArrowLeft: before, ArrowRight: next, PageUp: yearBefore, PageDown: nextYear, Home: first, End: newest } = days;

  const show = () => {
    const off = [!before, first === newest, !next];
    [back, play, on].forEach((button, i) => {
      const name = button === play && kept.playing ? "pause" : button.name;
      button.setAttribute("aria-disabled", String(off[i]));
      button.setAttribute("aria-label", labels[name]);
      button.title = labels[name];
    });
    play.dataset.playing = String(kept.playing);
  };
  const stop = () => {
    clearTimeout(kept.timer);
    kept.playing = false;
    show();
  };
  const go = (target, entry) => {
    if (!target) return;
    const asked = new URLSearchParams(location.search);
    if (target === newest) asked.delete(parameter);
    else asked.set(parameter, target);
    const address = location.pathname + (asked.size ? `?${asked}` : "");
    if (entry) history.pushState({}, "", address);
    else history.replaceState({}, "", address);
    kept.stepped = Date.now();
    setTriggerValue("step", { day: target, at: kept.stepped });
  };
  const wait = () => {
    clearTimeout(kept.timer);
    if (next) kept.timer = setTimeout(() => go(next, false), Math.max(REST, PACE - (Date.now() - kept.stepped)));
    else stop();
  };

  back.onclick = (event) => go(event.shiftKey ? yearBefore : before, true);
  on.onclick = (event) => go(event.shiftKey ? nextYear : next, true);
  back.parentElement.onkeydown = (event) => {
    if (!(event.key in days) || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    go(days[event.key], true);
  };
  play.onclick = () => {
    if (kept.playing) return stop();
    if (first === newest) return undefined;
    kept.playing = true;
    kept.at = location.pathname;
    show();
    go(next ?? first, true); // at the end it begins again
    return undefined;
  };

  // Whatever else the reader does, the play stops at once; its own button does so by itself.
  const pause = (event) => {
    const own = event.composedPath?.().includes(play) && [undefined, "Enter", " "].includes(event.key);
    if (kept.playing && !own && !["Shift", "Control", "Alt", "Meta"].includes(event.key)) stop();
  };
  const away = () => document.hidden && pause({});
  document.addEventListener("pointerdown", pause, true);
  document.addEventListener("keydown", pause, true);
  window.addEventListener("popstate", pause);
  document.addEventListener("visibilitychange", away);

  if (kept.playing && kept.at !== location.pathname) stop();
  if (kept.playing) wait();
  show();
  return () => {
    clearTimeout(kept.timer);
    document.removeEventListener("pointerdown", pause, true);
    document.removeEventListener("keydown", pause, true);
    window.removeEventListener("popstate", pause);
    document.removeEventListener("visibilitychange", away);
  };
}
