// Writes the files of a picture: a plain function, for a page that has Plotly, and for the command line.

// The text of the SVG. `spec` is that of metrics.figures.picture.spec, or {svg, width, height, scale}; `at` is the
// address of the page, where the picture is saved from one that has a host.
async function milepostSvg(Plotly, spec, at) {
  if (spec.svg) return milepostLettered(spec.svg);
  const figure = JSON.parse(JSON.stringify(spec.figure));
  const where = milepostAddress(spec.address, at, figure.layout.font?.family);
  const line = figure.layout.annotations.find((one) => one.name === "address");
  if (where && line) line.text = `<span style="color:${spec.address.colour}">${where}</span>`;
  const { width, height, scale } = spec;
  const text = await Plotly.toImage(figure, { format: "svg", width, height, scale, imageDataOnly: true });
  return milepostLettered(milepostNamed(text));
}

// Plotly names its clip paths and fills by chance: the same picture gets the same names, and so the same bytes.
function milepostNamed(text) {
  const places = /id="(?:(?:top)?defs-|[^"]*scatterfill-)([0-9a-f]{6})"|class="trace [a-z]+ trace([0-9a-f]{6})"/g;
  const found = new Set([...text.matchAll(places)].map((one) => one[1] ?? one[2]));
  const renamed = (named, chance, at) => named.replace(new RegExp(`(?<=[a-z-])${chance}`, "g"), `m${at}`);
  return [...found].reduce(renamed, text);
}

let milepostFont = null;

// Takes the house's letters along, from the style sheets of the page: a picture that stands alone then looks the same
// everywhere. Called while the page is whole, so that saving needs no server. Without them the next family is used.
async function milepostLetters() {
  for (const sheet of milepostFont === null ? document.styleSheets : []) {
    let rules = [];
    try {
      rules = [...sheet.cssRules];
    } catch {
      continue; // of another host
    }
    for (const rule of rules.filter((one) => one instanceof CSSFontFaceRule)) {
      const { fontFamily, fontStyle, src } = rule.style;
      const url = src.match(/url\(["']?([^"')]+)/)?.[1];
      if (!url || !/^["']?Source Sans/.test(fontFamily) || fontStyle === "italic") continue;
      const file = await (await fetch(new URL(url, sheet.href ?? document.baseURI))).blob();
      milepostFont = await new Promise((done) => {
        const reader = new FileReader();
        reader.onload = () => done(reader.result);
        reader.readAsDataURL(file);
      });
      return;
    }
  }
}

function milepostLettered(svg) {
  if (!milepostFont) return svg;
  const face = `@font-face{font-family:"Source Sans 3";font-weight:200 900;src:url(${milepostFont})}`;
  return svg.replace(/(<svg\b[^>]*>)/, `$1<defs><style>${face}</style></defs>`);
}

// The address with the host that the reader sees, in lines of its room; null where the short one says more.
function milepostAddress(address, at, family) {
  if (!address.text.includes("?")) return null; // a sentence in the place of an address, which always names its day
  if (!at || !/^https?:$/.test(at.protocol) || /^(localhost|127\.|\[::1\])/.test(at.hostname)) return null;
  const whole = new URL(address.text, at.href);
  const context = document.createElement("canvas").getContext("2d");
  context.font = `${address.size}px ${family ?? "sans-serif"}`;
  const lines = [""];
  for (const letter of address.before + whole.host + whole.pathname + whole.search) {
    if (context.measureText(lines.at(-1) + letter).width > address.width) lines.push("");
    lines[lines.length - 1] += letter;
  }
  if (lines.length > address.lines) return null;
  return lines.map((line) => line.replaceAll("&", "&amp;").replaceAll("<", "&lt;")).join("<br>");
}

// The file as a Blob: kind is "svg" or "png".
async function milepostPicture(Plotly, spec, kind, at) {
  const text = await milepostSvg(Plotly, spec, at);
  if (kind === "svg") return new Blob([text], { type: "image/svg+xml" });
  const image = new Image();
  image.src = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(text);
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(spec.width * spec.scale);
  canvas.height = Math.round(spec.height * spec.scale);
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((done) => canvas.toBlob(done, "image/png"));
}
