// Points at something on a slide: one row or figure after another, larger where that helps, and with a dot of light.
//
//   pointing(stage, { on, current, say, changed, send })
//
// `current()` is the slide that is seen, `say(text)` speaks, `changed()` hears that the slide looks different, `send(message)`
// reaches the presenter's window. What is pointed at stands in classes and styles of the slide, so a copy of it shows the same.

const UNITS = ".mps-lane, .mps-rows tbody tr, .mps-statement li, .mps-point[data-point]";
const ZOOMS = [1, 1.5, 2, 3];
const STEP = 0.2; // of the width or height, a key moves what is enlarged

function pointing(stage, { on, current, say, changed, send }) {
  const place = stage.querySelector(".mps-room");
  const sheet = stage.querySelector(".mps-sheet");
  const dot = stage.querySelector(".mps-laser");
  let slide = null;
  let at = -1;
  let zoom = 0; // place in ZOOMS
  let centre = [0, 0]; // of what is enlarged, in px of the body

  const units = () => [...current().querySelectorAll(UNITS)];
  const pointed = () => units()[at];
  const body = () => current().querySelector(".mps-body");
  const text = (unit) => {
    if (unit.dataset.point) return unit.dataset.point;
    const words = document.createTreeWalker(unit, NodeFilter.SHOW_TEXT);
    const found = [];
    while (words.nextNode()) found.push(words.currentNode.textContent.trim());
    return found.filter(Boolean).join(", ");
  };

  const enlarge = () => {
    const [box, share] = [body(), ZOOMS[zoom]];
    const [width, height] = [box.offsetWidth, box.offsetHeight];
    const half = [width / share / 2, height / share / 2];
    centre = [Math.min(Math.max(centre[0], half[0]), width - half[0]), Math.min(Math.max(centre[1], half[1]), height - half[1])];
    const [left, top] = [centre[0] - half[0], centre[1] - half[1]];
    box.style.transformOrigin = "0 0";
    box.style.transform = zoom ? `scale(${share}) translate(${-left}px, ${-top}px)` : "";
    box.style.clipPath = zoom ? `inset(${top}px ${width - left - 2 * half[0]}px ${height - top - 2 * half[1]}px ${left}px)` : "";
  };
  // Where a thing stands in the body, px of the slide: its middle, and for a row its left end.
  const spot = (unit) => {
    const [outer, inner] = [body().getBoundingClientRect(), unit.getBoundingClientRect()];
    const share = outer.width / body().offsetWidth;
    const isRow = !unit.dataset.point;
    return [((isRow ? inner.left : inner.left + inner.width / 2) - outer.left) / share, (inner.top + inner.height / 2 - outer.top) / share];
  };
  const draw = () => {
    slide = current();
    const unit = pointed();
    units().forEach((one) => one.classList.toggle("mps-pointed", one === unit));
    slide.classList.toggle("mps-pointing", Boolean(unit));
    body().querySelector(".mps-flag")?.remove();
    if (unit) centre = spot(unit);
    if (unit?.dataset.point) {
      const flag = document.createElement("p");
      flag.className = "mps-flag";
      flag.textContent = unit.dataset.point;
      const [x, y] = centre;
      flag.style.cssText = `${x > body().offsetWidth / 2 ? "right" : "left"}: ${x > body().offsetWidth / 2 ? body().offsetWidth - x : x}px; ${y > 90 ? "bottom" : "top"}: ${y > 90 ? body().offsetHeight - y + 24 : y + 24}px`;
      body().append(flag);
    }
    enlarge();
    if (unit && !dot.hidden) {
      const [outer, inner] = [sheet.getBoundingClientRect(), unit.getBoundingClientRect()];
      const across = unit.dataset.point ? inner.left + inner.width / 2 : inner.left; // a row's text stays free
      shine([(across - outer.left) / outer.width, (inner.top + inner.height / 2 - outer.top) / outer.height]);
    }
    changed();
  };
  const clear = () => {
    if (!slide) return;
    slide.classList.remove("mps-pointing");
    slide.querySelectorAll(".mps-pointed").forEach((one) => one.classList.remove("mps-pointed"));
    slide.querySelector(".mps-flag")?.remove();
    Object.assign(slide.querySelector(".mps-body").style, { transform: "", clipPath: "", transformOrigin: "" });
    [slide, at, zoom] = [null, -1, 0];
  };

  const step = (by) => {
    const all = units();
    if (!all.length) return;
    at = at < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(Math.max(at + by, 0), all.length - 1);
    draw();
    say(stage.dataset.pointed.replace("{n}", at + 1).replace("{all}", all.length).replace("{text}", text(pointed())));
  };
  const size = (next) => {
    if (!zoom) centre = pointed() ? spot(pointed()) : [body().offsetWidth / 2, body().offsetHeight / 2];
    zoom = Math.min(Math.max(next, 0), ZOOMS.length - 1);
    slide = current();
    enlarge();
    say(stage.dataset.enlarged.replace("{n}", ZOOMS[zoom]));
    changed();
  };
  const pan = (x, y) => {
    if (!zoom) return;
    centre = [centre[0] + x * STEP * body().offsetWidth, centre[1] + y * STEP * body().offsetHeight];
    enlarge();
    changed();
  };

  // --- the dot, whichever window the pointer is in: [across, down] in shares of the sheet
  const shine = ([x, y], away = false) => {
    dot.style.left = `${100 * x}%`;
    dot.style.top = `${100 * y}%`;
    if (!away) send({ laser: [x, y] });
  };
  const laser = () => {
    dot.hidden = !dot.hidden;
    stage.toggleAttribute("data-laser", !dot.hidden);
    if (!dot.hidden) shine([0.5, 0.5]);
    say(dot.hidden ? "" : stage.dataset.lit);
    changed();
  };
  on(place, "pointermove", ({ clientX, clientY }) => {
    if (dot.hidden) return;
    const { left, top, width, height } = sheet.getBoundingClientRect();
    shine([(clientX - left) / width, (clientY - top) / height]);
  });

  return {
    keys: {
      ArrowDown: () => step(1),
      ArrowUp: () => step(-1),
      z: () => size(zoom ? 0 : 1),
      "+": () => size(zoom + 1),
      "=": () => size(zoom + 1),
      "-": () => size(zoom - 1),
      "Shift+ArrowLeft": () => pan(-1, 0),
      "Shift+ArrowRight": () => pan(1, 0),
      "Shift+ArrowUp": () => pan(0, -1),
      "Shift+ArrowDown": () => pan(0, 1),
      l: laser,
    },
    // Ends one thing, the last begun first; whether there was any.
    end: () => {
      if (zoom) size(0);
      else if (at >= 0) clear();
      else if (!dot.hidden) laser();
      else return false;
      changed();
      return true;
    },
    left: () => slide !== current() && clear(),
    fitted: () => slide && draw(),
    shine: (spot) => !dot.hidden && shine(spot, true),
    lit: () => !dot.hidden,
  };
}
