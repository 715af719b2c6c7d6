/**
 * Suggestions below "What?" and "Where?" while typing: the combobox of ARIA 1.2 with a list that is chosen from by hand.
 * The caret stays in the box; arrows move through the list, Enter takes what is marked and else searches, Escape closes.
 */
import { addressOf } from "./live-list.ts";

interface Suggestion {
  text: string;
  note: string;
  href?: string;
  filter?: [name: string, value: string];
  fill?: string;
  place?: string;
}

const PAUSE_MS = 150;
const SHORTEST = 2;
const BOX = "input[data-suggest]";

let said: HTMLElement;
let timer: ReturnType<typeof setTimeout> | undefined;
let asking: AbortController | undefined;
let options: Suggestion[] = [];
let marked = -1;

export function suggestWhileTyping() {
  if (!document.querySelector(BOX)) return;
  said = document.createElement("p");
  said.setAttribute("role", "status");
  said.className = "visually-hidden";
  document.body.append(said);
  for (const input of document.querySelectorAll<HTMLInputElement>(BOX)) makeCombobox(input);
  // The boxes are exchanged with the list, so the document listens for them.
  document.addEventListener("focusin", ({ target }) => isBox(target) && makeCombobox(target));
  document.addEventListener("focusout", ({ target }) => isBox(target) && close(target));
  document.addEventListener("input", ({ target }) => isBox(target) && askSoon(target));
  document.addEventListener("keydown", (event) => isBox(event.target) && press(event, event.target));
  document.addEventListener("submit", () => document.querySelectorAll<HTMLInputElement>(BOX).forEach(close));
}

const isBox = (target: EventTarget | null): target is HTMLInputElement =>
  target instanceof HTMLInputElement && target.matches(BOX);

function set(element: Element, attributes: Record<string, string>) {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
}

function makeCombobox(input: HTMLInputElement) {
  if (input.hasAttribute("role")) return;
  const aria = { "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": listOf(input).id };
  set(input, { role: "combobox", ...aria });
  // The browser's own list would lie over this one.
  input.autocomplete = "off";
}

function listOf(input: HTMLInputElement): HTMLElement {
  const id = `${input.id}-options`;
  let list = document.getElementById(id);
  if (!list) {
    list = document.createElement("ul");
    set(list, { id, role: "listbox", "aria-label": input.dataset.suggestions ?? "" });
    list.className = "suggestions";
    list.hidden = true;
    input.after(list);
  }
  return list;
}

function askSoon(input: HTMLInputElement) {
  clearTimeout(timer);
  asking?.abort();
  if (input.value.trim().length < SHORTEST) return close(input);
  timer = setTimeout(() => void ask(input), PAUSE_MS);
}

async function ask(input: HTMLInputElement) {
  const turn = (asking = new AbortController());
  try {
    const address = `${input.dataset.suggest}&q=${encodeURIComponent(input.value)}`;
    const response = await fetch(address, { signal: turn.signal });
    const answer = (await response.json()) as { said: string; options: Suggestion[] };
    if (turn.signal.aborted || document.activeElement !== input) return;
    show(input, answer.options);
    said.textContent = answer.said;
  } catch {
    // A newer question, or no network: the box searches as it ever did.
    if (!turn.signal.aborted) close(input);
  }
}

function show(input: HTMLInputElement, answer: Suggestion[]) {
  options = answer;
  const list = listOf(input);
  list.replaceChildren(...options.map((option, index) => lineOf(input, option, `${list.id}-${index}`)));
  list.hidden = options.length === 0;
  input.setAttribute("aria-expanded", String(options.length > 0));
  mark(input, -1);
}

function lineOf(input: HTMLInputElement, option: Suggestion, id: string) {
  const line = document.createElement("li");
  set(line, { id, role: "option" });
  const note = document.createElement("span");
  note.textContent = option.note;
  line.append(option.text, " ", note);
  // The box keeps the focus.
  line.addEventListener("pointerdown", (event) => event.preventDefault());
  line.addEventListener("click", () => choose(input, option));
  return line;
}

function mark(input: HTMLInputElement, index: number) {
  marked = index;
  const lines = [...listOf(input).children];
  lines.forEach((line, at) => line.setAttribute("aria-selected", String(at === index)));
  const line = lines[index];
  line?.scrollIntoView({ block: "nearest" });
  if (line) input.setAttribute("aria-activedescendant", line.id);
  else input.removeAttribute("aria-activedescendant");
}

function press(event: KeyboardEvent, input: HTMLInputElement) {
  if (event.isComposing) return;
  const isOpen = !listOf(input).hidden;
  const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
  if (step && !isOpen) return void (step > 0 && askSoon(input));
  if (!isOpen) return;
  const chosen = options[marked];
  if (step) {
    // Before the first and after the last stands the box itself.
    const places = options.length + 1;
    mark(input, ((marked + 1 + step + places) % places) - 1);
  } else if (event.key === "Enter" && chosen) choose(input, chosen);
  else if (event.key === "Escape") close(input);
  else return;
  event.preventDefault();
}

function choose(input: HTMLInputElement, { href, filter, fill, place }: Suggestion) {
  close(input);
  const where = input.form?.elements.namedItem("where");
  if (href) location.assign(href);
  else if (place && where instanceof HTMLInputElement) {
    // What was typed was a place: it belongs into the other box.
    input.value = "";
    where.value = place;
    input.form?.requestSubmit();
  } else if (filter && input.form) {
    input.value = "";
    location.assign(addressOf(input.form, filter));
  } else input.value = fill ?? input.value;
}

function close(input: HTMLInputElement) {
  clearTimeout(timer);
  asking?.abort();
  said.textContent = "";
  if (!listOf(input).hidden) show(input, []);
}
