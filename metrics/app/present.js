// The stage on its page. Whatever the presenter chooses goes into the address at once; the server is asked only for slides
// that it has to make: of another place, other years, another deck.
// Leaving goes back to the page that the show came from.
const REST = 120; // ms after the last move until the address follows: a held key asks the browser for nothing

const kept = (window.milepostStage ??= {});

function put(changes) {
  const asked = new URLSearchParams(location.search);
  for (const [name, value] of Object.entries(changes)) {
    if (value) asked.set(name, value);
    else asked.delete(name);
  }
  const text = asked.toString().replace(/%2C|%3B|%3D/g, decodeURIComponent);
  history.replaceState(history.state, "", location.pathname + (text ? `?${text}` : ""));
}

// New slides go into the stage that is there: it may fill the screen, and would leave it if it were replaced.
function fill(room, html) {
  const stage = room.querySelector(".mps");
  if (!stage) {
    room.innerHTML = html;
    return;
  }
  const made = document.createElement("template");
  made.innerHTML = html;
  const next = made.content.querySelector(".mps");
  for (const { name, value } of next.attributes) stage.setAttribute(name, value);
  stage.replaceChildren(...next.childNodes);
}

export default function ({ data, parentElement, setTriggerValue }) {
  const room = parentElement.querySelector(".room");
  if (kept.room !== room || kept.html !== data.html) {
    const seen = kept.room === room ? kept.show.state() : {};
    kept.show?.destroy();
    fill(room, data.html);
    const first = room.querySelector(".mps-slide")?.dataset.key;
    Object.assign(kept, { room, html: data.html });
    kept.show = mount(room, {
      slide: data.slide,
      shape: data.shape,
      contested: data.contested,
      told: data.told,
      ...seen,
      slides: data.slides,
      deck: data.deck,
      onMove: (key) => {
        clearTimeout(kept.timer);
        kept.timer = setTimeout(() => put({ slide: key === first ? null : key }), REST);
      },
      onChoice: ({ slides, shape }) => put({ slides, shape: shape === "auto" ? null : shape }),
      onAsk: (changes) => {
        put(changes);
        setTriggerValue("asked", Object.fromEntries(new URLSearchParams(location.search)));
      },
      onContested: (shown) => put({ contested: shown ? null : "hide" }),
      onMinutes: (minutes) => put({ minutes }),
      onLeave: () => {
        clearTimeout(kept.timer);
        if (window.milepost?.came) history.back();
        else location.assign(data.home);
      },
    });
  }
  room.querySelector(".mps").dataset.mode = data.mode;
  kept.show.tell(data.told);
  return () => {
    // The function runs again on every change of its data; the show ends when its room is gone.
    setTimeout(() => {
      if (room.isConnected || kept.room !== room) return;
      kept.show.destroy();
      kept.room = null;
    });
  };
}
