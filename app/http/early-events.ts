/** React 18's `discreteReplayableEvents`: at each of them it draws at once what it has not drawn yet. */
const EARLY = [
  ...["mousedown", "mouseup", "click", "auxclick", "dblclick", "contextmenu", "pointerdown", "pointerup"],
  ...["pointercancel", "touchstart", "touchend", "touchcancel", "dragstart", "dragend", "drop", "copy", "cut", "paste"],
  ...["keydown", "keypress", "keyup", "compositionstart", "compositionend", "textInput", "input", "change"],
  ...["submit", "reset"],
];

/**
 * Leaves what people do on a page that is not alive yet to the browser: links lead, forms are sent, boxes are checked,
 * as without script. React can't draw at once while Remix still reads the page's data, and gives the page up (its
 * error 345). Answers with what ends this.
 */
export function leaveEarlyEventsToBrowser(): () => void {
  const keep = (event: Event) => event.stopPropagation();
  for (const type of EARLY) window.addEventListener(type, keep, { capture: true });
  return () => {
    for (const type of EARLY) window.removeEventListener(type, keep, { capture: true });
  };
}
