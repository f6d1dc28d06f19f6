// What a form alone cannot do: pages that change without being loaded anew, events that fill them, files that are dropped.
"use strict";

const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));
/** What runs and what ran, by what was asked: so that whoever comes back to a page finds what is known. */
const runs = new Map();
const MOST_REMEMBERED = 40;

const main = () => document.getElementById("main");
const streams = () => document.querySelectorAll("form[data-stream]");
/** What a form asks: of the same situation the same answer comes. */
const question = (form) => `${form.action}?${new URLSearchParams(new FormData(form))}`;
const running = () => [...runs.values()].filter((run) => !run.done);

/** Shows the stop buttons while something runs. */
function showStop() {
  document.querySelectorAll("form[data-stop]").forEach((form) => { form.hidden = running().every((run) => run.number === null); });
}

function put(id, html) {
  const place = document.getElementById(id);
  // The server wrote it and escaped what is not its own.
  if (place) place.innerHTML = html;
}

/** Puts what an event says into the page, or goes where it sends. */
function hear(event, data, run) {
  if (event === "run") {
    run.number = data;
    showStop();
  } else if (event === "show") {
    const { id, html } = JSON.parse(data);
    run.shown.set(id, html);
    put(id, html);
  } else if (event === "go") {
    run.gone = true;
    run.done = true;
    if (`${location.pathname}/`.startsWith(`${data}/`)) refresh(); else visit(data);
  }
}

/** Reads a stream of events to its end. */
async function listen(answer, run) {
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const events = (rest + value).split("\n\n");
    rest = events.pop();
    for (const lines of events.map((event) => event.split("\n"))) {
      const said = (name) => lines.filter((line) => line.startsWith(name + ":")).map((line) => line.slice(name.length + 1).replace(/^ /, "")).join("\n");
      if (said("event")) hear(said("event"), said("data"), run);
    }
  }
}

const progress = (text) => { const place = document.getElementById("progress"); if (place) place.textContent = text; };

/** Asks until the line is through, then listens. Other work of the same kind ends: nobody looks at it any more. */
async function begin(form) {
  const key = question(form);
  const kind = form.dataset.stream;
  running().filter((run) => run.kind === kind).forEach((run) => run.abort.abort());
  const body = new URLSearchParams(new FormData(form));
  const run = { kind, key, body, abort: new AbortController(), number: null, shown: new Map(), gone: false, done: false };
  runs.delete(key);
  runs.set(key, run);
  const { action } = form;
  const button = form.querySelector("button");
  button.setAttribute("aria-busy", "true");
  if (button.dataset.busy) progress(button.dataset.busy);
  try {
    for (let ticket = ""; ;) {
      const answer = await fetch(action + ticket, { method: "POST", body, signal: run.abort.signal });
      if (!answer.ok) throw new Error(answer.statusText);
      if (answer.status !== 202) { await listen(answer, run); break; }
      const place = await answer.json();
      ticket = `?ticket=${place.ticket}`;
      progress(`${document.body.dataset.waiting} ${place.ahead}`);
      await pause(700);
    }
  } catch (error) {
    runs.delete(key);
    if (error.name !== "AbortError") progress(document.body.dataset.broken);
  }
  run.done = true;
  streams().forEach((other) => { if (question(other) === key) other.querySelector("button").removeAttribute("aria-busy"); });
  if (!run.gone) showStop();
}

/** Fills a form in as it was when it was last asked of the same situation. */
function recall(form) {
  const seen = form.elements.namedItem("seen")?.value;
  const last = [...runs.values()].reverse().find((run) => run.kind === form.dataset.stream && run.body.get("seen") === seen);
  last?.body.forEach((value, name) => { const field = form.elements.namedItem(name); if (field) field.value = value; });
}

/** Begins what begins by itself, and shows again what is known of what was asked already. */
function settle() {
  document.querySelectorAll("form[data-remember]").forEach(recall);
  const asked = new Map([...streams()].map((form) => [question(form), form]));
  // What was asked of a situation that is no more is of no use.
  const seen = document.querySelector("form[data-stream=solve] [name=seen]")?.value;
  for (const run of running()) {
    const of = new URLSearchParams(run.key.slice(run.key.indexOf("?"))).get("seen");
    if (seen !== undefined && of !== seen || run.kind === "lesson" && !asked.has(run.key)) run.abort.abort();
  }
  for (const [key, form] of asked) {
    const run = runs.get(key);
    if (run && !run.abort.signal.aborted && !(run.kind === "solve" && run.done)) {
      run.shown.forEach((html, id) => put(id, html));
      if (!run.done) form.querySelector("button").setAttribute("aria-busy", "true");
    } else if ("auto" in form.dataset) begin(form);
  }
  while (runs.size > MOST_REMEMBERED && [...runs.values()][0].done) runs.delete(runs.keys().next().value);
  showStop();
}

/** Where somebody is on the page, so that it is found again on the next. */
function place() {
  const at = document.activeElement;
  if (!at || at === document.body) return null;
  if (at.id) return `#${CSS.escape(at.id)}`;
  if (at.dataset.lesson) return `a.click[data-lesson="${at.dataset.lesson}"]`;
  if (at.rel) return `a[rel=${at.rel}]`;
  if (at.closest(".roster .names")) return ".roster .names [aria-current]";
  const action = at.closest("form")?.getAttribute("action");
  return action ? `form[action="${CSS.escape(action)}"] button` : null;
}

/** Puts another page in the place of this one. */
function show(text) {
  const page = new DOMParser().parseFromString(text, "text/html");
  const [from, at] = [document.querySelector(".roster")?.scrollTop, place()];
  document.querySelector("header").replaceChildren(...page.querySelector("header").childNodes);
  main().replaceChildren(...page.getElementById("main").childNodes);
  document.title = page.title;
  const roster = document.querySelector(".roster");
  if (roster && from !== undefined) roster.scrollTop = from;
  const found = at && document.querySelector(at);
  if (found) found.focus({ preventScroll: true }); else if (at) main().focus({ preventScroll: true });
  roster?.querySelector("[aria-current=page]")?.scrollIntoView({ block: "nearest" });
  settle();
  document.dispatchEvent(new Event("shown"));
}

let last = 0;

/** Goes to an address of this school without loading the page anew. */
async function visit(address, options = {}, { isNew = true } = {}) {
  const number = ++last;
  const answer = await fetch(address, options).catch(() => null);
  if (!answer) { progress(document.body.dataset.broken); return; }
  const text = await answer.text();
  if (number !== last) return;
  const url = new URL(answer.url);
  // What was refused stands at no address to which somebody could go.
  const here = answer.ok && (!options.method || answer.redirected) ? url.pathname + url.search : null;
  if (isNew && here && here !== location.pathname + location.search) history.pushState(null, "", here);
  show(text);
}

/** The same page as it is now; where somebody fills in a form, only the bar. */
async function refresh() {
  const isWriting = main().querySelector("input:focus, select:focus, textarea:focus, details[open] form.fields");
  const address = location.pathname + location.search;
  if (!isWriting) { await visit(address, {}, { isNew: false }); return; }
  const answer = await fetch(address).catch(() => null);
  if (!answer) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  document.querySelector(".solving")?.replaceWith(page.querySelector(".solving"));
  settle();
}

/** Whether an address is a page about a school. */
const isPage = (url) => url.origin === location.origin && /^\/desk\/\d+(\/(timetable|pupils|days|whatif|plans)?)?$/.test(url.pathname);

document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a[href]");
  if (!link || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  const url = new URL(link.href);
  if (!document.querySelector(".solving") || !isPage(url) || link.hasAttribute("download")) return;
  event.preventDefault();
  visit(url.pathname + url.search);
});

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method === "dialog" || form.enctype === "multipart/form-data") return;
  const path = new URL(form.action).pathname;
  if ("stream" in form.dataset) { event.preventDefault(); begin(form); return; }
  if ("stop" in form.dataset) {
    event.preventDefault();
    running().forEach((run) => fetch("/stop", { method: "POST", body: new URLSearchParams({ run: run.number }) }).catch(() => alarm(form)));
    return;
  }
  if (!path.startsWith("/desk/") || !document.querySelector(".solving")) return;
  event.preventDefault();
  const body = new URLSearchParams(new FormData(form, event.submitter));
  if (form.method === "post") visit(form.action, { method: "POST", body }); else visit(`${path}?${body}`);
});

document.addEventListener("change", (event) => {
  const form = event.target.closest?.("form[data-choose]");
  if (form) form.requestSubmit();
});

addEventListener("popstate", () => visit(location.pathname + location.search, {}, { isNew: false }));

/** The files of what was dropped, folders opened one level deep. */
async function dropped(transfer) {
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry && item.webkitGetAsEntry()).filter(Boolean);
  if (entries.every((entry) => entry.isFile)) return [...transfer.files];
  const files = [];
  const file = (entry) => new Promise((done, fail) => entry.file(done, fail));
  for (const entry of entries) {
    if (entry.isFile) { files.push(await file(entry)); continue; }
    const reader = entry.createReader();
    for (;;) {
      const some = await new Promise((done, fail) => reader.readEntries(done, fail));
      if (some.length === 0) break;
      for (const inner of some.filter((one) => one.isFile)) files.push(await file(inner));
    }
  }
  return files;
}

/** Says beside a form that nobody answers. */
function alarm(form) {
  form.parentElement.querySelectorAll("p[role=alert]").forEach((said) => said.remove());
  const said = document.createElement("p");
  said.setAttribute("role", "alert");
  said.textContent = document.body.dataset.broken;
  form.after(said);
}

async function handOver(form, transfer) {
  const body = new FormData();
  for (const file of await dropped(transfer)) body.append("files", file, file.name);
  const answer = await fetch(form.action, { method: "POST", body }).catch(() => null);
  if (!answer) { alarm(form); return; }
  if (answer.ok) { location.assign(answer.url); return; }
  // What was refused has no page of its own to go to.
  const said = new DOMParser().parseFromString(await answer.text(), "text/html");
  main().replaceChildren(...said.querySelector("main").children);
}

const over = (event) => event.target.closest?.("form[data-drop]");
document.addEventListener("dragover", (event) => { const form = over(event); if (form) { event.preventDefault(); form.classList.add("over"); } });
document.addEventListener("dragleave", (event) => over(event)?.classList.remove("over"));
document.addEventListener("drop", (event) => {
  const form = over(event);
  if (form) { event.preventDefault(); form.classList.remove("over"); handOver(form, event.dataTransfer); }
});
settle();
