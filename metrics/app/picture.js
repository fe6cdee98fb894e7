// Saves the data of the chart above, and the chart as a picture with its title, subtitle and source line, without the server.
const GAP = 24;

function wrap(context, text, width) {
  const lines = [];
  let line = "";
  // Latin breaks at spaces, Chinese anywhere but before a sign that closes and after one that opens.
  for (const part of text.match(/[（《“]*[\u3000-\u9fff\uff00-\uffef][，。、；：？！）》”]*|[^\s\u3000-\u9fff\uff00-\uffef]+\s*|\s+/g) ?? []) {
    if (line && context.measureText(line + part.trimEnd()).width > width) {
      lines.push(line.trimEnd());
      line = "";
    }
    line += part;
  }
  if (line.trim()) lines.push(line.trimEnd());
  return lines;
}

function escape(text) {
  return text.replace(/[&<>"]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[sign]);
}

function compose(data, plots) {
  // Several plots of one block keep the places that they have on the page.
  const boxes = plots.map((plot) => plot.getBoundingClientRect());
  const left = Math.min(...boxes.map((box) => box.left));
  const top = Math.min(...boxes.map((box) => box.top));
  const width = Math.round(Math.max(...boxes.map((box) => box.right)) - left);
  const height = Math.round(Math.max(...boxes.map((box) => box.bottom)) - top);
  const context = document.createElement("canvas").getContext("2d");
  const parts = [];
  let y = GAP;
  const write = (text, size, weight, colour, leading) => {
    context.font = `${weight} ${size}px ${data.font}`;
    for (const line of wrap(context, text, width)) {
      y += leading;
      parts.push(`<text x="${GAP}" y="${y - leading / 4}" font-size="${size}" font-weight="${weight}" fill="${colour}">${escape(line)}</text>`);
    }
  };
  write(data.title, 20, 600, data.ink, 26);
  write(data.subtitle, 14, 400, data.note, 20);
  y += 10;
  plots.forEach((plot, at) => {
    for (const layer of plot.querySelectorAll("svg.main-svg")) {
      const copy = layer.cloneNode(true);
      copy.setAttribute("x", GAP + boxes[at].left - left);
      copy.setAttribute("y", y + boxes[at].top - top);
      copy.removeAttribute("style");
      parts.push(new XMLSerializer().serializeToString(copy));
    }
  });
  y += height + 6;
  write(data.source, 13, 400, data.note, 18);
  const whole = { width: width + 2 * GAP, height: y + GAP };
  const text =
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${whole.width}" height="${whole.height}" viewBox="0 0 ${whole.width} ${whole.height}">` +
    `<style>text{font-family:${data.font.replace(/"/g, "'")};font-variant-numeric:lining-nums tabular-nums}</style>` +
    `<rect width="100%" height="100%" fill="${data.paper}"/>${parts.join("")}</svg>`;
  return { text, ...whole };
}

function save(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

async function png(picture) {
  const image = new Image();
  image.src = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(picture.text);
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = picture.width * 2;
  canvas.height = picture.height * 2;
  const context = canvas.getContext("2d");
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((done) => canvas.toBlob(done, "image/png"));
}

const WAIT = 20000; // ms until a picture is saved as it stands on the page, where the server gives no sizes

export default function ({ data, parentElement, setTriggerValue }) {
  const status = parentElement.querySelector("output");
  const size = parentElement.querySelector("select");
  const room = parentElement.querySelector(".b");
  const kept = (room.milepost ??= {}); // what was asked for, and the click that waits for it
  room.dataset.ready = String(data.files !== null);
  milepostLetters().catch(() => {});
  size.hidden = !data.anew;
  size.ariaLabel = data.labels.size;
  if (size.options.length === 0) size.append(...data.sizes.map(([name]) => new Option(name, name)));
  data.sizes.forEach(([, label], at) => (size.options[at].textContent = label));

  const asItStands = async (kind) => {
    const block = document.querySelector(`.st-key-${CSS.escape(data.block)}`);
    const plots = [...(block?.querySelectorAll(".js-plotly-plot") ?? [])];
    if (!plots.length) throw new Error("no chart");
    const picture = compose(data, plots);
    const blob = kind === "png" ? await png(picture) : new Blob([picture.text], { type: "image/svg+xml" });
    save(blob, `${data.name}.${kind}`);
  };
  const inSize = async (kind, name) => {
    const blob = await milepostPicture(window.Plotly, data.files.pictures[name], kind, window.location);
    save(blob, `${data.name.replace("-known-on-", `-${name}-known-on-`)}.${kind}`);
  };
  const told = (made) =>
    made.then(
      () => (status.textContent = ""),
      () => (status.textContent = data.labels.failed),
    );
  // Data and sizes are made on the server, once a view, when the reader comes near; saving then needs it no more.
  const ask = () => {
    if (data.files || kept.asked) return;
    kept.asked = true;
    setTriggerValue("ask", Date.now());
  };
  const give = () => {
    const { kind, name } = kept.waiting;
    clearTimeout(kept.timer);
    kept.waiting = null;
    if (kind !== "csv") return told(data.anew && data.files ? inSize(kind, name) : asItStands(kind));
    if (data.files) save(new Blob([data.files.csv], { type: "text/csv" }), `${data.name}.csv`);
    status.textContent = data.files ? "" : data.labels.failed;
    return undefined;
  };

  room.onpointerenter = ask;
  size.onfocus = ask;
  for (const button of parentElement.querySelectorAll("button")) {
    const kind = button.name;
    button.textContent = data.labels[kind];
    button.onfocus = ask;
    button.onclick = () => {
      status.textContent = "";
      clearTimeout(kept.timer);
      kept.waiting = { kind, name: size.value };
      if (data.files || (kind !== "csv" && !data.anew)) return give();
      status.textContent = data.labels.making;
      ask();
      kept.timer = setTimeout(give, WAIT);
      return undefined;
    };
  }
  kept.asked = false; // whatever came with this run is in data
  if (kept.waiting) data.files ? give() : ask();
}
