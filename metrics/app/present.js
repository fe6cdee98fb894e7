// The stage on its page. Whatever the presenter chooses goes into the address at once, and the server is never asked.
// Leaving goes back to the page that the show came from.
const REST = 120; // ms after the last move until the address follows: a held key asks the browser for nothing

const kept = (window.milepostStage ??= {});

function put(changes) {
  const asked = new URLSearchParams(location.search);
  for (const [name, value] of Object.entries(changes)) {
    if (value) asked.set(name, value);
    else asked.delete(name);
  }
  const text = asked.toString().replaceAll("%2C", ",");
  history.replaceState(history.state, "", location.pathname + (text ? `?${text}` : ""));
}

export default function ({ data, parentElement }) {
  const room = parentElement.querySelector(".room");
  if (kept.room !== room || kept.html !== data.html) {
    const seen = kept.room === room ? kept.show.state() : {};
    kept.show?.destroy();
    room.innerHTML = data.html;
    const first = room.querySelector(".mps-slide")?.dataset.key;
    Object.assign(kept, { room, html: data.html });
    kept.show = mount(room, {
      slide: data.slide,
      slides: data.slides,
      shape: data.shape,
      contested: data.contested,
      ...seen,
      onMove: (key) => {
        clearTimeout(kept.timer);
        kept.timer = setTimeout(() => put({ slide: key === first ? null : key }), REST);
      },
      onChoice: ({ slides, shape }) => put({ slides: slides?.join(","), shape: shape === "auto" ? null : shape }),
      onContested: (shown) => put({ contested: shown ? null : "hide" }),
      onLeave: () => {
        clearTimeout(kept.timer);
        if (window.milepost?.came) history.back();
        else location.assign(data.home);
      },
    });
  }
  room.querySelector(".mps").dataset.mode = data.mode;
  return () => {
    // The function runs again on every change of its data; the show ends when its room is gone.
    setTimeout(() => {
      if (room.isConnected || kept.room !== room) return;
      kept.show.destroy();
      kept.room = null;
    });
  };
}
