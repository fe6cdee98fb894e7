// The strip of years: every entry as a stroke, and the years shown as a window with two handles. The handles are
// sliders of the browser, so that keys work and are announced; what is chosen goes to the server, which puts it
// into the address.
const REST = 350; // ms after the last key until the choice is sent
const INSET = 12; // px: half a handle, as in years.css

const kept = (window.milepostYears ??= { timer: 0, seen: "" });

function strokes(data, share) {
  const paths = { plan: "", due: "", figure: "", event: "" };
  const foot = { plan: [2, 8], due: [2, 8], figure: [12, 20], event: [23, 29] };
  for (const [day, kind] of data.marks) {
    const [top, bottom] = foot[kind];
    paths[kind] += `M${(1000 * share(day)).toFixed(1)} ${top}V${bottom}`;
  }
  return Object.entries(paths)
    .map(([kind, d]) => `<path class="${kind}" d="${d}" vector-effect="non-scaling-stroke"/>`)
    .join("");
}

// On a narrow screen the chart scrolls in its box: the known-on day is brought into sight once for each view.
function reveal(data, tries = 60) {
  const block = document.querySelector(`.st-key-${CSS.escape(data.scroll)}`);
  const box = block?.closest("[data-testid='stLayoutWrapper']");
  if (!box || !block.querySelector(".main-svg")) {
    if (tries) setTimeout(() => reveal(data, tries - 1), 50);
    return;
  }
  const across = data.gutter + data.share * (block.scrollWidth - data.gutter);
  box.scrollLeft = across - 0.8 * box.clientWidth;
}

export default function ({ data, parentElement, setTriggerValue }) {
  const strip = parentElement.querySelector(".strip");
  const [from, to] = parentElement.querySelectorAll("input");
  const all = parentElement.querySelector("button");
  const { first, last, labels } = data;
  const days = (Date.UTC(last + 1, 0, 1) - Date.UTC(first, 0, 1)) / 864e5;
  const share = (day) => (Date.parse(`${day}T00:00Z`) - Date.UTC(first, 0, 1)) / 864e5 / days;
  let shown = [data.from, data.to];

  const show = () => {
    const [low, high] = shown;
    from.value = low;
    to.value = high + 1; // its handle stands at the end of the year
    from.setAttribute("aria-valuetext", String(low));
    to.setAttribute("aria-valuetext", String(high));
    strip.style.setProperty("--from", (low - first) / (last + 1 - first));
    strip.style.setProperty("--to", (high + 1 - first) / (last + 1 - first));
    const range = labels.range.replace("{low}", low).replace("{high}", high);
    parentElement.querySelector("output").textContent = low === high ? String(low) : range;
    all.parentElement.hidden = low === first && high === last;
  };
  const send = () => {
    clearTimeout(kept.timer);
    if (shown[0] !== data.from || shown[1] !== data.to) setTriggerValue("span", { from: shown[0], to: shown[1], at: Date.now() });
  };
  const later = () => {
    clearTimeout(kept.timer);
    kept.timer = setTimeout(send, REST);
  };

  for (const input of [from, to]) {
    input.min = first;
    input.max = last + 1;
    input.setAttribute("aria-label", labels[input.name]);
    input.oninput = () => {
      if (input === from) shown[0] = Math.min(Number(from.value), shown[1]);
      else shown[1] = Math.max(Number(to.value) - 1, shown[0]);
      show();
    };
    input.onchange = later;
  }
  all.textContent = labels.all;
  all.onclick = () => {
    shown = [first, last];
    show();
    send();
  };

  // The window itself can be pulled along by the pointer.
  const window_ = parentElement.querySelector(".window");
  window_.onpointerdown = (start) => {
    const [low, high] = shown;
    const year = (strip.clientWidth - 2 * INSET) / (last + 1 - first);
    window_.setPointerCapture(start.pointerId);
    window_.onpointermove = (event) => {
      const by = Math.round((event.clientX - start.clientX) / year);
      const moved = Math.min(Math.max(by, first - low), last - high);
      shown = [low + moved, high + moved];
      show();
    };
    window_.onpointerup = window_.onpointercancel = () => {
      window_.onpointermove = null;
      send();
    };
  };

  parentElement.querySelector("svg").innerHTML =
    strokes(data, share) +
    `<path class="known" d="M${(1000 * share(data.day)).toFixed(1)} 0V32" vector-effect="non-scaling-stroke"/>`;
  parentElement.querySelector(".first").textContent = first;
  parentElement.querySelector(".last").textContent = last;
  show();
  const view = JSON.stringify([location.pathname, data.day, data.from, data.to]);
  if (view !== kept.seen) {
    kept.seen = view;
    reveal(data);
  }
}
