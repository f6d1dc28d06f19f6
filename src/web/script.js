// What a form alone cannot do: events that fill the page, files that are dropped, a choice that shows itself.
"use strict";

const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));
const busy = new Map();

/** Puts what an event says into the page, or goes where it sends. */
function hear(event, data, run) {
  if (event === "run") {
    run.number = data;
    document.querySelectorAll("form[data-stop]").forEach((form) => { form.hidden = false; });
  } else if (event === "show") {
    const { id, html } = JSON.parse(data);
    const place = document.getElementById(id);
    // The server wrote it and escaped what is not its own.
    if (place) place.innerHTML = html;
  } else if (event === "go") {
    run.gone = true;
    if (`${location.pathname}/`.startsWith(`${data}/`)) location.reload(); else location.assign(data);
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

/** Asks until the line is through, then listens. Other work of this page ends: nobody looks at it any more. */
async function begin(form) {
  busy.forEach((run) => run.abort.abort());
  const run = { abort: new AbortController(), number: null, gone: false };
  busy.set(form, run);
  const button = form.querySelector("button");
  button.setAttribute("aria-busy", "true");
  const body = new URLSearchParams(new FormData(form));
  const progress = document.getElementById("progress");
  if (button.dataset.busy) progress.textContent = button.dataset.busy;
  try {
    for (let ticket = ""; ;) {
      const answer = await fetch(form.action + ticket, { method: "POST", body, signal: run.abort.signal });
      if (!answer.ok) throw new Error(answer.statusText);
      if (answer.status !== 202) { await listen(answer, run); break; }
      const place = await answer.json();
      ticket = `?ticket=${place.ticket}`;
      progress.textContent = `${document.body.dataset.waiting} ${place.ahead}`;
      await pause(700);
    }
  } catch (error) {
    if (error.name !== "AbortError") progress.textContent = document.body.dataset.broken;
  }
  busy.delete(form);
  button.removeAttribute("aria-busy");
  if (busy.size === 0 && !run.gone) document.querySelectorAll("form[data-stop]").forEach((stop) => { stop.hidden = true; });
}

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
  document.getElementById("main").replaceChildren(...said.querySelector("main").children);
}

document.querySelectorAll("form[data-stream]").forEach((form) => {
  form.addEventListener("submit", (event) => { event.preventDefault(); begin(form); });
});
document.querySelectorAll("form[data-stop]").forEach((form) => {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    busy.forEach((run) => fetch("/stop", { method: "POST", body: new URLSearchParams({ run: run.number }) }).catch(() => alarm(form)));
  });
});
document.querySelectorAll("form[data-choose]").forEach((form) => {
  form.querySelector("select").addEventListener("change", () => form.submit());
});
document.querySelectorAll("form[data-drop]").forEach((form) => {
  form.addEventListener("dragover", (event) => { event.preventDefault(); form.classList.add("over"); });
  form.addEventListener("dragleave", () => form.classList.remove("over"));
  form.addEventListener("drop", (event) => { event.preventDefault(); form.classList.remove("over"); handOver(form, event.dataTransfer); });
});
document.querySelectorAll("form[data-auto]").forEach((form) => begin(form));
