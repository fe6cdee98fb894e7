// Draws the figure of a chart, and changes it in place when another one comes. Plotly comes once, from its own address.
function plotly(address) {
  window.milepostPlotly ??= new Promise((done, failed) => {
    const script = Object.assign(document.createElement("script"), { src: new URL(address, document.baseURI).href });
    script.addEventListener("load", () => done(window.Plotly));
    script.addEventListener("error", () => {
      script.remove();
      window.milepostPlotly = undefined; // the next figure asks again
      failed(new Error(`no ${address}`));
    });
    document.head.append(script);
  });
  return window.milepostPlotly;
}

async function draw(box, kept, text) {
  const { figure, config, alt, width, plotly: address } = JSON.parse(text);
  const room = () => width ?? box.clientWidth;
  box.setAttribute("aria-label", alt);
  box.style.height = `${figure.layout.height}px`;
  const Plotly = await plotly(address);
  if (kept.text !== text || !box.isConnected) return; // a newer one has come meanwhile, or the page has gone
  kept.width = room();
  kept.follow = () => {
    if (!room() || room() === kept.width) return;
    kept.width = room();
    Plotly.relayout(box, { width: kept.width });
  };
  await Plotly.react(box, figure.data, { ...figure.layout, width: kept.width }, config);
  box.removeAttribute("aria-busy");
  if (kept.sizes) return;
  kept.sizes = new ResizeObserver(() => kept.follow());
  kept.sizes.observe(box);
  box.on("plotly_click", ({ points }) => {
    const id = points.flatMap((one) => one.customdata ?? []).find(Boolean);
    if (id) kept.choose("pick", id);
  });
}

export default function ({ data, parentElement, setTriggerValue }) {
  const box = parentElement.querySelector(".mp-plot");
  const kept = (box.milepost ??= {});
  const text = new TextDecoder().decode(data);
  kept.choose = setTriggerValue;
  if (kept.text !== text) draw(box, kept, (kept.text = text)); // often the page is sent again with what is drawn already
  return () => {
    kept.sizes?.disconnect();
    window.Plotly?.purge(box);
  };
}
