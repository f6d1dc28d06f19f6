// The board under the hand: lessons that are dragged, keys that go from week to week and from time to time.
"use strict";

const LESSON = ".board a.click[draggable]";
const isWriting = (at) => at.matches?.("input, textarea, select, [contenteditable]");
let dragged = null;

/** Shows in each slot what is known of a lesson there, on the page as it is: what is dragged must stay in it. */
async function pickUp(link) {
  const answer = await fetch(link.href).catch(() => null);
  if (!answer || dragged !== link) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  if (dragged !== link) return;
  layDown();
  const cells = [...document.querySelectorAll(".pane:first-child td[data-slot]")];
  for (const chip of page.querySelectorAll("[data-chip]")) {
    const [day, period] = chip.dataset.chip.split(" ");
    const above = cells.filter((cell) => cell.dataset.slot.startsWith(`${day} `) && +cell.dataset.slot.split(" ")[1] <= +period);
    chip.classList.add("carried");
    above.at(-1)?.append(chip);
  }
  const form = page.querySelector("form[data-stream=lesson]");
  if (form) begin(form);
}

/** Takes away what was shown while a lesson was dragged. */
function layDown() {
  document.querySelectorAll(".carried").forEach((chip) => chip.remove());
}

/** The slot under the pointer: a chip, or the cell that has one only. */
function under(event) {
  const cell = event.target.closest?.(".pane:first-child td[data-slot]");
  const chip = event.target.closest?.("[data-chip]") ?? (cell?.querySelectorAll("[data-chip]").length === 1 ? cell.querySelector("[data-chip]") : null);
  return chip;
}

document.addEventListener("dragstart", (event) => {
  const link = event.target.closest?.(LESSON);
  if (!link) return;
  dragged = link;
  event.dataTransfer.effectAllowed = "move";
  event.dataTransfer.setData("text/plain", link.textContent.trim());
  document.body.classList.add("dragging");
  pickUp(link);
});
document.addEventListener("dragover", (event) => {
  if (!dragged) return;
  const chip = under(event);
  document.querySelectorAll(".aimed").forEach((one) => one.classList.remove("aimed"));
  if (!chip) return;
  chip.classList.add("aimed");
  if (chip.querySelector("form")) { event.preventDefault(); event.dataTransfer.dropEffect = "move"; }
});
document.addEventListener("drop", (event) => {
  const form = dragged && under(event)?.querySelector("form");
  if (!form) return;
  event.preventDefault();
  form.requestSubmit();
});
document.addEventListener("dragend", () => {
  dragged = null;
  document.body.classList.remove("dragging");
  // A form that is on its way is not taken away under it.
  setTimeout(layDown, 0);
});

const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/** Goes from one chip to the next in the direction of an arrow. */
function step([across, down]) {
  const chips = [...document.querySelectorAll("[data-chip]")].map((chip) => ({ at: chip.querySelector("button, summary"), box: chip.getBoundingClientRect() })).filter((chip) => chip.at);
  const now = chips.find((chip) => chip.at === document.activeElement);
  const from = now?.box ?? document.querySelector(".chip.here, a.click[aria-current]")?.getBoundingClientRect() ?? chips[0]?.box;
  if (!from) return;
  const [x, y] = [from.x + from.width / 2, from.y + from.height / 2];
  const far = ({ box }) => {
    const [right, below] = [box.x + box.width / 2 - x, box.y + box.height / 2 - y];
    const [along, aside] = across ? [right * across, Math.abs(below)] : [below * down, Math.abs(right)];
    return along < 4 ? Infinity : along + 3 * aside;
  };
  const next = chips.filter((chip) => chip !== now).map((chip) => [far(chip), chip]).filter(([distance]) => distance < Infinity).sort(([one], [other]) => one - other)[0];
  if (next) { next[1].at.focus(); next[1].at.scrollIntoView({ block: "nearest", inline: "nearest" }); }
}

/** What a key does; nothing where somebody writes. */
function press(event) {
  const click = (selector) => { const at = document.querySelector(selector); if (at && !at.disabled) { event.preventDefault(); at.click(); } };
  const isCommand = event.ctrlKey || event.metaKey;
  if (isCommand && !event.altKey && event.key.toLowerCase() === "z") click(event.shiftKey ? "form[action$='/redo'] button" : "form[action$='/undo'] button");
  else if (isCommand && event.key.toLowerCase() === "y") click("form[action$='/redo'] button");
  else if (isCommand || event.altKey) return;
  else if (event.key === "?") { event.preventDefault(); const keys = document.getElementById("keys"); if (keys && !keys.open) keys.showModal(); }
  else if (event.key === "Escape" && !document.querySelector("dialog[open]")) click("[data-let-go]");
  else if (event.key in ARROWS && document.querySelector(".board")) {
    const [across] = ARROWS[event.key];
    if (document.querySelector("[data-chip]")) { event.preventDefault(); step(ARROWS[event.key]); }
    else if (across && !event.target.closest?.(".scroll")?.matches(":focus")) click(across < 0 ? "a[rel=prev]" : "a[rel=next]");
    else if (!across && event.target.closest?.(".roster .names")) click(event.key === "ArrowUp" ? "a[rel=prev]" : "a[rel=next]");
  }
}

document.addEventListener("keydown", (event) => {
  if (!isWriting(event.target) && !event.defaultPrevented) press(event);
});
document.addEventListener("click", (event) => {
  if (event.target.closest?.("[data-keys]")) document.getElementById("keys")?.showModal();
});

// Which groups there are depends on the class.
document.addEventListener("change", (event) => {
  if (!event.target.matches?.("[data-shows]")) return;
  event.target.form.querySelectorAll("[data-shown-for]").forEach((part) => {
    part.hidden = part.dataset.shownFor !== event.target.value;
    part.disabled = part.hidden;
  });
});
