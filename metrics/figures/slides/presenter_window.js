// The presenter's window as the show sees it: opens it, tells it what is shown, and hears what is pressed there.
//
//   presenterWindow(stage, { on, desk, timer, shown, heard, planned })
//
// `desk` is a window that an earlier show of this page opened, `timer` what its timer showed; `shown()` gives what the
// audience sees, `heard(message)` gets what the presenter asks for, `planned(minutes)` another length of the talk. The window is written here and needs no server; the
// two know each other by their handles and by nothing else, so the shows of several tabs do not mix, and a file that was
// opened from the disk has one too. When this page is loaded anew, the window that is there finds it by its opener.

function presenterWindow(stage, { on, desk: before, timer: counted, shown, heard, planned }) {
  const made = stage.querySelector("template[data-part=desk]");
  const blocked = stage.querySelector(".mps-blocked");
  let desk = before && !before.closed ? before : null;
  let timer = counted ?? null;
  let minutes = counted?.minutes ?? Number(made.content.querySelector("input[type=number]").value);
  let waits = false;

  const send = (message) => desk?.postMessage({ milepost: "show", ...message }, self.origin === "null" ? "*" : self.origin);
  const html = (slide) => {
    if (!slide) return "";
    const copy = slide.cloneNode(true);
    copy.hidden = false;
    copy.querySelectorAll("template").forEach((one) => one.remove());
    return copy.outerHTML;
  };
  const tell = () => {
    waits = false;
    if (!desk || !stage.isConnected) return;
    const { now, next, notes, ...others } = shown();
    const holder = document.createElement("div");
    holder.append(notes ?? "");
    send({ shown: { ...others, key: now.dataset.key, now: html(now), next: html(next), notes: holder.innerHTML } });
  };
  // However much changes at once, it is told once.
  const update = () => {
    if (!waits && desk) queueMicrotask(tell);
    waits = Boolean(desk);
  };

  // The rules of the stage and its type, wherever they stand: in the page, or in a shadow root.
  const style = () => {
    const root = stage.getRootNode();
    const sheets = new Set([...document.styleSheets, ...root.styleSheets, ...root.adoptedStyleSheets]);
    const found = [];
    for (const { cssRules, href } of sheets) {
      const whole = (text) => text.replace(/url\("(?!data:)([^"]+)"\)/g, (_, address) => `url("${new URL(address, href ?? document.baseURI)}")`);
      for (const { cssText } of cssRules) {
        if (cssText.includes(cssText.startsWith("@font-face") ? "Source Sans" : ".mps")) found.push(whole(cssText));
      }
    }
    return found.join("\n");
  };
  const write = () => {
    const there = desk.document;
    there.open();
    there.write("<!doctype html><title></title>"); // else it is drawn by the rules of old pages
    there.close();
    there.documentElement.lang = stage.lang;
    there.title = made.dataset.title;
    const sheet = new desk.CSSStyleSheet();
    sheet.replaceSync(style());
    there.adoptedStyleSheets = [sheet];
    there.body.append(there.importNode(made.content, true));
    const script = there.createElement("script");
    script.textContent = DESK; // its hash stands in the policy
    there.body.append(script);
    send({ timer });
    tell();
  };
  const open = () => {
    blocked.hidden = true;
    if (desk && !desk.closed) {
      desk.focus();
      return;
    }
    desk = window.open("", "_blank", "popup,width=1280,height=800");
    blocked.hidden = Boolean(desk);
    if (desk) write();
    else blocked.querySelector("button").focus();
  };

  on(window, "message", ({ source, origin, data }) => {
    if (origin !== self.origin || data?.milepost !== "desk") return;
    if (data.gone) {
      if (!source || source === desk) desk = null; // it says so before it counts as closed
      return;
    }
    if (source?.opener !== window) return;
    const isNew = source !== desk;
    if (isNew && desk && !desk.closed) return;
    desk = source;
    timer = data.timer ?? timer;
    if (timer && timer.minutes !== minutes) planned((minutes = timer.minutes));
    if (isNew || data.new) tell();
    if (data.hello) send({ here: true });
    else heard(data);
  });
  on(window, "pagehide", () => send({ gone: true }));

  return { open, update, send, state: () => ({ desk, timer }), leave: () => send({ gone: true }) };
}
